"""What is counted of SageMaker back ends on the emulator; and a peer that can't be there is left out."""

import pytest
from benchmarks.emulated import Window, by_trial, calls_a_minute, most_at_once, share_delivered
from benchmarks.figures import Skipped, show
from benchmarks.peers.environments import PeerMissing

from benchmarks import sagemaker_side_by_side
from sagemaker_rehearsal.access import Call
from sagemaker_rehearsal.training_job import TrainingJob


def job(name, created, ended=None):
    made = TrainingJob(name, f"arn/{name}", {}, created=created, tags={})
    made.enter("Training", created, "InProgress")
    if ended is not None:
        made.enter("Completed", ended, "Completed")
    return made


def test_a_job_lives_until_it_is_terminal():
    assert most_at_once([job("a", 0.0, 2.0), job("b", 1.0, 3.0), job("c", 2.5)]) == 2
    assert most_at_once([job("a", 0.0, 2.0), job("b", 2.0, 3.0)]) == 1
    assert most_at_once([job("a", 0.0), job("b", 9.0), job("c", 9.5)]) == 3
    assert most_at_once([]) == 0


def test_two_writers_of_a_trial_are_seen():
    jobs = [job("0-peer", 0.0, 2.0), job("0-1-peer", 1.0, 3.0), job("1-peer", 0.0)]
    assert sagemaker_side_by_side._writers(jobs, lambda name: name.split("-")[0]) == 2


def test_epochs_that_never_came():
    seen = by_trial([(0, 1), (1, 1), (0, 3), (2, 1), (2, 2), (0, 6), (0, 7), (0, 8), (0, 9)])
    assert seen == {0: [1, 3, 6, 7, 8, 9], 1: [1], 2: [1, 2]}
    assert share_delivered(seen) == pytest.approx(8 / 11)
    assert share_delivered({0: [1, 2, 2, 3]}) == 1.0


def call(service, real, caller=""):
    return Call(real, real, 0.1, service, "Any", caller, "", 200, "")


def test_calls_of_the_tuner_within_the_window():
    counted = [call("sagemaker", 10.0), call("s3", 39.9), call("s3", 20.0), call("logs", 30.0)]
    others = [call("sagemaker", 9.9), call("s3", 40.0), call("s3", 20.0, caller="a-job"), call("sts", 20.0)]
    told = calls_a_minute(counted + others, Window(10.0, 40.0))
    assert told == {"sagemaker": 2.0, "logs": 2.0, "s3": 4.0}


def test_a_peer_that_cannot_be_there_is_left_out(monkeypatch):
    def missing(peer):
        raise PeerMissing(f"{peer} could not be installed: no network")

    monkeypatch.setattr(sagemaker_side_by_side, "python_of", missing)
    (skipped,) = sagemaker_side_by_side.measure()
    assert isinstance(skipped, Skipped)
    assert "not measured: syne_tune_aws could not be installed: no network" in show(skipped)
