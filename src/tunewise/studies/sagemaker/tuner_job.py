"""Runs one experiment of a study in a job that is a tuner, and copies its folder to S3 as it grows.

The launcher sends a folder with this job's code:

    tuner.py      calls `main` here
    study.json    the study's plan
    cells.json    the identities of the experiments at AWS
    source/       the file or folder of the study's methods
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

from tunewise import disk
from tunewise.backends.base import BackendError
from tunewise.backends.sagemaker import SageMakerBackend
from tunewise.backends.sagemaker.calls import make_clients
from tunewise.backends.sagemaker.container.storage import Bucket
from tunewise.backends.sagemaker.identity import Identity, keep_identity
from tunewise.backends.sagemaker.mirror import ExperimentMirror
from tunewise.backends.sagemaker.names import Places
from tunewise.backends.sagemaker.pacing import Pace
from tunewise.engine.state import State
from tunewise.events import Entry
from tunewise.studies.cell import run_patiently
from tunewise.studies.outcome import FAILED
from tunewise.studies.plan import Plan

KIND = SageMakerBackend.kind
PLAN, CELLS, SOURCE, PROGRAM = "study.json", "cells.json", "source", "tuner.py"
PRINT_EVERY = 30.0  # seconds
POLL = 5.0  # seconds; how long to wait for a busy S3 follows from it


def main(folder: Path, arguments: Sequence[str] | None = None) -> int:
    """Runs the experiment from where its journal ends; returns an exit code as in `studies.cell`.

    folder: where the launcher's files are.
    """
    parser = argparse.ArgumentParser(description="Runs one experiment of a study.")
    parser.add_argument("--cell", required=True, help="the experiment's name")
    name: str = parser.parse_args(arguments).cell
    os.environ.setdefault("TUNEWISE_HOME", tempfile.mkdtemp(prefix="tunewise-home-"))
    try:
        plan = _plan(folder)
        identity = msgspec.json.decode((folder / CELLS).read_bytes(), type=dict[str, Identity])[name]
        mirror = _mirror(plan, name, identity)
        retry = Pace(POLL).retry
        retry(mirror.fetch)
        code = run_patiently(plan, name, [Progress()])
        retry(mirror.send)
    except BackendError as error:
        print(f"error: {error}", file=sys.stderr)
        return FAILED
    return code


def _plan(folder: Path) -> Plan:
    """The plan with the path of its source on this machine, written where the experiment looks for it."""
    plan = msgspec.json.decode((folder / PLAN).read_bytes(), type=Plan)
    source = str(folder / SOURCE / Path(plan.settings.source).name)
    plan = msgspec.structs.replace(plan, settings=msgspec.structs.replace(plan.settings, source=source))
    disk.write(plan.paths.plan, msgspec.json.encode(plan))
    return plan


def site_of(plan: Plan) -> SageMakerBackend:
    """The specification of the trials' jobs, without their script. Raises BackendError for a study that runs
    elsewhere."""
    if plan.settings.backend != KIND or plan.settings.site is None:
        raise BackendError(
            f"The study {plan.tag} doesn't run on SageMaker: continue it with `tunewise study`."
        )
    spec = SageMakerBackend.from_options(Path(PROGRAM), (), plan.settings.site)
    assert isinstance(spec, SageMakerBackend)
    return spec


def _mirror(plan: Plan, name: str, identity: Identity) -> ExperimentMirror:
    site = site_of(plan)
    paths = plan.paths.experiment(name)
    keep_identity(paths, identity)
    places = Places.below(site.s3, identity.experiment)
    return ExperimentMirror(paths, Bucket(places.bucket, make_clients(site.region).s3), places)


class Progress:
    """Prints the state of the experiment now and then, for readers of the job's log."""

    def __init__(self) -> None:
        self._due = 0.0

    def update(self, state: State, entries: Sequence[Entry], now: float) -> None:
        if time.monotonic() < self._due and state.finished is None:
            return
        self._due = time.monotonic() + PRINT_EVERY
        best = state.trials.best
        result = "nothing reported yet" if best is None else f"best {best.value:g} of trial {best.trial_id}"
        jobs = f"{state.running} jobs run, {state.busy - state.running} are queued"
        print(f"{now:.0f} s: {len(state.trials)} trials, {jobs}, {result}", flush=True)
