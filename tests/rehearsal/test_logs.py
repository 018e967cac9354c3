"""What jobs print, as it is read from CloudWatch Logs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sagemaker_rehearsal.cloudwatch import GROUP

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.rehearsal.conftest import World

COUNTING = """
import sys
for number in range({count}): print("line", number)
"""


def lines_of(world: World, **arguments: object) -> list[str]:
    """The messages on all pages of FilterLogEvents."""
    paginator = world.logs.get_paginator("filter_log_events")
    return [
        event["message"]
        for page in paginator.paginate(logGroupName=GROUP, **arguments)
        for event in page["events"]
    ]


def stream_of(world: World, name: str) -> str:
    answer = world.logs.describe_log_streams(logGroupName=GROUP, logStreamNamePrefix=f"{name}/")
    (stream,) = answer["logStreams"]
    return str(stream["logStreamName"])


def test_output_and_errors_are_there_in_order_when_the_job_has_ended(world: World) -> None:
    world.run("job", "import sys\nprint('out')\nprint('err', file=sys.stderr)\nprint('no line end', end='')")
    assert stream_of(world, "job").startswith("job/algo-1-")
    assert lines_of(world) == ["out", "err", "no line end"]


def test_a_traceback_is_there_when_the_job_has_failed(world: World) -> None:
    assert world.run("job", "1 / 0").status == "Failed"
    assert lines_of(world)[-1] == "ZeroDivisionError: division by zero"


def test_a_prefix_of_the_stream_tells_jobs_apart(world: World) -> None:
    world.run("job-1", "print(1)")
    world.run("job-10", "print(10)")
    assert lines_of(world, logStreamNamePrefix="job-1/") == ["1"]
    assert lines_of(world, logStreamNames=[stream_of(world, "job-10")]) == ["10"]


def test_pages_of_filtered_events(world: World) -> None:
    world.run("job", COUNTING.format(count=25))
    answer = world.logs.filter_log_events(logGroupName=GROUP, limit=10)
    assert [event["message"] for event in answer["events"]] == [f"line {number}" for number in range(10)]
    assert lines_of(world, PaginationConfig={"PageSize": 10}) == [f"line {number}" for number in range(25)]


def test_forward_and_backward_through_a_stream(world: World) -> None:
    world.run("job", COUNTING.format(count=7))
    arguments = {"logGroupName": GROUP, "logStreamName": stream_of(world, "job"), "limit": 3}
    get = world.logs.get_log_events
    last = get(**arguments)
    assert [event["message"] for event in last["events"]] == ["line 4", "line 5", "line 6"]
    before = get(**arguments, nextToken=last["nextBackwardToken"])
    assert [event["message"] for event in before["events"]] == ["line 1", "line 2", "line 3"]
    first = get(**arguments, startFromHead=True)
    assert [event["message"] for event in first["events"]] == ["line 0", "line 1", "line 2"]
    token = first["nextForwardToken"]
    while (answer := get(**arguments, nextToken=token))["events"]:
        token = answer["nextForwardToken"]
    assert answer["nextForwardToken"] == token == last["nextForwardToken"]


def test_missing_log_groups_and_streams_are_refused(world: World) -> None:
    from botocore.exceptions import ClientError

    with pytest.raises(ClientError, match="ResourceNotFoundException"):
        lines_of(world)
    world.run("job")
    with pytest.raises(ClientError, match="ResourceNotFoundException"):
        world.logs.get_log_events(logGroupName=GROUP, logStreamName="job/algo-1-0")


def test_time_limits(world: World) -> None:
    world.create("job", "import sys\nprint('early', flush=True)\nsys.stdin.read()\nprint('late')")
    world.emulator.wait_for("job")
    (event, _) = world.logs.filter_log_events(logGroupName=GROUP)["events"]
    assert lines_of(world, endTime=event["timestamp"] - 1) == []
    assert lines_of(world, startTime=event["timestamp"])[0] == "early"


def test_late_lines_come_reordered_but_all_of_them_in_the_end(open_world: Callable[..., World]) -> None:
    world = open_world(log_delay=60, shuffled_logs=True)
    world.run("job", COUNTING.format(count=200))
    assert lines_of(world) == []
    world.emulator.advance(45)
    half = lines_of(world)
    assert 0 < len(half) < 200
    world.emulator.advance(60)
    whole = lines_of(world)
    expected = [f"line {number}" for number in range(200)]
    assert whole != expected
    assert sorted(whole) == sorted(expected)
    assert half != expected[: len(half)]


def test_a_flood_of_output_arrives_whole(world: World) -> None:
    count = 20_000
    world.run("job", COUNTING.format(count=count))
    stream = stream_of(world, "job")
    last = world.logs.get_log_events(logGroupName=GROUP, logStreamName=stream, limit=1)
    assert last["events"][0]["message"] == f"line {count - 1}"
    assert len(world.emulator.log("job")) == count


def test_binary_output_and_endless_lines_do_no_harm(world: World) -> None:
    script = "import sys\nsys.stdout.buffer.write(b'\\xff\\xfe\\n' + b'x' * 3_000_000 + b'\\nend\\n')"
    world.run("job", script)
    lines = world.emulator.log("job")
    assert lines[0] == "\ufffd\ufffd"
    assert lines[-1] == "end"
    assert max(map(len, lines)) <= 256 * 1024
