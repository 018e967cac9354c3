"""CatBoost: reports iterations, and goes on where the trial was paused, from CatBoost's own snapshot.

    model = CatBoostClassifier(iterations=100, **snapshot(report), **config)
    model.fit(train_pool, eval_set=valid_pool, callbacks=[ReportEach(report)])

A paused training gives the same model as an unpaused one, with sampling, too. `iterations` is always that of
the whole training: an unset `learning_rate` depends on it. `fit` returns early, with the trees so far, in a
job that ends at a pause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import catboost  # noqa: F401 - so that a missing package is told here

from tunewise.integrations import latest

if TYPE_CHECKING:
    from tunewise.worker.report import Reporter


class ReportEach:
    """A callback of `fit`: reports `iteration` and what was evaluated, such as `validation-Logloss`.
    Iterations that `metric_period` passes over aren't reported: they have the metrics of an earlier one."""

    def __init__(self, report: Reporter) -> None:
        self._report = report
        self._evaluations: int | None = None  # so far, those of former jobs included

    def after_iteration(self, info: Any) -> bool:  # noqa: ANN401 - CatBoost makes it of any names
        """False where the job ends: CatBoost then writes its snapshot. An exception would fail the job."""
        evaluations = max(
            (len(values) for log in info.metrics.values() for values in log.values()), default=0
        )
        before, self._evaluations = self._evaluations, evaluations
        if evaluations <= (info.iteration - 1 if before is None else before):
            return True
        try:
            self._report(iteration=info.iteration, **latest(info.metrics))
        except SystemExit:  # how a function's job is told that its trial pauses
            return False
        return True


def snapshot(report: Reporter, interval: int = 0) -> dict[str, Any]:
    """The arguments of a CatBoost model that make it save, and go on from what was saved. What CatBoost logs
    goes there, too: trials that run at once would share the folder `catboost_info`.

    interval: seconds from one snapshot to the next. With 0 each iteration is followed by one, which small
        iterations notice; a kill costs what was trained since the last.
    """
    if report.checkpoint is None:
        return {}
    file = str(report.checkpoint / "catboost.snapshot")
    logs = str(report.checkpoint / "catboost_info")
    return {"save_snapshot": True, "snapshot_file": file, "snapshot_interval": interval, "train_dir": logs}
