"""What tests send as boot.py where hundreds of jobs are to run: it speaks to the tuner as ours does.

Standard library alone and no guard, so that a job takes milliseconds instead of half a second. It trains from
its checkpoint on, tells an epoch at a time, and ends where its stop object asks for it; a trial's first job
goes no further than two epochs until it is asked, unless it is given a number of epochs. The first job of
trial 1 is deaf to that and has to be stopped.
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
"""Not taken between a report and the checkpoint that goes with it."""


class Bucket:
    """Its requests are signed in form only, which the emulator takes."""

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


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    bucket, lines = Bucket(), [{"begun": time.time()}]
    report_key, stop_key = os.environ["TUNEWISE_REPORT_KEY"], os.environ["TUNEWISE_STOP_KEY"]
    manifest_key = os.environ["TUNEWISE_CHECKPOINT_PREFIX"] + "manifest.json"
    base = os.environ.get("SAGEMAKER_BASE_DIR", "/opt/ml")
    with open(f"{base}/input/config/hyperparameters.json", encoding="utf-8") as file:
        told = json.load(file)
    rate, epochs = float(told.get("lr", 0.0)), int(told.get("epochs", EPOCHS))
    waits, halted = "epochs" not in told and report_key.endswith("-r0.jsonl"), False

    def put() -> None:
        bucket.call("PUT", report_key, "".join(json.dumps(line) + "\n" for line in lines).encode())

    begun = json.loads(bucket.call("GET", manifest_key) or b'{"epoch": 0}')["epoch"]
    put()
    for epoch in range(begun + 1, epochs + 1):
        time.sleep(PACE)
        signal.pthread_sigmask(signal.SIG_BLOCK, WHOLE)
        values = {"epoch": epoch, "loss": rate + 1 / epoch, "begun": begun}
        lines.append({"seq": epoch - begun - 1, "time": time.time(), "values": values})
        put()
        bucket.call("PUT", manifest_key, json.dumps({"files": {}, "epoch": epoch}).encode())
        signal.pthread_sigmask(signal.SIG_UNBLOCK, WHOLE)
        halted = bucket.call("GET", stop_key) is not None
        while waits and epoch == HELD_AT and not halted:
            time.sleep(PACE)
            halted = bucket.call("GET", stop_key) is not None
        while halted and report_key.endswith("t00001-r0.jsonl"):
            time.sleep(60)
        if halted:
            break
    ended = {"exit_code": 0, "signal": None, "seconds": 1.0, "started": 0.0, "ended": 1.0}
    lines.append({"ended": {**ended, "halted": halted, "oom_killed": False}, "stderr": ""})
    put()


if __name__ == "__main__":
    main()
