"""The command `hoering compare`: finished runs, or the parts of one, side by side."""

from __future__ import annotations

import re
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from hoering.comparison import comparison_papers, read_parts, split
from hoering.comparison.papers import ALL
from hoering.comparison.parts import Part
from hoering.comparison.splitting import CHOICES
from hoering.errors import HoeringError, PaperError
from hoering.material import Material
from hoering.paper_commands import formats_in, summary
from hoering.project import Project
from hoering.tables import write_files


@click.command(
    "compare",
    options_metavar="[TILVALG]",
    help="Stil færdige kørsler side om side: to runder af en høring, flere kommuner, eller – med --efter – delene af "
    "én kørsel. PROJEKT er mappen med en kørsels resultater. Skriver Word, HTML, Markdown og Excel.",
)
@click.argument("projekter", metavar="PROJEKT...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--navne", metavar="NAVN,NAVN", default="", help="Hvad de skal hedde. Uden: mappernes navne.")
@click.option("--efter", metavar="HVAD", default="", help=f"Del ét projekt efter {', '.join(CHOICES)}.")
@click.option(
    "--ud", metavar="MAPPE", type=click.Path(path_type=Path), help="Hvor filerne lægges. Uden: reports, hvor du står, "
    "eller i projektet, når der kun er ét."
)  # fmt: skip
@click.option("--format", "wanted", metavar="LISTE", default=",".join(ALL), help="Hvilke: word,html,md,xlsx.")
@click.option(
    "--skabelon", metavar="FIL.docx", type=click.Path(path_type=Path), help="Jeres egen Word-skabelon med typografier."
)
def compare_command(
    projekter: tuple[Path, ...], navne: str, efter: str, ud: Path | None, wanted: str, skabelon: Path | None
) -> None:
    """Write the comparison."""
    console = Console(stderr=True)
    formats = formats_in(wanted, ALL)
    try:
        made = comparison_papers(_parts(projekter, navne, efter), formats, template=skabelon)
        folder = ud or Project(root=projekter[0] if len(projekter) == 1 else Path()).reports
        write_files({folder / name: data for name, data in made.files.items()})
    except HoeringError as error:
        console.print(f"[bold red]Fejl:[/] {escape(str(error))}", soft_wrap=True)
        raise SystemExit(2) from error
    summary([folder / name for name in made.files], made, Console())
    if not made.files:
        raise SystemExit(2)


def _parts(projects: tuple[Path, ...], names: str, by: str) -> list[Part]:
    called = re.split(";" if ";" in names else ",", names) if names.strip() else []
    if not by:
        return read_parts(projects, called)
    if len(projects) != 1:
        raise PaperError("--efter deler ét projekt; skriv kun ét.")
    if called:
        raise PaperError("--navne kan ikke bruges sammen med --efter: delene hedder, hvad de er delt efter.")
    return split(Material.read(Project(root=projects[0]).processed), by.strip().lower())
