"""Where everything of an experiment lies on disk.

No other module joins these names, but for what an engine keeps to itself: what it calls the experiment, in
`KIND.json` of the folder, and what lies in `held` and `staged`.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tunewise.trial import JobId

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


class HomeError(RuntimeError):
    """A folder of all experiments that can't be one; the message says what to do."""


def home() -> Path:
    """The folder of all experiments, which may not be there yet: `$TUNEWISE_HOME`, or `~/tunewise`.

    Raises `HomeError` for what is no folder, or can't be looked into.
    """
    said = os.environ.get("TUNEWISE_HOME") or "~/tunewise"
    try:
        folder = Path(said).expanduser().absolute()
        os.scandir(folder).close()
    except FileNotFoundError:
        pass
    except (OSError, RuntimeError) as error:  # the latter for ~somebody
        why = error.strerror if isinstance(error, OSError) else str(error).rstrip(".")
        raise HomeError(
            f"{said} can't hold experiments ({why}): let TUNEWISE_HOME name another folder."
        ) from error
    return folder


def check_name(name: str) -> str:
    """The name of an experiment, which is a folder's name too: its own, or STUDY/EXPERIMENT for one of a
    study. Raises ValueError for one that can't be."""
    parts = name.split("/")
    if len(parts) > 2 or not all(_NAME.fullmatch(part) for part in parts):
        raise ValueError(
            f"{name!r} can't name an experiment: use letters, digits, '.', '_' and '-', at most 100, "
            "beginning with a letter or digit, or STUDY/EXPERIMENT."
        )
    return name


def experiment_names(study: str | None = None) -> list[str]:
    """The names of the experiments that there are: those of a study, or else those of none."""
    folder = home() / study if study else home()
    prefix = f"{study}/" if study else ""
    return sorted(prefix + path.parent.name for path in folder.glob("*/experiment.json"))


def study_names() -> list[str]:
    """The names of the studies that there are."""
    return sorted(path.parent.name for path in home().glob("*/study.json"))


@dataclass(frozen=True)
class JobPaths:
    """The files of one job."""

    folder: Path

    @cached_property
    def description(self) -> Path:
        """What is to run: written whole before the job is launched."""
        return self.folder / "job.json"

    @cached_property
    def order(self) -> Path:
        """What a guard that is a program of its own is to run."""
        return self.folder / "order.json"

    @cached_property
    def lock(self) -> Path:
        """Locked as long as the job's guard lives."""
        return self.folder / "lock"

    @cached_property
    def lease(self) -> Path:
        """Written every few seconds while the job runs, where no lock can tell."""
        return self.folder / "lease"

    @cached_property
    def started(self) -> Path:
        """Written by the guard once the script's process runs."""
        return self.folder / "started.json"

    @cached_property
    def ended(self) -> Path:
        """Written by the guard last of all, when nothing of the job is left."""
        return self.folder / "ended.json"

    @cached_property
    def reports(self) -> Path:
        return self.folder / "reports.jsonl"

    @cached_property
    def stdout(self) -> Path:
        return self.folder / "stdout"

    @cached_property
    def stderr(self) -> Path:
        return self.folder / "stderr"


@dataclass(frozen=True)
class ExperimentPaths:
    """The files of one experiment."""

    folder: Path

    @classmethod
    def named(cls, name: str) -> ExperimentPaths:
        return cls(home() / check_name(name))

    @property
    def name(self) -> str:
        """What commands call it: its folder's name, behind that of its study if it is of one."""
        above = self.folder.parent
        return f"{above.name}/{self.folder.name}" if above.parent == home() else self.folder.name

    @property
    def is_of_study(self) -> bool:
        return "/" in self.name

    @property
    def definition(self) -> Path:
        return self.folder / "experiment.json"

    @property
    def journal(self) -> Path:
        return self.folder / "journal.jsonl"

    @property
    def results(self) -> Path:
        return self.folder / "results.csv"

    @property
    def outcome(self) -> Path:
        """What comparisons need of an experiment of a study; written when it has ended."""
        return self.folder / "outcome.json"

    @property
    def snapshot(self) -> Path:
        """What the journal came to, for those who look on; see `tunewise.snapshot`."""
        return self.folder / "snapshot"

    @property
    def bell(self) -> Path:
        """A named pipe: whoever has news for the tuner writes a byte."""
        return self.folder / "bell"

    @property
    def stop_request(self) -> Path:
        """Its presence asks the running tuner to end the experiment for now."""
        return self.folder / "stop"

    @property
    def held(self) -> Path:
        """What passes between a tuner and the jobs of Slurm that it holds."""
        return self.folder / "held"

    @property
    def trials(self) -> Path:
        return self.folder / "trials"

    def trial(self, trial_id: int) -> Path:
        return self.trials / f"{trial_id:05d}"

    def config(self, trial_id: int) -> Path:
        return self.trial(trial_id) / "config.json"

    def checkpoint(self, trial_id: int) -> Path:
        return self.trial(trial_id) / "checkpoint"

    def jobs(self, trial_id: int) -> Path:
        return self.trial(trial_id) / "jobs"

    def job(self, job_id: JobId) -> JobPaths:
        return JobPaths(self.jobs(job_id.trial_id) / str(job_id.run))

    def set_aside(self) -> Path:
        """A folder that isn't there yet, for what no longer counts."""
        return next(path for n in count(1) if not (path := self.folder / f"set-aside-{n}").exists())


@dataclass(frozen=True)
class StudyPaths:
    """The files of one study, whose experiments have folders of their own below it."""

    folder: Path

    @classmethod
    def named(cls, tag: str) -> StudyPaths:
        return cls(home() / check_name(tag))

    @property
    def plan(self) -> Path:
        return self.folder / "study.json"

    @property
    def lock(self) -> Path:
        """Locked while a launcher is at work."""
        return self.folder / "study.lock"

    @property
    def fetching(self) -> Path:
        """Locked while records are brought here from S3."""
        return self.folder / "fetch.lock"

    @property
    def results(self) -> Path:
        return self.folder / "results"

    @property
    def staged(self) -> Path:
        """What goes with the jobs that are tuners, or all of them where they share this folder."""
        return self.folder / "staged"

    @property
    def tuners(self) -> Path:
        """The specification of tuners that share this folder: how they were started last."""
        return self.staged / "backend.json"

    def experiment(self, name: str) -> ExperimentPaths:
        return ExperimentPaths(self.folder / check_name(name))

    def outcome(self, name: str) -> Path:
        return self.experiment(name).outcome

    def log(self, name: str) -> Path:
        """What the process of an experiment printed."""
        return self.experiment(name).folder / "study.log"
