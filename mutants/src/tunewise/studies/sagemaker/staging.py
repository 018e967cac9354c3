"""The folder that goes with jobs that are tuners: what the study is, its methods, and what to install."""

import os
import re
import shutil
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path

import msgspec

from tunewise.backends.sagemaker.code import LARGEST, files_of
from tunewise.backends.sagemaker.identity import Identity
from tunewise.backends.sagemaker.left_out import check_sent
from tunewise.benchmarks.definitions import SCRIPTS
from tunewise.paths import home
from tunewise.studies.cell import backend_of
from tunewise.studies.plan import Plan, find_benchmark
from tunewise.studies.sagemaker.tuner_job import CELLS, PLAN, PROGRAM, SOURCE
from tunewise.studies.spec import StudyError, StudySpec, files_of_spec

_PROGRAM = '''"""Runs one experiment of a study: see tunewise.studies.sagemaker.tuner_job."""

import sys
from pathlib import Path

from tunewise.studies.sagemaker.tuner_job import main

sys.exit(main(Path(__file__).parent))
'''


def stage(plan: Plan, cells: Mapping[str, Identity]) -> Path:
    """Makes the folder anew. cells: who each experiment is to AWS, by its name.

    Raises `StudyError` where the source is too large.
    """
    folder = plan.paths.staged
    source = Path(plan.settings.source)
    files, size = [], 0
    for path in _files(source):
        files.append(path)
        size += path.stat().st_size
        if size > LARGEST:
            raise StudyError(
                f"{source}, with what links in it lead to, has more than {LARGEST >> 20} MB, which would "
                "all go with each tuner: keep data and results elsewhere, and give data by --channel."
            )
    shutil.rmtree(folder, ignore_errors=True)
    for path in files:
        copy = folder / SOURCE / path.relative_to(source.parent)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    (folder / PROGRAM).write_text(_PROGRAM)
    (folder / "requirements.txt").write_text("\n".join(_requirements(source)) + "\n")
    (folder / PLAN).write_bytes(msgspec.json.encode(plan))
    (folder / CELLS).write_bytes(msgspec.json.encode(cells))
    return folder


def check_sources(plan: Plan, spec: StudySpec) -> None:
    """Raises `StudyError` where a script wouldn't come with the code, as it is neither ours nor in the
    source's folder; and `BackendError` for what SageMaker would refuse, and for secrets in files that must
    come."""
    source = Path(plan.settings.source)
    for path in (*files_of_spec(source), source / "requirements.txt"):
        if path.is_file():
            check_sent(path, path.parent)
    for reference in dict.fromkeys(cell.benchmark for cell in plan.cells):
        benchmark = find_benchmark(reference, plan.settings, spec)
        backend_of(plan.settings, benchmark).check(workers=1)
        script = benchmark.script
        if script is not None and not (_is_within(script, SCRIPTS) or _is_within(script, source)):
            raise StudyError(
                f"{script} of the benchmark {benchmark.name} isn't within {source}, and would not go with "
                "the tuners: put it there, and give that folder."
            )


def _is_within(script: Path, folder: Path) -> bool:
    """As their names say, or where links lead."""
    named = Path(os.path.abspath(script)).is_relative_to(folder)
    return named or script.resolve().is_relative_to(folder.resolve())


def _files(source: Path) -> Iterable[Path]:
    """What goes with tuners: the file, or all of the folder but for the experiments that are kept in it."""
    if source.is_file():
        return [source]
    kept = home() if source in home().parents else None
    return files_of(source, without=kept)


def _requirements(source: Path) -> list[str]:
    """Where both ask for a package, it's the source's own words that count."""
    theirs = _theirs(source)
    asked = {_package(line) for line in theirs}
    return [*(line for line in _own_requirements() if _package(line) not in asked), *theirs]


def _package(line: str) -> str:
    """The name of the package of a requirement; empty for other lines."""
    found = re.match(r"\s*([\w.-]+)", line)
    return re.sub(r"[-_.]+", "-", found[1]).lower() if found else ""


def _own_requirements() -> list[str]:
    """What Tunewise itself needs as a tuner, in the versions that are installed here."""
    lines = [line.replace('"', "'") for line in metadata.requires("tunewise") or ()]
    return [_pinned(line) for line in lines if "extra ==" not in line or "extra == 'aws'" in line]


def _pinned(line: str) -> str:
    requirement = line.partition("extra ==")[0].rstrip("; ").removesuffix(" and")
    name = _package(requirement)
    try:
        return f"{name}=={metadata.version(name).partition('+')[0]}"  # no index has what is local to a build
    except metadata.PackageNotFoundError:  # for other versions of Python, as it says itself
        return requirement


def _theirs(source: Path) -> list[str]:
    path = source / "requirements.txt"
    return path.read_text().splitlines() if path.is_file() else []
