"""Kills tuners with SIGKILL, and checks their experiments afterwards, on any engine."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

from tests.helpers.invariants import check_state

from tunewise.events import Reported
from tunewise.trial import JobId, Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from tunewise.paths import ExperimentPaths
    from tunewise.results import ExperimentResult


def lines_of(paths: ExperimentPaths) -> int:
    return paths.journal.read_bytes().count(b"\n") if paths.journal.exists() else 0


def in_a_child(run: Callable[[], object]) -> int:
    """Runs a tuner in a child process, and returns its pid."""
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        try:
            run()
        finally:
            os._exit(0)
    return child


def fork_and_kill(
    run: Callable[[], object], paths: ExperimentPaths, lines: int, delay: float, longest: float
) -> None:
    """Runs a tuner in a child process, and kills it `delay` seconds after its journal has `lines` lines, or
    after `longest` seconds."""
    child = in_a_child(run)
    wait_for_lines(paths, lines, longest)
    time.sleep(delay)
    kill(child)


def wait_for_lines(paths: ExperimentPaths, lines: int, longest: float) -> None:
    """Waits until a journal has so many lines, or for `longest` seconds."""
    deadline = time.monotonic() + longest
    while lines_of(paths) < lines and time.monotonic() < deadline:
        time.sleep(0.001)


def kill(child: int) -> None:
    """Kills the tuner in a child process."""
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL, "the tuner was over before it was killed"


def check_no_report_lost_or_doubled(record: ExperimentResult, n_trials: int) -> None:
    """Also checks that no trial failed or still runs."""
    check_state(record.state)
    trials = record.state.trials
    assert len(trials) == n_trials
    assert not any(trial.busy for trial in trials)
    assert not trials.having(Status.FAILED)
    journaled = [
        (entry.fact.job, entry.fact.seq) for entry in record.entries() if isinstance(entry.fact, Reported)
    ]
    written = []
    for trial in trials:
        assert list(trial.levels) == list(range(1, len(trial.levels) + 1)), "an epoch is missing or repeated"
        for run in range(len(trial.jobs)):
            job = JobId(trial.id, run)
            file = record.paths.job(job).reports
            lines = file.read_text().splitlines() if file.exists() else []
            written += [(job, seq) for seq in range(len(lines))]
    assert sorted(journaled) == sorted(written)
