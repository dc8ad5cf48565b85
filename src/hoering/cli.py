"""The command `hoering`: what a person types, and what the screen answers, in Danish."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from hoering import HoeringError, RunResult, __version__, run
from hoering.progress import bars

app = typer.Typer(
    help="Fra rå høringsinput til temarapport – på egen maskine.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

_STATUS = {
    "used": "brugt",
    "duplicate": "dubletter",
    "unreadable": "kan ikke læses",
    "excluded": "udeladt",
}


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hoering {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Vis versionen.")
    ] = False,
) -> None:
    """Fra rå høringsinput til temarapport – på egen maskine."""


@app.command("run")
def run_command(
    raw: Annotated[Path, typer.Argument(metavar="RAW", help="Mappen med de rå dokumenter.")],
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="OUT", help="Hvor resultatet skal ligge. Uden: projektets egne mapper."),
    ] = None,
    codebook: Annotated[str, typer.Option("--kodebog", help="Kodebogens navn eller en YAML-fil.")] = "beskaeftigelse",
    model: Annotated[
        str | None,
        typer.Option("--model", help="En bestemt spaCy-model. Uden: da_core_news_sm, ellers den medfølgende."),
    ] = None,
    force: Annotated[bool, typer.Option("--forfra", help="Kør igen, også hvis intet er ændret.")] = False,
) -> None:
    """Læs en mappe, kod den, og skriv tabeller og temarapport."""
    console = Console(stderr=True)
    try:
        result = run(raw, out, codebook_name=codebook, model=model, force=force, stage=bars(console))
    except HoeringError as error:
        console.print(f"[bold red]Fejl:[/] {escape(str(error))}")
        raise typer.Exit(2) from error
    _summary(result)


def _summary(result: RunResult) -> None:
    console = Console()
    if result.skipped:
        console.print("Intet er ændret siden sidste kørsel; det færdige arbejde genbruges (--forfra kører alt igen).")
    total = sum(result.statuses.values())
    parts = [f"{result.statuses[s]} {label}" for s, label in _STATUS.items() if result.statuses.get(s)]
    console.print(f"[bold]Læst:[/] {total} henvendelser, heraf {', '.join(parts)}.")
    if result.problems:
        console.print("[bold]Sat til side:[/]")
        for problem in result.problems:
            console.print(f"  - {escape(problem.item)}: {escape(problem.reason)}")
    console.print(f"[bold]Fundet:[/] {result.codings} kodninger (maskinelle forslag). De største temaer:")
    for label, sources, sentences in result.top_themes:
        console.print(f"  - {escape(label)}: {sources} henvendelser, {sentences} sætninger")
    console.print("[bold]Rapporter:[/]")
    for path in sorted(result.project.reports.glob("temarapport.*")):
        console.print(f"  {escape(str(path))}", soft_wrap=True)


def main() -> None:
    """Entry point of the console command."""
    app()
