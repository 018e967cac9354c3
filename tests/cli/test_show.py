"""`tunewise show` and `tunewise best`."""

import pytest
from tests.helpers.commands import Call, lines
from tests.helpers.recordings import Recording, typical

from tunewise.events import FinishReason
from tunewise.trial import FailureKind, Status

# ---- show -----------------------------------------------------------------------------------------------


def test_an_experiment_and_its_trials_the_best_first(call: Call) -> None:
    typical().write()
    shown = lines(call("show", "lm"))
    assert shown[0] == "Experiment lm"
    facts = "\n".join(shown)
    assert "/home/ann/train.py --data 'wiki text'" in facts
    assert "asha, type=promotion, seed 0" in facts
    assert "finished: the limit of 10 trials started is reached" in facts
    assert "4 trials (1 paused, 1 completed, 2 failed)" in facts
    assert "Best val_loss 4: trial 1 at epoch 9" in facts
    heading = next(number for number, line in enumerate(shown) if line.startswith("trial"))
    assert shown[heading].split() == ["trial", "status", "epoch", "val_loss", "time", "configuration"]
    assert [line.split()[:4] for line in shown[heading + 1 :]] == [
        ["1", "completed", "9", "4"],
        ["0", "paused", "1", "8"],
        ["2", "failed", "0", "-"],
        ["3", "failed", "0", "-"],
    ]


def test_an_experiment_that_has_just_started(call: Call) -> None:
    Recording().write()
    assert "No trial reported val_loss." in lines(call("show", "lm"))[-1]


def test_long_tables_are_cut_unless_all_is_asked_for(call: Call) -> None:
    recording = Recording()
    for number in range(25):
        trial = recording.start()
        recording.report(trial, float(number))
        recording.end(trial)
    recording.write()
    assert lines(call("show", "lm"))[-1] == "... and 5 more: `tunewise show lm --all`"
    assert lines(call("show", "lm", "--all"))[-1].split()[0] == "24"


def test_larger_may_be_better(call: Call) -> None:
    recording = Recording(mode="max")
    for value in (0.5, 0.9, 0.7):
        trial = recording.start()
        recording.report(trial, value, value - 0.1)
    recording.write()
    assert [line.split()[0] for line in lines(call("show", "lm"))[-3:]] == ["1", "2", "0"]


def test_one_trial_with_its_jobs_and_files(call: Call) -> None:
    record = typical().write()
    record.paths.checkpoint(1).mkdir(parents=True)
    shown = "\n".join(lines(call("show", "lm", "--trial", "1")))
    assert "Trial 1 of lm: completed" in shown
    assert "best 4 at epoch 9, last 4 at 9" in shown
    assert "job 0       " in shown
    assert "up to epoch 9" in shown
    assert str(record.paths.checkpoint(1)) in shown
    assert "tunewise logs lm 1" in shown


def test_where_the_jobs_of_a_trial_ran_and_how_long_they_waited(call: Call) -> None:
    recording = Recording(queues=True)
    recording.start()
    recording.start()
    recording.begin(0)
    recording.begin(1)
    recording.report(0, 1.0)
    recording.pause(0)
    recording.resume(0)
    recording.wait(0, "Priority")
    recording.write()
    shown = lines(call("show", "lm", "--trial", "0"))
    job = shown.index("Jobs") + 1
    assert shown[job].endswith("queued for 20s before")
    assert shown[job + 1].strip() == "node 7"
    assert shown[job + 2].split()[:2] == ["job", "1"]
    assert shown[job + 2].endswith("Priority")
    assert shown[job + 3].split()[0] == "output"  # it is nowhere yet


def test_the_failure_of_a_trial_with_its_traceback(call: Call) -> None:
    typical().write()
    shown = lines(call("show", "lm", "--trial", "3"))
    assert shown[-4:] == [
        "Failure (error)",
        "exit code 1",
        "Traceback (most recent call last):",
        "KeyError: 'weights'",
    ]


def test_a_missing_trial(call: Call) -> None:
    typical().write()
    result = call("show", "lm", "--trial", "4")
    assert result.exit_code == 3
    assert "'lm' has no trial 4: there are trials 0 to 3." in result.stderr


def test_decisions_are_in_words_and_the_newest_is_last(call: Call) -> None:
    typical().write()
    shown = [line[11:] for line in lines(call("show", "lm", "--decisions"))]
    assert shown == [
        "starts trial 0 up to epoch 1: drawn at random, with lr=0.5 dropout=0.5",
        "starts trial 1 up to epoch 1: drawn at random, with lr=0.01 dropout=0.5",
        "pauses trial 0: 1st of 1 at epoch 1",
        "pauses trial 1: 1st of 2 at epoch 1",
        "resumes trial 1 up to epoch 9: 1st of 3 at epoch 1",
        "starts trial 2 up to epoch 1: drawn at random, with lr=1 dropout=0.5",
        "gives up trial 2: val_loss was nan",
        "starts trial 3 up to epoch 1: drawn at random, with lr=0.2 dropout=0.5",
        "Finished: the limit of 10 trials started is reached",
    ]
    of_one = lines(call("show", "lm", "--trial", "0", "--decisions"))
    assert of_one[-1].endswith("pauses trial 0: 1st of 1 at epoch 1")


def test_failures_and_notes(call: Call) -> None:
    recording = typical()
    recording.open()
    trial = recording.start()
    recording.report(trial, 5.0)
    recording.report(trial, 4.0, level=1)
    recording.write()
    shown = [line[11:] for line in lines(call("show", "lm", "--notes"))]
    assert shown == [
        "trial 2: failed (configuration): val_loss was nan",
        "trial 3: failed (error): exit code 1: KeyError: 'weights'",
        "trial 4: epoch 1 was reported again: let it grow, as each level counts once",
    ]
    assert "there are no notes" in lines(call("show", "lm", "--notes", "--trial", "0"))[-1]


@pytest.mark.parametrize(
    ("limits", "flags"),
    [
        ({"max_num_trials_started": 10}, ""),
        ({"max_num_trials_started": 2}, ""),  # they have not come to their end
        ({"max_wallclock_time": 50.0}, " --max-wallclock 100s"),
        ({"max_wallclock_time": 1.5, "max_cost": 0.01}, " --max-wallclock 96s --max-cost 0.02"),
        ({"max_num_evaluations": 1}, " --max-evaluations 4"),
    ],
)
def test_the_resume_command_raises_limits_that_are_used_up(
    call: Call, limits: dict[str, float], flags: str
) -> None:
    recording = Recording(limits=limits)
    for _ in range(2):
        trial = recording.start()
        recording.report(trial, 1.0)
        recording.halt(trial, Status.SUSPENDED, why={"kind": "experiment ends"})
        recording.end(trial)
    recording.finish(FinishReason.STOPPED, "interrupted by Ctrl-C")
    recording.write()
    state = next(line for line in lines(call("show", "lm")) if line.startswith("  state"))
    assert state.endswith(f"interrupted by Ctrl-C; `tunewise resume lm{flags}` resumes it")


def test_a_retried_job_is_no_failure(call: Call) -> None:
    recording = Recording()
    trial = recording.start()
    recording.end(trial, FailureKind.INFRASTRUCTURE, "killed by SIGKILL from outside")
    recording.write()
    assert "there are no notes" in lines(call("show", "lm", "--notes"))[-1]


def test_a_queued_job_shows_how_long_it_waits(call: Call) -> None:
    recording = Recording("lm", limits={}, workers=2, queues=True)
    first, second = recording.start(0.1, until=9), recording.start(0.2, until=9)
    recording.wait(second, "Training job waiting for capacity")
    recording.time = 3600.0
    recording.begin(first)
    recording.report(first, 5.0, 4.0)
    recording.time = 3650.0
    recording.end(first)
    recording.write()
    shown = call("show", "lm").stdout
    assert "2 trials (1 queued, 1 completed) in 1h 00m, 0.01 worker-hours, 2h 00m in queues" in shown
    rows = [line.split() for line in shown.splitlines()]
    assert [second, "queued"] == [int(rows[-1][0]), rows[-1][1]]
    job = next(line for line in call("show", "lm", "--trial", "0").stdout.splitlines() if "job 0" in line)
    assert job.split(maxsplit=2)[2] == "50s from 1:00:00 on up to epoch 9, queued for 59m 50s before"
    job = next(line for line in call("show", "lm", "--trial", "1").stdout.splitlines() if "job 0" in line)
    assert "queued for 1h 00m so far, to run up to epoch 9: Training job waiting for capacity" in job
    assert "2h 00m in queues" in call("cost", "lm").stdout


# ---- best -----------------------------------------------------------------------------------------------


def test_the_best_and_how_to_train_it_again(call: Call) -> None:
    record = typical().write()
    record.paths.checkpoint(1).mkdir(parents=True)
    shown = lines(call("best", "lm"))
    assert shown[0] == "Best val_loss 4: trial 1 at epoch 9"
    assert shown[1:3] == ["  lr          0.01", "  dropout     0.5"]
    assert shown[3].endswith("checkpoint (of epoch 9)")
    command = (
        "cd /home/ann && /usr/bin/python3 /home/ann/train.py --data 'wiki text' --lr 0.01 --dropout 0.5 "
        "--epochs 9"
    )
    assert shown[-1].strip() == command
    assert lines(call("best", "lm", "--command")) == [command]


def test_the_command_does_not_promise_a_best_before_the_end(call: Call) -> None:
    recording = Recording("lm")
    trial = recording.start(0.01)
    recording.report(trial, 5.0, 3.0)
    recording.report(trial, 4.0, level=9)
    recording.end(trial)
    recording.write()
    shown = lines(call("best", "lm"))
    assert shown[0] == "Best val_loss 3: trial 0 at epoch 2, which last had 4 at epoch 9"
    assert shown[-2] == "To train it again up to epoch 9, where it had val_loss 4, not the 3 of epoch 2:"
    alone = call("best", "lm", "--command")
    assert len(lines(alone)) == 1
    assert "which last had 4 at epoch 9" in alone.stderr


def test_a_best_that_looks_equal_to_the_end_is_not_mentioned(call: Call) -> None:
    recording = Recording("lm")
    trial = recording.start(0.01)
    recording.report(trial, 3.0000001, 3.0)
    recording.report(trial, 3.0000002, level=9)
    recording.end(trial)
    recording.write()
    shown = lines(call("best", "lm"))
    assert shown[0] == "Best val_loss 3: trial 0 at epoch 2, which last had about the same at epoch 9"
    assert shown[-2] == "To train it again up to epoch 9, where it had val_loss 3:"


def test_a_best_checkpoint_that_the_script_keeps_is_shown(call: Call) -> None:
    record = typical().write()
    kept = record.paths.checkpoint(1) / "best"
    kept.mkdir(parents=True)
    (kept / "report.json").write_text('{"epoch": 5, "val_loss": 3.5}')
    shown = lines(call("best", "lm"))
    assert shown[3].split()[0] == "checkpoint"
    assert shown[4].endswith("trials/00001/checkpoint/best (of epoch 5, val_loss 3.5)")
    (kept / "report.json").write_text("[" * 1000)
    assert len(lines(call("best", "lm"))) == len(shown) - 1


def test_an_unfinished_trial_promises_nothing(call: Call) -> None:
    recording = Recording("lm")
    trial = recording.start(0.01)
    recording.report(trial, 3.0, level=2)
    recording.write()
    assert lines(call("best", "lm"))[-2] == "To train it up to epoch 9 (it had val_loss 3 at epoch 2):"


def test_a_best_trial_that_failed_is_marked_wherever_it_is_shown(call: Call) -> None:
    recording = Recording("lm")
    trial = recording.start(0.01)
    recording.report(trial, 3.0, level=2)
    recording.end(trial, FailureKind.CONFIGURATION, "out of memory")
    recording.write()
    best = "Best val_loss 3: trial 0 at epoch 2, which failed"
    assert lines(call("best", "lm"))[0] == best
    assert best in lines(call("show", "lm"))
    assert best in lines(call("cost", "lm"))
    assert "val_loss 3 (failed)" in lines(call("list"))[1]
    assert best.split(": ")[1] in call("best", "lm", "--command").stderr


def test_a_program_other_than_python_is_called_directly(call: Call) -> None:
    typical().write(entry_point="/home/ann/my train")
    assert lines(call("best", "lm", "--command"))[0].startswith("cd /home/ann && '/home/ann/my train' --data")


@pytest.mark.parametrize("command", ["best", "show", "resume"])
def test_an_unknown_back_end_is_explained_in_one_sentence(call: Call, command: str) -> None:
    typical().write(kind="teleport")
    result = call(command, "lm")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "There is no back end 'teleport'" in result.stderr


@pytest.mark.parametrize("command", ["best", "plot"])
def test_without_a_best_there_is_an_error(call: Call, command: str) -> None:
    Recording().write()
    result = call(command, "lm")
    assert result.exit_code == 3
    assert "no trial of lm has reported val_loss yet" in result.stderr.lower()


@pytest.mark.parametrize(("value", "better"), [(5.0, "4.5"), (0.0, "-0.1"), (-2.0, "-2.2")])
def test_how_to_go_on_after_a_goal_was_reached(call: Call, value: float, better: str) -> None:
    goals = {"target": 6.0, "max_num_trials_without_improvement": 1, "max_time_without_improvement": 1e-3}
    recording = Recording(limits=goals)
    for late in (0.0, 1.0):
        trial = recording.start()
        recording.report(trial, value + late, level=9)
        recording.end(trial)
    recording.finish(FinishReason.STOPPED, "interrupted by Ctrl-C")
    recording.write()
    state = next(line for line in lines(call("show", "lm")) if line.startswith("  state"))
    flags = f"--target {better} --max-trials-without-improvement 2 --max-time-without-improvement"
    assert f"`tunewise resume lm {flags} " in state


def test_what_another_hour_promises_and_how_to_go_on_when_it_was_too_little(call: Call) -> None:
    recording = Recording(limits={"worth": 0.5, "min_gain": 0.1})
    for number in range(40):
        trial = recording.start()
        recording.report(trial, 5.0 + 0.01 * number, level=9)
        recording.end(trial)
    recording.finish(FinishReason.STOPPED, "interrupted by Ctrl-C")
    recording.write()
    shown = lines(call("show", "lm"))
    outlook = next(line for line in shown if line.startswith("  outlook"))
    assert "another 6m 25s is expected to lower val_loss by 0." in outlook
    assert outlook.endswith("for 0.21 worker-hours, and is worth 0.001")
    state = next(line for line in shown if line.startswith("  state"))
    assert state.endswith("`tunewise resume lm --min-gain 0.01 --worth 1` resumes it")
