"""What travels to the page: an experiment as plain values, compact columns and binary curves."""

from __future__ import annotations

import shlex
import struct
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tunewise.accounting import Amount
from tunewise.backends import spec_from_json
from tunewise.backends.base import BackendError
from tunewise.backends.specs import BackendSpec
from tunewise.console.reading import Changes, Follower
from tunewise.display import asked, limits, words
from tunewise.display.formats import has_price
from tunewise.display.words import Standing
from tunewise.engine.state import State
from tunewise.space import Space
from tunewise.trial import JobId, Status, Trial

STATUSES = ("queued", "held", *(status.value for status in Status))  # as `Trial.standing` has them
"""The words for the states of trials; rows have their places here."""

Row = list[Any]

TRIAL_COLUMNS = (
    "id",
    "status",
    "level",
    "best",
    "last",
    "spent",
    "money",
    "jobs",
    "bracket",
    "started",
    "held",
)
JOB_COLUMNS = ("trial", "run", "started", "began", "ended", "until", "first", "halted", "target", "failure")
TOLD = 400  # of what happened, that travels with an experiment


# ---- an experiment --------------------------------------------------------------------------------------


def overview(follower: Follower) -> dict[str, Any]:
    """Everything about an experiment but its curves. `cursor` says up to where, for `changes_of`."""
    state, problem = follower.state, follower.problem
    trials = state.trials
    rows = [trial_row(state, trial) for trial in trials]
    jobs = [job_row(follower, trial, run) for trial in trials for run in range(len(trial.jobs))]
    told = follower.chronicle.told
    return {
        "name": follower.paths.name,
        "cursor": follower.offset,
        "whole": follower.whole,
        "head": head(follower),
        "setup": setup(follower),
        "statuses": STATUSES,
        "trials": _columns(TRIAL_COLUMNS, rows),
        "params": {name: [t.config.get(name) for t in trials] for name in problem.space.names},
        "jobs": _columns(JOB_COLUMNS, jobs),
        "incumbents": follower.incumbents.found,
        "told": told[-TOLD:],
        "toldBefore": max(0, len(told) - TOLD),
    }


def beginning(follower: Follower) -> dict[str, Any]:
    """What is known at once, for the top of the page."""
    return {"whole": follower.whole, "head": head(follower), "setup": setup(follower), "statuses": STATUSES}


def changes_of(follower: Follower, changes: Changes) -> dict[str, Any]:
    """What a page that shows an earlier moment lacks."""
    state = follower.state
    by_id = state.trials.by_id
    return {
        "cursor": follower.offset,
        "head": head(follower),
        "trials": [trial_row(state, by_id[trial_id]) for trial_id in sorted(changes.trials)],
        "params": {str(n): by_id[n].config for n in changes.trials if len(by_id[n].jobs) == 1},
        "jobs": [job_row(follower, by_id[job.trial_id], job.run) for job in sorted(changes.jobs)],
        "points": [_point(by_id[trial_id], index) for trial_id, index in changes.reports],
        "incumbents": follower.incumbents.found[changes.incumbents :],
        "told": follower.chronicle.told[changes.told :],
        "answers": list(follower.chronicle.answers.items())[changes.answers :],
    }


def head(follower: Follower) -> dict[str, Any]:
    """What the top of the page says, and changes all the time."""
    state, now = follower.state, follower.state.now
    standing, opened = follower.standing, state.opened
    trials = state.trials
    best = trials.best
    used = limits.used(state, now)
    return {
        "standing": standing.value,
        "detail": state.finished.detail if state.finished else "",
        "now": now,
        "at": time.time(),
        "read": follower.offset,
        "size": follower.size,
        "flaw": follower.flaw,
        "counts": words.number_of_each(trials),
        "reports": trials.num_reports,
        "workers": opened.workers if opened else follower.definition.workers,
        "running": state.running,
        "queued": state.busy - state.running,
        "whyQueued": words.why_queued(trials),
        "cost": state.cost(now),
        "spending": state.spending,
        "priced": has_price(state.price),
        "limits": dict(opened.limits) if opened else follower.definition.limits,
        "budgets": [use._asdict() for use in used],
        "endsIn": _ends_in(used, state, now) if standing is Standing.RUNNING else None,
        "best": None if best is None else {**best._asdict(), "text": words.best_found(trials)},
        "notes": len(state.notes),
        "wanted": asked.wanted(state),
        "held": [trial.id for trial in trials if trial.held],
    }


def setup(follower: Follower) -> dict[str, Any]:
    """How an experiment was set up; none of it changes."""
    definition, problem, spec = follower.definition, follower.problem, _spec(follower)
    kind = str(definition.backend.get("kind", ""))
    place = (spec.place or "this machine") if spec else kind or "an unknown engine"
    script, *arguments = spec.script if spec else ("",)
    return {
        "created": definition.created,
        "method": definition.method.name,
        "arguments": {
            "seed": definition.method.seed,
            **{name: value for name, value in definition.method.arguments.items() if value is not None},
        },
        "backend": kind,
        "place": place,
        "script": shlex.join([Path(script).name, *arguments]) if script else "",
        "keepAlive": _number(definition.backend.get("keep_alive")),
        "metric": problem.metric,
        "mode": problem.mode,
        "levelName": problem.level_name,
        "maxResource": problem.max_resource,
        "folder": str(follower.paths.folder),
        "space": space_view(problem.space),
        "constants": dict(problem.space.constants),
        "version": definition.version,
    }


def space_view(space: Space) -> list[dict[str, Any]]:
    """Each hyperparameter: its name, what it was declared as, and the scale of an axis for it."""
    found = []
    for name, domain in space.domains.items():
        choices = getattr(domain, "values", None)
        low, high = getattr(domain, "lower", None), getattr(domain, "upper", None)
        found.append(
            {
                "name": name,
                "text": domain.text(),
                "conditional": bool(domain.conditions),
                "low": low,
                "high": high,
                "log": bool(getattr(domain, "log", False)),
                "whole": type(domain).__name__ == "Integer",
                "choices": None if low is not None or choices is None else list(choices),
            }
        )
    return found


def _ends_in(used: Sequence[limits.Used], state: State, now: float) -> float | None:
    """Seconds until the first limit is reached at the pace so far; None if that can't be told. Of a limit on
    trials only those that are over count, as the others have still to be trained."""
    over = 1.0 - state.busy / max(1, len(state.trials))
    shares = (
        use.share * (over if use.limit == "max_num_trials_started" else 1.0) for use in used if use.steady
    )
    return min((now * (1.0 - share) / share for share in shares if share > 0.0 < now), default=None)


def _spec(follower: Follower) -> BackendSpec | None:
    """Where the jobs run; None if the package of that back end isn't installed here."""
    try:
        return spec_from_json(follower.definition.backend)
    except BackendError:
        return None


def _number(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


# ---- rows -----------------------------------------------------------------------------------------------


def trial_row(state: State, trial: Trial) -> Row:
    """A trial as `TRIAL_COLUMNS` say. spent: seconds of its ended jobs; money: for these. held:
    a person keeps it from going on."""
    return [
        trial.id,
        STATUSES.index(trial.standing),
        trial.level,
        state.trials.problem.best(trial.values),
        trial.values[-1] if trial.values else None,
        round(trial.worker_time, 3),
        round(state.ledger.ended.get(trial.id, 0.0), 6),
        len(trial.jobs),
        trial.bracket,
        round(trial.jobs[0].started, 3),
        trial.held,
    ]


def job_row(follower: Follower, trial: Trial, run: int) -> Row:
    """A job as `JOB_COLUMNS` say. first: the index of its first report; halted: when its end was decided, and
    target what its trial was to become."""
    span, job = trial.jobs[run], JobId(trial.id, run)
    chronicle = follower.chronicle
    halt = chronicle.halts.get(job)
    return [
        trial.id,
        run,
        round(span.started, 3),
        None if span.began is None else round(span.began, 3),
        None if span.ended is None else round(span.ended, 3),
        span.until,
        span.first_report,
        None if halt is None else round(halt.time, 3),
        None if halt is None else halt.target,
        chronicle.failures.get(job),
    ]


def _columns(names: Sequence[str], rows: Sequence[Row]) -> dict[str, list[Any]]:
    parts: Iterable[Iterable[Any]] = zip(*rows, strict=True) if rows else [()] * len(names)
    return {name: list(part) for name, part in zip(names, parts, strict=True)}


def _point(trial: Trial, index: int) -> list[float]:
    return [trial.id, index, trial.levels[index], trial.values[index], round(trial.times[index], 3)]


# ---- curves ---------------------------------------------------------------------------------------------

CURVES = struct.Struct("<4sIII")
"""The first 16 bytes: TWC1, the numbers of trials and of reports, and 0."""


def curves(state: State) -> bytes:
    """All learning curves, little-endian: values and times as Float64, levels as Int32, the trials one after
    the other, and at last how many reports each trial has, as Uint32."""
    trials = list(state.trials)
    counts = [len(trial.levels) for trial in trials]
    parts = [CURVES.pack(b"TWC1", len(counts), sum(counts), 0)]
    for name in ("values", "times", "levels"):
        arrays = [getattr(trial, name) for trial in trials]
        if sys.byteorder != "little":
            for array in (arrays := [array[:] for array in arrays]):
                array.byteswap()
        parts += [array.tobytes() for array in arrays]
    parts.append(struct.pack(f"<{len(counts)}I", *counts))
    return b"".join(parts)


# ---- details --------------------------------------------------------------------------------------------


def trial_view(follower: Follower, trial_id: int) -> dict[str, Any]:
    """One trial in detail. Raises IndexError if there is none."""
    state, problem, paths = follower.state, follower.problem, follower.paths
    if not 0 <= trial_id < len(state.trials):
        raise IndexError(trial_id)
    trial = state.trials[trial_id]
    told = [item for item in follower.chronicle.told if item.trial == trial_id]
    notes = [note for note in state.notes if note.trial_id == trial_id]
    return {
        "id": trial.id,
        "status": trial.standing,
        "config": dict(trial.config),
        "until": trial.until,
        "why": words.reason(dict(trial.why), words.Names(problem.metric, problem.level_name)),
        "jobs": [
            {
                "run": run,
                "text": words.job(problem, span, state.now),
                "place": follower.chronicle.places.get(JobId(trial.id, run), ""),
            }
            for run, span in enumerate(trial.jobs)
        ],
        "told": told,
        "notes": [[note.time, "note", note.trial_id, note.message] for note in notes],
        "failure": None
        if trial.failure is None
        else {"kind": trial.failure.kind.value, "message": trial.failure.message[-20_000:]},
        "retries": trial.retries,
        "folder": str(paths.trial(trial.id)),
        "checkpoint": str(paths.checkpoint(trial.id)) if paths.checkpoint(trial.id).exists() else "",
        "command": _command(follower, trial),
    }


def _command(follower: Follower, trial: Trial) -> str:
    """The shell command that trains a trial's configuration again, to the end; "" if that isn't known."""
    problem, spec = follower.problem, _spec(follower)
    return "" if spec is None else spec.command(problem.arguments(trial.config, problem.max_resource))


def cost_view(state: State) -> dict[str, Any]:
    """What an experiment was spent on."""
    breakdown = state.breakdown()
    jobs = breakdown.jobs
    parts: dict[str, Amount] = {
        "start-up": jobs.startup,
        "training": jobs.training,
        "lost": jobs.lost,
        "idle": breakdown.idle,
    }
    return {
        "parts": {name: [part.seconds, part.money] for name, part in parts.items()},
        "total": [breakdown.total.seconds, breakdown.total.money],
        "queued": breakdown.queued,
        "untilBest": breakdown.until_best,
        "priced": has_price(state.price),
        "price": state.price,
        "outlook": words.outlook(state),
        "trials": [[each.startup.money, each.training.money, each.lost.money] for each in breakdown.trials],
    }
