#!/usr/bin/env bash
# Ray 2.60.0: ray.init replaces a program's SIGTERM handler for good, even after ray.shutdown.
#
# A training script that saves on SIGTERM, as schedulers of clusters and spot instances ask of it, loses that as
# soon as it, or a library that it calls, connects to Ray: the handler is Ray's own from then on, the earlier one
# is neither called nor put back, and there is no warning. The next SIGTERM ends the program unsaved.
#
# Seen:
#   before ray.init: saved
#   during: the handler is Ray's
#   after ray.shutdown: the handler is Ray's
#   after ray.shutdown, SIGTERM: ended with -15, nothing saved
#
# Exits with 0 if this is still so. The pinned versions are for Python 3.11.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cat > "$folder/handler.py" <<'PY'
import os
import signal
import subprocess
import sys
import time

import ray


def save(number, frame):
    print("saved", flush=True)


def whose():
    handler = signal.getsignal(signal.SIGTERM)
    return "the program's" if handler is save else "Ray's" if handler.__module__.startswith("ray.") else "another"


if sys.argv[1:] == ["child"]:
    signal.signal(signal.SIGTERM, save)
    print("before ray.init: ", end="", flush=True)
    os.kill(os.getpid(), signal.SIGTERM)
    ray.init(num_cpus=1, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    print("during: the handler is", whose(), flush=True)
    ray.shutdown()
    print("after ray.shutdown: the handler is", whose(), flush=True)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(5)
    sys.exit("it lives on")

child = subprocess.run([sys.executable, __file__, "child"], capture_output=True, text=True)
print(child.stdout, end="")
saved = child.stdout.count("saved")
print(f"after ray.shutdown, SIGTERM: ended with {child.returncode},", "saved" if saved > 1 else "nothing saved")
assert child.stdout.count("the handler is Ray's") == 2
assert saved == 1
assert child.returncode == -15
PY

python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-deps ray==2.60.0 attrs==26.1.0 certifi==2026.10.19.post1 charset-normalizer==3.5.3 click==8.5.1 filelock==4.3.1 idna==3.20 jsonschema==4.26.0 jsonschema-specifications==2025.9.1 msgpack==1.2.4 packaging==26.4 protobuf==7.36.2 PyYAML==6.0.4 referencing==0.37.0 requests==2.34.2 rpds-py==2026.9.1 typing_extensions==4.16.0 urllib3==2.8.0
RAY_USAGE_STATS_ENABLED=0 "$folder/venv/bin/python" "$folder/handler.py"
