"""Search, as far as it is about training jobs: by names and statuses, all of the filters or any."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from sagemaker_rehearsal.descriptions import describe
from sagemaker_rehearsal.errors import invalid, not_rehearsed
from sagemaker_rehearsal.jobs import Job
from sagemaker_rehearsal.listing import read_token, token
from sagemaker_rehearsal.platform import Platform

DEFAULT_PAGE = 10
LATEST = "LastModifiedTime"
_PROPERTIES: Mapping[str, Callable[[Job], str]] = {
    "TrainingJobName": lambda job: job.name,
    "TrainingJobStatus": lambda job: job.status,
    "SecondaryStatus": lambda job: job.secondary,
}
_OPERATORS: Mapping[str, Callable[[str, str], bool]] = {
    "Equals": lambda value, wanted: value == wanted,
    "NotEquals": lambda value, wanted: value != wanted,
    "Contains": lambda value, wanted: wanted in value,
    "In": lambda value, wanted: value in wanted.split(","),
}
_ORDERS: Mapping[str, Callable[[Job], tuple[float, str]]] = {
    LATEST: lambda job: (job.modified, job.name),
    "CreationTime": lambda job: (job.created, job.name),
}
_NOT_FOUND_HERE = ("WarmPoolStatus", "RemoteDebugConfig", "InfraCheckConfig")
"""What a description has and a record of a search hasn't, some by the service's model."""


def search(request: Mapping[str, Any], jobs: Iterable[Job], platform: Platform) -> dict[str, Any]:
    """One page, by default of the jobs that were changed last. Raises ApiError for what isn't emulated."""
    if request["Resource"] != "TrainingJob":
        raise not_rehearsed(f"a search for {request['Resource']}, only for TrainingJob")
    order = _ORDERS.get(request.get("SortBy", LATEST))
    if order is None:
        raise not_rehearsed(f"a search sorted by {request['SortBy']}, only by {' or '.join(_ORDERS)}")
    fits = _condition(request.get("SearchExpression", {}))
    found = sorted(filter(fits, jobs), key=order, reverse=request.get("SortOrder") != "Ascending")
    start = read_token(request["NextToken"]) if "NextToken" in request else 0
    if not isinstance(start, int):
        raise invalid("Invalid NextToken")
    stop = start + request.get("MaxResults", DEFAULT_PAGE)
    return {
        "Results": [{"TrainingJob": _record(job, platform)} for job in found[start:stop]],
        "NextToken": token(stop) if stop < len(found) else None,
    }


def _condition(expression: Mapping[str, Any]) -> Callable[[Job], bool]:
    if expression.get("NestedFilters") or expression.get("SubExpressions"):
        raise not_rehearsed("NestedFilters and SubExpressions of a search")
    filters = [_filter(told) for told in expression.get("Filters", [])]
    if not filters:
        return lambda job: True
    return partial(_holds, filters, any if expression.get("Operator") == "Or" else all)


def _holds(
    filters: list[Callable[[Job], bool]], together: Callable[[Iterable[bool]], bool], job: Job
) -> bool:
    return together(fits(job) for fits in filters)


def _filter(told: Mapping[str, str]) -> Callable[[Job], bool]:
    name, operator = told["Name"], told.get("Operator", "Equals")
    if name not in _PROPERTIES or operator not in _OPERATORS:
        raise not_rehearsed(f"the filter {name} {operator} of a search")
    if "Value" not in told:
        raise invalid(f"The filter {name} {operator} has no Value.")
    value, fits, wanted = _PROPERTIES[name], _OPERATORS[operator], told["Value"]
    return lambda job: fits(value(job), wanted)


def _record(job: Job, platform: Platform) -> dict[str, Any]:
    record = {name: value for name, value in describe(job, platform).items() if name not in _NOT_FOUND_HERE}
    return {**record, "Tags": [{"Key": key, "Value": value} for key, value in job.tags.items()]}
