"""Where everything of an experiment lies on disk.

No other module joins these names, except for what an engine keeps to itself: what it calls the experiment, in
`KIND.json` of the folder, and what lies in `held` and `staged`.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path

from tunewise.trial import JobId

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


class HomeError(RuntimeError):
    """The folder of all experiments can't be used; the message says what to do."""


def home() -> Path:
    """The folder of all experiments, which may not exist yet: `$TUNEWISE_HOME`, or `~/tunewise`.

    Raises `HomeError` if it isn't a folder, or can't be read.
    """
    setting = os.environ.get("TUNEWISE_HOME") or "~/tunewise"
    try:
        folder = Path(setting).expanduser().absolute()
        os.scandir(folder).close()
    except FileNotFoundError:
        pass
    except (OSError, RuntimeError) as error:  # the latter for ~somebody
        why = error.strerror if isinstance(error, OSError) else str(error).rstrip(".")
        raise HomeError(
            f"{setting} can't hold experiments ({why}): let TUNEWISE_HOME name another folder."
        ) from error
    return folder


def check_name(name: str) -> str:
    """The name of an experiment, which is also the name of its folder: its own, or STUDY/EXPERIMENT if it
    belongs to a study. Raises ValueError for an invalid one."""
    parts = name.split("/")
    if len(parts) > 2 or not all(_NAME.fullmatch(part) for part in parts):
        raise ValueError(
            f"{name!r} can't name an experiment: use letters, digits, '.', '_' and '-', at most 100, "
            "beginning with a letter or digit, or STUDY/EXPERIMENT."
        )
    return name


def experiment_names(study: str | None = None) -> list[str]:
    """The names of all experiments of a study, or of those that belong to none."""
    folder = home() / study if study else home()
    prefix = f"{study}/" if study else ""
    return sorted(prefix + path.parent.name for path in folder.glob("*/experiment.json"))


def study_names() -> list[str]:
    """The names of all studies."""
    return sorted(path.parent.name for path in home().glob("*/study.json"))


def _in_folder(name: str) -> cached_property[Path]:
    """A property: the path of this name in `folder`."""
    return cached_property(lambda paths: Path(paths.folder, name))


@dataclass(frozen=True)
class JobPaths:
    """The files of one job."""

    folder: Path

    description = _in_folder("job.json")
    """What to run: written atomically before the job is launched."""
    order = _in_folder("order.json")
    """What to run, for a guard that is a program of its own."""
    lock = _in_folder("lock")
    """Locked as long as the job's guard lives."""
    lease = _in_folder("lease")
    """Written every few seconds while the job runs, where no lock can tell."""
    started = _in_folder("started.json")
    """Written by the guard once the script's process runs."""
    ended = _in_folder("ended.json")
    """Written by the guard last of all, when no process of the job is left."""
    reports = _in_folder("reports.jsonl")
    stdout = _in_folder("stdout")
    stderr = _in_folder("stderr")


@dataclass(frozen=True)
class ExperimentPaths:
    """The files of one experiment."""

    folder: Path

    definition = _in_folder("experiment.json")
    journal = _in_folder("journal.jsonl")
    results = _in_folder("results.csv")
    outcome = _in_folder("outcome.json")
    """What comparisons need of an experiment of a study; written when it has ended."""
    snapshot = _in_folder("snapshot")
    """The state that the journal leads to, for readers; see `tunewise.snapshot`."""
    bell = _in_folder("bell")
    """A named pipe: whoever has news for the tuner writes a byte."""
    requests = _in_folder("requests")
    """What people ask of the tuner: a file each, see `tunewise.requests`."""
    old_stop = _in_folder("stop")
    """Its presence asked the tuners of the version before to suspend the experiment."""
    resume_log = _in_folder("resume.log")
    """What a tuner printed that the console started."""
    held = _in_folder("held")
    """What a tuner and the Slurm jobs that it holds exchange."""
    trials = _in_folder("trials")
    function = _in_folder("tuned_function.py")
    """The script of the jobs where a function is tuned."""

    @classmethod
    def named(cls, name: str) -> ExperimentPaths:
        return cls(home() / check_name(name))

    @property
    def name(self) -> str:
        """What commands call it: the name of its folder, after that of its study if it belongs to one."""
        above = self.folder.parent
        return f"{above.name}/{self.folder.name}" if above.parent == home() else self.folder.name

    @property
    def is_of_study(self) -> bool:
        return "/" in self.name

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
        """A folder that doesn't exist yet, for files that no longer count."""
        return next(path for n in count(1) if not (path := self.folder / f"set-aside-{n}").exists())


@dataclass(frozen=True)
class StudyPaths:
    """The files of one study, whose experiments have folders of their own below it."""

    folder: Path

    plan = _in_folder("study.json")
    lock = _in_folder("study.lock")
    """Locked while a launcher is running."""
    fetching = _in_folder("fetch.lock")
    """Locked while results are copied here from S3."""
    results = _in_folder("results")
    staged = _in_folder("staged")
    """What goes with the jobs that are tuners, or all of them if they share this folder."""

    @classmethod
    def named(cls, tag: str) -> StudyPaths:
        return cls(home() / check_name(tag))

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
