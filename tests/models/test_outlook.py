"""What more training promises, against simulations that know the truth."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from tunewise import Problem, space
from tunewise.models.outlook import LEAST_ENDED, Outlook, Outlooks, at_rest
from tunewise.models.outlook import latest as latest_or_none
from tunewise.problem import Mode
from tunewise.space import Config
from tunewise.trial import Status
from tunewise.trial_table import TrialTable


def make_problem(dimension: int = 8, mode: Mode = "min", largest: int | None = 1) -> Problem:
    domains = {f"x{number}": space.uniform(0, 1) for number in range(dimension)}
    return Problem(domains, "loss", mode, resource_attr="epoch" if largest else None, max_resource=largest)


def _any(trials: TrialTable) -> Config:
    """Some configuration: the outlook doesn't depend on it."""
    return trials.problem.space.sample(np.random.default_rng(0))


def add(trials: TrialTable, value: float, seconds: float = 1.0, level: int = 1) -> None:
    """A trial after the others, by the only worker, that reports at its end."""
    begun = trials[-1].jobs[-1].ended if len(trials) else 0.0
    assert begun is not None
    trial = trials.add(_any(trials), 0, None, {}, begun)
    trials.begin_job(trial, begun)
    trials.add_report(trial, level, value, begun + seconds)
    trials.end_job(trial, Status.COMPLETED, begun + seconds, seconds)


def history(values: Sequence[float], problem: Problem | None = None, seconds: float = 1.0) -> TrialTable:
    trials = TrialTable(problem or make_problem())
    for value in values:
        add(trials, value, seconds)
    return trials


def latest(trials: TrialTable) -> Outlook:
    found = latest_or_none(trials)
    assert found is not None
    return found


class TestAgainstRandomSearches:
    """The truth is known: the best of 40 draws, and what 40 more draws add to it."""

    N = 40
    FUTURES = 200

    @pytest.mark.parametrize(
        ("name", "dimension"), [("exponential", 40), ("a bowl in 2 dimensions", 2), ("a bowl in 4", 4)]
    )
    def test_gains_come_as_expected_on_average_and_in_intervals(self, name: str, dimension: int) -> None:
        rng = np.random.default_rng(0)

        def draw(*shape: int) -> np.ndarray:
            if name == "exponential":
                return -rng.exponential(size=shape)
            return np.asarray(1.0 + (rng.uniform(-1, 1, (*shape, dimension)) ** 2).sum(axis=-1))

        promised, came, inside = [], [], []
        for number in range(80):
            values = draw(self.N)
            outlook = latest(history(values.tolist(), make_problem(dimension)))
            gains = np.maximum(values.min() - draw(self.FUTURES, self.N).min(axis=1), 0.0)
            promised.append(outlook.expected(self.N))
            came.append(gains.mean())
            if number < 20:
                low, high = outlook.interval(self.N)
                inside.append(np.mean((gains >= low) & (gains <= high)))
        assert np.mean(promised) == pytest.approx(np.mean(came), rel=0.2)
        assert 0.75 < np.mean(inside) < 0.97

    @pytest.mark.parametrize("dimension", [2, 4])
    def test_where_the_optimum_is_the_bound_it_makes_forecasts_better(self, dimension: int) -> None:
        rng = np.random.default_rng(0)
        misses = []
        for _ in range(80):
            values, more = ((rng.uniform(-1, 1, (n, self.N, dimension)) ** 2).sum(axis=-1) for n in (1, 200))
            outlook = latest(history(values[0].tolist(), make_problem(dimension)))
            gain = np.maximum(values.min() - more.min(axis=1), 0.0).mean()
            forecasts = outlook.expected(self.N), replace(outlook, room=math.inf).expected(self.N)
            misses.append([(forecast - gain) ** 2 for forecast in forecasts])
        bounded, free = np.sqrt(np.mean(misses, axis=0))
        assert bounded < 0.9 * free

    def test_it_is_pandoras_rule_where_the_distribution_is_known(self) -> None:
        """The expected improvement of one more draw from an exponential tail, by Weitzman's formula the mean
        excess times the probability of a new best, averages 1 / (n + 1)."""
        rng = np.random.default_rng(1)
        problem = make_problem(40)  # in which gains hardly shrink, as those from an exponential tail
        draws = [(-rng.exponential(size=self.N)).tolist() for _ in range(120)]
        rates = [latest(history(values, problem)).rate for values in draws]
        assert np.mean(rates) == pytest.approx(1 / (self.N + 1), rel=0.15)


class TestOneOutlook:
    OUTLOOK = Outlook(time=90.0, effort=100.0, events=2.5, exposure=1.6, gains=3.0, weight=5.0, shrinking=0.5)

    def simulated(self, seconds: float) -> np.ndarray:
        rng = np.random.default_rng(0)
        span, gains = math.log1p(seconds / 100.0), []
        for _ in range(10_000):
            count = rng.poisson(rng.gamma(2.5, 1 / 1.6) * span)
            mean = 3.0 / rng.gamma(6.0)
            moments = rng.uniform(0, span, count)
            gains.append((rng.exponential(size=count) * mean * np.exp(-0.5 * moments)).sum())
        return np.array(gains)

    @pytest.mark.parametrize("seconds", [1.0, 50.0, 1000.0])
    def test_the_mean_and_the_interval_are_those_of_a_simulation(self, seconds: float) -> None:
        gains = self.simulated(seconds)
        assert self.OUTLOOK.expected(seconds) == pytest.approx(gains.mean(), rel=0.05, abs=0.002)
        low, high = self.OUTLOOK.interval(seconds)
        assert low == pytest.approx(np.quantile(gains, 0.1), rel=0.2, abs=0.01)
        assert high == pytest.approx(np.quantile(gains, 0.9), rel=0.1, abs=0.01)

    def test_the_rate_is_what_the_next_second_promises(self) -> None:
        assert self.OUTLOOK.expected(1e-3) == pytest.approx(1e-3 * self.OUTLOOK.rate, rel=1e-3)

    def test_no_promise_is_beyond_the_room(self) -> None:
        bounded = replace(self.OUTLOOK, room=0.5)
        assert self.OUTLOOK.expected(1000.0) > 0.5
        assert 0.4 < bounded.expected(1000.0) < 0.5
        assert bounded.expected(1e-2) == pytest.approx(self.OUTLOOK.expected(1e-2), rel=1e-3)
        assert bounded.rate == self.OUTLOOK.rate
        low, high = bounded.interval(1000.0)
        assert low < bounded.expected(1000.0) < high <= 0.5
        assert replace(bounded, room=0.0).expected(1000.0) == 0.0

    def test_the_same_question_has_the_same_answer(self) -> None:
        assert self.OUTLOOK.interval(50.0) == self.OUTLOOK.interval(50.0)

    def test_more_effort_promises_more_and_each_second_less(self) -> None:
        promised = [self.OUTLOOK.expected(seconds) for seconds in (10.0, 20.0, 40.0, 80.0)]
        assert promised == sorted(promised)
        per_second = [gain / seconds for gain, seconds in zip(promised, (10, 20, 40, 80), strict=True)]
        assert per_second == sorted(per_second, reverse=True)


class TestWhatIsKnown:
    def test_nothing_before_some_trials_have_ended(self) -> None:
        trials = history(np.linspace(1, 0.1, LEAST_ENDED).tolist())
        assert Outlooks(trials.problem).of(trials) == []  # the last one's job ended after its report
        add(trials, 0.5)
        assert len(Outlooks(trials.problem).of(trials)) == 1

    def test_nothing_before_some_trials_were_trained_to_their_end(self) -> None:
        trials = TrialTable(make_problem(largest=9))
        for value in np.linspace(1, 0.1, 30).tolist():
            begun = float(len(trials))
            trial = trials.add(_any(trials), 0, 1, {}, begun)
            trials.begin_job(trial, begun)
            trials.add_report(trial, 1, value, begun + 0.5)
            trials.halt(trial, Status.PAUSED, None)
            trials.end_job(trial, Status.PAUSED, begun + 1.0, 1.0)
        assert Outlooks(trials.problem).of(trials) == []
        for _ in range(3):
            add(trials, 0.5, level=9)
        assert Outlooks(trials.problem).of(trials)

    def test_where_all_are_equal_nothing_is_promised(self) -> None:
        outlook = latest(history([0.5] * 40))
        assert (outlook.rate, outlook.expected(100.0), outlook.interval(100.0)) == (0.0, 0.0, (0.0, 0.0))

    def test_a_gain_beyond_the_range_of_floats_tells_nothing(self) -> None:
        values = [1e308] * 20 + [-1e308] * 5
        trials = history(values)
        outlooks = Outlooks(trials.problem).of(trials)
        assert {outlook.rate for outlook in outlooks} == {0.0}
        assert outlooks[-1].time == 20.0

    def test_neither_does_a_sum_of_distances(self) -> None:
        assert Outlooks(make_problem()).of(history([1e308, 0.0, -1e308, -1.7e308] + [1.7e308] * 16)) == []

    def test_trials_that_take_no_time_tell_nothing(self) -> None:
        trials = history(np.linspace(1, 0.1, 30).tolist(), seconds=0.0)
        assert Outlooks(trials.problem).of(trials) == []

    def test_the_first_value_is_no_gain(self) -> None:
        values = [5.0, *([3.0, 4.0] * 10)]
        assert latest(history(values)).rate == latest(history([50.0, *values[1:]])).rate

    def test_values_may_be_maximised_shifted_and_scaled(self) -> None:
        values = np.random.default_rng(0).normal(size=40)
        outlook = latest(history(values.tolist()))
        larger = latest(history((-values).tolist(), make_problem(mode="max")))
        assert larger == outlook
        assert latest(history((7.0 + 3.0 * values).tolist())).rate == pytest.approx(3.0 * outlook.rate)
        slower = latest(history(values.tolist(), seconds=2.0))
        assert slower.rate == pytest.approx(0.5 * outlook.rate)

    @pytest.mark.parametrize(
        ("mode", "values", "room"),
        [
            ("min", [0.9, 0.17, 0.3], 0.17),
            ("min", [0.9, -0.17, 0.3], math.inf),
            ("max", [0.9, 0.75, 0.0], 0.1),
            ("max", [0.9, 0.75, -0.1], math.inf),
            ("max", [1.1, 0.75, 0.1], math.inf),
        ],
    )
    def test_values_that_cross_no_bound_leave_some_room(
        self, mode: Mode, values: list[float], room: float
    ) -> None:
        assert latest(history(values * 10, make_problem(mode=mode))).room == pytest.approx(room)

    def test_a_curve_is_one_gain_however_often_it_is_reported(self) -> None:
        at_once, in_steps = (TrialTable(make_problem(largest=9)) for _ in range(2))
        rng = np.random.default_rng(0)
        for value in rng.normal(size=30).tolist():
            add(at_once, value, 9.0, level=9)
            begun = 9.0 * len(in_steps)
            trial = in_steps.add(_any(in_steps), 0, 9, {}, begun)
            in_steps.begin_job(trial, begun)
            for level in range(1, 10):
                in_steps.add_report(trial, level, value + 0.1 * (9 - level), begun + level)
            in_steps.end_job(trial, Status.COMPLETED, begun + 9.0, 9.0)
        assert latest(in_steps).rate == pytest.approx(latest(at_once).rate, rel=0.1)


def test_outlooks_are_a_function_of_the_history() -> None:
    """Whoever reads all at once comes to what one came to who read each report."""
    values = np.random.default_rng(0).normal(size=60).tolist()
    trials = TrialTable(make_problem())
    cache = Outlooks(trials.problem)
    for value in values:
        add(trials, value)
        step_by_step = list(cache.of(trials))
        assert latest_or_none(trials) == (step_by_step[-1] if step_by_step else None)
    assert step_by_step == Outlooks(trials.problem).of(trials)
    assert len(step_by_step) < 50  # of 60 reports, as they change at milestones


def test_a_beginning_that_becomes_known_later_changes_nothing_that_was_said() -> None:
    trials, values = TrialTable(make_problem(largest=2)), np.random.default_rng(0).normal(size=40).tolist()
    cache, said = Outlooks(trials.problem), []
    for number, value in enumerate(values):
        begun = 10.0 * number
        first, second = (trials.add(_any(trials), 0, 2, {}, begun) for _ in range(2))
        trials.begin_job(first, begun)
        trials.add_report(first, 1, value, begun + 2.0)
        said = list(cache.of(trials))
        trials.begin_job(second, begun + 1.0)  # told only now
        trials.add_report(first, 2, value, begun + 3.0)
        said = list(cache.of(trials))
        for trial in (first, second):
            trials.end_job(trial, Status.COMPLETED, begun + 4.0, 3.0)
    assert said
    assert said == list(Outlooks(trials.problem).of(trials))[: len(said)]


def test_a_search_is_at_rest_when_it_has_been_so_for_a_while() -> None:
    def outlook(effort: float, rate: float) -> Outlook:
        return Outlook(effort, effort, 1.0, 1.0, rate * effort, 1.0, 1.0)

    def little(outlook: Outlook) -> bool:
        return outlook.rate <= 1.0

    calm = [outlook(effort, 0.5) for effort in (65.0, 90.0, 100.0)]
    assert at_rest(calm, little)
    assert not at_rest(calm[1:], little)  # not for long enough
    assert not at_rest([outlook(60.0, 0.5), outlook(85.0, 2.0), calm[-1]], little)
    assert at_rest([outlook(60.0, 2.0), *calm], little)
    assert not at_rest([], little)
