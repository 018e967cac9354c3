"""Which hyperparameters matter, for the view of parameters. Needs NumPy: it is imported when it is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tunewise.display import insight
from tunewise.engine.state import State
from tunewise.models.importance import Importance, comparison, weighed


def gathered(state: State) -> Callable[[], dict[str, Any]]:
    """Takes from a state what is to be weighed; what it returns does that, while the state may change."""
    compared, problem = comparison(state.trials), state.trials.problem
    configs = [state.trials[trial_id].config for trial_id in compared.ids]

    def view() -> dict[str, Any]:
        importance = Importance(compared, weighed(compared, configs, problem.space))
        return {
            "compared": insight.compared(importance, problem),
            "rows": [
                {
                    "name": each.name,
                    "share": each.share,
                    "low": each.low,
                    "high": each.high,
                    "matters": each.matters,
                    "text": insight.mattered(each),
                    "lies": insight.good_region(each, importance, problem),
                }
                for each in importance.findings
            ],
        }

    return view
