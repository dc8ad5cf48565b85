"""The command `hoering coverage`: what a draft says of each position of a finished run, answered in Danish."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from hoering import codebook
from hoering.coding.registry import AUTO
from hoering.coverage import TABLE, CoveragePaper, cover, coverage_frame, excel_bytes
from hoering.coverage.paper import summary
from hoering.draft import drafts_reader
from hoering.errors import DraftError, HoeringError
from hoering.material import Material
from hoering.paper_commands import formats_in
from hoering.progress import bars
from hoering.project import Project
from hoering.report.papers import FORMATS, printed
from hoering.tables import parquet_bytes, write_files

PAPER = "udkastdaekning"


@click.command(
    "coverage",
    options_metavar="[TILVALG]",
    help="Hold synspunkterne i en færdig kørsel op mod et udkast: dækket, delvist eller ikke nævnt, med udkastets "
    "nærmeste ord og en begrundelse. UDKAST er filen i et format, hoering kan læse; PROJEKT er mappen med kørslens "
    "resultater; uden: den, du står i. Vurderingerne er forslag; I afgør dem.",
)
@click.argument("udkast", type=click.Path(path_type=Path))
@click.argument("projekt", type=click.Path(path_type=Path), default=Path())
@click.option(
    "--mod", "earlier", metavar="TIDLIGERE_UDKAST", type=click.Path(path_type=Path),
    help="Et tidligere udkast: vis, hvad der er taget op siden, og hvad der er ændret i teksten.",
)  # fmt: skip
@click.option("--ud", metavar="MAPPE", type=click.Path(path_type=Path), help="Hvor filerne lægges. Uden: reports.")
@click.option(
    "--skabelon", metavar="FIL.docx", type=click.Path(path_type=Path), help="Jeres egen Word-skabelon med typografier."
)
@click.option("--format", "wanted", metavar="LISTE", default="word,html", help="Hvilke: word,html,md.")
@click.option("--alle", "single", is_flag=True, help="Tag også dem med i papiret, som kun én afsender står bag.")
@click.option(
    "--kodebog", "book_name", metavar="NAVN", default=codebook.DEFAULT, help="Kodebogens navn eller YAML-fil."
)
@click.option("--koder", metavar="NAVN", default=AUTO, help="Hvem der koder udkastet, som ved »hoering run«.")
@click.option("--model", metavar="NAVN", help="En bestemt spaCy-model.")
def coverage_command(
    udkast: Path, projekt: Path, earlier: Path | None, ud: Path | None, skabelon: Path | None, wanted: str,
    single: bool, book_name: str, koder: str, model: str | None,
) -> None:  # fmt: skip
    """Hold the positions of a run against a draft, and write table, paper and Excel file."""
    errors = Console(stderr=True)
    formats = formats_in(wanted, FORMATS)
    project = Project(root=projekt)
    try:
        material = Material.read(project.processed)
        if not material.positions:
            raise DraftError("Kørslen har ingen synspunkter, som udkastet kan holdes op mod.")
        read = drafts_reader(material.book, book_name, koder, model)
        draft = read(udkast)
        old = None if earlier is None else read(earlier)
        coverage = cover(material, draft, old, stage=bars(errors))
        paper = CoveragePaper(coverage, single=single)
        made = printed(paper.paper, PAPER, material, formats, template=skabelon, tables=False)
        folder = project.reports if ud is None else ud
        files = {folder / name: data for name, data in made.files.items()}
        files[folder / f"{PAPER}.xlsx"] = excel_bytes(coverage)
        files[project.processed / f"{TABLE}.parquet"] = parquet_bytes(coverage_frame(coverage))
        write_files(files)
    except HoeringError as error:
        errors.print(f"[bold red]Fejl:[/] {escape(str(error))}", soft_wrap=True, highlight=False)
        raise SystemExit(2) from error
    console = Console(highlight=False)
    console.print(f"[bold]Udkastdækning:[/] {escape(summary(coverage))}", soft_wrap=True)
    nobody = sum(not item.positions for item in coverage.sections)
    console.print(f"[bold]Afsnit, ingen har kommenteret:[/] {nobody} af {len(coverage.sections)}.")
    console.print("Vurderingerne er forslag fra et program; skriv jeres egne i feltet »Forvaltningens vurdering«.")
    console.print("[bold]Skrevet:[/]")
    for path in files:
        console.print(f"  {escape(str(path))}", soft_wrap=True)
    for problem in (*paper.problems, *made.problems):
        console.print(f"  [yellow]Ikke trykt:[/] {escape(problem.item)}: {escape(problem.reason)}", soft_wrap=True)
    if made.problems and not made.files:
        raise SystemExit(2)
