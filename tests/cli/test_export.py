"""`tunewise export` and `tunewise plot`."""

import csv
import io
from pathlib import Path

from tests.helpers.commands import Call, lines
from tests.helpers.recordings import typical


def test_the_table_of_reports(call: Call, tmp_path: Path) -> None:
    typical().write()
    printed = call("export", "lm")
    rows = list(csv.DictReader(io.StringIO(printed.stdout)))
    assert len(rows) == 11
    assert rows[0] | {"val_loss": "8.0", "decision": "pause", "config_lr": "0.5"} == rows[0]
    path = tmp_path / "lm.csv"
    assert lines(call("export", "lm", "--output", str(path))) == [str(path)]
    assert path.read_text() == printed.stdout
    failed = call("export", "lm", "--output", str(tmp_path / "no folder" / "lm.csv"))
    assert failed.exit_code == 2
    assert "can't be written: No such file or directory" in failed.stderr


def test_a_figure_is_written(call: Call, tmp_path: Path) -> None:
    record = typical().write()
    assert lines(call("plot", "lm")) == [str(record.paths.folder / "figure.png")]
    assert (record.paths.folder / "figure.png").read_bytes().startswith(b"\x89PNG")
    assert lines(call("plot", "lm", "--output", str(tmp_path / "lm.svg"))) == [str(tmp_path / "lm.svg")]
    failed = call("plot", "lm", "--output", str(tmp_path / "lm.doc"))
    assert failed.exit_code == 2
    assert "Format 'doc' is not supported" in failed.stderr


def test_other_kinds_have_files_of_their_own(call: Call) -> None:
    record = typical().write()
    assert lines(call("plot", "lm", "--kind", "slices")) == [str(record.paths.folder / "slices.png")]
    early = call("plot", "lm", "--kind", "importance")
    assert early.exit_code == 3
    assert "too early to tell what matters: `tunewise explain`" in early.stderr
