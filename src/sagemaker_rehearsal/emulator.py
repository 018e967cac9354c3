"""The emulator as a whole: how to start it, use it in tests, and close it."""

from __future__ import annotations

import resource
import shutil
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from sagemaker_rehearsal.access import AccessKeys, Ledger, Throttle
from sagemaker_rehearsal.account import Account
from sagemaker_rehearsal.cloudwatch import LogPump, Logs
from sagemaker_rehearsal.containers import Containers, detect_isolation
from sagemaker_rehearsal.context import Context
from sagemaker_rehearsal.faults import Fault, Faults
from sagemaker_rehearsal.messages import RehearsalError
from sagemaker_rehearsal.namespaces import Isolation
from sagemaker_rehearsal.operations import ServiceQuotas, TrainingJobs
from sagemaker_rehearsal.profile import Profile
from sagemaker_rehearsal.router import Router
from sagemaker_rehearsal.scaled_clock import ScaledClock
from sagemaker_rehearsal.server import Server
from sagemaker_rehearsal.storage import ACCOUNT, Storage
from sagemaker_rehearsal.summary import HourlyPrice, Item, bill
from sagemaker_rehearsal.training_job import TrainingJob

_lock = threading.Lock()  # sessions are not made for several threads


@lru_cache(maxsize=1)
def _session() -> Any:  # noqa: ANN401 - boto3 makes its classes
    """One for all, as each session loads the services' models."""
    import boto3
    from botocore.session import Session

    session = Session({"profile": (None, None, None, None)})
    session.set_config_variable("config_file", "/nonexistent/config")
    return boto3.Session(botocore_session=session)


_FILES = 65_536  # as many open files as may be: connections, logs, and moto's larger objects
_one_at_a_time = threading.Lock()


class Emulator:
    """SageMaker's training jobs, S3, CloudWatch Logs, STS and IAM on a port of this machine's loopback.

        with Emulator(Profile(time_scale=60, cold_start=120)) as emulator:
            client = boto3.client("sagemaker", endpoint_url=emulator.endpoint, ...)

    profile: how it behaves. faults: what goes wrong. folder: where it keeps its files; by default a new one
    that is deleted at the end. isolation: of jobs from this machine; by default the best that works. port: by
    default a free one.

    A process can have one emulator at a time. Raises RehearsalError if it can't be set up.
    """

    def __init__(
        self,
        profile: Profile | None = None,
        faults: Iterable[Fault] = (),
        *,
        folder: Path | None = None,
        isolation: Isolation | None = None,
        port: int = 0,
    ) -> None:
        self.profile = profile or Profile()
        self.ledger = Ledger()
        self.faults = Faults(faults)
        self._folder = folder
        self._isolation = isolation
        self._port = port

    def __enter__(self) -> Emulator:
        with ExitStack() as stack:  # closes what is open if the rest fails
            self._open(stack)
            self._closing = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends all jobs and stops answering. Returns when no process of a job is left."""
        self._closing.close()

    # ---- for clients -------------------------------------------------------------------------------------

    @property
    def endpoint(self) -> str:
        return self._server.endpoint

    @property
    def region(self) -> str:
        return self.profile.region

    @property
    def account_id(self) -> str:
        return ACCOUNT

    @property
    def role(self) -> str:
        """A role for jobs. The emulator accepts any ARN of the right form."""
        return f"arn:aws:iam::{ACCOUNT}:role/rehearsal"

    @property
    def environment(self) -> dict[str, str]:
        """Variables with which AWS clients in other processes reach this emulator and nothing else."""
        nowhere = str(self._root / "no-such-file")
        return {
            "AWS_ENDPOINT_URL": self.endpoint,
            **self._context.keys.of_client(),
            "AWS_REGION": self.region,
            "AWS_DEFAULT_REGION": self.region,
            "AWS_CONFIG_FILE": nowhere,
            "AWS_SHARED_CREDENTIALS_FILE": nowhere,
            "AWS_EC2_METADATA_DISABLED": "true",
        }

    def client(self, service: str, **settings: Any) -> Any:  # noqa: ANN401 - boto3 makes its classes
        """A boto3 client of this emulator; settings as for `boto3.client`."""
        keys = {name.lower(): key for name, key in self._context.keys.of_client().items()}
        with _lock:
            return _session().client(
                service, endpoint_url=self.endpoint, region_name=self.region, **keys, **settings
            )

    # ---- for tests ---------------------------------------------------------------------------------------

    @property
    def isolation(self) -> Isolation:
        return self._context.isolation

    @property
    def folder(self) -> Path:
        """Where its files are: the job NAME sees jobs/NAME/ml as /opt/ml."""
        return self._root

    @property
    def now(self) -> float:
        """Seconds on the emulator's clock."""
        return self._context.clock.now()

    def advance(self, seconds: float) -> None:
        """Moves the emulator's clock forward, and wakes whatever waited for a time that has come."""
        self._context.clock.advance(seconds)

    def bill(self, price: HourlyPrice) -> list[Item]:
        """The costs up to now, job by job."""
        return bill(self.jobs(), self.now, self.profile.spot_saving, price)

    def inject(self, fault: Fault) -> None:
        self.faults.add(fault)

    @contextmanager
    def injected(self, fault: Fault) -> Iterator[None]:
        """A fault that ends with the block, however often it has happened."""
        self.faults.add(fault)
        try:
            yield
        finally:
            self.faults.remove(fault)

    def job(self, name: str) -> TrainingJob:
        """A copy of a job's record as it is now. Raises KeyError."""
        with self._account.lock:
            self._account.pools.expire(self.now)
            return self._account.jobs[name].copy()

    def jobs(self) -> list[TrainingJob]:
        """Copies of all jobs' records, in order of creation."""
        with self._account.lock:
            self._account.pools.expire(self.now)
            return [job.copy() for job in self._account.jobs.values()]

    def wait_for(self, name: str, *statuses: str, timeout: float = 30.0) -> TrainingJob:
        """Waits until a job has one of these statuses or secondary statuses; by default, until it has ended.

        timeout: real seconds. Raises TimeoutError.
        """
        deadline = time.monotonic() + timeout
        while True:
            job = self.job(name)
            reached = {job.status, job.secondary} & set(statuses) if statuses else job.ended
            if reached:
                return job
            if time.monotonic() > deadline:
                raise TimeoutError(f"{name} is {job.status} ({job.secondary}), not {statuses or 'ended'}")
            time.sleep(0.005)

    def add_ended_jobs(self, names: Iterable[str], tags: Mapping[str, str] | None = None) -> None:
        """Fills the account with completed jobs that never ran here, such as other people's."""
        with self._account.lock:
            for name in names:
                self._account.add_ended(name, dict(tags or {}))

    def interrupt(self, name: str) -> None:
        """Interrupts a spot job: it loses its instance."""
        self._jobs.interrupt(name)

    def lose_instance(self, name: str) -> None:
        """Breaks the instance of a job that is Training, with everything on it."""
        self._jobs.lose_instance(name)

    def log(self, name: str) -> list[str]:
        """The lines that a job has printed in all of its runs."""
        streams = [stream for key, stream in self._context.streams.items() if key.startswith(f"{name}/")]
        return [event.message for stream in streams for event in stream.events()]

    def _open(self, closing: ExitStack) -> None:
        if not _one_at_a_time.acquire(blocking=False):
            raise RehearsalError("This process has an emulator already: close it first.")
        closing.callback(_one_at_a_time.release)
        _allow_many_files()
        self._root = self._make_root(closing)
        clock = ScaledClock(self.profile.time_scale)
        self.storage = Storage()
        closing.callback(self.storage.reset)
        self._account = Account(self.profile, clock, self.faults)
        self._containers = Containers(temporary=None if self._folder else self._root)
        closing.callback(self._containers.close)
        pump = LogPump(clock)
        closing.callback(pump.close)
        keys = AccessKeys()
        throttle = Throttle(self.profile.rates)
        router = Router(clock, self.storage, self.faults, throttle, self.ledger, keys)
        self._server = Server(router, self._port)
        self._context = Context(
            profile=self.profile,
            clock=clock,
            faults=self.faults,
            account=self._account,
            storage=self.storage,
            containers=self._containers,
            pump=pump,
            streams={},
            root=self._root,
            endpoint=self._server.endpoint,
            keys=keys,
            isolation=self._isolation or detect_isolation(),
        )
        self._jobs = TrainingJobs(self._context)
        closing.callback(self._jobs.close)
        closing.callback(self._server.close)
        router.add(self._jobs)
        router.add(Logs(self._context.streams, clock, self.profile))
        router.add(ServiceQuotas(self.profile))

    def _make_root(self, closing: ExitStack) -> Path:
        if self._folder is not None:
            folder = self._folder.absolute()
            folder.mkdir(parents=True, exist_ok=True)
            return folder
        folder = Path(tempfile.mkdtemp(prefix="sagemaker-rehearsal-"))
        closing.callback(shutil.rmtree, folder, ignore_errors=True)  # in case that no launcher does it
        return folder


def _allow_many_files() -> None:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if most == resource.RLIM_INFINITY else min(_FILES, most)
    if resource.getrlimit(resource.RLIMIT_NOFILE)[0] < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
