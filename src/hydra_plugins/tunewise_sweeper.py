"""Hydra's sweeper `tunewise` (docs/scripts.md). Hydra imports this module whenever an app starts, and so it
imports nothing of Tunewise before there is something to tune."""

from __future__ import annotations

from hydra.core.config_store import ConfigStore
from hydra.plugins.sweeper import Sweeper
from hydra.types import HydraContext, TaskFunction
from omegaconf import DictConfig, OmegaConf

_DEFAULTS = {"_target_": f"{__name__}.TunewiseSweeper", "metric": "value", "mode": "min", "params": {}}
_ANY_KEY = {"struct": False}  # `sweep` checks the others, which are declared in one place only

ConfigStore.instance().store(
    group="hydra/sweeper",
    name="tunewise",
    node=OmegaConf.create(_DEFAULTS, flags=_ANY_KEY),
    provider="tunewise",
)


class TunewiseSweeper(Sweeper):
    """Tunes an app of Hydra: each trial is a process of its own, which pauses and goes on. settings: the keys
    of a file of `tunewise run`, and params: what is tuned, as `Dict[str, str]`."""

    def __init__(self, **settings: object) -> None:
        self._settings = settings

    def setup(self, *, hydra_context: HydraContext, task_function: TaskFunction, config: DictConfig) -> None:
        self.hydra_context, self.config = hydra_context, config

    def sweep(self, arguments: list[str]) -> None:
        from tunewise.integrations.hydra_sweep import sweep

        settings = OmegaConf.to_container(OmegaConf.create(self._settings), resolve=True)
        sweep(settings, arguments, self.config, self.hydra_context)
