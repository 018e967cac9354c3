"""What `make rehearsal` shows, shortened."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 280  # less than what pytest allows a test


@pytest.mark.slow
def test_the_published_command_in_a_rehearsal() -> None:
    """Two tuners, each with jobs of its own on warm instances, fetched and compared."""
    for module in ("boto3", "flask", "flask_cors", "moto", "torch", "matplotlib"):
        pytest.importorskip(module, reason="needs the extras `rehearsal`, `benchmarks` and `plots`")
    result = subprocess.run(
        [sys.executable, "examples/rehearsal.py", "--max_wallclock_time", "25"],
        cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, timeout=SECONDS, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout + result.stderr
    tuners = dict(re.findall(r"(\S+-2w-0) is tuned by the job (\S+)", result.stdout))
    assert list(tuners) == ["transformer_wikitext2-ASHA-2w-0", "transformer_wikitext2-MOBSTER-2w-0"]
    for experiment, job in tuners.items():
        assert re.search(rf"{experiment} +ended .* val_loss .* {job}", result.stdout)
        trained = re.findall(
            rf"{experiment.replace('_', '-')}-\w+-t\S+ +Completed .*(Reused|Terminated|Available)",
            result.stdout,
        )
        assert len(trained) > 2
        assert "Reused" in trained
    assert re.search(r"MOBSTER +2 +1 ", result.stdout)
    assert "transformer_wikitext2-comparison-wall-clock.png" in result.stdout
    folders = list(Path(os.environ["TUNEWISE_HOME"]).glob("rehearsal-*/results"))
    assert len(folders) == 1
