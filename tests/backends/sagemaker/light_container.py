"""Tests of the tuner's side send this as boot.py: it speaks to the tuner as the real container does.

It uses the standard library alone and starts no guard and no script, so a job takes milliseconds of CPU time
instead of more than a second.

A job with the argument `gate` does what `backend_scripts.STEPS` does: it reports steps 1 to `last` and waits
for the gate after step `first`. Any other job trains from its checkpoint on, reports one epoch at a time, and
ends when its stop object asks it to. A trial's first job stops after two epochs until it is asked to end,
unless it has the argument `epochs`. The first job of trial 1 ignores its stop object and has to be stopped.
"""

import json
import os
import signal
import sys
import time
from http.client import HTTPConnection
from urllib.parse import urlsplit

EPOCHS = 9
HELD_AT = 2
PACE = 0.02  # seconds between two reports
WHOLE = {signal.SIGTERM}
"""Blocked between a report and the checkpoint that goes with it."""


class Bucket:
    """Its requests have a signature in form only, which is enough for the emulator."""

    def __init__(self) -> None:
        self._name = os.environ["TUNEWISE_BUCKET"]
        self._connection = HTTPConnection(urlsplit(os.environ["AWS_ENDPOINT_URL"]).netloc)
        credential = f"{os.environ['AWS_ACCESS_KEY_ID']}/20250101/us-east-1/s3/aws4_request"
        self._headers = {
            "Authorization": f"AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders=host, Signature=0",
            "x-amz-content-sha256": "UNSIGNED-PAYLOAD",
        }

    def call(self, method: str, key: str, body: bytes = b"") -> bytes | None:
        self._connection.request(method, f"/{self._name}/{key}", body, self._headers)
        answer = self._connection.getresponse()
        content = answer.read()
        if answer.status not in (200, 404):
            sys.exit(f"{method} {key}: {answer.status} {content!r}")
        return content if answer.status == 200 else None


class Reports:
    """The object with the reports of this job."""

    def __init__(self, bucket: Bucket) -> None:
        self.key = os.environ["TUNEWISE_REPORT_KEY"]
        self._bucket = bucket
        self._stop_key = os.environ["TUNEWISE_STOP_KEY"]
        self._begun = time.monotonic()
        self._count = 0
        self._lines: list[dict[str, object]] = []

    def put(self, line: dict[str, object]) -> None:
        self._lines.append(line)
        self._bucket.call("PUT", self.key, "".join(json.dumps(line) + "\n" for line in self._lines).encode())

    def report(self, **values: object) -> None:
        self.put({"seq": self._count, "time": time.time(), "values": values})
        self._count += 1

    def asked_to_end(self) -> bool:
        return self._bucket.call("GET", self._stop_key) is not None

    def end(self, halted: bool) -> None:
        seconds = time.monotonic() - self._begun
        ended = {"exit_code": 0, "signal": None, "seconds": seconds, "started": 0.0, "ended": seconds}
        self.put({"ended": {**ended, "halted": halted, "oom_killed": False}, "stderr": ""})


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    base = os.environ.get("SAGEMAKER_BASE_DIR", "/opt/ml")
    with open(f"{base}/input/config/hyperparameters.json", encoding="utf-8") as file:
        arguments: dict[str, str] = json.load(file)
    bucket = Bucket()
    reports = Reports(bucket)
    reports.put({"begun": time.time()})
    reports.end(steps(reports, arguments) if "gate" in arguments else train(bucket, reports, arguments))


def steps(reports: Reports, arguments: dict[str, str]) -> bool:
    """Whether it was asked to end."""
    for step in range(1, int(arguments.get("last", 3)) + 1):
        while step == int(arguments.get("first", 0)) + 1 and not os.path.exists(arguments["gate"]):
            if reports.asked_to_end():
                return True
            time.sleep(PACE)
        reports.report(step=step)
    return False


def train(bucket: Bucket, reports: Reports, arguments: dict[str, str]) -> bool:
    """Whether it was asked to end."""
    manifest_key = os.environ["TUNEWISE_CHECKPOINT_PREFIX"] + "manifest.json"
    rate, epochs = float(arguments.get("lr", 0.0)), int(arguments.get("epochs", EPOCHS))
    waits = "epochs" not in arguments and reports.key.endswith("-r0.jsonl")
    begun = json.loads(bucket.call("GET", manifest_key) or b'{"epoch": 0}')["epoch"]
    for epoch in range(begun + 1, epochs + 1):
        time.sleep(PACE)
        signal.pthread_sigmask(signal.SIG_BLOCK, WHOLE)
        reports.report(epoch=epoch, loss=rate + 1 / epoch, begun=begun)
        bucket.call("PUT", os.environ["TUNEWISE_CHECKPOINT_PREFIX"] + "files/epoch", b"%d" % epoch)
        bucket.call("PUT", manifest_key, json.dumps({"files": {}, "epoch": epoch}).encode())
        signal.pthread_sigmask(signal.SIG_UNBLOCK, WHOLE)
        halted = reports.asked_to_end()
        while waits and epoch == HELD_AT and not halted:
            time.sleep(PACE)
            halted = reports.asked_to_end()
        while halted and reports.key.endswith("t00001-r0.jsonl"):
            time.sleep(60)
        if halted:
            return True
    return False


if __name__ == "__main__":
    main()
