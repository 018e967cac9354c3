"""What docs/sagemaker.md shows works, in a rehearsal, and so do the commands that look at an experiment."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tunewise import load_experiment
from tunewise.paths import experiment_names

for module in ("boto3", "flask", "flask_cors", "moto"):
    pytest.importorskip(module, reason="needs the extra `rehearsal`")

PAGE = Path(__file__).resolve().parents[1] / "docs" / "sagemaker.md"

TRAIN = """\
import argparse, os
from pathlib import Path
from tunewise import Reporter, checkpoint_dir
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float)
parser.add_argument("--epochs", type=int)
args = parser.parse_args()
report = Reporter()
saved = checkpoint_dir() / "epoch"
first = int(saved.read_text()) + 1 if saved.exists() else 1
print("from epoch", first)
for epoch in range(first, args.epochs + 1):
    saved.write_text(str(epoch))
    report(epoch=epoch, val_loss=args.lr + 1 / epoch)
"""

CHECKS_ITS_WORLD = """\
opt_ml = Path(os.environ.get("SAGEMAKER_BASE_DIR", "/opt/ml"))
assert (opt_ml / "input/data/text/words.txt").read_text() == "some words"
assert os.environ["HF_TOKEN"] == "secret" and os.environ["TOKENIZERS_PARALLELISM"] == "false"
import beside
"""


def block(language: str) -> str:
    """The page's first code block of a language ("" for commands)."""
    fenced: list[tuple[str, str]] = re.findall(
        r"^```(\w*)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S
    )
    return next(text for name, text in fenced if name == language)


def instead(text: str, limit: str, other: str) -> str:
    """The text with a limit that doesn't depend on how fast the machine is."""
    assert text.count(limit) == 1, f"{limit} isn't in the page once"
    return text.replace(limit, other)


OTHERS = "tunewise show lm\ntunewise best lm\ntunewise logs lm 0 --job 0\ntunewise cost lm\ntunewise list\n"
ALL = """\
sh -ex commands.sh >commands.txt 2>&1 & commands=$!
sh -ex file.sh >file.txt 2>&1 & file=$!
sh -ex python.sh >python.txt 2>&1 & python=$!
wait $commands && wait $file && wait $python
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In which all that the page shows was run, side by side in one rehearsal in which nothing takes time."""
    folder = tmp_path_factory.mktemp("page")
    for name, text in {
        "train.py": TRAIN,
        "commands.sh": f"{instead(block(''), '--max-wallclock 1h', '--max-trials 6')}\n{OTHERS}",
        "src/train.py": TRAIN.replace("parser =", f"{CHECKS_ITS_WORLD}parser =", 1),
        "src/beside.py": "",
        "requirements.txt": "# nothing\n",
        "data/wikitext/words.txt": "some words",
        "lm.toml": instead(block("toml"), 'max_wallclock = "1h"', "max_trials = 2"),
        "file.sh": "tunewise run lm.toml --name file --method rs --workers 2",
        "my_tuning.py": instead(block("python"), "max_wallclock_time=3600", "max_num_trials_started=2"),
        "python.sh": f"{sys.executable} my_tuning.py",
        "all.sh": ALL,
        "bin/tunewise": f'#!/bin/sh\nexec {sys.executable} -m tunewise "$@"\n',
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    (folder / "bin/tunewise").chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "TUNEWISE_HOME": str(folder / "home"),
        "HF_TOKEN": "secret",
    }
    command = [sys.executable, "-m", "tunewise", "rehearse", "--profile=quick", "--bucket=my-bucket"]
    done = subprocess.run(
        [*command, "--", "sh", "all.sh"],
        check=False,
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment,
        timeout=240,
    )
    texts = "".join(path.read_text() for path in sorted(folder.glob("*.txt")))
    assert done.returncode == 0, texts + done.stdout + done.stderr
    return folder


@pytest.fixture(autouse=True)
def home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUNEWISE_HOME", str(folder / "home"))


@pytest.mark.slow
def test_the_commands_do_what_they_say(folder: Path) -> None:
    output = (folder / "commands.txt").read_text()
    for told in (
        "runs on     SageMaker, ml.g4dn.xlarge, kept for 600 s, s3://my-bucket/tunewise",
        "workers     4, 0.736 for a worker-hour",
        "Reused",
        "&& python ",  # of the line that trains the best one again
        "from epoch 1",  # the script's own words
        "spent on",
    ):
        assert told in output
    record = load_experiment("lm")
    assert len(record.state.trials) == 6  # more than workers, so that instances are reused for certain
    assert record.state.price == 0.736
    assert record.best is not None
    assert record.problem.max_resource == 40


@pytest.mark.slow
def test_the_file_says_the_same() -> None:
    record = load_experiment("file")
    assert [trial.level for trial in record.state.trials] == [40, 40]


@pytest.mark.slow
def test_the_python_example_runs() -> None:
    names = set(experiment_names()) - {"lm", "file"}
    assert len(names) == 1
    record = load_experiment(names.pop())
    assert record.best is not None
    assert len(record.state.trials) == 2
