"""What tests of jobs on Ray share."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tunewise.backends.ray import RayBackend
from tunewise.testing.backend_rig import Rig

MakeRig = Callable[..., Rig]


@pytest.fixture
def make_rig(tmp_path: Path) -> Iterator[MakeRig]:
    """Makes a rig whose back end is open, from a script and the settings of its back end."""
    rigs: list[Rig] = []

    def make(script: str, **settings: object) -> Rig:
        def spec(path: Path) -> RayBackend:
            return RayBackend(str(path), **{"stop_grace": 0.5, "poll_every": 0.3, **settings})  # type: ignore[arg-type]

        rigs.append(Rig(spec, tmp_path, script, 4))
        rigs[-1].open()
        return rigs[-1]

    yield make
    for rig in rigs:
        rig.clear()
