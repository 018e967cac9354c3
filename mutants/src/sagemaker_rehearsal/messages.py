"""What clients send, and what they are answered: requests, responses and errors."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

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


class ApiError(Exception):
    """An error that a client gets to see, with its code, message and HTTP status."""

    def __init__(self, code: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.status = status


class RehearsalError(Exception):
    """The emulator can't be set up as asked; the message is one sentence that says what to do."""


def invalid(message: str) -> ApiError:
    return ApiError("ValidationException", message)


def over_quota(what: str, unit: str, quota: int, used: int, asked: int) -> ApiError:
    """For what a quota refuses. used: 0 where it is one for each job, not for all together."""
    if asked > quota > 0:
        words = (
            f"The request delta of {asked} {unit} for '{what}' is greater than the account-level "
            f"service-limit of {quota} {unit}."
        )
    else:
        words = (
            f"The account-level service limit '{what}' is {quota} {unit}, with current utilization of {used} "
            f"{unit} and a request delta of {asked} {unit}."
        )
    return ApiError(
        "ResourceLimitExceeded",
        f"{words} Please use AWS Service Quotas to request an increase for this quota. If AWS Service Quotas "
        "is not available, contact AWS support to request an increase for this quota.",
    )


def not_rehearsed(what: str) -> ApiError:
    """For what AWS may know and the emulator doesn't: told apart from a mistake of the client."""
    return ApiError("NotRehearsed", f"The rehearsal does not know {what}.", status=501)


def xml_error(problem: ApiError, service: str) -> Response:
    """S3 has names of its own for some errors, and the others wrap theirs."""
    code, status = problem.code, problem.status
    if service == "s3" and code == "ThrottlingException":
        code, status = "SlowDown", 503
    if service == "s3" and code == "InternalFailure":
        code = "InternalError"
    error = f"<Error><Code>{escape(code)}</Code><Message>{escape(problem.message)}</Message></Error>"
    if service == "ec2":
        error = f"<Response><Errors>{error}</Errors></Response>"
    elif service != "s3":
        error = f"<ErrorResponse>{error}</ErrorResponse>"
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n{error}'
    return Response(status, {"Content-Type": "application/xml", "x-amzn-errortype": code}, body.encode())
