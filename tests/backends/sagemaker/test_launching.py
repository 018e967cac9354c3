"""What is said, refused and sent before a study's tuners run. Here none of them gets an instance."""

from __future__ import annotations

import os
import shutil
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.backends.sagemaker.launched import PATIENCE, S3, WORKERS, call, plan_of, tuners
from tests.backends.sagemaker.secret_files import HARMLESS, SECRETS
from tests.helpers.outcomes import made_up_outcome

from tunewise.backends.sagemaker.identity import draw_identity, identity_of
from tunewise.cli import launch
from tunewise.events import FinishReason
from tunewise.paths import ExperimentPaths, StudyPaths, home
from tunewise.studies.outcome import write_outcome
from tunewise.studies.plan import keep_plan, read_plan
from tunewise.studies.sagemaker import staging
from tunewise.studies.sagemaker.staging import check_sources, stage
from tunewise.studies.sagemaker.tuners import SageMakerTuners
from tunewise.studies.spec import StudyError, load_spec

if TYPE_CHECKING:
    from collections.abc import Callable

    from sagemaker_rehearsal import Emulator

pytestmark = pytest.mark.slow


def command(source: Path, emulator: Emulator, *more: str) -> list[str]:
    return [
        "launch", str(source), "--experiment_tag", "tag", "--benchmark", "tiny", "--role", emulator.role,
        "--method", "RS", "--max_wallclock_time", "5", "--instance_type", WORKERS, *more,
    ]  # fmt: skip


def test_nothing_starts_without_a_yes(idle: Emulator, source: Path) -> None:
    asking = [
        "launch", str(source), "--experiment_tag", "tag", "--benchmark", "tiny", "--role", idle.role,
        "--s3", S3, "--n_workers", "3", "--warm_pool", "1", "--num_seeds", "2", "--max_wallclock_time", "1h",
        "--instance_type", "ml.g4dn.xlarge", "--max_cost", "2",
    ]  # fmt: skip
    for said in ("n\n", ""):
        result = call(*asking, said=said)
        assert result.exit_code == 2
        assert "Nothing was started" in result.output
    asked = call(*asking, "--forecast").output
    assert "4 experiments to start" in asked
    assert "12 x ml.g4dn.xlarge for training jobs" in asked
    assert "4 x ml.c5.xlarge for training jobs" in asked
    assert "12 x ml.g4dn.xlarge for warm pools, kept for 10m 00s" in asked
    # an experiment for 2 in money at 0.736 an hour, and its tuner's hour at 0.204
    assert "counts as wall-clock" not in asked
    assert "At most 1h 00m, 10.87 worker-hours and 4.00 hours of tuners: 8.00 + 0.82 in money" in asked
    assert idle.jobs() == []
    assert not StudyPaths.named("tag").folder.exists()


def test_a_launch_warns_about_the_quotas_of_new_accounts(idle: Emulator, source: Path) -> None:
    asked = command(source, idle, "--forecast", "--volume-gb", "2000", "--max_wallclock_time", "4d")
    told = " ".join(call(*asked).output.split())
    assert "may run for" not in told  # five days are enough for the tuner
    assert "Warning: A job needs 2000 GB of disk, but new accounts allow 1024 GB: ask AWS" in told
    told = " ".join(call(*command(source, idle, "--forecast", "--max_wallclock_time", "6d")).output.split())
    assert "Warning: A job may run for 604800 s, but new accounts allow 432000 s: ask AWS" in told
    result = call(*command(source, idle, "--yes", "--max_wallclock_time", "6d"))
    assert result.exit_code == 2
    told = " ".join(result.output.split())
    assert "is 432000 Seconds and a job asks for 604800: set --max-run to 432000 s at most (for a" in told
    assert idle.jobs() == []


def test_tuners_do_not_get_the_large_disks_of_trials(idle: Emulator, source: Path) -> None:
    """They would cost as much again, and may be more than an account may have."""
    asked = ("--instance_type", "ml.p4d.24xlarge", "--volume-gb", "8000", "--yes")
    result = call(*command(source, idle, *asked))
    assert result.exit_code == 0, result.output
    (tuner,) = idle.jobs()
    assert tuner.request["ResourceConfig"]["VolumeSizeInGB"] == 30


def test_a_launch_shows_what_it_needs_over_all_types(idle: Emulator, source: Path) -> None:
    """Four tuners with two workers each; tuners that leave no place to their jobs aren't started."""
    many = command(source, idle, "--num_seeds", "4", "--yes")
    assert (
        "12 over all training jobs; a new account has 4, which the tuners would use up: set --total-quota"
        in call(*many, "--forecast").output
    )
    assert "  4 over all training jobs\n" in call(*many, "--forecast", "--spot").output
    told = call(*many, "--forecast", "--total-quota", "7")
    assert "The quota is 7: the tuners leave 3 to their jobs, which take turns." in told.output
    assert told.exit_code == 0
    for more in ((), ("--forecast",)):
        refused = call(*many, "--total-quota", "4", *more)
        assert "hours of tuners" in refused.output
        assert "4 tuners would use up --total-quota 4" in " ".join(refused.output.split())
        assert refused.exit_code == 2
    assert idle.jobs() == []
    assert call(*many, "--spot", "--total-quota", "4").exit_code == 0  # jobs have a quota of their own
    again = call(*command(source, idle, "--spot", "--num_seeds", "5", "--forecast"), "--total-quota", "4")
    assert "5 over all training jobs" in again.output  # with the tuners that are at work
    assert "The quota is 4: tuners start as others end." in again.output


def test_a_launch_ends_when_its_tuners_use_up_the_quota(
    open_emulator: Callable[..., Emulator], brisk: None, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Instead of waiting for more, while those are paid for."""
    monkeypatch.setattr("tunewise.backends.sagemaker.code.pack", lambda spec: b"code")
    emulator = open_emulator(cold_start=1e6, total_quota=2)
    result = call(*command(source, emulator, "--num_seeds", "3", "--yes"))
    assert result.exit_code == 2
    told = " ".join(result.output.split())
    assert "Tuners of this study use up the quota 'Number of instances across" in told
    assert len(tuners(emulator)) == 2


def test_a_launch_that_is_repeated_starts_nothing_twice(idle: Emulator, source: Path) -> None:
    launch = command(source, idle, "--yes")
    first = call(*launch)
    assert first.exit_code == 0, first.output
    assert "[1/1] tiny-RS-2w-0 is tuned by the job tag-" in first.output
    again = call(*launch)
    assert "is being tuned by tag-" in again.output
    assert "Nothing of tag is left to start" in again.output
    more = call(*launch, "--num_seeds", "2")
    assert "[1/1] tiny-RS-2w-1 is tuned by the job tag-" in more.output
    assert len(tuners(idle)) == 2
    other = call(*launch, "--instance_type", "ml.m5.xlarge")
    assert other.exit_code == 2
    assert "was begun with --instance-type='ml.m5.large', not 'ml.m5.xlarge'" in other.output


def test_rerun_failed_repeats_failed_experiments(idle: Emulator, source: Path) -> None:
    launch = command(source, idle, "--yes", "--num_seeds", "2")
    assert call(*launch).exit_code == 0
    for tuner in tuners(idle):
        idle.client("sagemaker").stop_training_job(TrainingJobName=tuner)
        idle.wait_for(tuner, timeout=PATIENCE)
    plan = read_plan("tag")
    failed, well = (plan.paths.outcome(cell.name) for cell in plan.cells)
    write_outcome(made_up_outcome(finished=FinishReason.FAILING), failed)
    write_outcome(made_up_outcome(), well)
    assert "tiny-RS-2w-0 has failed; --rerun-failed runs it again from the beginning." in call(*launch).output
    assert len(tuners(idle)) == 2
    assert "[1/1] tiny-RS-2w-0 is tuned by" in call(*launch, "--rerun-failed").output
    assert (failed.exists(), well.exists()) == (False, True)


def test_a_study_launched_elsewhere_during_the_question(
    idle: Emulator, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its tuners are not started a second time, nor are those of other experiments taken for them."""

    def meanwhile() -> None:
        assert call(*command(source, idle, "--start_seed", "1", "--yes")).exit_code == 0
        assert call(*command(source, idle, "--yes")).exit_code == 0

    monkeypatch.setattr(launch, "_confirm", meanwhile)
    result = call(*command(source, idle, "--num_seeds", "3"))
    assert result.exit_code == 0, result.output
    assert [name.rpartition("-t")[2] for name in tuners(idle)] == ["00000-r0", "00001-r0", "00002-r0"]
    assert [cell.seed for cell in read_plan("tag").cells] == [1, 0, 2]
    assert not any(job.ended for job in idle.jobs())


def test_numbers_that_mean_other_experiments_on_another_machine(
    idle: Emulator, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = os.environ["TUNEWISE_HOME"]
    assert call(*command(source, idle, "--yes")).exit_code == 0
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "there"))
    assert call("fetch", "tag").exit_code == 0
    assert call(*command(source, idle, "--start_seed", "1", "--yes")).exit_code == 0
    monkeypatch.setenv("TUNEWISE_HOME", here)
    result = call(*command(source, idle, "--start_seed", "2", "--yes"))
    assert result.exit_code == 2
    assert "was launched from another machine, too" in result.output
    assert len(tuners(idle)) == 2
    assert not any(job.ended for job in idle.jobs())


def test_additions_of_another_machine_are_not_lost(
    idle: Emulator, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does this one number its next experiments as those are."""
    here = os.environ["TUNEWISE_HOME"]
    assert call(*command(source, idle, "--yes")).exit_code == 0
    (tuner,) = tuners(idle)
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "there"))
    assert call("fetch", "tag").exit_code == 0
    assert call(*command(source, idle, "--start_seed", "1", "--yes")).exit_code == 0
    idle.client("sagemaker").stop_training_job(TrainingJobName=tuner)
    idle.wait_for(tuner, timeout=PATIENCE)
    monkeypatch.setenv("TUNEWISE_HOME", here)
    assert call("fetch", "tag").exit_code == 1  # as its tuner was stopped
    result = call(*command(source, idle, "--yes"))
    assert result.exit_code == 2
    assert "was launched from another machine, too" in result.output
    assert len(tuners(idle)) == 2
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "third"))
    assert call("fetch", "tag").exit_code == 1
    assert [cell.seed for cell in read_plan("tag").cells] == [0, 1]


def test_results_of_a_rehearsal_are_not_used_on_aws(idle: Emulator, source: Path) -> None:
    paths = keep_plan(plan_of(source, idle, 5.0)).paths
    draw_identity(paths.experiment("tiny-ASHA-2w-0"), idle.region, on_s3=True)
    paths.experiment("tiny-ASHA-2w-0").journal.write_text("{}\n")
    with pytest.raises(StudyError, match="its tuner wasn't a job of this account"):
        SageMakerTuners(read_plan("tag")).statuses()


def test_wrong_usage_is_one_sentence(idle: Emulator, source: Path) -> None:
    for more, words in (
        (("--tuner_role", "me"), "role is 'me'"),
        (("--tuner_instance_type", "big"), "--tuner-instance-type is 'big'"),
        (("--experiment_tag", "a b"), "can't name a study"),
    ):
        result = call(*command(source, idle, "--yes", *more))
        assert (result.exit_code, words in result.output) == (2, True), result.output
    baselines = source / "baselines.py"
    baselines.write_text(baselines.read_text().replace("RS", "R" * 100))
    result = call(*command(source, idle, "--yes", "--method", "R" * 100))
    assert result.exit_code == 2
    assert "let the names of benchmarks and methods be shorter" in result.output
    assert not home().exists()


def test_a_script_outside_the_source_is_refused(source: Path, idle: Emulator, tmp_path: Path) -> None:
    elsewhere = tmp_path / "train.py"
    shutil.copy(source / "train.py", elsewhere)
    text = (source / "benchmark_definitions.py").read_text()
    (source / "benchmark_definitions.py").write_text(
        text.replace("Path(__file__).parent", "Path(__file__).parent.parent")
    )
    with pytest.raises(StudyError, match="isn't in"):
        check_sources(plan_of(source, idle, 5.0), load_spec(source))


def test_a_source_given_by_an_indirect_path(
    source: Path, idle: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "beside").mkdir()
    (tmp_path / "link").symlink_to(source)
    text = (source / "benchmark_definitions.py").read_text()
    monkeypatch.chdir(tmp_path / "beside")
    for words in ("Path(__file__).parent", "Path(__file__).resolve().parent"):
        (source / "benchmark_definitions.py").write_text(text.replace("Path(__file__).parent", words))
        for name in ("../mine", "../link"):
            result = call(*command(Path(name), idle, "--forecast"))
            assert result.exit_code == 0, result.output


def test_files_that_are_sent_with_tuners(
    source: Path,
    emulator: Emulator,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """No secrets, no links that lead nowhere, and no experiments that are kept in the folder itself: these
    aren't even looked at. What links lead to goes along, and programs stay programs."""
    for name, body in (SECRETS | HARMLESS).items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    (source / "nowhere").symlink_to(source / "gone")
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "tool").touch(0o755)
    (source / "linked").symlink_to("../shared")
    monkeypatch.setenv("TUNEWISE_HOME", str(source / "experiments"))
    plan = keep_plan(plan_of(source, emulator, 5.0))
    (source / "experiments" / ".env").touch()
    for _ in range(2):
        folder = stage(plan, {}) / "source" / "mine"
    staged = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert staged == {"baselines.py", "benchmark_definitions.py", "train.py", "linked/tool", *HARMLESS}
    assert os.access(folder / "linked" / "tool", os.X_OK)
    assert not os.access(folder / "train.py", os.X_OK)
    assert "experiments" not in caplog.text
    monkeypatch.setattr(staging, "LARGEST", 100)
    with pytest.raises(StudyError, match="pass data with --channel"):
        stage(plan, {})


def test_a_study_with_a_file_that_is_not_sent_is_refused(source: Path, idle: Emulator) -> None:
    for name in ("baselines.py", "train.py", "requirements.txt"):
        path = source / name
        before = path.read_bytes() if path.exists() else b""
        path.write_bytes(before + b"\n# " + SECRETS["fine.txt"])
        result = call(*command(source, idle, "--yes"))
        told = " ".join(result.output.split())
        assert result.exit_code == 2
        assert f"{name} can't be sent, as it seems to hold a GitHub token: keep secrets elsewhere" in told
        path.write_bytes(before)
    assert idle.jobs() == []


def test_packages_of_the_study_override_our_own(
    source: Path, emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = ["--extra-index-url https://example.com", "Num_Py>=1", "rich[jupyter]<15", "# of one's own"]
    (source / "requirements.txt").write_text("\n".join(theirs))
    monkeypatch.setattr(metadata, "requires", lambda _: ["num-py>=2", "rich", "click>=8,<9"])
    monkeypatch.setattr(metadata, "version", lambda _: "8.1+cpu")
    staged = stage(keep_plan(plan_of(source, emulator, 5.0)), {})
    assert (staged / "requirements.txt").read_text().splitlines() == ["click==8.1", *theirs]


def test_an_experiment_with_the_name_of_a_study_stays_unchanged(
    idle: Emulator, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call(*command(source, idle, "--yes")).exit_code == 0
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "elsewhere"))
    experiment = ExperimentPaths.named("tag")
    known = draw_identity(experiment, idle.region)
    experiment.definition.write_text("{}")
    result = call("fetch", "tag")
    assert result.exit_code == 2
    assert "is an experiment already" in result.output
    assert identity_of(experiment) == known
