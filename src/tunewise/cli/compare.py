"""`tunewise compare`, and what `tunewise study` and `fetch` show at their end."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click

from tunewise.cli.errors import explained, in_words, usage
from tunewise.cli.exits import BadExperiment, BadUsage
from tunewise.cli.flags import finite, names_list, study_tag, tag_argument
from tunewise.cli.output import outliving_its_reader
from tunewise.display.console import Stage, can_repaint, make_console
from tunewise.display.printing import line_limit, print_table, say, width_of
from tunewise.studies.comparison import PUBLISHED, Claim, Statistic, parse_claim
from tunewise.studies.outcome import Outcome, failures, known_outcomes
from tunewise.studies.plan import Plan, read_plan
from tunewise.studies.report import (
    ChosenExperiments,
    Findings,
    findings_of,
    named_experiments,
    table,
    typical_experiments,
    write_tables,
)
from tunewise.studies.spec import StudySpec, spec_if_there

END_HEADINGS = ("at the end", "took", "w-hours", "cost")
TARGET_HEADINGS = ("target", "after", "w-hours ", "cost ")  # what it took to reach it; headings must differ
HEADINGS = ("method", "workers", "seeds", *END_HEADINGS, *TARGET_HEADINGS)
NUMBERS = frozenset(HEADINGS) - {"method", "at the end"}
TARGET = HEADINGS.index("target")


@click.command()
@tag_argument
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

    Prints how sure the claims are, and a table of where each method ended and what it took to reach the
    target (by default where the first method ends with most workers). Figures, CSV and Markdown go to the
    study's folder.
    """
    name = study_tag(tag, experiment_tag, "compare")
    with explained(), usage():
        claims = [parse_claim(text) for text in claim]
        plan = read_plan(name)
        spec = spec_if_there(Path(plan.settings.source))
        chosen = named_experiments(plan, spec, curves) if curves else None
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
    chosen: ChosenExperiments | None = None,
) -> None:
    """Writes tables and figures, and prints the findings."""
    known = known_outcomes(plan)
    failed = [cell.name for cell in failures(plan)]
    outcomes = list(known.values())
    findings = findings_of(outcomes, spec.groups, claims or PUBLISHED, target)
    if not findings:
        raise BadExperiment(f"No experiment of {plan.tag} has a result yet.")
    with explained():
        chosen = typical_experiments(plan, known) if chosen is None else chosen
    folder = folder or plan.paths.results
    paths, no_figures = _write(outcomes, findings, chosen, folder, formats, statistic)
    for each in findings:
        _print_findings(each, claims or ())
    left = len(plan.cells) - len(known.keys() | set(failed))
    if left:
        say(f"\n{left} of {len(plan.cells)} experiments are not finished.")
    if failed:
        say(f"\nLeft out because they failed: {', '.join(failed)}.")
    if no_figures:
        raise BadUsage(no_figures)
    main = next((path for path in paths if "-comparison-" in path.name), paths[0])
    say(f"\n{len(paths)} files in {folder}, such as {main.name}")


def _write(
    outcomes: Sequence[Outcome],
    findings: Sequence[Findings],
    chosen: ChosenExperiments,
    folder: Path,
    formats: Sequence[str],
    statistic: Statistic,
) -> tuple[list[Path], str]:
    """Writes tables and figures. Returns their paths, and why there are no figures if there are none. Raises
    `BadUsage`."""
    paths: list[Path] = []
    try:
        paths += write_tables(findings, folder)
        from tunewise.studies.figures import write_figures  # matplotlib: a second, and an extra

        with _drawing():
            paths += write_figures(outcomes, findings, chosen, folder, formats, statistic)
    except ImportError as error:
        if "matplotlib" not in str(error):
            raise
        return paths, f"{error} The tables are in {folder}."
    except (OSError, ValueError) as error:
        raise BadUsage(f"The results can't be written to {folder}: {in_words(error)}.") from error
    return paths, ""


def _drawing() -> AbstractContextManager[object]:
    """Shows on a terminal that figures are drawn, which takes seconds."""
    console = make_console()
    if not can_repaint(console):
        return nullcontext()
    return Stage(console, lambda: console.status("Drawing figures"))


def _print_findings(findings: Findings, claims: Sequence[Claim]) -> None:
    say(f"\n{findings.benchmark}: {findings.metric}, target {findings.target:.5g}\n")
    rows = table(findings)
    limit = line_limit()
    if limit is None or width_of(HEADINGS, rows) <= limit:
        print_table(HEADINGS, rows, NUMBERS)
    else:  # two tables one below the other, so that nothing is cut off
        print_table(HEADINGS[:TARGET], [row[:TARGET] for row in rows], NUMBERS)
        say()
        print_table((*HEADINGS[:2], *HEADINGS[TARGET:]), [(*row[:2], *row[TARGET:]) for row in rows], NUMBERS)
    if findings.verdicts:
        say()
    for verdict in findings.verdicts:
        say(str(verdict))
    for claim in claims:
        if all(verdict.claim != claim for verdict in findings.verdicts):
            say(f"{claim.better} against {claim.than}: not both have a result yet")
