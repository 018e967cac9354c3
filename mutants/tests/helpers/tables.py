"""A small made-up table, as a recorded benchmark for tests."""

from pathlib import Path

import numpy as np

from tunewise import space
from tunewise.blackboxes import lcbench
from tunewise.blackboxes.recorded import save_table
from tunewise.blackboxes.table import Table
from tunewise.problem import Problem

PROBLEM = Problem(
    {"lr": space.loguniform(1e-4, 1.0), "width": space.randint(4, 64), "kind": space.choice(["a", "b"])},
    metric="loss",
    resource_attr="epoch",
    max_resource=9,
    max_resource_arg="epochs",
)


def made_up_table(configurations: int = 60, repetitions: int = 1, start_delay: float = 2.0) -> Table:
    """Curves that fall with the epoch and have their best learning rate at 0.03; wider is slower.

    Repetitions differ by a thousandth.
    """
    rng = np.random.default_rng(7)
    configs = tuple(PROBLEM.space.sample(rng) for _ in range(configurations))
    lr = np.array([config["lr"] for config in configs], dtype=float)
    width = np.array([config["width"] for config in configs], dtype=float)
    kind = np.array([config["kind"] == "a" for config in configs], dtype=float)
    levels = np.arange(1, 10)
    end = 0.2 + 0.1 * np.square(np.log10(lr / 0.03)) + 0.002 * np.abs(width - 40.0) + 0.05 * kind
    loss = end[:, None] + 1.0 / levels
    noise = 1e-3 * np.arange(repetitions)
    seconds = np.cumsum(np.broadcast_to((1.0 + width / 32.0)[:, None], loss.shape), axis=1)
    shape = (configurations, repetitions, 9)
    return Table(
        PROBLEM,
        configs,
        {
            "loss": loss[:, None, :] + noise[None, :, None],
            "accuracy": 1.0 - np.broadcast_to(loss[:, None, :], shape),
        },
        np.array(np.broadcast_to(seconds[:, None, :], shape)),
        start_delay,
        "made up",
    )


def sparse_table() -> Table:
    """The made-up one with reports at levels 1, 3 and 9 alone, for scripts that nothing limits."""
    table = made_up_table(start_delay=0.0)
    kept = [0, 2, 8]
    return Table(
        Problem(PROBLEM.space, "loss", resource_attr="epoch", max_resource=9),
        table.configs,
        {name: column[:, :, kept] for name, column in table.columns.items()},
        table.seconds[:, :, kept],
        levels=(1, 3, 9),
    )


def lcbench_file(path: Path, configurations: int = 20, epochs: int = 10) -> str:
    """Writes a made-up file of LCBench, and returns its reference. Its first level is that of guessing."""
    rng = np.random.default_rng(2)
    problem = Problem(lcbench.DOMAINS, "val_error")
    configs = [list(problem.space.sample(rng).values()) for _ in range(configurations)]
    steps = rng.random((configurations, epochs)) + 0.5
    errors = rng.random((configurations, 1)) * 0.3 + 0.5 / np.arange(1, epochs + 1)
    errors[:, 0] = 0.9
    np.savez(
        path,
        names=np.array(list(lcbench.DOMAINS)),
        configs=np.array(configs, dtype=np.float64),
        val_error=errors.astype(np.float32),
        elapsed_time=np.cumsum(steps, axis=1).astype(np.float32),
    )
    return f"lcbench:{path}"


def made_up_reference(folder: Path, table: Table | None = None) -> str:
    """The reference of a table, by default of the made-up one, saved in a folder."""
    path = folder / "table.npz"
    save_table(table or made_up_table(), path)
    return f"recorded:{path}"
