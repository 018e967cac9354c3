"""Renames and deletes experiments and studies, provided that nothing of them runs."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tunewise.backends import spec_class, spec_from_json
from tunewise.backends.orphans import experiment_mark, kill_marked
from tunewise.backends.specs import Location
from tunewise.checking import jobs_on_disk
from tunewise.definition import DefinitionError
from tunewise.disk import decode, is_locked, sync
from tunewise.journal import JournalError, only_writer
from tunewise.paths import ExperimentPaths, StudyPaths, experiment_names, home
from tunewise.results import load_folder


class HousekeepingError(RuntimeError):
    """An experiment that can't be renamed or deleted; the message says why, and what to do."""


def rename_experiment(name: str, new: str) -> Path:
    """Gives an experiment another name and returns its folder. Raises `HousekeepingError`, `DefinitionError`
    and `JournalBusyError`."""
    paths, target = ExperimentPaths.named(name), ExperimentPaths.named(new)
    if is_study(name) or paths.is_of_study or target.is_of_study:
        raise HousekeepingError(
            "A study and its experiments keep their names, by which its command goes on with them: rename "
            "experiments of no study."
        )
    with idle(paths):
        if os.path.lexists(target.folder):
            raise HousekeepingError(f"There is {target.folder} already: choose another name.")
        with _explained(paths.folder):
            paths.folder.rename(target.folder)
            sync(target.folder.parent)
    return target.folder


def delete(name: str) -> None:
    """Deletes an experiment, or a study with all of its experiments. Its files elsewhere, for example on S3,
    stay.

    Raises `HousekeepingError`, `DefinitionError`, `JournalBusyError` where a tuner is at work, and
    `BackendError` where jobs may run on a back end that isn't known here.
    """
    if not is_study(name):
        paths = ExperimentPaths.named(name)
        with idle(paths):
            _delete(paths.folder, last=paths.definition)
        return
    study = StudyPaths.named(name)
    _refuse_link(study.folder)
    if study.staged.exists() and not _tuners_are_over(study):
        raise HousekeepingError(
            f"{name!r} was launched, so that its tuners may be at work elsewhere: once `tunewise fetch "
            f"{name}` says that none is, delete {study.folder} yourself."
        )
    if is_locked(study.lock):
        raise HousekeepingError(f"The study {name!r} is running: wait for it, or stop it by Ctrl-C.")
    experiments = [ExperimentPaths.named(experiment) for experiment in experiment_names(name)]
    for one in experiments:  # before the first is deleted; all locks at once would be too many open files
        with idle(one):
            pass
    for one in experiments:
        with idle(one):
            _delete(one.folder, last=one.definition)
    _delete(study.folder, last=study.plan)


def _tuners_are_over(study: StudyPaths) -> bool:
    """Whether the tuners of a study that was launched have certainly ended. Raises `BackendError`, and
    `BusyError` where their engine can't be asked now."""
    if not study.tuners.exists():  # they don't share this folder
        return False
    try:
        spec = spec_from_json(decode(study.tuners.read_bytes(), dict[str, Any]))
    except ValueError:
        return False
    paths = ExperimentPaths(study.staged)
    alive = spec.alive(paths, jobs_on_disk(paths))
    if alive:
        raise HousekeepingError(
            f"Tuners of {study.folder.name!r} are at work ({', '.join(map(str, alive))}): wait for them, or "
            "stop their experiments by `tunewise stop`."
        )
    return True


def is_study(name: str) -> bool:
    return StudyPaths.named(name).plan.exists()


def refuse_missing(paths: ExperimentPaths) -> None:
    """Raises `DefinitionError` if there is no experiment."""
    if not paths.definition.exists():
        raise DefinitionError(
            f"There is no experiment {paths.name!r} in {home()}: `tunewise list` shows all experiments."
        )


@contextmanager
def idle(paths: ExperimentPaths) -> Iterator[None]:
    """While it lasts, no tuner takes an experiment up. Raises `HousekeepingError` where something of it
    runs."""
    refuse_missing(paths)
    _refuse_link(paths.folder)
    if paths.is_of_study and is_locked(StudyPaths(paths.folder.parent).lock):
        raise HousekeepingError(f"The study of {paths.name!r} is running: wait for it, or stop it by Ctrl-C.")
    if not paths.journal.exists():  # not begun, or lost: a lock would create one
        yield
        return
    with _explained(paths.folder), only_writer(paths.journal, paths.name):
        if _has_jobs(paths):
            raise HousekeepingError(
                f"Jobs that the killed tuner of {paths.name!r} left behind may still run: end them by "
                f"`tunewise stop {paths.name}` before."
            )
        mark = experiment_mark(paths.folder)
        if not kill_marked(
            lambda other: other.startswith(mark)
        ):  # what guards left that were killed themselves
            raise HousekeepingError(
                f"A process of a job of {paths.name!r} can't be ended: end it, and try again."
            )
        yield


def _refuse_link(folder: Path) -> None:
    if folder.is_symlink():
        raise HousekeepingError(f"{folder} is a link: rename or delete it, and what it leads to, yourself.")


def _has_jobs(paths: ExperimentPaths) -> bool:
    """Whether jobs may still run without a tuner."""
    if any(is_locked(paths.job(job).lock) for job in jobs_on_disk(paths)):
        return True
    try:
        result = load_folder(paths)
    except (DefinitionError, JournalError):
        return False  # unknown elsewhere; on this machine none runs
    kind = result.definition.backend.get("kind")
    return result.state.busy > 0 and spec_class(kind).location is Location.REMOTE


def _delete(folder: Path, last: Path) -> None:
    """Deletes a folder. last: the file that identifies it, so that deleting can continue after a crash."""
    with _explained(folder):
        for path in sorted(folder.iterdir(), key=lambda path: path == last):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
        folder.rmdir()


@contextmanager
def founding(paths: ExperimentPaths) -> Iterator[None]:
    """A new folder for an experiment, which is gone again if what fills it fails. The definition comes last:
    without it there is no experiment. Raises `HousekeepingError`."""
    with _explained(paths.folder):
        try:
            paths.folder.mkdir(parents=True)
        except FileExistsError:
            raise HousekeepingError(f"There is {paths.folder} already: choose another name.") from None
        try:
            yield
        except BaseException:
            shutil.rmtree(paths.folder)
            raise


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        where = error.filename or folder
        raise HousekeepingError(f"{where} can't be changed ({error.strerror}): fix that first.") from error
