"""Stochastic gradient descent with momentum."""

from collections.abc import Iterable

import torch
from torch import Tensor, nn


class SGD:
    """The same arithmetic as `torch.optim.SGD(parameters, lr, momentum)`.

    Written out because the first optimiser of `torch.optim` loads PyTorch's compiler, which costs every job
    a second of CPU time: as much as `import torch` itself, and as an epoch of the smallest size.
    """

    def __init__(self, parameters: Iterable[nn.Parameter], lr: float, momentum: float) -> None:
        self._parameters = list(parameters)
        self._velocities = [torch.zeros_like(parameter) for parameter in self._parameters]
        self._lr = lr
        self._momentum = momentum

    @torch.no_grad()
    def step(self) -> None:
        """One step along the gradients that the parameters hold."""
        for parameter, velocity in zip(self._parameters, self._velocities, strict=True):
            if parameter.grad is not None:
                velocity.mul_(self._momentum).add_(parameter.grad)
                parameter.sub_(velocity, alpha=self._lr)

    def state(self) -> list[Tensor]:
        """The velocities, one per parameter: all there is to remember between steps."""
        return self._velocities

    @torch.no_grad()
    def load_state(self, velocities: list[Tensor]) -> None:
        for own, saved in zip(self._velocities, velocities, strict=True):
            own.copy_(saved)
