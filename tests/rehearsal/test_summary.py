"""What is told when a rehearsal is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagemaker_rehearsal.summary import LONGEST_WORDS, summary_of

if TYPE_CHECKING:
    from tests.rehearsal.conftest import World

NO_FILE = "raise ValueError('lr is {}, too much')"
FAILURE = """
import os
failure = open(os.environ.get('SAGEMAKER_BASE_DIR', '/opt/ml') + '/output/failure', 'w')
"""
OWN_FILE = f"""{FAILURE}
failure.write('''exit code 1
Traceback (most recent call last):
  File "train.py", line 3, in <module>
KeyError: 'lr'
During shutdown: 3 workers left''')
raise SystemExit(1)
"""
ONE_LINE = f"{FAILURE}failure.write('no data'); raise SystemExit(2)"
SILENT = "raise SystemExit(7)"
PRINTS = "print('half\\rno such file: x'); print(); raise SystemExit(8)"
LONG = "raise RuntimeError('x' * 1000)"


def told(world: World) -> list[str]:
    lines = summary_of(world.emulator.jobs(), [], [], "USD", 1.0, world.emulator.log)
    return [line for line in lines if line.startswith("  ")]


def test_similar_reasons_of_failures_are_grouped(world: World) -> None:
    scripts = [*(NO_FILE.format(lr) for lr in ("1", "2.5", "1e-05")), OWN_FILE, OWN_FILE, PRINTS, SILENT, ""]
    for number, script in enumerate(scripts):
        world.create(f"job{number}", script)
    for number in range(len(scripts)):
        world.emulator.wait_for(f"job{number}")
    assert told(world) == [
        "  3 x AlgorithmError: , exit code: 1: ValueError: lr is 1, too much (or with other numbers)",
        "  2 x AlgorithmError: exit code 1: KeyError: 'lr'",
        "  1 x AlgorithmError: , exit code: 8: no such file: x",
        "  1 x AlgorithmError: , exit code: 7",
    ]


def test_only_the_most_frequent_reasons_are_shown_and_cut(world: World) -> None:
    letters = "abcde"
    for letter in letters:
        world.create(letter, f"raise KeyError({letter!r})")
    world.create("long", LONG)
    world.create("one-line", ONE_LINE)
    for name in (*letters, "long", "one-line"):
        world.emulator.wait_for(name)
    lines = told(world)
    assert lines[:5] == [f"  1 x AlgorithmError: , exit code: 1: KeyError: {letter!r}" for letter in letters]
    assert lines[5:] == ["  2 for other reasons"]
    jobs = [job for job in world.emulator.jobs() if job.name in ("long", "one-line")]
    long, short = summary_of(jobs, [], [], "USD", 1.0, world.emulator.log)[1:]
    assert len(long) == len("  1 x ") + LONGEST_WORDS
    assert short == "  1 x AlgorithmError: no data, exit code: 2"
