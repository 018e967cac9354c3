"""boto3's clients: endpoint, credentials and Region are found in boto3's own ways."""

from typing import Any, NamedTuple

from tunewise.backends.base import BackendError, BusyError
from tunewise.backends.sagemaker.calls import translated

Client = Any  # boto3 makes its classes when it runs


class Clients(NamedTuple):
    sagemaker: Client
    s3: Client
    logs: Client

    @property
    def region(self) -> str:
        return str(self.sagemaker.meta.region_name)


def make_clients(region: str | None) -> Clients:
    """region: None for what boto3 finds. Raises BackendError where there is no boto3, no Region, or no way to
    the credentials."""
    try:
        import boto3
        from botocore.config import Config
        from botocore.exceptions import NoRegionError
    except ImportError as error:
        raise BackendError("SageMaker needs boto3: install it with pip install 'tunewise[aws]'.") from error

    def config(service: str) -> Config:
        """With few attempts: the back end waits by itself, and hears of what else happens. SageMaker's rates
        are so low that a second attempt at once would be refused, too, and in another's place."""
        attempts = {"mode": "standard", "total_max_attempts": 1 if service == "sagemaker" else 2}
        return Config(retries=attempts, connect_timeout=10, read_timeout=60)

    try:
        with translated("Setting up the clients"):
            session = boto3.Session(region_name=region)
            if not session.region_name:  # botocore takes an empty variable for a Region
                raise NoRegionError
            clients = Clients(*(session.client(name, config=config(name)) for name in Clients._fields))
    except BusyError as error:
        raise BackendError(f"AWS can't be reached ({error}): try again later.") from error
    for client in clients:
        client.meta.events.register("after-call", _heed_length)
    return clients


def found_region() -> str:
    """The Region that boto3 finds. Raises BackendError where there is none, or no boto3."""
    try:
        import boto3
    except ImportError as error:
        raise BackendError("SageMaker needs boto3: install it with pip install 'tunewise[aws]'.") from error
    with translated("Looking for the Region"):
        region = boto3.Session().region_name
    if not region:
        raise BackendError("No AWS Region is set: name one with --region, or set AWS_DEFAULT_REGION.")
    return str(region)


def _heed_length(http_response: Any, model: Any, **_others: Any) -> None:  # noqa: ANN401 - botocore has no types
    """Raises IncompleteReadError for an answer that broke off, which botocore heeds in streams alone."""
    from botocore.exceptions import IncompleteReadError

    expected = http_response.headers.get("content-length")
    streams = model.has_streaming_output and http_response.status_code < 300
    if streams or model.http["method"] == "HEAD" or expected is None:
        return
    if len(http_response.content) != int(expected):
        raise IncompleteReadError(actual_bytes=len(http_response.content), expected_bytes=int(expected))
