"""The command `hoering report`: the theme report of a finished run, written anew."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from hoering.errors import HoeringError
from hoering.material import Material
from hoering.project import Project
from hoering.report.papers import FORMATS, Papers, theme_papers
from hoering.report.targets import load_groups
from hoering.report.word_template import own_template
from hoering.tables import write_files


@click.command(
    "report",
    options_metavar="[TILVALG]",
    help="Skriv temarapporten af en færdig kørsel igen: Word, HTML og Markdown. PROJEKT er mappen med kørslens "
    "resultater; uden: den, du står i. Tallene tælles op af tabellerne, og hvert citat slås op i kildens tekst.",
)
@click.argument("projekt", type=click.Path(path_type=Path), default=Path())
@click.option("--ud", metavar="MAPPE", type=click.Path(path_type=Path), help="Hvor filerne lægges. Uden: reports.")
@click.option(
    "--skabelon", metavar="FIL.docx", type=click.Path(path_type=Path), help="Jeres egen Word-skabelon med typografier."
)
@click.option("--format", "wanted", metavar="LISTE", default=",".join(FORMATS), help="Hvilke: word,html,md.")
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
            made = theme_papers(
                Material.read(Project(root=projekt).processed),
                _formats(wanted),
                template=skabelon,
                groups=load_groups(maalgrupper),
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


def _formats(wanted: str) -> list[str]:
    names = list(dict.fromkeys(part.strip().lower() for part in wanted.split(",") if part.strip()))
    unknown = [name for name in names if name not in FORMATS]
    if unknown or not names:
        raise click.BadParameter(f"kan være {', '.join(FORMATS)}.", param_hint="--format")
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
