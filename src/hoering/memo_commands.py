"""The commands `hoering memo` and `hoering item`: the papers on a hearing, from a finished run."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from hoering import codebook
from hoering.coding.registry import AUTO
from hoering.draft import drafts_reader
from hoering.errors import HoeringError
from hoering.material import Material
from hoering.memo import ITEM, MEMO, SCHEMA, Choices, memo_papers, read_parties
from hoering.memo.period import parsed
from hoering.memo.statements import EVERYTHING
from hoering.paper_commands import formats_in, summary
from hoering.project import Project
from hoering.report.papers import FORMATS
from hoering.tables import write_files

_FORMS = {"notat": MEMO, "skema": SCHEMA}

_PROJECT = click.argument("projekt", type=click.Path(path_type=Path), default=Path())
_OUT = click.option(
    "--ud", metavar="MAPPE", type=click.Path(path_type=Path), help="Hvor filerne lægges. Uden: reports."
)
_TEMPLATE = click.option(
    "--skabelon", metavar="FIL.docx", type=click.Path(path_type=Path), help="Jeres egen Word-skabelon med typografier."
)
_PARTIES = click.option(
    "--parter",
    metavar="FIL",
    type=click.Path(path_type=Path),
    help="Listen over hørte parter: .txt med et navn på hver linje, eller .csv/.xlsx med kolonnen »Navn«.",
)
_PERIOD = click.option(
    "--periode", metavar="FRA..TIL", default="", help="Høringsperioden, fx 2026-03-02..2026-04-13. Uden: fra udkastet."
)
_DRAFT = click.option(
    "--udkast", metavar="NAVN", default="", help="Udkastets nummer, filnavn eller titel, når kørslen har flere."
)
_DEBATE = click.option("--med-debat", "debate", is_flag=True, help="Regn også debatindlæg for svar i høringen.")
_REVISED = click.option(
    "--nyt-udkast", "revised", metavar="FIL", type=click.Path(path_type=Path),
    help="Udkastet, som det ser ud efter høringen. Listen over ændringer foreslår da, hvilke bemærkninger det tager "
    "op, og viser dets ord.",
)  # fmt: skip
_BOOK = click.option(
    "--kodebog", "book_name", metavar="NAVN", default=codebook.DEFAULT,
    help="Kodebogens navn eller YAML-fil, når et nyt udkast skal læses.",
)  # fmt: skip
_FORMAT = click.option("--format", "wanted", metavar="LISTE", default="word", help="Hvilke: word,html,md.")


@click.command(
    "memo",
    options_metavar="[TILVALG]",
    help="Skriv høringsnotatet af en færdig kørsel: hvem der er hørt og har svaret, og hvad de siger om hvert emne i "
    "udkastets egen rækkefølge, med felt til forvaltningens bemærkninger. PROJEKT er mappen med kørslens resultater; "
    "uden: den, du står i.",
)
@_PROJECT
@_OUT
@_TEMPLATE
@_PARTIES
@_PERIOD
@_DRAFT
@_DEBATE
@_FORMAT
@click.option("--dato", metavar="DATO", default="", help="Notatets dato, fx 2026-04-20. Uden: det seneste svars.")
@click.option("--form", metavar="FORM", default="notat", help="notat eller skema (en række for hver afsender).")
@click.option("--alle", "everything", is_flag=True, help="Gengiv alle udsagn, ikke kun det væsentligste.")
@_REVISED
@_BOOK
def memo_command(
    projekt: Path, ud: Path | None, skabelon: Path | None, parter: Path | None, periode: str, udkast: str,
    debate: bool, wanted: str, dato: str, form: str, everything: bool, revised: Path | None, book_name: str,
) -> None:  # fmt: skip
    """Write the hearing memo or its table form."""
    if form not in _FORMS:
        raise click.BadParameter("kan være notat eller skema.", param_hint="--form")
    if dato and not parsed(dato):
        raise click.BadParameter("skrives som 2026-04-20.", param_hint="--dato")
    each = EVERYTHING if everything else 1
    given = (parter, periode, udkast, debate)
    new = None if revised is None else (revised, book_name)
    _write(projekt, ud, _FORMS[form], formats_in(wanted, FORMATS), skabelon, given, date=dato, each=each, new=new)


@click.command(
    "item",
    options_metavar="[TILVALG]",
    help="Skriv skelettet til en sagsfremstilling (dagsordenspunkt): Resumé og »Inddragelse og høring« fyldes ud fra "
    "svarene, resten er tomme felter. PROJEKT er mappen med kørslens resultater; uden: den, du står i.",
)
@_PROJECT
@_OUT
@_TEMPLATE
@_PARTIES
@_PERIOD
@_DRAFT
@_DEBATE
@_FORMAT
def item_command(
    projekt: Path, ud: Path | None, skabelon: Path | None, parter: Path | None, periode: str, udkast: str,
    debate: bool, wanted: str,
) -> None:  # fmt: skip
    """Write the skeleton of the committee item."""
    _write(projekt, ud, ITEM, formats_in(wanted, FORMATS), skabelon, (parter, periode, udkast, debate))


def _write(
    projekt: Path, ud: Path | None, name: str, formats: list[str], skabelon: Path | None,
    given: tuple[Path | None, str, str, bool], date: str = "", each: int = 1, new: tuple[Path, str] | None = None,
) -> None:  # fmt: skip
    parter, periode, udkast, debate = given
    console = Console(stderr=True)
    try:
        parties = None if parter is None else tuple(read_parties(parter))
        material = Material.read(Project(root=projekt).processed)
        revised = None if new is None else drafts_reader(material.book, new[1], AUTO, None)(new[0])
        choices = Choices(
            parties=parties, period=periode, draft=udkast, date=date, debate=debate, each=each, revised=revised
        )
        made = memo_papers(material, name, formats, choices, skabelon)
        folder = Project(root=projekt).reports if ud is None else ud
        write_files({folder / file: data for file, data in made.files.items()})
    except HoeringError as error:
        console.print(f"[bold red]Fejl:[/] {escape(str(error))}", soft_wrap=True)
        raise SystemExit(2) from error
    summary([folder / file for file in made.files], made, Console())
    if not made.files:
        raise SystemExit(2)
