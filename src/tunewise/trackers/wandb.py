"""Weights & Biases, offline: a run for each trial, in folders that `wandb sync` uploads.

A run is written as a whole once its trial is over: nothing can be added to an offline run by another process.
If a trial goes on after that, its folder is deleted.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from tunewise.results import ExperimentResult
from tunewise.trackers.base import News, Report, Tracker, outcome
from tunewise.trial import Status, Trial

COMPLETE = "complete"
"""A file in the folder of a run to which nothing is missing; it holds the trial's outcome and level."""


class WandbTracker(Tracker):
    """place: the project; by default the name of the experiment. The runs are in the folder `wandb` of
    $WANDB_DIR, by default of the experiment."""

    package = "wandb"

    def __init__(self, result: ExperimentResult, place: str) -> None:
        super().__init__(result, place)
        self._project = place or result.name.replace("/", "-")
        self._folder = Path(os.environ.get("WANDB_DIR") or result.paths.folder).absolute()
        identity = f"{result.name} of {result.definition.created}"
        self._prefix = f"{crc32(identity.encode()):08x}"
        self._reports: dict[int, list[Report]] = {}

    @classmethod
    def kept_place(cls, place: str) -> str:
        if set(place) & set("/\\#?%:"):
            raise ValueError(
                f"{place} is no project: give its name alone, and the entity to `wandb sync -e`."
            )
        return place

    def update(self, news: Sequence[News]) -> None:
        import wandb

        written: dict[Path, str] = {}
        for trial, reports in news:
            known = self._reports.setdefault(trial.id, [])
            known += reports
            how = outcome(self.result, trial)
            complete = "" if how == "running" else f"{how} {trial.level}"
            folders = [*self._folder.glob(f"wandb/offline-run-*-{self._prefix}-{trial.id}")]
            if complete and [_read(folder / COMPLETE) for folder in folders] == [complete]:
                continue
            for folder in folders:
                shutil.rmtree(folder)
            if complete:
                written[self._write(trial, known)] = complete
        if written:
            wandb.teardown()  # only then are the files complete, whatever `finish` says
        for folder, complete in written.items():
            (folder / COMPLETE).write_text(complete)

    def _write(self, trial: Trial, reports: Sequence[Report]) -> Path:
        """Writes the run of a trial. Returns its folder."""
        import wandb

        problem, method = self.result.problem, self.result.definition.method.name
        quiet = wandb.Settings(
            silent=True,
            console="off",
            disable_git=True,
            disable_code=True,
            x_disable_stats=True,
            x_disable_meta=True,
        )
        run = wandb.init(
            mode="offline",
            dir=self._folder,
            project=self._project,
            group=self.result.name,
            job_type=method,
            id=f"{self._prefix}-{trial.id}",
            name=f"trial {trial.id}",
            tags=[trial.status.value],
            notes=trial.failure.message if trial.failure else None,
            config=dict(trial.config),
            reinit="create_new",
            settings=quiet,
        )
        run.define_metric(problem.metric, summary=problem.mode)
        for report in reports:
            run.log({**report.values, "_timestamp": self.moment(report.time)}, step=report.level)
        run.finish(exit_code=int(trial.status is Status.FAILED))
        return Path(run.dir).parent


def _read(path: Path) -> str:
    return path.read_text() if path.exists() else ""
