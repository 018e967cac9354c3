"""Whole experiments on this machine: what goes wrong in scripts, budgets, and going on."""

import csv
import dataclasses
import inspect
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from tests.helpers.invariants import check_state

from tunewise import AskTell, LocalBackend, Problem, Tuner, load_experiment, methods, space
from tunewise.backends.base import BackendError
from tunewise.benchmarks.definitions import benchmark_of
from tunewise.definition import DefinitionError
from tunewise.engine.loop import Watcher
from tunewise.engine.policy import Policy, StoppingCriterion
from tunewise.engine.state import State
from tunewise.events import Entry, FinishReason, Reported
from tunewise.journal import JournalError, read_journal, write_journal
from tunewise.results import ExperimentResult
from tunewise.schedulers.base import Method, RunToEnd
from tunewise.searchers.model_free import RandomSearcher
from tunewise.trial import FailureKind, Status, Trial, Trials
from tunewise.tuner import TunerError, resume, stop_orphaned_jobs

HEAD = """\
import argparse, os, sys, time
from tunewise import Reporter, checkpoint_dir
parser = argparse.ArgumentParser()
parser.add_argument("--x", type=float)
parser.add_argument("--epochs", type=int)
args = parser.parse_args()
report = Reporter()
"""
TRAIN = "for epoch in range(1, args.epochs + 1): report(epoch=epoch, loss=args.x + 1 / epoch)\n"

Run = Callable[..., ExperimentResult]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def run_script(
        body: str,
        policy: Policy | None = None,
        method: str = "rs",
        name: str = "test",
        watchers: Sequence[Watcher] = (),
        **limits: float,
    ) -> ExperimentResult:
        script = tmp_path / "train.py"
        script.write_text(HEAD + body)
        problem = Problem(
            {"x": space.uniform(0, 1)},
            metric="loss",
            resource_attr="epoch",
            max_resource=3,
            max_resource_arg="epochs",
        )
        tuner = Tuner(
            LocalBackend(str(script), stop_grace=0.5),
            methods.build(method, problem),
            StoppingCriterion.of(limits),
            workers=2,
            name=name,
            policy=policy,
            watchers=watchers,
        )
        record = tuner.run()
        check_state(record.state)
        return record

    return run_script


def reason(record: ExperimentResult) -> FinishReason:
    assert record.state.finished is not None
    return record.state.finished.reason


def test_a_good_script(run: Run) -> None:
    record = run(TRAIN, max_num_trials_started=4)
    assert reason(record) is FinishReason.LIMIT
    assert len(record.state.trials.having(Status.COMPLETED)) == 4
    assert record.best_config()["x"] == min(trial.config["x"] for trial in record.state.trials)  # type: ignore[type-var]
    with record.paths.results.open() as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 12
    assert set(rows[0]) == {
        *("trial_id", "epoch", "loss", "config_x", "tuner_time", "worker_time", "cost", "decision", "status")
    }
    frame = record.results
    assert list(frame.columns) == list(rows[0])
    assert frame["epoch"].tolist() == [int(row["epoch"]) for row in rows]
    assert load_experiment("test").results.equals(frame)


def test_callbacks_may_end_an_experiment_and_first_ones_are_tried(tmp_path: Path) -> None:
    (tmp_path / "train.py").write_text(HEAD + "report(loss=args.x)\n")
    ended: list[int] = []

    def enough(trials: Trials, trial: Trial) -> bool:
        ended.append(trial.id)
        return len(ended) == 4

    method = methods.rs(Problem({"x": space.uniform(0, 1)}, "loss"))
    backend = LocalBackend(str(tmp_path / "train.py"))
    with pytest.raises(TunerError, match="x: 2 isn't"):
        Tuner(backend, method, StoppingCriterion(max_num_trials_started=99), first=[{"x": 2}])
    limits = StoppingCriterion(max_num_trials_started=99)
    tuner = Tuner(backend, method, limits, 1, "called", callbacks=[enough], first=[{"x": 0.5}, {"x": 0.25}])
    record = tuner.run()
    assert [trial.config["x"] for trial in record.state.trials][1:3] == [0.5, 0.25]
    assert record.ended is not None
    assert record.ended.why == "a callback said so"
    assert resume("called", callbacks=[lambda *_: True]).ended == record.ended
    assert ended[:4] == [0, 1, 2, 3]
    assert len(load_experiment("called").state.trials) < 99


def test_a_script_with_a_bug_ends_the_experiment_with_its_traceback(run: Run) -> None:
    record = run("undefined_name\n", max_num_trials_started=50)
    assert reason(record) is FinishReason.FAILING
    failed = record.state.trials.having(Status.FAILED)
    assert 3 <= len(failed) <= 4
    failure = failed[0].failure
    assert failure is not None
    assert failure.kind is FailureKind.ERROR
    assert "exit code 1" in failure.message
    assert "NameError: name 'undefined_name' is not defined" in failure.message


def test_the_failure_of_a_script_that_never_reports_says_what_to_do(run: Run) -> None:
    record = run("print('hello')\n", max_num_trials_started=50)
    assert reason(record) is FinishReason.FAILING
    failure = record.state.trials[0].failure
    assert failure is not None
    assert failure.message == (
        "The script ended without reporting 'loss': call Reporter()(loss=...) in it, or say by "
        "--metric-pattern or --metrics-from where it tells it; if you have said so, compare that with "
        "its output."
    )


def test_nan_fails_a_configuration_and_no_more(run: Run) -> None:
    body = "report(epoch=1, loss=float('nan') if args.x > 0.5 else args.x)\ntime.sleep(args.x > 0.5 and 60)\n"
    record = run(body, max_num_trials_finished=6)
    failed = record.state.trials.having(Status.FAILED)
    assert failed
    for trial in failed.values():
        assert trial.failure is not None
        assert trial.failure.message == "loss was nan"
    assert record.state.trials.having(Status.COMPLETED)


def test_running_out_of_memory_is_the_configurations_fault(run: Run) -> None:
    record = run("raise MemoryError\n", max_num_trials_finished=5)
    assert reason(record) is FinishReason.LIMIT
    failure = record.state.trials[0].failure
    assert failure is not None
    assert failure.kind is FailureKind.CONFIGURATION


def test_a_trial_that_hangs_ends_at_its_time_limit(run: Run) -> None:
    record = run("time.sleep(600)\n", Policy(trial_timeout=0.5), max_num_trials_finished=2)
    failure = record.state.trials[0].failure
    assert failure is not None
    assert failure.message == "the trial's time limit of 0.5 s is over"


def test_the_budget_suspends_and_a_bigger_one_goes_on(run: Run) -> None:
    body = (
        "saved = checkpoint_dir() / 'epoch'\n"
        "first = int(saved.read_text()) + 1 if saved.exists() else 1\n"
        "for epoch in range(first, args.epochs + 1):\n"
        "    saved.write_text(str(epoch)); report(epoch=epoch, loss=args.x + 1 / epoch)\n"
        "    if epoch == 1 and not (saved.parent / 'slept').exists():\n"
        "        (saved.parent / 'slept').touch(); time.sleep(600)\n"
    )
    record = run(body, max_num_evaluations=2)
    assert record.state.finished is not None
    assert record.state.finished.detail == "the limit of 2 evaluations is reached"
    assert len(record.state.trials.having(Status.SUSPENDED)) == 2
    again = resume("test", workers=1, max_num_evaluations=6, max_num_trials_started=2)
    check_state(again.state)
    assert [list(trial.levels) for trial in again.state.trials] == [[1, 2, 3], [1, 2, 3]]
    assert again.state.now > record.state.now


def test_an_ended_experiment_without_new_budget_stays_ended(run: Run) -> None:
    record = run(TRAIN, max_num_trials_started=2)
    again = resume("test")
    assert again.state.finished is not None
    assert again.state.launches == record.state.launches


@pytest.mark.parametrize("method", ["asha", "median-stopping"])
def test_a_person_can_change_the_budget_of_any_method(run: Run, method: str) -> None:
    run(TRAIN, method=method, max_num_trials_started=2)
    again = resume("test", max_num_trials_started=5)
    assert len(again.state.trials) == 5


def test_a_limit_that_is_used_up_is_refused_and_changes_nothing(run: Run) -> None:
    record = run(TRAIN, max_num_trials_started=2, max_wallclock_time=600)
    before = {path: path.read_bytes() for path in record.paths.folder.glob("*.json*")}
    assert len(before) == 2
    for name, limit in {
        "max_num_trials_started": 2,
        "max_num_trials_completed": 1,
        "max_num_trials_finished": 2,
        "max_num_evaluations": 6,
        "max_wallclock_time": 1e-3,
        "max_cost": 1e-9,
    }.items():
        told = rf"^{name} is {limit:g}, which is used up: give more than .* \(.*\)\.$"
        with pytest.raises(TunerError, match=told):
            resume("test", **{name: limit})  # type: ignore[arg-type]
        assert {path: path.read_bytes() for path in before} == before
    again = resume("test", max_num_trials_started=3)
    assert again.state.opened is not None
    assert again.state.opened.limits == {"max_num_trials_started": 3, "max_wallclock_time": 600}


def test_experiments_without_a_given_name_have_different_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tunewise.tuner.default_name", lambda method: "rs-now")  # all in one second
    benchmark = benchmark_of("transformer_wikitext2")
    together = threading.Barrier(4)

    def run_one(number: int) -> tuple[str, str, int]:
        stop = StoppingCriterion(max_num_trials_started=number)
        tuner = Tuner(benchmark.simulated(0), methods.rs(benchmark.problem), stop, workers=1)
        together.wait(30)
        record = tuner.run()
        return tuner.name, record.definition.name, len(load_experiment(tuner.name).state.trials) - number

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(run_one, range(1, 5)))
    names = ["rs-now", "rs-now-2", "rs-now-3", "rs-now-4"]
    assert sorted(found) == [(name, name, 0) for name in names]


def test_the_record_says_how_the_experiment_ended_and_why(run: Run) -> None:
    record = run(TRAIN, max_num_trials_started=2)
    assert record.ended == ("finished", "the limit of 2 trials started is reached")
    assert str(record.ended) == "finished: the limit of 2 trials started is reached"
    assert load_experiment("test").ended == record.ended
    failed = run("undefined_name\n", name="failing", max_num_trials_started=50).ended
    assert failed is not None
    assert failed.how == "failed"
    assert "failed" in failed.why
    lines = record.paths.journal.read_bytes().splitlines(keepends=True)
    record.paths.journal.write_bytes(b"".join(lines[:-1]))  # as a tuner leaves it that is killed
    assert load_experiment("test").ended is None


class Interrupts:
    """Presses Ctrl-C, once, when a trial has reported."""

    pressed = False

    def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
        if not self.pressed and any(isinstance(entry.fact, Reported) for entry in entries):
            self.pressed = True
            signal.raise_signal(signal.SIGINT)


def test_ctrl_c_raises_keyboard_interrupt_once_the_experiment_is_suspended(run: Run) -> None:
    waits = "report(epoch=1, loss=args.x)\nwhile not os.path.exists('go on'): time.sleep(0.05)\n" + TRAIN
    with pytest.raises(KeyboardInterrupt) as interruption:
        run(waits, watchers=[Interrupts()], max_num_trials_started=2)
    assert type(interruption.value) is KeyboardInterrupt  # for which Python ends by SIGINT
    record: ExperimentResult = vars(interruption.value)["result"]
    assert record.ended == ("suspended", "interrupted by Ctrl-C")
    ended = "suspended: interrupted by Ctrl-C"
    assert str(interruption.value) == f"The experiment 'test' is {ended}. tunewise.resume('test') goes on."
    assert record.state.busy == 0
    assert record.paths.results.exists()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    (Path.cwd() / "go on").touch()
    again = resume("test")
    assert again.ended == ("finished", "the limit of 2 trials started is reached")


def test_resume_takes_every_limit_by_its_name(run: Run) -> None:
    names = {field.name for field in dataclasses.fields(StoppingCriterion)}
    keywords = inspect.signature(resume).parameters
    assert names <= set(keywords)
    assert {keywords[name].default for name in names} == {None}
    assert {keywords[name].annotation for name in names} == {float | None, int | None}
    run(TRAIN, max_num_trials_started=1)
    large = {"max_wallclock_time", "max_cost", "max_time_without_improvement"}
    limits = {**{name: 600.0 if name in large else 5 for name in names}, "target": -5.0}
    again = resume("test", **limits)  # type: ignore[arg-type]
    assert again.state.opened is not None
    assert again.state.opened.limits == limits
    with pytest.raises(ValueError, match="max_cost is -1"):
        resume("test", max_cost=-1)


def test_a_method_of_ones_own_is_named_to_go_on_with_it(run: Run) -> None:
    problem = run(TRAIN, max_num_trials_started=1).problem
    mine = Method("mine", problem, RunToEnd(problem, RandomSearcher(problem)), 0)
    path = load_experiment("test").paths.definition
    path.write_text(path.read_text().replace('"rs"', '"mine"'))
    with pytest.raises(DefinitionError, match="There is no method 'mine'"):
        resume("test", max_num_trials_started=2)
    assert len(resume("test", max_num_trials_started=2, method=mine).state.trials) == 2


def test_only_the_best_checkpoint_is_kept(run: Run) -> None:
    record = run("(checkpoint_dir() / 'state').write_text('x')\n" + TRAIN, max_num_trials_started=5)
    kept = [
        trial.id for trial in record.state.trials if (record.paths.checkpoint(trial.id) / "state").exists()
    ]
    assert record.best is not None
    assert kept == [record.best.trial_id]


def test_names_are_taken_once(run: Run) -> None:
    run(TRAIN, max_num_trials_started=1)
    with pytest.raises(TunerError, match="There is an experiment 'test' already"):
        run(TRAIN, max_num_trials_started=1)


def test_what_cannot_work_is_refused_before_it_begins(tmp_path: Path) -> None:
    problem = Problem({"x": space.uniform(0, 1)}, metric="loss")
    backend, method = LocalBackend(str(tmp_path / "train.py")), methods.rs(problem)
    stop = StoppingCriterion(max_num_trials_started=1)
    with pytest.raises(TunerError, match="Nothing would end this experiment"):
        Tuner(backend, method)
    with pytest.raises(TunerError, match="workers is 0"):
        Tuner(backend, method, stop, workers=0)
    with pytest.raises(TunerError, match="price"):
        Tuner(backend, method, stop, price=0.0)
    with pytest.raises(TunerError, match="can't name an experiment"):
        Tuner(backend, method, stop, name="../evil")
    with pytest.raises(DefinitionError, match="There is no experiment 'nobody'"):
        resume("nobody")


def test_terms_that_no_journal_could_tell_again_change_nothing(run: Run) -> None:
    paths = run(TRAIN, max_num_trials_started=1).paths
    before = paths.journal.read_bytes()
    anything: Any
    for anything in (0, -2, 1.5, True):
        with pytest.raises(TunerError, match=r"^workers is .*: give a whole number from 1 to 10,000"):
            resume("test", max_num_trials_started=2, workers=anything)
    for anything in (0, -1.0, True, "1"):
        with pytest.raises(TunerError, match="The price of a worker-hour is"):
            resume("test", max_num_trials_started=2, price=anything)
    anything = 1
    with pytest.raises(TunerError, match="pay_idle is 1: give True or False"):
        resume("test", max_num_trials_started=2, pay_idle=anything)
    assert paths.journal.read_bytes() == before
    with pytest.raises(TunerError, match="keep_checkpoints"):
        run(TRAIN, Policy(keep_checkpoints=anything), name="other", max_num_trials_started=1)


def test_things_of_another_kind_are_refused_in_a_sentence() -> None:
    problem = Problem({"x": space.uniform(0, 1)}, metric="loss")
    backend, method = LocalBackend("train.py"), methods.rs(problem)
    anything: Any
    for anything in ("train.py", len, LocalBackend):
        with pytest.raises(TypeError, match=r"^backend is .*: give where jobs run"):
            Tuner(anything, method)
    for anything in ("asha", methods.asha, problem):
        with pytest.raises(TypeError, match=r"^method is .*: give a method, such as methods.asha"):
            Tuner(backend, anything)
        with pytest.raises(TypeError, match=r"^method is .*: give a method"):
            AskTell(anything)
    anything = 60
    with pytest.raises(TypeError, match=r"^stopping_criterion is 60: give a StoppingCriterion"):
        Tuner(backend, method, anything)
    with pytest.raises(ValueError, match=r"^entry_point is .*: give a path"):
        LocalBackend(len)  # type: ignore[arg-type]
    anything = "problem"
    for name in methods.names():
        with pytest.raises(TypeError, match=r"^'problem' isn't a problem: give Problem"):
            getattr(methods, name)(anything)
    anything = {"x": 0.5}
    with pytest.raises(ValueError, match=r"^points_to_evaluate is .*: give a list of configurations"):
        methods.rs(problem, points_to_evaluate=anything)
    with pytest.raises(ValueError, match=r"^The seed is '3': give a whole number"):
        methods.rs(problem, seed="3")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"^max_num_evaluations is 2.5: give a whole number"):
        StoppingCriterion(max_num_evaluations=2.5)  # type: ignore[arg-type]


def test_a_missing_script_leaves_the_name_free(tmp_path: Path, run: Run) -> None:
    problem = Problem({"x": space.uniform(0, 1)}, metric="loss")
    stop = StoppingCriterion(max_num_trials_started=1)
    with pytest.raises(RuntimeError, match="There is no script"):
        Tuner(LocalBackend(str(tmp_path / "no.py")), methods.rs(problem), stop, name="test").run()
    assert len(run(TRAIN, max_num_trials_started=1).state.trials) == 1


def test_reported_keys_may_be_called_like_our_columns(run: Run) -> None:
    record = run("report(epoch=1, loss=args.x, cost=7, trial_id=77)\n", max_num_trials_started=1)
    [row] = record.rows()
    assert (row["trial_id"], row["reported_trial_id"], row["reported_cost"]) == (0, 77, 7)
    assert list(record.results.columns) == record.columns()
    assert len(set(record.columns())) == len(record.columns())


def test_a_results_table_that_cannot_be_written_ends_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(record: ExperimentResult) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tunewise.results.write_results", full)
    record = run(TRAIN, max_num_trials_started=2)
    assert len(record.state.trials.having(Status.COMPLETED)) == 2
    assert "results.csv can't be written" in caplog.text


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"uniform(0.0, 1.0)"', '"unifrom(0, 1)"', "The problem in .* can't be read"),
        ('"rs"', '"rz"', "The method in .* can't be used: There is no method 'rz'"),
        ('"local"', '"lunar"', "There is no back end 'lunar'"),
        ('"workers"', '"worker"', "can't be read"),
    ],
)
def test_a_damaged_definition_is_described_in_a_sentence(run: Run, old: str, new: str, message: str) -> None:
    path = run(TRAIN, max_num_trials_started=1).paths.definition
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    with pytest.raises((DefinitionError, BackendError), match=message):
        resume("test")


def test_a_journal_that_contradicts_itself_is_described_in_a_sentence(run: Run) -> None:
    path = run(TRAIN, max_num_trials_started=1).paths.journal
    entries = list(read_journal(path))
    write_journal(path, [entries[0], *entries])  # as if trial 0 was started twice
    with pytest.raises(JournalError, match="can't follow the ones before it"):
        load_experiment("test")


@pytest.mark.parametrize("kept", [0, 1])
def test_an_empty_journal_over_trials_is_refused(run: Run, kept: int) -> None:
    path = run(TRAIN, max_num_trials_started=1).paths.journal
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:kept]))  # nothing, or the line that names the format
    for use in (load_experiment, resume, stop_orphaned_jobs):
        with pytest.raises(JournalError, match=r"journal.jsonl is empty, and .*trials has trials: restore"):
            use("test")


def test_grid_search_ends_by_itself(run: Run) -> None:
    record = run(TRAIN, method="grid")
    assert reason(record) is FinishReason.EXHAUSTED
    assert len(record.state.trials) == 5


def test_a_figure_is_returned_and_saved_on_demand(run: Run, tmp_path: Path) -> None:
    record = run(TRAIN, max_num_trials_started=2)
    assert len(record.plot().axes) == 2
    record.plot(tmp_path / "figure.svg")
    assert (tmp_path / "figure.svg").read_bytes().startswith(b"<?xml")


def test_two_tuners_cannot_begin_the_same_experiment(run: Run) -> None:
    record = run(TRAIN, max_num_trials_started=1)
    record.paths.definition.unlink()  # as another tuner would find it, which is about to write it
    with pytest.raises(TunerError, match="has a journal but no experiment"):
        run(TRAIN, max_num_trials_started=1)


def test_values_that_look_like_flags_reach_the_script(tmp_path: Path) -> None:
    script = tmp_path / "train.py"
    script.write_text(HEAD.replace("--epochs", "--other") + "report(loss=args.x)\n")
    problem = Problem({"x": space.uniform(-1e-5, -1e-6)}, metric="loss")
    stop = StoppingCriterion(max_num_trials_started=2)
    record = Tuner(LocalBackend(str(script)), methods.rs(problem), stop, name="negative").run()
    assert len(record.state.trials.having(Status.COMPLETED)) == 2


def test_a_script_that_is_gone_ends_the_tuner_and_not_the_budget(run: Run, tmp_path: Path) -> None:
    # itself only: a job of the first tuner that comes late is to leave what is written below alone
    gone = """
import contextlib, pathlib
with contextlib.suppress(FileNotFoundError):
    if "contextlib" in pathlib.Path(__file__).read_text():
        pathlib.Path(__file__).unlink()
"""
    body = gone + TRAIN
    with pytest.raises(BackendError, match="There is no script"):
        run(body, max_num_trials_started=100)
    assert len(load_experiment("test").state.trials) <= 4
    (tmp_path / "train.py").write_text(HEAD + TRAIN)
    assert len(resume("test", max_num_trials_started=4).state.trials) == 4


def test_invalid_lines_of_reports_are_skipped_and_noted(run: Run) -> None:
    body = "open(os.environ['TUNEWISE_REPORTS'], 'ab').write(b'\\xff\\n')\n"
    record = run(body, max_num_trials_started=1)
    failure = record.state.trials[0].failure
    assert failure is not None
    assert "ended without reporting 'loss'" in failure.message
    assert "1 line" in failure.message


@pytest.mark.parametrize("number", [float("inf"), float("nan"), 0.0, -1.0])
def test_limits_and_prices_are_finite(number: float) -> None:
    with pytest.raises(ValueError, match="max_cost is"):
        StoppingCriterion(max_cost=number)
    problem = Problem({"x": space.uniform(0, 1)}, metric="loss")
    stop = StoppingCriterion(max_num_trials_started=1)
    with pytest.raises(TunerError, match="price"):
        Tuner(LocalBackend("train.py"), methods.rs(problem), stop, price=number)
    with pytest.raises(ValueError, match="trial_timeout"):
        Policy(trial_timeout=number)
