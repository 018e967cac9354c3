"""How a script that can't be changed takes its hyperparameters: the settings of all back ends for it."""

from __future__ import annotations

import logging
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from tunewise.options import Option
from tunewise.problem import Problem
from tunewise.space import Config
from tunewise.space.finite import Choice, Ordinal
from tunewise.worker.passing import CHECKPOINT_DIR, FILE, FILES, OUTPUT_DIR, PLACES, Passed, Passing, nested

logger = logging.getLogger(__name__)

PassAs = Literal["flags", "equals", "hydra", "env", "json", "yaml", "toml"]
Booleans = Literal["text", "lower", "digits", "switch", "no"]

_SHELL = {name: f"\0{name}\0" for name in PLACES}
"""Stands for paths in a command until each becomes a variable of the shell; no argument can have it."""
_OURS = "TUNEWISE_"


@dataclass(frozen=True, kw_only=True)
class ScriptInterface:
    """How a script takes its hyperparameters.

    pass_as: "flags" (`--name value`), "equals" (`--name=value`), "hydra" (`name=value`), "env" (variables of
        the same names), or "json", "yaml" or "toml": a file whose path is the last argument, in which each
        dot of a name leads into a table.
    booleans: what becomes of True and False: "text" (`--name True`), "lower" (`true`), "digits" (`1`),
        "switch" (`--name` or nothing, as argparse's `store_true` takes it), "no" (`--name` or `--no-name`).
        None is "text", with a warning, as many scripts read any text as True. Files have booleans of their
        own.
    template: arguments with `{name}` where values go, such as "-l {lr} --config {file}", split as a shell
        would, once. What it doesn't name is passed as `pass_as` says. `{file}`, `{checkpoint_dir}` (kept for
        the next job of the trial) and `{output_dir}` (of this job alone) are paths. A value that isn't there
        is left out together with the flag in front of it.
    """

    pass_as: Annotated[
        PassAs,
        Option(
            "How the script takes hyperparameters: --name value, --name=value, Hydra's name=value, variables "
            "of the environment, or a file whose path is the last argument."
        ),
    ] = "flags"
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

    def check_interface(self) -> None:
        """Raises ValueError for settings that mean nothing."""
        for name, value, kind in (("pass_as", self.pass_as, PassAs), ("booleans", self.booleans, Booleans)):
            if value not in (*get_args(kind), *([None] if kind is Booleans else [])):
                raise ValueError(f"{name} is {value!r}: give one of {', '.join(map(repr, get_args(kind)))}.")
        if not isinstance(self.template, str):
            raise ValueError(f"template is {self.template!r}: give one text, such as '-l {{lr}}'.")
        try:
            named = self.passing.names
        except ValueError as error:
            raise ValueError(f"template is {self.template!r}, which no shell could split: {error}.") from None
        if FILE in named and self.pass_as not in FILES:
            raise ValueError("The template names {file}, which needs pass_as json, yaml or toml.")

    @property
    def passing(self) -> Passing:
        return Passing(self.pass_as, self.booleans or "text", tuple(shlex.split(self.template)))

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
        if self.pass_as in FILES:
            nested(dict.fromkeys(rest))
        for name in rest if self.pass_as == "env" else ():
            if name.startswith(_OURS):
                raise ValueError(f"{name} is a variable of Tunewise: rename the hyperparameter.")
        self._warn(problem, [name for name in known if name in named or self.pass_as not in FILES])

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
        passed = self.passing.passed(arguments, _SHELL)
        variables = [f"{name}={value}" for name, value in passed.environment.items()]
        words = [*map(_quoted, ["env", *variables] if variables else []), *([prefix] if prefix else [])]
        words += map(_quoted, (*argv, *passed.argv))
        return " && ".join([f"cd {shlex.quote(folder)}", *self._made(passed), " ".join(words)])

    def _made(self, passed: Passed) -> Iterator[str]:
        """Commands that make what the arguments name."""
        for name in (CHECKPOINT_DIR, OUTPUT_DIR):
            if name in self.passing.names:
                yield f"{name}=$(mktemp -d)"
        if passed.file is not None:
            yield f"{FILE}=$(mktemp --suffix=.{self.pass_as})"
            yield f'printf %s {shlex.quote(passed.file)} > "${FILE}"'


def _may_be_false(entry: object) -> bool:
    values = entry.values if isinstance(entry, (Choice, Ordinal)) else (entry,)
    return any(value is False for value in values)


def _quoted(word: str) -> str:
    """A word of a command, with variables for the paths in it."""
    parts = word.split("\0")
    texts = [f'"${part}"' if number % 2 else part and shlex.quote(part) for number, part in enumerate(parts)]
    return "".join(texts) or "''"
