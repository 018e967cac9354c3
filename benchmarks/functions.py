"""200 trivial trials of a function, two at a time: a process each, side by side with Optuna and Ray Tune."""

import os
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from benchmarks.figures import Figure, Skipped, Times, median, spread, time_process

TRIALS = 200
WORKERS = 2
RUNS = 3  # of each, in turns; one of Ray Tune, which takes minutes

PRELUDE = f"""\
import os, subprocess, sys, tempfile

TRIALS, WORKERS = {TRIALS}, {WORKERS}


def train(config):
    return (config["x"] - 0.3) ** 2


"""

OURS = """\
import tunewise
from tunewise import space

if __name__ == "__main__":
    entries = {"x": space.uniform(0, 1)}
    result = tunewise.tune(train, entries, "loss", method="rs", trials=TRIALS, workers=WORKERS)
    assert len(result.state.trials) == TRIALS
"""

OPTUNA = """\
def objective(trial):
    program = f"print(({trial.suggest_float('x', 0, 1)} - 0.3) ** 2)"
    return float(subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout)


if __name__ == "__main__":
    import optuna

    optuna.logging.set_verbosity(optuna.logging.WARNING)
    study = optuna.create_study(sampler=optuna.samplers.RandomSampler())
    study.optimize(objective, n_trials=TRIALS, n_jobs=WORKERS)
    assert len(study.trials) == TRIALS
"""

RAY = """\
if __name__ == "__main__":
    import ray
    from ray import tune

    ray.init(num_cpus=WORKERS, include_dashboard=False, log_to_driver=False)
    config = tune.TuneConfig(num_samples=TRIALS, max_concurrent_trials=WORKERS)
    run = tune.RunConfig(storage_path=tempfile.mkdtemp(), verbose=0)
    results = tune.Tuner(lambda c: {"loss": train(c)}, param_space={"x": tune.uniform(0, 1)},
                         tune_config=config, run_config=run).fit()
    assert len(results) == TRIALS and not results.errors
"""
PEERS = {"optuna": (OPTUNA, "Optuna, n_jobs=2 and a subprocess each", 1.0), "ray": (RAY, "Ray Tune", 0.5)}
"""Each with what it is called here, and the share of its time that we may take."""


def program(folder: Path, name: str, text: str) -> Times:
    """Runs a program as a file of its own, and returns its times."""
    path = folder / f"by_{name}.py"
    path.write_text(PRELUDE + text)
    return time_process([sys.executable, str(path)], {"TUNEWISE_HOME": str(folder / "home")})


def measure() -> Iterator[Figure | Skipped]:
    for module, (text, title, target) in PEERS.items():
        name = f"{TRIALS} trials of a function, compared with {title}"
        if find_spec(module) is None:
            yield Skipped(name, f"{module} isn't installed")
            continue
        ours, theirs = [], []
        with tempfile.TemporaryDirectory() as folder:
            for _ in range(1 if module == "ray" else RUNS):
                ours.append(program(Path(folder), "ours", OURS))
                theirs.append(program(Path(folder), module, text))
        ratios = [our.wall / their.wall for our, their in zip(ours, theirs, strict=True)]
        walls = [median([times.wall for times in each]) for each in (ours, theirs)]
        remark = f"{spread(ratios)}; {walls[0]:.1f} s against {walls[1]:.1f} s"
        yield Figure(name, median(ratios), target, "x", remark=f"{remark}; load {os.getloadavg()[0]:.1f}")
