"""Tuners that run as training jobs: one for each experiment of a study, each starting jobs of its own."""

import logging
import math
import os
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Annotated, Any, ClassVar

import msgspec

from tunewise.backends.base import BusyError, Job
from tunewise.backends.platform import FullError, TakenError
from tunewise.backends.sagemaker import SageMakerBackend
from tunewise.backends.sagemaker.calls import TERMINAL, Summary, TrainingJobs, make_clients, translated
from tunewise.backends.sagemaker.code import send, send_data
from tunewise.backends.sagemaker.container.storage import Bucket
from tunewise.backends.sagemaker.creating import Creator, Quota, read_quota
from tunewise.backends.sagemaker.identity import Identity, draw_identity, identity_of, refuse_copies
from tunewise.backends.sagemaker.images import default_image
from tunewise.backends.sagemaker.limits import LONGEST_RUN, USUAL_RUN
from tunewise.backends.sagemaker.mirror import ExperimentMirror
from tunewise.backends.sagemaker.names import Places, read_name
from tunewise.backends.sagemaker.pacing import Pace
from tunewise.backends.sagemaker.spec import S3_VARIABLE
from tunewise.disk import locked
from tunewise.options import Option, whole
from tunewise.paths import ExperimentPaths, StudyPaths
from tunewise.studies.plan import Cell, Plan, read_plan
from tunewise.studies.sagemaker.fetching import fetch_again, fetch_study, read_kept
from tunewise.studies.sagemaker.quotas import requirements_of
from tunewise.studies.sagemaker.staging import check_sources, stage
from tunewise.studies.sagemaker.tuner_job import CELLS, KIND, PLAN, PROGRAM, site_of
from tunewise.studies.spec import StudyError, StudySpec
from tunewise.studies.tuners import Requirements, Tuners, TunerStatus, tuner_status
from tunewise.trial import JobId

RESTARTS = 10  # of a tuner whose instance was lost
STOP_GRACE = 100.0  # seconds in which a tuner suspends its jobs; SageMaker gives it 120
MARGIN = 86400.0  # seconds that a tuner may run beyond its experiment's wall-clock, or twice that
VOLUME = 30  # GB of a tuner, which keeps no data and no checkpoints
PACE = Pace(5.0)
AT_ONCE = 8  # experiments that are fetched in parallel
STUDY_TAG = "tunewise-study"

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class SageMakerTunerSettings:
    """Settings for tuners. total_quota: None if unknown."""

    tuner_instance_type: Annotated[
        str, Option("The instance of the jobs that are tuners; they need no GPU.", metavar="TYPE")
    ] = "ml.c5.xlarge"
    tuner_image: Annotated[
        str | None,
        Option("The image of these jobs.", metavar="URI", default_text="AWS's for PyTorch"),
    ] = None
    tuner_role: Annotated[
        str | None,
        Option(
            "The role of these jobs, which must be allowed to start jobs.",
            metavar="ARN",
            default_text="that of --role",
        ),
    ] = None
    total_quota: Annotated[
        int | None,
        Option(
            "How many instances the account may have over all training jobs. Tuners that would leave none "
            "for their jobs aren't started.",
            whole(1),
        ),
    ] = None


class SageMakerTuners(Tuners):
    """The tuners of a study on SageMaker, whose trials run there, too; all files go through S3."""

    settings_type: ClassVar[type] = SageMakerTunerSettings

    def __init__(self, plan: Plan, settings: SageMakerTunerSettings | None = None) -> None:
        super().__init__(plan, settings)
        self._site = site_of(plan)
        self._clients = make_clients(self._site.region)
        self._calls = TrainingJobs(self._clients.sagemaker, self._clients.logs, PACE)
        self._retry = PACE.retry
        self._mirrors: dict[str, ExperimentMirror] = {}  # by the ids of their experiments

    @classmethod
    def options(cls, kind: str, options: Mapping[str, Any]) -> dict[str, Any]:
        """Adds the Region, so that tuners elsewhere use the same one."""
        if kind != KIND:
            raise StudyError(
                f"Tuners on SageMaker run their jobs there, too: leave out --backend {kind}, or run the "
                "study from here with `tunewise study`."
            )
        for name in ("source_dir", "requirements"):
            if options.get(name) is not None:
                raise StudyError(
                    f"--{name.replace('_', '-')} isn't for studies, as the folder of each script goes with "
                    "it: leave it out."
                )
        return {**options, "region": make_clients(options.get("region")).region}

    @classmethod
    def fetch_plan(cls, tag: str, place: str | None, at: str | None) -> Plan:
        paths = StudyPaths.named(tag)
        if paths.plan.exists():
            plan = read_plan(tag)
            return plan if paths.staged.exists() else fetch_again(plan)  # launched here, or elsewhere
        place = place or os.environ.get(S3_VARIABLE)
        if not place:
            raise StudyError(f"There is no study {tag!r} here: use --s3 to say where it was launched.")
        return fetch_study(tag, place, at)

    def check(self, spec: StudySpec) -> None:
        check_sources(self.plan, spec)
        self._tuner_spec(Path(self.plan.settings.source), self.plan.cells)  # refuses what SageMaker would

    def requirements(self, cells: Sequence[Cell], at_work: Sequence[Cell]) -> Requirements:
        tuners = self._tuner_spec(Path(self.plan.settings.source), cells)
        return requirements_of(self._site, tuners, cells, at_work, self.settings.total_quota)

    def preview(self, cell: Cell) -> str:
        tuners = self._tuner_spec(self.plan.paths.staged, [cell])
        job = Job(JobId(self.plan.cells.index(cell), 0), {"cell": cell.name}, resumed=False)
        return tuners.preview(job, ExperimentPaths(self.plan.paths.folder))

    # ---- looking -----------------------------------------------------------------------------------------

    def statuses(self) -> list[TunerStatus]:
        """Fetches all experiments first."""
        latest = self._latest()  # before fetching: a tuner that ended has sent everything by now
        if latest:
            with locked(self.plan.paths.fetching, math.inf):
                self._fetch_all()
        return [self._status(cell, latest.get(index)) for index, cell in enumerate(self.plan.cells)]

    def _fetch_all(self) -> None:
        pool = ThreadPoolExecutor(AT_ONCE)
        try:
            list(pool.map(self._fetch, self.plan.cells))
        finally:
            pool.shutdown(cancel_futures=True)

    def _fetch(self, cell: Cell) -> None:
        paths = self.plan.paths.experiment(cell.name)
        identity = identity_of(paths)
        if identity is not None:
            places = Places.below(self._site.s3, identity.experiment)
            new = ExperimentMirror(paths, self._bucket, places)
            self._retry(self._mirrors.setdefault(identity.experiment, new).fetch)

    def _status(self, cell: Cell, job: Summary | None) -> TunerStatus:
        if job is None and self.plan.paths.experiment(cell.name).journal.exists():
            raise StudyError(
                f"{cell.name} is here, but its tuner wasn't a job of this account, as after a rehearsal: "
                f"`tunewise compare {self.plan.tag}` shows its results, and another --experiment-tag "
                "launches the study in this account."
            )
        return tuner_status(self.plan, cell, None if job is None else job.name, _runs(job))

    def _latest(self) -> dict[int, Summary]:
        """The latest tuner of each experiment, by its number in the plan."""
        identity = self._identity
        if identity is None:
            return {}
        self._check_numbers(Places.below(self._site.s3, identity.experiment))
        summaries, _ = self._calls.list_jobs(identity.experiment, identity.since, ask=self._retry)
        runs = [(read_name(identity.experiment, summary.name), summary) for summary in summaries]
        named = [(name, summary) for name, summary in runs if name is not None]
        named.sort(key=lambda pair: pair[0])
        return {job.trial_id: summary for (job, _), summary in named}

    def failure_reason(self, status: TunerStatus) -> str:
        if status.job is None:
            return "it was never started"
        job = self._retry(partial(self._calls.describe, status.job))
        if job is None:
            return "its job no longer exists"
        why = job.reason or job.secondary
        log = self._calls.log(status.job) if job.status == "Failed" else []
        return why if not log or log[-1].strip() in why else f"{why}\n{log[-1]}"

    # ---- starting ----------------------------------------------------------------------------------------

    def start(self, cells: Sequence[Cell]) -> Iterator[tuple[Cell, str]]:
        latest = self._latest()
        if any(number >= len(self.plan.cells) for number in latest):
            raise self._more_elsewhere()
        cells = [cell for cell in cells if not _runs(latest.get(self.plan.cells.index(cell)))]
        if not cells:
            return
        places = self._own_places()
        spec = self._tuner_spec(self._stage(places), cells)
        spec.check(workers=1)
        channels = self._retry(lambda: self._send(spec, places))
        creator = Creator(spec, places, self._calls, PACE)
        for cell in cells:
            index = self.plan.cells.index(cell)
            run = _run_of(places.experiment, latest.get(index)) + 1
            job = Job(JobId(index, run), {"cell": cell.name}, resumed=False)
            creator.check(job)
            yield cell, self._create(creator, job, channels)

    def _create(self, creator: Creator, job: Job, channels: Mapping[str, str]) -> str:
        """Creates a tuner as soon as there is room, and returns its job's name."""
        attempt = tries = 0
        while True:
            try:
                creator.take_turn(job.id)
                creator.create(job, attempt, channels)
            except TakenError:
                attempt += 1
            except FullError as error:
                self._check_room(read_quota(str(error)))
                time.sleep(PACE.looks.after_full(tries))
                tries += 1
            except BusyError as error:
                logger.info("%s", error)
                time.sleep(PACE.turn if error.wait is None else error.wait)
            else:
                return creator.name(job.id, attempt)

    def _check_room(self, quota: Quota) -> None:
        """Raises StudyError if waiting for a quota is useless, because tuners of this study use up all of it
        and leave none for their jobs."""
        tuners = self.settings.tuner_instance_type
        separate = tuners in quota.name and tuners != self._site.instance_type
        if separate or self._site.spot:
            return  # their jobs have another quota
        at_work = sum(map(_runs, self._latest().values()))
        if quota.most is not None and at_work >= quota.most:
            raise StudyError(
                f"Tuners of this study use up the quota {quota.name!r} of {quota.most:g}, and are paid for "
                "while their jobs find no place: stop some of them and launch fewer experiments at a time, "
                "or ask AWS for more (Service Quotas)."
            )

    @property
    def _bucket(self) -> Bucket:
        return Bucket(Places.below(self._site.s3, "").bucket, self._clients.s3)

    @property
    def _study(self) -> ExperimentPaths:
        """The folder with the study's own identity, as for an experiment."""
        return ExperimentPaths(self.plan.paths.folder)

    @property
    def _identity(self) -> Identity | None:
        """The study's identity at AWS; None before it was launched."""
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

    def _tuner_spec(self, staged: Path, cells: Sequence[Cell]) -> SageMakerBackend:
        """Like the jobs that tuners start, but on instances of their own: not spot, without a training plan
        or a limit on waiting."""
        settings: SageMakerTunerSettings = self.settings
        instance_type = settings.tuner_instance_type
        try:
            return replace(
                self._site,
                entry_point=PROGRAM,
                source_dir=str(staged),
                instance_type=instance_type,
                image=settings.tuner_image or default_image(self._clients.region, instance_type),
                role=settings.tuner_role or self._site.role,
                volume_gb=VOLUME,
                keep_alive=0,
                spot=False,
                max_pending=None,
                training_plan=None,
                channels={},
                max_run=longest_tuner(cells),
                retries=RESTARTS,
                stop_grace=STOP_GRACE,
                tags={**self._site.tags, STUDY_TAG: self.plan.tag},
            )
        except ValueError as error:  # SageMaker would refuse it
            name = re.match(r"instance_type|image|role", str(error))
            words = f"--tuner-{name[0].replace('_', '-')}{str(error)[name.end() :]}" if name else str(error)
            raise StudyError(words) from error

    def _stage(self, places: Places) -> Path:
        """The folder for the tuners. Its plan is written to S3, too, so that the study can be fetched
        elsewhere."""
        cells = {cell.name: self._identity_of(cell) for cell in self.plan.cells}
        folder = stage(self._with_data_on_s3(places), cells)
        for name in (PLAN, CELLS):
            self._retry(partial(self._keep, places.record + name, (folder / name).read_bytes()))
        return folder

    def _check_numbers(self, places: Places) -> None:
        """Raises StudyError if the numbers of tuners on S3 mean other experiments here."""
        kept = self._retry(partial(read_kept, self._clients, places, PLAN, Plan))
        launched = () if kept is None else kept.cells
        if any(one.name != other.name for one, other in zip(launched, self.plan.cells, strict=False)):
            raise self._more_elsewhere()

    def _more_elsewhere(self) -> StudyError:
        return StudyError(
            f"The study {self.plan.tag} was launched from another machine, too, with experiments that this "
            "one lacks: continue it there, or choose another --experiment-tag."
        )

    def _keep(self, key: str, body: bytes) -> None:
        with translated(f"Writing the plan of the study to {self._site.s3}"):
            self._bucket.put(key, body)

    def _with_data_on_s3(self, places: Places) -> Plan:
        """The plan for tuners: local data is sent to S3 once for all of them."""

        def sent() -> dict[str, str]:
            with translated("Sending data to S3"):
                return send_data(self._site.channels, places, self._bucket)

        site = {**(self.plan.settings.site or {}), "channels": self._retry(sent)}
        settings = msgspec.structs.replace(self.plan.settings, site=site)
        return msgspec.structs.replace(self.plan, settings=settings)

    def _identity_of(self, cell: Cell) -> Identity:
        paths = self.plan.paths.experiment(cell.name)
        return identity_of(paths) or draw_identity(paths, self._clients.region, on_s3=True)


def longest_tuner(cells: Sequence[Cell]) -> int:
    """How many seconds a tuner of any of these experiments may run: as generous as new accounts allow."""
    longest = max(cell.max_wallclock_time for cell in cells)
    return min(int(max(longest + MARGIN, min(2 * longest + MARGIN, USUAL_RUN))), LONGEST_RUN)


def _runs(job: Summary | None) -> bool:
    return job is not None and job.status not in TERMINAL


def _run_of(experiment: str, job: Summary | None) -> int:
    name = None if job is None else read_name(experiment, job.name)
    return -1 if name is None else name[0].run
