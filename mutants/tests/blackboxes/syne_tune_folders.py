"""Small folders of Syne Tune, in the layouts that its own recipes and serializers write."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from tunewise.arrays import Array
from tunewise.space import Config

pd = pytest.importorskip("pandas")
pytest.importorskip("pyarrow")


def domain(kind: str, sampler: str | None = None, **arguments: object) -> dict[str, object]:
    """A domain in the words of Syne Tune's JSON."""
    drawn = {} if sampler is None else {"sampler_cls": sampler, "sampler_kwargs": {}}
    return {"domain_cls": kind, "domain_kwargs": arguments, **drawn}


SPACE = {
    "hp_lr": domain("Float", "LogUniform", lower=1e-4, upper=1.0),
    "hp_units": domain("FiniteRange", lower=16, upper=64, size=3, log_scale=True, cast_int=True),
    "hp_kind": domain("Categorical", "Uniform", categories=["relu", "tanh"]),
}
CONFIGS: list[Config] = [
    {"hp_lr": 0.001, "hp_units": 16, "hp_kind": "relu"},
    {"hp_lr": 0.1, "hp_units": 32, "hp_kind": "tanh"},
    {"hp_lr": 0.5, "hp_units": 64, "hp_kind": "relu"},
]
OBJECTIVES = ("metric_loss", "metric_elapsed_time")


def made_up_values(levels: int = 4, seeds: int = 2, objectives: Sequence[str] = OBJECTIVES) -> Array:
    """(configurations, seeds, levels, objectives) at random; totals of time grow by 10 s a level."""
    values = np.random.default_rng(0).random((len(CONFIGS), seeds, levels, len(objectives)))
    for index, name in enumerate(objectives):
        if "elapsed" in name or name == "time":
            values[..., index] = 10.0 * np.arange(1, levels + 1)
    return values.astype(np.float32).astype(np.float64)


class Folder:
    """A folder to write: in one layout, and what is to be otherwise than usual in it."""

    def __init__(self, path: Path, metadata: Mapping[str, object] | None = None) -> None:
        self.path = path
        self.space: Mapping[str, object] = SPACE
        self.configs: Sequence[Config] = CONFIGS
        self.objectives: Sequence[str] = OBJECTIVES
        self.values = made_up_values()
        self.levels: Sequence[float] = (1, 2, 3, 4)
        self.resource = "hp_epoch"
        self.metadata = dict(metadata or {})
        self.tasks = ["a", "b"]

    def for_all_tasks(self) -> Path:
        """As `blackbox_tabular.serialize` writes it. The second task has all values once more added."""
        self._json("fidelityspace.json", {self.resource: domain("Integer", lower=1, upper=300)})
        self._common()
        self._configs("hyperparameters.parquet")
        np.save(self.path / "fidelities_values.npy", np.array(self.levels))
        stacked = np.stack([self.values, 2.0 * self.values]).astype(np.float32)
        np.save(self.path / "objectives_evaluations.npy", stacked[: len(self.tasks)])
        return self.path

    def for_each_task(self) -> Path:
        """As the recipes of pd1 and hpob write it. The second task has one configuration less."""
        self._common()
        for task, count in zip(self.tasks, (len(self.configs), len(self.configs) - 1), strict=False):
            self._configs(f"{task}-hyperparameters.parquet", count)
            space = {self.resource: domain("Integer", lower=1, upper=300)}
            self._json(f"{task}-fidelity_space.json", space)
            np.save(self.path / f"{task}-fidelity_values.npy", np.array(self.levels))
            values = self.values[:count].astype(np.float32)
            np.save(self.path / f"{task}-objectives_evaluations.npy", values)
        return self.path

    def evaluations(self, seed: str | None = "seed", fidelity: bool = True) -> Path:
        """As `blackbox_offline.serialize` writes it: a row for each evaluation."""
        if fidelity:
            self._json("fidelityspace.json", {self.resource: domain("Integer", lower=1, upper=300)})
        self.metadata |= {"seed_col": seed, "categorical_cols": []}
        self._common()
        rows = [
            {**config, self.resource: level, "seed": 7 * run, **self._named(self.values[row, run, place])}
            for row, config in enumerate(self.configs)
            for run in range(self.values.shape[1])
            for place, level in enumerate(self.levels)
        ]
        for task in self.tasks:
            frame = pd.DataFrame(rows).assign(task=task)
            frame = frame if seed else frame.drop(columns="seed")
            frame = frame if fidelity else frame.drop(columns=self.resource)
            frame.to_parquet(self.path / f"data-{task}.parquet", compression="gzip")
        return self.path

    def _named(self, values: Array) -> dict[str, float]:
        return dict(zip(self.objectives, values.tolist(), strict=True))

    def _common(self) -> None:
        self._json("configspace.json", self.space)
        names = {"objectives_names": list(self.objectives), "task_names": self.tasks}
        self._json("metadata.json", {**self.metadata, **names})

    def _configs(self, name: str, count: int | None = None) -> None:
        pd.DataFrame(self.configs[:count]).to_parquet(self.path / name, compression="gzip", index=False)

    def _json(self, name: str, content: object) -> None:
        (self.path / name).write_text(json.dumps(content))
