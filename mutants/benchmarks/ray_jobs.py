"""200 short scripts on Ray: `tunewise run --backend ray` against Ray Tune, which runs the same script from a
function. Both with their defaults, on a cluster of two CPUs that is there, one after the other."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from examples.clusters.ray_cluster import RayCluster, missing

from benchmarks.figures import Figure, Skipped, time_process
from benchmarks.overhead import SCRIPT, WORKERS
from benchmarks.peers.environments import PeerMissing, ask, python_of

TRIALS = 200
PEER = "ray_tune_trials.py"


def tuned(script: Path, home: Path) -> float:
    """Seconds for `tunewise run` from its start to its end."""
    told = f"--backend ray --metric loss --method rs --workers {WORKERS} --max-trials {TRIALS} --seed 1"
    command = [sys.executable, "-m", "tunewise", "run", str(script), "--space", "x=uniform(0, 1)"]
    with RayCluster(nodes=1, cpus=WORKERS) as cluster:
        return time_process(
            [*command, *told.split()], {"TUNEWISE_HOME": str(home), **cluster.environment}
        ).wall


def peer_tuned(script: Path, reuse: bool) -> float:
    """Seconds of Ray Tune's `fit` alone."""
    request = {
        "script": str(script),
        "python": sys.executable,
        "trials": TRIALS,
        "workers": WORKERS,
        "reuse": reuse,
    }
    with tempfile.TemporaryDirectory(prefix="tune-") as folder:
        (seconds,) = ask(python_of("ray_tune"), PEER, {**request, "folder": folder})
    return seconds


def measure() -> Iterator[Figure | Skipped]:
    name = f"{TRIALS} short scripts on Ray, by Ray Tune"
    if why := missing():
        yield Skipped(name, why)
        return
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "script.py"
        script.write_text(SCRIPT)
        try:
            theirs = peer_tuned(script, reuse=False)
            ours = tuned(script, Path(folder) / "home")
            reusing = peer_tuned(script, reuse=True)
        except PeerMissing as error:
            yield Skipped(name, str(error))
            return
    remark = f"{ours:.0f} s against {theirs:.0f} s; with reuse_actors=True {reusing:.0f} s"
    yield Figure(name, ours / theirs, 0.5, "x", remark=remark)
