"""Search: what it finds of training jobs, in pages, and what it refuses as not emulated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.rehearsal.test_life import FOREVER

if TYPE_CHECKING:
    from tests.rehearsal.conftest import Member, World


def found(world: World, **request: Member) -> list[str]:
    answer = world.sagemaker.search(Resource="TrainingJob", **request)
    return [result["TrainingJob"]["TrainingJobName"] for result in answer["Results"]]


def named(*names: str) -> dict[str, Member]:
    filters = [{"Name": "TrainingJobName", "Operator": "Equals", "Value": name} for name in names]
    return {"Filters": filters, "Operator": "Or"}


def test_any_of_the_names_or_all_of_the_filters(world: World) -> None:
    world.emulator.add_ended_jobs(["one", "other", "third"])
    assert set(found(world, SearchExpression=named("one", "third", "nobody's"))) == {"one", "third"}
    containing = {"Name": "TrainingJobName", "Operator": "Contains", "Value": "o"}
    ended = {"Name": "TrainingJobStatus", "Operator": "In", "Value": "Completed,Stopped"}
    running = {"Name": "TrainingJobStatus", "Operator": "NotEquals", "Value": "Completed"}
    assert set(found(world, SearchExpression={"Filters": [containing, ended]})) == {"one", "other"}
    assert found(world, SearchExpression={"Filters": [containing, running]}) == []


def test_a_record_is_the_description_with_tags(world: World) -> None:
    tags = [{"Key": "mine", "Value": "yes"}]
    world.create("job", FOREVER, HyperParameters={"lr": "0.1"}, Tags=tags)
    world.until_printed("job", "ready")
    (result,) = world.sagemaker.search(Resource="TrainingJob", SearchExpression=named("job"))["Results"]
    record, described = result["TrainingJob"], world.describe("job")
    assert record.pop("Tags") == tags
    del described["ResponseMetadata"]
    assert record == described


def test_pages_begin_with_what_was_changed_last(world: World) -> None:
    names = []
    for number in range(12):
        world.emulator.advance(1)
        world.emulator.add_ended_jobs([f"job-{number:02}"])
        names.append(f"job-{number:02}")
    first = world.sagemaker.search(Resource="TrainingJob")
    assert found(world) == names[:1:-1]
    assert found(world, NextToken=first["NextToken"]) == names[1::-1]
    assert found(world, SortBy="CreationTime", SortOrder="Ascending", MaxResults=3) == names[:3]
    assert "NextToken" not in world.sagemaker.search(Resource="TrainingJob", MaxResults=12)


def test_a_page_begins_where_a_token_of_this_operation_says(world: World) -> None:
    from botocore.exceptions import ClientError

    world.emulator.add_ended_jobs(["one", "other"])
    of_search = world.sagemaker.search(Resource="TrainingJob", MaxResults=1)["NextToken"]
    of_list = world.sagemaker.list_training_jobs(MaxResults=1)["NextToken"]
    for token in (of_list, "none"):
        with pytest.raises(ClientError, match="Invalid NextToken"):
            found(world, NextToken=token)
    for token in (of_search, "none"):
        with pytest.raises(ClientError, match="Invalid NextToken"):
            world.sagemaker.list_training_jobs(NextToken=token)


@pytest.mark.parametrize(
    "request_",
    [
        {"Resource": "Experiment"},
        {"Resource": "TrainingJob", "SortBy": "TrainingJobName"},
        {"Resource": "TrainingJob", "SearchExpression": {"SubExpressions": [named("a")]}},
        {"Resource": "TrainingJob", "SearchExpression": {"Filters": [{"Name": "Tags.a", "Value": "b"}]}},
    ],
)
def test_searches_that_are_not_emulated_get_their_own_error(
    world: World, request_: dict[str, Member]
) -> None:
    from botocore.exceptions import ClientError

    with pytest.raises(ClientError, match="NotRehearsed"):
        world.sagemaker.search(**request_)


def test_more_filters_than_the_model_allows_are_refused(world: World) -> None:
    from botocore.exceptions import ClientError

    names = [f"n{number}" for number in range(21)]
    assert found(world, SearchExpression=named(*names[:20])) == []
    with pytest.raises(ClientError, match="ValidationException"):
        world.sagemaker.search(Resource="TrainingJob", SearchExpression=named(*names))
