"""The picture of a running experiment, as lines that fit a terminal of any size."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from rich.text import Text

from tunewise.display import limits, words
from tunewise.display.formats import clock, configuration, count, duration, gist, in_one_line, number
from tunewise.display.story import Happening, Kind
from tunewise.engine.state import State
from tunewise.problem import Problem
from tunewise.trial import Status, Trial

LABEL = 11  # columns of the words on the left
COLUMNS = (5, 11, 14, 8)  # widths of running trials' cells; fixed if there is room, so that nothing jumps
GAP = "  "  # between cells

KIND_STYLES = {
    Kind.BEST: "bold green",
    Kind.DECISION: "",
    Kind.COMPLETION: "",
    Kind.FAILURE: "red",
    Kind.NOTE: "yellow",
    Kind.REQUEST: "cyan",
    Kind.STOPPING: "yellow",
}

STATUS_STYLES = {
    "queued": "dim",
    "held": "cyan",
    Status.RUNNING.value: "green",
    Status.HALTING.value: "yellow",
    Status.FAILED.value: "red",
}


class Title(NamedTuple):
    """What doesn't change while the experiment runs."""

    experiment: str
    method: str
    problem: Problem


class Size(NamedTuple):
    """The columns and lines that a picture may have."""

    width: int
    height: int


def frame(
    title: Title,
    state: State,
    happenings: Sequence[Happening],
    now: float,
    size: Size,
    outlook: str = "",
) -> list[Text]:
    """The picture, in at most `size.height` lines of at most `size.width` columns. outlook: what another hour
    promises.

    The best so far comes first, then the limits, the running trials and the latest events; what doesn't fit
    is left out from the bottom up. The time to draw it doesn't grow with the number of trials.
    """
    head = [_headline(title, now, stopping=_stopping(happenings)), Text()]
    head += _best(title.problem, state, now, size.width)
    head += [_counts(state), Text()]
    head += _bars(state, now, size.width)
    head += [_labelled("outlook").append(outlook)] if outlook else []
    room = size.height - len(head)
    latest = list(islice(reversed(happenings), max(0, room)))
    for_running = max(room - min(len(latest) + 1, 6), room // 2)
    running = _running(title.problem, state, now, for_running, size.width)
    lines = [*head, *running]
    room = size.height - len(lines) - 1
    if latest and room > 0:
        lines += [Text(), *(_happening(happening) for happening in reversed(latest[:room]))]
    return [_fitted(line, size.width) for line in lines[: size.height]]


def _stopping(happenings: Sequence[Happening]) -> bool:
    return any(happening.kind is Kind.STOPPING for happening in happenings)


def _headline(title: Title, now: float, stopping: bool) -> Text:
    line = Text(title.experiment, style="bold")
    line.append(f"  {title.method}, {duration(now)}", style="not bold")
    if stopping:
        line.append("  stopping; Ctrl-C again leaves the jobs running", style="not bold yellow")
    else:
        line.append("  Ctrl-C suspends", style="not bold dim")
    return line


def _labelled(label: str, style: str = "dim") -> Text:
    return Text().append(label.ljust(LABEL), style=style)


def _best(problem: Problem, state: State, now: float, width: int) -> list[Text]:
    best = state.trials.best
    if best is None:
        return [_labelled("best").append(f"no {problem.metric} reported yet", style="dim")]
    trial = state.trials[best.trial_id]
    at = trial.times[bisect_left(trial.levels, best.level)]
    line = _labelled("best").append(f"{problem.metric} {number(best.value)}", style="bold green")
    where = f"{problem.level_name} {words.span(problem, best.level, problem.max_resource)}"
    failed = " (failed)" if trial.status is Status.FAILED else ""
    line.append(f"  trial {best.trial_id}{failed} at {where}, {duration(now - at)} ago")
    texts = _wrapped(configuration(trial.config), max(10, width - LABEL), lines=2)
    return [line, *(_labelled("").append(text) for text in texts)]


def _wrapped(text: str, width: int, lines: int) -> list[str]:
    """The words of a text in at most this many lines; the last one may be too long."""
    wrapped = [""]
    for word in text.split(" "):
        longer = f"{wrapped[-1]} {word}".lstrip()
        if len(longer) > width and wrapped[-1] and len(wrapped) < lines:
            wrapped.append(word)
        else:
            wrapped[-1] = longer
    return wrapped


def _counts(state: State) -> Text:
    line = _labelled("trials").append(f"{len(state.trials):,}")
    for status, text in words.count_of_each(state.trials).items():
        line.append(", " if ":" in line.plain else ": ")
        line.append(text, style=STATUS_STYLES.get(status, ""))
    if state.wanted:
        line.append(f"; {count(len(state.wanted), 'configuration')} to try next")
    return line


def _bars(state: State, now: float, width: int) -> list[Text]:
    workers = state.opened.workers if state.opened else 0
    waiting = f"{state.busy - state.running} queued" if state.busy > state.running else ""
    busy = words.waits_for_a_person(state) or f"{state.running} of {workers} busy"
    cost = words.cost_so_far(state, now)
    at_work = ", ".join(filter(None, [busy, waiting, cost, words.queued(state, now)]))
    rows = [(use.label, use.share, use.text.removeprefix("cost ")) for use in limits.used(state, now)]
    rows.append(("workers", state.running / workers if workers else 0.0, at_work))
    longest = max(len(text) for _, _, text in rows)
    columns = min(40, width - LABEL - longest - 2)
    return [_bar(label, share, text, columns) for label, share, text in rows]


def _bar(label: str, share: float, text: str, columns: int) -> Text:
    line = _labelled(label)
    if columns >= 5:
        full = round(share * columns)
        line.append("━" * full, style="cyan").append("─" * (columns - full), style="dim").append("  ")
    return line.append(text)


def _running(problem: Problem, state: State, now: float, room: int, width: int) -> list[Text]:
    """A heading and a line for each trial that has a worker, the longest running first."""
    busy = [*state.trials.having(Status.HALTING).values(), *state.trials.having(Status.RUNNING).values()]
    if not busy or room < 3:
        return []
    busy.sort(key=lambda trial: trial.jobs[-1].started)
    shown = busy if len(busy) <= room - 2 else busy[: room - 3]
    names = ("trial", problem.level_name[:11], problem.metric[:14], "since")
    rows = [_cells(problem, trial, now) for trial in shown]
    columns = _columns([names, *rows], width)
    heading = f"{'running':{LABEL}}{_row(names, columns)}configuration"
    lines = [Text(), Text(heading, style="dim")]
    for trial, cells in zip(shown, rows, strict=True):
        apart = "" if trial.standing == Status.RUNNING.value else trial.standing
        line = _labelled(apart, style=STATUS_STYLES[trial.standing]).append(_row(cells, columns))
        why = trial.jobs[-1].queued_for if trial.queued else ""
        lines.append(
            line.append(f"{gist(why)}  " if why else "").append(configuration(trial.config), style="dim")
        )
    if len(shown) < len(busy):
        lines.append(
            _labelled("").append(f"and {count(len(busy) - len(shown), 'further trial')}", style="dim")
        )
    return lines


def _cells(problem: Problem, trial: Trial, now: float) -> tuple[str, ...]:
    job = trial.jobs[-1]
    return (
        str(trial.id),
        words.span(problem, trial.level, trial.until),
        number(trial.values[-1]) if trial.values else "-",
        duration(now - (job.started if job.began is None else job.began)),
    )


def _columns(rows: Sequence[Sequence[str]], width: int) -> Sequence[int]:
    """The widths of the cells; only as wide as their contents if the terminal has no room for more."""
    if width >= LABEL + sum(COLUMNS) + len(GAP) * len(COLUMNS):
        return COLUMNS
    return [max(map(len, column)) for column in zip(*rows, strict=True)]


def _row(cells: Sequence[str], columns: Sequence[int]) -> str:
    return "".join(f"{cell:>{wide}}{GAP}" for cell, wide in zip(cells, columns, strict=True))


def _happening(happening: Happening) -> Text:
    line = Text().append(clock(happening.time).ljust(LABEL), style="dim")
    return line.append(happening.text, style=KIND_STYLES[happening.kind])


def _fitted(line: Text, width: int) -> Text:
    line.plain = in_one_line(line.plain)  # character by character, so that styles stay in place
    line.no_wrap = True
    line.truncate(width, overflow="ellipsis")
    return line
