"""boto3's clients: endpoint, credentials and Region are found in boto3's own ways."""

from __future__ import annotations

from typing import Any, NamedTuple

from tunewise.backends.base import BackendError

Client = Any  # boto3 makes its classes when it runs


class Clients(NamedTuple):
    sagemaker: Client
    s3: Client
    logs: Client

    @property
    def region(self) -> str:
        return str(self.sagemaker.meta.region_name)


def make_clients(region: str | None) -> Clients:
    """region: None for what boto3 finds. Raises BackendError where there is no boto3 or no Region."""
    try:
        import boto3
        from botocore.config import Config
    except ImportError as error:
        raise BackendError("SageMaker needs boto3: install it with pip install 'tunewise[aws]'.") from error
    from tunewise.backends.sagemaker.calls import translated

    # few attempts: the back end waits by itself meanwhile, and hears of what else happens
    config = Config(
        retries={"mode": "standard", "total_max_attempts": 2}, connect_timeout=10, read_timeout=60
    )
    with translated("Setting up the clients"):
        session = boto3.Session(region_name=region)
        return Clients(
            session.client("sagemaker", config=config),
            session.client("s3", config=config),
            session.client("logs", config=config),
        )
