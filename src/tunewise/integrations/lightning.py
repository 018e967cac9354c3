"""Lightning: reports epochs, and goes on where the trial was paused.

    trainer = Trainer(max_epochs=27, callbacks=[ReportEach(report)])
    trainer.fit(model, train_loader, valid_loader, **resumed(report))

A paused training gives the same weights as an unpaused one, with shuffling and dropout, too: Lightning's own
checkpoint lacks the states of the random generators, so the callback keeps them in it. `max_epochs` is always
that of the whole training. Tried on CPUs in one process, without workers of loaders; elsewhere a resumed
training may draw other numbers.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from lightning.pytorch import LightningModule, Trainer
from lightning.pytorch.callbacks import Checkpoint

from tunewise.integrations import saved
from tunewise.integrations.random_state import random_state, restore_random_state

if TYPE_CHECKING:
    from tunewise.worker.report import Reporter

_CHECKPOINT = "lightning.ckpt"


class ReportEach(Checkpoint):
    """A callback of `Trainer`: at the end of each epoch it saves, and reports `epoch`, counted from 1, and
    all logged metrics. An `epoch` that was logged isn't reported, and neither are epochs without validation
    (`check_val_every_n_epoch`), whose metrics the trainer has from an earlier one.

    It is a `Checkpoint`, because the trainer calls these last: what `EarlyStopping` decides is saved.
    """

    def __init__(self, report: Reporter) -> None:
        super().__init__()
        self._report = report
        self._validated = False

    def on_validation_end(self, trainer: Trainer, pl_module: LightningModule) -> None:
        """The sanity check's metrics mean nothing."""
        self._validated = not trainer.sanity_checking

    def on_train_epoch_end(self, trainer: Trainer, pl_module: LightningModule) -> None:
        """Validation is over by then."""
        folder = self._report.checkpoint
        if folder is not None:
            draft = folder / f"draft-{_CHECKPOINT}"
            trainer.save_checkpoint(draft)  # by all processes of a training
            if trainer.is_global_zero:
                os.replace(draft, folder / _CHECKPOINT)
        validated, self._validated = self._validated, False
        if trainer.is_global_zero and (validated or not trainer.enable_validation):
            metrics = {name: value for name, value in trainer.callback_metrics.items() if name != "epoch"}
            self._report(epoch=trainer.current_epoch + 1, **metrics)

    def state_dict(self) -> dict[str, Any]:
        return random_state()

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Called before loaders draw their seed; any later hook is too late."""
        restore_random_state(state_dict)


def resumed(report: Reporter) -> dict[str, str]:
    """The argument `ckpt_path` of `Trainer.fit` that goes on; none if nothing was saved."""
    checkpoint = saved(report, _CHECKPOINT)
    return {} if checkpoint is None else {"ckpt_path": str(checkpoint)}
