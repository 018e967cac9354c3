"""From the start of a job's container to its end.

The script runs under the same guard as on one machine (`tunewise.worker.guard`): it gets SIGTERM and time to
save, and nothing of it outlives it. Beside it, this process hands on what it prints and reports, copies its
checkpoint, and looks whether somebody asks the job to end.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tunewise.worker.files import open_file, parse, read_file
from tunewise.worker.guard import GUARD_SIGNALS, Order, to_flags
from tunewise.worker.report import CHECKPOINTS, REPORTS
from tunewise.worker.report_file import ReportFile

from .checkpoint import BrokenCheckpointError, Checkpoint
from .output import Pump, read_tail
from .packages import PackagesError, install, install_boto3
from .reports import ReportObject
from .saving import LAST_PUTS, Saver
from .storage import Insist, OutOfReachError, RefusedError, Store
from .variables import library_path, sagemaker_variables, script_hyperparameters

ROUND = 0.05  # seconds between two looks
LONGEST_FAILURE = 1000  # characters; SageMaker takes 1,024 bytes or so
NOT_THE_SCRIPT = "tunewise, not the script: "
"""What the reason of a failure begins with that was none of the script's."""


class Settings:
    """What `tunewise_job.json` beside the code says; see `code.py`, which writes it."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.script: str = told["script"]
        self.arguments: list[str] = told["arguments"]
        self.grace: float = told["grace"]
        self.checkpoint_every: float = told["checkpoint_every"]
        self.put_every: float = told["put_every"]
        self.look_every: float = told["look_every"]
        self.patience: float = told["patience"]


def main(code: str, base: str) -> int:
    """Runs a job; its exit code. code: the folder with the unpacked code. base: /opt/ml.

    Until the script begins, SIGTERM ends this process at once, as boot.py has it: nothing is lost.
    """
    try:
        return _Run(Path(code), Path(base)).run()
    except OutOfReachError as error:
        failure = f"{NOT_THE_SCRIPT}{error}"
    except (BrokenCheckpointError, PackagesError, RefusedError) as error:
        failure = f"tunewise: {error}"
    _write_failure(Path(base), failure)
    print(failure, file=sys.stderr, flush=True)
    return 1


class _Run:
    def __init__(self, code: Path, base: Path) -> None:
        self._code = code
        self._base = base
        self._told = False  # to end
        self._terminated = False
        self._settings = Settings(json.loads((code / "tunewise_job.json").read_text(encoding="utf-8")))
        self._files = Path(tempfile.mkdtemp(prefix="tunewise-"))
        install(code / "requirements.txt")
        install_boto3()
        self._store = Store(os.environ["TUNEWISE_BUCKET"])
        self._stop_key = os.environ["TUNEWISE_STOP_KEY"]
        self._insist = Insist(self._settings.patience)
        self._reports = self._open_reports(os.environ["TUNEWISE_REPORT_KEY"])
        self._saved = place_checkpoint(base / "checkpoints", self._files / "checkpoint")
        self._checkpoint = Checkpoint(
            self._saved, self._files / "staging", self._store, os.environ["TUNEWISE_CHECKPOINT_PREFIX"]
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
        self._checkpoint.restore(self._insist)
        signal.signal(signal.SIGTERM, self._on_sigterm)
        self._reports.begin()
        self._attend(self._start())
        return self._conclude()

    def _on_sigterm(self, *_: object) -> None:
        self._told = True

    def _open_reports(self, key: str) -> ReportObject:
        written = self._insist("What was reported before", lambda: self._store.get(key))
        return ReportObject(self._store, key, written, self._settings.put_every)

    # ---- while it runs -----------------------------------------------------------------------------------

    def _start(self) -> subprocess.Popen[bytes]:
        folder = self._files
        arguments = self._arguments()
        order = Order(
            argv=[sys.executable, self._settings.script, *arguments],
            cwd=str(self._code / "source"),
            environment={
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
        )
        written = folder / "order.json"
        written.write_text(json.dumps(order._asdict()), encoding="utf-8")
        variables = sagemaker_variables(self._base, arguments)
        environment = {**variables, **os.environ, **library_path(), "PYTHONPATH": self._python_path()}
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, GUARD_SIGNALS)  # the guard is never without it
        try:
            command = [sys.executable, "-m", "tunewise.worker.guard", str(written)]
            return subprocess.Popen(command, env=environment)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)

    def _python_path(self) -> str:
        return os.pathsep.join(filter(None, (str(self._code / "lib"), os.environ.get("PYTHONPATH"))))

    def _arguments(self) -> list[str]:
        return [*self._settings.arguments, *to_flags(script_hyperparameters(self._base))]

    def _attend(self, guard: subprocess.Popen[bytes]) -> None:
        look_at = time.monotonic() + self._settings.look_every
        while guard.poll() is None:
            self._hand_on()
            if not self._told and time.monotonic() >= look_at:
                if self._asked_to_end():  # SIGTERM may have told it meanwhile
                    self._told = True
                look_at = time.monotonic() + self._settings.look_every
            if self._told and not self._terminated:
                self._terminated = True
                guard.terminate()
            self._saver.step()
            time.sleep(ROUND)

    def _asked_to_end(self) -> bool:
        try:
            return self._store.get(self._stop_key) is not None
        except Exception as error:  # noqa: BLE001 - the next look may go better, and StopTrainingJob follows
            print(f"tunewise: can't look for a stop on S3: {error}", file=sys.stderr, flush=True)
            return False

    def _hand_on(self) -> None:
        """What the script printed and reported since the last time."""
        for pump in self._pumps:
            pump.move()
        for report in self._report_file.read():
            print(self._reports.report(report), flush=True)
            self._saver.reported()
        self._reports.put_if_due()

    # ---- when it has ended -------------------------------------------------------------------------------

    def _conclude(self) -> int:
        self._hand_on()
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


def place_checkpoint(usual: Path, scratch: Path) -> Path:
    """The folder of the checkpoint, on the volume that SageMaker mounts for the job.

    usual: /opt/ml/checkpoints, which is on the volume for certain only where SageMaker keeps it on S3 itself,
    and it isn't asked to; the system's disk may be small. scratch: a folder to be made in /tmp, which is on
    the volume. Where /tmp is on another disk than the system and `usual` isn't, the checkpoint lies in
    `scratch`, and `usual` leads there.
    """
    usual.mkdir(parents=True, exist_ok=True)
    system = os.stat("/").st_dev
    if usual.stat().st_dev != system or scratch.parent.stat().st_dev == system:
        return usual
    scratch.mkdir()
    try:
        shutil.rmtree(usual)
        usual.symlink_to(scratch)
    except OSError as error:  # scripts that ask where their checkpoint is find it all the same
        print(f"tunewise: {usual} can't lead to the checkpoint: {error}", file=sys.stderr, flush=True)
    return scratch


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
    """What the guard wrote down; None where it was killed before, or something else stands there."""
    try:
        told: dict[str, Any] = parse(read_file(path))
        code, number = told["exit_code"], told["signal"]
        return told if isinstance(told["halted"], bool) and isinstance(code or number or 0, int) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write_failure(base: Path, text: str) -> None:
    path = base / "output/failure"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(open_file(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), "w", encoding="utf-8") as file:
            file.write(text.rstrip()[:LONGEST_FAILURE])
    except OSError as error:  # the script may have put something else there; the exit code tells of a failure
        print(f"tunewise: the reason of the failure can't be written: {error}", file=sys.stderr, flush=True)
