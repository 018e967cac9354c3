"""Script mode: what the toolkit in AWS's images does with the hyperparameter `sagemaker_program`.

Runs as a program of its own, in place of an image's. As the original it starts the script as a child, with
the hyperparameters as its flags, and never hands SIGTERM on.
"""

import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path

_OWN = "sagemaker_"
_FAILED = 1


def main() -> int:
    base = Path(os.environ.get("SAGEMAKER_BASE_DIR", "/opt/ml"))
    told = json.loads((base / "input/config/hyperparameters.json").read_text(encoding="utf-8"))
    values = {name: _decoded(value) for name, value in told.items()}
    program = values.get(f"{_OWN}program")
    if not isinstance(program, str):
        print("There is neither a ContainerEntrypoint nor a hyperparameter sagemaker_program.", flush=True)
        return _FAILED
    code = base / "code"
    if f"{_OWN}submit_directory" in values:
        _unpack(str(values[f"{_OWN}submit_directory"]), code)
    if (code / "requirements.txt").exists():
        print("The rehearsal installs no requirements: jobs run on this machine's packages.", flush=True)
    hyperparameters = {name: value for name, value in values.items() if not name.startswith(_OWN)}
    flags = [part for name, value in sorted(hyperparameters.items()) for part in _flag(name, value)]
    environment = _environment(base, hyperparameters)
    command = [sys.executable, program, *flags]
    exit_code = subprocess.run(command, cwd=code, env=environment, check=False).returncode
    if exit_code != 0:
        reason = f'ExecuteUserScriptError:\nExitCode {exit_code}\nErrorMessage ""\nCommand "{program}"'
        (base / "output/failure").write_text(reason, encoding="utf-8")
    return exit_code if exit_code >= 0 else 128 - exit_code


def _decoded(value: str) -> object:
    """The SDK writes hyperparameters as JSON; what is none counts as it is."""
    try:
        return json.loads(value)
    except ValueError:
        return value


def _flag(name: str, value: object) -> list[str]:
    text = value if isinstance(value, str) else json.dumps(value)
    return [f"--{name}" if len(name) > 1 else f"-{name}", text]


def _unpack(uri: str, folder: Path) -> None:
    import boto3

    bucket, _, key = uri.removeprefix("s3://").partition("/")
    archive = folder / "sourcedir.tar.gz"
    boto3.client("s3", region_name=os.environ["AWS_REGION"]).download_file(bucket, key, str(archive))
    with tarfile.open(archive) as opened:
        opened.extractall(folder, filter="data")
    archive.unlink()


def _environment(base: Path, hyperparameters: dict[str, object]) -> dict[str, str]:
    channels = sorted(path.name for path in (base / "input/data").iterdir())
    return {
        **os.environ,
        "SM_MODEL_DIR": str(base / "model"),
        "SM_OUTPUT_DATA_DIR": str(base / "output/data"),
        "SM_CHANNELS": json.dumps(channels),
        "SM_HPS": json.dumps(hyperparameters),
        "SM_CURRENT_HOST": "algo-1",
        "SM_NUM_GPUS": "0",
        **{f"SM_CHANNEL_{name.upper()}": str(base / "input/data" / name) for name in channels},
        "PYTHONPATH": str(base / "code"),
    }


if __name__ == "__main__":
    sys.exit(main())
