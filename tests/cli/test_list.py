"""`tunewise list`, what an experiment's standing is, and completion of names."""

import fcntl
import json
from collections.abc import Callable
from random import Random

import pytest
from click.testing import CliRunner
from tests.helpers.commands import Call, lines
from tests.helpers.recordings import Recording, typical

from tunewise.cli import main
from tunewise.cli.experiments import has_tuner, standing_of
from tunewise.cli.flags import complete_names
from tunewise.display.words import Standing
from tunewise.events import FinishReason


def test_the_latest_experiment_comes_first(call: Call) -> None:
    typical("older").write()
    Recording("newer", created="2027-01-01T00:00:00+00:00").write()
    heading, newer, older = lines(call("list"))
    assert heading.split() == ["name", "method", "state", "trials", "best", "time", "cost", "created"]
    assert newer.split()[:5] == ["newer", "asha", "abandoned", "0", "-"]
    assert older.split()[:6] == ["older", "asha", "finished", "4", "val_loss", "4"]


def test_an_empty_list_says_so(call: Call) -> None:
    assert "There are no experiments" in lines(call("list"))[0]


def with_problem(text: bytes, **changes: object) -> bytes:
    told = json.loads(text)
    return json.dumps({**told, "problem": {**told["problem"], **changes}}).encode()


DAMAGED: dict[str, Callable[[bytes], bytes | None]] = {
    "empty": lambda text: b"",
    "cut": lambda text: text[: len(text) // 2],
    "zeros": lambda text: bytes(len(text)),
    "another object": lambda text: b"{}",
    "no UTF-8": lambda text: text.replace(b"asha", b"a\xffha"),
    "nested deeply": lambda text: b'{"name": ' + b"[" * 100_000,
    "nested deeply beside it all": lambda text: text[:-2] + b', "more": ' + b"[" * 5000 + b"]" * 5000 + b"}",
    "a space that is a text": lambda text: with_problem(text, space="lr"),
    "a domain that is none": lambda text: with_problem(text, space={"lr": "uniform(0"}),
    "a domain that is a list": lambda text: with_problem(text, space={"lr": [1]}),
    "a metric that is an object": lambda text: with_problem(text, metric={"a": 1}),
    "a resource that is a number": lambda text: with_problem(text, resource_attr=3),
    "what no version knows": lambda text: with_problem(text, budget=3),
    "a folder": lambda text: None,
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_experiment_is_one_line_below_the_list(
    call: Call, damage: Callable[[bytes], bytes | None]
) -> None:
    typical("good").write()
    definition = typical("bad").write().paths.definition
    text = damage(definition.read_bytes())
    definition.unlink()
    if text is None:
        definition.mkdir()
    else:
        definition.write_bytes(text)
    result = call("list")
    assert [line.split()[0] for line in lines(result)] == ["name", "good"]
    (told,) = result.stderr.splitlines()
    assert told.startswith("bad is damaged: ")
    assert "restore it" in told
    shown = call("show", "bad")
    assert shown.exit_code == 3
    assert "restore it" in shown.stderr


@pytest.mark.parametrize("seed", range(5))
def test_any_change_of_a_definition_is_read_or_reported(call: Call, seed: int) -> None:
    typical("good").write()
    definition = typical("bad").write().paths.definition
    text, random = definition.read_bytes(), Random(seed)
    for _ in range(20):
        changed = bytearray(text)
        for _ in range(random.randint(1, 3)):
            changed[random.randrange(len(text))] = random.randrange(256)
        definition.write_bytes(changed)
        result = call("list")
        assert "good" in [line.split()[0] for line in lines(result)]
        assert len(result.stderr.splitlines()) <= 1


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (FinishReason.LIMIT, Standing.FINISHED),
        (FinishReason.EXHAUSTED, Standing.FINISHED),
        (FinishReason.STOPPED, Standing.SUSPENDED),
        (FinishReason.FAILING, Standing.FAILED),
    ],
)
def test_where_an_experiment_stands(reason: FinishReason, expected: Standing) -> None:
    recording = Recording()
    recording.finish(reason)
    assert standing_of(recording.write()) is expected


def test_a_running_tuner_holds_the_lock_of_the_journal() -> None:
    record = typical().write()
    assert not has_tuner(record.paths)
    with record.paths.journal.open("a") as journal:
        fcntl.flock(journal, fcntl.LOCK_EX)
        assert standing_of(record) is Standing.RUNNING
    assert standing_of(record) is Standing.FINISHED


def test_a_shell_completes_names() -> None:
    typical("lm-1").write()
    typical("lm-2").write()
    typical("other").write()
    context = main.make_context("tunewise", ["list"])
    assert complete_names(context, main.params[0], "lm") == ["lm-1", "lm-2"]


def test_ctrl_c_ends_a_command_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(study: str | None) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tunewise.cli.manage.load_all", interrupt)
    result = CliRunner().invoke(main, ["list"])
    assert (result.exit_code, result.output) == (130, "")
