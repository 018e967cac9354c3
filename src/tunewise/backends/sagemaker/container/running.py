"""From the start of a job's container to its end.

The script runs under the same guard as on one machine (`tunewise.worker.guard`): it gets SIGTERM and time to
save, and nothing of it outlives it. Beside it, this process hands on what it prints and reports, copies its
checkpoint, and looks whether somebody asks the job to end.
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

from tunewise.worker.guard import WATCHED, Order
from tunewise.worker.report import CHECKPOINTS, REPORTS

from .checkpoint import BrokenCheckpointError, Checkpoint, Files, Saver
from .reports import ReportFile, ReportObject
from .storage import Store

ROUND = 0.05  # seconds between two looks
TAIL = 4096  # bytes of stderr that are told to the tuner
LONGEST_FAILURE = 1000  # characters; SageMaker takes 1,024 bytes or so
LAST_PUTS = 60.0  # seconds in which the end must get through
SETTLE = 5.0  # seconds after saving within which a script that saves and then reports has done so
NEVER = float("inf")

GUARD = (
    "import json, sys; from tunewise.worker.guard import Order, guard; "
    "guard(Order(**json.loads(sys.argv[1])), set())"
)


class Settings:
    """What `tunewise_job.json` beside the code says; see `code.py`, which writes it."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.script: str = told["script"]
        self.arguments: list[str] = told["arguments"]
        self.grace: float = told["grace"]
        self.checkpoint_every: float = told["checkpoint_every"]
        self.put_every: float = told["put_every"]
        self.look_every: float = told["look_every"]


def main(code: str, base: str) -> int:
    """Runs a job; its exit code. code: the folder with the unpacked code. base: /opt/ml."""
    try:
        return _Run(Path(code), Path(base)).run()
    except (BrokenCheckpointError, ImportError, subprocess.CalledProcessError) as error:
        _write_failure(Path(base), f"tunewise: {error}")
        print(f"tunewise: {error}", file=sys.stderr, flush=True)
        return 1


class _Run:
    def __init__(self, code: Path, base: Path) -> None:
        self._code = code
        self._base = base
        self._told = False  # to end
        self._terminated = False
        signal.signal(signal.SIGTERM, self._on_sigterm)
        self._settings = Settings(json.loads((code / "tunewise_job.json").read_text(encoding="utf-8")))
        self._files = Path(tempfile.mkdtemp(prefix="tunewise-"))
        self._install_packages()
        self._store = Store(os.environ["TUNEWISE_BUCKET"])
        self._reports = ReportObject(self._store, os.environ["TUNEWISE_REPORT_KEY"], self._settings.put_every)
        self._stop_key = os.environ["TUNEWISE_STOP_KEY"]
        self._checkpoint = Checkpoint(
            base / "checkpoints", self._store, os.environ["TUNEWISE_CHECKPOINT_PREFIX"]
        )
        self._saver = Saver(self._checkpoint)
        self._report_file = ReportFile(self._files / "reports.jsonl")
        self._pumps = [
            _Pump(self._files / "stdout", sys.stdout.buffer),
            _Pump(self._files / "stderr", sys.stderr.buffer),
        ]
        self._look_at = NEVER
        self._save_at = NEVER
        self._copied: Files | None = None
        self._reported_at = 0.0

    def run(self) -> int:
        if self._told or self._asked_to_end():
            return 0
        self._checkpoint.restore()
        self._reports.begin()
        guard = self._start()
        self._attend(guard)
        return self._conclude()

    def _on_sigterm(self, *_: object) -> None:
        self._told = True

    def _install_packages(self) -> None:
        packages = self._code / "requirements.txt"
        if packages.exists():
            pip = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "-r", str(packages)]
            subprocess.run(pip, check=True)

    # ---- while it runs -----------------------------------------------------------------------------------

    def _start(self) -> subprocess.Popen[bytes]:
        folder = self._files
        order = Order(
            argv=[sys.executable, self._settings.script, *self._settings.arguments, *self._flags()],
            cwd=str(self._code / "source"),
            environment={
                REPORTS: str(folder / "reports.jsonl"),
                CHECKPOINTS: str(self._base / "checkpoints"),
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
        environment = {**os.environ, "PYTHONPATH": self._python_path()}
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, WATCHED)  # the guard is never without it
        try:
            argv = [sys.executable, "-c", GUARD, json.dumps(order._asdict())]
            return subprocess.Popen(argv, env=environment)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)

    def _python_path(self) -> str:
        return os.pathsep.join(filter(None, (str(self._code / "lib"), os.environ.get("PYTHONPATH"))))

    def _flags(self) -> list[str]:
        told = json.loads((self._base / "input/config/hyperparameters.json").read_text(encoding="utf-8"))
        flags: list[str] = []
        for name, text in told.items():
            if not name.startswith("sagemaker_"):
                # what begins with a hyphen would be taken for a flag
                flags += [f"--{name}={text}"] if text.startswith("-") else [f"--{name}", text]
        return flags

    def _attend(self, guard: subprocess.Popen[bytes]) -> None:
        self._look_at = time.monotonic() + self._settings.look_every
        while guard.poll() is None:
            self._hand_on()
            if not self._told and time.monotonic() >= self._look_at:
                if self._asked_to_end():  # SIGTERM may have told it meanwhile
                    self._told = True
                self._look_at = time.monotonic() + self._settings.look_every
            if self._told and not self._terminated:
                self._terminated = True
                guard.terminate()
            self._save_if_due()
            time.sleep(ROUND)

    def _asked_to_end(self) -> bool:
        try:
            return self._store.is_there(self._stop_key)
        except Exception as error:  # noqa: BLE001 - the next look may go better, and StopTrainingJob follows
            print(f"tunewise: can't look for a stop on S3: {error}", file=sys.stderr, flush=True)
            return False

    def _hand_on(self) -> None:
        """What the script printed and reported since the last time."""
        for pump in self._pumps:
            pump.move()
        for report in self._report_file.read():
            print(self._reports.report(report), flush=True)
            self._reported_at = report["time"]
            if self._save_at == NEVER:
                self._save_at = time.monotonic() + self._settings.checkpoint_every
        self._reports.put_if_due()

    def _save_if_due(self) -> None:
        """Copies the checkpoint some time after a report. Its manifest comes after the reports."""
        self._copied = self._saver.result() or self._copied
        saved_at = self._checkpoint.newest
        if self._copied is not None and (self._reported_at >= saved_at or time.time() > saved_at + SETTLE):
            # not what is saved and about to be reported: a job that is killed now would go on after a gap
            self._commit(self._copied)
            self._copied = None
        if self._copied is None and not self._saver.busy and time.monotonic() >= self._save_at:
            self._save_at = NEVER
            self._saver.begin()

    def _commit(self, files: Files, patience: float = 0.0) -> None:
        """Writes the manifest, tried for `patience` seconds; otherwise the former one holds."""
        deadline = time.monotonic() + patience
        self._hand_on()
        # a checkpoint must not be ahead of the reports: the job would go on after a gap
        while not (self._reports.put() and self._write_manifest(files)):
            if time.monotonic() >= deadline:
                return
            time.sleep(1.0)

    def _write_manifest(self, files: Files) -> bool:
        try:
            self._checkpoint.commit(files, self._reports.reports)
        except Exception as error:  # noqa: BLE001 - whatever it is, training goes on
            print(
                f"tunewise: the checkpoint's manifest can't be written: {error}", file=sys.stderr, flush=True
            )
            return False
        return True

    # ---- when it has ended -------------------------------------------------------------------------------

    def _conclude(self) -> int:
        self._hand_on()
        ended = _read_json(self._files / "ended.json")
        tail = _tail(self._files / "stderr")
        self._saver.result(wait=True)  # of an earlier state
        self._saver.begin()
        files = self._saver.result(wait=True)
        if files is not None:
            self._commit(files, LAST_PUTS)
        self._reports.end(ended, tail)
        deadline = time.monotonic() + LAST_PUTS
        while not self._reports.put() and time.monotonic() < deadline:
            time.sleep(1.0)
        code = _exit_code(ended)
        if code != 0:
            words = "the guard of the script was killed" if ended is None else f"exit code {code}"
            _write_failure(self._base, f"{words}\n{tail[-(LONGEST_FAILURE - len(words) - 1) :]}")
        return code


class _Pump:
    """Copies what is appended to a file to a stream."""

    def __init__(self, path: Path, stream: BinaryIO) -> None:
        self._path = path
        self._stream = stream
        self._offset = 0

    def move(self) -> None:
        try:
            with self._path.open("rb") as file:
                file.seek(self._offset)
                data = file.read()
        except FileNotFoundError:
            return
        if data:
            self._offset += len(data)
            self._stream.write(data)
            self._stream.flush()


def _exit_code(ended: dict[str, Any] | None) -> int:
    if ended is None:
        return 1
    if ended["halted"]:
        return 0
    if ended["exit_code"] is not None:
        code: int = ended["exit_code"]
        return code
    return int(128 + ended["signal"]) & 0xFF or 1


def _read_json(path: Path) -> dict[str, Any] | None:
    try:
        told: dict[str, Any] = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return None
    return told


def _tail(path: Path) -> str:
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - TAIL))
            return file.read().decode(errors="replace")
    except FileNotFoundError:
        return ""


def _write_failure(base: Path, text: str) -> None:
    (base / "output").mkdir(parents=True, exist_ok=True)
    (base / "output/failure").write_text(text[:LONGEST_FAILURE], encoding="utf-8")
