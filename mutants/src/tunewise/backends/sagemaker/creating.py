"""Training jobs are created once, whatever becomes of the answer."""

import logging
from collections.abc import Mapping
from datetime import datetime

from tunewise.backends.base import BackendError, BusyError, Job
from tunewise.backends.platform import FullError, NoAnswerError, TakenError
from tunewise.backends.sagemaker.calls import (
    TERMINAL,
    NameTakenError,
    QuotaError,
    ThrottledError,
    TrainingJobs,
    surely_past,
)
from tunewise.backends.sagemaker.limits import LimitError
from tunewise.backends.sagemaker.names import EXPERIMENT_TAG, Places, is_ours, job_key, job_tags
from tunewise.backends.sagemaker.pacing import Pace, Turns
from tunewise.backends.sagemaker.refusals import judge_refusal
from tunewise.backends.sagemaker.requests import create_request
from tunewise.backends.sagemaker.spec import SageMakerSpec
from tunewise.trial import JobId

logger = logging.getLogger(__name__)


class Creator:
    """Creates training jobs, not faster than the service likes. strays: jobs of this experiment that run
    although no record knows them, by their names, with their trials; nothing of such a trial is created
    while one runs."""

    def __init__(self, spec: SageMakerSpec, places: Places, calls: TrainingJobs, pace: Pace) -> None:
        self._spec = spec
        self._places = places
        self._calls = calls
        self._pace = pace
        self._turns = Turns(pace.turn)
        self._told_quota = False
        self.strays: dict[str, int] = {}

    def name(self, job_id: JobId, attempt: int) -> str:
        return f"{self._places.experiment}-{job_key(job_id, attempt)}"

    def check(self, job: Job) -> None:
        """Raises BackendError where SageMaker would refuse the job."""
        try:
            create_request(self._spec, self._places, {"code": "s3://bucket/code/"}, job)
        except LimitError as error:
            raise BackendError(str(error)) from error

    def take_turn(self, job_id: JobId) -> None:
        """Before a job is created. Raises BusyError where another one was just now."""
        if not self._turns.take():
            raise BusyError(f"{job_id} has to wait for its turn", self._turns.left)

    def create(self, job: Job, attempt: int, channels: Mapping[str, str]) -> datetime:
        """Creates a job, or takes over one that is this very job; a moment that isn't later, by the service's
        clock. Raises what `Platform.submit` does."""
        self._wait_for_strays(job)
        try:
            since = self._create_or_take_over(job, attempt, channels)
        except FullError:
            raise
        except BusyError as error:
            self._turns.refused()
            if isinstance(error, ThrottledError):
                error.wait = self._turns.left
            raise
        self._turns.went_well()
        return since

    def _create_or_take_over(self, job: Job, attempt: int, channels: Mapping[str, str]) -> datetime:
        request = create_request(self._spec, self._places, channels, job, attempt)
        try:
            self._calls.create(request)
        except NameTakenError:
            return self._take_over(job, attempt)
        except QuotaError as error:
            raise self._full(error) from error
        except ThrottledError:  # it did nothing
            raise
        except BusyError as error:
            raise NoAnswerError(str(error)) from error
        return surely_past()

    def _take_over(self, job: Job, attempt: int) -> datetime:
        """The name is taken: by this very job, whose answer was lost, or else by another."""
        name = self.name(job.id, attempt)
        try:
            found = self._calls.describe(name)
            tags = {} if found is None else self._calls.tags(found.arn)
        except BusyError as error:
            raise NoAnswerError(str(error)) from error
        if found is None:
            raise NoAnswerError(f"There is a training job {name}, and AWS doesn't know of it yet")
        if is_ours(tags, job_tags(self._places.experiment, job.id, job.arguments)):
            return found.created
        if tags.get(EXPERIMENT_TAG) != self._places.experiment:
            raise BackendError(
                f"There is a training job {name} already, and it isn't this experiment's: choose another "
                "name for the experiment."
            )
        if found.status not in TERMINAL:  # it must not run beside this one, and keeps its name
            self.stop_stray(name, job.id.trial_id)
        raise TakenError(f"{name} is a job of a record that was lost: another name is taken")

    def stop_stray(self, name: str, trial_id: int) -> None:
        self.strays[name] = trial_id
        self._calls.stop(name)

    def _wait_for_strays(self, job: Job) -> None:
        """Raises BusyError while another job of the trial runs, which would write the same checkpoint."""
        for name, trial_id in list(self.strays.items()):
            if trial_id == job.id.trial_id:
                found = self._calls.describe(name)
                if found is not None and found.status not in TERMINAL:
                    words = f"{name} writes the same checkpoint as {job.id}, and has to end before"
                    raise BusyError(words, self._pace.poll)
                del self.strays[name]

    def _full(self, error: QuotaError) -> FullError:
        """Raises BackendError where no waiting helps."""
        diagnosis = judge_refusal(str(error))
        if not diagnosis.passes:
            raise BackendError(diagnosis.text) from error
        if not self._told_quota:
            self._told_quota = True
            logger.warning("%s", diagnosis.text)
        return FullError(str(error))
