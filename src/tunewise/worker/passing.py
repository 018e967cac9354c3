"""How a script takes its hyperparameters: as flags, as `key=value`, as variables, or in a file.

Everything that becomes part of a command line is made here, piece by piece: no value ever passes through a
shell, or is split again. Pure, and standard library only, as containers on SageMaker use it as well.
"""

from __future__ import annotations

import json
import os
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

TYPE_CHECKING = False  # type checkers know this name; importing it from typing takes 10 ms

if TYPE_CHECKING:
    from typing import Any

NNI = "nni"
FILES = ("json", "yaml", "toml", "config", NNI)
FILE, CHECKPOINT_DIR, OUTPUT_DIR = PLACES = ("file", "checkpoint_dir", "output_dir")
"""What a template may name besides hyperparameters."""

_FIELD = re.compile(r"(\{\{|\}\})|\{([A-Za-z0-9_.][A-Za-z0-9_.-]*)\}")
_FLAG = re.compile(r"--?[^\s={}-][^\s={}]*")
_NEGATIVE = re.compile(r"-[0-9]+|-[0-9]*\.[0-9]+")
"""What argparse takes for a number; -1e-05 isn't one before Python 3.14."""
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN = re.compile(r"[A-Za-z_/][\w/.@%+-]*", re.ASCII)
"""Text that Hydra takes as it is, unless it is one of these words."""
_HYDRA_WORDS = frozenset({"true", "false", "null", "nan", "inf"})


class Passed(NamedTuple):
    """What a job gets. argv: after the script's fixed arguments. file: the content of its file, if any."""

    argv: list[str]
    environment: dict[str, str]
    file: str | None = None


class Passing(NamedTuple):
    """How hyperparameters reach a script.

    style: "flags" (`--name value`), "equals" (`--name=value`), "hydra" (`name=value`), "env" (variables of
    the same names), or one of `FILES`: a file whose path is the last argument. booleans: "text", "lower" or
    "digits" (True, true or 1 as the value), "switch" (`--name` or nothing), "no" (`--name` or `--no-name`).
    "nni" is the protocol by which scripts of NNI take them from their `parameter.cfg`.
    template: arguments with `{name}` where values go, and one of `PLACES` in braces where a path goes. What
    it doesn't name is passed in the style. base: what the file holds besides hyperparameters, which take the
    place of what it has under their names. A value of None is left out, so that the script uses its default,
    and so is a name that a configuration lacks, with the flag in front of it. Only "hydra", "config" and
    "nni" pass None on; "config" is JSON of the configuration as it is.
    """

    style: str = "flags"
    booleans: str = "text"
    template: tuple[str, ...] = ()
    base: Mapping[str, Any] | None = None

    @property
    def names(self) -> frozenset[str]:
        """What the template names."""
        return frozenset(name for piece in self.template for name in _names(piece))

    @property
    def keeps_none(self) -> bool:
        """Whether the script can be told of None, and has to be, as its own default may be another value."""
        return self.style in ("config", "hydra", NNI)

    @property
    def file_name(self) -> str:
        """What the file is called, if there is one."""
        return "parameter.cfg" if self.style == NNI else f"hyperparameters.{self.style}"

    def passed(self, arguments: Mapping[str, object], places: Mapping[str, str]) -> Passed:
        """places: a path for each of `PLACES`."""
        values = {name: value for name, value in arguments.items() if value is not None or self.keeps_none}
        argv = self._laid_out({**places, **values})
        rest = {name: value for name, value in values.items() if name not in self.names}
        if self.style == NNI:
            return Passed(argv, _nni(places), written(NNI, rest, {}))
        if self.style in FILES:
            argv += [] if FILE in self.names else [places[FILE]]
            return Passed(argv, {}, written(self.style, rest, self.base or {}))
        if self.style == "env":
            return Passed(argv, {name: self._text(value) for name, value in rest.items()})
        for name, value in rest.items():
            is_hydra = self.style == "hydra"
            argv += [f"{name}={self._text(value)}"] if is_hydra else self._flag(f"--{name}", value)
        return Passed(argv, {})

    def _laid_out(self, values: Mapping[str, object]) -> list[str]:
        argv: list[str] = []
        for flag, piece in self._pairs():
            names = _names(piece)
            if not all(name in values for name in names):
                continue
            if flag and piece == f"{{{names[0]}}}":
                argv += self._flag(flag, values[names[0]], separate=True)
            else:
                filled = _FIELD.sub(lambda found: self._filled(found, values), piece)
                argv += _with_value(flag, filled) if flag else [filled]
        return argv

    def _pairs(self) -> Iterator[tuple[str, str]]:
        """The pieces of the template, each with the flag in front of it, if that waits for its value."""
        flag = ""
        for piece in self.template:
            names = _names(piece)
            taken = flag if names and not piece.startswith("-") else ""
            if flag and not taken:
                yield "", flag
            if not names and _FLAG.fullmatch(piece):
                flag = piece
                continue
            yield taken, piece
            flag = ""
        if flag:
            yield "", flag

    def _filled(self, found: re.Match[str], values: Mapping[str, object]) -> str:
        return found[1][0] if found[1] else self._text(values[found[2]])

    def _flag(self, flag: str, value: object, separate: bool = False) -> list[str]:
        """separate: even if the style writes `--name=value`."""
        if isinstance(value, bool) and self.booleans == "switch":
            return [flag] if value else []
        if isinstance(value, bool) and self.booleans == "no":
            return [flag if value else f"--no-{flag.lstrip('-')}"]
        text = self._text(value)
        joined = self.style == "equals" and not separate
        return [f"{flag}={text}"] if joined else _with_value(flag, text)

    def _text(self, value: object) -> str:
        if isinstance(value, bool) and self.booleans in ("lower", "digits"):
            return str(value).lower() if self.booleans == "lower" else str(int(value))
        return _hydra(structured(value)) if self.style == "hydra" else str(value)


def _nni(places: Mapping[str, str]) -> dict[str, str]:
    """The variables by which the package nni, 2 or 3, finds what NNI's trials get, and writes what they
    tell."""
    folder = os.path.dirname(places[FILE])
    trial = places[CHECKPOINT_DIR].encode()  # the same in all jobs of a trial
    return {
        "NNI_PLATFORM": "local",
        "NNI_SYS_DIR": folder,
        "NNI_OUTPUT_DIR": folder,
        "NNI_EXP_ID": "tunewise",
        "NNI_TRIAL_JOB_ID": f"{zlib.crc32(trial):08x}",
        "NNI_TRIAL_SEQ_ID": "0",
        "MULTI_PHASE": "false",
    }


def nni_metrics(places: Mapping[str, str]) -> str:
    """The file in which the package nni writes what a trial tells."""
    return os.path.join(os.path.dirname(places[FILE]), ".nni", "metrics")


FLAGS = Passing()
"""How most scripts take hyperparameters."""


def _with_value(flag: str, text: str) -> list[str]:
    """A flag and its value; in one piece if the value begins with a hyphen, and would look like a flag."""
    is_short = not flag.startswith("--")
    if not text.startswith("-") or (is_short and _NEGATIVE.fullmatch(text)):
        return [flag, text]
    return [flag + "=" * (not is_short or len(flag) > 2) + text]


def _names(piece: str) -> list[str]:
    return [name for _, name in _FIELD.findall(piece) if name]


def to_flags(arguments: Mapping[str, object]) -> list[str]:
    """Arguments as most scripts take them: `--name value`, without those that are None."""
    return FLAGS.passed(arguments, {}).argv


def encoded(value: object) -> str:
    """A value as text from which `decoded` makes the same value: what is no text, and text that looks like
    something else, in JSON."""
    text = value if isinstance(value, str) else json.dumps(value)
    return json.dumps(text) if isinstance(value, str) and decoded(text) != text else text


def decoded(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


# ---- files ----------------------------------------------------------------------------------------------


_COLON, _EQUALS = ": ", " = "


def nested(arguments: Mapping[str, object]) -> dict[str, Any]:
    """A table of tables: each dot in a name leads into one. Raises ValueError if a name is a value and a
    table."""
    tables: dict[str, Any] = {}
    for name, value in arguments.items():
        *path, last = name.split(".")
        table: Any = tables
        for key in path:
            table = table.setdefault(key, {})
            if not isinstance(table, dict):
                break
        if not isinstance(table, dict) or last in table:
            raise ValueError(f"In a file {name!r} would be a value and a table: rename one of the two.")
        table[last] = structured(value)
    return tables


def flat(tables: Mapping[str, Any], separator: str = ".") -> Iterator[tuple[str, Any]]:
    """The inverse of `nested`: what is in tables, under the names that lead there."""
    for name, value in tables.items():
        if isinstance(value, dict) and value:
            yield from ((f"{name}{separator}{inner}", found) for inner, found in flat(value, separator))
        else:
            yield name, value


def structured(value: object) -> Any:  # noqa: ANN401 - JSON may be anything
    """The list or object of a text that is one in JSON; any other value as it is."""
    if isinstance(value, str) and value[:1] in ("[", "{"):
        found = decoded(value)
        return found if isinstance(found, (list, dict)) else value
    return value


def merged(base: Mapping[str, Any], tables: Mapping[str, Any]) -> dict[str, Any]:
    """The base with what other tables have in its place, table by table."""
    found = dict(base)
    for key, value in tables.items():
        both = isinstance(value, dict) and isinstance(found.get(key), dict)
        found[key] = merged(found[key], value) if both else value
    return found


def written(style: str, arguments: Mapping[str, object], base: Mapping[str, Any]) -> str:
    """The content of a file. Raises ValueError as `nested` does."""
    if style == "config":
        return json.dumps({name: structured(value) for name, value in arguments.items()}, indent=2) + "\n"
    tables = merged(base, nested(arguments))
    if style == NNI:
        tables = {"parameter_id": 0, "parameter_source": "algorithm", "parameters": tables}
    if style in ("json", NNI):
        return json.dumps(tables, indent=2) + "\n"
    return "".join(f"{line}\n" for line in (_yaml(tables) if style == "yaml" else _toml(tables)))


def _yaml(table: Mapping[str, Any], margin: str = "") -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, dict) and value:
            yield f"{margin}{_quoted(key)}:"
            yield from _yaml(value, margin + "  ")
        else:
            yield f"{margin}{_quoted(key)}: {_item(value, _COLON)}"
    if not table and not margin:
        yield "{}"


def _toml(table: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """With dotted keys, so that the order of keys and tables doesn't matter."""
    for key, value in table.items():
        name = path + _key(key)
        if isinstance(value, dict) and value:
            yield from _toml(value, f"{name}.")
        else:
            yield f"{name} = {_item(value, _EQUALS)}"


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _quoted(key)


def _item(value: object, colon: str) -> str:
    """A value in YAML's flow style or, with another colon, in TOML, whose other symbols are the same."""
    if isinstance(value, list):
        return f"[{', '.join(_item(item, colon) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_quoted(key)}{colon}{_item(item, colon)}' for key, item in value.items())}}}"
    if isinstance(value, str):
        return _quoted(value)
    if value is None and colon == _EQUALS:
        raise ValueError("TOML has no null: leave it out of the choices, or pass another kind of file.")
    if isinstance(value, float) and value - value != 0.0:
        return f"{'-' * (value < 0)}{'.' * (colon == _COLON)}{'nan' if value != value else 'inf'}"
    if isinstance(value, float):
        mantissa, exponent, power = repr(value).partition("e")
        # without the dot it is text for readers of YAML 1.1, such as PyYAML
        return f"{mantissa}{'.0' * ('.' not in mantissa)}{exponent}{power}"
    return json.dumps(value)


def _quoted(text: str) -> str:
    """In double quotes and ASCII, with the escapes that YAML and TOML share."""
    return f'"{"".join(map(_character, text))}"'


def _character(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if " " <= character <= "~":
        return character
    return f"\\u{ord(character):04x}" if character <= "\uffff" else f"\\U{ord(character):08x}"


# ---- Hydra ----------------------------------------------------------------------------------------------


def _hydra(value: object) -> str:
    """A value in the grammar of Hydra's overrides."""
    if isinstance(value, list):
        return f"[{','.join(map(_hydra, value))}]"
    if isinstance(value, dict):
        return f"{{{','.join(f'{key}:{_hydra(item)}' for key, item in value.items())}}}"
    if value is None:
        return "null"
    if isinstance(value, str) and not (_PLAIN.fullmatch(value) and value.lower() not in _HYDRA_WORDS):
        # backslashes count only in front of a quote
        inner = re.sub(r"(\\*)('|$)", lambda found: 2 * found[1] + (found[2] and "\\'"), value)
        return f"'{inner}'"
    return str(value)
