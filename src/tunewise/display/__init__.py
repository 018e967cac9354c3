"""How an experiment is shown to a person: in words, as lines, and live while it runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tunewise.display.notebook import has_viewer

if TYPE_CHECKING:  # this package is imported by all who print
    from tunewise.definition import Definition
    from tunewise.engine.experiment import Experiment
    from tunewise.engine.loop import Watcher
    from tunewise.paths import ExperimentPaths


@contextmanager
def showing(
    progress: bool | None, paths: ExperimentPaths, definition: Definition, experiment: Experiment
) -> Iterator[Sequence[Watcher]]:
    """Shows an experiment that Python runs. progress: whether to show it; None: if anybody can see it."""
    if not (has_viewer() if progress is None else progress):
        yield ()
        return
    from tunewise.display.frame import Title  # Rich takes a while to import
    from tunewise.display.progress import shown

    title = Title(paths.name, definition.method.name, experiment.problem)
    with shown(title, paths.folder, experiment.state) as watcher:
        yield [watcher]
