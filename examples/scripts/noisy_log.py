r"""Prints its accuracy in percent among other lines, and draws progress bars on standard error. It knows
nothing of Tunewise, which tunes it as it is with

tunewise run noisy_log.py --name noisy \
    --space "learning-rate=loguniform(1e-4, 1)" --space "weight-decay=loguniform(1e-6, 0.1)" \
    --space "b=choice([16, 32, 64])" --args "-b {b}" \
    --metric val_acc --mode max --resource epoch --max-resource num-epochs=9 \
    --metric-pattern "val_acc=Epoch \[ *(?P<epoch>\d+)/\d+\] .* val acc: (?P<value>[0-9.]+)%" \
    --workers 2 --max-trials 6
"""

import argparse
import logging
import sys

import numpy as np

parser = argparse.ArgumentParser()
parser.add_argument("-b", "--batch-size", type=int, default=32)
parser.add_argument("--learning-rate", type=float, default=0.01)
parser.add_argument("--weight-decay", type=float, default=0.0)
parser.add_argument("--num-epochs", type=int, default=10)
parser.add_argument("--quiet", action="store_true")
args = parser.parse_args()

logging.basicConfig(stream=sys.stderr, level=logging.INFO)
print("Namespace:", args)
print("val acc: 10.12% by the majority class (epoch 0)")

rng = np.random.default_rng(7)
y = rng.integers(0, 10, 1500)
x = rng.normal(0, 1, (10, 20))[y] + rng.normal(0, 1.5, (1500, 20))
weights = np.zeros((20, 10))


def guess(rows):
    power = np.exp(rows @ weights - (rows @ weights).max(1, keepdims=True))
    return power / power.sum(1, keepdims=True)


best = 0.0
for epoch in range(1, args.num_epochs + 1):
    order = rng.permutation(1000)
    for start in range(0, 1000, args.batch_size):
        batch = order[start : start + args.batch_size]
        slope = x[batch].T @ (guess(x[batch]) - np.eye(10)[y[batch]]) / len(batch)
        weights -= args.learning_rate * (slope + args.weight_decay * weights)
        if not args.quiet:
            print(
                f"\rEpoch {epoch}/{args.num_epochs}: {start / 10:3.0f}%|####      |", end="", file=sys.stderr
            )
    right = guess(x).argmax(1) == y
    train_acc, val_acc = right[:1000].mean(), right[1000:].mean()
    if val_acc > best:
        best = val_acc
        logging.info("new best model, val acc: %.4f", best)
    print(f"Epoch [{epoch:>3}/{args.num_epochs}]  train acc: {train_acc:.2%} | val acc: {val_acc:.2%}")
print("Done. Best val acc:", best)
