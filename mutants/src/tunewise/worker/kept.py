"""The checkpoint as it was at the best report: a copy beside the one that training goes on with.

It lies in the checkpoint's own folder, so that it survives, moves to S3 and is dropped as that does.
"""

from __future__ import annotations

import json
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from tunewise.worker.files import parse, read_file

TYPE_CHECKING = False  # type checkers know this name; importing it from typing takes 10 ms

if TYPE_CHECKING:
    from collections.abc import Mapping

BEST = "best"
"""The folder in the checkpoint's."""

ABOUT = "report.json"
"""The file in it that has the report."""

_DRAFT, _FORMER = ".best.draft", ".best.former"


class BestCheckpoint:
    """Copies what a checkpoint's folder holds into its subfolder `best` at each best report.

    The copy is whole or not there: it is made under another name, and a kill in between leaves the former
    one. Where it can't be made, the former one stays, and a line on standard error says so.

    sign: 1 if the metric is minimised, -1 if it is maximised.
    """

    def __init__(self, folder: str, metric: str, sign: int) -> None:
        self._folder, self._metric, self._sign = Path(folder), metric, sign
        self._recover()
        value = (best_report(self._folder) or {}).get(metric)
        self._best = value if isinstance(value, (int, float)) else None

    def take(self, values: Mapping[str, object]) -> None:
        """Called with a report before it is told, when the script has just saved."""
        value = values.get(self._metric)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return  # not finite, or not in this report
        if self._best is not None and self._sign * value >= self._sign * self._best:
            return
        try:
            self._copy(values)
        except OSError as error:
            shutil.rmtree(self._folder / _DRAFT, ignore_errors=True)  # the script needs its room
            # shutil has a list of what it couldn't copy, and why
            why = error.args[0][0][2] if isinstance(error, shutil.Error) and error.args[0] else error
            print(f"tunewise: the best checkpoint can't be kept: {why}", file=sys.stderr, flush=True)
        else:
            self._best = value

    def _copy(self, values: Mapping[str, object]) -> None:
        best, draft, former = (self._folder / name for name in (BEST, _DRAFT, _FORMER))
        shutil.rmtree(draft, ignore_errors=True)
        shutil.copytree(self._folder, draft, symlinks=True, ignore=self._own)
        (draft / ABOUT).write_text(json.dumps(values))
        if best.exists():
            best.replace(former)
        draft.replace(best)
        shutil.rmtree(former, ignore_errors=True)

    def _own(self, folder: str, names: list[str]) -> set[str]:
        """What of a folder isn't the script's."""
        return {BEST, _DRAFT, _FORMER}.intersection(names) if Path(folder) == self._folder else set()

    def _recover(self) -> None:
        """Puts in order what a kill has left."""
        best, former = self._folder / BEST, self._folder / _FORMER
        if former.exists() and not best.exists():
            former.replace(best)
        for name in (_DRAFT, _FORMER):
            shutil.rmtree(self._folder / name, ignore_errors=True)


def best_report(folder: Path) -> dict[str, object] | None:
    """The report with which the best checkpoint in a checkpoint's folder was kept; None if there is none."""
    with suppress(OSError, ValueError):
        report = parse(read_file(folder / BEST / ABOUT))
        return report if isinstance(report, dict) else None
    return None
