"""Keras: reports epochs, and goes on where the trial was paused.

    each = ReportEach(report)
    model = each.resumed(lambda: compiled_model(config))
    model.fit(x, y, validation_data=valid, initial_epoch=each.initial_epoch, epochs=27, callbacks=[each])

A paused training gives the same weights as an unpaused one, with shuffling and dropout, too: the states of
the random generators of Python, NumPy and PyTorch are kept in the model's file. Tried with the backend torch
on CPUs.
`EarlyStopping` and `ReduceLROnPlateau` count anew in each job: leave stopping to the tuner.
"""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

import keras

from tunewise.integrations import save, saved
from tunewise.integrations.random_state import random_state, restore_random_state

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tunewise.worker.report import Reporter

_MODEL = "model.keras"
_OURS = "tunewise.json"
"""In the model's file, a zip archive, so that both are replaced at once."""


class ReportEach(keras.callbacks.Callback):
    """A callback of `fit`: at the end of each epoch it saves, and reports `epoch`, counted from 1, and the
    metrics, such as `val_loss`. Put it last."""

    def __init__(self, report: Reporter) -> None:
        super().__init__()
        self._report = report
        self._state: dict[str, Any] | None = None
        self.initial_epoch = 0
        """For `fit`: how many epochs former jobs have trained."""
        if (model := saved(report, _MODEL)) is not None:
            with zipfile.ZipFile(model) as archive:
                ours = json.loads(archive.read(_OURS))
            self.initial_epoch, self._state = ours["epoch"], ours["random"]

    def resumed(self, build: Callable[[], keras.Model]) -> keras.Model:
        """The model that was saved, compiled as it was, or else what `build` returns."""
        model = saved(self._report, _MODEL)
        return build() if model is None else keras.saving.load_model(model)

    def on_epoch_begin(self, epoch: int, logs: Mapping[str, Any] | None = None) -> None:
        if self._state is not None:
            restore_random_state(self._state)
            self._state = None

    def on_epoch_end(self, epoch: int, logs: Mapping[str, Any] | None = None) -> None:
        def write(path: str) -> None:
            self.model.save(path)
            with zipfile.ZipFile(path, "a") as archive:
                archive.writestr(_OURS, json.dumps({"epoch": epoch + 1, "random": random_state()}))

        save(self._report, _MODEL, write)
        self._report(epoch=epoch + 1, **(logs or {}))
