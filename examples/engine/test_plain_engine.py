"""Tests that the engine keeps the contract: pip install -e . pytest, then pytest."""

import signal

import pytest
from plain_engine import PlainBackend

from tunewise.testing.backends import BACKEND_CHECKS
from tunewise.testing.harness import Harness, signal_guard, why_passed_over


class PlainHarness(Harness):
    name = "plain"
    cannot = dict.fromkeys(("answers_lost", "away", "queue_held", "strange_words"), "it has no server")

    def spec(self, script):
        return PlainBackend(str(script), stop_grace=0.5)

    def kill(self, job):
        signal_guard(job, signal.SIGKILL)

    def end_from_outside(self, job):
        signal_guard(job, signal.SIGTERM)


@pytest.mark.parametrize("check", BACKEND_CHECKS, ids=lambda check: check.__name__.removeprefix("check_"))
def test_contract(check, tmp_path):
    why = why_passed_over(check, PlainHarness())
    if why is not None:
        pytest.skip(why)
    check(PlainHarness(), tmp_path)
