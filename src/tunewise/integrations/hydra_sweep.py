"""What Hydra's sweeper `tunewise` does: an app and its overrides become an ordinary experiment."""

from __future__ import annotations

import json
import logging
import re
import shlex
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from hydra.core.override_parser.overrides_parser import OverridesParser
from hydra.core.override_parser.types import IntervalSweep, Override, QuotedString, RangeSweep
from hydra.errors import CompactHydraException
from hydra.types import HydraContext
from omegaconf import DictConfig, OmegaConf

from tunewise import space
from tunewise.cli.backend_flags import backend_of
from tunewise.cli.errors import explained, usage
from tunewise.cli.exits import BadUsage
from tunewise.cli.settings import method_of, parse_max_resource, problem_of, settings_of_mapping, tuner_of
from tunewise.engine.policy import StoppingCriterion
from tunewise.functions import changes_of, existing
from tunewise.options import from_flags
from tunewise.results import ExperimentResult
from tunewise.space import Domain
from tunewise.space.text import looks_like_a_domain
from tunewise.tuner import resume_with

logger = logging.getLogger(__name__)

_NOT_OF_JOBS = re.compile(r"[+~]*hydra[./](mode|run|sweep|sweeper|launcher)\b")
_CALLBACK = "+hydra.callbacks.tunewise"
_MODULE = '''\
"""Runs {name} as `python -m` does. Written by Hydra's sweeper tunewise."""
import runpy, sys

sys.path[0] = {folder!r}
runpy.run_module({name!r}, run_name="__main__", alter_sys=True)
'''


def sweep(
    settings: Mapping[str, Any], arguments: Sequence[str], config: DictConfig, context: HydraContext
) -> None:
    """Tunes the app that runs, and writes `optimization_results.yaml` into the folder of the sweep.

    settings: of the sweeper. arguments: the task's overrides. Raises `CompactHydraException`.
    """
    given = dict(settings)
    params, resume = given.pop("params"), given.pop("resume", False)
    folder = Path(config.hydra.sweep.dir).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    OmegaConf.save(config, folder / "multirun.yaml")
    try:
        with explained(), usage():
            checked = settings_of_mapping("hydra.sweeper", given)
            domains, fixed, template = _overrides(params, arguments, context)
            launcher = config.hydra.runtime.choices.get("hydra/launcher")
            if launcher not in (None, "basic"):
                raise BadUsage(f"hydra/launcher={launcher} starts no trials: choose hydra.sweeper.backend.")
            if not domains:
                raise BadUsage("Say what to tune: add an override such as 'lr=interval(0, 1)'.")
            complete = {
                **checked,
                "script": _script(folder),
                "pass_as": "hydra",
                "arguments": [*_of_app(config), *fixed, *_reporting(checked), *checked.get("arguments", ())],
                "args": " ".join([shlex.join(template), checked.get("args", "")]),
                "space": domains,
            }
            result = _run(complete, resume)
    except click.ClickException as error:
        raise CompactHydraException(error.message) from error
    _conclude(result, folder)


def _run(settings: Mapping[str, Any], resume: bool) -> ExperimentResult:
    problem = problem_of(settings)
    if resume and (known := existing(settings.get("name"), problem)) is not None:
        changes = changes_of(known, settings.get("workers"), from_flags(StoppingCriterion, settings))
        return resume_with(known.name, changes, progress=None)
    app = {"script": vars(sys.modules["__main__"]).get("__file__", settings["script"])}
    method = method_of({**settings, **app}, problem)  # which looks into it for checkpoints
    tuner, remark = tuner_of(settings, method, backend_of(settings))
    for line in filter(None, (f"Experiment {tuner.name}", remark)):
        logger.info(line)
    return tuner.run()


def _conclude(result: ExperimentResult, folder: Path) -> None:
    if result.best is None:
        raise CompactHydraException(
            f"No trial reported a value: `tunewise show {result.name}` says what happened."
        )
    found = {
        "name": "tunewise",
        "experiment": result.name,
        "best_params": result.best_config(),
        "best_value": result.best.value,
    }
    OmegaConf.save(OmegaConf.create(found), folder / "optimization_results.yaml")
    logger.info("Best parameters: %s", found["best_params"])
    logger.info("Best value: %s", found["best_value"])
    logger.info("The folders of its jobs: %s", result.paths.folder / "trials")


# ---- what each job is told ------------------------------------------------------------------------------


def _script(folder: Path) -> str:
    """The program that jobs run: the one that runs now. folder: where one for `python -m` may be written."""
    spec = vars(sys.modules["__main__"]).get("__spec__")
    if spec is None:
        return sys.argv[0]
    path = folder / "run_module.py"
    path.write_text(_MODULE.format(name=spec.name.removesuffix(".__main__"), folder=sys.path[0]))
    return str(path)


def _of_app(config: DictConfig) -> Iterator[str]:
    """The arguments that the app itself was given, without those of the sweep."""
    if config.hydra.job.config_name is not None:
        yield f"--config-name={config.hydra.job.config_name}"
    for source in config.hydra.runtime.config_sources:
        flag = {"main": "--config-path", "command-line": "--config-dir"}.get(source.provider)
        if flag is not None and source.schema in ("file", "pkg"):
            yield f"{flag}={'pkg://' * (source.schema == 'pkg')}{source.path}"
    yield "hydra.mode=RUN"
    yield from (override for override in config.hydra.overrides.hydra if not _NOT_OF_JOBS.match(override))


def _reporting(settings: Mapping[str, Any]) -> Iterator[str]:
    """Has what the app returns reported."""
    argument, largest = parse_max_resource(settings.get("max_resource"))
    yield f"{_CALLBACK}._target_=tunewise.integrations.hydra.ReportReturned"
    yield f"{_CALLBACK}.metric='{settings['metric']}'"
    if settings.get("resource") is not None:
        yield f"{_CALLBACK}.resource='{settings['resource']}'"
        yield f"{_CALLBACK}.limit={largest if argument is None else repr(argument)}"


def _overrides(
    params: Mapping[str, Any], arguments: Sequence[str], context: HydraContext
) -> tuple[dict[str, Domain], list[str], list[str]]:
    """The space, the overrides that all jobs have, and a template for the others. params: of the sweeper,
    which those of the command line replace."""
    domains = {key: domain for key, text in params.items() if (domain := _domain(text)) is not None}
    lines = [f"{key}={_text(value)}" for key, value in params.items() if key not in domains]
    keys = {key: key for key in domains}
    fixed: dict[str, str] = {}
    parser = OverridesParser.create(config_loader=context.config_loader)
    for override in parser.parse_overrides([*lines, *arguments]):
        key = override.get_key_element()
        name = re.sub(r"[^\w.-]", ".", key.lstrip("+~"))
        domains.pop(name, None)
        fixed.pop(name, None)
        if override.is_sweep_override():
            domains[name], keys[name] = _swept(override), key
        else:
            fixed[name] = override.input_line or key
    template = [f"{keys[name]}={{{name}}}" for name in domains if keys[name] != name]
    return domains, list(fixed.values()), ["hydra.run.dir={output_dir}", *template]


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _domain(text: object) -> Domain | None:
    """The domain that a text describes as `--space` does; None if it is for Hydra."""
    if not isinstance(text, str) or not looks_like_a_domain(text):
        return None
    try:
        domain = space.parse_domain(text)
    except space.SpaceError:
        if text.startswith("choice"):  # Hydra's, which takes values without brackets
            return None
        raise
    assert isinstance(domain, Domain)
    return domain


def _swept(override: Override) -> Domain:
    """The domain of a sweep, with its values as they will be in the config."""
    swept = override.value()
    if isinstance(swept, IntervalSweep):
        low, high = swept.start, swept.end
        if isinstance(low, int) and isinstance(high, int):
            return (space.lograndint if "log" in swept.tags else space.randint)(low, high)
        return (space.loguniform if "log" in swept.tags else space.uniform)(low, high)
    values = [_plain(value) for value in override.sweep_iterator()]
    if isinstance(swept, RangeSweep) and len(values) > 1:
        values.sort()
        whole = all(isinstance(value, int) for value in values)
        if "log" in swept.tags:
            return space.ordinal(values, "nn-log")
        return space.finrange(values[0], values[-1], len(values), cast_int=whole)
    return space.choice(values)


def _plain(value: Any) -> Any:  # noqa: ANN401 - what a list of Hydra may hold
    if isinstance(value, QuotedString):
        return value.text
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {_plain(key): _plain(item) for key, item in value.items()}
    return value
