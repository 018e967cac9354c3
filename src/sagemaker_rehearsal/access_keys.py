"""Who may call: the emulator runs what it is told to, so it listens only to those who were given its key."""

import secrets

from sagemaker_rehearsal.errors import ApiError

_CLIENT = "AKIA"
_CONTAINER = "ASIA"


class AccessKeys:
    """Keys that hold for one emulator. Other users of the machine can reach its port, but don't know them."""

    def __init__(self) -> None:
        self._secret = secrets.token_hex(16).upper()

    def of_client(self) -> dict[str, str]:
        return _environment(_CLIENT + self._secret)

    def of_container(self, job: str) -> dict[str, str]:
        """Keys by which the ledger tells which job called."""
        return _environment(f"{_CONTAINER}{self._secret}{job}")

    def check(self, key: str) -> None:
        """Raises ApiError for a key that isn't ours."""
        own = len(_CLIENT), len(_CLIENT) + len(self._secret)
        if not secrets.compare_digest(key[slice(*own)].encode(), self._secret.encode()):
            raise ApiError(
                "UnrecognizedClientException",
                "The access key is not this rehearsal's: take credentials from its environment.",
                status=403,
            )

    def caller(self, key: str) -> str:
        """The job whose container has this key; empty for anyone else."""
        own = _CONTAINER + self._secret
        return key[len(own) :] if key.startswith(own) else ""


def _environment(key: str) -> dict[str, str]:
    return {"AWS_ACCESS_KEY_ID": key, "AWS_SECRET_ACCESS_KEY": "rehearsal"}
