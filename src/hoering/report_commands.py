"""The command `hoering report`: the theme report of a finished run and its appendix, written anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click
import pandas as pd
from rich.console import Console
from rich.markup import escape

from hoering.appendix import appendix_file
from hoering.coverage.table import TABLE as COVERAGE
from hoering.errors import HoeringError
from hoering.material import Material
from hoering.project import Project
from hoering.report.papers import FORMATS, Papers, theme_papers
from hoering.report.targets import Group, load_groups
from hoering.report.word_template import own_template
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
def report_command(
    projekt: Path, ud: Path | None, skabelon: Path | None, wanted: str, maalgrupper: Path | None, saved: Path | None
) -> None:
    """Write the theme report of a finished run, or the template to change."""
    console = Console(stderr=True)
    try:
        if saved is not None:
            write_files({saved: own_template()})
            written, made = [saved], Papers(files={})
        else:
            processed = Project(root=projekt).processed
            made = _papers(
                Material.read(processed), _formats(wanted), skabelon, load_groups(maalgrupper), _coverage(processed)
            )
            folder = Project(root=projekt).reports if ud is None else ud
            written = [folder / name for name in made.files]
            write_files({folder / name: data for name, data in made.files.items()})
    except HoeringError as error:
        console.print(f"[bold red]Fejl:[/] {escape(str(error))}", soft_wrap=True)
        raise SystemExit(2) from error
    _summary(written, made, Console())
    if made.problems and not made.files:
        raise SystemExit(2)


def _papers(
    material: Material,
    formats: Sequence[str],
    template: Path | None,
    groups: tuple[Group, ...] | None,
    coverage: pd.DataFrame | None,
) -> Papers:
    named = [name for name in formats if name in FORMATS]
    made = theme_papers(material, named, template=template, groups=groups) if named else Papers(files={})
    if EXCEL not in formats:
        return made
    appendix = appendix_file(material, coverage=coverage)
    problems = tuple(dict.fromkeys([*made.problems, *appendix.problems]))
    return replace(made, files={**made.files, **appendix.files}, problems=problems)


def _coverage(processed: Path) -> pd.DataFrame | None:
    """What `hoering coverage` has written, if it has."""
    return read_table(processed, COVERAGE) if (processed / f"{COVERAGE}.parquet").is_file() else None


def _formats(wanted: str) -> list[str]:
    names = list(dict.fromkeys(part.strip().lower() for part in wanted.split(",") if part.strip()))
    unknown = [name for name in names if name not in ALL]
    if unknown or not names:
        raise click.BadParameter(f"kan være {', '.join(ALL)}.", param_hint="--format")
    return names


def _summary(written: list[Path], made: Papers, console: Console) -> None:
    if written:
        console.print("[bold]Skrevet:[/]")
    for path in written:
        console.print(f"  {escape(str(path))}", soft_wrap=True)
    if made.lacking:
        console.print(
            f"[bold]Skabelonen mangler typografier:[/] {escape(', '.join(made.lacking))}. "
            "Hoerings egne er brugt i stedet; »hoering report --gem-skabelon FIL.docx« gemmer dem, så de kan kopieres.",
            soft_wrap=True,
        )
    if made.problems:
        console.print("[bold]Ikke trykt:[/]")
    for problem in made.problems:
        console.print(f"  - {escape(problem.item)}: {escape(problem.reason)}", soft_wrap=True)
