"""What the emulator of SageMaker itself needs: memory and time while it holds a hundred jobs that checkpoint
and report, as trials do."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

from benchmarks.emulated import lacking
from benchmarks.figures import Figure, Skipped, median

JOBS = 100
SECONDS = 20  # for which all of them run
MEGABYTES = 200.0

JOB = """
import http.client, os, time
from pathlib import Path
from urllib.parse import urlsplit

bucket, key = "bucket", "reports/" + os.environ["TRAINING_JOB_NAME"]
credential = os.environ["AWS_ACCESS_KEY_ID"] + "/20260101/us-east-1/s3/aws4_request"
headers = {"Authorization": f"AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders=host, Signature=0"}
connection = http.client.HTTPConnection(urlsplit(os.environ["AWS_ENDPOINT_URL"]).netloc)
checkpoints = Path(os.environ.get("SAGEMAKER_BASE_DIR", "/opt/ml")) / "checkpoints/weights"
epoch = 0
while True:
    epoch += 1
    checkpoints.write_bytes(os.urandom(500_000))
    connection.request("PUT", f"/{bucket}/{key}", b'{"epoch": 1}' * epoch, headers)
    assert connection.getresponse().read() == b""
    print("epoch", epoch, flush=True)
    time.sleep(1)
"""


def measure() -> Iterator[Figure | Skipped]:
    missing = lacking()
    if missing is not None:
        yield Skipped("the emulator with 100 jobs", f"{missing} isn't installed")
        return
    command = [sys.executable, "-m", "benchmarks.rehearsal"]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(result.stdout.splitlines()[-1])
    remark = f"with its launcher, at most, over {SECONDS} s; {told['reports']} reports taken"
    yield Figure(
        f"memory of the emulator with {JOBS} jobs", told["megabytes"], MEGABYTES, "MB", remark=remark
    )
    remark = "the median, while they run"
    yield Figure("answer to ListTrainingJobs", told["list_ms"], 100.0, "ms", remark=remark)


def main() -> None:
    """Measures this process, which is nothing but the emulator, and tells in a line of JSON."""
    import psutil

    from sagemaker_rehearsal import Emulator, Profile

    with Emulator(Profile()) as emulator:
        emulator.storage.make_bucket("bucket", emulator.region)
        emulator.storage.put("bucket", "code/main.py", JOB.encode())
        client = emulator.client("sagemaker")
        for number in range(JOBS):
            client.create_training_job(**_request(f"job-{number:03}", emulator.role))
        own = psutil.Process()
        processes = [own, *(child for child in own.children() if child.name() == "sagemaker-jobs")]
        for job in emulator.jobs():
            emulator.wait_for(job.name, "Training", timeout=120)
        most, answers = 0.0, []
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            time.sleep(0.5)
            most = max(most, sum(process.memory_full_info().rss for process in processes) / 1e6)
            begun = time.monotonic()
            assert len(client.list_training_jobs(MaxResults=100)["TrainingJobSummaries"]) == JOBS
            answers.append(time.monotonic() - begun)
        running = sum(job.status == "InProgress" for job in emulator.jobs())
        assert running == JOBS, f"only {running} of {JOBS} jobs still run"
        reports = len(emulator.ledger.of("PutObject"))
        print(
            json.dumps({"megabytes": most, "list_ms": median(answers) * 1000, "reports": reports}), flush=True
        )


def _request(name: str, role: str) -> dict[str, Any]:
    source = {"S3DataType": "S3Prefix", "S3Uri": "s3://bucket/code/"}
    return {
        "TrainingJobName": name,
        "RoleArn": role,
        "AlgorithmSpecification": {
            "TrainingImage": "123456789012.dkr.ecr.us-east-1.amazonaws.com/training:1",
            "TrainingInputMode": "File",
            "ContainerEntrypoint": ["python3", "/opt/ml/input/data/code/main.py"],
        },
        "ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 10},
        "StoppingCondition": {"MaxRuntimeInSeconds": 3600},
        "OutputDataConfig": {"S3OutputPath": "s3://bucket/output"},
        "InputDataConfig": [{"ChannelName": "code", "DataSource": {"S3DataSource": source}}],
        "CheckpointConfig": {"S3Uri": f"s3://bucket/checkpoints/{name}"},
    }


if __name__ == "__main__":
    main()
