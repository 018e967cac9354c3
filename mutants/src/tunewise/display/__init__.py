"""An experiment told to a person: in words, as lines, and live while it runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tunewise.display.notebook import somebody_looks_on
from tunewise.paths import ExperimentPaths

if TYPE_CHECKING:
    from tunewise.definition import Definition
    from tunewise.engine.experiment import Experiment
    from tunewise.engine.loop import Watcher


@contextmanager
def showing(
    progress: bool | None, paths: ExperimentPaths, definition: Definition, experiment: Experiment
) -> Iterator[Sequence[Watcher]]:
    """Shows an experiment that Python runs. progress: whether it does; None for where somebody looks on."""
    if not (somebody_looks_on() if progress is None else progress):
        yield ()
        return
    from tunewise.display.frame import Title  # what these import takes a while, and not everybody looks on
    from tunewise.display.progress import shown

    title = Title(paths.name, definition.method.name, experiment.problem)
    with shown(title, paths.folder, experiment.state) as watcher:
        yield [watcher]
