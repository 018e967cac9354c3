"""ListTrainingJobs: its pages, its filters, and what comes late."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import pytest
from tests.rehearsal.test_life import FOREVER

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.rehearsal.conftest import Member, World


def pages(world: World, **filters: Member) -> list[list[str]]:
    """The names on each page until there is no next one."""
    found: list[list[str]] = []
    token: dict[str, str] = {}
    while True:
        answer = world.sagemaker.list_training_jobs(**filters, **token)
        found.append([summary["TrainingJobName"] for summary in answer["TrainingJobSummaries"]])
        if "NextToken" not in answer:
            return found
        token = {"NextToken": answer["NextToken"]}


def summary_of(world: World, name: str) -> dict[str, Member]:
    summaries = world.sagemaker.list_training_jobs(NameContains=name)["TrainingJobSummaries"]
    (summary,) = [summary for summary in summaries if summary["TrainingJobName"] == name]
    found: dict[str, Member] = summary
    return found


def test_pages_are_cut_before_the_status_is_looked_at(world: World) -> None:
    world.emulator.add_ended_jobs(f"old-{number}" for number in range(7))
    world.create("new", FOREVER)
    found = pages(world, StatusEquals="InProgress", MaxResults=3)
    assert found == [[], [], ["new"]]


@pytest.mark.parametrize("order", ["Ascending", "Descending"])
@pytest.mark.parametrize("by", ["CreationTime", "Name", "Status"])
def test_each_job_is_on_one_page_in_order(world: World, by: str, order: str) -> None:
    names = [f"job-{number:02}" for number in range(23)]
    world.emulator.add_ended_jobs(names)
    found = pages(world, SortBy=by, SortOrder=order)
    assert [len(page) for page in found] == [10, 10, 3]
    assert list(chain.from_iterable(found)) == (names if order == "Ascending" else names[::-1])


def test_jobs_created_while_one_pages_move_nothing(world: World) -> None:
    world.emulator.add_ended_jobs(f"job-{number}" for number in range(4))
    first = world.sagemaker.list_training_jobs(SortOrder="Descending", MaxResults=2)
    world.emulator.add_ended_jobs(["later"])
    second = world.sagemaker.list_training_jobs(
        SortOrder="Descending", MaxResults=2, NextToken=first["NextToken"]
    )
    assert [summary["TrainingJobName"] for summary in second["TrainingJobSummaries"]] == ["job-1", "job-0"]


def test_a_token_of_another_order_or_none_at_all_is_refused(world: World) -> None:
    from botocore.exceptions import ClientError

    world.emulator.add_ended_jobs(["a", "b"])
    token = world.sagemaker.list_training_jobs(MaxResults=1)["NextToken"]
    for arguments in ({"NextToken": token, "SortBy": "Name"}, {"NextToken": "nonsense"}):
        with pytest.raises(ClientError, match="Invalid NextToken"):
            world.sagemaker.list_training_jobs(**arguments)


def test_filters_by_name_and_time(world: World) -> None:
    world.emulator.add_ended_jobs(["mine-1", "theirs"])
    created = world.describe("theirs")["CreationTime"]
    world.emulator.advance(100)
    world.emulator.add_ended_jobs(["mine-2"])
    assert pages(world, NameContains="mine") == [["mine-1", "mine-2"]]
    later = world.describe("mine-2")["CreationTime"]
    assert pages(world, CreationTimeAfter=later) == [["mine-2"]]
    assert pages(world, CreationTimeBefore=created) == [["mine-1", "theirs"]]


def test_a_summary_tells_the_secondary_status(world: World) -> None:
    world.create("job", FOREVER)
    world.until_printed("job", "ready")
    summary = summary_of(world, "job")
    assert (summary["TrainingJobStatus"], summary["SecondaryStatus"]) == ("InProgress", "Training")
    assert "WarmPoolStatus" not in summary


def test_a_stale_list_shows_an_older_state(open_world: Callable[..., World]) -> None:
    world = open_world(list_delay=60)
    world.create("job", FOREVER)
    world.until_printed("job", "ready")
    assert pages(world) == [[]]
    world.emulator.advance(60)
    world.sagemaker.stop_training_job(TrainingJobName="job")
    assert summary_of(world, "job")["TrainingJobStatus"] == "InProgress"
    assert world.describe("job")["TrainingJobStatus"] == "Stopping"
    world.emulator.advance(120)
    assert world.emulator.wait_for("job").status == "Stopped"
    assert summary_of(world, "job")["TrainingJobStatus"] == "Stopping"
    world.emulator.advance(60)
    assert summary_of(world, "job")["TrainingJobStatus"] == "Stopped"


def test_a_late_filter_by_name_leaves_pages_empty(open_world: Callable[..., World]) -> None:
    world = open_world(late_name_filter=True)
    world.emulator.add_ended_jobs(["theirs-1", "theirs-2", "mine"])
    assert pages(world, NameContains="mine", MaxResults=2) == [[], ["mine"]]
