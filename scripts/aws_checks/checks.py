"""Asks the emulator and AWS about everything that the emulator takes from documents.

A check is a function with `@check` that yields answers from a `Side`, each as soon as it has it. The
decorator is enough: `scripts/check-against-aws`, its lists and the tests find it. The rows of
docs/rehearsal.md that it settles name it.
"""

import csv
import json
import re
import time
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from aws_checks.check import REGISTERED, Answer, Check, check
from aws_checks.side import Refusal, Side

Answers = Iterator[Answer]
OF_A_TYPE = re.compile(r"ml\.[\w.]+ for training job usage")
KEEP_ALIVE = "KeepAlivePeriodInSeconds"
LISTS = 20
KEY = "1234abcd-12ab-34cd-56ef-1234567890ab"  # of AWS's documentation

# What jobs run: a few lines of the standard library each.

LOOKING = """
import json, os
from pathlib import Path
config, data = Path("/opt/ml/input/config"), Path("/opt/ml/input/data/data")
needed = ("hyperparameters.json", "inputdataconfig.json", "resourceconfig.json", "checkpointconfig.json")
print(json.dumps({
    "pid": os.getpid(),
    "files": [name for name in needed if (config / name).exists()],
    "hyperparameters": json.loads((config / "hyperparameters.json").read_text()),
    "names": sorted(os.environ),
    "data": sorted(str(path.relative_to(data)) for path in data.rglob("*") if path.is_file()),
}), flush=True)
Path("/opt/ml/model").mkdir(exist_ok=True)
Path("/opt/ml/model/weights").write_text("w")
"""

FAILING = """
from pathlib import Path
Path("/opt/ml/output/failure").write_text("because " * 625)
raise SystemExit(1)
"""

_READY = """
from pathlib import Path
checkpoints = Path("/opt/ml/checkpoints")
(checkpoints / "ready").write_text("x")
"""

SAVING = f"""
import signal, sys, time
{_READY}
def save(*_):
    (checkpoints / "saved").write_text("x")
    sys.exit(0)
signal.signal(signal.SIGTERM, save)
while True: time.sleep(1)
"""

STUBBORN = f"""
import time
{_READY}
while True: time.sleep(1)
"""

CHECKPOINTING = """
from pathlib import Path
folder = Path("/opt/ml/checkpoints")
print("restored", sorted(path.name for path in folder.iterdir()), flush=True)
if (folder / "old").exists():
    (folder / "old").unlink()
    (folder / "new").write_text("x")
else:
    (folder / "old").write_text("x")
"""

DISKS = """
import json, os, subprocess
names = ("checkpoints", "model", "output/data", "code", "input/data/code")
paths = ["/tmp", *("/opt/ml/" + name for name in names)]
for path in paths: os.makedirs(path, exist_ok=True)
lines = subprocess.run(["df", "-P", *paths], capture_output=True, text=True, check=True).stdout.splitlines()
print("\\n".join(lines))
print(json.dumps({path: line.split()[-1] != "/" for path, line in zip(paths, lines[1:])}), flush=True)
"""

TUNED = """
import argparse
from tunewise import Reporter, checkpoint_dir
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float)
parser.add_argument("--epochs", type=int)
args = parser.parse_args()
report = Reporter()
print("from epoch 1", flush=True)
for epoch in range(1, args.epochs + 1):
    (checkpoint_dir() / "epoch").write_text(str(epoch))
    report(epoch=epoch, loss=args.lr / epoch)
"""


def all_checks() -> Mapping[str, Check]:
    """By name, the cheapest first."""
    return {one.name: one for one in sorted(REGISTERED.values(), key=lambda one: (one.minutes, one.jobs))}


def statuses(described: Mapping[str, Any]) -> list[str]:
    return [transition["Status"] for transition in described["SecondaryStatusTransitions"]]


def refused(what: str, refusal: Refusal) -> Answer:
    """An error: its code is compared, its message only shown."""
    return Answer(what, refusal.code, refusal.message)


# ---- checks that cost nothing --------------------------------------------------------------------------


@check()
def limits(side: Side) -> Answers:
    """How invalid requests to create a job are refused."""
    request = side.request("limits")  # each has a name of its own, should AWS accept some
    wrong: dict[str, dict[str, Any]] = {
        "name of 64 characters": {"TrainingJobName": "n" * 64},
        "underscore in a name": {"TrainingJobName": "a_b"},
        "101 hyperparameters": {"HyperParameters": {f"h{n}": "1" for n in range(101)}},
        "hyperparameter of 2501 characters": {"HyperParameters": {"h": "v" * 2501}},
        "101 variables": {"Environment": {f"V{n}": "1" for n in range(101)}},
        "variable of 513 characters": {"Environment": {"V": "v" * 513}},
        "51 tags": {"Tags": [{"Key": f"k{n}", "Value": "v"} for n in range(51)]},
        "tab in a tag": {"Tags": [{"Key": "k", "Value": "a\tb"}]},
        "two tags of one key": {"Tags": [{"Key": "k", "Value": v} for v in "ab"]},
        "keep-alive of 21601 s": {"ResourceConfig": side.resources(21601)},
        "spot with keep-alive": {
            "ResourceConfig": side.resources(60),
            "EnableManagedSpotTraining": True,
            "StoppingCondition": {"MaxRuntimeInSeconds": 60, "MaxWaitTimeInSeconds": 60},
        },
        "wait without spot": {"StoppingCondition": {"MaxRuntimeInSeconds": 60, "MaxWaitTimeInSeconds": 60}},
        "bucket that isn't there": {"OutputDataConfig": {"S3OutputPath": f"s3://{side.bucket}-is-not/x"}},
        "run of six days": {"StoppingCondition": {"MaxRuntimeInSeconds": 518_400}},
        "type that is for notebooks": {
            "ResourceConfig": {**side.resources(), "InstanceType": "ml.t3.medium"}
        },
        "volume of 1025 GB": {"ResourceConfig": {**side.resources(), "VolumeSizeInGB": 1025}},
        "key of a volume where there is none": {
            "ResourceConfig": {**side.resources(), "InstanceType": "ml.g4dn.xlarge", "VolumeKmsKeyId": KEY}
        },
        "pending time of 1799 s": {
            "StoppingCondition": {"MaxRuntimeInSeconds": 60, "MaxPendingTimeInSeconds": 1799}
        },
        "pending time without an accelerator": {
            "ResourceConfig": side.resources(InstanceType="ml.m5.large"),
            "StoppingCondition": {"MaxRuntimeInSeconds": 60, "MaxPendingTimeInSeconds": 1800},
        },
        "channel without an object": {"InputDataConfig": [side.channel("code", "limits/nothing/")]},
    }
    for number, (what, change) in enumerate(wrong.items()):
        named = {**request, "TrainingJobName": side.name(f"limits{number}")}
        yield refused(what, side.refusal({**named, **change}))


@check()
def missing(side: Side) -> Answers:
    """Codes of errors about jobs that don't exist."""
    client, name = side.sagemaker, side.name("missing")
    calls = {
        "describe": partial(client.describe_training_job, TrainingJobName=name),
        "stop": partial(client.stop_training_job, TrainingJobName=name),
        "update": partial(side.end_pool, name),
    }
    for what, call in calls.items():
        yield refused(f"{what} what is not there", side.refused(call))
    yield refused("list with a token of nobody", side.refused(partial(side.pages, NextToken="bm8=")))


@check()
def quotas(side: Side) -> Answers:
    """The account's quotas in Service Quotas, and the refusal by a quota of 0."""
    by_name = side.quotas()
    for name in ("Longest run time for a training job", "Size of EBS volume for a training job instance"):
        yield Answer(name, by_name.get(name))
    its_own = re.compile(rf"{side.instance_type} for .*training.*|Number.* training jobs|Rate.*TrainingJob.*")
    listed = "; ".join(f"{name}: {value:g}" for name, value in by_name.items() if its_own.match(name))
    yield Answer("those that each account has of its own", "not compared", listed)
    none = [name for name, value in sorted(by_name.items()) if value == 0 and OF_A_TYPE.fullmatch(name)]
    if none:  # otherwise no request would surely be refused
        resources = side.resources(InstanceType=none[0].split()[0])
        refusal = side.refusal(side.request("quota-of-0", ResourceConfig=resources))
        yield refused("an instance of which there may be none", refusal)
        yield Answer("the words for it", re.sub(r"\d+", "N", refusal.message.replace(none[0], "QUOTA")))


@check()
def rates(side: Side) -> Answers:
    """Whether lists as fast as possible are throttled, and with which code."""
    client = side.connect("sagemaker", 1)
    lists = [side.refused(partial(client.list_training_jobs, MaxResults=1)) for _ in range(LISTS)]
    throttled = [refusal for refusal in lists if refusal.code]
    share = f"{len(throttled)} of {LISTS} were"
    yield Answer("lists are throttled", sorted({refusal.code for refusal in throttled}), share)


# ---- checks that start jobs ----------------------------------------------------------------------------


@check(jobs=1, minutes=5)
def errors(side: Side) -> Answers:
    """Codes of errors about jobs that exist already or have ended."""
    request = side.request("errors", "pass")
    name = side.create(request)
    yield Answer("in the list at once", any(name in page for page in side.pages()))
    yield refused("name that is taken", side.refused(partial(side.sagemaker.create_training_job, **request)))
    side.until(name)
    stop = partial(side.sagemaker.stop_training_job, TrainingJobName=name)
    yield refused("stop what has ended", side.refused(stop))
    yield refused("update what kept no instance", side.refused(partial(side.end_pool, name)))


@check(jobs=1, minutes=5)
def life(side: Side) -> Answers:
    """A job that completes: its statuses, what its container sees, what is uploaded, what is billed."""
    request = side.request("life", LOOKING, HyperParameters={"lr": "0.1"}, Environment={"MINE": "1"})
    for key in ("data/part", "data/part/a", "data/parts/b", "data/partly"):
        side.put(f"life/{key}", "x")
    request["InputDataConfig"].append(side.channel("data", "life/data/part"))
    name = side.create(request)
    described = side.until(name)
    yield Answer("statuses", statuses(described), "; ".join(_messages(described)))
    yield Answer("members", sorted(described.keys() - {"ResponseMetadata"}))
    yield Answer("billed from Downloading to the end, in whole seconds", _billed_as_described(described))
    yield Answer("uploaded", side.keys("life/output/"))
    ended = time.monotonic()
    seen = json.loads(side.until_printed(name, "{"))
    late = f"seen {time.monotonic() - ended:.0f} s after the end was"
    yield Answer("its log can be read", True, late)
    for part in ("pid", "files", "hyperparameters"):
        yield Answer(part, seen[part])
    known = ("AWS_REGION", "TRAINING_JOB_NAME")
    yield Answer("variables that AWS sets", [variable for variable in known if variable in seen["names"]])
    yield Answer("files of a prefix without a slash", seen["data"])


@check(jobs=4, at_once=4, minutes=20)
def failures(side: Side) -> Answers:
    """FailureReason with and without a file, and for a missing entry point; pages of a list."""
    bare = side.create(side.request("exit-code", "raise SystemExit(3)"))
    with_file = side.create(side.request("failure-file", FAILING))
    request = side.request("no-program")
    request["AlgorithmSpecification"]["ContainerEntrypoint"] = ["/no/such/program"]
    lost = side.create(request)
    side.put("failures/data//x", "x")
    request = side.request("slashes", "pass")
    request["InputDataConfig"].append(side.channel("data", "failures/data/"))
    slashes = side.create(request)
    reasons = {name: side.until(name).get("FailureReason", "") for name in (bare, with_file, lost, slashes)}
    yield Answer("exit code 3", reasons[bare])
    yield Answer("a file of 5000 characters", (reasons[with_file][:40], len(reasons[with_file])))
    yield Answer("no such program", reasons[lost])
    yield Answer("an object with // in its key", reasons[slashes].split(":")[0], reasons[slashes])
    pages = side.pages(StatusEquals="Completed", MaxResults=1)
    yield Answer("StatusEquals leaves pages empty", sum(not page for page in pages) > 1)


@check(jobs=2, at_once=2, minutes=15)
def stopping(side: Side) -> Answers:
    """A job that saves at SIGTERM, and one that ignores it: statuses, times, what is uploaded."""
    gentle, stubborn = (
        side.create(side.request(*job)) for job in (("gentle", SAVING), ("stubborn", STUBBORN))
    )
    for kind, name in (("gentle", gentle), ("stubborn", stubborn)):
        side.until(name, "Training")
        side.until_there(f"{kind}/checkpoints/ready")
        side.sagemaker.stop_training_job(TrainingJobName=name)
    again = side.refused(partial(side.sagemaker.stop_training_job, TrainingJobName=stubborn))
    yield refused("stop what is stopping", again)
    ended = {name: side.until(name) for name in (gentle, stubborn)}
    yield Answer("statuses of one that saves", statuses(ended[gentle]))
    yield Answer("statuses of one that ignores it", statuses(ended[stubborn]))
    yield Answer("saved in the grace time", side.keys("gentle/checkpoints/"))
    yield Answer("about two minutes of grace", 100 < _last_seconds(ended[stubborn]) < 240)


@check(jobs=2, minutes=10)
def checkpoints(side: Side) -> Answers:
    """Checkpoints are restored, and deletions reach S3."""
    request = side.request("first", CHECKPOINTING)
    side.until(side.create(request))
    yield Answer("after the first", side.keys("first/checkpoints/"))
    second = {**side.request("second", CHECKPOINTING), "CheckpointConfig": request["CheckpointConfig"]}
    name = side.create(second)
    side.until(name)
    yield Answer("after the second", side.keys("first/checkpoints/"))
    yield Answer("restored", side.until_printed(name, "restored"))


@check(jobs=2, minutes=10)
def disks(side: Side) -> Answers:
    """Which folders are on the job's volume, by df, and which on the system's disk."""
    requests = {
        "with": side.request("synced", DISKS),
        "without": side.request("unsynced", DISKS, CheckpointConfig=None),
    }
    for kind, request in requests.items():
        name = side.create(request)
        side.until(name)
        seen = json.loads(side.until_printed(name, "{"))
        yield Answer(f"{kind} a checkpoint configuration", seen, "; ".join(side.lines(name)))


@check(jobs=3, minutes=25)
def warm_pools(side: Side) -> Answers:
    """Statuses of pools, reuse with and without a period, their end."""
    names = []
    for number, keep_alive in enumerate((600, 600, 0)):
        request = side.request(f"pool{number}", "pass", ResourceConfig=side.resources(keep_alive))
        names.append(side.create(request))
        if number == 0:
            same = partial(side.sagemaker.update_training_job, ResourceConfig={KEEP_ALIVE: keep_alive})
            yield refused("update of one in use", side.refused(partial(same, TrainingJobName=names[0])))
        side.until(names[-1])
    pools = [side.describe(name).get("WarmPoolStatus", {}) for name in names]
    yield Answer("statuses", [pool.get("Status") for pool in pools])
    reused = [names.index(pool["ReusedByJob"]) if "ReusedByJob" in pool else None for pool in pools]
    yield Answer("reused by", reused)
    yield refused("update of one that is gone", side.refused(partial(side.end_pool, names[0])))


@check(jobs=1, minutes=5, kind="spot training job")
def spot(side: Side) -> Answers:
    """A job on a spot instance: its statuses, and the share that is billed."""
    condition = {"MaxRuntimeInSeconds": 600, "MaxWaitTimeInSeconds": 1200}
    waiting = "import time; time.sleep(0.5)"  # for some seconds to be billed by where time is scaled
    request = side.request("spot", waiting, EnableManagedSpotTraining=True, StoppingCondition=condition)
    described = side.until(side.create(request))
    yield Answer("statuses", statuses(described))
    trained, billed = described["TrainingTimeInSeconds"], described["BillableTimeInSeconds"]
    yield Answer("less is billed", billed < trained, f"{billed} of {trained} s")


@check(jobs=1, minutes=6)
def max_runtime(side: Side) -> Answers:
    """A job that exceeds its time limit."""
    condition = {"MaxRuntimeInSeconds": 60}
    described = side.until(side.create(side.request("runtime", SAVING, StoppingCondition=condition)))
    yield Answer("status", (described["TrainingJobStatus"], described["SecondaryStatus"]))
    yield Answer("statuses", statuses(described))


@check(jobs=1, minutes=6)
def tuning(side: Side) -> Answers:
    """The results of the smallest `tunewise run`, with one worker and one trial."""
    with TemporaryDirectory(prefix="tunewise-check-") as made:
        folder, name = Path(made), side.name("run")
        (folder / "train.py").write_text(TUNED, encoding="utf-8")
        done = side.tunewise(
            *("run", "train.py", "--backend", "sagemaker", "--instance-type", side.instance_type),
            *("--role", side.role, "--s3", side.uri("run"), "--image", side.image),
            *("--space", "lr=uniform(0.1, 0.2)", "--metric", "loss", "--mode", "min"),
            *("--resource", "epoch", "--max-resource", "epochs=2", "--method", "rs"),
            *("--workers", "1", "--max-trials", "1", "--name", name),
            folder=folder,
        )
        yield Answer("exit code", done.returncode, "" if done.returncode == 0 else done.stderr[-2000:])
        with (folder / "home" / name / "results.csv").open(encoding="utf-8", newline="") as file:
            yield Answer("epochs that were reported", [row["epoch"] for row in csv.DictReader(file)])
        jobs = [side.describe(job) for page in side.pages() for job in page if job.startswith(name)]
        yield Answer("jobs", [(job["TrainingJobStatus"], statuses(job)[-1]) for job in jobs])
        yield Answer("checkpoint on S3", any("checkpoint" in key for key in side.keys("run/")))
        logs = partial(side.tunewise, "logs", name, "0", folder=folder)
        printed = side.wait(lambda: "from epoch 1" in logs().stdout, "the log of the trial isn't there")
        yield Answer("its log is found", printed)


def _messages(described: Mapping[str, Any]) -> list[str]:
    return [transition.get("StatusMessage", "") for transition in described["SecondaryStatusTransitions"]]


def _last_seconds(described: Mapping[str, Any]) -> float:
    """How long the status before the last one held."""
    before = described["SecondaryStatusTransitions"][-2]
    seconds: float = (before["EndTime"] - before["StartTime"]).total_seconds()
    return seconds


def _billed_as_described(described: Mapping[str, Any]) -> bool:
    """Whether the bill is the time since its first Downloading, but for a second of rounding."""
    starts = {one["Status"]: one["StartTime"] for one in reversed(described["SecondaryStatusTransitions"])}
    lasted = (described["TrainingEndTime"] - starts["Downloading"]).total_seconds()
    return bool(abs(described["BillableTimeInSeconds"] - lasted) <= 2)  # times are given to about a second
