"""How a script that can't be changed takes its hyperparameters and tells its metrics: the settings of all
back ends for it."""

from __future__ import annotations

import json
import logging
import os
import re
import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, Literal, get_args

import msgspec

from tunewise.backends.base import BackendError
from tunewise.options import Option
from tunewise.problem import Problem
from tunewise.space import Config
from tunewise.space.finite import Choice, Ordinal
from tunewise.worker.metrics import Sought, checked_pattern, source_of
from tunewise.worker.passing import (
    CHECKPOINT_DIR,
    FILE,
    FILES,
    NNI,
    OUTPUT_DIR,
    PLACES,
    Passed,
    Passing,
    nested,
    written,
)

logger = logging.getLogger(__name__)

PassAs = Literal["flags", "equals", "hydra", "env", "json", "yaml", "toml", "config", "nni"]
Booleans = Literal["text", "lower", "digits", "switch", "no"]
RunIn = Literal["folder", "output_dir", "checkpoint_dir"]

LONGEST_ARGUMENT = 32 * 4096  # bytes with the terminating zero: the kernel's MAX_ARG_STRLEN

_SHELL = {name: f"\0{name}\0" for name in PLACES}
"""Stands for paths in a command until each becomes a variable of the shell; no argument can have it."""
_OURS = "TUNEWISE_"


@dataclass(frozen=True, kw_only=True)
class ScriptInterface:
    """How a script takes its hyperparameters and tells its metrics.

    pass_as: "flags" (`--name value`), "equals" (`--name=value`), "hydra" (`name=value`), "env" (variables of
        the same names), or "json", "yaml" or "toml": a file whose path is the last argument, in which each
        dot of a name leads into a table; or "config": such a file with the configuration as it is, in JSON
        with null and names with dots, as `tunewise.tune` passes it; or "nni", as scripts of NNI take them by
        `nni.get_next_parameter()`, whose results are then read, too.
    base_config: a file in JSON, YAML or TOML with what the script's file needs besides hyperparameters.
    base: its content, as it was when the experiment began.
    booleans: what becomes of True and False: "text" (`--name True`), "lower" (`true`), "digits" (`1`),
        "switch" (`--name` or nothing, as argparse's `store_true` takes it), "no" (`--name` or `--no-name`).
        None is "text", with a warning, as many scripts read any text as True. Files have booleans of their
        own.
    template: arguments with `{name}` where values go, such as "-l {lr} --config {file}", split as a shell
        would, once. What it doesn't name is passed as `pass_as` says. `{file}`, `{checkpoint_dir}` (kept for
        the next job of the trial) and `{output_dir}` (of this job alone) are paths. A value that isn't there
        is left out together with the flag in front of it.
    metric_patterns: regular expressions by metric, which find values in what the script prints: in the group
        `value`, or the first one without a name. Other named groups are reported under their names. A line
        with the problem's metric makes a report, together with what the other patterns found last.
    metrics_from: "syne-tune", for the lines that its `Reporter` prints, or a file that the script writes: a
        CSV with a header ("log.csv"), an object of JSON a line ("log.jsonl"), or "tensorboard:FOLDER". A path
        may begin with {output_dir} or {checkpoint_dir}, and is else relative to the script's folder. Each row
        with the metric makes a report; in event files the level is `step`.
    count_from: what the script calls its first level: 0 or 1. Its reports count from 1.
    run_in: "folder", where all jobs run by default, or for scripts that write to fixed places "output_dir" or
        "checkpoint_dir". The script's own folder stays the first in which it finds modules.
    """

    pass_as: Annotated[
        PassAs,
        Option(
            "How the script takes hyperparameters: --name value, --name=value, Hydra's name=value, variables "
            "of the environment, or a file whose path is the last argument; config is JSON with null and "
            "without nesting, and nni is for scripts of NNI."
        ),
    ] = "flags"
    base_config: Annotated[
        str | None,
        Option(
            "A file (JSON, YAML or TOML) with everything else that the script's file needs.",
            metavar="FILE",
            path=True,
        ),
    ] = None
    base: Mapping[str, Any] | None = None
    booleans: Annotated[
        Booleans | None,
        Option(
            "How it takes booleans: as True, true or 1, as --name or nothing, as --name or --no-name.",
            default_text="text",
        ),
    ] = None
    template: Annotated[
        str,
        Option(
            "Arguments in another form, such as '-l {lr} --config {file}'. Besides hyperparameters there are "
            "{file}, {checkpoint_dir} and {output_dir}. What isn't named is passed as --pass-as says.",
            metavar="TEMPLATE",
            flag="args",
        ),
    ] = ""
    metric_patterns: Annotated[
        Mapping[str, str],
        Option(
            "A regular expression for what the script prints, such as val_acc='epoch (?P<epoch>\\d+).* acc "
            "(?P<value>[0-9.]+)', if it doesn't report itself.",
            metavar="NAME=REGEX",
            flag="metric_pattern",
        ),
    ] = field(default_factory=dict)
    metrics_from: Annotated[
        str,
        Option(
            "Where else its metrics are: syne-tune, or a file that it writes, such as {output_dir}/log.csv, "
            "log.jsonl or tensorboard:{output_dir}.",
            metavar="PLACE",
        ),
    ] = ""
    count_from: Annotated[
        Literal[0, 1], Option("What the script calls its first epoch or step, if others read its metrics.")
    ] = 1
    run_in: Annotated[
        RunIn,
        Option(
            "Where a job runs: in the folder of all jobs, or, if the script writes to fixed places, in a "
            "folder of its own or of its trial.",
        ),
    ] = "folder"

    def check_interface(self) -> None:
        """Raises ValueError for settings that mean nothing."""
        given = (("pass_as", PassAs), ("booleans", Booleans), ("run_in", RunIn))
        for name, kind in given:
            value = getattr(self, name)
            if value not in (*get_args(kind), *([None] if kind is Booleans else [])):
                raise ValueError(f"{name} is {value!r}: give one of {', '.join(map(repr, get_args(kind)))}.")
        if self.base_config is not None and self.base is None:
            object.__setattr__(self, "base", _content(self.base_config))  # the class is frozen
        if self.base is not None:
            self._check_base(self.base)
        if not isinstance(self.template, str):
            raise ValueError(f"template is {self.template!r}: give one text, such as '-l {{lr}}'.")
        try:
            named = self.passing.names
        except ValueError as error:
            raise ValueError(f"template is {self.template!r}, which no shell could split: {error}.") from None
        if self.count_from not in (0, 1):
            raise ValueError(f"count_from is {self.count_from!r}: give 0 or 1.")
        for key, pattern in self.metric_patterns.items():
            checked_pattern(key, pattern)
        if self.metrics_from and source_of(self.metrics_from)[0] == NNI != self.pass_as:
            raise ValueError("metrics_from is nni, whose results need pass_as nni: give that alone.")
        if FILE in named and self.pass_as not in FILES:
            raise ValueError("The template names {file}, which needs pass_as json, yaml or toml.")

    @cached_property
    def passing(self) -> Passing:
        return Passing(self.pass_as, self.booleans or "text", tuple(shlex.split(self.template)), self.base)

    def _check_base(self, base: Mapping[str, Any]) -> None:
        if self.pass_as not in ("json", "yaml", "toml"):
            raise ValueError(
                "base_config needs a file that the script takes: add pass_as json, yaml or toml."
            )
        try:
            written(self.pass_as, {}, base)
        except (TypeError, ValueError) as error:
            raise ValueError(f"base_config can't be written as {self.pass_as.upper()}: {error}") from None

    @property
    def sought(self) -> Sought | None:
        """Where to look for metrics; None if the script reports itself."""
        place = self.metrics_from or (NNI if self.pass_as == NNI else "")
        return (
            Sought(dict(self.metric_patterns), place, self.count_from)
            if self.metric_patterns or place
            else None
        )

    @property
    def named_folders(self) -> list[str]:
        """Those of the places that are folders and that a job needs."""
        needed = {*self.passing.names, self.run_in}
        return [name for name in (CHECKPOINT_DIR, OUTPUT_DIR) if name in needed]

    def check_files(self, workers: int) -> None:
        """Raises `BackendError` if jobs that run at the same time in one folder would write the same file."""
        _, path = source_of(self.metrics_from) if self.metrics_from else ("", "")
        own = self.run_in != "folder" and not os.path.isabs(path)
        if path and workers > 1 and not own and not any(f"{{{name}}}" in path for name in PLACES):
            raise BackendError(
                f"Jobs that run at the same time would all write {path}: give each a folder of its own by "
                "run_in output_dir, or pass {output_dir} to the script and name it in metrics_from as well."
            )

    def check_problem(self, problem: Problem) -> None:
        """Raises ValueError if not all hyperparameters of a problem can be passed so. Warns of booleans that
        a script may read as other than they are."""
        limit = () if problem.max_resource_arg is None else (problem.max_resource_arg,)
        known = dict.fromkeys((*problem.space.domains, *problem.space.constants, *limit))
        named = self.passing.names
        for name in sorted(named):
            if name in known and name in PLACES:
                raise ValueError(f"{{{name}}} of the template is a path: rename the hyperparameter {name!r}.")
            if name not in known and name not in PLACES:
                raise ValueError(
                    f"{{{name}}} of the template is no hyperparameter: add it to the space, or write "
                    f"{{{{{name}}}}} for the text itself."
                )
        rest = [name for name in known if name not in named]
        if self.pass_as in FILES and self.pass_as != "config":
            nested(dict.fromkeys(rest))
            self._warn_of_new_names(rest)
        for name in rest if self.pass_as == "env" else ():
            if name.startswith(_OURS):
                raise ValueError(f"{name} is a variable of Tunewise: rename the hyperparameter.")
        if self.metric_patterns and not self.metrics_from:
            self._check_patterns(problem)
        self._warn(problem, [name for name in known if name in named or self.pass_as not in FILES])

    def _check_patterns(self, problem: Problem) -> None:
        patterns = {key: checked_pattern(key, text) for key, text in self.metric_patterns.items()}
        if problem.metric not in patterns:
            raise ValueError(
                f"There are patterns for {', '.join(map(repr, patterns))}, and none for the metric "
                f"{problem.metric!r}: add one, or name the metric as a pattern does."
            )
        found = {*patterns, *(group for pattern in patterns.values() for group in pattern.groupindex)}
        resource = problem.resource_attr
        if resource is not None and resource not in found:
            raise ValueError(
                f"No pattern finds {resource!r}, which counts the resource: name a group so, as in "
                f"(?P<{resource}>[0-9]+), or leave the resource out: then the n-th report is level n."
            )

    def _warn_of_new_names(self, names: Sequence[str]) -> None:
        new = [name for name in names if self.base is not None and not _has(self.base, name)]
        if new:
            logger.warning("What the base configuration lacks is added to it: %s.", ", ".join(new))

    def _warn(self, problem: Problem, names: Sequence[str]) -> None:
        entries = {**problem.space.domains, **problem.space.constants}
        false = [name for name in names if _may_be_false(entries.get(name))]
        if false and self.booleans is None and self.pass_as != "hydra":
            logger.warning(
                "%s reaches the script as the text True or False, and argparse's type=bool reads any text as "
                "True: choose switch or no as booleans (--booleans) for a flag, or text if the script reads "
                "the text.",
                ", ".join(false),
            )

    def in_shell(self, folder: str, argv: Sequence[str], arguments: Config, prefix: str = "") -> str:
        """A command for a shell that does what a job with these arguments does. argv: without them. prefix: a
        command in front of it."""
        inside = {FILE: f"{_SHELL[FILE]}/{self.passing.file_name}"} if self.pass_as == NNI else {}
        passed = self.passing.passed(arguments, {**_SHELL, **inside})
        variables = [f"{name}={value}" for name, value in passed.environment.items()]
        words = [*map(_quoted, ["env", *variables] if variables else []), *([prefix] if prefix else [])]
        words += map(_quoted, (*argv, *passed.argv))
        place = shlex.quote(folder) if self.run_in == "folder" else f'"${self.run_in}"'
        return " && ".join([*self._made(passed), f"cd {place}", " ".join(words)])

    def _made(self, passed: Passed) -> Iterator[str]:
        """Commands that make what the arguments name."""
        for name in self.named_folders:
            yield f"{name}=$(mktemp -d)"
        if passed.file is not None:
            in_folder = self.pass_as == NNI
            yield f"{FILE}=$(mktemp {'-d' if in_folder else f'--suffix=.{self.pass_as}'})"
            path = f"${FILE}/{self.passing.file_name}" if in_folder else f"${FILE}"
            yield f'printf %s {shlex.quote(passed.file)} > "{path}"'


def check_arguments(argv: Sequence[str]) -> None:
    """Raises `BackendError` if a command line is too long for the kernel."""
    sizes = [len(os.fsencode(text)) + 1 for text in argv]
    if max(sizes) > LONGEST_ARGUMENT:
        raise BackendError(
            f"An argument of the script has {max(sizes) - 1:,} bytes, and Linux allows at most "
            f"{LONGEST_ARGUMENT - 1:,}: put it into a file, and give the script its path."
        )
    if sum(sizes) > os.sysconf("SC_ARG_MAX") // 2:  # the rest is for the environment and for pointers
        raise BackendError(
            f"The arguments of the script have {sum(sizes):,} bytes, which is more than Linux allows: put "
            "them into a file, and give the script its path."
        )


def _content(path: str) -> dict[str, Any]:
    """The tables in a file, in JSON's types. Raises ValueError."""
    read = _READERS.get(os.path.splitext(path)[1].lower())
    if read is None:
        raise ValueError(f"base_config is {path!r}: give a file that ends in .json, .yaml, .yml or .toml.")
    try:
        with open(path, "rb") as file:
            content = read(file.read())
        # dates become texts, and YAML's keys must be texts
        plain = json.loads(json.dumps(content, default=str))
    except ImportError:
        raise ValueError(f"{path} needs PyYAML: pip install pyyaml, or give JSON or TOML.") from None
    except (OSError, ValueError, TypeError, RecursionError) as error:
        raise ValueError(f"{path} can't be read: {error}.") from None
    if not isinstance(plain, dict):
        raise ValueError(f"{path} holds no table of settings, but {type(plain).__name__}.")
    return plain


def _yaml(data: bytes) -> object:
    """With 1e-5 as a number, as YAML 1.2 and OmegaConf read it; for PyYAML it is text."""
    import yaml  # type: ignore[import-untyped]

    class Loader(yaml.SafeLoader):  # type: ignore[misc]
        pass

    Loader.add_implicit_resolver("tag:yaml.org,2002:float", _EXPONENT, [*"-+.0123456789"])
    try:
        return yaml.load(data, Loader)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None


_EXPONENT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)[eE][-+]?[0-9]+\Z")

_READERS: Mapping[str, Callable[[bytes], object]] = {
    ".json": json.loads,
    ".yaml": _yaml,
    ".yml": _yaml,
    ".toml": msgspec.toml.decode,
}


def _has(base: Mapping[str, Any], name: str) -> bool:
    found: Any = base
    for key in name.split("."):
        if not isinstance(found, Mapping) or key not in found:
            return False
        found = found[key]
    return True


def _may_be_false(entry: object) -> bool:
    values = entry.values if isinstance(entry, (Choice, Ordinal)) else (entry,)
    return any(value is False for value in values)


def _quoted(word: str) -> str:
    """A word of a command, with variables for the paths in it."""
    parts = word.split("\0")
    texts = [f'"${part}"' if number % 2 else part and shlex.quote(part) for number, part in enumerate(parts)]
    return "".join(texts) or "''"
