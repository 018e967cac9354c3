"""A study as far as it has come: what its experiments found, compared, and where each of them stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tunewise.disk import is_locked
from tunewise.studies.comparison import PUBLISHED, curve, parse_claim, ranks
from tunewise.studies.outcome import Outcome, known_outcomes
from tunewise.studies.plan import Cell, Plan, read_plan
from tunewise.studies.report import AXES, Findings, findings_of
from tunewise.studies.spec import StudyError
from tunewise.worker.files import read_tail

POINTS = 80  # of each curve


def study_view(tag: str, claims: Sequence[str] = ()) -> dict[str, Any]:
    """The comparison and the cells of a study. The file that defines its methods isn't run.

    claims: what to test, such as `BO@4 < RS@8`; by default what was published. Raises `StudyError`.
    """
    plan = read_plan(tag)
    outcomes = known_outcomes(plan)
    asked, odd = [], ""
    for text in claims:
        try:
            asked.append(parse_claim(text))
        except ValueError as error:
            odd = str(error)
    findings = findings_of(list(outcomes.values()), {}, asked or PUBLISHED)
    return {
        "tag": tag,
        "backend": plan.settings.backend,
        "running": is_locked(plan.paths.lock),
        "cells": [_cell(plan, cell, outcomes.get(cell.name)) for cell in plan.cells],
        "benchmarks": [_benchmark(each) for each in findings],
        "ranks": _ranks(outcomes),
        "oddClaim": odd,
    }


def cell_log(tag: str, cell: str) -> str:
    """The end of what the process of a study's experiment printed. Raises `StudyError` for an unknown one."""
    plan = read_plan(tag)
    if cell not in {each.name for each in plan.cells}:
        raise StudyError(f"{tag} has no experiment {cell!r}.")
    return read_tail(plan.paths.log(cell))


def _benchmark(one: Findings) -> dict[str, Any]:
    return {
        "name": one.benchmark,
        "metric": one.metric,
        "mode": one.mode,
        "priced": one.priced,
        "target": one.target,
        "ends": [{**end._asdict(), "arm": list(end.arm)} for end in one.ends],
        "reaches": [{**reach._asdict(), "arm": list(reach.arm)} for reach in one.reaches],
        "curves": [{"arm": list(arm), **_curves(group)} for arm, group in one.arms.items()],
        "claims": [
            {
                "text": str(verdict),
                "holds": verdict.holds,
                "share": verdict.share,
                "seeds": verdict.seeds,
                "cost": verdict.cost,
            }
            for verdict in one.verdicts
        ],
        "missing": [[str(arm), seeds] for arm, seeds in one.missing.items()],
    }


def _curves(group: Sequence[Outcome]) -> dict[str, Any]:
    lines = {axis: curve(group, axis, points=POINTS) for axis in AXES}
    return {
        axis: [part.tolist() for part in (line.amounts, line.centre, line.low, line.high)]
        for axis, line in lines.items()
    }


def _ranks(outcomes: Mapping[str, Outcome]) -> list[dict[str, Any]]:
    found = []
    for workers in sorted({outcome.workers for outcome in outcomes.values()}):
        table = ranks(list(outcomes.values()), workers)
        if table is not None:
            found.append(
                {
                    "workers": workers,
                    "methods": table.methods,
                    "fractions": table.fractions.tolist(),
                    "mean": table.mean.tolist(),
                    "low": table.low.tolist(),
                    "high": table.high.tolist(),
                    "cases": table.cases,
                }
            )
    return found


def _cell(plan: Plan, cell: Cell, outcome: Outcome | None) -> dict[str, Any]:
    paths = plan.paths.experiment(cell.name)
    found: dict[str, Any] = {
        "name": cell.name,
        "experiment": f"{plan.tag}/{cell.name}",
        "method": cell.method,
        "benchmark": cell.benchmark,
        "workers": cell.workers,
        "seed": cell.seed,
        "begun": paths.definition.exists(),
        "log": plan.paths.log(cell.name).exists(),
    }
    if outcome is not None:
        found |= {
            "state": "finished" if outcome.well else "failed",
            "detail": outcome.detail if outcome.well else outcome.why,
            "best": outcome.values[-1] if outcome.values else None,
            "trials": outcome.trials,
            "reports": outcome.reports,
            "failed": outcome.failed,
            "time": outcome.end.wallclock,
            "cost": outcome.end.money,
        }
    elif paths.journal.exists():
        found["state"] = "running" if is_locked(paths.journal) else "suspended"
    else:
        found["state"] = "failed" if found["log"] and not found["begun"] else "planned"
    return found
