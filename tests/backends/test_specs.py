"""Specifications of back ends as `experiment.json` keeps them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tunewise.backends import spec_from_json
from tunewise.backends.base import BackendError, BackendSpec
from tunewise.backends.local import LocalBackend
from tunewise.backends.sagemaker.spec import SageMakerBackend
from tunewise.backends.simulated import SimulatedBackend
from tunewise.testing.discovery import discover

SPECS = discover(BackendSpec, "tunewise.backends")  # type: ignore[type-abstract]
EXAMPLES = {
    "local": LocalBackend("/train.py"),
    "sagemaker": SageMakerBackend(
        "/train.py",
        role="arn:aws:iam::123456789012:role/training",
        image="123456789012.dkr.ecr.us-east-1.amazonaws.com/training:1",
        instance_type="ml.g4dn.xlarge",
        s3="s3://bucket/tunewise",
        keep_alive=600,
    ),
    "simulated": SimulatedBackend("recorded:/table.npz", start_delay=3.0, preemption_rate=0.1, seed=2),
}
LOCAL = {"kind": "local", "entry_point": "/train.py"}


@pytest.mark.parametrize("kind", SPECS, ids=lambda spec: spec.__name__)
def test_every_back_end_is_read_by_its_kind(kind: type[BackendSpec]) -> None:
    spec = EXAMPLES[kind.kind]
    told = json.loads(json.dumps({"kind": spec.kind, **spec.to_json()}))
    assert spec_from_json(told) == spec


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({**LOCAL, "kind": "slurm"}, "There is no back end 'slurm': this version of Tunewise has local,"),
        ({"entry_point": "/train.py"}, "There is no back end None"),
        ({"kind": ["local"]}, "There is no back end"),
        ({"kind": "local"}, "'local' can't be used: Object missing required field `entry_point`"),
        (
            {**LOCAL, "nodes": 2, "host": "a"},
            "can't be used: this version of Tunewise doesn't know host, nodes",
        ),
        ({**LOCAL, "arguments": "--data x"}, "can't be used: Expected `array`, got `str`"),
        ({**LOCAL, "entry_point": None}, "can't be used: Expected `str`, got `null`"),
        ({**LOCAL, "stop_grace": "10"}, "can't be used: Expected `float`, got `str`"),
        ({**LOCAL, "gpus_per_trial": 0.7}, "can't be used: gpus_per_trial is 0.7"),
    ],
)
def test_what_is_no_back_end_is_said_in_a_sentence(told: dict[str, Any], message: str) -> None:
    with pytest.raises(BackendError) as caught:
        spec_from_json(told)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")
    assert not str(caught.value).endswith("..")
