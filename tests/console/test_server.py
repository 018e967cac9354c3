"""What the console answers."""

import asyncio
import base64
import gzip
import hashlib
import json
import os
import re
import struct
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from starlette.testclient import TestClient
from tests.console.test_access import HOST, ORIGIN
from tests.console.test_reading import recording
from tests.helpers.learned import entries_of, write
from tests.helpers.recordings import Recording

from tunewise.backends.job_views import Column, JobList, JobOutput, ListedJob, OutputFile, Unit
from tunewise.backends.local import LocalBackend
from tunewise.console.access import LOOPBACK, Keys
from tunewise.console.listing import Listing, brief_of
from tunewise.console.reading import Follower
from tunewise.console.report import report_of_experiment, thinned
from tunewise.console.server import STATIC, application, follow_log, tail
from tunewise.events import Hold, PauseTrial
from tunewise.journal import Journal
from tunewise.paths import ExperimentPaths
from tunewise.results import load_experiment
from tunewise.trial import JobId, Status
from tunewise.trial_table import TrialTable


def client(read_only: bool = False) -> TestClient:
    keys = Keys(8642)
    found = TestClient(application(keys, LOOPBACK, read_only), base_url=f"http://{HOST}")
    found.headers["Cookie"] = f"{keys.cookie}={keys.session}"
    return found


@pytest.fixture
def browser() -> Iterator[TestClient]:
    with client() as found:
        yield found


def get(browser: TestClient, path: str, **query: str | int) -> Any:  # noqa: ANN401 - JSON
    answer = browser.get(path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_list_has_all_experiments_and_says_what_is_damaged(browser: TestClient) -> None:
    recording("good").write()
    broken = recording("broken").write()
    broken.paths.definition.write_text("{")
    rows = {row["name"]: row for row in get(browser, "/api/list")["experiments"]}
    assert rows["good"]["method"] == "asha"
    assert rows["broken"]["standing"] == "damaged"
    assert "restore it" in rows["broken"]["flaw"]


def test_a_list_is_read_again_only_where_something_changed(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        recording(f"e{number}").write()
    get(browser, "/api/list")
    reads: list[Path] = []
    monkeypatch.setattr("tunewise.console.listing.read_definition", lambda path: reads.append(path))
    assert len(get(browser, "/api/list")["experiments"]) == 5
    assert not reads


def test_a_held_trial_has_a_state_of_its_own(browser: TestClient) -> None:
    told = recording()
    told.ask(PauseTrial(0), Hold(told.time, 0))
    told.write()
    found = get(browser, "/api/experiment", name="lm")
    assert [found["statuses"][place] for place in found["trials"]["status"]] == ["held", "running"]
    assert found["head"]["counts"] == {"held": 1, "running": 1}
    assert brief_of(told.state()).counts["held"] == 1


def test_a_list_knows_at_once_which_experiments_have_ended(browser: TestClient) -> None:
    for name in ("ended", "left"):
        told = recording(name)
        told.end(1)
        if name == "ended":
            told.finish()
        paths = told.write().paths
        paths.snapshot.unlink()
        os.utime(paths.journal, (1.7e9, 1.7e9))
    rows = {row["name"]: row["standing"] for row in get(browser, "/api/list")["experiments"]}
    assert rows == {"ended": "finished", "left": "abandoned"}


def test_a_row_keeps_its_progress_while_its_journal_grows() -> None:
    told = recording()
    paths = told.write().paths
    listing = Listing()
    listing.rows()
    assert listing.improve()
    [before] = listing.rows()["experiments"]
    assert before["running"] == 1
    assert before["spark"][0]
    told.report(1, 1.0)
    with Journal(paths.journal) as journal:
        journal.append(told.entries[-1:])
    load_experiment("lm")  # which writes a snapshot
    [after] = listing.rows()["experiments"]
    assert not after["full"]
    assert after["best"] == 1.0
    for key in ("running", "workers", "share", "used", "spark", "counts"):
        assert after[key] == before[key]


def test_an_experiment_travels_as_columns_and_curves(browser: TestClient) -> None:
    record = recording().write()
    found = get(browser, "/api/experiment", name="lm")
    assert found["trials"]["id"] == [0, 1]
    assert found["trials"]["best"] == [1.6, 1.1]
    assert found["params"]["lr"] == [0.1, 0.01]
    assert [found["statuses"][place] for place in found["trials"]["status"]] == ["paused", "running"]
    assert found["jobs"]["trial"] == [0, 1, 1]
    assert found["jobs"]["target"] == ["paused", "paused", None]
    assert [item[2] for item in found["incumbents"]] == [3.1, 2.1, 1.6, 1.51, 1.2, 1.1]
    data = browser.get("/api/experiment/curves", params={"name": "lm"}).content
    _, trials, reports, _ = struct.unpack_from("<4sIII", data)
    assert (trials, reports) == (2, 8)
    assert struct.unpack_from("<8d", data, 16) == tuple(
        v for trial in record.state.trials for v in trial.values
    )
    assert struct.unpack_from("<2I", data, 16 + 20 * reports) == (3, 5)


def test_a_trial_has_its_decisions_and_the_command_that_repeats_it(browser: TestClient) -> None:
    recording().write()
    found = get(browser, "/api/experiment/trial", name="lm", trial=1)
    assert [item[1] for item in found["told"]] == ["start", "halt", "resume"]
    assert "--lr 0.01" in found["command"]
    assert browser.get("/api/experiment/trial", params={"name": "lm", "trial": 7}).status_code == 404


@pytest.mark.parametrize("trial", ["", "-1", "1.5", "x", "٣", "9" * 400])
def test_what_is_no_number_is_refused_in_a_sentence(browser: TestClient, trial: str) -> None:
    recording().write()
    answer = browser.get("/api/experiment/trial", params={"name": "lm", "trial": trial})
    assert answer.status_code == 400
    assert answer.json()["error"] == "trial must be a whole number."


@pytest.mark.parametrize("name", ["", "..", "../lm", "a/b/c", "/etc", "lm\x00", "x" * 5000, "-f", "lm/../lm"])
@pytest.mark.parametrize(
    "path", ["experiment", "experiment/curves", "experiment/jobs", "study", "experiment/told"]
)
def test_no_name_leads_out_of_the_folder_of_experiments(browser: TestClient, name: str, path: str) -> None:
    recording().write()
    answer = browser.get(f"/api/{path}", params={"name": name})
    assert answer.status_code in (400, 404)
    assert answer.json()["error"]


def test_a_cost_adds_up(browser: TestClient) -> None:
    recording().write()
    found = get(browser, "/api/experiment/cost", name="lm")
    assert sum(seconds for seconds, _ in found["parts"].values()) == pytest.approx(found["total"][0])


def test_what_matters_is_weighed_when_it_is_asked(browser: TestClient) -> None:
    write("known", entries_of(60, failed=3))
    found = get(browser, "/api/experiment/importance", name="known")
    assert [row["name"] for row in found["rows"]] == ["lr", "dropout", "optimizer", "layers", "momentum"]
    assert sum(row["share"] for row in found["rows"]) == pytest.approx(1.0)
    assert all(0.0 <= row["low"] <= row["share"] <= row["high"] <= 1.0 for row in found["rows"])
    assert found["compared"].startswith("Compared: 60 trials, 57 of them trained to the end, by their best")
    recording().write()
    early = get(browser, "/api/experiment/importance", name="lm")
    assert early["rows"] == []
    assert early["compared"].startswith("It is too early to tell what matters")


def test_the_output_of_a_job_is_shown_from_near_its_end() -> None:
    assert tail(iter([b"a" * 10, b"b" * 10, b"c" * 10]), 15) == [b"b" * 10, b"c" * 10]
    assert tail(iter([]), 15) == []


# ---- changes --------------------------------------------------------------------------------------------


def post(browser: TestClient, path: str, body: object, name: str = "lm") -> Any:  # noqa: ANN401 - JSON
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {**ORIGIN, "Content-Type": "application/json"}
    return browser.post(f"/api/experiment/{path}", params={"name": name}, content=content, headers=headers)


def requests_of(paths: ExperimentPaths) -> list[Any]:
    return [json.loads(path.read_bytes()) for path in sorted(paths.requests.glob("*.json"))]


def test_a_request_becomes_a_file_for_the_tuner(browser: TestClient) -> None:
    paths = recording().write().paths
    for body in ({"request": "pause_trial", "trial_id": 1}, {"request": "remark", "text": "a good one"}):
        assert post(browser, "request", body).json()["id"]
    assert [found["request"] for found in requests_of(paths)] == ["pause_trial", "remark"]


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b"null", b'{"request":"rm"}', b'{"request":"pause_trial"}', b"[" * 60_000,
        b'{"request":"pause_trial","trial_id":"1"}', b'{"request":"remark","text":" "}', b"\xff\xfe",
        b'{"request":"change","workers":0}', b'{"request":"try_next","config":{"unknown":1}}',
        b'{"request":"change","limits":{"max_wallclock_time":"x"}}',
    ],
)  # fmt: skip
def test_a_malformed_request_is_refused_and_nothing_is_written(browser: TestClient, body: bytes) -> None:
    paths = recording().write().paths
    answer = post(browser, "request", body)
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert not requests_of(paths)


def test_a_request_for_no_experiment_is_refused(browser: TestClient) -> None:
    assert post(browser, "request", {"request": "suspend"}, "nothing").status_code == 404
    assert post(browser, "request", {"request": "suspend"}, "../x").status_code == 400
    assert post(browser, "resume", {}, "nothing").status_code == 404


def test_a_console_for_reading_changes_nothing() -> None:
    paths = recording().write().paths
    with client(read_only=True) as browser:
        assert get(browser, "/api/about")["readOnly"] is True
        for path in ("request", "resume"):
            assert post(browser, path, {"request": "suspend"}).status_code == 409
    assert not requests_of(paths)
    assert not paths.resume_log.exists()


@pytest.mark.parametrize(
    "body",
    [b"[]", b'{"workers":0}', b'{"limits":{"rm -rf":1}}', b'{"limits":{"max_cost":-1}}', b'{"shell":"x"}'],
)
def test_a_malformed_resumption_starts_no_tuner(browser: TestClient, body: bytes) -> None:
    paths = recording().write().paths
    assert post(browser, "resume", body).status_code == 400
    assert not paths.resume_log.exists()


@pytest.mark.slow
def test_a_tuner_that_cannot_go_on_says_why(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tunewise.console.steering.EARLY", 120.0)
    told = recording()
    told.end(1)
    told.finish()
    paths = told.write(kind="nowhere").paths
    answer = post(browser, "resume", {"workers": 3, "limits": {"max_num_trials_started": 20}})
    assert answer.status_code == 409
    assert "nowhere" in answer.json()["error"]
    assert "nowhere" in paths.resume_log.read_text()


@pytest.mark.slow
def test_a_tuner_is_not_made_of_what_lies_in_the_current_folder(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tunewise.console.steering.EARLY", 120.0)
    monkeypatch.chdir(tmp_path)
    for name in ("click", "queue", "runpy", "tunewise"):
        (tmp_path / f"{name}.py").write_text("open('ran', 'w').close()")
    told = recording()
    told.end(1)
    told.finish()
    told.write(kind="nowhere")
    assert "nowhere" in post(browser, "resume", {}).json()["error"]
    assert not (tmp_path / "ran").exists()


def test_a_tuner_that_ends_at_once_and_did_nothing_has_not_started(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tunewise.console.steering.EARLY", 120.0)
    monkeypatch.setattr("tunewise.console.steering.own_process", lambda *_: ["true"])
    told = recording()
    told.end(1)
    told.finish()
    paths = told.write().paths
    assert "ended at once" in post(browser, "resume", {}).json()["error"]
    grows = ["sh", "-c", f"echo >> '{paths.journal}'"]
    monkeypatch.setattr("tunewise.console.steering.own_process", lambda *_: grows)
    assert post(browser, "resume", {}).status_code == 200


# ---- files ----------------------------------------------------------------------------------------------


def test_what_others_wrote_is_as_they_published_it() -> None:
    lines = (STATIC / "vendor" / "SHA256SUMS").read_text().splitlines()
    listed = {name: digest for digest, name in (line.split("  ") for line in lines)}
    files = {path.name for path in (STATIC / "vendor").iterdir()} - {"SHA256SUMS", "README.md"}
    assert set(listed) == files
    for name, digest in listed.items():
        assert hashlib.sha256((STATIC / "vendor" / name).read_bytes()).hexdigest() == digest


def test_the_page_asks_no_other_host() -> None:
    for path in STATIC.rglob("*"):
        if path.suffix in (".js", ".css", ".html") and "vendor" not in path.parts:
            text = path.read_text().replace("http://www.w3.org/2000/svg", "")
            assert "http://" not in text
            assert "https://" not in text
            assert "innerHTML" not in text


def test_the_console_needs_no_numpy_until_it_compares() -> None:
    check = "import sys; import tunewise.console.server; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check]).returncode == 0


def test_jobs_are_shown_as_their_engine_lists_them(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    recording().write()
    columns = (
        Column("job"),
        Column("warm pool"),
        Column("billed", Unit.SECONDS),
        Column("created", Unit.MOMENT),
    )
    when = datetime(2026, 5, 4, 13, 37, tzinfo=UTC)
    job = ListedJob(("a", "Reused", 12.0, when), why="first\n\nlast", successor="b")

    def listed(paths: object, at: str | None, limit: int) -> JobList:
        return JobList(columns, [lambda: job])

    with monkeypatch.context() as patch:
        patch.setattr(LocalBackend, "list_jobs", listed)
        found = get(browser, "/api/experiment/jobs", name="lm")
    assert [column["unit"] for column in found["columns"]] == ["text", "text", "seconds", "moment"]
    [shown] = found["jobs"]
    assert shown["cells"] == ["a", "Reused", 12.0, "2026-05-04T13:37:00+00:00"]
    assert (shown["successor"], shown["why"]) == ("b", "first: last")
    found = get(browser, "/api/experiment/jobs", name="lm", kind="simulated")
    assert "has no list of jobs" in found["error"]


class Printed(JobOutput):
    """An output that comes in pieces; over once all have come."""

    poll_interval = 0.0

    def __init__(self, *pieces: bytes) -> None:
        self._pieces = list(pieces)

    def is_over(self) -> bool:
        return len(self._pieces) <= 1

    def read_new(self) -> Iterator[bytes]:
        if self._pieces:
            yield self._pieces.pop(0)

    def why_empty(self) -> str:
        return "It has printed nothing." if not self._pieces else "It hasn't begun."


def logged(output: JobOutput) -> list[dict[str, Any]]:
    async def all_of_it() -> list[dict[str, Any]]:
        return [json.loads(message.data) async for message in follow_log(output)]

    return asyncio.run(all_of_it())


def test_a_letter_may_come_in_two_parts() -> None:
    euro = "€".encode()
    messages = logged(Printed(b"5 " + euro[:1], euro[1:] + b"\n", b""))
    assert "".join(message["text"] for message in messages) == "5 €\n"
    assert [message["over"] for message in messages] == [False, False, True]


def test_why_there_is_no_output_is_said_again_at_the_end() -> None:
    assert [message["empty"] for message in logged(Printed(b"", b""))] == [
        "It hasn't begun.",
        "It has printed nothing.",
    ]


def test_a_long_log_is_read_from_near_its_end(tmp_path: Path) -> None:
    paths, job = ExperimentPaths(tmp_path), JobId(0, 0)
    log = paths.job(job).stdout
    log.parent.mkdir(parents=True)
    log.write_bytes("".join(f"line {number} é\n" for number in range(1000)).encode())
    output = OutputFile(paths, job, stderr=False)
    output.skip(40)
    assert b"".join(output.read_new()).decode().splitlines() == ["line 997 é", "line 998 é", "line 999 é"]
    short = OutputFile(paths, job, stderr=False)
    short.skip(1 << 20)
    assert next(short.read_new()).startswith(b"line 0 ")
    OutputFile(paths, job, stderr=True).skip(5)  # a file that isn't there


def test_all_pages_share_a_look_at_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    recording().write()
    listing = Listing()
    look = Mock(wraps=listing.rows)
    monkeypatch.setattr(listing, "rows", look)
    monkeypatch.setattr("tunewise.console.listing.SPARING", 1e9)
    first = listing.latest()
    assert listing.latest() is first
    assert look.call_count == 1


def test_rows_are_the_same_objects_while_nothing_changes() -> None:
    told = recording()
    paths = told.write().paths
    listing = Listing()
    while listing.rows() and listing.improve():
        pass
    [before], [again] = listing.rows()["experiments"], listing.rows()["experiments"]
    assert before is again
    told.report(1, 1.0)
    with Journal(paths.journal) as journal:
        journal.append(told.entries[-1:])
    assert listing.rows()["experiments"][0] is not before


def test_a_home_that_cannot_be_used_is_a_sentence(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("TUNEWISE_HOME", str(tmp_path / "file"))
    answer = browser.get("/api/list")
    assert answer.status_code == 500
    assert "let TUNEWISE_HOME name another folder" in answer.json()["error"]


def test_the_top_of_the_page_is_known_before_the_trials(browser: TestClient) -> None:
    recording().write()
    found = get(browser, "/api/experiment/beginning", name="lm")
    assert found["head"]["counts"] == {"running": 1, "paused": 1}
    assert "trials" not in found


# ---- reports --------------------------------------------------------------------------------------------


def test_long_curves_are_thinned_but_for_their_ends_and_where_jobs_begin() -> None:
    table = TrialTable(Recording().problem)
    trial = table.add({"lr": 0.1, "dropout": 0.5}, 0, None, {}, 0.0, queued=False)
    for level in range(1, 201):
        if level == 101:
            table.halt(trial, Status.PAUSED, None)
            table.end_job(trial, Status.PAUSED, 100.0, 100.0)
            table.resume(trial, None, 100.0, queued=False)
        table.add_report(trial, level, 1.0 / level, float(level))
    trials = list(table)
    [kept] = thinned(trials, most=20)
    assert {0, 99, 100, 199} <= set(kept)
    assert len(kept) <= 30
    assert list(kept) == sorted(set(kept))
    assert [list(each) for each in thinned(trials, most=1000)] == [list(range(200))]


def test_a_report_says_what_it_leaves_out_and_runs_only_what_is_in_it() -> None:
    paths = recording().write().paths
    follower = Follower(paths)
    while follower.advance():
        pass
    page = report_of_experiment(follower)
    policy = re.search(r'content="(default-src[^"]*)"', page)
    assert policy is not None
    for script in re.findall(
        r"<script>(.*?)</script>|<script type=\"(?:module|importmap)\">(.*?)</script>", page, re.S
    ):
        digest = hashlib.sha256("".join(script).encode()).digest()
        assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy[1]
    [packed] = re.findall(r'id="data">(.*?)<', page)
    data = json.loads(gzip.decompress(base64.b64decode(packed)))
    assert data["overview"]["thinned"] == ""
    assert data["importance"]["compared"].startswith("It is too early to tell what matters")
    assert data["curves"]["counts"] == [3, 5]
    assert "unsafe" not in policy[1]
