"""The entry point of a training job on SageMaker: unpacks the code beside it, and runs it.

It is PID 1 of the container, so that the SIGTERM of StopTrainingJob arrives; in script mode the image's
toolkit runs it. It imports only Python's standard library.
"""

import os
import signal
import sys
from importlib import import_module


def main() -> None:
    signal.signal(signal.SIGTERM, _end)  # first, since PID 1 ignores it otherwise
    import tarfile

    here = os.path.dirname(os.path.abspath(__file__))
    base = os.environ.get("SAGEMAKER_BASE_DIR", "/opt/ml")
    archive = os.path.join(here, "sourcedir.tar.gz")
    code = here  # the toolkit has unpacked it
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
    """Ends at once: there is nothing to save yet. All processes, such as pip, end with PID 1."""
    os.write(2, b"tunewise: told to end before the script began\n")
    os._exit(0)


if __name__ == "__main__":
    main()
