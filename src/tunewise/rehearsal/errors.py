"""Errors that the emulated services answer."""

from __future__ import annotations


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


def not_rehearsed(what: str) -> ApiError:
    """For what AWS may know and the emulator doesn't: told apart from a mistake of the client."""
    return ApiError("NotRehearsed", f"The rehearsal does not know {what}.", status=501)
