"""The contract suite for back ends catches what it is there to catch: engines with one fault each."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from test_plain_engine import PlainHarness

from tunewise.backends.orphans import experiment_mark, kill_marked
from tunewise.backends.platform import JobEnd
from tunewise.backends.specs import BackendSpec
from tunewise.clock import RealClock
from tunewise.events import Fact, JobEnded, JobStarted, Reported
from tunewise.paths import ExperimentPaths
from tunewise.testing import backend_breaks, backends
from tunewise.testing.backends import BACKEND_CHECKS
from tunewise.testing.harness import Harness, why_passed_over

Fault = Callable[[Any, Any], None]
"""Changes a tuner's back end and its platform, whose methods it replaces."""

CHECKS = {check.__name__.removeprefix("check_"): check for check in BACKEND_CHECKS}


def telling(alter: Callable[[list[Fact]], list[Fact]]) -> Fault:
    """What a poll returns is altered, fact by fact or in its order."""

    def fault(tuner: Any, platform: Any) -> None:  # noqa: ANN401
        poll = tuner.poll
        tuner.poll = lambda timeout: alter(poll(timeout))

    return fault


def each(alter: Callable[[Fact], list[Fact]]) -> Fault:
    return telling(lambda facts: [altered for fact in facts for altered in alter(fact)])


def changed(kind: type, **changes: object) -> Fault:
    return each(lambda fact: [msgspec.structs.replace(fact, **changes) if isinstance(fact, kind) else fact])


def blind_to_what_is_left(tuner: Any, platform: Any) -> None:  # noqa: ANN401
    assert platform.sweep
    platform.sweep = lambda job_id: True


def deaf(tuner: Any, platform: Any) -> None:  # noqa: ANN401
    """It kills jobs that it should tell to end."""
    platform.terminate = platform.kill


def impatient(tuner: Any, platform: Any) -> None:  # noqa: ANN401
    halt = tuner.halt
    tuner.halt = lambda job_id, patience: halt(job_id, 0.0)


def forgetting(tuner: Any, platform: Any) -> None:  # noqa: ANN401
    """It takes nothing up, and runs everything again."""
    platform.recover = lambda jobs: {}
    platform.exists = lambda job_id, attempt: False
    write = platform.folders.write_order

    def write_again(job: Any) -> str:  # noqa: ANN401
        platform.paths.job(job.id).started.unlink(missing_ok=True)
        return str(write(job))

    platform.folders = SimpleNamespace(
        write_order=write_again, began=lambda job_id: False, drop_checkpoint=lambda trial_id: None
    )


def wordy(tuner: Any, platform: Any) -> None:  # noqa: ANN401
    job_end = platform.job_end

    def whole(job_id: Any, *arguments: Any) -> JobEnd:  # noqa: ANN401
        end = job_end(job_id, *arguments)
        printed = platform.paths.job(job_id).stderr.read_text()
        return JobEnd(end.ran, end.outcome._replace(detail=end.outcome.detail + printed))

    platform.job_end = whole


def sharing(tuner: Any, platform: Any) -> None:  # noqa: ANN401
    """All later jobs see what one job is given."""
    submit = platform.submit

    def submit_with_all(job: Any, attempt: int, unsure: bool) -> None:  # noqa: ANN401
        submit(job, attempt, unsure)
        platform.folders.environment.update({f"GIVEN_{job.id.trial_id}": str(job.arguments.get("word"))})

    platform.submit = submit_with_all


def from_the_beginning(tuner: Any, platform: Any) -> None:  # noqa: ANN401
    tuner.clock = RealClock()


def keeping(tuner: Any, platform: Any) -> None:  # noqa: ANN401
    platform.drop_checkpoint = lambda trial_id: None


IN_ORDER = "reports_come_once_in_order_and_before_the_end"
APART = "jobs_share_nothing_but_the_checkpoint_of_their_trial"
FAULTS: dict[str, tuple[Fault, str]] = {
    "a report twice": (each(lambda fact: [fact] * (1 + isinstance(fact, Reported))), IN_ORDER),
    "an end twice": (each(lambda fact: [fact] * (1 + isinstance(fact, JobEnded))), IN_ORDER),
    "a start twice": (each(lambda fact: [fact] * (1 + isinstance(fact, JobStarted))), IN_ORDER),
    "no start": (each(lambda fact: [] if isinstance(fact, JobStarted) else [fact]), IN_ORDER),
    "the end first": (telling(lambda facts: facts[::-1]), IN_ORDER),
    "no last report": (each(lambda fact: [] if getattr(fact, "seq", 0) == 24 else [fact]), IN_ORDER),
    "a job longer than it was": (
        changed(JobEnded, elapsed=1e6),
        IN_ORDER,
    ),
    "no failure": (changed(JobEnded, failure=None), "failures_have_kinds"),
    "no loss": (
        changed(JobEnded, failure=None),
        "a_job_that_is_killed_is_lost_and_nothing_of_it_left",
    ),
    "no preemption": (
        changed(JobEnded, failure=None),
        "a_job_that_somebody_else_ends_was_preempted_and_has_saved",
    ),
    "processes left": (
        blind_to_what_is_left,
        "a_job_that_is_killed_is_lost_and_nothing_of_it_left",
    ),
    "no word to the script": (deaf, "halting_lets_the_script_save_and_ends_every_process"),
    "no patience": (impatient, "patience_lets_a_job_end_by_itself"),
    "jobs twice": (forgetting, "a_tuner_that_dies_leaves_one_job"),
    "all that was printed": (wordy, "a_script_may_print_without_end"),
    "variables of others": (sharing, APART),
    "a new clock": (from_the_beginning, "the_clock_goes_on_from_where_it_was"),
    "a checkpoint kept": (keeping, APART),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", FAULTS)
def test_a_back_end_with_a_fault_is_caught(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault, check = FAULTS[name]
    harness = PlainHarness()
    make = harness.spec

    def faulty(script: Path) -> Any:  # noqa: ANN401
        spec = make(script)
        opened = type(spec).open

        def opening(spec: Any, paths: ExperimentPaths, workers: int, elapsed: float) -> Any:  # noqa: ANN401
            tuner = opened(spec, paths, workers, elapsed)
            fault(tuner, tuner._platform)
            return tuner

        monkeypatch.setattr(type(spec), "open", opening)
        monkeypatch.setattr(harness, "spec", make)
        return spec

    monkeypatch.setattr(harness, "spec", faulty)
    monkeypatch.setattr("tunewise.testing.backend_rig.LONGEST", 15.0)
    try:
        with pytest.raises(AssertionError, match=r"^(?!timed out waiting)"):
            CHECKS[check](harness, tmp_path)
    finally:
        mark = experiment_mark(ExperimentPaths(tmp_path / "experiment").folder)
        assert kill_marked(lambda each: each.startswith(mark))


class Unbreakable(PlainHarness):
    cannot = {"kill": "nobody may"}  # noqa: RUF012


def test_a_check_is_passed_over_where_an_engine_cannot_be_broken_that_way() -> None:
    killing = CHECKS["a_job_that_is_killed_is_lost_and_nothing_of_it_left"]
    assert why_passed_over(killing, PlainHarness()) is None
    assert why_passed_over(killing, Unbreakable()) == "nobody may"
    assert why_passed_over(CHECKS["failures_have_kinds"], Unbreakable()) is None

    class Silent(Harness):
        name = "silent"

        def spec(self, script: Path) -> BackendSpec:
            raise NotImplementedError

    assert why_passed_over(killing, Silent()) == "its harness doesn't say how: kill"


def test_every_check_that_breaks_an_engine_is_collected() -> None:
    names = {*vars(backends), *vars(backend_breaks)}
    assert {check.__name__ for check in BACKEND_CHECKS} == {
        name for name in names if name.startswith("check_")
    }
