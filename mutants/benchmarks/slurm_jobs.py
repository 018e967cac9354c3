"""Jobs on a Slurm cluster of this machine: what each costs beside the same by hand, and what it takes to
follow and to take up a thousand."""

import json
import os
import resource
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from examples.clusters.slurm_cluster import SlurmCluster, missing

from benchmarks.figures import Figure, Skipped, time_process
from benchmarks.overhead import SCRIPT
from tunewise.backends.base import Job, LiveJob
from tunewise.backends.slurm import SlurmBackend
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId

JOBS = 64
WORKERS = 4
LIVE = 1000
FOLLOWED = 30.0  # seconds
BATCH = """\
#!/bin/sh
#SBATCH --mem=50M --output=/dev/null
TUNEWISE_REPORTS={folder}/reports-$SLURM_JOB_ID {python} {script} --x 0.5
touch {folder}/ended-$SLURM_JOB_ID
"""
_USAGE = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def by_hand(cluster: SlurmCluster, folder: Path, script: Path) -> float:
    """Seconds for as many loops as there are workers, which submit a job when their last one has ended."""
    batch = folder / "batch.sh"
    batch.write_text(BATCH.format(folder=folder, python=sys.executable, script=script))

    def loop() -> None:
        for _ in range(JOBS // WORKERS):
            ended = folder / f"ended-{cluster.run('sbatch', '--parsable', str(batch)).strip()}"
            while not ended.exists():
                time.sleep(0.01)

    begun = time.perf_counter()
    loops = [threading.Thread(target=loop) for _ in range(WORKERS)]
    for each in loops:
        each.start()
    for each in loops:
        each.join()
    return time.perf_counter() - begun


def tuned(cluster: SlurmCluster, folder: Path, script: Path, hold: int) -> tuple[float, float]:
    """Seconds that a worker had for each job, from the start of `tunewise run` to its end; and seconds for
    which its script ran, by its guard."""
    told = f"--backend slurm --mem 50M --metric loss --method rs --workers {WORKERS} --max-trials {JOBS}"
    command = [sys.executable, "-m", "tunewise", "run", str(script), "--space", "x=uniform(0, 1)"]
    home = folder / f"home-{hold}"
    told += f" --seed 1 --hold {hold}"
    environment = {"TUNEWISE_HOME": str(home), **cluster.environment}
    wall = time_process([*command, *told.split()], environment).wall
    ends = [json.loads(path.read_bytes()) for path in home.glob("*/trials/*/jobs/0/ended.json")]
    assert len(ends) == JOBS
    return wall * WORKERS / JOBS, statistics.mean(end["seconds"] for end in ends)


@contextmanager
def _found(cluster: SlurmCluster) -> Iterator[None]:
    """This process finds the cluster meanwhile."""
    before = dict(os.environ)
    os.environ.update(cluster.environment)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def followed(cluster: SlurmCluster, folder: Path) -> tuple[float, float]:
    """Seconds to take up many live jobs, and the percentage of a core that it takes to follow them."""
    script = folder / "waits.py"
    script.write_text("import time\ntime.sleep(3600)\n")
    spec, paths = SlurmBackend(str(script), mem="50M"), ExperimentPaths(folder / "live")
    jobs = [Job(JobId(number, 0), {"x": 1.0}, resumed=False) for number in range(LIVE)]
    with _found(cluster):
        first = spec.open(paths, LIVE, 0.0)
        first.attach([])
        for job in jobs:
            first.start(job)
        first.close()
        begun = time.perf_counter()
        second = spec.open(paths, LIVE, 0.0)
        second.attach([LiveJob(job, reports_seen=0, halted=False) for job in jobs])
        attached = time.perf_counter() - begun
        second.poll(1.0)
        before, begun = _cpu(), time.perf_counter()
        while time.perf_counter() < begun + FOLLOWED:
            second.poll(1.0)
        used = (_cpu() - before) / (time.perf_counter() - begun)
        second.close()
    return attached, 100.0 * used


def _cpu() -> float:
    return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, _USAGE))


def measure() -> Iterator[Figure | Skipped]:
    if missing():
        yield Skipped("a job on Slurm, by that by hand", missing())
        return
    with tempfile.TemporaryDirectory(prefix="slurm-") as place:
        folder = Path(place)
        script = folder / "script.py"
        script.write_text(SCRIPT)
        with SlurmCluster(folder / "cluster", nodes=2, cpus=2 * WORKERS) as cluster:
            hand = by_hand(cluster, folder, script) * WORKERS / JOBS
            plain, own = tuned(cluster, folder, script, hold=0)
            held, held_own = tuned(cluster, folder, script, hold=WORKERS)
            remark = f"{plain:.2f} s against {hand:.2f} s"
            yield Figure("a job on Slurm, by that by hand", plain / hand, 1.25, "x", remark=remark)
            added, usual = held - held_own, plain - own
            remark = f"{added:.2f} s against {usual:.2f} s beside the script's own"
            yield Figure("what a held job adds, by what another does", added / usual, 0.2, "x", remark=remark)
            attached, used = followed(cluster, folder)
            yield Figure(f"{LIVE} jobs on Slurm taken up", attached, 3.0, "s")
            yield Figure(f"{LIVE} jobs on Slurm followed", used, 2.0, "% of a core")
