"""Scripts get hyperparameters in their own way, in a job and by the command that repeats it."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest
from click.testing import CliRunner

from tunewise import Problem, StoppingCriterion, Tuner, load_experiment, methods, space
from tunewise.backends import spec_from_json
from tunewise.backends.base import BackendError, Job
from tunewise.backends.local import LocalBackend
from tunewise.backends.slurm import SlurmBackend
from tunewise.cli import main
from tunewise.events import JobEnded, Reported
from tunewise.paths import ExperimentPaths
from tunewise.trial import JobId

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tunewise.space import Value

SHOW = """
import json, os, sys
shown = {"argv": [], "files": [], "folders": [], "set": [os.environ.get("a.lr"), os.environ.get("text")]}
for word in sys.argv[1:]:
    path = word.rpartition("=")[2]
    kind = "files" if os.path.isfile(path) else "folders" if os.path.isdir(path) else "argv"
    shown[kind].append(open(path).read() if kind == "files" else word if kind == "argv" else os.listdir(path))
print(json.dumps(shown))
"""
ARGUMENTS: Mapping[str, Value] = {"a.lr": 1e-05, "text": "it's $HOME; a `b`", "amp": False, "none": None}
JOB = JobId(3, 1)

WAYS: Mapping[str, dict[str, Any]] = {
    "flags": {},
    "equals": {"pass_as": "equals", "booleans": "no"},
    "hydra": {"pass_as": "hydra"},
    "variables": {"pass_as": "env"},
    "json": {"pass_as": "json"},
    "yaml": {"pass_as": "yaml", "template": "--config {file} --amp {amp}", "booleans": "switch"},
    "toml": {"pass_as": "toml", "template": "-o {output_dir} --config={file} '{text} twice'"},
    "checkpoints": {"template": "--st_checkpoint_dir {checkpoint_dir} '{{x}} {a.lr}'"},
}


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "script.py"
    path.write_text(SHOW)
    return path


def seen_by_a_job(spec: LocalBackend, folder: Path) -> dict[str, Any]:
    backend = spec.open(ExperimentPaths(folder), workers=1, elapsed=0.0)
    backend.attach([])
    backend.start(Job(JOB, dict(ARGUMENTS), resumed=True))
    ended: list[JobEnded] = []
    while not ended:
        ended = [fact for fact in backend.poll(60.0) if isinstance(fact, JobEnded)]
    backend.close()
    assert ended[0].failure is None, ended
    return dict(json.loads(ExperimentPaths(folder).job(JOB).stdout.read_text()))


@pytest.mark.parametrize("way", WAYS)
def test_a_job_and_the_command_that_repeats_it_see_the_same(script: Path, tmp_path: Path, way: str) -> None:
    spec = LocalBackend(str(script), arguments=("fixed",), **WAYS[way])
    assert spec_from_json(json.loads(json.dumps({"kind": "local", **spec.to_json()}))) == spec
    seen = seen_by_a_job(spec, tmp_path / "an experiment")
    repeated = subprocess.run(
        ["sh", "-c", spec.command(dict(ARGUMENTS))], check=True, capture_output=True, text=True
    )
    assert json.loads(repeated.stdout) == seen
    assert seen["argv"][0] == "fixed"
    told = f"{seen['argv']} {seen['files']} {seen['set']}"
    assert "it's $HOME; a `b`" in told.replace("\\", "")
    assert "1e-05" in told or "1.0e-05" in told
    assert ("none=null" in told) == (way == "hydra")


def test_what_a_script_gets_in_files_and_variables(script: Path, tmp_path: Path) -> None:
    spec = LocalBackend(str(script), pass_as="json", template="{output_dir} {checkpoint_dir}")
    seen = seen_by_a_job(spec, tmp_path / "e")
    assert seen["argv"] == []
    assert seen["folders"] == [[], []]
    assert json.loads(seen["files"][0]) == {"a": {"lr": 1e-05}, "text": ARGUMENTS["text"], "amp": False}
    by_variable = seen_by_a_job(LocalBackend(str(script), pass_as="env"), tmp_path / "f")
    assert (by_variable["argv"], by_variable["set"]) == ([], ["1e-05", ARGUMENTS["text"]])


IN_ITS_FOLDER = """
import json, os, beside
from pathlib import Path
log = Path("log.csv")
rows = log.read_text().splitlines() if log.exists() else ["loss"]
log.write_text("\\n".join([*rows, str(len(rows) + beside.ONE), ""]))
"""


@pytest.mark.parametrize(("run_in", "rows"), [("output_dir", [2]), ("checkpoint_dir", [2, 3, 4])])
def test_scripts_that_write_to_fixed_places_run_in_folders_of_their_own(
    tmp_path: Path, run_in: str, rows: list[int]
) -> None:
    """Also at the same time. In the folder of their trial they find what its earlier jobs left."""
    (tmp_path / "train.py").write_text(IN_ITS_FOLDER)
    (tmp_path / "beside.py").write_text("ONE = 1")
    spec = LocalBackend(str(tmp_path / "train.py"), run_in=run_in, metrics_from="log.csv")  # type: ignore[arg-type]
    spec.check(workers=4)
    paths = ExperimentPaths(tmp_path / "e")
    backend = spec.open(paths, workers=3, elapsed=0.0)
    backend.attach([])
    reported: dict[int, list[object]] = {0: [], 1: []}
    for run in range(3):
        for trial in reported:
            backend.start(Job(JobId(trial, run), {}, resumed=run > 0, metric="loss"))
        ended = 0
        while ended < 2:
            facts = backend.poll(60.0)
            ended += sum(isinstance(fact, JobEnded) for fact in facts)
            for fact in facts:
                if isinstance(fact, Reported):
                    reported[fact.job.trial_id].append(fact.values["loss"])
    backend.close()
    assert reported == {0: rows * (3 // len(rows)), 1: rows * (3 // len(rows))}
    repeated = subprocess.run(
        ["sh", "-c", f"{spec.command({})} && cat log.csv"], check=True, capture_output=True
    )
    assert repeated.stdout == b"loss\n2\n"
    assert not (tmp_path / "log.csv").exists()


@pytest.mark.parametrize(
    ("settings", "workers", "refused"),
    [
        ({"metrics_from": "log.csv"}, 2, True),
        ({"metrics_from": "log.csv"}, 1, False),
        ({"metrics_from": "log.csv", "run_in": "output_dir"}, 2, False),
        ({"metrics_from": "/log.csv", "run_in": "output_dir"}, 2, True),
        ({"metrics_from": "{checkpoint_dir}/log.csv"}, 2, False),
        ({"metrics_from": "tensorboard:runs"}, 2, True),
        ({"metrics_from": "syne-tune"}, 2, False),
    ],
)
def test_jobs_that_run_at_the_same_time_share_no_file(
    script: Path, settings: dict[str, Any], workers: int, refused: bool
) -> None:
    spec = LocalBackend(str(script), **settings)
    if refused:
        with pytest.raises(BackendError, match="Jobs that run at the same time would all write"):
            spec.check(workers)
    else:
        spec.check(workers)


CONFIGS = {
    "base.json": '{"lr": 1, "model": {"depth": 3, "name": null}}',
    "base.yml": "lr: 1\nmodel: {depth: 3, name: ~}\n",
    "base.toml": "lr = 1\n[model]\ndepth = 3\n",
}


@pytest.mark.parametrize("name", CONFIGS)
def test_the_rest_of_a_configuration_comes_from_a_file(script: Path, tmp_path: Path, name: str) -> None:
    """As it was at the beginning: it is kept with the experiment."""
    path = tmp_path / name
    path.write_text(CONFIGS[name])
    style = "toml" if name == "base.toml" else "yaml"
    spec = LocalBackend(str(script), pass_as=style, base_config=str(path))  # type: ignore[arg-type]
    path.unlink()
    again = spec_from_json(json.loads(json.dumps({"kind": "local", **spec.to_json()})))
    assert again == spec
    assert isinstance(again, LocalBackend)
    seen = seen_by_a_job(again, tmp_path / "e")["files"][0]
    assert "depth" in seen
    assert "1e-05" in seen or "1.0e-05" in seen
    repeated = subprocess.run(
        ["sh", "-c", again.command(dict(ARGUMENTS))], check=True, capture_output=True, text=True
    )
    assert json.loads(repeated.stdout)["files"] == [seen]


def test_small_numbers_of_a_base_in_yaml_stay_numbers(script: Path, tmp_path: Path) -> None:
    path = tmp_path / "base.yaml"
    path.write_text("a: 1e-5\nb: [-1E5, .5e+3, 1.e-5]\nc: '1e-5'\nd: 1e-5x\n")
    spec = LocalBackend(str(script), pass_as="yaml", base_config=str(path))
    assert spec.base == {"a": 1e-5, "b": [-1e5, 500.0, 1e-5], "c": "1e-5", "d": "1e-5x"}


@pytest.mark.parametrize(
    ("name", "content", "pass_as", "message"),
    [
        ("a.json", "{", "json", r"a.json can't be read: "),
        ("a.json", "[1]", "json", "holds no table of settings, but list"),
        ("a.yaml", "a: [", "yaml", "can't be read: "),
        ("a.txt", "", "json", "give a file that ends in .json"),
        ("a.json", "{}", "flags", "base_config needs a file that the script takes"),
        ("a.json", '{"a": null}', "toml", "can't be written as TOML: TOML has no null"),
        ("", "", "json", "can't be read: "),
    ],
)
def test_a_base_that_cannot_be_used_is_refused(
    script: Path,
    tmp_path: Path,
    name: str,
    content: str,
    pass_as: Literal["json", "toml", "flags"],
    message: str,
) -> None:
    path = tmp_path / (name or "missing.json")
    if name:
        path.write_text(content)
    with pytest.raises(ValueError, match=message):
        LocalBackend(str(script), pass_as=pass_as, base_config=str(path))


def test_names_that_the_base_lacks_are_told(
    script: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "base.json").write_text('{"lr": 1, "a": 3, "epochs": 1}')
    spec = LocalBackend(str(script), pass_as="json", base_config=str(tmp_path / "base.json"))
    tuned = problem(**{"a.b": 1, "c": 2})
    Tuner(spec, methods.rs(tuned), StoppingCriterion(max_num_trials_started=1))
    assert caplog.messages == ["What the base configuration lacks is added to it: a.b, c."]


def test_a_container_stands_in_front_of_the_script_and_behind_its_variables(script: Path) -> None:
    spec = SlurmBackend(str(script), python="python3", pass_as="env", container="apptainer exec --nv a.sif")
    command = spec.command({"lr": 0.5, "name": "a b"})
    assert command.endswith(f" && env lr=0.5 'name=a b' apptainer exec --nv a.sif python3 {script}")


def test_defaults_are_not_written_into_the_plan_of_a_study(script: Path) -> None:
    assert "pass_as" not in LocalBackend(str(script)).options()
    assert LocalBackend(str(script), booleans="no").options()["booleans"] == "no"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"pass_as": "xml"}, "pass_as is 'xml': give one of 'flags',"),
        ({"pass_as": None}, "pass_as is None"),
        ({"booleans": "yes"}, "booleans is 'yes': give one of 'text',"),
        ({"template": "-l '{lr}"}, "which no shell could split: No closing quotation"),
        ({"template": "-l {file}"}, "needs pass_as json, yaml or toml"),
        ({"template": ("-l",)}, "give one text"),
        ({"metric_patterns": {"loss": "loss ("}}, "is no regular expression"),
        ({"metric_patterns": {"loss": "loss"}}, "has no group for its value"),
        ({"metrics_from": "log.txt"}, "is no place for metrics"),
        ({"count_from": 2}, "count_from is 2: give 0 or 1"),
        ({"run_in": "/tmp"}, "run_in is '/tmp': give one of 'folder', 'output_dir'"),
    ],
)
def test_settings_that_mean_nothing_are_refused(script: Path, settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        LocalBackend(str(script), **settings)


def problem(**hyperparameters: Any) -> Problem:  # noqa: ANN401 - domains or constants
    return Problem(
        {"lr": space.uniform(0, 1), **hyperparameters},
        "loss",
        resource_attr="epoch",
        max_resource=3,
        max_resource_arg="epochs",
    )


@pytest.mark.parametrize(
    ("settings", "extra", "message"),
    [
        ({"template": "{lr} {depth}"}, {}, r"\{depth\} of the template is no hyperparameter"),
        ({"template": "{output_dir}"}, {"output_dir": "x"}, "rename the hyperparameter 'output_dir'"),
        ({"pass_as": "toml"}, {"lr.decay": 1}, "'lr.decay' would be a value and a table"),
        ({"pass_as": "env"}, {"TUNEWISE_REPORTS": 1}, "is a variable of Tunewise"),
        ({"metric_patterns": {"acc": "acc (.*)"}}, {}, "patterns for 'acc', and none for the metric 'loss'"),
        ({"metric_patterns": {"loss": "loss (.*)"}}, {}, "No pattern finds 'epoch', which counts"),
    ],
)
def test_a_space_that_cannot_be_passed_is_refused_before_anything_runs(
    script: Path, settings: dict[str, Any], extra: dict[str, Any], message: str
) -> None:
    spec = LocalBackend(str(script), **settings)
    with pytest.raises(RuntimeError, match=message):
        Tuner(spec, methods.rs(problem(**extra)), StoppingCriterion(max_num_trials_started=1))


@pytest.mark.parametrize(
    ("settings", "warned"),
    [
        ({}, True),
        ({"pass_as": "env"}, True),
        ({"pass_as": "json", "template": "{amp}"}, True),
        ({"pass_as": "json"}, False),
        ({"pass_as": "hydra"}, False),
        ({"booleans": "text"}, False),
        ({"booleans": "switch"}, False),
    ],
)
def test_booleans_as_text_are_warned_of_once(
    script: Path, settings: dict[str, Any], warned: bool, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    tuned = problem(amp=space.choice([True, False]), nesterov=True, fixed=False, depth=space.choice([0, 1]))
    Tuner(
        LocalBackend(str(script), **settings), methods.rs(tuned), StoppingCriterion(max_num_trials_started=1)
    )
    assert len(caplog.messages) == warned
    names = "amp, fixed" if settings.get("pass_as") != "json" else "amp"
    assert all(
        text.startswith(f"{names} reaches the script as the text True or False") for text in caplog.messages
    )


EXECUTED = """
import argparse, json
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float)
parser.add_argument("--layers", type=json.loads)
parser.add_argument("--amp", action="store_true")
args = parser.parse_args()
from tunewise import Reporter
Reporter()(loss=args.lr + sum(args.layers), amp=args.amp)
"""


def test_lists_and_switches_of_an_argparse_script_are_tuned(tmp_path: Path) -> None:
    (tmp_path / "train.py").write_text(EXECUTED)
    tuned = Problem(
        {
            "lr": space.uniform(0, 1),
            "layers": space.choice([[64, 64], [128]]),
            "amp": space.choice([True, False]),
        },
        "loss",
    )
    spec = LocalBackend(str(tmp_path / "train.py"), python=sys.executable, booleans="switch")
    result = Tuner(spec, methods.rs(tuned), StoppingCriterion(max_num_trials_started=6), name="lists").run()
    assert {trial.config["layers"] for trial in result.state.trials} == {"[64, 64]", "[128]"}
    assert {trial.config["amp"] for trial in result.state.trials} == {True, False}
    rows = [
        (report["amp"], trial.config["amp"])
        for trial in result.state.trials
        for report in _reports(result.paths, trial.id)
    ]
    assert len(rows) == 6
    assert all(reported is given for reported, given in rows)


def _reports(paths: ExperimentPaths, trial: int) -> list[dict[str, Any]]:
    lines = paths.job(JobId(trial, 0)).reports.read_text().splitlines()
    return [json.loads(line)["values"] for line in lines]


NNI = """
import json
import os

_FOLDER = os.environ["NNI_SYS_DIR"]


def get_next_parameter():
    with open(os.path.join(_FOLDER, "parameter.cfg")) as file:
        return json.load(file)["parameters"]


def _send(kind, value):
    os.makedirs(os.path.join(_FOLDER, ".nni"), exist_ok=True)
    told = json.dumps({"parameter_id": 0, "type": kind, "sequence": 0, "value": json.dumps(value)}) + "\\n"
    with open(os.path.join(_FOLDER, ".nni", "metrics"), "ab") as file:
        file.write(b"ME%06d%b" % (len(told), told.encode()))


def report_intermediate_result(value):
    _send("PERIODICAL", value)


def report_final_result(value):
    _send("FINAL", value)
"""
"""What the package nni 3.0 does in a trial, as far as scripts notice it."""

FOR_NNI = """
import nni

params = nni.get_next_parameter()
error = 0.0 if params["act"] is None else 1.0
for epoch in range(params["epochs"]):
    error += params["opt"]["lr"]
    nni.report_intermediate_result({"default": error, "twice": 2 * error})
nni.report_final_result(error)
print("error", error)
"""


@pytest.mark.slow
def test_a_script_of_nni_is_tuned_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "train.py").write_text(FOR_NNI)
    if find_spec("nni") is None:  # it pulls much along
        (tmp_path / "nni.py").write_text(NNI)
    space = ["--space", "opt.lr=uniform(0.1, 1)", "--space", "act=choice(['relu', None, [1, 2]])"]
    level = ["--resource", "epoch", "--max-resource", "epochs=3"]
    how = ["--pass-as", "nni", "--method", "rs", "--workers", "2", "--max-trials", "4", "--name", "theirs"]
    run = ["run", str(tmp_path / "train.py"), "--metric", "loss", *space, *level, *how]
    result = CliRunner().invoke(main, run)
    assert result.exit_code == 0, result.output
    record = load_experiment("theirs")
    for trial in record.state.trials:
        lr, first = trial.config["opt.lr"], 0.0 if trial.config["act"] is None else 1.0
        assert isinstance(lr, float)
        assert trial.values == pytest.approx([first + lr, first + 2 * lr, first + 3 * lr])
    command = CliRunner().invoke(main, ["best", "theirs", "--command"]).stdout
    done = subprocess.run(["sh", "-c", command], check=True, capture_output=True, text=True)
    assert "error" in done.stdout or find_spec("nni")  # it takes what is printed
