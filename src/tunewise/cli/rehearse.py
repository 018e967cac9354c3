"""`tunewise rehearse`."""

import os
import re
import time
from collections.abc import Iterable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import click

from sagemaker_rehearsal import Emulator, Fault, Profile
from sagemaker_rehearsal.messages import RehearsalError
from sagemaker_rehearsal.profile import PROFILES, open_profile
from sagemaker_rehearsal.session import environment_for, run_command, wait_for_jobs
from sagemaker_rehearsal.summary import summary_of
from tunewise import prices
from tunewise.backends.sagemaker.spec import REHEARSAL_VARIABLE, ROLE_VARIABLE, S3_VARIABLE
from tunewise.cli.exits import BadUsage, Exit
from tunewise.cli.flags import assignment, once_each, positive, whole
from tunewise.cli.output import outliving_its_reader
from tunewise.display.printing import say

_SCALE = 30.0  # for the named profiles in which something takes time
_BUCKET = "tunewise-rehearsal"
Pairs = tuple[tuple[str, str], ...]
_BUCKET_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")


@click.command()
@click.argument("command", metavar="[-- COMMAND...]", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "--profile",
    metavar="NAME|FILE",
    default="realistic",
    help="How AWS behaves: quick, realistic or pessimistic, or a TOML file. By default realistic.",
)
@click.option(
    "--time-scale",
    metavar="X",
    type=positive,
    help="Seconds of the rehearsal in a real one. By default 30, or what the file says.",
)
@click.option(
    "--quota",
    metavar="TYPE=N",
    type=assignment,
    multiple=True,
    help="Instances at a time of a type. By default any number. Repeat it for each.",
)
@click.option(
    "--pool-quota",
    metavar="TYPE=N",
    type=assignment,
    multiple=True,
    help="The same for instances that are kept in warm pools.",
)
@click.option(
    "--total-quota",
    metavar="N",
    type=whole(0),
    help="Instances at a time over all training jobs; a new account has 4. By default any number.",
)
@click.option(
    "--bucket",
    metavar="NAME",
    multiple=True,
    help=f"A bucket on S3 that is there from the beginning, besides {_BUCKET}. Repeat it for each.",
)
@click.option(
    "--env",
    metavar="NAME=VALUE",
    type=assignment,
    multiple=True,
    help="A variable that all jobs get, as if it were in their image. Repeat it for each.",
)
@click.option("--seed", metavar="N", type=whole(0), help="Seed of what goes wrong at random.")
@click.option(
    "--ledger",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="Writes all calls to a file, as JSON lines.",
)
@click.option(
    "--keep",
    metavar="FOLDER",
    type=click.Path(file_okay=False),
    help="Keeps all files of the jobs in a folder.",
)
@click.option(
    "--wait/--no-wait",
    default=True,
    help="Waits for the jobs that still run when the command has ended, or ends them. By default it waits.",
)
@outliving_its_reader()
def rehearse(
    command: tuple[str, ...],
    profile: str,
    time_scale: float | None,
    quota: Pairs,
    pool_quota: Pairs,
    total_quota: int | None,
    bucket: tuple[str, ...],
    env: Pairs,
    seed: int | None,
    ledger: str | None,
    keep: str | None,
    wait: bool,
) -> None:
    """Runs a command against an emulator of SageMaker on this machine.

    The command and whatever it starts find the emulator in their environment and can't reach a real account.
    Training jobs are real processes here, with /opt/ml. All of it ends with the command and its jobs. Without
    a command it runs your shell.

    \b
    tunewise rehearse -- tunewise launch examples/tmlr10 --yes
    tunewise rehearse --profile pessimistic --quota ml.g4dn.xlarge=3
    tunewise rehearse --profile faults.toml -- pytest tests/mine.py

    docs/rehearsal.md describes profiles, and lists what is not verified against AWS.
    """
    needed = ("boto3", "moto", "flask", "flask_cors")
    missing = next((name for name in needed if find_spec(name) is None), None)
    if missing:
        raise BadUsage(f"The rehearsal needs {missing}: install it with pip install 'tunewise[rehearsal]'.")
    try:
        buckets = _buckets(bucket)
        settings, faults = _open(profile, time_scale)
        settings = replace(
            settings,
            seed=settings.seed if seed is None else seed,
            quotas={**settings.quotas, **_quotas("quota", quota)},
            pool_quotas={**settings.pool_quotas, **_quotas("pool-quota", pool_quota)},
            total_quota=settings.total_quota if total_quota is None else total_quota,
            environment={**settings.environment, **once_each("env", env)},
            keep_folders=settings.keep_folders or keep is not None,
        )
        with Emulator(settings, faults, folder=None if keep is None else Path(keep)) as emulator:
            for name in buckets:
                emulator.storage.make_bucket(name, emulator.region)
            begun = time.monotonic()
            code = _rehearse(emulator, command or (os.environ.get("SHELL", "/bin/sh"),), wait)
            _report(emulator, time.monotonic() - begun)
            if ledger is not None:
                emulator.ledger.save(Path(ledger))
    except RehearsalError as error:
        raise BadUsage(str(error)) from error
    raise SystemExit(code)


def _open(reference: str, time_scale: float | None) -> tuple[Profile, list[Fault]]:
    profile, faults = open_profile(reference)
    if time_scale is None and reference in PROFILES and reference != "quick":
        time_scale = _SCALE
    return (profile if time_scale is None else replace(profile, time_scale=time_scale)), faults


def _quotas(flag: str, pairs: Pairs) -> dict[str, int]:
    values = once_each(flag, pairs)
    if not all(value.isdecimal() for value in values.values()):
        raise BadUsage(f"--{flag} must name a whole number of instances, as in ml.g4dn.xlarge=4.")
    return {name: int(value) for name, value in values.items()}


def _buckets(names: Iterable[str]) -> list[str]:
    """The default bucket and those that the user names. Raises BadUsage."""
    for name in names:
        if _BUCKET_NAME.fullmatch(name) is None:
            raise BadUsage(
                f"--bucket is {name!r}, which can't be a bucket's name: "
                "use 3 to 63 lower-case letters, digits, '.' and '-'."
            )
    return list(dict.fromkeys((_BUCKET, *names)))


def _rehearse(emulator: Emulator, command: tuple[str, ...], wait: bool) -> int:
    """Runs the command and, if it succeeds, waits for its jobs. Returns its exit code."""
    _say(
        f"Rehearsing on {emulator.endpoint}: a second here stands for {emulator.profile.time_scale:g}. "
        f"Isolation of jobs: {emulator.isolation}."
    )
    environment = {
        **environment_for(emulator, os.environ),
        REHEARSAL_VARIABLE: "1",
        ROLE_VARIABLE: emulator.role,
        S3_VARIABLE: f"s3://{_BUCKET}/tunewise",
    }
    code = run_command(command, environment)
    if wait and code == 0:
        try:
            wait_for_jobs(emulator, _say)
        except KeyboardInterrupt:
            return Exit.INTERRUPTED.value
    return code


def _report(emulator: Emulator, seconds: float) -> None:
    items = emulator.bill(lambda instance_type: prices.price_of(instance_type).hourly)
    for line in summary_of(emulator.jobs(), items, emulator.ledger.calls, "USD", seconds, emulator.log):
        _say(line)


def _say(line: str) -> None:
    say(line, err=True)
