"""The surrogates of YAHPO Gym: a folder for each scenario, in the layout of the published data.

    yahpo:/data/yahpo_data/rbv2_rpart?instance=1040&metric=acc

A scenario has `model.onnx`, which predicts all targets from two arrays (one of numbers, one of choices as
codes), `config_space.json` with domains and conditions, and `encoding.json` with the codes. The order of the
columns, the targets and the names of instances and fidelities are in `data/yahpo_scenarios.json`, taken from
version 1.0.2 of the package. Unlike there, f1 is maximised.

Options: `instance`, the data set, by default the scenario's own; `metric`, by default the first target that
isn't a time; `repl` and `trainsize`, if the scenario has them, by default their largest; `first_level` of
lcbench, by default 2, as its first epoch is the untrained network. If a scenario counts epochs, a job
reports each. Others report once, at their end, unless `resource=trainsize`: then level l of 20 is a training
on l twentieths of the data, reported after the time that it takes. Inactive values are 0 or "#na#", as in the
surrogates' own training data. Needs the extra `blackboxes`.

F. Pfisterer, L. Schneider, J. Moosbauer, M. Binder and B. Bischl: YAHPO Gym. AutoML 2022, arXiv:2109.03670.
"""

import json
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import numpy as np

from tunewise.arrays import Array
from tunewise.blackboxes.base import Blackbox, BlackboxError, Curve
from tunewise.blackboxes.lcbench import first_level
from tunewise.problem import Problem
from tunewise.space import Config, Domain, SpaceError, Value
from tunewise.space.configspace import domains_of

EPOCH = "epoch"
SIZE = "trainsize"
SIZES = 20  # levels, if the size of the training set is the resource
LEAST_SECONDS = 1e-3  # of an epoch, even if the surrogate predicts less
JUDGED_BY = 200  # random configurations, always the same ones
NOTHING, MOSTLY = 0.05, 0.9  # a metric below 0.05 for 90 % of the configurations says nothing


class Scenario(msgspec.Struct, frozen=True):
    """A scenario as the package describes it: the names of its columns in order, and their roles."""

    targets: list[str]
    minimised: list[str]
    numbers: list[str]
    choices: list[str]
    instance: str | None
    fidelities: list[str]
    runtime: str


def load(path: Path, options: Mapping[str, str]) -> Blackbox:
    """The blackbox of a scenario's folder. Raises `BlackboxError`."""
    scenario = _scenario(path.name)
    content = _read(path / "config_space.json")
    encoding = _read(path / "encoding.json")
    entries = {entry["name"]: entry for entry in content["hyperparameters"]}
    untrained = path.name == "lcbench"  # whether the first epoch is the untrained network
    allowed = {"instance", "metric", *scenario.fidelities, *(["first_level"] if untrained else [])} - {EPOCH}
    if SIZE in scenario.fidelities:
        allowed |= {"resource"} if SIZE not in options else set()
    unknown = sorted(options.keys() - allowed)
    if unknown:
        raise BlackboxError(
            f"{path.name} has no option {unknown[0]!r}: there are {', '.join(sorted(allowed))}."
        )
    resource = options.get("resource", EPOCH)
    if resource not in (EPOCH, SIZE):
        raise BlackboxError(f"resource={resource} isn't known: there is {SIZE}.")
    fixed = {
        name: _fidelity(entries[name], options.get(name))
        for name in scenario.fidelities
        if name not in (EPOCH, resource)
    }
    if scenario.instance is not None:
        fixed[scenario.instance] = _instance(entries[scenario.instance], options.get("instance"))
    if "replication" in entries:
        fixed.setdefault("replication", entries["replication"]["lower"])
    if content.get("forbiddens"):
        raise BlackboxError(f"{path.name} forbids combinations of values, which Tunewise can't simulate.")
    tuned = [entry for name, entry in entries.items() if name not in (*fixed, EPOCH, resource)]
    try:
        domains = domains_of(tuned, content.get("conditions", []))
        epochs = SIZES if resource == SIZE else int(entries[EPOCH]["upper"]) if EPOCH in entries else None
        first = first_level(path, options, epochs or 1) if untrained else 1
        problem = _problem(scenario, domains, epochs and epochs - first + 1, options.get("metric"), resource)
    except SpaceError as error:
        raise BlackboxError(f"The space of {path.name} can't be read: {error}") from error
    return Yahpo(path, scenario, problem, fixed, encoding, resource, first)


class Yahpo(Blackbox):
    """A scenario on one instance.

    fixed: the values that aren't tuned, by name. encoding: the codes of choices by name. resource: EPOCH or
    SIZE. first: the epoch that becomes level 1; earlier ones take no time.
    """

    def __init__(
        self,
        path: Path,
        scenario: Scenario,
        problem: Problem,
        fixed: Config,
        encoding: Mapping[str, Mapping[str, int]],
        resource: str,
        first: int,
    ) -> None:
        self.problem = problem
        self._scenario = scenario
        self._fixed = fixed
        self._encoding = encoding
        self._before = min(first - 1, 1)  # the epoch before, to subtract its time
        epochs = range(first - self._before, first + (problem.max_resource or 1))
        self._levels = [{resource: epoch / SIZES if resource == SIZE else epoch} for epoch in epochs]
        self._session = _session(path / "model.onnx")
        self.answers = (
            f"Every configuration is answered by YAHPO Gym's surrogate of {path.name}.{self._warning()}"
        )

    def curve(self, config: Config, seed: int) -> Curve:
        try:
            config = self.problem.space.validate(config)
        except SpaceError as error:
            raise BlackboxError(f"The surrogate can't answer {config}: {error}") from error
        columns = self._targets([{**self._fixed, **config, **level} for level in self._levels])
        seconds = _increasing(columns.pop(self._scenario.runtime))
        before = self._before
        since = seconds[before:] - seconds[:before].sum()
        return Curve({name: column[before:].tolist() for name, column in columns.items()}, since.tolist())

    def _targets(self, rows: Sequence[Config]) -> dict[str, Array]:
        """The predictions of each target (n,), for n complete rows of inputs."""
        inputs = {
            "x_cat": [[self._code(name, row.get(name)) for name in self._scenario.choices] for row in rows],
            "x_cont": [[_number(row.get(name)) for name in self._scenario.numbers] for row in rows],
        }
        types = {"x_cat": np.int32, "x_cont": np.float32}
        (found,) = self._session.run(["output"], {k: np.array(v, types[k]) for k, v in inputs.items()})
        return dict(zip(self._scenario.targets, np.asarray(found, dtype=np.float64).T, strict=True))

    def _warning(self) -> str:
        """A warning about a metric that is near zero for nearly all configurations; "" if it isn't."""
        metric, targets = self.problem.metric, self._scenario.targets
        if metric in self._scenario.minimised:
            return ""
        rng = Random(0)
        drawn = [self.problem.space.sample(rng) for _ in range(JUDGED_BY)]
        scores = self._targets([{**self._fixed, **config, **self._levels[-1]} for config in drawn])[metric]
        share = float((scores < NOTHING).mean())
        if share < MOSTLY:
            return ""
        other = next(name for name in targets if name not in (metric, self._scenario.runtime))
        where = f" on {self._fixed[self._scenario.instance]}" if self._scenario.instance else ""
        return (
            f" But {metric} is below {NOTHING} for {share:.0%} of random configurations{where}, so it "
            f"says next to nothing there: choose another metric, such as {other}."
        )

    def _code(self, name: str, value: Value) -> int:
        codes = self._encoding[name]
        text = "#na#" if value is None else str(value)
        if text not in codes:
            raise BlackboxError(f"{name} can't be {text!r}: the surrogate knows {', '.join(codes)}.")
        return codes[text]


def _increasing(seconds: Array) -> Array:
    """Increasing totals of predicted times, which may decrease with the epoch."""
    steps = np.maximum(np.diff(np.maximum.accumulate(seconds), prepend=0.0), LEAST_SECONDS)
    return np.cumsum(steps)


def _number(value: Value) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


def _scenario(name: str) -> Scenario:
    text = (resources.files("tunewise.blackboxes") / "data" / "yahpo_scenarios.json").read_bytes()
    known = msgspec.json.decode(text, type=dict[str, Scenario])
    if name not in known:
        raise BlackboxError(
            f"There is no scenario {name!r} of YAHPO Gym: its folders are {', '.join(known)}."
        )
    return known[name]


def _read(path: Path) -> Any:  # noqa: ANN401
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BlackboxError(
            f"{path} can't be read ({error}): download the scenario's folder again."
        ) from error


def _problem(
    scenario: Scenario, domains: Mapping[str, Domain], levels: int | None, metric: str | None, resource: str
) -> Problem:
    metric = metric or next(name for name in scenario.targets if name != scenario.runtime)
    if metric not in scenario.targets or metric == scenario.runtime:
        raise BlackboxError(f"{metric!r} isn't a metric: there are {', '.join(scenario.targets)}.")
    mode = "min" if metric in scenario.minimised else "max"
    if levels is None:
        return Problem(domains, metric, "min" if mode == "min" else "max", None, 1)
    return Problem(domains, metric, "min" if mode == "min" else "max", resource, levels, f"{resource}s")


def _instance(entry: Mapping[str, Any], wanted: str | None) -> Value:
    choices = [str(choice) for choice in entry.get("choices", [entry.get("value")])]
    if wanted is None:
        return str(entry.get("default", choices[0]))
    if wanted not in choices:
        raise BlackboxError(f"There is no instance {wanted!r}: there are {', '.join(choices)}.")
    return wanted


def _fidelity(entry: Mapping[str, Any], wanted: str | None) -> Value:
    if wanted is None:
        upper: Value = entry["upper"]
        return upper
    try:
        value = float(wanted)
    except ValueError:
        raise BlackboxError(f"{entry['name']}={wanted} isn't a number.") from None
    if not entry["lower"] <= value <= entry["upper"]:
        raise BlackboxError(f"{entry['name']} must be from {entry['lower']:g} to {entry['upper']:g}.")
    return value


def _session(path: Path) -> Any:  # noqa: ANN401
    try:
        import onnxruntime
    except ImportError:
        raise BlackboxError("YAHPO Gym needs onnxruntime: pip install 'tunewise[blackboxes]'.") from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # it has no common class of errors
        raise BlackboxError(f"The surrogate {path} can't be opened: {error}") from error
