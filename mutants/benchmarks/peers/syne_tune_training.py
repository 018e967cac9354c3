"""A training script as Syne Tune wants it: a checkpoint, then a report, after each epoch. It runs as a job in
script mode; PEER_PACKAGES says where what an image would bring along lies."""

import argparse
import os
import sys
import time
from pathlib import Path

sys.path.append(os.environ["PEER_PACKAGES"])
from syne_tune import Reporter

parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float)
parser.add_argument("--epochs", type=int)
parser.add_argument("--seconds", type=float)
parser.add_argument("--st_checkpoint_dir", type=Path)
args, _ = parser.parse_known_args()
report, saved = Reporter(), args.st_checkpoint_dir / "epoch"
saved.parent.mkdir(parents=True, exist_ok=True)
for epoch in range(1 + (int(saved.read_text()) if saved.exists() else 0), args.epochs + 1):
    time.sleep(args.seconds)
    saved.write_text(str(epoch))
    report(epoch=epoch, loss=args.lr + 1 / epoch, made=time.time())
