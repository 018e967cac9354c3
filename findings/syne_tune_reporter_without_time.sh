#!/usr/bin/env bash
# Syne Tune 0.16.0: a Reporter that adds no time can't report.
#
# Reporter(add_time=False) is a documented field of the dataclass, and creating one works; its first report
# raises AttributeError, because the counter that it increments is set up only where time is added. The script
# fails in its first epoch, after the data are loaded.
#
# Seen:
#   Reporter(): reported
#   Reporter(add_time=False): AttributeError: 'Reporter' object has no attribute 'iter'
#
# Exits with 0 if this is still so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q syne-tune==0.16.0

"$folder/venv/bin/python" - <<'PY'
from syne_tune import Reporter

for given in ({}, {"add_time": False}):
    shown = ", ".join(f"{name}={value}" for name, value in given.items())
    try:
        Reporter(**given)(epoch=1, loss=0.5)
        found = "reported"
    except AttributeError as error:
        found = f"AttributeError: {error}"
    print(f"Reporter({shown}): {found}")
    assert found == ("AttributeError: 'Reporter' object has no attribute 'iter'" if given else "reported")
PY
