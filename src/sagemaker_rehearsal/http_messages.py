"""What the server hands to the services and gets from them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

_CREDENTIAL = re.compile(r"Credential=([^/,\s]+)/[^/]+/([^/]+)/([^/]+)/aws4_request")


@dataclass(frozen=True)
class Request:
    """One HTTP request. headers: by names in small letters."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return unquote(urlsplit(self.target).path)

    @property
    def query(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.target).query, keep_blank_values=True)

    @property
    def credential(self) -> tuple[str, str, str]:
        """Access key, region and service as the signature names them; empty texts where there is none."""
        match = _CREDENTIAL.search(self.headers.get("authorization", ""))
        if match is None and "X-Amz-Credential" in self.query:
            match = _CREDENTIAL.search("Credential=" + self.query["X-Amz-Credential"][0])
        return (match.group(1), match.group(2), match.group(3)) if match else ("", "", "")


@dataclass(frozen=True)
class Response:
    """torn: whether it breaks off in the middle of its body."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    torn: bool = False
