"""What all tests share."""

import os
import re
from pathlib import Path

import pytest
import scipy.linalg  # noqa: F401 - the limit holds for what is loaded
from hypothesis import settings
from threadpoolctl import threadpool_limits

pytest_plugins = ["tests.helpers.clusters"]

# Slow moments of a machine are no failures; on the machine that decides, the examples are always the same.
settings.register_profile("tunewise", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("tunewise")


threadpool_limits(1)  # threads of linear algebra in several processes wait for one another: ten times slower


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--chaos-seed",
        type=int,
        help="draw other moments and faults in the tests marked chaos, and run the large ones among them",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out the campaigns of `make chaos`. Tests on Ray and on Slurm run in one process each, so that
    their clusters are started once."""
    campaigns = [
        item for item in items if any(mark.kwargs.get("only") for mark in item.iter_markers("chaos"))
    ]
    if campaigns and config.getoption("--chaos-seed") is None:
        config.hook.pytest_deselected(items=campaigns)
        items[:] = [item for item in items if item not in campaigns]
    for item in items:
        engine = re.search(r"\b(ray|slurm)", item.nodeid)
        if engine is not None:
            item.add_marker(pytest.mark.xdist_group(engine[1]))


@pytest.fixture(scope="session")
def chaos_seed(request: pytest.FixtureRequest) -> int:
    """What the moments and faults of tests marked `chaos` are drawn from; the same in each `make test`."""
    seed: int | None = request.config.getoption("--chaos-seed")
    return seed or 0


SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")  # so that it is found before a test changes the environment for itself
def wikitext() -> Path:
    """The folder of WikiText-2, which is not part of the repository."""
    folder = Path(os.environ.get("TUNEWISE_DATA") or SHARED / "wikitext-2")
    if not (folder / "train.txt").is_file():
        pytest.skip("WikiText-2 is neither in ../shared/wikitext-2 nor named by $TUNEWISE_DATA")
    return folder


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the experiments of the person who runs it."""
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "home"))
