"""The folder that goes with jobs that are tuners: what the study is, its methods, and what to install."""

from __future__ import annotations

import shutil
from importlib import metadata
from pathlib import Path
from re import match
from typing import TYPE_CHECKING

import msgspec

from tunewise.backends.sagemaker.left_out import ignored
from tunewise.benchmarks.definitions import SCRIPTS
from tunewise.studies.cell import backend_of
from tunewise.studies.plan import find_benchmark
from tunewise.studies.spec import StudyError
from tunewise.studies.tuner_job import CELLS, PLAN, PROGRAM, SOURCE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tunewise.backends.sagemaker.identity import Identity
    from tunewise.studies.plan import Plan
    from tunewise.studies.spec import StudySpec

_PROGRAM = '''"""Runs one experiment of a study: see tunewise.studies.tuner_job."""

import sys
from pathlib import Path

from tunewise.studies.tuner_job import main

sys.exit(main(Path(__file__).parent))
'''


def stage(plan: Plan, cells: Mapping[str, Identity]) -> Path:
    """Makes the folder anew. cells: who each experiment is to AWS, by its name."""
    folder = plan.paths.staged
    shutil.rmtree(folder, ignore_errors=True)
    (folder / SOURCE).mkdir(parents=True)
    source = Path(plan.settings.source)
    if source.is_dir():
        shutil.copytree(source, folder / SOURCE / source.name, ignore=ignored)
    else:
        shutil.copy(source, folder / SOURCE)
    (folder / PROGRAM).write_text(_PROGRAM)
    (folder / "requirements.txt").write_text("\n".join([*_own_requirements(), *_theirs(source)]) + "\n")
    (folder / PLAN).write_bytes(msgspec.json.encode(plan))
    (folder / CELLS).write_bytes(msgspec.json.encode(cells))
    return folder


def check_sources(plan: Plan, spec: StudySpec) -> None:
    """Raises `StudyError` where a script wouldn't come with the code, as it is neither ours nor in the
    source's folder; and `BackendError` for what SageMaker would refuse."""
    source = Path(plan.settings.source)
    for reference in dict.fromkeys(cell.benchmark for cell in plan.cells):
        benchmark = find_benchmark(reference, plan.settings, spec)
        backend_of(plan.settings, benchmark).check(workers=1)
        script = benchmark.script
        if script is not None and not any(map(script.absolute().is_relative_to, (SCRIPTS, source))):
            raise StudyError(
                f"{script} of the benchmark {benchmark.name} isn't within {source}, and would not go with "
                "the tuners: put it there, and give that folder."
            )


def _own_requirements() -> list[str]:
    """What Tunewise itself needs as a tuner, in the versions that are installed here."""
    lines = [line.replace('"', "'") for line in metadata.requires("tunewise") or ()]
    return [_pinned(line) for line in lines if "extra ==" not in line or "extra == 'aws'" in line]


def _pinned(line: str) -> str:
    requirement = line.partition("extra ==")[0].rstrip("; ").removesuffix(" and")
    name = match(r"[\w.-]+", requirement)
    try:
        return f"{name[0]}=={metadata.version(name[0])}" if name else requirement
    except metadata.PackageNotFoundError:  # for other versions of Python, as it says itself
        return requirement


def _theirs(source: Path) -> list[str]:
    path = source / "requirements.txt"
    return path.read_text().splitlines() if path.is_file() else []
