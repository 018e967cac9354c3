"""Runs a job in its container, from start to end.

The script runs under the same guard as on one machine (`tunewise.worker.guard`): it gets SIGTERM and time to
save, and none of its processes outlive it. Meanwhile this process passes on what the script prints and
reports, copies its checkpoint, and checks whether the job is asked to end.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, BinaryIO

from tunewise.worker.files import open_file, parse, read_file, read_tail
from tunewise.worker.guard import GUARD_SIGNALS, Order
from tunewise.worker.metrics import Sought, Sources
from tunewise.worker.passing import CHECKPOINT_DIR, FILE, FLAGS, OUTPUT_DIR, Passed, Passing, decoded
from tunewise.worker.report import CHECKPOINTS, REPORTS
from tunewise.worker.report_file import ReportFile

from . import preparing
from .checkpoint import BrokenCheckpointError, Checkpoint
from .reports import ReportObject
from .saving import LAST_PUTS, Saver
from .storage import OutOfReachError, RefusedError, Retry, open_bucket

ROUND = 0.05  # seconds between two looks
LONGEST_FAILURE = 1000  # characters; SageMaker accepts about 1,024 bytes
NOT_THE_SCRIPT = "tunewise, not the script: "
"""How the reason of a failure begins that the script did not cause."""


class Settings:
    """The contents of `tunewise_job.json` beside the code, which `code.py` writes."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.script: str = values["script"]
        self.arguments: list[str] = values["arguments"]
        style, booleans, template, base = values["passing"]
        self.passing = Passing(style, booleans, tuple(template), base)
        self.run_in: str = values["run_in"]
        self.sought = None if values["sought"] is None else Sought(*values["sought"])
        self.grace: float = values["grace"]
        self.checkpoint_every: float = values["checkpoint_every"]
        self.put_every: float = values["put_every"]
        self.look_every: float = values["look_every"]
        self.patience: float = values["patience"]


def main(code: str, base: str) -> int:
    """Runs a job; its exit code. code: the folder with the unpacked code. base: /opt/ml.

    Until the script begins, boot.py's handler of SIGTERM ends this process at once: nothing is lost.
    """
    try:
        return _Run(Path(code), Path(base)).run()
    except OutOfReachError as error:
        failure = f"{NOT_THE_SCRIPT}{error}"
    except (BrokenCheckpointError, preparing.PackagesError, RefusedError) as error:
        failure = f"tunewise: {error}"
    _write_failure(Path(base), failure)
    print(failure, file=sys.stderr, flush=True)
    return 1


class _Run:
    def __init__(self, code: Path, base: Path) -> None:
        self._code = code
        self._base = base
        self._asked = False  # to end
        self._terminated = False
        self._settings = Settings(json.loads((code / "tunewise_job.json").read_text(encoding="utf-8")))
        self._files = Path(tempfile.mkdtemp(prefix="tunewise-"))
        preparing.install(code / "requirements.txt")
        preparing.install_boto3()
        self._bucket = open_bucket(os.environ["TUNEWISE_BUCKET"])
        self._stop_key = os.environ["TUNEWISE_STOP_KEY"]
        self._retry = Retry(self._settings.patience)
        self._reports = self._open_reports(os.environ["TUNEWISE_REPORT_KEY"])
        self._saved = preparing.place_checkpoint(base / "checkpoints", self._files / "checkpoint")
        self._checkpoint = Checkpoint(
            self._saved, self._files / "staging", self._bucket, os.environ["TUNEWISE_CHECKPOINT_PREFIX"]
        )
        self._saver = Saver(self._checkpoint, self._reports, self._settings.checkpoint_every)
        self._report_file = ReportFile(self._files / "reports.jsonl")
        self._pumps = [
            Pump(self._files / "stdout", sys.stdout.buffer),
            Pump(self._files / "stderr", sys.stderr.buffer),
        ]

    def run(self) -> int:
        if self._asked_to_end():
            return 0
        self._checkpoint.restore(self._retry)
        signal.signal(signal.SIGTERM, self._on_sigterm)
        self._reports.begin()
        self._attend(self._start())
        return self._conclude()

    def _on_sigterm(self, *_: object) -> None:
        self._asked = True

    def _open_reports(self, key: str) -> ReportObject:
        written = self._retry("The object of earlier reports", lambda: self._bucket.get(key))
        return ReportObject(self._bucket, key, written, self._settings.put_every)

    # ---- while it runs -----------------------------------------------------------------------------------

    def _start(self) -> subprocess.Popen[bytes]:
        folder = self._files
        passed = self._passed()
        arguments = [*self._settings.arguments, *passed.argv]
        order = Order(
            argv=[sys.executable, self._script(), *arguments],
            cwd=self._cwd(),
            environment={
                **passed.environment,
                REPORTS: str(folder / "reports.jsonl"),
                CHECKPOINTS: str(self._saved),
                "PYTHONPATH": self._python_path(),
                "PYTHONUNBUFFERED": "1",
            },
            grace=self._settings.grace,
            stdout=str(folder / "stdout"),
            stderr=str(folder / "stderr"),
            started=str(folder / "started.json"),
            ended=str(folder / "ended.json"),
            bell=None,
            metrics=self._sources(),
        )
        written = folder / "order.json"
        written.write_text(json.dumps(order._asdict()), encoding="utf-8")
        variables = preparing.sagemaker_variables(self._base, arguments)
        environment = {
            **variables,
            **os.environ,
            **preparing.library_path(),
            "PYTHONPATH": self._python_path(),
        }
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, GUARD_SIGNALS)  # blocked until the guard watches them
        try:
            command = [sys.executable, "-m", "tunewise.worker.guard", str(written)]
            return subprocess.Popen(command, env=environment)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)

    def _python_path(self) -> str:
        return os.pathsep.join(filter(None, (str(self._code / "lib"), os.environ.get("PYTHONPATH"))))

    def _places(self) -> dict[str, str]:
        return {
            FILE: str(self._files / self._settings.passing.file_name),
            CHECKPOINT_DIR: str(self._saved),
            OUTPUT_DIR: str(self._base / "output/data"),
        }

    def _script(self) -> str:
        """As its user knows it where that leads to it."""
        script = self._settings.script
        return script if self._settings.run_in == "folder" else str(self._source() / script)

    def _source(self) -> Path:
        return (self._code / "source").absolute()

    def _cwd(self) -> str:
        return self._places().get(self._settings.run_in, str(self._source()))

    def _sources(self) -> Sources | None:
        if self._settings.sought is None:
            return None
        metric, resource = json.loads(os.environ["TUNEWISE_METRIC"])
        return self._settings.sought.sources(metric, resource, self._places(), self._cwd())

    def _passed(self) -> Passed:
        """What the script gets; writes its file, if it takes one."""
        passing, places = self._settings.passing, self._places()
        texts = preparing.script_hyperparameters(self._base)
        values = texts if passing == FLAGS else {name: decoded(text) for name, text in texts.items()}
        passed = passing.passed(values, places)
        if OUTPUT_DIR in {*passing.names, self._settings.run_in}:
            Path(places[OUTPUT_DIR]).mkdir(parents=True, exist_ok=True)
        if passed.file is not None:
            Path(places[FILE]).write_text(passed.file, encoding="utf-8")
        return passed

    def _attend(self, guard: subprocess.Popen[bytes]) -> None:
        look_at = time.monotonic() + self._settings.look_every
        while guard.poll() is None:
            self._pass_on()
            if not self._asked and time.monotonic() >= look_at:
                if self._asked_to_end():  # SIGTERM may have come meanwhile
                    self._asked = True
                look_at = time.monotonic() + self._settings.look_every
            if self._asked and not self._terminated:
                self._terminated = True
                guard.terminate()
            self._saver.step()
            time.sleep(ROUND)

    def _asked_to_end(self) -> bool:
        try:
            return self._bucket.get(self._stop_key) is not None
        except Exception as error:  # noqa: BLE001 - the next look may succeed, and StopTrainingJob follows
            print(f"tunewise: can't look for a stop on S3: {error}", file=sys.stderr, flush=True)
            return False

    def _pass_on(self) -> None:
        """Passes on what the script printed and reported since the last call."""
        for pump in self._pumps:
            pump.move()
        for report in self._report_file.read():
            print(self._reports.report(report), flush=True)
            self._saver.reported()
        self._reports.put_if_due()

    # ---- when it has ended -------------------------------------------------------------------------------

    def _conclude(self) -> int:
        self._pass_on()
        ended = _read_ended(self._files / "ended.json")
        tail = read_tail(self._files / "stderr")
        self._saver.finish()
        self._reports.end(ended, tail, self._report_file.note)
        deadline = time.monotonic() + LAST_PUTS
        while not self._reports.put() and time.monotonic() < deadline:
            time.sleep(1.0)
        code = _exit_code(ended)
        if code != 0:
            words = "the guard of the script was killed" if ended is None else f"exit code {code}"
            _write_failure(self._base, f"{words}\n{tail[-(LONGEST_FAILURE - len(words) - 1) :]}")
        return code


def _exit_code(ended: dict[str, Any] | None) -> int:
    if ended is None:
        return 1
    if ended["halted"]:
        return 0
    if ended["exit_code"] is not None:
        code: int = ended["exit_code"]
        return code
    return int(128 + ended["signal"]) & 0xFF or 1


def _read_ended(path: Path) -> dict[str, Any] | None:
    """What the guard wrote; None if it was killed before, or something else is in that place."""
    try:
        ended: dict[str, Any] = parse(read_file(path))
        code, number = ended["exit_code"], ended["signal"]
        return ended if isinstance(ended["halted"], bool) and isinstance(code or number or 0, int) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write_failure(base: Path, text: str) -> None:
    path = base / "output/failure"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(open_file(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), "w", encoding="utf-8") as file:
            file.write(text.rstrip()[:LONGEST_FAILURE])
    except (
        OSError
    ) as error:  # the script may have put something else there; the exit code still says that it failed
        print(f"tunewise: the reason of the failure can't be written: {error}", file=sys.stderr, flush=True)


class Pump:
    """Copies what is appended to a file to a stream. A file that was truncated is copied from its
    beginning."""

    def __init__(self, path: Path, stream: BinaryIO) -> None:
        self._path = path
        self._stream = stream
        self._offset = 0

    def move(self) -> None:
        try:
            with os.fdopen(open_file(self._path), "rb") as file:
                if file.seek(0, os.SEEK_END) < self._offset:
                    self._offset = 0
                file.seek(self._offset)
                data = file.read()
        except OSError:  # it doesn't exist yet, or the script has put something else in its place
            return
        if data:
            self._offset += len(data)
            self._stream.write(data)
            self._stream.flush()
