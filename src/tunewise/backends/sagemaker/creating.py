"""Training jobs are created once, whatever becomes of the answer, and not faster than the service likes."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tunewise.backends.base import BackendError, BusyError
from tunewise.backends.sagemaker.calls import (
    TERMINAL,
    NameTakenError,
    QuotaError,
    ThrottledError,
    TrainingJobs,
)
from tunewise.backends.sagemaker.limits import LimitError
from tunewise.backends.sagemaker.names import EXPERIMENT_TAG, Places, is_ours, job_tags
from tunewise.backends.sagemaker.pacing import Pace, Turns
from tunewise.backends.sagemaker.refusals import Quota, judge_refusal, read_quota
from tunewise.backends.sagemaker.requests import create_request

if TYPE_CHECKING:
    from tunewise.backends.sagemaker.spec import SageMakerBackend
    from tunewise.backends.sagemaker.watched import Watched

logger = logging.getLogger(__name__)


class Creator:
    """Creates training jobs. strays: jobs of this experiment that run although no record knows them, by their
    names, with their trials; nothing of such a trial is created while one runs."""

    def __init__(self, spec: SageMakerBackend, places: Places, calls: TrainingJobs, pace: Pace) -> None:
        self._spec = spec
        self._places = places
        self._calls = calls
        self._pace = pace
        self._turns = Turns(pace.create)
        self._quota_until = 0.0
        self._quota_tries = 0
        self._told_quota = False
        self.strays: dict[str, int] = {}

    def name(self, watched: Watched) -> str:
        return f"{self._places.experiment}-{watched.key}"

    def check(self, watched: Watched) -> None:
        """Raises BackendError where SageMaker would refuse the job."""
        try:
            create_request(self._spec, self._places, {"code": "s3://bucket/code/"}, watched.job)
        except LimitError as error:
            raise BackendError(str(error)) from error

    @property
    def due(self) -> float:
        """When to ask for the next job, on the monotonic clock."""
        return max(self._turns.due, self._quota_until)

    def room(self) -> None:
        """A job has ended: there may be room for one that waits for the quota."""
        self._quota_until = 0.0

    def create(self, watched: Watched, channels: Mapping[str, str]) -> Quota | None:
        """Creates a job if its time has come; what is left to do is in `watched`. Returns the quota that
        refused it just now, if one did. Raises BackendError."""
        now = time.monotonic()
        if now < max(watched.create_at, self._quota_until):
            return None
        try:
            if self._turns.take() and not self._blocked(watched):
                self._create_or_take_over(watched, channels, now)
                self._turns.went_well()
        except QuotaError as error:
            watched.waits_for = str(error)
            self._wait_for_quota(error, now)
            return read_quota(str(error))
        except BusyError as error:
            logger.info("%s", error)
            watched.unsure |= not isinstance(error, ThrottledError)
            self._turns.refused()
        return None

    def _create_or_take_over(self, watched: Watched, channels: Mapping[str, str], now: float) -> None:
        request = create_request(self._spec, self._places, channels, watched.job, watched.attempt)
        try:
            self._calls.create(request)
        except NameTakenError:
            self._take_over(watched)
        else:
            watched.found(now)
            self._quota_tries = 0

    def _take_over(self, watched: Watched) -> None:
        """The name is taken: by this very job, whose answer was lost, or else by another."""
        name = self.name(watched)
        found = self._calls.describe(name)
        if found is None:
            watched.create_at = time.monotonic() + self._pace.busy(0)
            return
        tags = self._calls.tags(found.arn)
        if is_ours(tags, job_tags(self._places.experiment, watched.job.id, watched.job.arguments)):
            watched.found(time.monotonic())
            watched.since = found.created
            return
        if tags.get(EXPERIMENT_TAG) != self._places.experiment:
            raise BackendError(
                f"There is a training job {name} already, and it isn't this experiment's: choose another "
                "name for the experiment."
            )
        # of a record that was lost: it must not run beside this one, and keeps its name
        if found.status not in TERMINAL:
            self.strays[name] = watched.job.id.trial_id
            self._calls.stop(name)
        watched.attempt += 1

    def _blocked(self, watched: Watched) -> bool:
        """Whether another job of the trial still runs, which would write the same checkpoint."""
        for name, trial_id in list(self.strays.items()):
            if trial_id == watched.job.id.trial_id:
                found = self._calls.describe(name)
                if found is not None and found.status not in TERMINAL:
                    watched.create_at = time.monotonic() + self._pace.poll
                    return True
                del self.strays[name]
        return False

    def _wait_for_quota(self, error: QuotaError, now: float) -> None:
        diagnosis = judge_refusal(str(error))
        if not diagnosis.passes:
            raise BackendError(diagnosis.text) from error
        self._quota_until = now + self._pace.quota(self._quota_tries)
        self._quota_tries += 1
        self._tell_quota(diagnosis.text)

    def _tell_quota(self, text: str) -> None:
        if not self._told_quota:
            self._told_quota = True
            logger.warning("%s", text)
