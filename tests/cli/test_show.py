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


def test_an_experiment_that_has_only_just_begun(call: Call) -> None:
    Recording().write()
    assert "No trial reported val_loss." in lines(call("show", "lm"))[-1]


def test_long_tables_are_cut_unless_all_is_asked_for(call: Call) -> None:
    told = Recording()
    for number in range(25):
        trial = told.start()
        told.report(trial, float(number))
        told.end(trial)
    told.write()
    assert lines(call("show", "lm"))[-1] == "... and 5 more: `tunewise show lm --all`"
    assert lines(call("show", "lm", "--all"))[-1].split()[0] == "24"


def test_larger_may_be_better(call: Call) -> None:
    told = Recording(mode="max")
    for value in (0.5, 0.9, 0.7):
        trial = told.start()
        told.report(trial, value, value - 0.1)
    told.write()
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
    told = Recording(queues=True)
    told.start()
    told.start()
    told.begin(0)
    told.begin(1)
    told.report(0, 1.0)
    told.pause(0)
    told.resume(0)
    told.wait(0, "Priority")
    told.write()
    shown = lines(call("show", "lm", "--trial", "0"))
    job = shown.index("Jobs") + 1
    assert shown[job].endswith("queued for 20s before")
    assert shown[job + 1].strip() == "node 7"
    assert shown[job + 2].split()[:2] == ["job", "1"]
    assert shown[job + 2].endswith("Priority")
    assert shown[job + 3].split()[0] == "printed"  # it is nowhere yet


def test_the_failure_of_a_trial_with_its_traceback(call: Call) -> None:
    typical().write()
    shown = lines(call("show", "lm", "--trial", "3"))
    assert shown[-4:] == [
        "Failure (error)",
        "exit code 1",
        "Traceback (most recent call last):",
        "KeyError: 'weights'",
    ]


def test_a_trial_that_is_not_there(call: Call) -> None:
    typical().write()
    result = call("show", "lm", "--trial", "4")
    assert result.exit_code == 3
    assert "'lm' has no trial 4: there are trials 0 to 3." in result.stderr


def test_decisions_in_words_the_newest_last(call: Call) -> None:
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
    told = typical()
    told.open()
    trial = told.start()
    told.report(trial, 5.0)
    told.report(trial, 4.0, level=1)
    told.write()
    shown = [line[11:] for line in lines(call("show", "lm", "--notes"))]
    assert shown == [
        "trial 2: failed (configuration): val_loss was nan",
        "trial 3: failed (error): exit code 1: KeyError: 'weights'",
        "trial 4: epoch 1 was reported again; only the first report of a level counts",
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
def test_what_goes_on_with_an_experiment_gives_more_of_what_is_used_up(
    call: Call, limits: dict[str, float], flags: str
) -> None:
    told = Recording(limits=limits)
    for _ in range(2):
        trial = told.start()
        told.report(trial, 1.0)
        told.halt(trial, Status.SUSPENDED, why={"kind": "experiment ends"})
        told.end(trial)
    told.finish(FinishReason.STOPPED, "interrupted by Ctrl-C")
    told.write()
    state = next(line for line in lines(call("show", "lm")) if line.startswith("  state"))
    assert state.endswith(f"interrupted by Ctrl-C; `tunewise resume lm{flags}` goes on")


def test_a_retried_job_is_no_failure(call: Call) -> None:
    told = Recording()
    trial = told.start()
    told.end(trial, FailureKind.INFRASTRUCTURE, "killed by SIGKILL from outside")
    told.write()
    assert "there are no notes" in lines(call("show", "lm", "--notes"))[-1]


def test_a_job_in_a_queue_is_told_with_how_long_it_waits(call: Call) -> None:
    told = Recording("lm", limits={}, workers=2, queues=True)
    first, second = told.start(0.1, until=9), told.start(0.2, until=9)
    told.wait(second, "Training job waiting for capacity")
    told.time = 3600.0
    told.begin(first)
    told.report(first, 5.0, 4.0)
    told.time = 3650.0
    told.end(first)
    told.write()
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


def test_what_was_better_before_the_end_is_not_promised_by_the_command(call: Call) -> None:
    told = Recording("lm")
    trial = told.start(0.01)
    told.report(trial, 5.0, 3.0)
    told.report(trial, 4.0, level=9)
    told.end(trial)
    told.write()
    shown = lines(call("best", "lm"))
    assert shown[0] == "Best val_loss 3: trial 0 at epoch 2, which last had 4 at epoch 9"
    assert shown[-2] == "To train it again up to epoch 9, where it had val_loss 4, not the 3 of epoch 2:"
    alone = call("best", "lm", "--command")
    assert len(lines(alone)) == 1
    assert "which last had 4 at epoch 9" in alone.stderr


def test_a_best_that_the_end_differs_from_in_no_digit_shown_is_not_set_against_it(call: Call) -> None:
    told = Recording("lm")
    trial = told.start(0.01)
    told.report(trial, 3.0000001, 3.0)
    told.report(trial, 3.0000002, level=9)
    told.end(trial)
    told.write()
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


def test_a_trial_that_was_not_trained_to_its_end_promises_nothing(call: Call) -> None:
    told = Recording("lm")
    trial = told.start(0.01)
    told.report(trial, 3.0, level=2)
    told.write()
    assert lines(call("best", "lm"))[-2] == "To train it up to epoch 9 (it had val_loss 3 at epoch 2):"


def test_a_best_trial_that_failed_is_marked_wherever_it_is_shown(call: Call) -> None:
    told = Recording("lm")
    trial = told.start(0.01)
    told.report(trial, 3.0, level=2)
    told.end(trial, FailureKind.CONFIGURATION, "out of memory")
    told.write()
    best = "Best val_loss 3: trial 0 at epoch 2, which failed"
    assert lines(call("best", "lm"))[0] == best
    assert best in lines(call("show", "lm"))
    assert best in lines(call("cost", "lm"))
    assert "val_loss 3 (failed)" in lines(call("list"))[1]
    assert best.split(": ")[1] in call("best", "lm", "--command").stderr


def test_a_program_that_is_no_python_script_is_called_itself(call: Call) -> None:
    typical().write(entry_point="/home/ann/my train")
    assert lines(call("best", "lm", "--command"))[0].startswith("cd /home/ann && '/home/ann/my train' --data")


@pytest.mark.parametrize("command", ["best", "show", "resume"])
def test_a_back_end_that_is_not_known_is_told_in_a_sentence(call: Call, command: str) -> None:
    typical().write(kind="teleport")
    result = call(command, "lm")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "There is no back end 'teleport'" in result.stderr


@pytest.mark.parametrize("command", ["best", "plot"])
def test_there_may_be_no_best_yet(call: Call, command: str) -> None:
    Recording().write()
    result = call(command, "lm")
    assert result.exit_code == 3
    assert "no trial of lm has reported val_loss yet" in result.stderr.lower()
