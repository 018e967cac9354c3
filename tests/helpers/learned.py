"""Experiments that have something to teach: what matters in them is known."""

from collections.abc import Callable, Mapping

import numpy as np

from tunewise import Problem, space
from tunewise.definition import Definition, MethodSpec, write_definition
from tunewise.engine.policy import Policy
from tunewise.engine.state import State
from tunewise.events import Entry, Finish, FinishReason, HaltJob, JobEnded, Opened, Reported, StartJob
from tunewise.journal import write_journal
from tunewise.paths import ExperimentPaths
from tunewise.space import Value
from tunewise.trial import FailureKind, JobId, Status

EPOCHS = 9
PROBLEM = Problem(
    {
        "lr": space.loguniform(1e-4, 1e-1),  # the smaller, the better: it belongs below
        "dropout": space.uniform(0.0, 0.9),  # best at 0.3
        "layers": space.randint(1, 8),  # no effect
        "optimizer": space.choice(["adam", "sgd", "lion"]),  # sgd is bad
        "momentum": space.uniform(0.0, 0.99).when("optimizer", "sgd"),
    },
    metric="val_loss",
    resource_attr="epoch",
    max_resource=EPOCHS,
    max_resource_arg="epochs",
)

Curve = Callable[[Mapping[str, Value], int], float]
"""A metric of a configuration at an epoch."""


def loss(config: Mapping[str, Value], epoch: int) -> float:
    lr, dropout, optimizer = config["lr"], config["dropout"], config["optimizer"]
    assert isinstance(lr, float)
    assert isinstance(dropout, float)
    rest = {"adam": 0.0, "lion": 0.05, "sgd": 1.0}[str(optimizer)]
    return 0.3 * (float(np.log10(lr)) + 4.0) + 2.0 * (dropout - 0.3) ** 2 + rest + 1.0 / epoch


def entries_of(
    number: int, problem: Problem = PROBLEM, metric: Curve = loss, rung: int = EPOCHS, failed: int = 0
) -> list[Entry]:
    """The journal of a random search. rung: after how many epochs the worse two thirds are stopped. failed:
    how many fail at once."""
    rng = np.random.default_rng(0)
    configs = [problem.space.sample(rng) for _ in range(number)]
    bar = sorted(metric(config, rung) for config in configs)[(number - 1) // 3]
    entries = [Entry(Opened(0.0, 1, {"max_num_trials_started": float(number)}), [])]
    now = 0.0
    for trial_id, config in enumerate(configs):
        job, begun = JobId(trial_id, 0), now
        entries[-1].actions.append(
            StartJob(now, trial_id, config, problem.max_resource, why={"kind": "random"})
        )
        if trial_id < failed:
            now += 60.0
            entries.append(Entry(JobEnded(now, job, 60.0, FailureKind.ERROR, "out of luck"), []))
            continue
        last = EPOCHS if metric(config, rung) <= bar else rung
        for epoch in range(1, last + 1):
            now += 60.0
            values: dict[str, Value] = {"epoch": epoch, problem.metric: metric(config, epoch)}
            entries.append(Entry(Reported(now, job, epoch - 1, now - begun, values), []))
        target = Status.COMPLETED if last == EPOCHS else Status.STOPPED
        entries[-1].actions.append(HaltJob(now, job, target))
        now += 1.0
        entries.append(Entry(JobEnded(now, job, now - begun), []))
    entries[-1].actions.append(Finish(now, FinishReason.LIMIT, "the limit of trials is reached"))
    return entries


def state_of(entries: list[Entry], problem: Problem = PROBLEM) -> State:
    state = State(problem, Policy().retry)
    for entry in entries:
        state.replay(entry)
    return state


def write(
    name: str, entries: list[Entry], problem: Problem = PROBLEM, kind: str = "local"
) -> ExperimentPaths:
    """The experiment's folder."""
    paths = ExperimentPaths.named(name)
    paths.folder.mkdir(parents=True)
    backend = {"kind": kind, "entry_point": "/home/ann/train.py", "cwd": "/home/ann", "python": "python3"}
    definition = Definition(
        name, "2026-05-04T13:37:00+02:00", "0.1.0", problem.to_json(), MethodSpec("rs", 0, {}),
        backend, 1, {"max_num_trials_started": float(len(entries))}, 1.0, Policy(),
    )  # fmt: skip
    write_definition(paths.definition, definition)
    write_journal(paths.journal, entries)
    return paths
