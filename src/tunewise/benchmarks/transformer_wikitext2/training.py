"""Epochs of training and validation, and the checkpoint between them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from tunewise.benchmarks.transformer_wikitext2.corpus import Corpus, replacing
from tunewise.benchmarks.transformer_wikitext2.model import LanguageModel


@dataclass(frozen=True)
class Size:
    """The sizes of model, texts and batches. The defaults are those of the published problem."""

    d_model: int = 256
    nlayers: int = 2
    nhead: int = 2
    ffn_ratio: float = 1.0
    bptt: int = 35
    vocab_size: int = 0
    train_fraction: float = 1.0
    valid_fraction: float = 1.0
    eval_streams: int = 10

    def __post_init__(self) -> None:
        if min(self.nlayers, self.nhead, self.bptt, self.eval_streams) < 1 or self.vocab_size < 0:
            raise ValueError(
                "nlayers, nhead, bptt and eval_streams must be at least 1, vocab_size at least 0."
            )
        if self.d_model < 2 or self.d_model % 2 or self.d_model % self.nhead:
            raise ValueError(f"d_model must be even and a multiple of nhead; {self.d_model} isn't.")
        if self.ffn_ratio <= 0 or not (0 < self.train_fraction <= 1 and 0 < self.valid_fraction <= 1):
            raise ValueError("ffn_ratio must be above 0, and the fractions above 0 and at most 1.")


@dataclass(frozen=True)
class Hyperparameters:
    """The tuned hyperparameters."""

    lr: float
    dropout: float
    batch_size: int
    momentum: float
    clip: float

    def __post_init__(self) -> None:
        if not (self.lr > 0 and self.clip >= 0 and self.batch_size >= 1):
            raise ValueError("lr must be above 0, clip at least 0 and batch_size at least 1.")
        if not (0 <= self.dropout < 1 and 0 <= self.momentum < 1):
            raise ValueError("dropout and momentum must be at least 0 and below 1.")


class SGD:
    """The same arithmetic as `torch.optim.SGD(parameters, lr, momentum)`.

    `torch.optim` isn't used because its first optimiser loads PyTorch's compiler. That would cost every job a
    second of CPU time: as much as `import torch` itself, and as an epoch of the smallest size.
    """

    def __init__(self, parameters: Iterable[nn.Parameter], lr: float, momentum: float) -> None:
        self._parameters = list(parameters)
        self._velocities = [torch.zeros_like(parameter) for parameter in self._parameters]
        self._lr = lr
        self._momentum = momentum

    @torch.no_grad()
    def step(self) -> None:
        """Takes one step along the parameters' gradients."""
        for parameter, velocity in zip(self._parameters, self._velocities, strict=True):
            if parameter.grad is not None:
                velocity.mul_(self._momentum).add_(parameter.grad)
                parameter.sub_(velocity, alpha=self._lr)

    def state(self) -> list[Tensor]:
        """The velocities, one per parameter: the only state between steps."""
        return self._velocities

    @torch.no_grad()
    def load_state(self, velocities: list[Tensor]) -> None:
        for own, saved in zip(self._velocities, velocities, strict=True):
            own.copy_(saved)


class Training:
    """A model in training, epoch by epoch.

    A text is cut into parallel streams, and these into windows of `bptt` tokens, which are visited in order.
    No state is carried over from one window to the next.
    """

    def __init__(self, corpus: Corpus, size: Size, tuned: Hyperparameters, device: torch.device) -> None:
        self.epoch = 0  # epochs done
        self.latest: dict[str, float] = {}  # what to report of the last epoch done
        self._size = size
        self._clip = tuned.clip
        self._device = device
        self._identity = {"size": repr(size), "texts": corpus.fingerprint}
        self._train_streams = to_streams(corpus.train, tuned.batch_size).to(device)
        self._valid_streams = to_streams(corpus.valid, size.eval_streams).to(device)
        self.model = LanguageModel(
            corpus.words,
            d_model=size.d_model,
            nlayers=size.nlayers,
            nhead=size.nhead,
            ffn_ratio=size.ffn_ratio,
            dropout=tuned.dropout,
            max_steps=size.bptt,
        ).to(device)
        self._optimiser = SGD(self.model.parameters(), tuned.lr, tuned.momentum)

    def train_epoch(self) -> float:
        """Trains for one epoch. Returns the mean loss during it, in nats per token."""
        self.model.train()
        mean = _Mean(self._device)
        for inputs, targets in windows(self._train_streams, self._size.bptt):
            self.model.zero_grad()
            loss = self.model.loss(inputs, targets)
            torch.autograd.backward(loss)
            nn.utils.clip_grad_norm_(self.model.parameters(), self._clip)
            self._optimiser.step()
            mean.add(loss.detach(), targets.numel())
        self.epoch += 1
        return mean.value()

    @torch.no_grad()
    def validate(self) -> float:
        """The mean validation loss, in nats per token."""
        self.model.eval()
        mean = _Mean(self._device)
        for inputs, targets in windows(self._valid_streams, self._size.bptt):
            mean.add(self.model.loss(inputs, targets), targets.numel())
        return mean.value()

    def save(self, path: Path) -> None:
        """Writes everything that later epochs depend on. A kill in between leaves the previous checkpoint."""
        state = {
            "identity": self._identity,
            "epoch": self.epoch,
            "latest": self.latest,
            "model": self.model.state_dict(),
            "velocities": self._optimiser.state(),
            "cpu_random": torch.get_rng_state(),
            "cuda_random": torch.cuda.get_rng_state(self._device) if self._device.type == "cuda" else None,
        }
        # a trial has one job at a time, so one name is enough, and kills leave at most one such file
        with replacing(path, path.with_name(f"{path.name}.tmp")) as file:
            torch.save(state, file)

    def load(self, path: Path) -> None:
        """Continues where `save` was called. Raises ValueError if the model or the texts differ."""
        state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
        if state["identity"] != self._identity:
            raise ValueError(f"{path} is the checkpoint of a model with other sizes or other texts.")
        self.epoch = state["epoch"]
        self.latest = state["latest"]
        self.model.load_state_dict(state["model"])
        self._optimiser.load_state(state["velocities"])
        torch.set_rng_state(state["cpu_random"])
        if self._device.type == "cuda" and state["cuda_random"] is not None:
            torch.cuda.set_rng_state(state["cuda_random"], self._device)


class _Mean:
    """A mean over tokens, summed on the device so that no step waits for its loss."""

    def __init__(self, device: torch.device) -> None:
        self._sum = torch.zeros((), dtype=torch.float64, device=device)
        self._tokens = 0

    def add(self, loss: Tensor, tokens: int) -> None:
        self._sum += loss * tokens
        self._tokens += tokens

    def value(self) -> float:
        return float(self._sum.item()) / self._tokens


def to_streams(tokens: list[int], streams: int) -> Tensor:
    """Splits a text into equally long parallel parts, (streams, steps), and drops the rest."""
    steps = len(tokens) // streams
    if steps < 2:
        raise ValueError(f"{len(tokens)} tokens are too few for {streams} streams of at least 2.")
    return torch.tensor(tokens[: streams * steps]).view(streams, steps)


def windows(streams: Tensor, bptt: int) -> Iterator[tuple[Tensor, Tensor]]:
    """Inputs and the words after them, (streams, bptt) each; the last window may be shorter."""
    last = streams.shape[1] - 1
    for start in range(0, last, bptt):
        end = min(start + bptt, last)
        yield streams[:, start:end], streams[:, start + 1 : end + 1]
