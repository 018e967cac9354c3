"""The names that users import, and what importing costs."""

import re
import subprocess
import sys
from types import ModuleType

import pytest
from tests.helpers.recordings import Recording, typical

import tunewise
from tunewise import (
    AskTell,
    LocalBackend,
    Policy,
    Problem,
    SimulatedBackend,
    StoppingCriterion,
    Tuner,
    methods,
    space,
)
from tunewise.space import Domain, Space, Value


def test_all_public_names_are_there() -> None:
    assert dir(tunewise) == sorted(tunewise.__all__)
    for name in tunewise.__all__:
        assert getattr(tunewise, name) is not None


@pytest.mark.parametrize("module", [tunewise, methods, space])
def test_a_module_lists_what_users_may_use_and_nothing_else(module: ModuleType) -> None:
    assert dir(module) == sorted(module.__all__)
    assert all(getattr(module, name) is not None for name in module.__all__)
    told = re.findall(r"`(?:Domain\.)?(\w+)`", module.__doc__ or "")
    public = {name for name in module.__all__ if name[0].islower()}
    assert public <= set(told)


def test_the_methods_are_all_that_there_is_besides_how_they_are_found() -> None:
    assert set(dir(methods)) == {*methods.names(), "MethodError", "build", "names"}


DOMAINS: dict[str, Domain | Value] = {
    "lr": space.loguniform(1e-3, 1),
    "layers": space.lograndint(1, 64),
    "optimizer": space.choice(["sgd", "adam", None]),
    "batch": space.ordinal([16, 32]),
    "dropout": space.finrange(0, 1, 11),
    "width": space.logfinrange(1, 1024, 11, cast_int=True),
    "momentum": space.uniform(0, 1).when("optimizer", "sgd"),
    "seed": 3,
    "data": "a 'quoted' name",
}
PROBLEM = Problem(DOMAINS, "loss", "max", "epoch", 27)
EVALUABLE = [
    *DOMAINS.values(),
    Space(DOMAINS),
    PROBLEM,
    Problem({"lr": space.uniform(0, 1)}, "loss"),
    LocalBackend("/train.py", arguments=["--data", "x"]),  # type: ignore[arg-type]
    SimulatedBackend("transformer_wikitext2", start_delay=2.0),
    StoppingCriterion(max_cost=3.5, max_num_trials_started=7),
    Policy(trial_timeout=9.0),
]


@pytest.mark.parametrize("value", EVALUABLE, ids=lambda value: type(value).__name__)
def test_what_users_make_reads_like_the_call_that_makes_it(value: object) -> None:
    names = {name: getattr(module, name) for module in (tunewise, space) for name in module.__all__}
    assert eval(repr(value), names) == value  # noqa: S307
    assert "=None" not in repr(value)  # what is so by default is left out


def test_what_an_experiment_is_and_found_reads_in_a_line() -> None:
    method = methods.asha(PROBLEM, seed=3, type="promotion")
    assert repr(method) == (
        "<Method asha(seed=3, type='promotion', grace_period=1, reduction_factor=3, brackets=1) for loss>"
    )
    stop = StoppingCriterion(max_cost=3.0)
    tuner = Tuner(LocalBackend("/train.py"), methods.rs(PROBLEM), stop, workers=2, name="mine")
    what = f"<Method rs(seed=0) for loss> on {LocalBackend('/train.py')!r}"
    assert repr(tuner) == f"<Tuner 'mine': {what}, workers=2, max_cost=3>"
    record = typical().write()
    ended = "finished: the limit of 10 trials started is reached"
    assert repr(record) == f"<ExperimentResult 'lm': 4 trials, best val_loss 4, {ended}>"
    assert repr(record.state.trials) == "<TrialTable: 4 in all, 1 paused, 1 completed, 2 failed>"
    assert repr(record.breakdown()).startswith(
        "<Breakdown of 4 trials: startup 70.0 s, training 90.0 s, lost "
    )
    assert repr(AskTell(method)) == f"<AskTell of {method!r}: <TrialTable: 0 in all>, best None>"


def test_nothing_that_users_see_is_thousands_of_letters_long() -> None:
    many = Space({f"x{number}": space.choice(list(range(1000))) for number in range(100)})
    problem = Problem(many, "loss")
    points = [dict.fromkeys(many.names, 1)] * 100
    long = [many.domains["x0"], many, problem, methods.rs(problem, points_to_evaluate=points)]
    assert all(len(repr(value)) < 1_200 for value in long)
    record = Recording()
    for _ in range(2_000):
        record.end(record.start())
    written = record.write()
    assert all(len(repr(value)) < 200 for value in (written, written.breakdown(), written.state.trials))


def test_the_lists_of_names_agree() -> None:
    lazy = {*tunewise._HOMES, *tunewise._MODULES, "__version__"}
    assert lazy == set(tunewise.__all__)


def test_a_script_pays_for_the_standard_library_alone() -> None:
    code = (
        "import sys; before = set(sys.modules)\n"
        "from tunewise import Reporter, checkpoint_dir\n"
        "new = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "foreign = {name for name in new if name not in sys.stdlib_module_names and name != 'tunewise'}\n"
        "assert not foreign, foreign\n"
        "ours = {name for name in sys.modules if name.startswith('tunewise.')}\n"
        "assert ours == {'tunewise.worker', 'tunewise.worker.files', 'tunewise.worker.report'}, ours\n"
    )
    subprocess.run([sys.executable, "-S", "-c", _with_path(code)], check=True)


def test_to_tune_in_python_costs_no_library_for_terminals_or_figures() -> None:
    code = (
        "import sys\n"
        "from tunewise import AskTell, LocalBackend, Problem, Tuner, load_experiment, methods, resume\n"
        "assert not {'click', 'rich', 'IPython', 'pandas', 'matplotlib'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def _with_path(code: str) -> str:
    """-S keeps what the environment's own start-up imports out of the count, and its paths with it."""
    return f"import sys; sys.path[:0] = {sys.path!r}\n{code}"
