"""Finished runs, one JSON line each, so that a long grid of runs can be interrupted and gone on with."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.simulation import BUDGET, Result

STORE = Path(__file__).parent / "recorded" / "efficiency.jsonl"
SHARES = (0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True)
class Setting:
    """What a run is a function of, beside the method. Units as in `simulation.run`."""

    benchmark: str
    seed: int = 0
    workers: int = 4
    delay: float = 0.0
    noise: float = 0.0
    budget: float = BUDGET


@dataclass(frozen=True)
class Record:
    """A finished run.

    contestant: its name in the tables. identity: of the method, with arguments and version. marks: the
    incumbent's worth at each of SHARES; infinite before the first report.
    """

    contestant: str
    identity: str
    setting: Setting
    marks: tuple[float, ...]
    starts: int
    resumes: int
    epochs: int
    full: int
    decisions: int
    cpu_seconds: float

    @property
    def key(self) -> tuple[str, Setting]:
        return self.identity, self.setting

    @classmethod
    def of(cls, contestant: str, identity: str, setting: Setting, result: Result) -> Record:
        marks = tuple(float(f"{result.at(share):.6g}") for share in SHARES)
        counts = (result.starts, result.resumes, result.epochs, result.full, result.decisions)
        return cls(contestant, identity, setting, marks, *counts, round(result.cpu_seconds, 3))


def load(store: Path) -> list[Record]:
    """All runs in a store; none if there is no such file. A torn last line is left out."""
    if not store.exists():
        return []
    records = []
    for line in store.read_text().splitlines(keepends=True):
        if line.endswith("\n"):
            records.append(_from_json(json.loads(line)))
    return records


def append(store: Path, record: Record) -> None:
    """As a list of a record's fields in their order, the setting's among them, to keep the file small."""
    at = record.setting
    marks = [mark if math.isfinite(mark) else None for mark in record.marks]
    counts = [record.starts, record.resumes, record.epochs, record.full, record.decisions]
    setting = [at.benchmark, at.seed, at.workers, at.delay, at.noise, at.budget]
    fields = [record.contestant, record.identity, *setting, marks, *counts, record.cpu_seconds]
    store.parent.mkdir(parents=True, exist_ok=True)
    with store.open("a") as file:
        file.write(json.dumps(fields, separators=(",", ":")) + "\n")


def compact(store: Path, wanted: Iterable[Record]) -> None:
    """Rewrites a store with these runs alone."""
    draft = store.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    for record in wanted:
        append(draft, record)
    if draft.exists():
        draft.replace(store)


def _from_json(fields: list[Any]) -> Record:
    contestant, identity, benchmark, seed, workers, delay, noise, budget, marks, *rest = fields
    setting = Setting(benchmark, seed, workers, delay, noise, budget)
    worth = tuple(math.inf if mark is None else float(mark) for mark in marks)
    return Record(contestant, identity, setting, worth, *rest)
