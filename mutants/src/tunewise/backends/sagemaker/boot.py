"""What a training job on SageMaker runs: unpacks the code that came with it, and begins.

As the container's entry point it is PID 1, so that the SIGTERM of StopTrainingJob arrives; in script mode the
image's toolkit runs it. It knows Python's standard library alone, and finds the rest beside itself.
"""

import os
import signal
import sys
from importlib import import_module


def main() -> None:
    signal.signal(signal.SIGTERM, _end)  # before all else, as PID 1 is deaf to it otherwise
    import tarfile

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


def _end(*_: object) -> None:
    """Before the script begins there is nothing to save. With PID 1 ends all that runs, such as pip."""
    os.write(2, b"tunewise: told to end before the script began\n")
    os._exit(0)


if __name__ == "__main__":
    main()
