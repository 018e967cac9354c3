"""The names of training jobs, of their tags, and of the objects of an experiment on S3."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from tunewise.space import Config
from tunewise.trial import JobId

CODE = "code"
"""The channel with the code."""

BUCKET_VARIABLE = "TUNEWISE_BUCKET"
REPORT_VARIABLE = "TUNEWISE_REPORT_KEY"
STOP_VARIABLE = "TUNEWISE_STOP_KEY"
CHECKPOINT_VARIABLE = "TUNEWISE_CHECKPOINT_PREFIX"
METRIC_VARIABLE = "TUNEWISE_METRIC"
"""The metric and what counts the resource, in JSON, for scripts that don't report themselves."""
OUR_VARIABLES = (BUCKET_VARIABLE, REPORT_VARIABLE, STOP_VARIABLE, CHECKPOINT_VARIABLE, METRIC_VARIABLE)
LONGEST_ROOM = 51 + 80  # characters that the experiment's id and the keys below it add to the prefix

LONGEST_SLUG = 36
EXPERIMENT_TAG = "tunewise:experiment"
TRIAL_TAG = "tunewise:trial"
RUN_TAG = "tunewise:run"
HASH_TAG = "tunewise:hash"

_ADDRESS = re.compile(r"(?:s3://)?(arn:[^/]*/[^/]*|[^/]*)/?(.*)", re.DOTALL)
"""A bucket, or the ARN of an access point, which contains a slash; and a prefix."""
_NOT_IN_NAMES = re.compile(r"[^a-zA-Z0-9]+")
_JOB = re.compile(r"t(\d+)-r(\d+)(?:-a(\d+))?")


def slug(name: str) -> str:
    """An experiment's name as a part of a job's name: letters, digits and single hyphens."""
    plain = _NOT_IN_NAMES.sub("-", name).strip("-")[:LONGEST_SLUG].strip("-")
    return plain or "experiment"


def job_key(job_id: JobId, attempt: int = 0) -> str:
    """The name of a job within its experiment. attempt: how many training jobs before it never ran."""
    key = f"t{job_id.trial_id:05d}-r{job_id.run}"
    return f"{key}-a{attempt}" if attempt else key


def read_name(experiment: str, name: str) -> tuple[JobId, int] | None:
    """The job and the attempt that a training job's name means; None if it isn't the experiment's."""
    prefix = f"{experiment}-"
    match = _JOB.fullmatch(name.removeprefix(prefix)) if name.startswith(prefix) else None
    if match is None:
        return None
    return JobId(int(match[1]), int(match[2])), int(match[3] or 0)


def config_hash(arguments: Config) -> str:
    """A hash of the arguments of a job: 16 hexadecimal digits."""
    text = json.dumps(arguments, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def job_tags(experiment: str, job_id: JobId, arguments: Config) -> dict[str, str]:
    return {
        EXPERIMENT_TAG: experiment,
        TRIAL_TAG: str(job_id.trial_id),
        RUN_TAG: str(job_id.run),
        HASH_TAG: config_hash(arguments),
    }


def is_ours(tags: Mapping[str, str], expected: Mapping[str, str]) -> bool:
    """Whether a job was created for exactly this purpose, by whichever tuner."""
    return all(tags.get(key) == value for key, value in expected.items())


@dataclass(frozen=True)
class Places:
    """Where the files of an experiment are on S3. prefix: without a slash at its end; may be empty.

    experiment: its id, `SLUG-HASH6`, with which the names of its jobs begin.
    """

    bucket: str
    prefix: str
    experiment: str

    @classmethod
    def below(cls, uri: str, experiment: str) -> Places:
        match = _ADDRESS.fullmatch(uri)
        assert match is not None, "any text fits"
        return cls(match[1], match[2].strip("/"), experiment)

    @property
    def root(self) -> str:
        """The key below which everything lies, with a slash at its end."""
        return f"{self.prefix}/{self.experiment}/" if self.prefix else f"{self.experiment}/"

    def uri(self, key: str) -> str:
        return f"s3://{self.bucket}/{key}"

    @property
    def reports(self) -> str:
        return f"{self.root}reports/"

    def report(self, key: str) -> str:
        """The object with all reports of a job and its end."""
        return f"{self.reports}{key}.jsonl"

    def stop(self, key: str) -> str:
        """The object whose presence asks a job to end."""
        return f"{self.root}stops/{key}"

    @property
    def checkpoints(self) -> str:
        return f"{self.root}checkpoints/"

    def checkpoint(self, trial_id: int) -> str:
        """The prefix of a trial's checkpoint."""
        return f"{self.checkpoints}t{trial_id:05d}/"

    def code(self, digest: str) -> str:
        return f"{self.root}code/{digest}/"

    def data(self, channel: str, digest: str) -> str:
        return f"{self.root}data/{channel}/{digest}/"

    @property
    def output(self) -> str:
        return f"{self.root}output"

    @property
    def record(self) -> str:
        """The prefix of the copy of the experiment's folder."""
        return f"{self.root}record/"
