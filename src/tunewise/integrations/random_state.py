"""The states of the generators that a training draws from: Python's, NumPy's and PyTorch's."""

from __future__ import annotations

import random
import sys
from typing import Any


def random_state() -> dict[str, Any]:
    """The states as texts, numbers and lists of them, so that any format holds them."""
    state: dict[str, Any] = {"python": random.getstate()}
    if numpy := sys.modules.get("numpy"):
        name, keys, *rest = numpy.random.get_state()
        state["numpy"] = [name, keys.tolist(), *rest]
    if torch := sys.modules.get("torch"):
        state["torch"] = _text(torch.get_rng_state())
        if torch.cuda.is_available():
            state["cuda"] = [_text(each) for each in torch.cuda.get_rng_state_all()]
    return state


def restore_random_state(state: dict[str, Any]) -> None:
    """Sets the generators to what `random_state` returned."""
    version, words, gauss = state["python"]
    random.setstate((version, tuple(words), gauss))
    if "numpy" in state:
        import numpy

        numpy.random.set_state(tuple(state["numpy"]))
    if "torch" in state:
        import torch

        torch.set_rng_state(_tensor(torch, state["torch"]))
        if "cuda" in state:
            torch.cuda.set_rng_state_all([_tensor(torch, each) for each in state["cuda"]])


def _text(tensor: Any) -> str:  # noqa: ANN401 - a tensor of bytes
    return bytes(tensor.tolist()).hex()


def _tensor(torch: Any, text: str) -> Any:  # noqa: ANN401 - a tensor of bytes
    return torch.tensor(list(bytes.fromhex(text)), dtype=torch.uint8)
