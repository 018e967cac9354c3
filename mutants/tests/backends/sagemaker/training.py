"""A script that trains nothing, epoch by epoch, and goes on from its checkpoint."""

TRAIN = """
import argparse, os, time
from tunewise import Reporter, checkpoint_dir
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float)
parser.add_argument("--epochs", type=int)
args = parser.parse_args()
report = Reporter()
saved = checkpoint_dir() / "epoch"
begun = int(saved.read_text()) if saved.exists() else 0
for epoch in range(begun + 1, args.epochs + 1):
    time.sleep(0.05)
    part = saved.with_name("part")
    part.write_text(str(epoch))
    os.replace(part, saved)
    report(epoch=epoch, loss=args.lr + 1 / epoch, begun=begun)
"""
