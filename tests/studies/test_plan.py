"""What a study plans."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.helpers.tables import lcbench_file, made_up_reference

from tunewise import SimulatedBackend, StoppingCriterion, Tuner
from tunewise import methods as recipes
from tunewise.blackboxes.references import open_blackbox
from tunewise.paths import StudyPaths
from tunewise.results import load_folder
from tunewise.studies.cell import run
from tunewise.studies.outcome import DONE, read_outcome
from tunewise.studies.plan import (
    Plan,
    StudySettings,
    forecast,
    keep_plan,
    make_plan,
    read_plan,
    scaled,
    seed_of,
)
from tunewise.studies.spec import StudyError, StudySpec, load_spec
from tunewise.trial import Status

BASELINES = """
from tunewise import methods as recipes
methods = {
    "RS": lambda a: recipes.rs(a.problem, seed=a.seed),
    "ASHA": lambda a: recipes.asha(a.problem, seed=a.seed),
}
groups = {"left": ["RS"]}
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    (folder / "baselines.py").write_text(BASELINES)
    return folder


def settings(source: Path, **changes: object) -> StudySettings:
    plain = StudySettings(str(source), "simulated", None, 0, 3, 1.0, False, None, None)
    return msgspec.structs.replace(plain, **changes)


def plan(
    source: Path,
    tmp_path: Path,
    *,
    seeds: range = range(2),
    workers: tuple[int, ...] = (2, 8),
    **changes: object,
) -> Plan:
    spec = load_spec(source)
    reference = made_up_reference(tmp_path)
    return make_plan(
        "tag", settings(source, **changes), spec, [reference], list(spec.methods), workers, seeds
    )


def test_a_cell_for_each_method_workers_and_seed(source: Path, tmp_path: Path) -> None:
    cells = plan(source, tmp_path).cells
    assert [cell.name for cell in cells] == [
        "table-RS-2w-0", "table-ASHA-2w-0", "table-RS-8w-0", "table-ASHA-8w-0",
        "table-RS-2w-1", "table-ASHA-2w-1", "table-RS-8w-1", "table-ASHA-8w-1",
    ]  # fmt: skip
    assert {cell.max_wallclock_time for cell in cells} == {cells[0].max_wallclock_time}


def test_fewer_workers_have_longer() -> None:
    # B / min(A, B): the benchmark's default of 4
    assert [scaled(100.0, workers, 4) for workers in (1, 2, 3, 4, 8)] == [
        400.0,
        200.0,
        100 * 4 / 3,
        100.0,
        100.0,
    ]


def test_scaling_applies_to_the_cells(source: Path, tmp_path: Path) -> None:
    spec, reference = load_spec(source), made_up_reference(tmp_path)
    cells = make_plan(
        "tag",
        settings(source),
        spec,
        [reference],
        ["RS"],
        [2, 4, 8],
        [0],
        60.0,
        scale_max_wallclock_time=True,
    ).cells
    assert [cell.max_wallclock_time for cell in cells] == [120.0, 60.0, 60.0]


def test_seeds_are_drawn_from_the_random_seed_and_the_number_alone() -> None:
    seeds = [seed_of(0, number) for number in range(100)]
    assert len(set(seeds)) == 100
    assert seeds == [seed_of(0, number) for number in range(100)]
    assert seed_of(1, 0) not in seeds
    assert all(0 <= seed < 2**31 for seed in seeds)


def test_a_plan_is_kept_and_grows(source: Path, tmp_path: Path) -> None:
    keep_plan(plan(source, tmp_path))
    assert read_plan("tag") == plan(source, tmp_path)
    grown = keep_plan(plan(source, tmp_path, seeds=range(3)))
    assert len(grown.cells) == 12
    assert grown.cells[:8] == plan(source, tmp_path).cells
    assert keep_plan(plan(source, tmp_path, workers=(2,))).cells == grown.cells


def test_a_plan_that_knows_nothing_of_first_levels_goes_on_with_all_of_them(
    source: Path, tmp_path: Path
) -> None:
    reference = lcbench_file(tmp_path / "7.npz")

    def planned(reference: str, *seeds: int) -> Plan:
        return keep_plan(
            make_plan("tag", settings(source), load_spec(source), [reference], ["RS"], [2], seeds)
        )

    told = planned(reference, 0)
    assert [(cell.name, cell.benchmark) for cell in told.cells] == [
        ("lcbench-7-RS-2w-0", f"{reference}?first_level=2")
    ]
    assert read_plan("tag") == told
    told.paths.plan.write_text(told.paths.plan.read_text().replace("?first_level=2", ""))
    assert [cell.benchmark for cell in read_plan("tag").cells] == [f"{reference}?first_level=1"]
    grown = planned(reference, 0, 1)  # the same command as then, and more seeds
    assert [cell.benchmark for cell in grown.cells] == [f"{reference}?first_level=1"] * 2
    with pytest.raises(StudyError, match=r"begun on lcbench:.*first_level=1, not .*first_level=2: use"):
        planned(f"{reference}?first_level=2", 2)


def test_an_experiment_on_a_benchmark_of_the_studys_own_goes_on_with_all_levels(
    source: Path, tmp_path: Path
) -> None:
    """Its file says nothing of the first level, and what that means has changed."""
    reference = lcbench_file(tmp_path / "7.npz")
    (source / "benchmark_definitions.py").write_text(
        "from tunewise.benchmarks.definitions import benchmark_of\n"
        f"benchmark_definitions = {{'mine': benchmark_of({reference!r})}}\n"
    )
    told = keep_plan(make_plan("tag", settings(source), load_spec(source), ["mine"], ["ASHA"], [2], [0]))
    (cell,) = told.cells
    backend = SimulatedBackend(f"{reference}?first_level=1")
    method = recipes.asha(open_blackbox(backend.blackbox).problem, seed=0)
    begun = Tuner(backend, method, StoppingCriterion(max_num_trials_started=8), 2, f"tag/{cell.name}").run(
        progress=False
    )
    levels = max(trial.level for trial in begun.state.trials)
    text = begun.paths.definition.read_text().replace("?first_level=1", "")
    begun.paths.definition.write_text(text)
    lines = begun.paths.journal.read_bytes().splitlines(keepends=True)
    begun.paths.journal.write_bytes(b"".join(lines[: len(lines) // 2]))
    assert run(told, cell) == DONE
    after = load_folder(begun.paths)
    assert after.problem.max_resource == levels
    assert len(after.state.trials) == 8
    assert max(trial.level for trial in after.state.trials) == levels
    assert {trial.level for trial in after.state.trials.having(Status.COMPLETED).values()} == {levels}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"random_seed": 1}, "begun with random_seed=0, not 1"),
        ({"price": 2.0}, "begun with price=1.0, not 2.0"),
    ],
)
def test_what_contradicts_a_plan_is_refused(
    change: dict[str, Any], message: str, source: Path, tmp_path: Path
) -> None:
    keep_plan(plan(source, tmp_path))
    with pytest.raises(StudyError, match=re.escape(message)):
        keep_plan(plan(source, tmp_path, **change))


def test_another_wallclock_under_the_same_name_is_refused(source: Path, tmp_path: Path) -> None:
    first = keep_plan(plan(source, tmp_path))
    longer = tuple(msgspec.structs.replace(c, max_wallclock_time=9.0) for c in first.cells)
    with pytest.raises(StudyError, match="was planned with"):
        keep_plan(msgspec.structs.replace(first, cells=longer))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"tag": "a/b"}, "leave out the slash"),
        ({"tag": "../x"}, "can't name a study"),
        ({"tag": ""}, "can't name a study"),
        ({"benchmarks": ["my.npz"]}, "write recorded:my.npz"),
        ({"methods": ["XY"]}, "There is no method 'XY': "),
        ({"benchmarks": ["nothing"]}, "There is no benchmark 'nothing' for the back end simulated"),
    ],
)
def test_what_cannot_be_planned(arguments: dict[str, object], message: str, source: Path) -> None:
    told: dict[str, object] = {"tag": "tag", "benchmarks": ["transformer_wikitext2"], "methods": ["RS"]}
    told |= arguments
    with pytest.raises(StudyError, match=re.escape(message)):
        make_plan(
            str(told["tag"]),
            settings(source),
            load_spec(source),
            told["benchmarks"],  # type: ignore[arg-type]
            told["methods"],  # type: ignore[arg-type]
            [2],
            [0],
        )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("x = 1", "defines no methods"),
        ("methods = {'a': 3}", "defines no methods"),
        ("methods = {", "can't be read: SyntaxError"),
        ("import nothing_like_this", "can't be read: ModuleNotFoundError"),
        ("\n1 / 0", r"can't be read: ZeroDivisionError: division by zero \(line 2\)"),
        ("import sys; sys.exit(3)", "ends the program when it is imported"),
        ("methods = {'a': print}; benchmark_definitions = {'b': 3}", "'b' in .* has the type int"),
        ("methods = {'a': print}; groups = {'left': 'RS'}", "'left' in .* must be a list"),
    ],
)
def test_what_is_no_study(content: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text(content)
    with pytest.raises(StudyError, match=message):
        load_spec(path)


def test_a_recording_is_no_study(tmp_path: Path) -> None:
    path = tmp_path / "mine.npz"
    path.touch()
    with pytest.raises(StudyError, match="isn't a Python file"):
        load_spec(path)


def test_a_study_may_bring_benchmarks_and_groups(source: Path, tmp_path: Path) -> None:
    reference = made_up_reference(tmp_path)
    (source / "benchmark_definitions.py").write_text(
        "from tunewise.benchmarks.definitions import benchmark_of\n"
        f"def benchmark_definitions():\n    return {{'mine': benchmark_of({reference!r})}}\n"
    )
    spec = load_spec(source)
    assert spec.groups == {"left": ("RS",)}
    cells = make_plan("tag", settings(source), spec, ["mine"], ["RS"], [], [0]).cells
    assert cells[0].workers == 4
    assert isinstance(spec, StudySpec)


def test_a_forecast_adds_up(source: Path, tmp_path: Path) -> None:
    told = plan(source, tmp_path, price=2.0)
    seconds = told.cells[0].max_wallclock_time
    found = forecast(told, told.cells, jobs=3)
    assert found.experiments == 8
    assert found.elapsed == 3 * seconds  # eight of them, three at a time
    assert found.worker_hours == pytest.approx(4 * (2 + 8) * seconds / 3600.0)
    assert found.money == pytest.approx(2.0 * found.worker_hours)
    limited = plan(source, tmp_path, price=2.0, max_cost=0.01)
    assert forecast(limited, limited.cells, 3).money <= 8 * 0.01 + 1e-12


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b'{"x": ' + b"[" * 100_000])
def test_a_damaged_plan_is_told_and_a_damaged_outcome_made_anew(tmp_path: Path, content: bytes) -> None:
    paths = StudyPaths.named("damaged")
    paths.folder.mkdir(parents=True)
    paths.plan.write_bytes(content)
    with pytest.raises(StudyError, match=r"study.json can't be read .*: restore it"):
        read_plan("damaged")
    (tmp_path / "outcome.json").write_bytes(content)
    assert read_outcome(tmp_path / "outcome.json") is None
