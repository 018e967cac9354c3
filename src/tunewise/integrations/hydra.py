"""Hydra: a callback that numbers jobs, and reports what an app returns unless it reports itself."""

from __future__ import annotations

import os

from hydra.core.utils import JobReturn, JobStatus
from hydra.experimental.callback import Callback
from omegaconf import DictConfig, OmegaConf, read_write

from tunewise.worker.function import FunctionReporter
from tunewise.worker.report import CHECKPOINTS, REPORTS


class ReportReturned(Callback):
    """metric, resource: the keys to report. limit: the level that this job reaches, or the key of the config
    that says so."""

    def __init__(self, metric: str, resource: str | None = None, limit: str | int | None = None) -> None:
        self._metric, self._resource, self._limit = metric, resource, limit

    def on_run_start(self, config: DictConfig, **_: object) -> None:
        """Numbers the job as Hydra's own launcher does, by its trial, where the folder of that tells it."""
        trial = os.path.basename(os.path.dirname(os.environ.get(CHECKPOINTS, "")))
        if trial.isdecimal():
            with read_write(config.hydra.job):
                config.hydra.job.num, config.hydra.job.id = int(trial), str(int(trial))

    def on_job_end(self, config: DictConfig, job_return: JobReturn, **_: object) -> None:
        path = os.environ.get(REPORTS)
        if job_return.status is not JobStatus.COMPLETED or path is None:
            return
        if not (os.path.exists(path) and os.path.getsize(path)):
            limit = OmegaConf.select(config, self._limit) if isinstance(self._limit, str) else self._limit
            reporter = FunctionReporter(self._metric, self._resource, None, limit)
            reporter.returned(job_return.return_value)
