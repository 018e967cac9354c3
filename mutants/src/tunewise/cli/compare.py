"""`tunewise compare`, and what `tunewise study` shows at its end."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tunewise.cli.exits import BadExperiment, BadUsage
from tunewise.cli.output import outliving_its_reader
from tunewise.cli.parameters import finite, names_list
from tunewise.display.console import Stage, can_repaint, make_console
from tunewise.display.printing import say

if TYPE_CHECKING:
    from tunewise.studies.chosen import Chosen
    from tunewise.studies.claims import Claim
    from tunewise.studies.comparison import Statistic
    from tunewise.studies.outcome import Outcome
    from tunewise.studies.plan import Plan
    from tunewise.studies.report import Findings
    from tunewise.studies.spec import StudySpec

HEADINGS = (
    "method",
    "workers",
    "seeds",
    "at the end",
    "took",
    "w-hours",
    "cost",
    "target",
    "after",
    "w-hours ",
    "cost ",
)
NUMBERS = frozenset(HEADINGS[1:3]) | frozenset(HEADINGS[4:])
TARGET = HEADINGS.index("target")  # from here on the columns tell what it took to reach it


@click.command()
@click.argument("tag", required=False)
@click.option("--experiment-tag", metavar="TAG", help="The same as the argument.")
@click.option(
    "--claim", metavar="'A@4 < B@8'", multiple=True, help="A with 4 workers ends better than B with 8."
)
@click.option("--target", metavar="VALUE", type=finite, help="A value of the metric, to be reached.")
@click.option(
    "--output",
    "-o",
    metavar="FOLDER",
    type=click.Path(file_okay=False),
    help="By default results/ of the study.",
)
@click.option(
    "--format",
    "formats",
    metavar="NAME,...",
    type=names_list,
    default="png,svg",
    help="Formats of the figures. By default png,svg.",
)
@click.option(
    "--statistic",
    type=click.Choice(("mean", "median")),
    default="mean",
    help="What figures show of several seeds. By default mean.",
)
@click.option(
    "--curves",
    metavar="CELL,...",
    type=names_list,
    help="Experiments whose learning curves are drawn, by default one of each method.",
)
@outliving_its_reader()
def compare(
    tag: str | None,
    experiment_tag: str | None,
    claim: tuple[str, ...],
    target: float | None,
    output: str | None,
    formats: tuple[str, ...],
    statistic: Statistic,
    curves: tuple[str, ...] | None,
) -> None:
    """Shows and draws what a study found so far.

    Prints the claims with how sure they are, and a table of where each method ended and what it took to reach
    the target (by default where the first method ends with most workers). Figures, CSV and Markdown go to the
    study's folder.
    """
    from tunewise.cli.errors import explained, usage
    from tunewise.studies.chosen import named
    from tunewise.studies.claims import parse_claim
    from tunewise.studies.plan import read_plan
    from tunewise.studies.spec import spec_if_there

    name = tag or experiment_tag
    if name is None:
        raise BadUsage("Say which study: `tunewise compare TAG`.")
    with explained(), usage():
        claims = [parse_claim(text) for text in claim]
        plan = read_plan(name)
        spec = spec_if_there(Path(plan.settings.source))
        chosen = named(plan, spec, curves) if curves else None
    _check(claims, plan)
    folder = Path(output) if output else None
    report(plan, spec, claims or None, target, folder, formats, statistic, chosen)


def _check(claims: Sequence[Claim], plan: Plan) -> None:
    known = {(cell.method, cell.workers) for cell in plan.cells}
    for arm in (arm for claim in claims for arm in claim):
        if tuple(arm) not in known:
            raise BadUsage(f"{plan.tag} has no experiments of {arm} workers: see `tunewise list {plan.tag}`.")


def report(
    plan: Plan,
    spec: StudySpec,
    claims: Sequence[Claim] | None = None,
    target: float | None = None,
    folder: Path | None = None,
    formats: Sequence[str] = ("png", "svg"),
    statistic: Statistic = "mean",
    chosen: Chosen | None = None,
) -> None:
    """Writes tables and figures, and prints the findings."""
    from tunewise.cli.errors import explained
    from tunewise.studies.chosen import typical
    from tunewise.studies.claims import PUBLISHED
    from tunewise.studies.launching import failures, known_outcomes
    from tunewise.studies.report import findings_of

    known = known_outcomes(plan)
    broken = [cell.name for cell in failures(plan)]
    outcomes = list(known.values())
    findings = findings_of(outcomes, spec.groups, claims or PUBLISHED, target)
    if not findings:
        raise BadExperiment(f"No experiment of {plan.tag} has a result yet.")
    with explained():
        chosen = typical(plan, known) if chosen is None else chosen
    folder = folder or plan.paths.results
    paths, lacking = _written(outcomes, findings, chosen, folder, formats, statistic)
    for one in findings:
        _tell(one, claims or ())
    left = len(plan.cells) - len(known.keys() | set(broken))
    if left:
        say(f"\n{left} of {len(plan.cells)} experiments are not finished.")
    if broken:
        say(f"\nLeft out, as they failed: {', '.join(broken)}.")
    if lacking:
        raise BadUsage(lacking)
    say(f"\n{len(paths)} files in {folder}, such as {_main_figure(paths).name}")


def _written(
    outcomes: Sequence[Outcome],
    findings: Sequence[Findings],
    chosen: Chosen,
    folder: Path,
    formats: Sequence[str],
    statistic: Statistic,
) -> tuple[list[Path], str]:
    """The tables and figures, and why there are no figures where there are none. Raises `BadUsage`."""
    from tunewise.cli.errors import in_words
    from tunewise.studies.report import write_tables

    paths: list[Path] = []
    try:
        paths += write_tables(findings, folder)
        from tunewise.studies.figures import write_figures  # a second, and an extra

        with _drawing():
            paths += write_figures(outcomes, findings, chosen, folder, formats, statistic)
    except ImportError as error:
        if "matplotlib" not in str(error):
            raise
        return paths, f"{error} The tables are in {folder}."
    except (OSError, ValueError) as error:
        raise BadUsage(f"The results can't be written to {folder}: {in_words(error)}.") from error
    return paths, ""


def _tell(one: Findings, claims: Sequence[Claim]) -> None:
    from tunewise.display.printing import line_limit, print_table, width_of
    from tunewise.studies.report import table

    say(f"\n{one.benchmark}: {one.metric}, target {one.target:.5g}\n")
    rows = table(one)
    limit = line_limit()
    if limit is None or width_of(HEADINGS, rows) <= limit:
        print_table(HEADINGS, rows, NUMBERS)
    else:  # one below the other, so that nothing is cut off
        print_table(HEADINGS[:TARGET], [row[:TARGET] for row in rows], NUMBERS)
        say("")
        arms = (*HEADINGS[:2], *HEADINGS[TARGET:])
        print_table(arms, [(*row[:2], *row[TARGET:]) for row in rows], NUMBERS)
    if one.verdicts:
        say("")
    for verdict in one.verdicts:
        say(str(verdict))
    for claim in claims:
        if all(verdict.claim != claim for verdict in one.verdicts):
            say(f"{claim.better} against {claim.than}: not both have a result yet")


def _drawing() -> AbstractContextManager[object]:
    """Says on a terminal what takes seconds."""
    console = make_console()
    if not can_repaint(console):
        return nullcontext()
    return Stage(console, lambda: console.status("Drawing figures"))


def _main_figure(paths: Sequence[Path]) -> Path:
    return next((path for path in paths if "-comparison-" in path.name), paths[0])
