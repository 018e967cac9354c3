"""What `make rehearsal` shows, shortened, and the published command as it stands."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 280  # less than what pytest allows a test
PATIENT = 1000  # the same, of the one that trains
WORKERS = 4  # of both tuners

PAGE = ROOT / "docs" / "launch.md"
ALL_THREE = """\
{command}
CUDA_VISIBLE_DEVICES=0 {command}
{command} --size full
"""


def test_the_published_command_without_a_size_trains_for_no_hours_unasked(tmp_path: Path) -> None:
    """Where a rehearsal has no GPU to train on: it says so, and how to take the small size."""
    for module in ("boto3", "flask", "flask_cors", "moto"):
        pytest.importorskip(module, reason="needs the extra `rehearsal`")
    block = re.findall(r"^```\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)[0]
    command = re.sub(r"\\\n +", "", block).splitlines()[0]
    assert command.startswith("python examples/tmlr10/launch_remote.py ")
    script = tmp_path / "published.sh"
    script.write_text(ALL_THREE.format(command=command.replace("python", sys.executable, 1)))
    environment = {name: value for name, value in os.environ.items() if name != "TUNEWISE_BENCHMARK_SIZE"}
    result = subprocess.run(
        [sys.executable, "-m", "tunewise", "rehearse", "--profile", "quick", "--", "sh", str(script)],
        cwd=ROOT, env={**environment, "CUDA_VISIBLE_DEVICES": ""}, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=SECONDS, check=False,
    )  # fmt: skip
    assert result.stderr.count("would train at its full size") == 1
    assert "--size ci (or TUNEWISE_BENCHMARK_SIZE=ci) takes minutes" in result.stderr
    assert result.stdout.count("Start it?") == 2  # with a GPU, and where the size was chosen
    assert "No training job was created." in result.stderr


@pytest.mark.slow
@pytest.mark.timeout(PATIENT + 20)
def test_the_published_command_in_a_rehearsal() -> None:
    """Two tuners, each with jobs of its own on warm instances, fetched and compared."""
    for module in ("boto3", "flask", "flask_cors", "moto", "torch", "matplotlib"):
        pytest.importorskip(module, reason="needs the extras `rehearsal`, `benchmarks` and `plots`")
    begun = time.monotonic()
    subprocess.run([sys.executable, "-c", "import torch"], check=True)
    limit = max(25.0, 10.0 * (time.monotonic() - begun))  # for some jobs, however busy the machine is
    result = subprocess.run(
        [sys.executable, "examples/rehearsal.py", "--max_wallclock_time", f"{limit:.0f}"],
        cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, timeout=PATIENT, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout + result.stderr
    tuners = dict(re.findall(r"(\S+-2w-0) is tuned by the job (\S+)", result.stdout))
    assert list(tuners) == ["transformer_wikitext2-ASHA-2w-0", "transformer_wikitext2-MOBSTER-2w-0"]
    pools: list[str] = []
    for experiment, job in tuners.items():
        assert re.search(rf"{experiment} +ended .* val_loss .* {job}", result.stdout)
        row = rf"{experiment.replace('_', '-')}-\w+-t\S+ +Completed .*(Reused|Terminated|Available)"
        trained = re.findall(row, result.stdout)
        assert len(trained) > 2
        assert "Reused" in trained
        pools += trained
    # each instance but the workers' last ones
    assert pools.count("Reused") >= len(pools) - WORKERS
    assert re.search(r"MOBSTER +2 +1 ", result.stdout)
    assert "transformer_wikitext2-comparison-wall-clock.png" in result.stdout
    folders = list(Path(os.environ["TUNEWISE_HOME"]).glob("rehearsal-*/results"))
    assert len(folders) == 1
