"""The live display and the plain lines."""

import io
import re

import pytest
from rich.console import Console
from tests.helpers.recordings import Recording, typical

from tunewise.display import console as consoles
from tunewise.display.frame import Size, Title, frame
from tunewise.display.progress import BEST_PERIOD, SAME_TRIAL_PERIOD, STATUS_PERIOD, LiveDisplay, PlainLines
from tunewise.display.story import Happening, Kind, Story
from tunewise.trial import Status

LIMITS = {"max_wallclock_time": 7200.0, "max_num_trials_started": 100}


def title(recording: Recording) -> Title:
    return Title(recording.name, "asha", recording.problem)


def running(trials: int = 3, workers: int = 4) -> Recording:
    """An experiment in full swing."""
    recording = Recording(limits=LIMITS, workers=workers)
    for number in range(trials):
        trial = recording.start(0.001 * (number + 1), until=9)
        recording.report(trial, 5.0 + number, 4.0 + number)
    return recording


def drawn(
    recording: Recording, width: int = 80, height: int = 23, happenings: list[Happening] | None = None
) -> list[str]:
    lines = frame(title(recording), recording.state(), happenings or [], recording.time, Size(width, height))
    return [line.plain for line in lines]


# ---- the picture ----------------------------------------------------------------------------------------


def test_a_picture_shows_what_matters() -> None:
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


def test_a_picture_shows_what_another_hour_promises() -> None:
    recording = running()
    text = "another hour is expected to lower val_loss by 0.002"
    lines = frame(title(recording), recording.state(), [], recording.time, Size(80, 23), text)
    assert lines[9].plain == f"outlook    {text}"


def test_a_picture_without_reports() -> None:
    lines = drawn(Recording(limits={}))
    assert "best       no val_loss reported yet" in lines
    assert "trials     0" in lines


def test_a_halting_job_is_marked() -> None:
    recording = running(1)
    recording.halt(0, Status.PAUSED)
    assert any(line.startswith("halting        0") for line in drawn(recording))


def test_a_queued_job_is_marked() -> None:
    recording = Recording(limits={}, workers=3, queues=True)
    for _ in range(3):
        recording.start(0.1, until=9)
    recording.time = 1800.0
    recording.begin(1)
    recording.report(1, 5.0)
    recording.wait(2, "Training job waiting for capacity")
    recording.time = 1900.0
    lines = drawn(recording)
    assert re.fullmatch(r"queued +2 .* 31m 10s  Training job waiting.*", lines[-1])
    assert "trials     3: 2 queued, 1 running" in lines
    assert any(
        re.fullmatch(
            r"workers    ━+─+  1 of 3 busy, 2 queued, 0\.\d+ worker-hours, \dh \d\dm in queues", line
        )
        for line in lines
    )
    assert [line.split()[:2] for line in lines[-3:]] == [["queued", "0"], ["1", "1"], ["queued", "2"]]


def test_a_stop_request_shows_in_the_first_line() -> None:
    lines = drawn(running(), happenings=[Happening(65.0, Kind.STOPPING, "interrupted by Ctrl-C")])
    assert lines[0] == "lm  asha, 1m 40s  stopping; Ctrl-C again leaves the jobs running"


@pytest.mark.parametrize("width", [1, 5, 14, 40, 80, 120, 300])
@pytest.mark.parametrize("height", [1, 2, 4, 10, 23, 39])
def test_a_picture_fits_any_terminal(width: int, height: int) -> None:
    happenings = [
        Happening(float(time), Kind.DECISION, f"pauses trial {time} " + "x" * 200) for time in range(90)
    ]
    for recording in (running(60, workers=64), typical(), Recording()):
        lines = drawn(recording, width, height, happenings)
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


def test_a_picture_of_few_workers_has_room_for_events() -> None:
    happenings = [Happening(float(time), Kind.DECISION, f"pauses trial {time}") for time in range(90)]
    lines = drawn(running(2), 80, 39, happenings)
    assert len(lines) == 39
    assert sum("pauses trial" in line for line in lines) >= 20


# ---- the live display -----------------------------------------------------------------------------------


def terminal(file: io.StringIO) -> Console:
    return Console(
        file=file, force_terminal=True, width=80, height=24, color_system=None, legacy_windows=False
    )


def test_a_live_display_paints_at_intervals_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    recording = typical()
    file = io.StringIO()
    seconds = [0.0]
    monkeypatch.setattr("tunewise.display.progress.time.monotonic", lambda: seconds[0])
    with LiveDisplay(terminal(file), title(recording), Story(recording.problem)) as display:
        for entry in recording.entries:
            seconds[0] += 0.01
            display.update(recording.state(), [entry], recording.time)
        painted = file.getvalue().count("lm  asha")
        assert painted == 1
        seconds[0] += 0.25
        display.update(recording.state(), [], recording.time)
        assert file.getvalue().count("lm  asha") == painted + 1
    assert "trial 3 failed" in file.getvalue()
    assert file.getvalue().endswith("\x1b[1A\x1b[2K")  # the picture is taken away again


def test_a_picture_that_fills_the_terminal_is_taken_away_whole() -> None:
    recording, file = Recording(), io.StringIO()
    for _ in range(40):
        recording.end(recording.start())
    with LiveDisplay(terminal(file), title(recording), Story(recording.problem)) as display:
        display.update(recording.state(), recording.entries, recording.time)
    ups = file.getvalue().rpartition("\n")[2].count("\x1b[1A")
    assert ups == 23  # from the last line to the first; a picture of more lines has scrolled


def test_a_slow_terminal_gets_fewer_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    recording = typical()
    seconds = [0.0]

    def slow_clock() -> float:
        seconds[0] += 0.5  # so long does it take to paint
        return seconds[0]

    monkeypatch.setattr("tunewise.display.progress.time.monotonic", slow_clock)
    file = io.StringIO()
    with LiveDisplay(terminal(file), title(recording), Story(recording.problem)) as display:
        for _ in range(15):
            display.update(recording.state(), [], recording.time)
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
    recording = typical()
    timer = Timer()
    with PlainLines(Story(recording.problem), timer) as plain:
        for number in range(len(recording.entries)):
            timer.now += BEST_PERIOD / 2
            told_so_far = Recording(recording.name)
            told_so_far.entries = recording.entries[: number + 1]
            plain.update(told_so_far.state(), recording.entries[number : number + 1], 10.0 * number)
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "[0:00:30] best val_loss 8: trial 0 at epoch 1 (lr=0.5 dropout=0.5)"
    assert any(line.endswith("trial 3 failed: exit code 1: KeyError: 'weights'") for line in printed)
    assert any(line.endswith("best val_loss 4: trial 1 at epoch 9 (lr=0.01 dropout=0.5)") for line in printed)
    assert not any("pauses" in line for line in printed)


def test_plain_lines_say_why_jobs_wait(capsys: pytest.CaptureFixture[str]) -> None:
    recording = Recording(limits={}, workers=2, queues=True)
    recording.start()
    recording.wait(0, "Training job waiting for capacity")
    timer = Timer()
    with PlainLines(Story(recording.problem), timer) as plain:
        timer.now += STATUS_PERIOD
        plain.update(recording.state(), recording.entries, recording.time)
    printed = " ".join(capsys.readouterr().out.split())
    assert "1 trial; 1 queued;" in printed
    assert printed.endswith("in the queue: Training job waiting for capacity")


def test_only_the_latest_of_many_bests_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    recording = Recording()
    trial = recording.start()
    timer = Timer()
    with PlainLines(Story(recording.problem), timer) as plain:
        for value in (8.0, 7.0, 6.0):
            recording.report(trial, value)
            plain.update(recording.state(), recording.entries[-1:], recording.time)
        assert "best val_loss 8" in capsys.readouterr().out
        timer.now += SAME_TRIAL_PERIOD / 2
        plain.update(recording.state(), [], recording.time)
        assert capsys.readouterr().out == ""
        timer.now += SAME_TRIAL_PERIOD / 2
        plain.update(recording.state(), [], recording.time)
        assert (
            capsys.readouterr().out == "[0:00:40] best val_loss 6: trial 0 at epoch 3 (lr=0.1 dropout=0.5)\n"
        )
        recording.report(trial, 5.0)
        plain.update(recording.state(), recording.entries[-1:], recording.time)
        assert capsys.readouterr().out == ""
    assert "best val_loss 5" in capsys.readouterr().out


def test_a_delayed_best_is_printed_before_later_events(capsys: pytest.CaptureFixture[str]) -> None:
    recording = Recording()
    trial = recording.start()
    plain = PlainLines(Story(recording.problem), Timer())
    for value in (8.0, 7.0):
        recording.report(trial, value)
        plain.update(recording.state(), recording.entries[-1:], recording.time)
    recording.ask_to_stop()
    plain.update(recording.state(), recording.entries[-1:], recording.time)
    printed = capsys.readouterr().out.splitlines()
    assert [line.split("] ")[1].split(":")[0] for line in printed] == [
        "best val_loss 8",
        "best val_loss 7",
        "interrupted by Ctrl-C",
    ]


def test_the_best_of_another_trial_is_printed_sooner(capsys: pytest.CaptureFixture[str]) -> None:
    recording = Recording()
    timer = Timer()
    with PlainLines(Story(recording.problem), timer) as plain:
        for value in (8.0, 7.0):
            recording.report(recording.start(), value)
            plain.update(recording.state(), recording.entries[-1:], recording.time)
        assert "best val_loss 8" in capsys.readouterr().out
        timer.now += BEST_PERIOD
        plain.update(recording.state(), [], recording.time)
        assert "best val_loss 7: trial 1" in capsys.readouterr().out


def test_the_status_is_printed_at_intervals(capsys: pytest.CaptureFixture[str]) -> None:
    recording = running()
    timer = Timer()
    plain = PlainLines(Story(recording.problem, before=recording.state()), timer)
    for _ in range(3):
        plain.update(recording.state(), [], 3600.0)
    assert capsys.readouterr().out == ""
    timer.now = STATUS_PERIOD
    for _ in range(3):
        plain.update(recording.state(), [], 3600.0)
    assert capsys.readouterr().out == (
        "[1:00:00] 3 trials; 3 running; best 4; 1h 00m of 2h 00m; 3 of 100 trials; 2.97 worker-hours\n"
    )
