"""boto3 clients of an emulator, in which neither the user's configuration nor the environment has a say."""

import threading
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

Client = Any  # boto3 makes its classes when it runs
Setting = Any  # such as config=botocore.config.Config(...)

_lock = threading.Lock()  # sessions are not made for several threads


def make_client(
    service: str, endpoint: str, region: str, keys: Mapping[str, str], **settings: Setting
) -> Client:
    """A client; settings as for `boto3.client`."""
    with _lock:
        return _session().client(
            service,
            endpoint_url=endpoint,
            region_name=region,
            aws_access_key_id=keys["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=keys["AWS_SECRET_ACCESS_KEY"],
            **settings,
        )


@lru_cache(maxsize=1)
def _session() -> Client:
    """One for all, as each would load the services' models anew."""
    import boto3
    from botocore.session import Session

    session = Session({"profile": (None, None, None, None)})
    session.set_config_variable("config_file", "/nonexistent/config")
    return boto3.Session(botocore_session=session)
