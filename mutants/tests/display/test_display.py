"""The live display and the plain lines."""

import io
import re

import pytest
from rich.console import Console
from tests.helpers.recordings import Recording, typical

from tunewise.display import console as consoles
from tunewise.display.frame import Size, Title, frame
from tunewise.display.lines import BEST_PERIOD, SAME_TRIAL_PERIOD, STATUS_PERIOD, PlainLines
from tunewise.display.live import LiveDisplay
from tunewise.display.story import Happening, Kind, Story
from tunewise.trial import Status

LIMITS = {"max_wallclock_time": 7200.0, "max_num_trials_started": 100}


def title(told: Recording) -> Title:
    return Title(told.name, "asha", told.problem)


def running(trials: int = 3, workers: int = 4) -> Recording:
    """An experiment in full swing."""
    told = Recording(limits=LIMITS, workers=workers)
    for number in range(trials):
        trial = told.start(0.001 * (number + 1), until=9)
        told.report(trial, 5.0 + number, 4.0 + number)
    return told


def drawn(
    told: Recording, width: int = 80, height: int = 23, happenings: list[Happening] | None = None
) -> list[str]:
    lines = frame(title(told), told.state(), happenings or [], told.time, Size(width, height))
    return [line.plain for line in lines]


# ---- the picture ----------------------------------------------------------------------------------------


def test_a_picture_tells_what_matters() -> None:
    happenings = [Happening(65.0, Kind.FAILURE, "trial 7 failed: val_loss was nan")]
    lines = drawn(running(), happenings=happenings)
    assert lines[0] == "lm  asha, 1m 40s  Ctrl-C suspends"
    assert lines[2] == "best       val_loss 4  trial 0 at epoch 2 of 9, 1m 10s ago"
    assert lines[3] == "           lr=0.001 dropout=0.5"
    assert lines[4] == "trials     3: 3 running"
    assert re.fullmatch(r"time       ━?─+  1m 40s of 2h 00m", lines[6])
    assert re.fullmatch(r"started    ━─+  3 of 100 trials", lines[7])
    assert re.fullmatch(r"workers    ━+─+  3 of 4 busy, 0\.05 worker-hours", lines[8])
    assert lines[10].split() == ["running", "trial", "epoch", "val_loss", "since", "configuration"]
    assert lines[11].split() == ["0", "2", "of", "9", "4", "1m", "30s", "lr=0.001", "dropout=0.5"]
    assert lines[-1] == "0:01:05    trial 7 failed: val_loss was nan"


def test_there_may_be_nothing_to_tell_yet() -> None:
    lines = drawn(Recording(limits={}))
    assert "best       no val_loss reported yet" in lines
    assert "trials     0" in lines


def test_a_job_that_is_to_end_is_told_apart() -> None:
    told = running(1)
    told.halt(0, Status.PAUSED)
    assert any(line.startswith("halting        0") for line in drawn(told))


def test_a_job_that_waits_for_a_place_is_told_apart() -> None:
    told = Recording(limits={}, workers=3, queues=True)
    for _ in range(3):
        told.start(0.1, until=9)
    told.time = 1800.0
    told.begin(1)
    told.report(1, 5.0)
    told.wait(2, "Training job waiting for capacity")
    told.time = 1900.0
    lines = drawn(told)
    assert re.fullmatch(r"queued +2 .* 31m 10s  Training job waiting.*", lines[-1])
    assert "trials     3: 2 queued, 1 running" in lines
    assert any(
        re.fullmatch(
            r"workers    ━+─+  1 of 3 busy, 2 queued, 0\.\d+ worker-hours, \dh \d\dm in queues", line
        )
        for line in lines
    )
    assert [line.split()[:2] for line in lines[-3:]] == [["queued", "0"], ["1", "1"], ["queued", "2"]]


def test_a_wish_to_stop_shows_in_the_first_line() -> None:
    lines = drawn(running(), happenings=[Happening(65.0, Kind.STOPPING, "interrupted by Ctrl-C")])
    assert lines[0] == "lm  asha, 1m 40s  stopping; Ctrl-C again leaves the jobs running"


@pytest.mark.parametrize("width", [1, 5, 14, 40, 80, 120, 300])
@pytest.mark.parametrize("height", [1, 2, 4, 10, 23, 39])
def test_a_picture_fits_any_terminal(width: int, height: int) -> None:
    happenings = [
        Happening(float(time), Kind.DECISION, f"pauses trial {time} " + "x" * 200) for time in range(90)
    ]
    for told in (running(60, workers=64), typical(), Recording()):
        lines = drawn(told, width, height, happenings)
        assert len(lines) <= height
        assert max(map(len, lines)) <= width


def test_a_narrow_terminal_shows_the_metrics_of_running_trials_whole() -> None:
    lines = drawn(running(), width=40)
    assert [line.split()[:4] for line in lines[10:12]] == [
        ["running", "trial", "epoch", "val_loss"],
        ["0", "2", "of", "9"],
    ]
    assert lines[11].split()[4] == "4"


def test_a_large_terminal_is_used() -> None:
    happenings = [Happening(float(time), Kind.DECISION, f"pauses trial {time}") for time in range(90)]
    lines = drawn(running(60, workers=64), 120, 39, happenings)
    assert len(lines) == 39
    assert any("further trials" in line for line in lines)
    assert lines[-1].endswith("pauses trial 89")
    assert sum("pauses trial" in line for line in lines) >= 5


def test_a_picture_of_few_workers_leaves_the_rest_to_happenings() -> None:
    happenings = [Happening(float(time), Kind.DECISION, f"pauses trial {time}") for time in range(90)]
    lines = drawn(running(2), 80, 39, happenings)
    assert len(lines) == 39
    assert sum("pauses trial" in line for line in lines) >= 20


# ---- the live display -----------------------------------------------------------------------------------


def terminal(file: io.StringIO) -> Console:
    return Console(
        file=file, force_terminal=True, width=80, height=24, color_system=None, legacy_windows=False
    )


def test_a_live_display_paints_now_and_then_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    told = typical()
    file = io.StringIO()
    seconds = [0.0]
    monkeypatch.setattr("tunewise.display.live.time.monotonic", lambda: seconds[0])
    with LiveDisplay(terminal(file), title(told), Story(told.problem)) as display:
        for entry in told.entries:
            seconds[0] += 0.01
            display.update(told.state(), [entry], told.time)
        painted = file.getvalue().count("lm  asha")
        assert painted == 1
        seconds[0] += 0.25
        display.update(told.state(), [], told.time)
        assert file.getvalue().count("lm  asha") == painted + 1
    assert "trial 3 failed" in file.getvalue()
    assert file.getvalue().endswith("\x1b[1A\x1b[2K")  # the picture is taken away again


def test_a_slow_terminal_gets_fewer_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    told = typical()
    seconds = [0.0]

    def slow_clock() -> float:
        seconds[0] += 0.5  # so long does it take to paint
        return seconds[0]

    monkeypatch.setattr("tunewise.display.live.time.monotonic", slow_clock)
    file = io.StringIO()
    with LiveDisplay(terminal(file), title(told), Story(told.problem)) as display:
        for _ in range(15):
            display.update(told.state(), [], told.time)
        assert file.getvalue().count("lm  asha") == 1


def test_a_display_needs_a_terminal_that_can_repaint(monkeypatch: pytest.MonkeyPatch) -> None:
    assert consoles.can_repaint(terminal(io.StringIO()))
    assert not consoles.can_repaint(Console(file=io.StringIO()))
    monkeypatch.setenv("TERM", "dumb")
    assert not consoles.can_repaint(terminal(io.StringIO()))


def test_no_color_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert consoles.make_console().no_color


# ---- plain lines ----------------------------------------------------------------------------------------


class Timer:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_bests_failures_and_notes_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    told = typical()
    timer = Timer()
    with PlainLines(Story(told.problem), timer) as plain:
        for number in range(len(told.entries)):
            timer.now += BEST_PERIOD / 2
            told_so_far = Recording(told.name)
            told_so_far.entries = told.entries[: number + 1]
            plain.update(told_so_far.state(), told.entries[number : number + 1], 10.0 * number)
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "[0:00:30] best val_loss 8: trial 0 at epoch 1 (lr=0.5 dropout=0.5)"
    assert any(line.endswith("trial 3 failed: exit code 1: KeyError: 'weights'") for line in printed)
    assert any(line.endswith("best val_loss 4: trial 1 at epoch 9 (lr=0.01 dropout=0.5)") for line in printed)
    assert not any("pauses" in line for line in printed)


def test_plain_lines_say_why_jobs_wait(capsys: pytest.CaptureFixture[str]) -> None:
    told = Recording(limits={}, workers=2, queues=True)
    told.start()
    told.wait(0, "Training job waiting for capacity")
    timer = Timer()
    with PlainLines(Story(told.problem), timer) as plain:
        timer.now += STATUS_PERIOD
        plain.update(told.state(), told.entries, told.time)
    printed = " ".join(capsys.readouterr().out.split())
    assert "1 trial; 1 queued;" in printed
    assert printed.endswith("in the queue: Training job waiting for capacity")


def test_of_many_bests_only_the_latest_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    told = Recording()
    trial = told.start()
    timer = Timer()
    with PlainLines(Story(told.problem), timer) as plain:
        for value in (8.0, 7.0, 6.0):
            told.report(trial, value)
            plain.update(told.state(), told.entries[-1:], told.time)
        assert "best val_loss 8" in capsys.readouterr().out
        timer.now += SAME_TRIAL_PERIOD / 2
        plain.update(told.state(), [], told.time)
        assert capsys.readouterr().out == ""
        timer.now += SAME_TRIAL_PERIOD / 2
        plain.update(told.state(), [], told.time)
        assert (
            capsys.readouterr().out == "[0:00:40] best val_loss 6: trial 0 at epoch 3 (lr=0.1 dropout=0.5)\n"
        )
        told.report(trial, 5.0)
        plain.update(told.state(), told.entries[-1:], told.time)
        assert capsys.readouterr().out == ""
    assert "best val_loss 5" in capsys.readouterr().out


def test_a_best_that_waits_is_printed_before_what_came_after_it(capsys: pytest.CaptureFixture[str]) -> None:
    told = Recording()
    trial = told.start()
    plain = PlainLines(Story(told.problem), Timer())
    for value in (8.0, 7.0):
        told.report(trial, value)
        plain.update(told.state(), told.entries[-1:], told.time)
    told.ask_to_stop()
    plain.update(told.state(), told.entries[-1:], told.time)
    printed = capsys.readouterr().out.splitlines()
    assert [line.split("] ")[1].split(":")[0] for line in printed] == [
        "best val_loss 8",
        "best val_loss 7",
        "interrupted by Ctrl-C",
    ]


def test_another_trials_best_is_soon_printed(capsys: pytest.CaptureFixture[str]) -> None:
    told = Recording()
    timer = Timer()
    with PlainLines(Story(told.problem), timer) as plain:
        for value in (8.0, 7.0):
            told.report(told.start(), value)
            plain.update(told.state(), told.entries[-1:], told.time)
        assert "best val_loss 8" in capsys.readouterr().out
        timer.now += BEST_PERIOD
        plain.update(told.state(), [], told.time)
        assert "best val_loss 7: trial 1" in capsys.readouterr().out


def test_how_things_stand_is_printed_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    told = running()
    timer = Timer()
    plain = PlainLines(Story(told.problem, before=told.state()), timer)
    for _ in range(3):
        plain.update(told.state(), [], 3600.0)
    assert capsys.readouterr().out == ""
    timer.now = STATUS_PERIOD
    for _ in range(3):
        plain.update(told.state(), [], 3600.0)
    assert capsys.readouterr().out == (
        "[1:00:00] 3 trials; 3 running; best 4; 1h 00m of 2h 00m; 3 of 100 trials; 2.97 worker-hours\n"
    )
