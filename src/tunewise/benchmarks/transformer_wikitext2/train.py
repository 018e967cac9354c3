"""Trains a transformer language model on WikiText-2, and reports the validation loss of each epoch.

    python train.py --lr 0.05 --dropout 0.1 --batch_size 16 --momentum 0.9 --clip 0.5 --size ci

It trains, validates and saves an epoch, and then reports it. If there is a checkpoint, training continues
after its epoch; on a CPU it reaches the same losses, digit for digit, as without interruption.
"""

import argparse
import dataclasses
import math
import time
from collections.abc import Sequence
from pathlib import Path

import torch

from tunewise import Reporter, checkpoint_dir
from tunewise.benchmarks.transformer_wikitext2.corpus import load_corpus
from tunewise.benchmarks.transformer_wikitext2.data import DataError, add_data_flags, announce, find_data
from tunewise.benchmarks.transformer_wikitext2.training import Hyperparameters, Size, Training

CHECKPOINT = "checkpoint.pt"

SIZES = {
    "full": Size(),  # the published problem, for a GPU
    "laptop": Size(d_model=64, vocab_size=2000, train_fraction=0.1, valid_fraction=0.2),
    "ci": Size(d_model=32, vocab_size=2000, train_fraction=0.025, valid_fraction=0.05),
}
EPOCHS = {"full": 40, "laptop": 27, "ci": 27}

SIZE_HELP = {
    "d_model": "width of the model",
    "nlayers": "blocks",
    "nhead": "attention heads of a block",
    "ffn_ratio": "width of the perceptron in a block, as a multiple of d_model",
    "bptt": "tokens in a window",
    "vocab_size": "how many of the most frequent words are kept (0: all)",
    "train_fraction": "share of the training text, from its start",
    "valid_fraction": "share of the validation text, from its start",
    "eval_streams": "streams of the validation text",
}


def main(arguments: Sequence[str] | None = None) -> None:
    options = parse(arguments)
    folder = checkpoint_dir(options.checkpoint_dir)
    checkpoint = folder / CHECKPOINT if folder else None
    try:
        training = prepare(options)
        if checkpoint and checkpoint.is_file():
            training.load(checkpoint)
            print(f"resuming after epoch {training.epoch}", flush=True)
            # in case a kill came between the checkpoint and its report; a repeated report counts once
            Reporter()(epoch=training.epoch, **training.latest)
    except (DataError, ValueError) as error:
        raise SystemExit(f"error: {error}") from error
    if training.epoch >= options.epochs:
        print(f"nothing to do: {training.epoch} of {options.epochs} epochs are done", flush=True)
        return
    run(training, options.epochs, checkpoint)


def prepare(options: argparse.Namespace) -> Training:
    """Finds the texts, prints which ones they are, and makes an untrained model."""
    size, tuned, device = size_of(options), hyperparameters_of(options), device_of(options.device)
    folder = find_data(options.data, stand_in=options.stand_in)
    print(announce(folder), flush=True)
    corpus = load_corpus(
        folder,
        vocab_size=size.vocab_size,
        train_fraction=size.train_fraction,
        valid_fraction=size.valid_fraction,
    )
    torch.manual_seed(options.seed)
    training = Training(corpus, size, tuned, device)
    parameters = sum(parameter.numel() for parameter in training.model.parameters())
    print(
        f"{len(corpus.train):,} training and {len(corpus.valid):,} validation tokens, "
        f"{corpus.words:,} words, {parameters:,} parameters, on {device}",
        flush=True,
    )
    return training


def run(training: Training, epochs: int, checkpoint: Path | None) -> None:
    """Trains up to `epochs`, or until the loss is not finite."""
    report = Reporter()
    while training.epoch < epochs:
        start, start_cpu = time.monotonic(), time.process_time()
        train_loss = training.train_epoch()
        val_loss = training.validate()
        training.latest = {
            "val_loss": val_loss,
            "train_loss": train_loss,
            "epoch_seconds": time.monotonic() - start,
            "epoch_cpu_seconds": time.process_time() - start_cpu,  # depends less on other processes
        }
        if checkpoint:
            training.save(checkpoint)  # before the report, because the tuner may then pause this job
        report(epoch=training.epoch, **training.latest)
        if not math.isfinite(val_loss):
            print(f"stopping: the validation loss is {val_loss}", flush=True)
            return


def device_of(name: str) -> torch.device:
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "cpu"
    return torch.device(name)


def size_of(options: argparse.Namespace) -> Size:
    """The named size, with the values of single flags in place of its own."""
    names = {field.name for field in dataclasses.fields(Size)}
    overrides = {name: value for name, value in vars(options).items() if name in names}
    return dataclasses.replace(SIZES[options.size], **overrides)


def hyperparameters_of(options: argparse.Namespace) -> Hyperparameters:
    return Hyperparameters(options.lr, options.dropout, options.batch_size, options.momentum, options.clip)


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    about = "Trains a transformer language model on WikiText-2."
    parser = argparse.ArgumentParser(description=about, allow_abbrev=False)
    _add_tuned_flags(parser)
    _add_size_flags(parser)
    add_data_flags(parser)
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--checkpoint_dir", metavar="FOLDER", help="where to checkpoint without the tuner")
    options = parser.parse_args(arguments)
    if options.epochs is None:
        options.epochs = EPOCHS[options.size]
    return options


def _add_tuned_flags(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("what is tuned")
    group.add_argument("--lr", type=float, required=True, help="learning rate, constant")
    group.add_argument("--dropout", type=float, default=0.1)
    group.add_argument("--batch_size", type=int, default=16, help="streams of the training text")
    group.add_argument("--momentum", type=float, default=0.9)
    group.add_argument("--clip", type=float, default=0.5, help="the gradient's largest norm")
    group.add_argument("--epochs", type=int, help="epochs in all (default: 40, and 27 for the small sizes)")


def _add_size_flags(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("sizes")
    group.add_argument("--size", choices=tuple(SIZES), default="full", help="the defaults of the flags below")
    for field in dataclasses.fields(Size):
        kind, text = type(field.default), SIZE_HELP[field.name]
        group.add_argument(f"--{field.name}", type=kind, default=argparse.SUPPRESS, help=text)


if __name__ == "__main__":
    main()
