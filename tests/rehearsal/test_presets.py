"""Profiles by name and from files."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from sagemaker_rehearsal import Fault, Profile
from sagemaker_rehearsal.faults import CALL_EFFECTS, JOB_EFFECTS
from sagemaker_rehearsal.messages import RehearsalError
from sagemaker_rehearsal.profile import PROFILES, Rate, open_profile


def written(tmp_path: Path, text: str, name: str = "mine.toml") -> str:
    path = tmp_path / name
    path.write_text(text)
    return str(path)


def test_each_profile_has_a_name() -> None:
    for name, profile in PROFILES.items():
        assert open_profile(name) == (profile, [])


def test_a_file_changes_a_profile_and_brings_faults(tmp_path: Path) -> None:
    profile, faults = open_profile(
        written(
            tmp_path,
            """
profile = "realistic"
time_scale = 60
cold_start = 12.5
default_quota = 4
quotas = {"ml.g4dn.xlarge" = 2}
[rates.CreateTrainingJob]
per_second = 0.5
burst = 3
[[faults]]
effect = "lost_response"
operation = "CreateTrainingJob"
after = 2
[[faults]]
effect = "interruption"
subject = "mine-*"
delay = 30
""",
        )
    )
    assert (profile.time_scale, profile.cold_start, profile.default_quota) == (60, 12.5, 4)
    assert profile.quotas == {"ml.g4dn.xlarge": 2}
    assert profile.rates == {"CreateTrainingJob": Rate(0.5, 3)}
    assert profile.warm_start == PROFILES["realistic"].warm_start
    assert faults == [
        Fault("lost_response", "CreateTrainingJob", after=2),
        Fault("interruption", subject="mine-*", delay=30),
    ]


def test_json_does_as_well(tmp_path: Path) -> None:
    text = json.dumps({"seed": 7, "faults": [{"effect": "throttle", "times": 3}]})
    assert open_profile(written(tmp_path, text, "mine.json")) == (
        Profile(seed=7),
        [Fault("throttle", times=3)],
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cold_strat = 1", "there is no 'cold_strat'.*cold_start"),
        ("cold_start = 'long'", "Expected `float`"),
        ("profile = 'nice'", "profile must be one of quick, realistic, pessimistic"),
        ("time_scale = 0", "time_scale is 0"),
        ("faults = 3", "faults must be a list"),
        ("[[faults]]\noperation = 'X'", "fault 1: .*effect"),
        ("[[faults]]\neffect = 'throttle'\n[[faults]]\neffect = 'boom'", "There is no fault 'boom'"),
        ("not toml", "can't be read"),
        ("capacity_error_rate = 1.5", "between 0 and 1"),
        ("[rates.X]\nper_second = 1", "burst"),
    ],
)
def test_mistakes_in_a_file_are_explained(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(RehearsalError, match=words):
        open_profile(written(tmp_path, text))


def test_an_unknown_profile_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RehearsalError, match="There is no profile 'realistisch'"):
        open_profile("realistisch")
    with pytest.raises(RehearsalError, match="can't be read"):
        open_profile(str(tmp_path / "none.toml"))


def test_each_setting_of_a_profile_is_explained() -> None:
    assert Profile.__doc__ is not None
    for field in fields(Profile):
        assert re.search(rf"\b{field.name}\b", Profile.__doc__), field.name


def test_the_page_names_all_settings_and_effects(tmp_path: Path) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs/rehearsal.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```toml\n(.*?)^```$", page, re.M | re.S)
    profile, faults = open_profile(written(tmp_path, example))
    assert profile.quotas
    assert faults
    told = set(re.findall(r"`([\w.]+)`", page))
    assert {field.name for field in fields(Profile)} <= told
    assert {*CALL_EFFECTS, *JOB_EFFECTS, *PROFILES} <= told
