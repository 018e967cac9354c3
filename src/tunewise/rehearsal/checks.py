"""What the emulator takes from documents, asked of both it and AWS: where the answers differ, it is wrong.

Each check is a function from a `Side` to what it observed there. `scripts/check-against-aws` runs them for
somebody with an account; the tests run them on the emulator alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from tunewise.rehearsal.check_scripts import CHECKPOINTING, DISKS, FAILING, LOOKING, SAVING, STUBBORN
from tunewise.rehearsal.check_side import Side

Observed = dict[str, Any]


def statuses(told: Mapping[str, Any]) -> list[str]:
    return [transition["Status"] for transition in told["SecondaryStatusTransitions"]]


def limits(side: Side) -> Observed:
    """What one more than the limits of the model is answered. Costs nothing: no job is started."""
    request = side.request("limits")
    wrong: dict[str, dict[str, Any]] = {
        "name of 64 characters": {"TrainingJobName": "n" * 64},
        "underscore in a name": {"TrainingJobName": "a_b"},
        "101 hyperparameters": {"HyperParameters": {f"h{n}": "1" for n in range(101)}},
        "hyperparameter of 2501 characters": {"HyperParameters": {"h": "v" * 2501}},
        "101 variables": {"Environment": {f"V{n}": "1" for n in range(101)}},
        "variable of 513 characters": {"Environment": {"V": "v" * 513}},
        "51 tags": {"Tags": [{"Key": f"k{n}", "Value": "v"} for n in range(51)]},
        "two tags of one key": {"Tags": [{"Key": "k", "Value": v} for v in "ab"]},
        "keep-alive of 3601 s": {"ResourceConfig": side.resources(3601)},
        "spot with keep-alive": {
            "ResourceConfig": side.resources(60),
            "EnableManagedSpotTraining": True,
            "StoppingCondition": {"MaxRuntimeInSeconds": 60, "MaxWaitTimeInSeconds": 60},
        },
        "wait without spot": {"StoppingCondition": {"MaxRuntimeInSeconds": 60, "MaxWaitTimeInSeconds": 60}},
        "bucket that isn't there": {"OutputDataConfig": {"S3OutputPath": f"s3://{side.bucket}-is-not/x"}},
    }
    return {what: side.refusal({**request, **change}) for what, change in wrong.items()}


def errors(side: Side) -> Observed:
    """Codes and messages about jobs that aren't there, are there already, or have ended. One short job."""
    client = side.sagemaker
    missing = {"TrainingJobName": f"tunewise-check-{side.run}-missing"}
    request = side.request("errors", "pass")
    name = side.create(request)
    clash = side.refused(lambda: client.create_training_job(**request))
    side.until(name)
    return {
        "describe what is not there": side.refused(lambda: client.describe_training_job(**missing)),
        "stop what is not there": side.refused(lambda: client.stop_training_job(**missing)),
        "stop what has ended": side.refused(lambda: client.stop_training_job(TrainingJobName=name)),
        "name that is taken": clash[0],
    }


def life(side: Side) -> Observed:
    """A job that completes: its statuses, what its container sees, what is uploaded. One short job."""
    name = side.create(
        side.request("life", LOOKING, HyperParameters={"lr": "0.1"}, Environment={"MINE": "1"})
    )
    told = side.until(name)
    seen = json.loads(next(line for line in side.lines(name) if line.startswith("{")))
    return {
        "statuses": statuses(told),
        "members": sorted(told.keys() - {"ResponseMetadata"}),
        "container": {part: seen[part] for part in ("pid", "files", "hyperparameters")},
        "variables that AWS sets": [
            name for name in ("AWS_REGION", "TRAINING_JOB_NAME") if name in seen["names"]
        ],
        "uploaded": side.keys("life/output/"),
    }


def failures(side: Side) -> Observed:
    """FailureReason with and without a file, and of an entry point that isn't there. Three short jobs."""
    bare = side.create(side.request("exit-code", "raise SystemExit(3)"))
    told = side.create(side.request("failure-file", FAILING))
    request = side.request("no-program")
    request["AlgorithmSpecification"]["ContainerEntrypoint"] = ["/no/such/program"]
    lost = side.create(request)
    reasons = {name: side.until(name).get("FailureReason", "") for name in (bare, told, lost)}
    return {
        "exit code 3": reasons[bare],
        "a file of 5000 characters": (reasons[told][:40], len(reasons[told])),
        "no such program": reasons[lost],
    }


def stopping(side: Side) -> Observed:
    """A job that saves at SIGTERM, and one that ignores it: statuses, times, what arrives. Two short jobs."""
    gentle, stubborn = (
        side.create(side.request(*job)) for job in (("gentle", SAVING), ("stubborn", STUBBORN))
    )
    for kind, name in (("gentle", gentle), ("stubborn", stubborn)):
        side.until(name, "Training")
        side.until_there(f"{kind}/checkpoints/ready")
        side.sagemaker.stop_training_job(TrainingJobName=name)
    again = side.refused(lambda: side.sagemaker.stop_training_job(TrainingJobName=stubborn))
    ended = {name: side.until(name) for name in (gentle, stubborn)}
    return {
        "statuses": {"gentle": statuses(ended[gentle]), "stubborn": statuses(ended[stubborn])},
        "stop what is stopping": again[0],
        "saved in the grace time": side.keys("gentle/checkpoints/"),
        "about two minutes of grace": 100 < _last_seconds(ended[stubborn]) < 240,
    }


def checkpoints(side: Side) -> Observed:
    """Restoring, and deletions that follow. Two short jobs."""
    request = side.request("first", CHECKPOINTING)
    side.until(side.create(request))
    after_first = side.keys("first/checkpoints/")
    second = {**side.request("second", CHECKPOINTING), "CheckpointConfig": request["CheckpointConfig"]}
    name = side.create(second)
    side.until(name)
    return {
        "after the first": after_first,
        "restored": [line for line in side.lines(name) if line.startswith("restored")],
        "after the second": side.keys("first/checkpoints/"),
    }


def disks(side: Side) -> Observed:
    """Which folders are on the job's volume, as df tells, and not on the system's disk. Two short jobs."""
    requests = {"with": side.request("synced", DISKS), "without": side.request("unsynced", DISKS)}
    del requests["without"]["CheckpointConfig"]
    told = {}
    for kind, request in requests.items():
        name = side.create(request)
        side.until(name)
        told[f"{kind} a checkpoint configuration"] = json.loads(
            next(line for line in side.lines(name) if line.startswith("{"))
        )
    return told


def warm_pools(side: Side) -> Observed:
    """Statuses of pools, reuse with and without a period, their end. Three short jobs and idle minutes."""
    names = []
    for number, keep_alive in enumerate((600, 600, 0)):
        request = side.request(f"pool{number}", "pass", ResourceConfig=side.resources(keep_alive))
        names.append(side.create(request))
        side.until(names[-1])
    pools = [side.describe(name).get("WarmPoolStatus", {}) for name in names]
    return {
        "statuses": [pool.get("Status") for pool in pools],
        "reused by": [names.index(pool["ReusedByJob"]) if "ReusedByJob" in pool else None for pool in pools],
        "update of one that is gone": side.refused(partial(side.end_pool, names[0]))[0],
    }


def max_runtime(side: Side) -> Observed:
    """A job that runs for longer than it may. One short job."""
    condition = {"MaxRuntimeInSeconds": 60}
    told = side.until(side.create(side.request("runtime", SAVING, StoppingCondition=condition)))
    return {"status": (told["TrainingJobStatus"], told["SecondaryStatus"]), "statuses": statuses(told)}


CHECKS: Mapping[str, Callable[[Side], Observed]] = {
    "limits": limits,
    "errors": errors,
    "life": life,
    "failures": failures,
    "stopping": stopping,
    "checkpoints": checkpoints,
    "disks": disks,
    "warm_pools": warm_pools,
    "max_runtime": max_runtime,
}


def observe(name: str, side: Side) -> Observed:
    """Runs a check. What it tells can be compared: plain JSON, without this run's own names."""
    told: Observed = json.loads(json.dumps(CHECKS[name](side)).replace(side.run, "RUN"))
    return told


def differences(emulated: Observed, real: Observed) -> Iterator[str]:
    """A line for each observation that isn't the same on both sides."""
    for what in emulated:
        if emulated[what] != real.get(what):
            yield f"{what}: here {emulated[what]!r}, at AWS {real.get(what)!r}"


def _last_seconds(told: Mapping[str, Any]) -> float:
    """How long the status before the last one held."""
    before = told["SecondaryStatusTransitions"][-2]
    seconds: float = (before["EndTime"] - before["StartTime"]).total_seconds()
    return seconds
