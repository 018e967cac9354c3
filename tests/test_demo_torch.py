"""Where `make demo` takes PyTorch from: an index on this machine stands for that of its builds for CPUs."""

import re
import socket
import subprocess
import threading
import venv
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import demo_torch

ROOT = Path(__file__).parents[1]


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder of folders of wheels, whose listings are pages of an index; says nothing."""

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def index(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of an index, and its folder, which is empty."""
    folder = tmp_path / "index"
    folder.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", folder
        server.shutdown()
        thread.join()


def put_wheel(folder: Path, version: str) -> None:
    """A wheel of an empty module `torch`."""
    folder.mkdir()
    with zipfile.ZipFile(folder / f"torch-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr("torch.py", "")
        about = f"torch-{version}.dist-info"
        wheel.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: torch\nVersion: {version}\n")
        wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{about}/RECORD", "")


def test_with_a_gpu_pypi_has_what_is_needed() -> None:
    choice = demo_torch.choose("http://127.0.0.1:9", has_gpu=True)
    assert choice.arguments == ("torch",)
    assert "about 3 GB" in choice.why


def test_without_a_gpu_the_index_of_cpu_builds_is_added(index: tuple[str, Path]) -> None:
    address, folder = index
    (folder / "torch").mkdir()
    choice = demo_torch.choose(address, has_gpu=False)
    assert choice.arguments == ("--extra-index-url", address, "torch")
    assert "about 200 MB" in choice.why


def test_an_index_that_lacks_it_or_is_not_there_means_a_demo_without(index: tuple[str, Path]) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # and doesn't listen
        absent = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        for address, reason in ((index[0], "File not found"), (absent, "Connection refused")):
            choice = demo_torch.choose(address, has_gpu=False)
            assert choice.arguments is None
            assert reason in choice.why


@pytest.mark.slow
def test_the_build_for_cpus_is_installed_before_others(
    index: tuple[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, folder = index
    (tested,) = re.findall(r"^torch==(.+)$", (ROOT / "constraints.txt").read_text(), re.MULTILINE)
    put_wheel(folder / "torch", f"{tested}+cpu")
    (folder / "pypi").mkdir()
    put_wheel(folder / "pypi/torch", tested)
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    monkeypatch.setenv("PIP_INDEX_URL", f"{address}/pypi")
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv/bin/python"
    for said in ("about 200 MB", ""):  # the second time it is there
        done = subprocess.run(
            [python, ROOT / "scripts/demo_torch.py", address], capture_output=True, text=True, check=True
        )
        assert said in done.stdout
    assert done.stdout == ""
    code = "from importlib.metadata import version; print(version('torch'))"
    assert subprocess.check_output([python, "-c", code], text=True).strip() == f"{tested}+cpu"
