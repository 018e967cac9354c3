"""`tunewise explain`: what mattered, where the best lie, what to try next."""

from collections.abc import Mapping

from tests.helpers.commands import Call, lines
from tests.helpers.learned import EPOCHS, entries_of, loss, write
from tests.helpers.recordings import Recording, typical

from tunewise import Problem, space
from tunewise.space import Value


def test_it_says_what_mattered_where_and_what_next(call: Call) -> None:
    write("lm", entries_of(200))
    told = lines(call("explain", "lm"))
    assert told[0].startswith("Experiment lm: 200 trials (200 completed) in ")
    assert (
        "Compared: 200 trials, all trained to the end, by their best val_loss; the best 20 are held against "
        "all of them." in told
    )
    what = told[told.index("What mattered") + 1 :][:5]
    assert [line.split()[0] for line in what] == ["lr", "optimizer", "dropout", "layers", "momentum"]
    assert "% (80 %: " in what[0]
    assert "chance" not in what[0] + what[1] + what[2]
    assert what[3].split(maxsplit=1)[1].startswith("nothing beyond chance (at most ")
    assert what[4].endswith("unknown: it is missing in all of the best")
    where = told[told.index("Where the middle of the best 20 lies") + 1 :][:4]
    assert where[1].endswith("; never sgd (of 76 trials)")
    assert where[0].endswith(" of 0.0001 to 0.1")
    after = told[told.index("What to try next") + 1 :]
    flags = [line.strip() for line in after if line.strip().startswith("--space")]
    assert flags[0].startswith("--space 'lr=loguniform(0.0001, 0.00")
    assert "--space layers=" in "\n".join(flags)
    assert not any("optimizer=" in flag for flag in flags)  # momentum's condition names its values
    assert any("leave out sgd of optimizer" in line for line in after)
    assert any("train longer than epoch 9: in 20 of the best 20 trials" in line for line in after)


def test_few_trials_say_nothing_yet(call: Call) -> None:
    typical().write()
    told = lines(call("explain", "lm"))
    assert (
        "It is too early to tell what matters: that takes 20 trials that have ended, 16 of which have "
        "reported val_loss." in told
    )
    assert "What mattered" not in told
    assert told[-1].strip() == "More trials: nothing else follows from those so far."


def test_nothing_reported_is_no_failure(call: Call) -> None:
    Recording().write()
    assert "No trial reported val_loss." in lines(call("explain", "lm"))


def test_a_best_value_at_the_bound_is_told_with_the_wider_space(call: Call) -> None:
    scale = {"x": space.uniform(2.0, 5.0), "n": space.randint(1, 50), "k": space.loguniform(1.0, 1000.0)}
    problem = Problem(scale, metric="score", mode="max", resource_attr="epoch", max_resource=EPOCHS)

    def score(config: Mapping[str, Value], epoch: int) -> float:
        x, n, k = (float(str(config[name])) for name in scale)
        return 20.0 * x - n - 0.001 * k

    write("edge", entries_of(150, problem, score), problem)
    told = "\n".join(lines(call("explain", "edge")))
    assert "of 2 to 5; they crowd at the upper bound" in told
    assert "--space 'x=uniform(4" in told or "--space 'x=uniform(3" in told
    assert ", 6.0)'" in told  # a third further out
    assert "train longer" not in told


def test_a_recorded_space_is_not_to_be_changed(call: Call) -> None:
    write("sim", entries_of(200), kind="simulated")
    told = lines(call("explain", "sim"))
    assert "What mattered" in told
    assert not any("--space" in line for line in told)


def test_early_stopping_is_told(call: Call) -> None:
    write("lm", entries_of(45, metric=loss, rung=3, failed=5))
    told = "\n".join(lines(call("explain", "lm")))
    assert (
        "Compared: 45 trials by their best val_loss up to epoch 3, which 40 have reached; 5 that ended "
        "before (5 failed) count as worse; the best 8 are held against all of them." in told
    )
