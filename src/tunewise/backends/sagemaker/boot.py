"""What a training job on SageMaker runs: unpacks the code that came with it, and begins.

As the container's entry point it is PID 1, so that the SIGTERM of StopTrainingJob arrives; in script mode the
image's toolkit runs it. It knows Python's standard library alone, and finds the rest beside itself.
"""

from __future__ import annotations

import os
import sys
import tarfile
from importlib import import_module


def main() -> None:
    here = os.path.dirname(os.path.abspath(__file__))
    base = os.environ.get("SAGEMAKER_BASE_DIR", "/opt/ml")
    archive = os.path.join(here, "sourcedir.tar.gz")
    code = here  # script mode has unpacked it
    if os.path.exists(archive):
        code = os.path.join(base, "code")
        with tarfile.open(archive) as packed:
            if hasattr(tarfile, "data_filter"):
                packed.extractall(code, filter="data")
            else:
                packed.extractall(code)
    sys.path.insert(0, os.path.join(code, "lib"))
    sys.exit(import_module("tunewise_container.running").main(code, base))


if __name__ == "__main__":
    main()
