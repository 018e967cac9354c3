"""The flagship: spends a worker's time where it promises the largest improvement per second."""

import logging
import math
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import NamedTuple

import numpy as np

from tunewise.arrays import Array, Indices
from tunewise.models.codec import Codec
from tunewise.models.costs import CostModel, Costs
from tunewise.models.curves import CurveFit, CurveForecasts, CurveModel
from tunewise.models.gp_models import LossForecast
from tunewise.models.levels import check_levels, last_milestone
from tunewise.models.observations import failed_ids, unfinished_ids
from tunewise.models.prospects import LONG, LongTrialModel, PerSecond, Prospects, TrialProspect
from tunewise.problem import Problem, largest_resource
from tunewise.schedulers.base import (
    CONTINUE,
    Decision,
    Exhausted,
    Judgement,
    Resume,
    Scheduler,
    Start,
    Verdict,
    Wait,
)
from tunewise.schedulers.rungs import reached
from tunewise.searchers.base import Searcher
from tunewise.searchers.untried import Pick, Untried, with_prediction
from tunewise.space import Value
from tunewise.surrogates.acquisition import Acquisition, LogEI, Predictor
from tunewise.surrogates.curve_gp import CurvePredictor
from tunewise.surrogates.optimiser import refined_points, sampled_points
from tunewise.surrogates.threads import one_thread
from tunewise.trial import Status, Trial, Trials

Why = dict[str, Value]

_LOG = logging.getLogger(__name__)

FULL = "full training"
"""The kind of reason of a trial that runs to its end. All others pause when an alternative promises more."""

_MAX_COMPARED = 12  # paused trials whose rates are computed
_REFRESH_SHARE = 30  # alternatives are computed again after this share, 1 / 30, more of reports
_BLOCK = 16  # rates that are computed together
_FRESH = 20  # new configurations whose rates are told anew before a trial is paused for one


class Wise(Scheduler):
    """Continues a trial, pauses it, resumes another or starts a new one, by the improvement per second that a
    model of all learning curves and their costs expects.

    A trial runs until, at one of some levels, a paused trial or a new configuration promises a higher rate,
    start-up included. New configurations are chosen for their improvement at the end of training, taking
    unfinished trials into account. Two safeguards limit the greed: now and then a trial is random, and a
    share of all workers' time goes into full trainings of configurations that a second model chooses, which
    only sees long trainings.

    searcher: proposes the first trials and the random ones.
    initial: trials that start before the model is used; at least 1. given: configurations that the searcher
        proposes before all others; at least 0.
    random: the probability that a free worker starts a random trial, from 0 to 1.
    full: the share of workers' time for full trainings, from 0 to 1; more if first reports take long.

    Raises `ProblemError` if the problem has no max_resource, `ValueError` for an argument out of its range.
    """

    def __init__(
        self,
        problem: Problem,
        searcher: Searcher,
        initial: int = 4,
        random: float = 0.1,
        full: float = 0.5,
        given: int = 0,
    ) -> None:
        super().__init__(problem, searcher)
        self._largest = largest_resource(problem, "wise")
        if initial < 1:
            raise ValueError(f"initial is {initial}: at least 1 trial starts before there is a model.")
        for name, share in (("random", random), ("full", full)):
            if not 0.0 <= share <= 1.0:
                raise ValueError(f"{name} is {share}: it is a share, from 0 to 1.")
        self._initial, self._random, self._full = max(initial, given), random, full
        self._codec = Codec(problem.space)
        self._model = CurveModel(problem, self._codec)
        self._levels = check_levels(self._model.grid)
        self._level_indices = np.searchsorted(self._model.grid, self._levels, side="right") - 1
        self._long_trials = LongTrialModel(self._codec)
        self._untried = Untried(problem, self._codec, refined_points)
        self._untried_full = Untried(problem, self._codec)
        self._costs = CostModel(self._codec)
        self._latest_alternatives: tuple[Trials, int, _Alternatives] | None = None

    # ---- a worker is free -------------------------------------------------------------------------------

    @one_thread()
    def next(self, trials: Trials, rng: np.random.Generator) -> Decision:
        if len(trials) < self._initial:
            return self._at_random(trials, rng, {"kind": "initial design"})
        if rng.random() < self._random:
            return self._at_random(trials, rng, {"kind": "random safeguard"})
        try:
            decision = self._by_model(trials, rng)
        except np.linalg.LinAlgError as error:
            _LOG.warning("The curve model can't be fitted to %d trials: %s", len(trials), error)
            return self._at_random(trials, rng, {"kind": "random", "because": f"there is no model: {error}"})
        because = "there is nothing to learn from yet, or all that the model finds was tried"
        return decision or self._at_random(trials, rng, {"kind": "random", "because": because})

    def _by_model(self, trials: Trials, rng: np.random.Generator) -> Start | Resume | None:
        alternatives = self._alternatives(trials)
        if alternatives is None:
            return None
        table = self._model.table(trials)
        costs = self._costs.now(trials, table.points)
        start = None
        due, owed = self._full_training_is_due(trials, costs)
        if due:
            start = self._full_training(trials, alternatives.prospects.forecasts, costs, rng)
        return start or self._highest_rate(trials, alternatives, costs, owed and due, rng)

    def _highest_rate(
        self,
        trials: Trials,
        alternatives: "_Alternatives",
        costs: Costs,
        full: bool,
        rng: np.random.Generator,
    ) -> Start | Resume | None:
        """The best paused trial or the best new configuration, whichever promises more per second; if `full`,
        the latter, and it runs to its end."""
        forecasts = alternatives.prospects.forecasts
        fit = forecasts.fit
        predictor = self._model.predictor(fit, trials)
        seen = self._best_seen(fit, trials)
        # the value that was seen is easier to improve upon than the one expected of unfinished trials: the
        # search stays close to what is known with the one, and goes further away with the other
        incumbent = min(seen, forecasts.expected_best) if rng.random() < 0.5 else seen
        search = self._per_second(predictor, incumbent, costs)
        pick = self._untried.best(search, trials, rng, alternatives.points)
        new_rate = -math.inf
        if pick is not None:
            now = self._per_second(predictor, seen, costs)(pick.point[None])
            new_rate = alternatives.rate_of_new(pick.point, float(now[0]))
        best = self._best_paused(trials, alternatives)
        if best is not None and best.log_rate > new_rate and not (full and pick):
            why = self._forecast(forecasts, best.row)
            return Resume(int(fit.trials[best.row]), self._largest, why)
        if pick is None:
            return None
        kind = FULL if full else "acquisition"
        why = self._why(kind, pick, LossForecast(predictor, fit.scale, np.array([seen]), pick.point))
        return Start(len(trials), pick.config, self._largest, 0, why)

    def _per_second(self, predictor: Predictor, incumbent: float, costs: Costs) -> PerSecond:
        return PerSecond(LogEI(predictor, np.array([incumbent])), costs, self._largest)

    def _best_seen(self, fit: CurveFit, trials: Trials) -> float:
        """The least loss that was seen, in units of the model."""
        if trials.best is None:
            return fit.best
        return min(fit.best, float(fit.scale.to_units(np.array([self.problem.sign * trials.best.value]))[0]))

    def _full_training(
        self, trials: Trials, forecasts: CurveForecasts, costs: Costs, rng: np.random.Generator
    ) -> Start | None:
        """A new trial that runs to its end, chosen by a model of long trainings only."""
        full = [trial_id for trial_id in unfinished_ids(trials) if _is_full(trials[trial_id])]
        table = self._model.table(trials)
        forecast = self._long_trials.fit(forecasts, table.points, table.latest, full, failed_ids(trials), rng)
        if forecast is None:
            return None
        search = PerSecond(LogEI(forecast.predictor, forecast.incumbents), costs, self._largest)
        pick = self._untried_full.best(search, trials, rng, forecast.best)
        if pick is None:
            return None
        return Start(len(trials), pick.config, self._largest, 0, self._why(FULL, pick, forecast))

    def _why(self, kind: str, pick: Pick, forecast: LossForecast) -> Why:
        """The reason for a new trial; its log EI is that without its costs."""
        value = float(LogEI(forecast.predictor, forecast.incumbents)(pick.point[None])[0])
        return pick._replace(value=value).why(kind, forecast.predictor, forecast.scale, self.problem.sign)

    def _full_training_is_due(self, trials: Trials, costs: Costs) -> tuple[bool, bool]:
        """Whether full trainings, counting unfinished ones whole, had less than their share of time; and
        whether all long trials had, so that the second model may never see enough of them."""
        levels = np.array([trial.level for trial in trials])
        full = np.array([_is_full(trial) for trial in trials])
        pending = np.array(unfinished_ids(trials), dtype=np.intp)
        levels[pending[full[pending]]] = self._largest
        seconds = costs.per_trial * levels
        a_training = float(np.median(costs.per_trial)) * self._largest
        long = int((levels >= LONG * self._largest).sum())
        share = self._share_of_full_trainings()
        owed = bool((long + 1) * a_training < share * seconds.sum())
        seconds[: int(full.argmax())] = 0.0  # before there was a model to choose them, none could be due
        half = 0.5 * a_training
        return bool(seconds[full].sum() + half < share * (seconds.sum() + half)), owed

    def _share_of_full_trainings(self) -> float:
        """`full`, or more where a first report takes more than a quarter of a training: there is less to save
        by a pause then, and where it takes half of it, all trainings are full ones."""
        return min(1.0, self._full * max(1.0, 4.0 * self._costs.table.share_of_look(self._largest)))

    def _at_random(self, trials: Trials, rng: np.random.Generator, why: Why) -> Decision:
        """The searcher's choice. If it has none, the best paused trial."""
        proposal = self.searcher.propose(trials, rng)
        if proposal is not None:
            why = why if proposal.why.get("kind") == "random" else proposal.why
            return Start(len(trials), proposal.config, self._largest, 0, why)
        paused = self._paused(trials)
        if paused:
            best = min(paused, key=lambda trial_id: (self._latest_loss(trials[trial_id]), trial_id))
            return Resume(best, self._largest, {"kind": "all configurations were tried"})
        return Wait() if unfinished_ids(trials) else Exhausted()

    # ---- a trial has reported ---------------------------------------------------------------------------

    def observe(self, trials: Trials, trial: Trial) -> Judgement:
        if _is_full(trial) or trial.level >= self._largest or not self._at_a_check(trial):
            return CONTINUE
        try:
            return self._compared(trials, trial)
        except np.linalg.LinAlgError as error:
            _LOG.warning("Trial %d goes on, as the curve model can't be fitted: %s", trial.id, error)
            return CONTINUE

    @one_thread()
    def _compared(self, trials: Trials, trial: Trial) -> Judgement:
        self._costs.table.update(trials)
        alternatives = self._alternatives(trials) if self._costs.table.separates_launches else None
        if alternatives is None:
            return CONTINUE
        prospect = self._prospect(trials, trial, alternatives)
        if not self._is_outpaced(trials, prospect.log_rate, alternatives):
            return CONTINUE
        why: Why = {"kind": "outpaced", "level": self._largest}
        scale = alternatives.prospects.forecasts.fit.scale
        loss = float(scale.from_units(np.array([prospect.final]))[0])
        return Judgement(Verdict.PAUSE, with_prediction(why, loss, self.problem.sign))

    def _alternatives(self, trials: Trials) -> "_Alternatives | None":
        """What else a worker could do, as of the last milestone of the number of reports."""
        reports = last_milestone(trials.num_reports, _REFRESH_SHARE)
        latest = self._latest_alternatives
        if latest is None or latest[0] is not trials or latest[1] != reports:
            fit = self._model.as_of(trials, reports)
            if fit is None:
                return None
            forecasts = CurveForecasts(fit, self._level_indices, self._largest)
            costs = self._costs.as_of(trials, reports, self._model.past.points)
            prospects = Prospects(forecasts, costs, self._levels)
            self._latest_alternatives = latest = trials, reports, self._alternatives_of(prospects, reports)
        return latest[2]

    def _alternatives_of(self, prospects: Prospects, reports: int) -> "_Alternatives":
        forecasts = prospects.forecasts
        predictor = CurvePredictor(forecasts.fit.posterior)
        search = self._per_second(predictor, forecasts.expected_best, prospects.costs)
        rng = np.random.default_rng(reports)
        points, _ = sampled_points(search, self._codec, rng, forecasts.best_points)
        # a trial that is paused for it must be resumed some time
        later = prospects.costs.overheads.resume
        return _Alternatives(
            prospects,
            self._per_second(predictor, forecasts.fit.best, prospects.costs),
            np.concatenate([forecasts.best_points, points]),
            float(prospects.of_new(points[:1], later)[0]),
            np.argsort(forecasts.hopes, kind="stable"),
        )

    def _is_outpaced(self, trials: Trials, log_rate: float, alternatives: "_Alternatives") -> bool:
        """Whether something else that a worker could do promises more. Otherwise the free worker would resume
        what was paused a moment ago, and pay for a launch."""
        best = self._best_paused(trials, alternatives)
        if best is not None and best.log_rate > log_rate:
            return True
        if alternatives.new_rate <= log_rate or not self._untried.any_left(trials):
            return False
        # others have started since, and may be about to show what the new configuration would
        fit = alternatives.prospects.forecasts.fit
        costs = self._costs.now(trials, self._model.table(trials).points)
        now = self._per_second(self._model.predictor(fit, trials), self._best_seen(fit, trials), costs)
        return float(alternatives.new_rates(now).max()) > log_rate

    def _best_paused(self, trials: Trials, alternatives: "_Alternatives") -> "_Option | None":
        """The best of the most promising paused trials, judged by all that they have reported."""
        fit = alternatives.prospects.forecasts.fit
        position, seen = self._model.table(trials).position, self._best_seen(fit, trials)
        options = []
        for option in alternatives.most_promising(self._paused(trials)):
            trial = trials[int(fit.trials[option.row])]
            if position[trial.id] >= fit.reports:
                key = trial.id, trial.level, seen
                if key not in alternatives.newer:
                    prospect = self._prospect(trials, trial, alternatives, alternatives.resuming)
                    alternatives.newer[key] = prospect.log_rate
                option = option._replace(log_rate=alternatives.newer[key])
            options.append(option)
        return max(options, key=lambda option: option.log_rate, default=None)

    def _prospect(
        self, trials: Trials, trial: Trial, alternatives: "_Alternatives", overhead: float = 0.0
    ) -> TrialProspect:
        """Of a trial, whatever it has reported since the milestone. overhead: seconds before it goes on."""
        self._costs.table.update(trials)
        table, fit = self._model.table(trials), alternatives.prospects.forecasts.fit
        return alternatives.prospects.of_running(
            trial,
            table.points[trial.id],
            table.losses[trial.id],
            float(self._costs.table.per_level()[trial.id]),
            self._best_seen(fit, trials),
            overhead,
        )

    # ---- helpers ----------------------------------------------------------------------------------------

    def _at_a_check(self, trial: Trial) -> bool:
        """Whether its newest report is the first one at or above some level at which trials are compared."""
        before = trial.levels[-2] if len(trial.levels) > 1 else 0
        levels = tuple(self._levels.tolist())
        return reached(levels, trial.level) > reached(levels, before)

    def _paused(self, trials: Trials) -> set[int]:
        """The ids of the trials that can be resumed."""
        paused = trials.having(Status.PAUSED).values()
        return {trial.id for trial in paused if trial.level < self._largest}

    def _latest_loss(self, trial: Trial) -> float:
        return math.inf if trial.level == 0 else float(self.problem.sign * trial.values[-1])

    def _forecast(self, forecasts: CurveForecasts, row: int) -> Why:
        """Why a trial is resumed: its expected final value and its standard deviation."""
        _, variance = forecasts.at(np.array([row]))
        middle, deviation = forecasts.final_mean[row], math.sqrt(float(variance[0, -1, -1]))
        units = middle + deviation * np.array([-1.0, 0.0, 1.0])
        low, loss, high = forecasts.fit.scale.from_units(units).tolist()
        why = with_prediction({"kind": "forecast", "level": self._largest}, loss, self.problem.sign)
        spread = 0.5 * (high - low)
        return {**why, "predicted_std": spread} if math.isfinite(spread) else why


def _is_full(trial: Trial) -> bool:
    return trial.why.get("kind") == FULL


class _Option(NamedTuple):
    """The row of a trial, and the log rate of resuming it."""

    row: int
    log_rate: float


@dataclass(frozen=True, eq=False)
class _Alternatives:
    """What else workers could do as of some report: start the best new configuration at `new_rate`, or
    resume a trial of the model.

    ending: the acquisition of new configurations, upon what was seen by then. points (p, dim): the best
    trials', and the best of these. order: rows of the model, the most promising first. newer: log rates of
    resuming trials that have reported since, by trial, level and the best loss seen.
    """

    prospects: Prospects
    ending: PerSecond
    points: Array
    new_rate: float
    order: Indices
    newer: dict[tuple[int, int, float], float] = field(default_factory=dict)
    _rates: dict[int, Array] = field(default_factory=dict)

    def rate_of_new(self, point: Array, now: float) -> float:
        """Of starting a configuration (dim,), corrected by what is known now of its end: `now`, in place of
        `ending`."""
        return float(self.prospects.of_new(point[None])[0] + now - self.ending(point[None])[0])

    def new_rates(self, now: Acquisition) -> Array:
        """The same of some of the best new configurations, together with what must be resumed later."""
        points, rates, endings = self._new
        return np.asarray(rates + now(points) - endings)

    @cached_property
    def _new(self) -> tuple[Array, Array, Array]:
        points = self.points[len(self.prospects.forecasts.best_points) :][:_FRESH]
        later = self.prospects.costs.overheads.resume
        return points, self.prospects.of_new(points, later), self.ending(points)

    @property
    def resuming(self) -> float:
        """Seconds: a trial has to be resumed now, and the one that is paused for it later."""
        return 2.0 * self.prospects.costs.overheads.resume

    def most_promising(self, paused: set[int]) -> "list[_Option]":
        """Of some trials, with the rates as of the milestone."""
        places = (place for place, trial_id in enumerate(self._ranked) if trial_id in paused)
        some = islice(places, _MAX_COMPARED)
        return [_Option(int(self.order[place]), self._rate(place)) for place in some]

    @cached_property
    def _ranked(self) -> list[int]:
        """The trials in `order`."""
        return list(self.prospects.forecasts.fit.trials[self.order].tolist())

    def _rate(self, place: int) -> float:
        """Of resuming the trial at a place of `order`. Rates are computed in blocks that don't depend on
        which of them are needed, so that they are the same to the last bit."""
        block = place - place % _BLOCK
        if block not in self._rates:
            rows = self.order[block : block + _BLOCK]
            self._rates[block] = self.prospects.of_trials(rows, self.resuming)
        return float(self._rates[block][place - block])
