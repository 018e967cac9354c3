"""Creates each training job once, whatever happens to the response, and explains what limits refuse.

AWS has one error code for all limits of an account, ResourceLimitExceeded, and says the rest in words that
have changed over the years: the tests have those that are known, and where they were found.
"""

import logging
import re
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from tunewise.backends.base import BackendError, BusyError, Job
from tunewise.backends.platform import FullError, NoAnswerError, TakenError
from tunewise.backends.sagemaker.calls import (
    TERMINAL,
    NameTakenError,
    QuotaError,
    ThrottledError,
    TrainingJobs,
    earliest_now,
)
from tunewise.backends.sagemaker.limits import LimitError
from tunewise.backends.sagemaker.names import EXPERIMENT_TAG, Places, is_ours, job_key, job_tags
from tunewise.backends.sagemaker.pacing import Pace, Turns
from tunewise.backends.sagemaker.requests import create_request
from tunewise.backends.sagemaker.spec import SageMakerSpec
from tunewise.trial import JobId

_NAME = re.compile(r"(?:(?<=\blimit )|(?<=\bfor ))'([^']+)'|\blimit for (\S+)")
"""Other apostrophes belong to words."""
_NUMBER = r"(\d+(?:,\d{3})*(?:\.\d+)?)(?: ([A-Za-z]+))?"
_MOST = re.compile(rf"\b(?:limit|quota)\b(?:[^.]|\.(?=\S))*? (?:is|of) {_NUMBER}")
_USED = re.compile(rf"\butili[sz]ation of {_NUMBER}")
_ASKED = re.compile(rf"\bdelta of {_NUMBER}")
_LACKING = re.compile(r"(\S+) is not (?:available|supported) in th\w+ region\b", re.IGNORECASE)

logger = logging.getLogger(__name__)


class Creator:
    """Creates training jobs at the pace that the service allows.

    strays: jobs of this experiment that run but are not in its journal: the trial of each, by name. No job of
    such a trial is created while one runs.
    """

    def __init__(self, spec: SageMakerSpec, places: Places, calls: TrainingJobs, pace: Pace) -> None:
        self._spec = spec
        self._places = places
        self._calls = calls
        self._pace = pace
        self._turns = Turns(pace.turn)
        self._warned = False
        self.strays: dict[str, int] = {}

    def name(self, job_id: JobId, attempt: int) -> str:
        return f"{self._places.experiment}-{job_key(job_id, attempt)}"

    def check(self, job: Job) -> None:
        """Raises BackendError if SageMaker would refuse the job."""
        try:
            create_request(self._spec, self._places, {"code": "s3://bucket/code/"}, job)
        except LimitError as error:
            raise BackendError(str(error)) from error

    def take_turn(self, job_id: JobId) -> None:
        """Call before a job is created. Raises BusyError if another one was created just now."""
        if not self._turns.take():
            raise BusyError(f"{job_id} has to wait for its turn", self._turns.left)

    def create(self, job: Job, attempt: int, channels: Mapping[str, str]) -> datetime:
        """Creates a job, or takes over one that is this very job. Returns a moment before its creation, by
        the service's clock. Raises what `Platform.submit` does."""
        self._check_strays(job)
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
        except ThrottledError:  # the call did nothing
            raise
        except BusyError as error:
            raise NoAnswerError(str(error)) from error
        return earliest_now()

    def _take_over(self, job: Job, attempt: int) -> datetime:
        """The name is taken: by this very job, if the response was lost, or else by another job."""
        name = self.name(job.id, attempt)
        try:
            existing = self._calls.describe(name)
            tags = {} if existing is None else self._calls.tags(existing.arn)
        except BusyError as error:
            raise NoAnswerError(str(error)) from error
        if existing is None:
            raise NoAnswerError(f"The name {name} is taken, but AWS doesn't show that job yet")
        if is_ours(tags, job_tags(self._places.experiment, job.id, job.arguments)):
            return existing.created
        if tags.get(EXPERIMENT_TAG) != self._places.experiment:
            raise BackendError(
                f"There is a training job {name} already, which isn't this experiment's: choose another "
                "name for the experiment."
            )
        if existing.status not in TERMINAL:  # two jobs must not write the same checkpoint
            self.stop_stray(name, job.id.trial_id)
        raise TakenError(f"{name} is a job from a journal that was lost: this one gets another name")

    def stop_stray(self, name: str, trial_id: int) -> None:
        self.strays[name] = trial_id
        self._calls.stop(name)

    def _check_strays(self, job: Job) -> None:
        """Raises BusyError while another job of the trial runs: both would write the same checkpoint."""
        for name, trial_id in list(self.strays.items()):
            if trial_id == job.id.trial_id:
                stray = self._calls.describe(name)
                if stray is not None and stray.status not in TERMINAL:
                    words = f"{name} writes the same checkpoint as {job.id} and has to end first"
                    raise BusyError(words, self._pace.poll)
                del self.strays[name]

    def _full(self, error: QuotaError) -> FullError:
        """Raises BackendError if waiting doesn't help."""
        diagnosis = judge_refusal(str(error))
        if not diagnosis.may_pass:
            raise BackendError(diagnosis.text) from error
        if not self._warned:
            self._warned = True
            logger.warning("%s", diagnosis.text)
        return FullError(str(error))


# ---- refusals --------------------------------------------------------------------------------------------


class Quota(NamedTuple):
    """What a refusal says about a quota; None or "" where it says nothing. name: AWS's. most, used, asked:
    what the account may have, has, and asked for in addition, in `unit` (Instances, GBs, Seconds)."""

    name: str
    most: float | None
    used: float | None
    asked: float | None
    unit: str


class Diagnosis(NamedTuple):
    """may_pass: whether waiting may help. text: a sentence that says what to do."""

    may_pass: bool
    text: str


def read_quota(message: str) -> Quota:
    text = " ".join(message.split())
    named = _NAME.search(text)
    bare = text if named is None else text.replace(named[0], "limit" * (named[2] is not None))
    most, used, asked = (_number(pattern, bare) for pattern in (_MOST, _USED, _ASKED))
    name = "" if named is None else named[1] or named[2]
    return Quota(name, most[0], used[0], asked[0], most[1] or asked[1])


def judge_refusal(message: str) -> Diagnosis:
    """message: of an error with the code ResourceLimitExceeded. One that isn't understood may pass."""
    lacking = _LACKING.search(message)
    if lacking is not None:
        kind = lacking[1].rpartition("/")[2]
        return Diagnosis(
            False,
            f"AWS has no {kind} for training jobs in this Region: choose another type or another Region.",
        )
    quota = read_quota(message)
    if quota.most is None:
        refusal = message.rstrip(".") or "A limit of the account is exceeded"
        return Diagnosis(True, f"{refusal}: jobs wait until there is room.")
    name = f"The account's quota {quota.name!r}" if quota.name else "A quota of the account"
    most, least = f"{quota.most:.15g}", 1 if quota.asked is None else quota.asked
    amount = " ".join(filter(None, (most, quota.unit)))
    if least <= quota.most:
        part = "" if quota.used is None else f"{quota.used:.15g} of "
        return Diagnosis(True, f"{name} is used up ({part}{amount}): jobs wait until there is room.")
    refusal = f"{name} is {amount} and a job asks for {least:.15g}"
    return Diagnosis(False, f"{refusal}: {_smaller(quota, most)}ask AWS for more (Service Quotas).")


def _smaller(quota: Quota, most: str) -> str:
    """What may fit into another quota of the account, or into this one."""
    if quota.unit.startswith("GB"):
        return f"set volume_gb to {most} at most, or "
    if quota.unit.startswith("Second"):
        return f"set max_run to {most} s at most (for a tuner: shorten the wall-clock), or "
    if " for spot " in quota.name:
        return "leave out spot, choose another instance type, or "
    return "choose another instance type, or " if quota.name.endswith("usage") else ""


def _number(pattern: re.Pattern[str], text: str) -> tuple[float | None, str]:
    """The number that a pattern finds, and its unit."""
    match = pattern.search(text)
    return (None, "") if match is None else (float(match[1].replace(",", "")), match[2] or "")
