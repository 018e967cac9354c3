"""Tuners that run as jobs of an engine: one for each experiment of a study, each starting jobs of its own."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Literal, NamedTuple

from tunewise.studies.outcome import Outcome, read_outcome
from tunewise.studies.plan import Cell, Plan, read_plan
from tunewise.studies.spec import StudySpec

Status = Literal["waiting", "running", "ended", "failed", "lost"]


class Standing(NamedTuple):
    """Where an experiment stands.

    status: ended or failed where there is an outcome; running, or waiting to run, where its tuner is at work;
    lost where that has ended without an outcome, or before any of its jobs ran. job: what the latest job that
    was its tuner is called; None before the first.
    """

    cell: Cell
    status: Status
    outcome: Outcome | None
    job: str | None


class Needs(NamedTuple):
    """What it takes to start tuners.

    where: they run, in words. lines: what a person is to know before. refusal: why they can't be started; ""
    if they can. price_key: what `prices.json` calls that on which a tuner runs; "" where that costs nothing.
    """

    where: str
    lines: Sequence[str] = ()
    refusal: str = ""
    price_key: str = ""


class Tuners(ABC):
    """The tuners of a study on an engine. Raises `BackendError`, `BusyError` and `StudyError` throughout.

    terms: a dataclass that declares, as `tunewise.options` says, what may be said of tuners alone.
    """

    terms: ClassVar[type]

    def __init__(self, plan: Plan, terms: Any = None) -> None:  # noqa: ANN401 - each has its own
        """terms: what was said; by default nothing, as for those who only look."""
        self.plan = plan
        self.said = self.terms() if terms is None else terms

    @classmethod
    def options(cls, kind: str, options: Mapping[str, Any]) -> dict[str, Any]:
        """The options of the trials' jobs, as tuners elsewhere are to know them. kind: of their back end.
        Raises `StudyError` for what can't be there."""
        return dict(options)

    @classmethod
    def fetched(cls, tag: str, place: str | None, at: str | None) -> Plan:
        """The plan of a study as it is where it was launched. place, at: where that is, for one that isn't
        here."""
        return read_plan(tag)

    @abstractmethod
    def check(self, spec: StudySpec) -> None:
        """Raises `StudyError` and `BackendError` where tuners would lack something."""

    @abstractmethod
    def needs(self, cells: Sequence[Cell], at_work: Sequence[Cell]) -> Needs:
        """at_work: experiments that have a tuner already."""

    @abstractmethod
    def preview(self, cell: Cell) -> str:
        """What would be submitted, told to a person; nothing is."""

    @abstractmethod
    def look(self) -> list[Standing]:
        """Where each experiment stands, its record being here as far as it has come."""

    @abstractmethod
    def reason(self, standing: Standing) -> str:
        """Why a tuner has ended, as its engine tells it."""

    @abstractmethod
    def start(self, cells: Sequence[Cell]) -> Iterator[tuple[Cell, str]]:
        """Starts the tuners of these experiments, one after the other; yields each with what its job is
        called. Passes over those that have a tuner by now, as somebody else launched them meanwhile."""


def standing_of(plan: Plan, cell: Cell, job: str | None, runs: bool) -> Standing:
    """Where an experiment stands. job: its latest tuner's, if there is one; runs: it does, or waits to."""
    outcome = read_outcome(plan.paths.outcome(cell.name))
    status: Status
    if outcome is not None and not outcome.starved:
        status = "ended" if outcome.well else "failed"
    elif job is None:
        status = "waiting"
    else:
        status = "running" if runs else "lost"
    return Standing(cell, status, outcome, job)
