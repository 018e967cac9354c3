"""Errors as the services answer them that speak XML."""

from xml.sax.saxutils import escape

from sagemaker_rehearsal.errors import ApiError
from sagemaker_rehearsal.http_messages import Response


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
