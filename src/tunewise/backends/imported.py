"""The back end of experiments whose trials were trained by another tuner: nothing of them runs here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NoReturn

from tunewise.backends.base import BackendError
from tunewise.backends.specs import BackendSpec, Location
from tunewise.paths import ExperimentPaths
from tunewise.space import Config


@dataclass(frozen=True)
class ImportedBackend(BackendSpec):
    """Jobs that another tuner ran. study: which, as `--from` names it."""

    kind: ClassVar[str] = "imported"
    location: ClassVar[Location] = Location.LOCAL

    study: str

    @property
    def script(self) -> tuple[str, ...]:
        return (self.study,)

    @property
    def place(self) -> str:
        return "elsewhere, by another tuner"

    def command(self, arguments: Config) -> str:
        return ""

    def check(self, workers: int) -> NoReturn:
        raise BackendError(
            f"The trials are those of {self.study}, and none can go on here: begin another experiment with "
            "them, by --from tunewise:NAME."
        )

    def open(self, paths: ExperimentPaths, workers: int, elapsed: float) -> NoReturn:
        self.check(workers)
