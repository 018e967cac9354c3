"""Files that look like secrets, and files that only resemble them; none is in use."""

BODY = b"MIIBVAIBADANBgkqhkiG9w0BAQEFAASCAT4wggE6AgEAAkEAq7BFUpkGp3+LQmlQ"  # not of any key in use
BEGIN, END = (b"-----%s RSA PRIVATE KEY-----" % word for word in (b"BEGIN", b"END"))


def made_up(prefix: str, length: int) -> bytes:
    """What is like a token, and is none."""
    return (prefix + "aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0z" * 9)[: len(prefix) + length].encode()


SECRETS = {
    ".env": b"TOKEN=abc",
    ".env.local": b"TOKEN=abc",
    ".envrc": b"export TOKEN=abc",
    ".aws/credentials": b"[default]",
    "deep/.ssh/config": b"Host x",
    "deep/id_ed25519": b"-----BEGIN OPENSSH PRIVATE KEY-----",
    "mine.pem": b"-----BEGIN CERTIFICATE-----\nabc\n-----BEGIN RSA PRIVATE KEY-----\nabc",
    "account.json": b'{"private_key": "-----BEGIN PRIVATE KEY-----\\nabc"}',
    # by their names
    "credentials": b"",
    "deep/Credentials.json": b"",
    ".npmrc": b"",
    "kaggle.json": b"{}",
    "secrets.toml": b"",
    "deep/secrets.yaml": b"",
    "store.p12": b"",
    # by what is in them
    "deploy": BEGIN + b"\n" + BODY,
    "encrypted": BEGIN + b"\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00FF\n\n" + BODY,
    "pgp.asc": b"-----BEGIN PGP PRIVATE KEY BLOCK-----\r\nVersion: 1\r\n\r\n" + BODY,
    "putty": b"PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n",
    "values.yaml": b"key: |\n  " + BEGIN + b"\n  " + BODY,
    "constants.py": b'KEY = "' + BEGIN + b"\\n" + BODY + b'"',
    "cell.ipynb": b'["' + BEGIN + b'\\n",\n "' + BODY + b'\\n"]',
    "notes.md": b"key: AKIA" + b"Q3EGUJ5XW7TZ4YBN",
    "temporary.sh": b"export AWS_ACCESS_KEY_ID=ASIA" + b"Q3EGUJ5XW7TZ4YBN",
    "boto.cfg": b"aws_secret_access_key = " + made_up("", 40),
    "answer.json": b'{"SecretAccessKey": "' + made_up("", 40) + b'"}',
    "download.py": b"login(token='" + made_up("hf_", 34) + b"')",
    "token": made_up("hf_", 34),
    "requirements-dev.txt": b"git+https://" + made_up("ghp_", 36) + b"@github.com/me/mine",
    "fine.txt": made_up("github_pat_", 82),
    "gitlab.yml": made_up("glpat-", 20),
    "anthropic.cfg": made_up("sk-ant-api03-", 80),
    "openai.sh": b"export OPENAI_API_KEY=" + made_up("sk-proj-", 48),
    "track.py": b"wandb.login(key='" + b"0123456789abcdef0123" * 2 + b"')",
    "wandb.sh": b"WANDB_API_KEY=" + b"0123456789abcdef0123" * 2,
    "secrets.py": b"PASSWORD = 'correct-horse'",
    "credentials.py": b'PASSWORD = "hunter2222"',
    "deep/Credentials.py": b'API_KEY: str = "abcdef1234567"',
    "secrets.pyi": b"TOKEN = b'correcthorse'",
    "Secrets.py": b"LOGIN = {'password': 'correct horse'}",
    "prod.env": b"",
    "secrets": b"",
    "letters.py": b"KEY = 'AKIA" + b"QWERTYUIOPASDFGH'",
    "letters.sh": b"export AWS_ACCESS_KEY_ID=AKIA" + b"QWERTYUIOPASDFGH",
    "legacy.sh": b"export OPENAI_API_KEY=" + made_up("sk-", 48),
    "wide.txt": (BEGIN + b"\r\n" + BODY).decode().encode("utf-16"),
    "application_default.json": b'{"refresh_token": "1//' + made_up("", 60) + b'"}',
    "desktop.json": b'{"client_secret": "' + made_up("", 24) + b'"}',
    "config.json": b'{"auths": {"one": {}, "two": {"auth": "' + made_up("", 16) + b'"}}}',
}
HARMLESS = {
    "ca.pem": b"-----BEGIN CERTIFICATE-----\n" + BODY,
    "settings.json": b"{}",
    "deep/keys.py": b"PREFIX = '-----BEGIN PRIVATE KEY-----'",
    "looks_for_keys.py": b"ENDS = (\n    '"
    + BEGIN
    + b"',\n    '"
    + END
    + b"',\n)\n"
    + b"certificate_marker = 1",
    "writes_keys.py": b"f'" + BEGIN + b"\\n{body}\\n" + END + b"'",
    "about.md": b"It looks like\n" + BEGIN + b"\n...\n" + END,
    "example.json": b'{"PrivateKey": "' + BEGIN + b"<a very long text>" + END + b'"}',
    "id_rsa.pub": b"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7",
    "tokenizer.py": b"class Tokenizer:\n    hf_tokenizer_that_is_loaded_from_the_hub_when_it_is_used = None",
    "tokens.txt": b"the\nhf_\nghp_\nAKIA\nsk-\n##private\n##key",
    "tokenizer_config.json": b'{"tokenizer_class": "GPT2Tokenizer", "unk_token": "<|endoftext|>"}',
    "names/credentials.py": b"ACCESS_KEY = 'aws_access_key_id'\nFILE_OF_KEYS = '~/.aws/credentials'",
    "oauth.json": b'{"client_secret": "YOUR_CLIENT_SECRET_GOES_HERE", "auths": {}, "auth": "none"}',
    "wide.csv": "1,2".encode("utf-16"),
    "deep/secrets/vault.py": b"import secrets\ntoken = secrets.token_hex(16)",
    "test_secrets.py": b"def test_secret_access_key(): ...",
    "documented.md": b"AKIAIOSFODNN7EXAMPLE",
    "documented.ini": b"aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "placeholder.py": b"token = 'hf_" + b"x" * 34 + b"'; key = 'AKIA" + b"X" * 16 + b"'",
    "reads.py": b"os.environ['WANDB_API_KEY'], os.environ['AWS_SECRET_ACCESS_KEY']",
    "peptides.csv": b"AKIAEFGHIKLMNPQRSTVW\nASIAEFGHIKLMNPQRSTVW",
    "commits.txt": b"0123456789abcdef0123" * 2,
    "weights.bin": b"\0" + made_up("hf_", 34),
}
