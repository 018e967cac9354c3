"""Errors that the emulated services answer."""


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
