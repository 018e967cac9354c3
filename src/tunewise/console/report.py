"""An experiment or a study as one HTML file: the console's page with its data in it, to mail or to keep.

The file needs no server and asks none. What is long is thinned, and the page says so.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from tunewise.console.chronicle import Told
from tunewise.console.importance import gathered
from tunewise.console.reading import Follower
from tunewise.console.server import STATIC
from tunewise.console.studies import study_view
from tunewise.console.views import cost_view, overview, trial_view
from tunewise.trial import Trial
from tunewise.version import __version__

MOST_POINTS = 60_000  # of all curves together
LEAST_POINTS = 6  # of a curve
MOST_TOLD = 2_000  # the latest of what happened
MOST_DETAILS = 100  # trials with their command and failure in full: the best
DIGITS = 6  # significant ones of a number
MODULES = ("*.js", "views/*.js", "charts/*.js", "vendor/htm-preact.js")
IMPORT = re.compile(r'(?<= from ")(\.[^"]+)(?=";)')


def report_of_experiment(follower: Follower) -> str:
    """The report of an experiment that was read to its end."""
    state = follower.state
    view = overview(follower)
    kept = thinned(list(state.trials))
    told = _told(follower)
    view["told"], view["toldBefore"] = told, 0
    view["jobs"]["first"] = _firsts(view["jobs"], kept)
    view["thinned"] = _what_is_missing(follower, kept, told)
    cost = cost_view(state)
    data = {
        "kind": "experiment",
        "name": follower.paths.name,
        "overview": _rounded(view),
        "curves": _curves(list(state.trials), kept),
        "cost": _rounded(cost),
        "importance": _rounded(gathered(state)()),
        "details": _rounded({str(trial.id): _detail(follower, trial) for trial in _best(follower)}),
    }
    return _page(follower.paths.name, data)


def report_of_study(tag: str) -> str:
    """The report of a study as far as it has come. Raises `StudyError`."""
    return _page(tag, {"kind": "study", "name": tag, "study": _rounded(study_view(tag))})


# ---- what is kept ---------------------------------------------------------------------------------------


def thinned(trials: Sequence[Trial], most: int = MOST_POINTS) -> list[Sequence[int]]:
    """The indices of the reports of each trial that are kept: all, or at most about `most` together. Of a
    curve its ends stay, and where its jobs begin and end; between these more of its beginning, where it is
    steep."""
    total = sum(len(trial.levels) for trial in trials)
    if total <= most:
        return [range(len(trial.levels)) for trial in trials]
    each = most / max(1, len(trials))
    found: list[Sequence[int]] = []
    for trial in trials:
        count = len(trial.levels)
        room = max(LEAST_POINTS, int(each))
        if count <= room:
            found.append(range(count))
            continue
        marks = {0, count - 1, *(job.first_report + step for job in trial.jobs for step in (-1, 0))}
        ratio = count ** (1.0 / (room - 1))
        marks |= {round(ratio**place) - 1 for place in range(room)}
        found.append(sorted(mark for mark in marks if 0 <= mark < count))
    return found


def _firsts(jobs: Mapping[str, Sequence[Any]], kept: Sequence[Sequence[int]]) -> list[int]:
    """The index of each job's first report among those that are kept."""
    places = [{index: place for place, index in enumerate(indices)} for indices in kept]
    return [
        places[trial].get(first, len(kept[trial]))
        for trial, first in zip(jobs["trial"], jobs["first"], strict=True)
    ]


def _curves(trials: Sequence[Trial], kept: Sequence[Sequence[int]]) -> dict[str, list[float]]:
    pairs = list(zip(trials, kept, strict=True))
    return {
        "values": [_round(trial.values[index]) for trial, indices in pairs for index in indices],
        "times": [round(trial.times[index], 1) for trial, indices in pairs for index in indices],
        "levels": [trial.levels[index] for trial, indices in pairs for index in indices],
        "counts": [len(indices) for indices in kept],
    }


def _told(follower: Follower) -> list[Told]:
    """The latest of what happened, and all about the best trials."""
    told = follower.chronicle.told
    if len(told) <= MOST_TOLD:
        return list(told)
    best = {trial.id for trial in _best(follower)[:20]}
    return [item for item in told[:-MOST_TOLD] if item.trial in best] + told[-MOST_TOLD:]


def _best(follower: Follower) -> list[Trial]:
    """The best trials, the best first."""
    sign = follower.problem.sign
    reported = [trial for trial in follower.state.trials if trial.values]
    return sorted(reported, key=lambda trial: min(sign * value for value in trial.values))[:MOST_DETAILS]


def _detail(follower: Follower, trial: Trial) -> dict[str, Any]:
    view = trial_view(follower, trial.id)
    return {key: view[key] for key in ("why", "jobs", "failure", "command", "notes")}


def _what_is_missing(follower: Follower, kept: Sequence[Sequence[int]], told: Sequence[Told]) -> str:
    parts = []
    reports, points = follower.state.trials.num_reports, sum(map(len, kept))
    if points < reports:
        parts.append(f"long curves are thinned ({points:,} of {reports:,} reports)")
    if len(told) < len(follower.chronicle.told):
        parts.append(f"{len(told):,} of {len(follower.chronicle.told):,} decisions are kept")
    return f"In this report {' and '.join(parts)}." if parts else ""


def _rounded(value: Any) -> Any:  # noqa: ANN401 - JSON
    """The same with numbers in `DIGITS` digits, as nobody reads more and files would be twice as large."""
    if type(value) is float:
        return _round(value)
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_rounded(item) for item in value]
    return value


def _round(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")


# ---- the file -------------------------------------------------------------------------------------------


def _page(title: str, data: dict[str, Any]) -> str:
    data["about"] = {
        "version": __version__,
        "readOnly": True,
        "home": "",
        "made": datetime.now().astimezone().isoformat(timespec="seconds"),
    }
    packed = base64.b64encode(gzip.compress(msgspec.json.encode(data), 9)).decode()
    style = _text("vendor/uplot.css") + _text("style.css")
    plots, begin = _text("vendor/uplot.js"), _text("report.js")
    imports = msgspec.json.encode({"imports": dict(_modules())}).decode()
    scripts = " ".join(map(_hash, (plots, imports, begin)))
    sources = f"script-src {scripts} data:; style-src {_hash(style)}; img-src data:"
    policy = f"default-src 'none'; {sources}; base-uri 'none'"
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title} – Tunewise</title>",  # names have no special characters
            f"<style>{style}</style>",
            f"<script>{plots}</script>",
            f'<script type="importmap">{imports}</script>',
            f'<script type="application/gzip" id="data">{packed}</script>',
            '</head><body><div id="app"><p class="empty">Unpacking …</p></div>',
            "<noscript><p>This report needs JavaScript, which is in the file.</p></noscript>",
            f'<script type="module">{begin}</script></body></html>',
            "",
        ]
    )


def _modules() -> Iterable[tuple[str, str]]:
    """The page's modules by the names under which they import one another."""
    files = {path for pattern in MODULES for path in STATIC.glob(pattern)}
    files -= {STATIC / "enter.js", STATIC / "report.js"}
    for path in sorted(files):
        name = path.relative_to(STATIC).as_posix()
        text = _text(name)
        for imported in set(IMPORT.findall(text)):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), imported))
            text = text.replace(f'from "{imported}";', f'from "tunewise/{target}";')
        coded = base64.b64encode(text.encode()).decode()
        yield f"tunewise/{name}", f"data:text/javascript;base64,{coded}"


def _text(name: str) -> str:
    return Path(STATIC, name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """The source of an inline script or style in a content security policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
