"""The flagship: a worker's time goes where it promises the largest improvement per second."""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass, field

import numpy as np

from tunewise.arrays import Places
from tunewise.models.codec import Codec
from tunewise.models.costs import Costs, CostTable
from tunewise.models.curves import CurveModel, CurveView
from tunewise.models.levels import check_levels
from tunewise.models.observations import to_blame, under_way
from tunewise.models.prospects import FinalModel, Prospects
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
from tunewise.searchers.untried import Untried
from tunewise.space import Value
from tunewise.surrogates.acquisition import LogEI
from tunewise.surrogates.linalg import one_thread
from tunewise.surrogates.optimiser import sampled_points
from tunewise.trial import Status, Trial, Trials

Why = dict[str, Value]

_LOG = logging.getLogger(__name__)

FULL = "full training"
"""The kind of reason of a trial that runs to its end; all others race, and pause when others promise more."""

_COMPARED = 12  # paused trials whose rates are worked out
_FRESH = 0.03  # an alternative is worked out anew after this share more of reports,
_FRESH_REPORTS = 4  # and not before so many


class Wise(Scheduler):
    """Decides on the worker that frees, by the rate of improvement per second that a model of all learning
    curves and their costs expects: go on, pause, resume another trial, or start a new one.

    A trial runs until, at one of some levels, a paused trial or a new configuration promises a higher rate
    (start-up counted). New configurations are chosen for their improvement at the end of training, with
    trials under way considered. Two safeguards keep the greed in bounds: now and then a trial is random,
    and a share of all workers' time goes into full trainings of configurations that a second model, of
    results of long trainings alone, chooses.

    searcher: proposes the first trials and the random ones.
    initial: so many trials start before the model is asked; at least 1. given: so many configurations the
        searcher knows of that are to be tried before all others; at least 0.
    random: how often a worker that frees starts a random trial, as a share of all times; from 0 to 1.
    full: the share of workers' time for full trainings, from 0 to 1.

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
        largest = largest_resource(problem, "wise")
        if initial < 1:
            raise ValueError(f"initial is {initial}: at least 1 trial starts before there is a model.")
        for name, share in (("random", random), ("full", full)):
            if not 0.0 <= share <= 1.0:
                raise ValueError(f"{name} is {share}: it is a share, from 0 to 1.")
        self._initial, self._random, self._full = max(initial, given), random, full
        self._largest = largest
        self._codec = Codec(problem.space)
        self._model = CurveModel(problem, self._codec)
        self._levels = check_levels(self._model.grid)
        self._places = np.searchsorted(self._model.grid, self._levels, side="right") - 1
        self._finals = FinalModel(self._codec)
        self._untried = Untried(problem, self._codec, sampled_points)
        self._untried_finals = Untried(problem, self._codec)
        self._costs, self._past_costs = CostTable(), CostTable()
        self._milestones = [0]
        self._alternatives: tuple[Trials, int, _Alternatives] | None = None

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

    def _by_model(self, trials: Trials, rng: np.random.Generator) -> Decision | None:
        fit = self._model.given(trials)
        if fit is None:
            return None
        self._costs.update(trials)
        view = CurveView(fit, self._places, self._largest)
        costs = Costs(self._costs, self._model.table.points, self._codec.columns.places)
        prospects = Prospects(view, costs, self._levels)
        if self._full_share_is_due(trials, prospects.costs):
            start = self._full_training(trials, view, rng)
            if start is not None:
                return start
        return self._highest_rate(trials, prospects, rng)

    def _highest_rate(
        self, trials: Trials, prospects: Prospects, rng: np.random.Generator
    ) -> Start | Resume | None:
        """The best paused trial or the best new configuration, whichever promises more per second."""
        view = prospects.view
        posterior = view.believing(view.fit.rows(under_way(trials)))
        predictor = view.final_predictor(posterior)
        near = view.fit.points[np.argsort(view.final_mean, kind="stable")[:5]]
        # what has been seen is improved upon by more than what is expected of trials to be gone on with: in
        # turns, the search stays closer to what is known, and goes further away
        incumbent = view.expected if rng.random() < 0.5 else view.fit.best
        pick = self._untried.best(LogEI(predictor, np.array([incumbent])), trials, rng, near)
        new_rate = -math.inf
        if pick is not None:
            new_rate = float(prospects.of_new(pick.point[None], posterior)[0])
        rows = self._worth_comparing(view, view.fit.rows(self._paused(trials)))
        if len(rows):
            rates = prospects.of_trials(rows, prospects.costs.overheads.resume)
            best = int(rates.argmax())
            if rates[best] > new_rate:
                trial_id = int(view.fit.trials[rows[best]])
                return Resume(trial_id, self._largest, self._forecast(view, rows[best]))
        if pick is None:
            return None
        why: Why = {"kind": "acquisition", "log_ei": pick.value + math.log(view.fit.scale.unit)}
        loss = view.fit.scale.from_units(predictor.predict(pick.point[None])[0])[0, 0]
        return Start(len(trials), pick.config, self._largest, 0, self._with_prediction(why, float(loss)))

    def _full_training(self, trials: Trials, view: CurveView, rng: np.random.Generator) -> Start | None:
        """A new trial that runs to its end, chosen by what long trainings alone teach."""
        full = [trial_id for trial_id in under_way(trials) if _is_full(trials[trial_id])]
        belief = self._finals.given(view, self._model.table.points, full, to_blame(trials), rng)
        if belief is None:
            return None
        acquisition = LogEI(belief.posterior, belief.incumbents)
        pick = self._untried_finals.best(acquisition, trials, rng, belief.best)
        if pick is None:
            return None
        why: Why = {"kind": FULL, "log_ei": pick.value + math.log(belief.scale.unit)}
        loss = belief.scale.from_units(belief.posterior.predict(pick.point[None])[0].mean(axis=1))[0]
        return Start(len(trials), pick.config, self._largest, 0, self._with_prediction(why, float(loss)))

    def _full_share_is_due(self, trials: Trials, costs: Costs) -> bool:
        """Whether full trainings, those under way counted whole, have had less than their share of time."""
        levels = np.array([trial.level for trial in trials])
        full = np.array([_is_full(trial) for trial in trials])
        pending = np.array(under_way(trials), dtype=np.intp)
        levels[pending[full[pending]]] = self._largest
        seconds = costs.per_trial * levels
        half_a_training = 0.5 * float(np.median(costs.per_trial)) * self._largest
        return bool(seconds[full].sum() + half_a_training < self._full * (seconds.sum() + half_a_training))

    def _at_random(self, trials: Trials, rng: np.random.Generator, why: Why) -> Decision:
        """The searcher's choice; where it has none, what is left to do."""
        proposal = self.searcher.propose(trials, rng)
        if proposal is not None:
            why = why if proposal.why.get("kind") == "random" else proposal.why
            return Start(len(trials), proposal.config, self._largest, 0, why)
        paused = self._paused(trials)
        if paused:
            best = min(paused, key=lambda trial_id: (self._latest_loss(trials[trial_id]), trial_id))
            return Resume(best, self._largest, {"kind": "all configurations were tried"})
        return Wait() if under_way(trials) else Exhausted()

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
        self._costs.update(trials)
        others = self._others(trials) if self._costs.known else None
        if others is None or trials.best is None:
            return CONTINUE
        self._model.table.update(trials)
        table, per_level = self._model.table, self._costs.per_level(trial.id)
        outlook = others.prospects.of_running(
            trial,
            table.points[trial.id],
            table.losses[trial.id],
            per_level,
            self.problem.sign * trials.best.value,
        )
        if outlook.log_rate >= self._highest(others, trials):
            return CONTINUE
        why: Why = {"kind": "outpaced", "level": self._largest}
        loss = float(others.prospects.view.fit.scale.from_units(np.array([outlook.final]))[0])
        return Judgement(Verdict.PAUSE, self._with_prediction(why, loss))

    def _others(self, trials: Trials) -> _Alternatives | None:
        """What else a worker could do, as it was when so many reports had come as the last milestone says."""
        while self._milestones[-1] <= trials.num_reports:
            last = self._milestones[-1]
            self._milestones.append(last + max(_FRESH_REPORTS, int(_FRESH * last)))
        reports = self._milestones[np.searchsorted(self._milestones, trials.num_reports, side="right") - 1]
        known = self._alternatives
        if known is None or known[0] is not trials or known[1] != reports:
            fit = self._model.as_of(trials, reports)
            if fit is None:
                return None
            self._past_costs.update(trials, reports)
            view = CurveView(fit, self._places, self._largest)
            costs = Costs(self._past_costs, self._model.past.points, self._codec.columns.places)
            known = (trials, reports, self._alternatives_of(Prospects(view, costs, self._levels), reports))
            self._alternatives = known
        return known[2]

    def _alternatives_of(self, prospects: Prospects, reports: int) -> _Alternatives:
        view = prospects.view
        near = view.fit.points[np.argsort(view.final_mean, kind="stable")[:5]]
        acquisition = LogEI(view.final_predictor(view.fit.posterior), np.array([view.expected]))
        points, _ = sampled_points(acquisition, self._codec, np.random.default_rng(reports), near)
        # whoever is paused for it must be resumed some time
        later = prospects.costs.overheads.resume
        return _Alternatives(prospects, float(prospects.of_new(points[:1], view.fit.posterior, later)[0]))

    def _highest(self, others: _Alternatives, trials: Trials) -> float:
        """The highest rate of what else can be done now."""
        view = others.prospects.view
        rows = self._worth_comparing(view, view.fit.rows(self._paused(trials)))
        rates = [others.rate_of(row) for row in rows.tolist()]
        if self._untried.any_left(trials):
            rates.append(others.new_rate)
        return max(rates, default=-math.inf)

    # ---- helpers ----------------------------------------------------------------------------------------

    def _at_a_check(self, trial: Trial) -> bool:
        """Whether its newest report is the first one at or above some level of comparison."""
        before = trial.levels[-2] if len(trial.levels) > 1 else 0
        levels = tuple(self._levels.tolist())
        return reached(levels, trial.level) > reached(levels, before)

    def _paused(self, trials: Trials) -> list[int]:
        """The ids of those that can be resumed."""
        paused = trials.having(Status.PAUSED).values()
        return sorted(trial.id for trial in paused if trial.level < self._largest)

    def _worth_comparing(self, view: CurveView, rows: Places) -> Places:
        """The most hopeful of some rows: those that would end best if all went well for them."""
        if len(rows) <= _COMPARED:
            return rows
        own = np.sqrt(np.maximum(view.own.covariances[rows, -1, -1], 0.0))
        hopes = view.final_mean[rows] - 0.5 * own
        return np.sort(rows[np.argsort(hopes, kind="stable")[:_COMPARED]])

    def _latest_loss(self, trial: Trial) -> float:
        return math.inf if trial.level == 0 else float(self.problem.sign * trial.values[-1])

    def _forecast(self, view: CurveView, row: int) -> Why:
        """Why a trial is resumed: where it is expected to end, give or take a standard deviation."""
        _, variance = view.forecasts(np.array([row]))
        middle, deviation = view.final_mean[row], math.sqrt(float(variance[0, -1]))
        low, loss, high = view.fit.scale.from_units(middle + deviation * np.array([-1.0, 0.0, 1.0])).tolist()
        why = self._with_prediction({"kind": "forecast", "level": self._largest}, loss)
        spread = 0.5 * (high - low)
        return {**why, "predicted_std": spread} if math.isfinite(spread) else why

    def _with_prediction(self, why: Why, loss: float) -> Why:
        """With the loss that is predicted, as a value of the metric, if it is a number."""
        return {**why, "predicted": self.problem.sign * loss} if math.isfinite(loss) else why


def _is_full(trial: Trial) -> bool:
    return trial.why.get("kind") == FULL


@dataclass(frozen=True, eq=False)
class _Alternatives:
    """What else workers could do as of some report: start the best new configuration at `new_rate`, or
    resume a trial of the model."""

    prospects: Prospects
    new_rate: float
    _rates: dict[int, float] = field(default_factory=dict)

    def rate_of(self, row: int) -> float:
        """Of resuming the trial in a row of the model. One at a time, so that it is the same to the last bit
        whoever is asked about besides."""
        if row not in self._rates:
            # its own, and that of who is paused for it
            overhead = 2.0 * self.prospects.costs.overheads.resume
            self._rates[row] = float(self.prospects.of_trials(np.array([row]), overhead)[0])
        return self._rates[row]
