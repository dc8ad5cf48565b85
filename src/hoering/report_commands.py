"""The command `hoering report`: the theme report of a finished run and its appendix, written anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click
import pandas as pd
from rich.console import Console
from rich.markup import escape

from hoering.appendix import appendix_file
from hoering.coded import LLM_ANSWERS
from hoering.coverage.table import TABLE as COVERAGE
from hoering.errors import HoeringError
from hoering.material import Material
from hoering.paper_commands import formats_in, summary
from hoering.project import Project
from hoering.report.blocks import Paper
from hoering.report.papers import FORMATS, Papers, theme_papers
from hoering.report.targets import Group, load_groups
from hoering.report.theme_report import ThemeReport
from hoering.report.word_template import own_template
from hoering.rewording import Rewording, rewriter
from hoering.tables import read_table, write_files

# The appendix is a workbook and no paper: it is made beside the others.
EXCEL = "xlsx"
ALL = (*FORMATS, EXCEL)


@click.command(
    "report",
    options_metavar="[TILVALG]",
    help="Skriv temarapporten af en færdig kørsel igen: Word, HTML og Markdown, og bilaget i Excel. PROJEKT er mappen "
    "med kørslens resultater; uden: den, du står i. Tallene tælles op af tabellerne, og hvert citat slås op i kildens "
    "tekst.",
)
@click.argument("projekt", type=click.Path(path_type=Path), default=Path())
@click.option("--ud", metavar="MAPPE", type=click.Path(path_type=Path), help="Hvor filerne lægges. Uden: reports.")
@click.option(
    "--skabelon", metavar="FIL.docx", type=click.Path(path_type=Path), help="Jeres egen Word-skabelon med typografier."
)
@click.option("--format", "wanted", metavar="LISTE", default=",".join(ALL), help="Hvilke: word,html,md,xlsx.")
@click.option(
    "--maalgrupper", metavar="FIL.yaml", type=click.Path(path_type=Path), help="Jeres egen liste over målgrupper."
)
@click.option(
    "--gem-skabelon",
    "saved",
    metavar="FIL.docx",
    type=click.Path(path_type=Path),
    help="Gem hoerings egen skabelon, så I kan rette typografierne, og skriv ingen rapport.",
)
@click.option(
    "--sprogmodel",
    "target",
    metavar="ADRESSE#MODEL",
    help="Jeres egen sprogmodel, der må omskrive afsnittene under synspunkterne. Rapportens egne afsnit bliver "
    "stående, og et omskrevet afsnit er mærket og afvises, hvis det siger andet end rækkerne.",
)
@click.option("--tillad-ekstern", "anywhere", is_flag=True, help="Tillad en sprogmodel uden for jeres eget net.")
def report_command(
    projekt: Path,
    ud: Path | None,
    skabelon: Path | None,
    wanted: str,
    maalgrupper: Path | None,
    saved: Path | None,
    target: str | None,
    anywhere: bool,
) -> None:
    """Write the theme report of a finished run, or the template to change."""
    console = Console(stderr=True)
    try:
        if saved is not None:
            write_files({saved: own_template()})
            written, made, by = [saved], Papers(files={}), None
        else:
            processed = Project(root=projekt).processed
            by = _rewording(target, processed, anywhere)
            groups = load_groups(maalgrupper)
            made = _papers(
                Material.read(processed), formats_in(wanted, ALL), skabelon, groups, _coverage(processed), by
            )
            folder = Project(root=projekt).reports if ud is None else ud
            written = [folder / name for name in made.files]
            write_files({folder / name: data for name, data in made.files.items()})
    except HoeringError as error:
        console.print(f"[bold red]Fejl:[/] {escape(str(error))}", soft_wrap=True)
        raise SystemExit(2) from error
    summary(written, made, Console())
    _not_reworded(by, Console())
    if made.problems and not made.files:
        raise SystemExit(2)


def _papers(
    material: Material,
    formats: Sequence[str],
    template: Path | None,
    groups: tuple[Group, ...] | None,
    coverage: pd.DataFrame | None,
    by: Rewording | None,
) -> Papers:
    named = [name for name in formats if name in FORMATS]
    made = Papers(files={})
    if named:
        paper = by.paper if by else _own_paper
        made = theme_papers(material, named, template=template, groups=groups, reworded=paper)
    if EXCEL not in formats:
        return made
    appendix = appendix_file(material, coverage=coverage)
    problems = tuple(dict.fromkeys([*made.problems, *appendix.problems]))
    return replace(made, files={**made.files, **appendix.files}, problems=problems)


def _own_paper(report: ThemeReport) -> Paper:
    return report.paper


def _rewording(target: str | None, processed: Path, anywhere: bool) -> Rewording | None:
    """What asks the model the user names; its answers lie with those of a model that codes."""
    return Rewording(rewriter(target, processed / LLM_ANSWERS, anywhere=anywhere)) if target else None


def _not_reworded(by: Rewording | None, console: Console) -> None:
    """Each reason once, with how many paragraphs it kept as they were."""
    if by is None:
        return
    console.print(f"[bold]Omskrevet af sprogmodellen:[/] {by.printed} afsnit.", soft_wrap=True)
    for reason, count in sorted(Counter(problem.reason for problem in by.problems).items()):
        console.print(f"  - {count} afsnit står uændret: {escape(reason)}", soft_wrap=True)


def _coverage(processed: Path) -> pd.DataFrame | None:
    """What `hoering coverage` has written, if it has."""
    return read_table(processed, COVERAGE) if (processed / f"{COVERAGE}.parquet").is_file() else None
