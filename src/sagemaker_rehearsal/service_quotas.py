"""The reads of Service Quotas: what the account may have of SageMaker, as the profile says."""

from collections.abc import Iterator
from typing import Any

from sagemaker_rehearsal import protocol
from sagemaker_rehearsal.errors import ApiError
from sagemaker_rehearsal.http_messages import Response
from sagemaker_rehearsal.listing import read_token, token
from sagemaker_rehearsal.profile import Profile

OPERATIONS = dict.fromkeys(
    ("ListServiceQuotas", "ListAWSDefaultServiceQuotas"), "ServiceCode NextToken MaxResults"
)
"""And the members of their requests that are emulated."""
MOST = 100  # on a page
Members = dict[str, Any]


class ServiceQuotas:
    """Handles requests. Without a limit in the profile there is no quota, and none is listed."""

    name = "servicequotas"
    prefix = "ServiceQuotasV20190624"

    def __init__(self, profile: Profile) -> None:
        self._model = protocol.load_model("service-quotas", tuple(OPERATIONS))
        self._quotas = [
            {"ServiceCode": "sagemaker", "ServiceName": "Amazon SageMaker", "QuotaName": name, "Value": value}
            for name, value in sorted(_quotas(profile))
        ]

    def knows(self, operation: str) -> bool:
        return operation in OPERATIONS

    def serve(self, operation: str, body: bytes) -> Response:
        request = protocol.parse(self._model, operation, body, OPERATIONS[operation])
        if request["ServiceCode"] != "sagemaker":
            raise ApiError("NoSuchResourceException", "The rehearsal knows no quotas but SageMaker's.")
        start = read_token(request["NextToken"]) if "NextToken" in request else 0
        stop = start + request.get("MaxResults", MOST)
        more = token(stop) if stop < len(self._quotas) else None
        return protocol.answer(
            self._model, operation, {"Quotas": self._quotas[start:stop], "NextToken": more}
        )


def _quotas(profile: Profile) -> Iterator[tuple[str, float]]:
    yield "Longest run time for a training job", profile.longest_run
    for kind in ("training job", "spot training job"):
        yield f"Size of EBS volume for a {kind} instance", profile.largest_volume
    for word, total in (("", profile.total_quota), ("spot ", profile.total_spot_quota)):
        if total is not None:
            yield f"Number of instances across all {word}training jobs", total
    for kind, quotas in (
        ("training job", profile.quotas),
        ("training warm pool", profile.pool_quotas),
        ("spot training job", profile.spot_quotas),
    ):
        for instance_type, value in quotas.items():
            yield f"{instance_type} for {kind} usage", value
