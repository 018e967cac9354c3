"""Trains a perceptron on images of digits, and reports the validation error of each epoch.

    python train.py --lr 0.05 --batch_size 32 --momentum 0.9 --weight_decay 1e-4 --layers 2 --width 64

If there is a checkpoint, training continues after its epoch, and reaches the same errors as without
interruption.
"""

import argparse
import os
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tunewise import Reporter, checkpoint_dir

Floats = NDArray[np.float64]
Images = tuple[Floats, NDArray[np.int64]]
CLASSES = 10
VALIDATION = 450  # images, always the same
FONT = (
    "111101101101111",
    "010110010010111",
    "111001111100111",
    "111001011001111",
    "101101111001001",
    "111100111001111",
    "111100111101111",
    "111001010010010",
    "111101111101111",
    "111101111001111",
)
"""Rows of three pixels, one after the other."""


def main(arguments: Sequence[str] | None = None) -> None:
    options = parse(arguments)
    folder = checkpoint_dir(options.checkpoint_dir)
    checkpoint = folder / "checkpoint.npz" if folder else None
    model = Perceptron(options)
    epoch = model.load(checkpoint) if checkpoint and checkpoint.is_file() else 0
    train, valid = drawn_digits() if options.drawn else digits()
    report = Reporter()
    while epoch < options.epochs:
        begun = time.monotonic()
        loss = model.train_epoch(*train, epoch)
        error = model.error(*valid)
        epoch += 1
        if checkpoint:
            model.save(checkpoint, epoch)
        report(epoch=epoch, val_error=error, train_loss=loss, epoch_seconds=time.monotonic() - begun)


def digits() -> tuple[Images, Images]:
    """Images (n, 64) in [0, 1] and their classes (n,), for training and for validation."""
    from sklearn.datasets import load_digits

    data = load_digits()
    order = np.random.default_rng(0).permutation(len(data.target))
    return _divided(data.data[order] / 16.0, data.target[order].astype(np.int64))


def drawn_digits(count: int = 1_797) -> tuple[Images, Images]:
    """As `digits`, but drawn here: 5 x 3 pixels somewhere in 8 x 8, more or less dark, with noise."""
    rng = np.random.default_rng(0)
    classes = rng.integers(CLASSES, size=count)
    images = rng.normal(0.2, 0.2, (count, 8, 8))
    tops, lefts, inks = rng.integers(1, 3, count), rng.integers(1, 4, count), rng.uniform(0.4, 1.0, count)
    for image, digit, top, left, ink in zip(images, classes, tops, lefts, inks, strict=True):
        image[top : top + 5, left : left + 3] += ink * np.array([*FONT[digit]], float).reshape(5, 3)
    return _divided(images.clip(0.0, 1.0).reshape(count, 64), classes)


def _divided(images: Floats, classes: NDArray[np.int64]) -> tuple[Images, Images]:
    return (images[VALIDATION:], classes[VALIDATION:]), (images[:VALIDATION], classes[:VALIDATION])


class Perceptron:
    """Layers of rectified linear units and a softmax, trained by gradient descent with momentum."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        rng = np.random.default_rng([options.seed, 0])
        sizes = [64, *[options.width] * options.layers, CLASSES]
        self._parameters: list[Floats] = []
        for fan_in, fan_out in pairwise(sizes):
            self._parameters.append(rng.normal(0.0, np.sqrt(2.0 / fan_in), (fan_in, fan_out)))
            self._parameters.append(np.zeros(fan_out))
        self._velocities = [np.zeros_like(parameter) for parameter in self._parameters]

    def train_epoch(self, images: Floats, classes: NDArray[np.int64], epoch: int) -> float:
        """Trains for one epoch, numbered from 0. Returns the mean loss during it, in nats per image."""
        order = np.random.default_rng([self._options.seed, 1, epoch]).permutation(len(images))
        losses = []
        for start in range(0, len(order), self._options.batch_size):
            batch = order[start : start + self._options.batch_size]
            losses.append(self._step(images[batch], classes[batch]) * len(batch))
        return float(np.sum(losses) / len(order))

    def error(self, images: Floats, classes: NDArray[np.int64]) -> float:
        """The share of images that are misclassified."""
        scores = self._activations(images)[-1]
        return float((scores.argmax(axis=1) != classes).mean())

    def save(self, path: Path, epoch: int) -> None:
        """Atomically writes everything that later epochs depend on."""
        draft = path.with_suffix(".new")
        with draft.open("wb") as file:
            np.savez(file, *self._parameters, *self._velocities, epoch=np.array(epoch))
        os.replace(draft, path)

    def load(self, path: Path) -> int:
        """Loads a checkpoint. Returns the number of epochs done."""
        with np.load(path, allow_pickle=False) as saved:
            for place, own in enumerate([*self._parameters, *self._velocities]):
                own[...] = saved[f"arr_{place}"]
            return int(saved["epoch"])

    def _activations(self, images: Floats) -> list[Floats]:
        """The input and the output of each layer; the last are scores (n, 10)."""
        activations = [images]
        last = len(self._parameters) - 2
        for index in range(0, len(self._parameters), 2):
            sums = activations[-1] @ self._parameters[index] + self._parameters[index + 1]
            activations.append(sums if index == last else np.maximum(sums, 0.0))
        return activations

    def _step(self, images: Floats, classes: NDArray[np.int64]) -> float:
        activations = self._activations(images)
        scores = activations[-1] - activations[-1].max(axis=1, keepdims=True)
        exponentials = np.exp(scores)
        shares = exponentials / exponentials.sum(axis=1, keepdims=True)
        rows = np.arange(len(classes))
        loss = float(-np.log(np.maximum(shares[rows, classes], 1e-300)).mean())
        shares[rows, classes] -= 1.0
        delta = shares / len(classes)
        for index in range(len(self._parameters) - 2, -1, -2):
            inputs, weights = activations[index // 2], self._parameters[index]
            gradients = (inputs.T @ delta + self._options.weight_decay * weights, delta.sum(axis=0))
            if index:
                delta = (delta @ weights.T) * (inputs > 0.0)
            for place, gradient in zip((index, index + 1), gradients, strict=True):
                velocity = self._velocities[place]
                velocity *= self._options.momentum
                velocity += gradient
                self._parameters[place] -= self._options.lr * velocity
        return loss


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Trains a perceptron on images of digits.", allow_abbrev=False
    )
    parser.add_argument("--lr", type=float, required=True, help="learning rate, constant")
    parser.add_argument("--batch_size", type=int, default=32)
    parser.add_argument("--momentum", type=float, default=0.9)
    parser.add_argument("--weight_decay", type=float, default=1e-4)
    parser.add_argument("--layers", type=int, default=2, help="hidden layers")
    parser.add_argument("--width", type=int, default=64, help="units of each")
    parser.add_argument("--epochs", type=int, default=27)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--drawn", action="store_true", help="draw the digits, where scikit-learn is missing")
    parser.add_argument("--checkpoint_dir", metavar="FOLDER", help="where to checkpoint without the tuner")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
