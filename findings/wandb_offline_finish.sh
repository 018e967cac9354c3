#!/usr/bin/env bash
# wandb 0.31.0: run.finish() of an offline run may return before the run's file is written.
#
# A process that makes several offline runs, one after the other, finds some of their files cut off after finish(),
# down to the header of 7 bytes, although finish() is what ends a run and waits for its data. Whoever copies, syncs
# or archives the folder at that moment, or is killed, loses values that were logged, and nothing warns. Only after
# wandb.teardown(), or the end of the process, are all files complete.
#
# Seen:
#   wandb 0.31.0
#   after finish(): 6 of 20 files are incomplete, the smallest with [7, 24575, 24583] bytes
#   after teardown(): all have 29848 to 30409 bytes
#
# Exits with 0 if this is still so. The pinned versions are for Python 3.11.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cat > "$folder/runs.py" <<'PY'
from pathlib import Path

import wandb

quiet = wandb.Settings(silent=True, console="off", disable_git=True)
after_finish = {}
for number in range(20):
    run = wandb.init(mode="offline", project="p", id=f"run{number}", reinit="create_new", settings=quiet)
    for step in range(100):
        run.log({"loss": 1.0 / (step + 1)}, step=step)
    run.finish()
    (path,) = Path("wandb").glob(f"offline-run-*-run{number}/*.wandb")
    after_finish[path] = path.stat().st_size
wandb.teardown()
at_last = {path: path.stat().st_size for path in after_finish}
incomplete = [path for path in at_last if after_finish[path] < at_last[path]]
sizes = sorted(after_finish[path] for path in incomplete)
print(f"wandb {wandb.__version__}")
print(f"after finish(): {len(incomplete)} of 20 files are incomplete, the smallest with {sizes[:3]} bytes")
print(f"after teardown(): all have {min(at_last.values())} to {max(at_last.values())} bytes")
assert incomplete
PY

python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q wandb==0.31.0 protobuf==7.36.2 pydantic==2.14.4
cd "$folder"
"$folder/venv/bin/python" "$folder/runs.py"
