"""What never leaves this machine with code or data: versions, caches, and what looks like a secret."""

from __future__ import annotations

import logging
from fnmatch import fnmatchcase
from pathlib import Path

_USELESS = frozenset({".git", "__pycache__", ".venv", ".mypy_cache", ".pytest_cache", ".ruff_cache"})
_SECRETS = (
    *(".env", ".env.*", ".envrc", ".netrc", ".pypirc", ".pgpass", ".git-credentials"),
    *(".aws", ".ssh", ".gnupg", ".kaggle"),
    *("id_rsa", "id_dsa", "id_ecdsa", "id_ed25519"),
)
_MAY_HOLD_KEYS = frozenset({".pem", ".key", ".json"})
_PRIVATE_KEY = b" PRIVATE KEY-----"
_FAR_ENOUGH = 1 << 16  # bytes

logger = logging.getLogger(__name__)


def goes_along(path: Path) -> bool:
    """Whether a file or folder is to be sent; tells of a secret that isn't."""
    if _is_secret(path):
        logger.warning("%s looks like a secret, and isn't sent.", path)
        return False
    return path.name not in _USELESS and path.suffix != ".pyc"


def _is_secret(path: Path) -> bool:
    """By its name, as of .env or .ssh, or as it holds a private key: certificates don't, and are sent."""
    if any(fnmatchcase(path.name, pattern) for pattern in _SECRETS):
        return True
    if path.suffix not in _MAY_HOLD_KEYS or not path.is_file():
        return False
    with path.open("rb") as file:
        return _PRIVATE_KEY in file.read(_FAR_ENOUGH)
