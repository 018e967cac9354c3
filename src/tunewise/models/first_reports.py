"""What it costs to look at a configuration: the seconds from a trial's start to its first report."""

from dataclasses import dataclass

import numpy as np

from tunewise.arrays import Array
from tunewise.models.codec import Codec
from tunewise.models.gp_models import CostModel
from tunewise.models.observations import EncodedTrials
from tunewise.surrogates.gp import Posterior
from tunewise.trial import Status, Trial, Trials

LEAST_REPORTED = 3
"""Without this many first reports there is no model."""

SOMEWHERE = 200
"""Random points of the space, always the same, that say what is usual in it."""


@dataclass(frozen=True, eq=False)
class Delay:
    """Predicts how much longer than usual a first report takes, as a logarithm; 0 for what is sooner.

    posterior: of log seconds, in units of `unit` and less some constant. usual: in the same units.
    """

    posterior: Posterior
    usual: float
    unit: float

    def means(self, x: Array) -> Array:
        """(m, 1) at points (m, d)."""
        return self.unit * np.maximum(self.posterior.means(x) - self.usual, 0.0)

    def means_with_gradient(self, x: Array) -> tuple[Array, Array]:
        """The same, and their derivatives (m, 1, d)."""
        mean, slope = self.posterior.means_with_gradient(x)
        beyond = mean - self.usual
        slope = np.where(beyond[..., None] > 0.0, self.unit * slope, 0.0)
        return self.unit * np.maximum(beyond, 0.0), slope


class FirstReportCosts(EncodedTrials):
    """A model of the seconds that first reports take. A cache.

    The median over the space counts as usual. That of the trials wouldn't do: it follows what is proposed. A
    trial that has not reported yet is known to take at least as long as it has run by the latest report of
    any trial; what waits in a queue tells nothing. If that is more than the model expects, the model takes it
    for what the trial costs. Otherwise one worker after the other would begin such a trial, as nothing tells
    what they cost until one is over.
    """

    def __init__(self, codec: Codec) -> None:
        super().__init__(codec)
        self._model = CostModel(codec)
        self._somewhere = codec.sample(np.random.default_rng(0), SOMEWHERE)

    def fit(self, trials: Trials) -> Delay | None:
        """None while there are few reports, or all took equally long. Raises `numpy.linalg.LinAlgError` if it
        can't be fitted."""
        self.update(trials)
        if len(self._seconds) < LEAST_REPORTED:
            return None
        points, seconds = self.points_of(self._seconds), np.array(list(self._seconds.values()))
        cost = self._model.fit(points, seconds)
        if cost is None:
            return None
        trial, index = trials.report(trials.num_reports - 1)
        waited = {
            t.id: trial.times[index] - t.job_of(0).begin
            for t in sorted(trials.having(Status.RUNNING).values(), key=lambda t: t.id)
            if not t.values and not t.queued and t.job_of(0).begin < trial.times[index]
        }
        points, posterior = self.points_of(waited), cost.posterior
        least = (np.log(np.array(list(waited.values()))) - cost.mean) / cost.unit
        slow = least > posterior.means(points)[:, 0]
        if slow.any():
            posterior = posterior.append(points[slow], least[slow][:, None])
        usual = float(np.median(posterior.means(self._somewhere)))
        return Delay(posterior, usual, cost.unit)

    def _reset(self) -> None:
        super()._reset()
        self._seconds: dict[int, float] = {}  # by trial

    def _add_report(self, trial: Trial, index: int) -> None:
        if index == 0 and not trial.elsewhere:
            self._seconds[trial.id] = trial.times[0] - trial.job_of(0).begin
