"""MLflow's server goes away and comes back; and MLflow is cut off within a request."""

from __future__ import annotations

import subprocess
import sys
import threading
from itertools import count
from pathlib import Path
from queue import SimpleQueue

import pytest
from tests.helpers.recordings import Recording, typical
from tests.helpers.shown import ShownByMLflow

from tunewise.journal import Journal
from tunewise.results import load_experiment
from tunewise.trackers import TrackerError
from tunewise.trackers.following import keep_tracking, track

pytestmark = pytest.mark.slow

SERVER = """\
import os, sys
from mlflow import server  # the command of this name needs packages that mlflow-skinny doesn't
os.environ[server.BACKEND_STORE_URI_ENV_VAR] = sys.argv[1]
os.environ[server.ARTIFACT_ROOT_ENV_VAR] = sys.argv[2]
from werkzeug.serving import make_server
served = make_server("127.0.0.1", int(sys.argv[3]), server.app, threaded=True)
print(served.port, flush=True)
served.serve_forever()
"""


def serve(folder: Path, port: int = 0) -> tuple[subprocess.Popen[str], int]:
    """MLflow's server, with a database in a folder; at a port that is free, or at a known one."""
    arguments = [f"sqlite:///{folder}/mlflow.db", str(folder), str(port)]
    process = subprocess.Popen(
        [sys.executable, "-c", SERVER, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    return process, int(process.stdout.readline())


def test_a_server_goes_away_and_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("mlflow", reason="mlflow-skinny isn't installed")
    pytest.importorskip("sqlalchemy", reason="SQLAlchemy isn't installed")
    whole = typical(metric="loss")
    part = Recording("lm", metric="loss")
    part.entries = whole.entries[:12]
    part.write()
    said: SimpleQueue[str] = SimpleQueue()
    server, port = serve(tmp_path)
    try:
        shown = ShownByMLflow(tmp_path, monkeypatch, f"http://127.0.0.1:{port}")
        track(part.paths, shown.tracker)
        assert set(shown.trials(load_experiment("lm"))) == {0, 1, 2}
        server.kill()
        server.communicate()
        with Journal(part.paths.journal) as journal:  # as a tuner holds it
            thread = threading.Thread(target=keep_tracking, args=(part.paths, shown.tracker, said.put))
            thread.start()
            assert "fails, and is tried again until it works: MlflowException" in said.get(timeout=120)
            journal.append(whole.entries[12:])
            server, _ = serve(tmp_path, port)
        thread.join(120)
        assert not thread.is_alive()
        assert "works again" in said.get(timeout=60)
        assert said.empty()
        result = load_experiment("lm")
        trials = shown.trials(result)
        for trial in result.state.trials:
            assert trials[trial.id].curve == dict(zip(trial.levels, trial.values, strict=True))
        assert [trials[trial].outcome for trial in range(4)] == ["stopped", "completed", "failed", "failed"]
    finally:
        server.kill()
        server.communicate()


def test_what_was_cut_off_within_a_request_is_not_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Metrics are there, but not the tag that says so, and which comes last."""
    shown = ShownByMLflow(tmp_path, monkeypatch)
    result = typical(metric="loss").write()
    from mlflow.tracking import MlflowClient

    write = MlflowClient.log_batch

    def cut(client: MlflowClient, run: str, *, metrics=(), params=(), tags=()) -> None:
        """The second request is cut off, after a part of it."""
        if next(calls) == 1:
            write(client, run, metrics=metrics[: len(metrics) // 2 + 1], params=params)
            raise OSError("cut off")
        write(client, run, metrics=metrics, params=params, tags=tags)

    monkeypatch.setattr(MlflowClient, "log_batch", cut)
    for _attempt in range(4):
        calls = count()
        with pytest.raises(TrackerError, match="fails: OSError: cut off"):
            track(result.paths, shown.tracker)
    calls = count(2)
    track(result.paths, shown.tracker)
    trials = shown.trials(result)
    assert trials[1].curve == dict(enumerate(result.state.trials[1].values, start=1))
    assert trials[1].config == {"lr": "0.01", "dropout": "0.5"}
    experiment = shown.client.get_experiment_by_name("lm")
    runs = shown.client.search_runs([experiment.experiment_id])
    tags = {run.data.tags["tunewise.trial"]: run.data.tags for run in runs}
    assert tags["2"]["tunewise.failure"] == "val_loss was nan"
    assert tags["1"]["tunewise.method"] == "asha"
    assert tags[""]["tunewise.end"] == "finished: the limit of 10 trials started is reached"
    assert tags[""]["tunewise.best_trial"] == "1"
