"""What never leaves this machine with code or data: versions, caches, and what looks like a secret."""

from __future__ import annotations

import os
import re
from fnmatch import translate
from pathlib import Path
from typing import NamedTuple

from tunewise.backends.base import BackendError


def _names(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(map(translate, patterns)), re.IGNORECASE)


_USELESS = frozenset({".git", "__pycache__", ".venv", ".mypy_cache", ".pytest_cache", ".ruff_cache"})
_SECRETS = _names(
    *(".env", ".env.*", ".envrc", ".netrc", ".npmrc", ".pypirc", ".pgpass", ".git-credentials"),
    *(".aws", ".ssh", ".gnupg", ".kaggle", ".kube"),
    *("id_rsa", "id_dsa", "id_ecdsa", "id_ed25519"),
)
_SECRET_FILES = _names(
    *("credentials", "credentials.*", "secrets.*", "kaggle.json", "client_secret*.json"),
    *("*.p12", "*.pfx", "*.jks", "*.kdbx", "*.ppk"),
)
"""Folders like that are packages of Python, and modules, such as its own secrets.py, mostly hold none."""
_MODULES = (".py", ".pyi")
_MAY_HOLD_KEYS = frozenset({".pem", ".key", ".json"})
"""What looks only a little like a private key is one here."""
_FAR_ENOUGH = 1 << 20  # bytes
_TEXT = 1 << 13  # bytes; what has a zero in them is no text


class _Mark(NamedTuple):
    """What gives a secret away. hints: texts of which it has one, looked for first, as that is fast.

    How tokens look is from GitHub's changelog of 2021-03-31, AWS's page on identifiers of IAM, and what
    scanners such as gitleaks and trivy look for.
    """

    name: str
    hints: tuple[bytes, ...]
    pattern: re.Pattern[bytes]


def _mark(name: str, hints: str, pattern: bytes) -> _Mark:
    return _Mark(name, tuple(hint.encode() for hint in hints.split()), re.compile(pattern))


_BEGIN = rb"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----"
_END = rb"(?:\r?\n|\\{1,4}[nr])"  # of a line, as it is or as a string has it
_LINES = _BEGIN + rb"[ \t]*" + _END + rb"(?:[ \t]*(?:[\w-]{1,40}: [^\n\\]{0,200})?" + _END + rb"){0,9}[ \t]*"
"""Up to the lines of base64: there are headers where a key is encrypted."""
_ASSIGNED = re.compile(
    rb"(?i)(?:key|token|secret|passw(?:or)?d|pwd|credential)\w{0,40}[\"'\]]*\s*(?::[^=\n]*)?[:=]\s*[\"'][^\s\"']{6}"
)
_LITTLE_OF_A_KEY = re.compile(_LINES + rb"[A-Za-z0-9+/]")
_MARKS = (
    # with lines of base64 behind it, or a string each: not where a script looks for keys
    _mark("a private key", "PRIVATE", _LINES + rb"[A-Za-z0-9+/=]{16}"),
    _mark("a private key", "PRIVATE", _BEGIN + rb"(?:[\s\"',+]|\\+[nr])+[A-Za-z0-9+/=]{40}"),
    _mark("a private key", "PuTTY-User-Key", rb"PuTTY-User-Key-File-\d: \S+\s+Encryption: "),
    _mark("an AWS access key", "AKIA ASIA", rb"\bA[KS]IA(?=[A-Z]*\d)[A-Z0-9]{16}\b(?<!EXAMPLE)"),
    _mark(
        "an AWS secret key",
        "ecret_access_key SECRET_ACCESS_KEY ecretAccessKey",
        rb"(?i:secret_?access_?key)[\"']?\s*[:=]\s*[\"']?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])(?<!EXAMPLEKEY)",
    ),
    _mark("a Hugging Face token", "hf_", rb"\bhf_(?![xX]+\b)[A-Za-z0-9]{34,}\b"),
    _mark("a GitHub token", "ghp_ gho_ ghu_ ghs_ ghr_", rb"\bgh[pousr]_(?![xX]+\b)[A-Za-z0-9]{36,}\b"),
    _mark("a GitHub token", "github_pat_", rb"\bgithub_pat_(?![xX_]+\b)\w{60,}\b"),
    _mark("a GitLab token", "glpat-", rb"\bglpat-(?![xX]+\b)[\w-]{20,}"),
    _mark("a Slack token", "xox", rb"\bxox[abeprs]-(?:\d+-)+[A-Za-z0-9]{20,}"),
    _mark("an OpenAI key", "sk-", rb"\bsk-(?:proj|svcacct|admin)-(?![xX]+\b)[\w-]{32,}"),
    _mark("an Anthropic key", "sk-ant-", rb"\bsk-ant-(?![xX]+\b)[\w-]{32,}"),
    _mark("a Google API key", "AIza", rb"\bAIza[\w-]{35}(?![\w-])"),
    _mark(
        "an API key of Weights & Biases",
        "wandb WANDB",
        rb"(?:(?i:wandb_api_key)[\"']?\s*[:=]\s*|wandb\.login\(\s*(?:key\s*=\s*)?)[\"']?[0-9a-f]{40}\b",
    ),
)


def is_useless(path: Path) -> bool:
    """Whether a file or folder is of no use elsewhere, such as a cache."""
    return path.name in _USELESS or path.suffix == ".pyc"


def why_secret(path: Path, root: Path) -> str | None:
    """What makes a file or folder look like a secret, as the end of "as ..."; None if nothing does.

    Of a link the names count, too, that lead from `root`, the folder that is sent, to what it stands for.
    Public keys, certificates and what only mentions secrets are none. Raises OSError.
    """
    names = [path.name]
    if path.is_symlink():
        target = Path(os.path.realpath(path))
        above = Path(os.path.realpath(root))
        names += target.relative_to(above).parts if target.is_relative_to(above) else target.parts
    is_file = path.is_file()
    named = [name for name in names if _SECRETS.match(name)]
    if is_file:
        own = [name for name in (names[0], names[-1]) if not name.endswith(_MODULES)]
        named += filter(_SECRET_FILES.match, own)
    if named:
        return f"{named[0]} is a usual name of secrets"
    found = _found_in(path) if is_file else None
    return None if found is None else f"it seems to hold {found}"


def check_sent(path: Path, root: Path) -> None:
    """For a file that is needed. root: the folder that is sent. Raises BackendError if it would stay here."""
    for part in (path, *path.parents):
        if part == root:
            break
        if is_useless(part):
            raise BackendError(f"{part} can't be sent, as caches stay here: move what is needed.")
        try:
            why = why_secret(part, root)
        except OSError as error:
            raise BackendError(f"{part} can't be read ({error.strerror}): mend that.") from error
        if why is not None:
            raise BackendError(
                f"{part} can't be sent, as {why}: keep secrets elsewhere, and give them to jobs by "
                "pass_environment."
            )


def _found_in(path: Path) -> str | None:
    with path.open("rb") as file:
        content = file.read(_TEXT)
        if b"\0" in content:
            return None
        content += file.read(_FAR_ENOUGH - _TEXT)
    if path.suffix in _MAY_HOLD_KEYS and _LITTLE_OF_A_KEY.search(content):
        return "a private key"
    if path.name == "secrets.py" and _ASSIGNED.search(content):
        return "keys or passwords"
    for mark in _MARKS:
        if any(hint in content for hint in mark.hints) and mark.pattern.search(content):
            return mark.name
    return None
