"""The names that users import, and what importing costs."""

from __future__ import annotations

import subprocess
import sys

import tunewise


def test_all_public_names_are_there() -> None:
    assert dir(tunewise) == sorted(tunewise.__all__)
    for name in tunewise.__all__:
        assert getattr(tunewise, name) is not None


def test_the_lists_of_names_agree() -> None:
    lazy = {*tunewise._HOMES, *tunewise._MODULES, "__version__"}
    assert lazy == set(tunewise.__all__)


def test_a_script_pays_for_the_standard_library_alone() -> None:
    code = (
        "import sys; before = set(sys.modules)\n"
        "from tunewise import Reporter, checkpoint_dir\n"
        "new = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "foreign = {name for name in new if name not in sys.stdlib_module_names and name != 'tunewise'}\n"
        "assert not foreign, foreign\n"
        "ours = {name for name in sys.modules if name.startswith('tunewise.')}\n"
        "assert ours == {'tunewise.worker', 'tunewise.worker.report'}, ours\n"
    )
    subprocess.run([sys.executable, "-S", "-c", _with_path(code)], check=True)


def _with_path(code: str) -> str:
    """-S keeps what the environment's own start-up imports out of the count, and its paths with it."""
    return f"import sys; sys.path[:0] = {sys.path!r}\n{code}"
