"""Experiments for the browser to look at."""

from pathlib import Path

import numpy as np

from tunewise import Problem, space
from tunewise.definition import Definition, MethodSpec, write_definition
from tunewise.engine.policy import Policy
from tunewise.events import Action, Entry, Finish, FinishReason, HaltJob, JobEnded, Opened, Reported, StartJob
from tunewise.journal import write_journal
from tunewise.paths import ExperimentPaths
from tunewise.space import Value
from tunewise.trial import JobId, Status

LIVE_SCRIPT = """
import argparse, math, time
from tunewise import Reporter, checkpoint_dir
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float)
parser.add_argument("--optimizer")
parser.add_argument("--epochs", type=int, default=27)
options = parser.parse_args()
report, folder = Reporter(), checkpoint_dir()
saved = folder / "state" if folder else None
done = int(saved.read_text()) if saved and saved.exists() else 0
for epoch in range(done + 1, options.epochs + 1):
    time.sleep(0.3)
    print(f"epoch {epoch} is done", flush=True)
    if saved:
        saved.write_text(str(epoch))
    report(epoch=epoch, val_loss=abs(math.log10(options.lr) + 2) + 1 / epoch)
"""

WORKERS = 16


def write_large(
    folder: Path, trials: int, names: int = 8, reports: int = 2, finished: bool = True
) -> ExperimentPaths:
    """An experiment of this many trials with so many hyperparameters and reports each. finished: otherwise
    the last trial goes on."""
    rng = np.random.default_rng(0)
    domains = {f"x{number}": space.uniform(0.0, 1.0) for number in range(names - 1)}
    problem = Problem(
        {"lr": space.loguniform(1e-5, 1.0), **domains},
        metric="loss",
        resource_attr="epoch",
        max_resource=reports if finished else 10_000,
    )
    limits = {"max_num_trials_started": float(trials)}
    entries = [Entry(Opened(0.0, WORKERS, limits))]
    configs = rng.random((trials, names)).tolist()
    for number, (lr, *rest) in enumerate(configs):
        time, job = float(number // WORKERS), JobId(number, 0)
        config = {"lr": 10.0 ** (-5.0 * lr), **{f"x{i}": value for i, value in enumerate(rest)}}
        entries[-1].actions.append(StartJob(time, number, config, reports, why={"kind": "random"}))
        for level in range(1, reports + 1):
            values = {"epoch": level, "loss": abs(lr - 0.5) + rest[0] + 1.0 / level}
            at = time + level / (reports + 1)
            entries.append(Entry(Reported(at, job, level - 1, at - time, values), []))
        if number == trials - 1 and not finished:
            return _write(folder, problem, limits, entries)
        entries[-1].actions.append(HaltJob(at, job, Status.COMPLETED))
        entries.append(Entry(JobEnded(time + 0.9, job, 0.9), []))
    end = entries[-1].fact.time
    entries[-1].actions.append(Finish(end, FinishReason.LIMIT, "the limit of trials is reached"))
    return _write(folder, problem, limits, entries)


def write_odd(folder: Path) -> ExperimentPaths:
    """An experiment that goes on, whose hyperparameters are called as columns of the page; one of them
    matters only for some values of another."""
    problem = Problem(
        {
            "status": space.choice(["sgd", "adam"]),
            "level": space.randint(1, 5),
            "best": space.uniform(0.0, 1.0),
            "nesterov": space.choice([True, False]).when("status", "sgd"),
        },
        metric="loss",
        resource_attr="epoch",
        max_resource=9,
    )
    configs: list[dict[str, Value]] = [
        {"status": "sgd", "level": 3, "best": 0.25, "nesterov": True},
        {"status": "adam", "level": 2, "best": 0.75},
    ]
    starts: list[Action] = [StartJob(0.0, number, config, 9) for number, config in enumerate(configs)]
    opened = Entry(Opened(0.0, 2, {"max_num_trials_started": 9.0}), starts)
    reported = Entry(Reported(1.0, JobId(0, 0), 0, 1.0, {"epoch": 1, "loss": 0.5}))
    return _write(folder, problem, {"max_num_trials_started": 9.0}, [opened, reported])


def _write(folder: Path, problem: Problem, limits: dict[str, float], entries: list[Entry]) -> ExperimentPaths:
    paths = ExperimentPaths(folder)
    folder.mkdir()
    backend = {"kind": "local", "entry_point": "/home/ann/train.py", "cwd": "/home/ann", "python": "python3"}
    definition = Definition(
        folder.name, "2026-05-04T13:37:00+02:00", "0.1.0", problem.to_json(), MethodSpec("rs", 0, {}),
        backend, WORKERS, limits, 1.0, Policy(),
    )  # fmt: skip
    write_definition(paths.definition, definition)
    write_journal(paths.journal, entries)
    return paths
