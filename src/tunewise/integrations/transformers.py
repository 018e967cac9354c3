"""Hugging Face's Trainer: reports evaluations, and goes on where the trial was paused.

    args = TrainingArguments(num_train_epochs=27, eval_strategy="epoch", **saving(report))
    trainer = Trainer(model, args, train_dataset=..., eval_dataset=..., callbacks=[ReportEach(report)])
    trainer.train(**resumed(report))

A paused training gives the same weights as an unpaused one, with shuffling and dropout, too.
`num_train_epochs` is always that of the whole training, as it shapes the schedule of the learning rate.
`EarlyStoppingCallback` begins to count anew, unless `restore_callback_states_from_checkpoint` is set. Tried
on CPUs in one process.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from transformers import TrainerCallback, TrainerControl, TrainerState, TrainingArguments

from tunewise.integrations import save, saved

if TYPE_CHECKING:
    from tunewise.worker.report import Reporter

_LATEST = "transformers.txt"


class ReportEach(TrainerCallback):
    """A callback of `Trainer`: after each evaluation it has the trainer save, and then reports `step`, and
    `epoch` if one is complete, and the metrics, such as `eval_loss`."""

    def __init__(self, report: Reporter) -> None:
        self._report = report
        self._evaluated: dict[str, Any] = {}

    def on_evaluate(
        self,
        args: TrainingArguments,
        state: TrainerState,
        control: TrainerControl,
        metrics: dict[str, Any] | None = None,
        **others: object,
    ) -> None:
        """Evaluations outside of training, before or after it, aren't reported. Those of several data sets
        come one after the other."""
        self._evaluated |= {name: value for name, value in (metrics or {}).items() if name != "epoch"}
        control.should_save = True

    def on_save(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **others: object
    ) -> None:
        """The checkpoint is complete by then."""
        if not state.is_world_process_zero or not self._evaluated:
            return
        name = f"checkpoint-{state.global_step}"
        save(self._report, _LATEST, lambda path: Path(path).write_text(name))
        values, self._evaluated = self._evaluated, {}
        epoch = round(state.epoch or 0.0)
        if abs(epoch - (state.epoch or 0.0)) < 1e-6:
            values["epoch"] = epoch
        self._report(step=state.global_step, **values)


def saving(report: Reporter) -> dict[str, Any]:
    """Arguments of `TrainingArguments`: where to save, that evaluations alone decide when, and that two
    checkpoints are kept, as a kill may spoil the newer one."""
    if report.checkpoint is None:
        return {}
    return {
        "output_dir": str(report.checkpoint / "transformers"),
        "save_strategy": "no",
        "save_total_limit": 2,
    }


def resumed(report: Reporter) -> dict[str, str]:
    """The argument `resume_from_checkpoint` of `Trainer.train` that goes on; none if nothing was saved."""
    latest = saved(report, _LATEST)
    if latest is None:
        return {}
    return {"resume_from_checkpoint": str(latest.parent / "transformers" / latest.read_text())}
