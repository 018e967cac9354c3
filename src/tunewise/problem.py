"""What is tuned: the space, the metric, and the resource that trials spend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Annotated, Any, Literal

import msgspec

from tunewise.options import Option
from tunewise.signature import call
from tunewise.space import Config, Domain, Space, Value

Mode = Literal["min", "max"]

_GAINS = re.compile(
    "acc|accuracy|auc|auroc|auprc|bleu|dice|f1|iou|miou|ndcg|precision|psnr|r2|recall|reward|rouge|score"
)
_LOSSES = re.compile("cost|err|error|loss|mae|mse|nll|perplexity|ppl|regret|rmse")
_WORD = re.compile(r"[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*")


class _Description(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A problem in JSON's types."""

    space: dict[str, Value]
    metric: str
    mode: Mode = "min"
    resource_attr: str | None = None
    max_resource: int | None = None
    max_resource_arg: str | None = None


class ProblemError(ValueError):
    """A problem that cannot be tuned; the message says what to change."""


@dataclass(frozen=True, init=False, repr=False)
class Problem:
    """A tuning problem. It is built first and never changed.

    metric: the reported key to improve, in direction `mode`: "min" by default, but required for a metric
        whose name suggests that larger is better, such as an accuracy or a score.
    resource_attr: the reported key that counts the resource (`epoch`): increasing integers from 1.
        None: the n-th report of a trial is level n.
    max_resource: the level at which a trial is fully trained. None: unknown, the script ends by itself.
    max_resource_arg: the script's argument that limits the resource (`epochs`), so that a job that should
        pause at a level is started with that limit and ends there by itself.
    """

    space: Annotated[
        Space,
        Option(
            "A hyperparameter, which is a flag of the script: lr=loguniform(1e-6, 1e-3). A plain value is a "
            "constant: batch_size=32.",
            metavar="NAME=DOMAIN",
            given_type=dict[str, Any],
        ),
    ]
    metric: Annotated[str, Option("The reported key to improve.", metavar="NAME")]
    mode: Annotated[
        Mode,
        Option(
            "Whether a smaller or a larger metric is better.",
            default_text="min; needed for metrics that are named like an accuracy or a score",
        ),
    ]
    resource_attr: Annotated[
        str | None,
        Option("The reported key that counts the resource, such as epoch.", metavar="NAME", flag="resource"),
    ] = None
    max_resource: Annotated[
        int | None,
        Option(
            "The script's flag that limits the resource, and its largest value: epochs=40. N alone if the "
            "script has no such flag.",
            metavar="ARG=N",
            given_type=int | str,
        ),
    ] = None
    max_resource_arg: str | None = None

    __repr__ = call

    def __init__(
        self,
        space: Space | Mapping[str, Domain | Value],
        metric: str,
        mode: Mode | None = None,
        resource_attr: str | None = None,
        max_resource: int | None = None,
        max_resource_arg: str | None = None,
    ) -> None:
        space = Space.of(space)
        if max_resource is None and max_resource_arg is not None and max_resource_arg in space.constants:
            max_resource = _level(space.constants[max_resource_arg], max_resource_arg)
        direction = mode or ("" if names_a_gain(metric) else "min")
        values = (space, metric, direction, resource_attr, max_resource, max_resource_arg)
        for field, value in zip(fields(self), values, strict=True):
            object.__setattr__(self, field.name, value)  # frozen, and its arguments are wider than its fields
        self._check()

    def _check(self) -> None:
        for name, key in (("metric", self.metric), ("resource_attr", self.resource_attr)):
            if not isinstance(key, str) and (name == "metric" or key is not None):
                raise ProblemError(
                    f"{name} is {key!r}: give one text, the key that the script reports, such as 'val_loss'."
                )
        if not self.metric:
            raise ProblemError(
                "The metric has no name: give the key that the script reports, such as val_loss."
            )
        if not self.mode:
            raise ProblemError(
                f"The direction of {self.metric!r} is unknown: give the mode, 'max' if larger is better or "
                "'min' if smaller is."
            )
        if self.mode not in ("min", "max"):
            raise ProblemError(f"The mode is {self.mode!r}: say 'min' or 'max'.")
        if self.metric == self.resource_attr:
            raise ProblemError(
                f"{self.metric!r} is both metric and resource: they must be two reported keys."
            )
        if self.max_resource is not None:
            _level(self.max_resource, "max_resource")
        if self.max_resource_arg is not None:
            if self.max_resource is None:
                raise ProblemError(
                    f"{self.max_resource_arg!r} limits the resource, but max_resource isn't given."
                )
            if self.max_resource_arg in self.space.domains:
                raise ProblemError(
                    f"{self.max_resource_arg!r} limits the resource, so it can't be tuned: "
                    "take it out of the space."
                )

    @property
    def sign(self) -> int:
        """1 to minimise, -1 to maximise: `sign * value` is always better when smaller."""
        return 1 if self.mode == "min" else -1

    def best(self, values: Iterable[float]) -> float | None:
        """The best of these values of the metric; None if there is none."""
        return (min if self.mode == "min" else max)(values, default=None)

    def limits(self, until: int | None) -> bool:
        """Whether a job up to level `until` is limited to it before its trial is fully trained."""
        if self.max_resource_arg is None or self.max_resource is None or until is None:
            return False
        return until < self.max_resource

    @property
    def level_name(self) -> str:
        """What the levels of a trial count: `epoch`, or `report` if the script counts nothing."""
        return self.resource_attr or "report"

    def arguments(self, config: Config, until: int | None) -> Config:
        """The script's arguments for a job that runs `config` up to level `until`."""
        if self.max_resource_arg is None or until is None:
            return dict(config)
        return {**config, self.max_resource_arg: until}

    def to_json(self) -> dict[str, Any]:
        """A description in JSON's types, from which `from_json` makes an equal problem."""
        return {**vars(self), "space": self.space.to_text()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Problem:
        """Raises ValueError if the data doesn't describe a problem."""
        fields = msgspec.structs.asdict(msgspec.convert(dict(data), _Description))
        return cls(Space.from_text(fields.pop("space")), **fields)


def names_a_gain(metric: object) -> bool:
    """Whether the name of a metric suggests that larger is better, as `val_acc` or `mean_reward`, and not
    that it is an error."""
    words = {word.lower() for word in _WORD.findall(str(metric))}
    return any(map(_GAINS.fullmatch, words)) and not any(map(_LOSSES.fullmatch, words))


def check_problem(given: object) -> None:
    """Raises `TypeError` for anything but a problem, for example a space."""
    if not isinstance(given, Problem):
        raise TypeError(f"{given!r} isn't a problem: give Problem(space, metric).")


def largest_resource(problem: Problem, name: str) -> int:
    """The problem's max_resource. Raises `ProblemError`, which says what needs it, if it has none."""
    check_problem(problem)
    if problem.max_resource is None:
        raise ProblemError(
            f"{name} must know at which level a trial is fully trained: give max_resource, such as the "
            "number of epochs."
        )
    return problem.max_resource


def _level(value: object, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ProblemError(f"{name} is {value!r}: it must be a whole number of at least 1.")
    return value
