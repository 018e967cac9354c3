"""`tunewise cost` of experiments made up line by line, and of a study that really ran."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.helpers.recordings import Recording, typical
from tests.helpers.tables import made_up_reference

Call = Callable[..., Result]


def lines(result: Result) -> list[str]:
    assert result.exit_code == 0, result.output
    return [line.rstrip() for line in result.stdout.splitlines()]


def table(shown: list[str], heading: str) -> list[list[str]]:
    begin = next(number for number, line in enumerate(shown) if line.lstrip().startswith(heading))
    rows = []
    for line in shown[begin:]:
        if not line:
            break
        rows.append(line.split())
    return rows


def test_what_an_experiment_cost_and_what_for(call: Call) -> None:
    record = typical(price=360.0).write()
    shown = lines(call("cost", "lm"))
    state = record.state
    assert shown[0].startswith("Experiment lm: 4 trials")
    heading, *parts, whole = table(shown, "spent on")
    assert heading == ["spent", "on", "worker-hours", "cost", "share"]
    assert [part[0] for part in parts] == ["start-up", "training", "lost"]
    assert sum(float(part[2]) for part in parts) == pytest.approx(state.cost(state.now), rel=0.01)
    assert whole == [
        "all",
        f"{state.worker_time(state.now) / 3600:.3g}",
        f"{state.cost(state.now):.2f}",
        "100.0%",
    ]
    assert "Best val_loss 4: trial 1 at epoch 9" in shown
    own = next(line for line in shown if "its own" in line)
    until = next(line for line in shown if "until then" in line)
    assert own.split()[2:4] == ["cost", f"{record.breakdown().trials[1].total.money:.2f},"]
    assert until.split()[2:4] == ["cost", f"{record.breakdown().until_best:.2f},"]
    heading, *rows = table(shown, "trial ")
    assert [row[0] for row in rows] == ["1", "0", "2", "3"]  # the dearest first
    assert rows[0][1:3] == ["completed", "2"]
    assert rows[3][4] == "0s"  # of a job that failed, nothing is training


def test_without_a_price_costs_are_worker_hours(call: Call) -> None:
    typical().write()
    shown = lines(call("cost", "lm"))
    assert table(shown, "spent on")[0] == ["spent", "on", "worker-hours", "share"]
    assert any("its own" in line and "worker-hours" in line for line in shown)


def test_long_tables_are_cut_unless_all_is_asked_for(call: Call) -> None:
    told = Recording()
    for number in range(25):
        trial = told.start()
        told.report(trial, float(number))
        told.end(trial)
    told.write()
    assert lines(call("cost", "lm"))[-1] == "... and 5 more: `tunewise cost lm --all`"
    assert len(table(lines(call("cost", "lm", "--all")), "trial ")) == 26


def test_an_experiment_that_has_only_just_begun(call: Call) -> None:
    Recording().write()
    assert len(lines(call("cost", "lm"))) == 1


def test_names_that_are_not_there(call: Call) -> None:
    for name in ("nothing", "no/thing"):
        result = call("cost", name)
        assert result.exit_code == 3
        assert "There is no experiment" in result.output


def test_a_study_and_its_experiments(call: Call, tmp_path: Path) -> None:
    source = tmp_path / "baselines.py"
    source.write_text(
        "from tunewise import methods as recipes\n"
        "methods = {'RS': lambda a: recipes.rs(a.problem, seed=a.seed)}\n"
    )
    command = ["study", str(source), "--experiment_tag", "tag", "--benchmark", made_up_reference(tmp_path)]
    lines(
        call(
            *command, "--n_workers", "1,2", "--num_seeds", "1", "--max_wallclock_time", "360", "--price", "5"
        )
    )
    _, *rows, whole = table(lines(call("cost", "tag")), "experiment ")
    assert [row[0] for row in rows] == ["table-RS-1w-0", "table-RS-2w-0"]
    assert [row[-1] for row in rows] == ["33.3%", "66.7%"]
    assert [row[-3] for row in rows] == ["0.50", "1.00"]
    assert whole == ["all", "0.30", "1.50", "100.0%"]
    one = lines(call("cost", "tag/table-RS-2w-0"))
    assert table(one, "spent on")[-1][2:] == ["1.00", "100.0%"]


def test_an_impossible_price_is_bad_usage(call: Call) -> None:
    typical().write()
    for price in ("inf", "nan", "0", "-1"):
        assert call("resume", "lm", "--price", price).exit_code == 2
