"""What the jobs of the checks run: a few lines of Python's standard library each."""

SLEEPING = "import time; time.sleep(600)"

LOOKING = """
import json, os
from pathlib import Path
config, data = Path("/opt/ml/input/config"), Path("/opt/ml/input/data/data")
needed = ("hyperparameters.json", "inputdataconfig.json", "resourceconfig.json", "checkpointconfig.json")
print(json.dumps({
    "pid": os.getpid(),
    "files": [name for name in needed if (config / name).exists()],
    "hyperparameters": json.loads((config / "hyperparameters.json").read_text()),
    "names": sorted(os.environ),
    "data": sorted(str(path.relative_to(data)) for path in data.rglob("*") if path.is_file()),
}), flush=True)
Path("/opt/ml/model").mkdir(exist_ok=True)
Path("/opt/ml/model/weights").write_text("w")
"""

FAILING = """
from pathlib import Path
Path("/opt/ml/output/failure").write_text("because " * 625)
raise SystemExit(1)
"""

_READY = """
from pathlib import Path
checkpoints = Path("/opt/ml/checkpoints")
(checkpoints / "ready").write_text("x")
"""

SAVING = f"""
import signal, sys, time
{_READY}
def save(*_):
    (checkpoints / "saved").write_text("x")
    sys.exit(0)
signal.signal(signal.SIGTERM, save)
while True: time.sleep(1)
"""

STUBBORN = f"""
import time
{_READY}
while True: time.sleep(1)
"""

CHECKPOINTING = """
from pathlib import Path
folder = Path("/opt/ml/checkpoints")
print("restored", sorted(path.name for path in folder.iterdir()), flush=True)
if (folder / "old").exists():
    (folder / "old").unlink()
    (folder / "new").write_text("x")
else:
    (folder / "old").write_text("x")
"""

DISKS = """
import json, os, subprocess
names = ("checkpoints", "model", "output/data", "code", "input/data/code")
paths = ["/tmp", *("/opt/ml/" + name for name in names)]
for path in paths: os.makedirs(path, exist_ok=True)
lines = subprocess.run(["df", "-P", *paths], capture_output=True, text=True, check=True).stdout.splitlines()
print("\\n".join(lines))
print(json.dumps({path: line.split()[-1] != "/" for path, line in zip(paths, lines[1:])}), flush=True)
"""

TUNED = """
import argparse
from tunewise import Reporter, checkpoint_dir
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float)
parser.add_argument("--epochs", type=int)
args = parser.parse_args()
report = Reporter()
print("from epoch 1", flush=True)
for epoch in range(1, args.epochs + 1):
    (checkpoint_dir() / "epoch").write_text(str(epoch))
    report(epoch=epoch, loss=args.lr / epoch)
"""
