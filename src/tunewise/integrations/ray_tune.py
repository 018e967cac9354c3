"""Ray Tune: functions written for it are trained as they are, without Ray's processes.

    tunewise.tune(train, {"lr": loguniform(1e-4, 1)}, metric="loss", max_resource=27)

where `train(config)` calls `ray.tune.report({"loss": ...}, checkpoint=...)` and `ray.tune.get_checkpoint()`.
Ray Tune passes both to the session of the process: here it's ours, which reports to the tuner, and keeps the
newest checkpoint for the trial's next job.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from ray.train._internal import session as of_ray
from ray.tune import Checkpoint

from tunewise.worker.passing import flat, nested
from tunewise.worker.report import scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tunewise.worker.report import Reporter

_SAVED = "checkpoint_"
"""How the folder of a checkpoint begins; the iteration follows, as in Ray's own."""


def reporting(
    function: Callable[[dict[str, object]], object], resource: str | None = None
) -> Callable[[Mapping[str, object], Reporter], object]:
    """What calls a function of Ray Tune as `tunewise.tune` needs it. resource: the key that counts it, which
    is the number of the report where the function doesn't tell it."""

    def train(config: Mapping[str, object], report: Reporter) -> object:
        of_ray._session = _Session(report, resource)
        try:
            return function(nested(config))
        finally:
            of_ray._session = None

    return train


class _Session:
    """What Ray Tune's functions ask of a session; what it lacks is an AttributeError."""

    world_rank = None
    """By this Ray knows that no trainer runs."""

    def __init__(self, report: Reporter, resource: str | None) -> None:
        self._report, self._resource = report, resource
        self._folder = report.checkpoint
        self.trial_id = self.trial_name = self._folder.parent.name if self._folder else "0"
        self.trial_dir = os.getcwd()
        saved = max(self._folder.glob(f"{_SAVED}*"), default=None) if self._folder else None
        self._iteration = int(saved.name.removeprefix(_SAVED)) if saved else 0
        self.loaded_checkpoint = Checkpoint.from_directory(str(saved)) if saved else None

    def report(self, metrics: Mapping[str, object], checkpoint: Checkpoint | None = None) -> None:
        """Metrics in tables have the names that Ray gives them, such as eval/loss."""
        self._iteration += 1
        if checkpoint is not None and self._folder is not None:
            self._keep(checkpoint)
        values: dict[str, object] = {"training_iteration": self._iteration}
        if self._resource is not None:
            values[self._resource] = self._iteration
        for name, value in flat(dict(metrics), "/"):
            with suppress(TypeError):  # a list is no metric
                values[name] = scalar(name, value)
        self._report(**values)

    def _keep(self, checkpoint: Checkpoint) -> None:
        """A kill leaves the former one, or both, of which the newest counts."""
        assert self._folder is not None
        draft, former = self._folder / "draft", list(self._folder.glob(f"{_SAVED}*"))
        shutil.rmtree(draft, ignore_errors=True)
        checkpoint.to_directory(str(draft))
        saved = self._folder / f"{_SAVED}{self._iteration:06}"
        shutil.rmtree(saved, ignore_errors=True)
        draft.rename(saved)
        for folder in former:
            if folder != saved:
                shutil.rmtree(folder)
        self.loaded_checkpoint = Checkpoint.from_directory(str(saved))
