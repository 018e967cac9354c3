"""An example of an engine: jobs are plain processes of this machine, found again by their command lines."""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from typing import Annotated, ClassVar

from tunewise.backends.diagnosis import Outcome, diagnose_lost
from tunewise.backends.job_folders import FolderRecord, JobFolders, read_start_record
from tunewise.backends.orphans import experiment_mark, kill_marked
from tunewise.backends.platform import NEVER, EngineStatus, JobState, Pace, Platform
from tunewise.backends.specs import FolderBackendSpec, StopGrace
from tunewise.options import Option, whole

GUARD = "tunewise.worker.guard"


class PlainProcesses(Platform):
    pace = Pace(states=0.5, records=0.1)  # seconds between polls of processes, and of the jobs' records

    def __init__(self, spec, folders):
        self.spec, self.folders, self.paths = spec, folders, folders.paths
        self.mark = experiment_mark(self.paths.folder)

    def submit(self, job, attempt, unsure):
        self.spec.check(workers=1)
        if not (unsure and self.exists(job.id, attempt)):
            # a guard runs the script, ends all its processes when told to, and records how it went
            guard = [sys.executable, "-m", GUARD, self.folders.write_order(job)]
            subprocess.run(["setsid", "--fork", "nice", "-n", str(self.spec.nice), *guard], check=True)

    def exists(self, job_id, attempt):
        return self.name(job_id) in self.guards() or self.folders.has_begun(job_id)

    def states(self, job_ids):
        guards = self.guards()
        gone = [job_id for job_id in job_ids if self.name(job_id) not in guards]
        return {job_id: EngineStatus(JobState.GONE) for job_id in gone if self.sweep(job_id)}

    def terminate(self, job_id):
        started = read_start_record(self.paths.job(job_id).started)
        if started is not None and self.name(job_id) in self.guards():
            os.kill(started.guard.pid, signal.SIGTERM)
        return None if started is None else NEVER  # None: the next poll tries again

    def kill(self, job_id):
        self.sweep(job_id)

    def record(self, job_id, attempt, first_report):
        return FolderRecord(self.paths.job(job_id), first_report)

    def explain(self, job_id, seen, status, asked):
        if asked:
            return Outcome(None, "told to end")
        return diagnose_lost(status.stderr, self.folders.has_begun(job_id))

    def recover(self, jobs):
        known = {f"{self.mark}{live.job.id}" for live in jobs}
        kill_marked(lambda mark: mark.startswith(self.mark) and mark not in known)
        return {live.job.id: 0 for live in jobs if self.exists(live.job.id, 0)}

    def drop_checkpoint(self, trial_id):
        self.folders.drop_checkpoint(trial_id)

    def name(self, job_id):
        return str(self.paths.job(job_id).order)

    def guards(self):
        """The names of all jobs with a running guard, in one call."""
        listed = subprocess.run(["ps", "-wweo", "args="], capture_output=True, text=True, check=True)
        return {line.partition(f" -m {GUARD} ")[2] for line in listed.stdout.splitlines()}

    def sweep(self, job_id):
        """Kills what a killed guard left; returns whether no process of the job is left."""
        return kill_marked(lambda mark: mark == f"{self.mark}{job_id}")


@dataclass(frozen=True, repr=False)
class PlainBackend(FolderBackendSpec):
    """Runs a script as plain processes. nice: their niceness, from 0 to 19."""

    kind: ClassVar[str] = "plain"
    title: ClassVar[str] = "plain processes"

    nice: Annotated[int, Option("Niceness of the jobs' processes.", whole(0, 19))] = 0
    stop_grace: StopGrace = 10.0

    def check(self, workers):
        self.check_script()

    def platform(self, paths, workers):
        python = shutil.which(self.python) or self.python
        return PlainProcesses(self, JobFolders(paths, self.argv(python), self.cwd, {}, self.stop_grace, self))
