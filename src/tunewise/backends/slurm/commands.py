"""Slurm's commands as plain text: their arguments, and their answers. Slurm 20.11 and newer."""

import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tunewise.backends.base import BackendError, BusyError
from tunewise.backends.platform import EngineStatus, FullError, JobState, NoAnswerError

TIMEOUT = 60.0  # seconds; a command that can't reach the controller gives up after about ten
NEEDED = ("sbatch", "squeue", "scancel")

AWAY = re.compile(
    r"Unable to contact slurm controller|Socket timed out|Connection (refused|timed out|reset)"
    r"|connect failure|Zero Bytes were transmitted|Slurm backup controller in standby"
    r"|Communication (connection|shutdown) failure|Resource temporarily|Unexpected message received"
    r"|Insane message length|Message (send|receive) failure|Unable to (connect|establish|resolve \")"
    r"|Unable to create (TCP|socket|job record)|No route to host|Network is unreachable|Broken pipe"
    r"|Name or service not known|failure in name resolution|Transport endpoint"
    r"|Protocol authentication error|Munge encode failed|Invalid authentication credential",
    re.IGNORECASE,
)
FULL = re.compile(
    r"Submit(Jobs?)?(Per\w+)?Limit|MaxJobCount|temporarily unable to accept job|too many jobs", re.IGNORECASE
)
"""Matches the reason. The sentence that follows it always speaks of limits on submitted jobs."""
OVER = re.compile(r"Invalid job id|already completing or completed|No active jobs match")
"""What `scancel` says about jobs that are over."""
NOT_HERE = re.compile(r"[Cc]ould not establish a configuration source|Unable to process configuration")
_CLOCK = re.compile(r"(?:(\d+)-)?(\d+)(?::(\d\d))?(?::(\d\d))?")
_OWN = re.compile(r"(SLURMD?|SBATCH|SRUN|SALLOC|SQUEUE|SCANCEL|SINFO|SCONTROL|PMIX?)_")

_FIELDS = "%i|%T|%r|%N|%j"

_RUNNING = frozenset({"RUNNING", "COMPLETING", "SUSPENDED", "STOPPED", "SIGNALING", "STAGE_OUT"})
_OVER = frozenset(
    {
        *("COMPLETED", "FAILED", "CANCELLED", "TIMEOUT", "NODE_FAIL", "PREEMPTED", "OUT_OF_MEMORY"),
        *("BOOT_FAIL", "DEADLINE", "REVOKED", "LAUNCH_FAILED", "RECONFIG_FAIL"),
    }
)

_WAITING: Mapping[str, str] = {
    "Priority": "others go first",
    "Resources": "no node is free",
    "Dependency": "it depends on another job",
    "BeginTime": "it may not begin yet",
    "Licenses": "a licence isn't free",
    "JobHeldUser": "it is held: scontrol release lets it go",
    "JobHeldAdmin": "an administrator holds it",
    "JobArrayTaskLimit": "the array's limit is reached",
    "PartitionDown": "the partition is down",
    "PartitionInactive": "the partition is inactive",
    "PartitionNodeLimit": "it asks for more nodes than the partition allows",
    "PartitionTimeLimit": "its time is above the partition's limit",
    "ReqNodeNotAvail": "the nodes that it may have are down or reserved",
    "NodeDown": "a node that it may have is down",
    "BadConstraints": "no node is as it asks for",
    "Reservation": "it waits for its reservation",
    "Cleaning": "an earlier run of it is being cleaned up",
    "launch failed requeued held": "it could not be launched and is held: scontrol release tries again",
}


class Answer(NamedTuple):
    code: int
    stdout: str
    stderr: str


class Listed(NamedTuple):
    """A job as `squeue` lists it. nodes: where it runs."""

    id: str
    state: str
    reason: str
    nodes: str
    name: str

    @property
    def seen(self) -> EngineStatus:
        if self.state in _OVER:
            why = self.state if self.reason in ("None", "", self.state) else f"{self.state} ({self.reason})"
            return EngineStatus(JobState.GONE, why)
        if self.state in _RUNNING:
            return EngineStatus(JobState.RUNNING, place=f"node {self.nodes}" if self.nodes else "")
        return EngineStatus(JobState.QUEUED, why_it_waits(self.reason))


def why_it_waits(reason: str) -> str:
    """A reason of `squeue` in words; "" for none."""
    if reason in ("", "None"):
        return ""
    plain = reason.partition(",")[0].strip("()")
    if plain in _WAITING:
        return f"{_WAITING[plain]} ({plain})"
    if plain.startswith(("QOS", "Assoc")):
        return f"a limit of your account or QOS is reached ({plain})"
    return plain


def environment(ours: Mapping[str, str]) -> dict[str, str]:
    """The tuner's variables, without those of Slurm. If the tuner is itself a job of Slurm, its memory, tasks
    and array would become the job's. Variables by which a user steers squeue or scancel would hide jobs from
    us."""
    return {name: value for name, value in ours.items() if name == "SLURM_CONF" or not _OWN.match(name)}


def directive(name: str, value: str | int) -> str:
    """A line of a batch script. Slurm reads quotes as a shell does, and a hash begins a comment."""
    text = str(value)
    if not re.fullmatch(r"[\w./:,=@+-]*", text):
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        text = f'"{escaped}"'
    return f"#SBATCH --{name}={text}"


def file_name(path: str) -> str:
    """A path as `--output` takes it: % begins a pattern, unless there is a backslash, which Slurm removes."""
    return path.replace("\\", "\\\\") if "\\" in path else path.replace("%", "%%")


def queue_of(user: int) -> list[str]:
    """Lists all jobs of a user, and those that ended in the last minutes."""
    return ["squeue", "-h", "-a", "-t", "all", "-u", str(user), "-o", _FIELDS]


def queue_named(name: str) -> list[str]:
    return ["squeue", "-h", "-a", "-t", "all", "-n", name, "-o", _FIELDS]


def parse_queue(text: str) -> list[Listed]:
    """The jobs that `squeue` lists. Other lines, such as a site's greeting, are ignored."""
    parts = (line.strip().split("|", 4) for line in text.splitlines())
    return [Listed(*fields) for fields in parts if len(fields) == 5 and fields[0][:1].isdigit()]


def parse_submitted(text: str) -> str:
    """The id that `sbatch --parsable` prints: ID, or ID;CLUSTER. Raises NoAnswerError for anything else."""
    last = text.strip().rpartition("\n")[2]
    match = re.fullmatch(r"(\d+)(;.*)?", last)
    if match is None:
        raise NoAnswerError(f"sbatch answered {last!r} instead of a job's number")
    return match[1]


def parse_kill_wait(text: str) -> float | None:
    """Seconds between SIGTERM and SIGKILL, from what `scontrol show config` prints."""
    match = re.search(r"^KillWait\s*=\s*(\d+)", text, re.MULTILINE)
    return None if match is None else float(match[1])


def complaint(stderr: str) -> str:
    """A command's error messages in one line, without its name."""
    lines = [re.sub(r"^\w+: (error: )?", "", line).strip() for line in stderr.splitlines()]
    return "; ".join(dict.fromkeys(line for line in lines if line)) or "without a word"


def refusal(answer: Answer) -> Exception:
    """What it means that `sbatch` failed."""
    why = complaint(answer.stderr)
    if NOT_HERE.search(answer.stderr):
        return BackendError(_not_here())
    if FULL.search(answer.stderr):
        return FullError(f"Slurm takes no more of your jobs for now: {why}")
    if answer.code < 0 or AWAY.search(answer.stderr):
        return NoAnswerError(f"sbatch: {why}")
    return BackendError(
        f"Slurm doesn't take the job ({why.rstrip('.')}): mend the settings that it names; sinfo and "
        "sacctmgr list what there is."
    )


def cancelled(answer: Answer) -> bool:
    """Whether all jobs that `scancel` was to end are over, or will be. It is no failure if they were
    before."""
    lines = [line for line in answer.stderr.splitlines() if line.strip()]
    return answer.code == 0 or (lines != [] and all(OVER.search(line) for line in lines))


class Runner:
    """Runs Slurm's commands, without a shell."""

    def __init__(self, ours: Mapping[str, str]) -> None:
        self._environment = environment(ours)

    def run(self, argv: Sequence[str], text: str = "") -> Answer:
        """text: the standard input. Raises BackendError if there is no such command."""
        try:
            done = subprocess.run(
                argv,
                input=text.encode(),
                capture_output=True,
                env=self._environment,
                timeout=TIMEOUT,
                check=False,
                start_new_session=True,  # Ctrl-C is the tuner's
            )
        except subprocess.TimeoutExpired as late:
            stderr = (late.stderr or b"").decode(errors="replace")
            return Answer(-1, "", f"{stderr}\nSocket timed out: no answer within {TIMEOUT:g} s")
        except FileNotFoundError:
            raise BackendError(no_slurm(argv[0])) from None
        return Answer(
            done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
        )

    def ask(self, argv: Sequence[str]) -> str:
        """The output of a command that changes nothing. Raises BusyError if Slurm doesn't answer, and
        BackendError if there is no Slurm."""
        answer = self.run(argv)
        if answer.code != 0 and NOT_HERE.search(answer.stderr):
            raise BackendError(_not_here())
        if answer.code != 0:
            raise BusyError(f"{argv[0]}: {complaint(answer.stderr)}")
        return answer.stdout


def no_slurm(command: str) -> str:
    return (
        f"There is no {command} on the PATH: run tunewise where Slurm's commands are, such as a login node."
    )


def _not_here() -> str:
    return (
        "Slurm's commands find no cluster here: run tunewise on a login node, or let SLURM_CONF name the "
        "cluster's slurm.conf."
    )


def missing_command() -> str:
    """One of Slurm's commands that isn't installed; "" if all are."""
    return next((name for name in NEEDED if shutil.which(name) is None), "")


def parse_time(text: str) -> float | None:
    """The seconds of 1-02:03:04, 1-02, 2:03:04 or 2:03, as Slurm writes times; None for other texts, such as
    INVALID."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    days, *parts = match.groups()
    if days is None and parts[-1] is None:  # MM:SS
        parts = [None, *parts[:-1]]
    hours, minutes, seconds = (int(part or 0) for part in parts)
    return 86400.0 * int(days or 0) + 3600.0 * hours + 60.0 * minutes + seconds
