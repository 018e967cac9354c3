"""Tuners that run as training jobs: one for each experiment of a study, each starting jobs of its own."""

from __future__ import annotations

import logging
import math
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from tunewise.backends.base import BusyError, Job
from tunewise.backends.platform import FullError, TakenError
from tunewise.backends.sagemaker.bucket import Bucket
from tunewise.backends.sagemaker.calls import TERMINAL, Summary, TrainingJobs, translated
from tunewise.backends.sagemaker.clients import make_clients
from tunewise.backends.sagemaker.code import send, send_data
from tunewise.backends.sagemaker.creating import Creator
from tunewise.backends.sagemaker.identity import Identity, draw_identity, identity_of, refuse_copies
from tunewise.backends.sagemaker.limits import LONGEST_RUN, USUAL_RUN
from tunewise.backends.sagemaker.names import Places, read_name
from tunewise.backends.sagemaker.pacing import Pace
from tunewise.backends.sagemaker.record import Record
from tunewise.backends.sagemaker.refusals import read_quota
from tunewise.files import decode
from tunewise.locks import locked
from tunewise.paths import ExperimentPaths
from tunewise.studies.outcome import Outcome, read_outcome
from tunewise.studies.plan import Plan
from tunewise.studies.spec import StudyError
from tunewise.studies.staging import stage
from tunewise.studies.tuner_job import CELLS, PLAN, PROGRAM
from tunewise.trial import JobId

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from tunewise.backends.sagemaker.backend import SageMakerBackend
    from tunewise.backends.sagemaker.refusals import Quota
    from tunewise.backends.sagemaker.site import Site
    from tunewise.studies.plan import Cell

RESTARTS = 10  # of a tuner whose instance was lost
STOP_GRACE = 100.0  # seconds in which a tuner suspends its jobs; SageMaker gives it 120
MARGIN = 86400.0  # seconds that a tuner may take beyond its experiment's wall-clock, or twice that
PACE = Pace(5.0)
AT_ONCE = 8  # records that are brought here
STUDY_TAG = "tunewise-study"

logger = logging.getLogger(__name__)

Status = Literal["waiting", "running", "ended", "failed", "lost"]


class Standing(NamedTuple):
    """Where an experiment stands.

    status: ended or failed where there is an outcome; running, or waiting to run, where its tuner is at work;
    lost where that has ended without an outcome, or before any of its jobs ran. job: the name of the latest
    training job that was its tuner; None before the first.
    """

    cell: Cell
    status: Status
    outcome: Outcome | None
    job: str | None


class TunerJobs:
    """The tuners of a study on SageMaker. Raises `BackendError` and `StudyError` throughout."""

    def __init__(self, plan: Plan) -> None:
        if plan.settings.site is None:
            raise StudyError(
                f"The study {plan.tag} doesn't run on SageMaker: `tunewise study` goes on with it."
            )
        self._plan = plan
        self._site = plan.settings.site
        self._clients = make_clients(self._site.region)
        self._calls = TrainingJobs(self._clients.sagemaker, self._clients.logs, PACE)
        self._insist = PACE.insist
        self._records: dict[str, Record] = {}  # by who their experiments are to AWS

    # ---- looking -----------------------------------------------------------------------------------------

    def look(self) -> list[Standing]:
        """Brings all records here, and tells where each experiment stands."""
        latest = self._latest()  # first: a tuner that has ended by now has sent all of its record
        if latest:
            with locked(self._plan.paths.fetching, math.inf):
                self._fetch_all()
        return [self._standing(cell, latest.get(index)) for index, cell in enumerate(self._plan.cells)]

    def _fetch_all(self) -> None:
        pool = ThreadPoolExecutor(AT_ONCE)
        try:
            list(pool.map(self._fetch, self._plan.cells))
        finally:
            pool.shutdown(cancel_futures=True)

    def _fetch(self, cell: Cell) -> None:
        paths = self._plan.paths.experiment(cell.name)
        identity = identity_of(paths)
        if identity is not None:
            places = Places.below(self._site.s3, identity.experiment)
            new = Record(paths, self._bucket, places)
            self._insist(self._records.setdefault(identity.experiment, new).fetch)

    def _standing(self, cell: Cell, job: Summary | None) -> Standing:
        if job is None and self._plan.paths.experiment(cell.name).journal.exists():
            raise StudyError(
                f"{cell.name} is here, but no job of this account was ever its tuner, as after a rehearsal: "
                f"`tunewise compare {self._plan.tag}` shows what was found, and another --experiment-tag "
                "launches the study here."
            )
        outcome = read_outcome(self._plan.paths.outcome(cell.name))
        status: Status
        if outcome is not None and not outcome.starved:
            status = "ended" if outcome.well else "failed"
        elif job is None:
            status = "waiting"
        else:
            status = "running" if _runs(job) else "lost"
        return Standing(cell, status, outcome, None if job is None else job.name)

    def _latest(self) -> dict[int, Summary]:
        """The latest tuner of each experiment, by its number in the plan."""
        identity = self._identity
        if identity is None:
            return {}
        self._check_numbers(Places.below(self._site.s3, identity.experiment))
        summaries, _ = self._calls.list(identity.experiment, identity.since, ask=self._insist)
        runs = [(read_name(identity.experiment, summary.name), summary) for summary in summaries]
        known = [(name, summary) for name, summary in runs if name is not None]
        known.sort(key=lambda pair: pair[0])
        return {job.trial_id: summary for (job, _), summary in known}

    def reason(self, standing: Standing) -> str:
        """Why a tuner has ended, as SageMaker tells it."""
        if standing.job is None:
            return "it was never started"
        found = self._insist(partial(self._calls.describe, standing.job))
        if found is None:
            return "its job isn't there any more"
        why = found.reason or found.secondary
        log = self._calls.log(standing.job) if found.status == "Failed" else []
        return why if not log or log[-1].strip() in why else f"{why}\n{log[-1]}"

    # ---- starting ----------------------------------------------------------------------------------------

    def start(self, cells: Sequence[Cell], tuners: Site) -> Iterator[tuple[Cell, str]]:
        """Starts the tuners of these experiments, one after the other; yields each with its job's name.

        Passes over experiments that have a tuner by now, as somebody else launched them meanwhile. tuners:
        where they run.
        """
        latest = self._latest()
        if any(number >= len(self._plan.cells) for number in latest):
            raise self._more_elsewhere()
        cells = [cell for cell in cells if not _runs(latest.get(self._plan.cells.index(cell)))]
        if not cells:
            return
        places = self._own_places()
        spec = self._tuner_spec(tuners, self._stage(places), cells)
        spec.check(workers=1)
        channels = self._insist(lambda: self._send(spec, places))
        creator = Creator(spec, places, self._calls, PACE)
        for cell in cells:
            index = self._plan.cells.index(cell)
            run = _run_of(places.experiment, latest.get(index)) + 1
            job = Job(JobId(index, run), {"cell": cell.name}, resumed=False)
            creator.check(job)
            yield cell, self._create(creator, job, channels, tuners)

    def _create(self, creator: Creator, job: Job, channels: Mapping[str, str], tuners: Site) -> str:
        """Creates a tuner as soon as there is room; its job's name."""
        attempt = tries = 0
        while True:
            try:
                creator.create(job, attempt, channels)
            except TakenError:
                attempt += 1
            except FullError as error:
                self._check_room(read_quota(str(error)), tuners)
                time.sleep(PACE.looks.after_full(tries))
                tries += 1
            except BusyError as error:
                logger.info("%s", error)
                time.sleep(PACE.create if error.wait is None else error.wait)
            else:
                return creator.name(job.id, attempt)

    def _check_room(self, quota: Quota, tuners: Site) -> None:
        """Raises StudyError where waiting for a quota's sake is in vain, as tuners of this study have all
        places in it that their jobs need."""
        own = tuners.instance_type in quota.name and tuners.instance_type != self._site.instance_type
        if own or self._site.spot:
            return  # their jobs have another quota
        at_work = sum(map(_runs, self._latest().values()))
        if quota.most is not None and at_work >= quota.most:
            raise StudyError(
                f"Tuners of this study have all {quota.most:g} places in the quota {quota.name!r}, paid for "
                "without finding one for their jobs: stop some of them and launch fewer experiments at a "
                "time, or ask AWS for more (Service Quotas)."
            )

    @property
    def _bucket(self) -> Bucket:
        return Bucket(self._clients.s3, Places.below(self._site.s3, "").bucket)

    @property
    def _study(self) -> ExperimentPaths:
        """Where the study's own identity is, as an experiment's is in its folder."""
        return ExperimentPaths(self._plan.paths.folder)

    @property
    def _identity(self) -> Identity | None:
        """Who the study is to AWS; None before it was launched."""
        return identity_of(self._study)

    def _own_places(self) -> Places:
        identity = self._identity
        if identity is None:
            identity = draw_identity(self._study, self._clients.region)
        else:
            refuse_copies(self._study, identity)
        return Places.below(self._site.s3, identity.experiment)

    def _send(self, spec: SageMakerBackend, places: Places) -> dict[str, str]:
        with translated(f"Sending the code to {spec.s3}"):
            return send(spec, places, self._bucket)

    def _tuner_spec(self, tuners: Site, staged: Path, cells: Sequence[Cell]) -> SageMakerBackend:
        spec = tuners.backend(PROGRAM, source_dir=str(staged))
        return replace(
            spec,
            max_run=longest_tuner(cells),
            retries=RESTARTS,
            stop_grace=STOP_GRACE,
            tags={**spec.tags, STUDY_TAG: self._plan.tag},
        )

    def _stage(self, places: Places) -> Path:
        """The folder that goes with the tuners. What it says of the study is kept on S3, too, so that the
        study can be fetched elsewhere."""
        cells = {cell.name: self._identity_of(cell) for cell in self._plan.cells}
        folder = stage(self._with_data_on_s3(places), cells)
        for name in (PLAN, CELLS):
            self._insist(partial(self._keep, places.record + name, (folder / name).read_bytes()))
        return folder

    def _check_numbers(self, places: Places) -> None:
        """Raises StudyError where tuners have been given numbers that mean other experiments here."""
        body = self._insist(partial(self._kept, places.record + PLAN))
        try:
            there = decode(body, Plan).cells if body is not None else ()
        except ValueError as error:
            uri = places.uri(places.record + PLAN)
            raise StudyError(f"{uri} can't be read ({error}): restore or delete it.") from error
        if any(one.name != other.name for one, other in zip(there, self._plan.cells, strict=False)):
            raise self._more_elsewhere()

    def _more_elsewhere(self) -> StudyError:
        return StudyError(
            f"The study {self._plan.tag} was launched from another machine, too, with experiments that "
            "aren't known here: go on with it there, or choose another --experiment-tag."
        )

    def _kept(self, key: str) -> bytes | None:
        with translated(f"Reading what the study is at {self._site.s3}"):
            return self._bucket.get(key)

    def _keep(self, key: str, body: bytes) -> None:
        with translated(f"Keeping what the study is at {self._site.s3}"):
            self._bucket.put(key, body)

    def _with_data_on_s3(self, places: Places) -> Plan:
        """The plan as tuners are to have it: what lies here is sent for all of them."""

        def sent() -> dict[str, str]:
            with translated("Sending data to S3"):
                return send_data(self._site.channels, places, self._bucket)

        site = msgspec.structs.replace(self._site, channels=self._insist(sent))
        settings = msgspec.structs.replace(self._plan.settings, site=site)
        return msgspec.structs.replace(self._plan, settings=settings)

    def _identity_of(self, cell: Cell) -> Identity:
        paths = self._plan.paths.experiment(cell.name)
        return identity_of(paths) or draw_identity(paths, self._clients.region, on_s3=True)


def longest_tuner(cells: Sequence[Cell]) -> int:
    """Seconds that a tuner of any of these experiments may run: generous as long as accounts allow it."""
    longest = max(cell.max_wallclock_time for cell in cells)
    return min(int(max(longest + MARGIN, min(2 * longest + MARGIN, USUAL_RUN))), LONGEST_RUN)


def _runs(job: Summary | None) -> bool:
    return job is not None and job.status not in TERMINAL


def _run_of(experiment: str, job: Summary | None) -> int:
    known = None if job is None else read_name(experiment, job.name)
    return -1 if known is None else known[0].run
