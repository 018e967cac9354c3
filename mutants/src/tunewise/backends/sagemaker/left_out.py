"""What never leaves this machine with code or data: versions, caches, and what looks like a secret."""

import codecs
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
    *("credentials", "credentials.*", "secrets", "secrets.*", "kaggle.json", "client_secret*.json"),
    *("*.env", "*.p12", "*.pfx", "*.jks", "*.kdbx", "*.ppk"),
)
"""Folders like that are packages of Python, and modules, such as its own secrets.py, mostly hold none."""
_MODULES = (".py", ".pyi")
_SECRET_MODULES = _names("credentials.py", "credentials.pyi", "secrets.py", "secrets.pyi")
_MAY_HOLD_KEYS = frozenset({".pem", ".key", ".json"})
"""What looks only a little like a private key is one here."""
_FAR_ENOUGH = 1 << 20  # bytes
_TEXT = 1 << 13  # bytes; what has a zero in them is no text, or one in UTF-16
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


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
_WORD = rb"(?:key|token|secret|passw(?:or)?d|pwd|credential)"
_ASSIGNED = re.compile(
    rb"(?i)" + _WORD + rb"\w{0,40}[\"'\]]{0,2}\s{0,9}(?::[^=\n\"']{0,60})?[:=]\s{0,9}[bru]{0,2}[\"']"
    rb"(?![a-z_./:~${}-]{0,60}" + _WORD + rb"[a-z_./:~${}-]{0,60}[\"'])[^\s\"']{6}"
)
"""Of a name like that any text, but for one that is such a name itself."""
_LITTLE_OF_A_KEY = re.compile(_LINES + rb"[A-Za-z0-9+/]")
_ID = (  # what holds no digit may be a peptide
    rb"(?:\b(?=A[KS]IA[A-Z]{0,15}\d)|[\"']|[:=][ \t]{0,9})A[KS]IA(?!X{16})[A-Z0-9]{16}\b(?<!EXAMPLE)"
)
_MARKS = (
    # with lines of base64 behind it, or a string each: not where a script looks for keys
    _mark("a private key", "PRIVATE", _LINES + rb"[A-Za-z0-9+/=]{16}"),
    _mark("a private key", "PRIVATE", _BEGIN + rb"(?:[\s\"',+]|\\+[nr])+[A-Za-z0-9+/=]{40}"),
    _mark("a private key", "PuTTY-User-Key", rb"PuTTY-User-Key-File-\d: \S+\s+Encryption: "),
    _mark("an AWS access key", "AKIA ASIA", _ID),
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
    _mark("an OpenAI key", "sk-", rb"\bsk-(?![xX]+\b)[A-Za-z0-9]{48}\b"),
    _mark("an Anthropic key", "sk-ant-", rb"\bsk-ant-(?![xX]+\b)[\w-]{32,}"),
    _mark("a Google API key", "AIza", rb"\bAIza[\w-]{35}(?![\w-])"),
    _mark(
        "what logs in to Google",
        "client_secret refresh_token",
        rb"\"(?:client_secret|refresh_token)\"\s{0,9}:\s{0,9}\"(?=[^\"\s\d]{0,99}\d)[\w./~+-]{20}",
    ),
    _mark(
        "what logs in to a registry",
        '"auths"',
        rb"\"auth\"\s{0,9}:\s{0,9}\"[A-Za-z0-9+/]{12,}={0,2}\"",
    ),
    _mark(
        "an API key of Weights & Biases",
        "wandb WANDB",
        rb"(?:(?i:wandb_api_key)[\"']?\s*[:=]\s*|wandb\.login\(\s*(?:key\s*=\s*)?)[\"']?[0-9a-f]{40}\b",
    ),
)


def is_useless(path: Path) -> bool:
    """Whether a file or folder, or what a link stands for, is of no use elsewhere, such as a cache."""
    names = {path.name, os.path.basename(os.path.realpath(path))} if path.is_symlink() else {path.name}
    return any(name in _USELESS or name.endswith(".pyc") for name in names)


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
    found = _found_in(path, {names[0], names[-1]}) if is_file else None
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


def _found_in(path: Path, names: set[str]) -> str | None:
    """names: its own, and that of what it stands for."""
    with path.open("rb") as file:
        content = file.read(_TEXT)
        wide = content.startswith(_UTF_16)
        if b"\0" in content and not wide:
            return None
        content += file.read(_FAR_ENOUGH - _TEXT)
    if wide:
        content = content.decode("utf-16", "replace").encode()
    if path.suffix in _MAY_HOLD_KEYS and _LITTLE_OF_A_KEY.search(content):
        return "a private key"
    if any(map(_SECRET_MODULES.match, names)) and _ASSIGNED.search(content):
        return "keys or passwords"
    for mark in _MARKS:
        if any(hint in content for hint in mark.hints) and mark.pattern.search(content):
            return mark.name
    return None
