"""Keeps a copy of the checkpoint of the best report, beside the checkpoint that training continues from.

The copy is in the checkpoint's own folder, so it survives, is copied to S3 and is deleted along with it.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from tunewise.worker.files import parse, read_file

BEST = "best"
"""The subfolder of the checkpoint's folder."""

ABOUT = "report.json"
"""The file in it with the report."""

_DRAFT, _FORMER = ".best.draft", ".best.former"


class BestCheckpoint:
    """Copies the contents of a checkpoint's folder into its subfolder `best` at each best report.

    The copy is made under another name and then renamed, so a kill in between leaves the previous one. If the
    copy fails, the previous one stays, and a line on standard error says so.

    sign: 1 if the metric is minimised, -1 if it is maximised.
    """

    def __init__(self, folder: str, metric: str, sign: int) -> None:
        self._folder, self._metric, self._sign = Path(folder), metric, sign
        self._recover()
        value = (best_report(self._folder) or {}).get(metric)
        self._best = value if isinstance(value, (int, float)) else None

    def update(self, values: Mapping[str, object]) -> None:
        """Called with a report before it is sent, when the script has just saved."""
        value = values.get(self._metric)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return  # not finite, or not in this report
        if self._best is not None and self._sign * value >= self._sign * self._best:
            return
        try:
            self._copy(values)
        except OSError as error:
            shutil.rmtree(self._folder / _DRAFT, ignore_errors=True)  # the script needs the space
            # shutil lists what it couldn't copy, and why
            reason = error.args[0][0][2] if isinstance(error, shutil.Error) and error.args[0] else error
            print(f"tunewise: the best checkpoint can't be kept: {reason}", file=sys.stderr, flush=True)
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
        """The names in a folder that don't belong to the script."""
        return {BEST, _DRAFT, _FORMER}.intersection(names) if Path(folder) == self._folder else set()

    def _recover(self) -> None:
        """Cleans up after a kill."""
        best, former = self._folder / BEST, self._folder / _FORMER
        if former.exists() and not best.exists():
            former.replace(best)
        for name in (_DRAFT, _FORMER):
            shutil.rmtree(self._folder / name, ignore_errors=True)


def best_report(folder: Path) -> dict[str, object] | None:
    """The report of the best checkpoint in a checkpoint's folder; None if there is none."""
    with suppress(OSError, ValueError):
        report = parse(read_file(folder / BEST / ABOUT))
        return report if isinstance(report, dict) else None
    return None
