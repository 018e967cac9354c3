"""Trains a residual network on CIFAR-10, and reports the validation accuracy of each epoch.

    python train.py --lr 0.05 --batch_size 128 --momentum 0.9 --weight_decay 5e-4 --download

It trains, validates and saves an epoch, and then reports it. The last 10,000 of the 50,000 training images
are for validation. If there is a checkpoint, training continues after its epoch.
"""

import argparse
import math
import os
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import nn

from tunewise import Reporter, checkpoint_dir
from tunewise.benchmarks.resnet_cifar10 import data
from tunewise.benchmarks.resnet_cifar10.model import ResNet


def main(arguments: Sequence[str] | None = None) -> None:
    options = parse(arguments)
    folder = checkpoint_dir(options.checkpoint_dir)
    checkpoint = folder / "checkpoint.pt" if folder else None
    try:
        training = Training(options, data.find_data(options.data, options.download))
    except data.DataError as error:
        raise SystemExit(f"error: {error}") from error
    if checkpoint and checkpoint.is_file():
        training.load(checkpoint)
        print(f"resuming after epoch {training.epoch}", flush=True)
    report = Reporter()
    while training.epoch < options.epochs:
        begun = time.monotonic()
        loss = training.train_epoch()
        accuracy = training.accuracy() if math.isfinite(loss) else math.nan
        if checkpoint:
            training.save(checkpoint)
        report(
            epoch=training.epoch,
            val_acc=accuracy,
            train_loss=loss,
            epoch_seconds=time.monotonic() - begun,
        )
        if not math.isfinite(loss):
            print(f"stopping: the training loss is {loss}", flush=True)
            return


class Training:
    """A network in training, epoch by epoch."""

    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        self.epoch = 0
        self._batch_size = options.batch_size
        self._seed = options.seed
        name = options.device
        if name == "auto":
            name = "cuda" if torch.cuda.is_available() else "cpu"
        self._device = torch.device(name)
        images, classes = data.load(folder, data.TRAIN)
        split = int(len(images) * 0.8)
        self._train = images[:split].to(self._device), classes[:split].to(self._device)
        self._valid = images[split:].to(self._device), classes[split:].to(self._device)
        torch.manual_seed(options.seed)
        self.model = ResNet(options.width, options.blocks).to(self._device)
        self._optimiser = torch.optim.SGD(
            self.model.parameters(),
            lr=options.lr,
            momentum=options.momentum,
            weight_decay=options.weight_decay,
        )

    def train_epoch(self) -> float:
        """Trains for one epoch. Returns the mean loss during it, in nats per image."""
        # depends on (seed, epoch) alone, so a resumed training sees the same images
        generator = torch.Generator().manual_seed(1_000_003 * self._seed + self.epoch)
        images, classes = self._train
        order = torch.randperm(len(images), generator=generator).to(self._device)
        self.model.train()
        total = torch.zeros((), device=self._device)
        for start in range(0, len(order), self._batch_size):
            batch = order[start : start + self._batch_size]
            if len(batch) == 1:
                continue  # batch normalisation needs at least two images
            inputs = data.augmented(data.normalised(images[batch]), generator)
            loss = nn.functional.cross_entropy(self.model(inputs), classes[batch])
            self._optimiser.zero_grad()
            torch.autograd.backward(loss)
            self._optimiser.step()
            total += loss.detach() * len(batch)
        self.epoch += 1
        return float(total) / len(images)

    @torch.no_grad()
    def accuracy(self) -> float:
        """The share of the validation images that are classified correctly."""
        self.model.eval()
        images, classes = self._valid
        correct = 0
        for start in range(0, len(images), 1000):
            scores = self.model(data.normalised(images[start : start + 1000]))
            correct += int((scores.argmax(dim=1) == classes[start : start + 1000]).sum())
        return correct / len(images)

    def save(self, path: Path) -> None:
        """Atomically writes everything that later epochs depend on."""
        state = {
            "epoch": self.epoch,
            "model": self.model.state_dict(),
            "optimiser": self._optimiser.state_dict(),
        }
        draft = path.with_suffix(".new")
        torch.save(state, draft)
        os.replace(draft, path)

    def load(self, path: Path) -> None:
        state = torch.load(path, map_location=self._device, weights_only=True)
        self.model.load_state_dict(state["model"])
        self._optimiser.load_state_dict(state["optimiser"])
        self.epoch = int(state["epoch"])


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Trains a residual network on CIFAR-10.", allow_abbrev=False)
    parser.add_argument("--lr", type=float, required=True, help="learning rate, constant")
    parser.add_argument("--batch_size", type=int, default=128)
    parser.add_argument("--momentum", type=float, default=0.9)
    parser.add_argument("--weight_decay", type=float, default=5e-4)
    parser.add_argument("--epochs", type=int, default=27)
    parser.add_argument("--width", type=int, default=64, help="channels of the first stage")
    parser.add_argument("--blocks", type=int, default=2, help="of each of the four stages")
    data.add_data_flags(parser)
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--checkpoint_dir", metavar="FOLDER", help="where to checkpoint without the tuner")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
