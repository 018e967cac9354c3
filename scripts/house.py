"""Counts the lines of the source by rooms and holds them to the budget: house.py [FOLDER].

It prints each figure beside what it should be, and fails where a rule is broken: a file or a function that is
too long, or more lines than the budget of today.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

LONGEST_FILE = 450
LONGEST_FUNCTION = 50
IMPORTS = 0.045
"""The share of lines that imports should take."""

MOST_OF_TUNER, MOST_IN_SRC = 36_928, 59_850
"""Where the budgets stand today: whoever makes the house smaller takes them down, who needs more says why.

What took how many lines, from 46,000 on: `auto` and the worth of another hour 700; gradients of the curve
model, trials at chance, the speed of simulations 250; steering by requests 1,400; the console and its reports
2,450 without the page; who is alive, and what reaches whom 220; how scripts take hyperparameters, and folders
of their own 600; metrics read off outputs 700; warm launchers 570; functions 590; searches that learn their
space 410; a target and the lack of improvement as limits 110; earlier studies 320; studies for Optuna 110;
importance and what follows from it 1,260; callbacks and a search for frameworks 820; lists of jobs 140; the
demo 90; what `auto` sees of first reports 50; what a review of scripts, metrics and warm starts found 80;
Hydra's sweeper 280; successors 450; what a newcomer stumbled over 155; Ray Tune's folders 60; spaces of
ConfigSpace 180; NNI's scripts and spaces 180; callbacks of tuners 20; trackers 1,220; means
without variances 70; observations of elsewhere 270; imports of studies 500; functions of Ray Tune 110;
another review of trackers, imports and searches that learn their space 50;
forks that touch less, imports nobody waits for 40; pauses that nobody undoes 60;
`earlier_as` of `tune` 40; a table's levels 50; a bound of promises 15.
"""

NOT_THE_TUNER = (
    "backends/sagemaker",
    "benchmarks",
    "blackboxes",
    "console",
    "integrations",
    "plots",
    "studies",
    "testing",
    "recording.py",
)
"""Rooms that a tuner of local jobs, Slurm, Ray or the simulation does without."""


class Budget:
    """Lines that a part has, should have, and may have."""

    def __init__(self, what: str, lines: int, aim: int, most: int) -> None:
        self.what, self.lines, self.aim, self.most = what, lines, aim, most

    def __str__(self) -> str:
        reached = "" if self.lines <= self.aim else f"  (aim: {self.aim:,})"
        return f"{self.what:<44}{self.lines:>8,}{reached}"


def sources(folder: Path) -> dict[str, str]:
    """The text of every module under a folder, by its path there."""
    return {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*.py"))}


def functions(text: str) -> Iterator[tuple[str, int]]:
    """The name and the lines of each function of a module, its docstring not counted."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            docstring = ast.get_docstring(node, clean=False) is not None
            without = (first.end_lineno or 0) - first.lineno + 1 if docstring else 0
            yield node.name, (node.end_lineno or 0) - node.lineno + 1 - without


def imports(text: str) -> int:
    """How many lines a module's imports take."""
    nodes = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import | ast.ImportFrom))
    return sum((node.end_lineno or 0) - node.lineno + 1 for node in nodes)


def of_tuner(path: str) -> bool:
    """Whether a module belongs to the tuner, the part that everybody needs."""
    room = path.removeprefix("tunewise/")
    return room != path and not room.startswith(NOT_THE_TUNER)


def rooms(texts: dict[str, str]) -> dict[str, tuple[int, int]]:
    """Lines and files of each room: a package right under `tunewise`, its back ends one by one, its root."""
    found: dict[str, tuple[int, int]] = {}
    for path, text in texts.items():
        parts = path.split("/")[:-1]
        deep = parts[:3] if parts[1:2] == ["backends"] else parts[:2]
        lines, files = found.get("/".join(deep), (0, 0))
        found["/".join(deep)] = (lines + text.count("\n"), files + 1)
    return found


def too_long(texts: dict[str, str]) -> list[str]:
    """What breaks the rules on files and functions, a sentence each."""
    faults = []
    for path, text in texts.items():
        if (lines := text.count("\n")) > LONGEST_FILE:
            faults.append(f"{path} has {lines} lines: split it, {LONGEST_FILE} are the most.")
        faults += [
            f"{path}: {name} has {lines} lines besides its docstring, and {LONGEST_FUNCTION} are the most."
            for name, lines in functions(text)
            if lines > LONGEST_FUNCTION
        ]
    return faults


def budgets(texts: dict[str, str]) -> list[Budget]:
    """The lines of the whole and of the tuner."""
    count = {path: text.count("\n") for path, text in texts.items()}
    tuner = sum(lines for path, lines in count.items() if of_tuner(path))
    return [
        Budget("lines of the tuner", tuner, 17_000, MOST_OF_TUNER),
        Budget("lines in src", sum(count.values()), 31_000, MOST_IN_SRC),
    ]


def main(folder: Path) -> int:
    """Prints the figures; 1 if a rule is broken."""
    texts = sources(folder)
    for room, (lines, files) in sorted(rooms(texts).items(), key=lambda item: -item[1][0]):
        print(f"{room:<44}{lines:>8,}{files:>5} files")
    parts = budgets(texts)
    print(*parts, sep="\n")
    share = sum(map(imports, texts.values())) / sum(text.count("\n") for text in texts.values())
    print(
        f"{'imports, share of lines':<44}{share:>8.1%}{'' if share <= IMPORTS else f'  (aim: {IMPORTS:.1%})'}"
    )
    faults = too_long(texts)
    faults += [
        f"{part.what}: {part.lines:,} are more than {part.most:,}: make room before you add."
        for part in parts
        if part.lines > part.most
    ]
    print(*faults, sep="\n", file=sys.stderr, end="\n" if faults else "")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "src"))
