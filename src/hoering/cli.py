"""The command `hoering`: what a person types, and what the screen answers, in Danish."""

from __future__ import annotations

import gettext
import os
from functools import partial
from importlib import resources
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from hoering import HoeringError, RunResult, __version__, run
from hoering.codebook_commands import codebook_commands
from hoering.coding.registry import AUTO, make_coder
from hoering.eval_commands import eval_command
from hoering.learning_commands import learn_command
from hoering.progress import bars

_STATUS = {
    "used": ("brugt", "brugt"),
    "duplicate": ("dublet", "dubletter"),
    "unreadable": ("kan ikke læses", "kan ikke læses"),
    "excluded": ("udeladt", "udeladt"),
}


@click.group(
    options_metavar="[TILVALG]",
    subcommand_metavar="KOMMANDO",
    help="Fra rå høringsinput til temarapport – på egen maskine.",
)
@click.version_option(__version__, prog_name="hoering", help="Vis versionen.")
def app() -> None:
    """The group of commands."""


app.add_command(codebook_commands)
app.add_command(eval_command)
app.add_command(learn_command)


@app.command(
    "run",
    options_metavar="[TILVALG]",
    help="Læs en mappe, kod den, og skriv tabeller og temarapport. RAW er mappen med dokumenter.",
)
@click.argument("raw", type=click.Path(path_type=Path))
@click.option(
    "--out",
    metavar="MAPPE",
    type=click.Path(path_type=Path),
    help="Hvor resultatet skal ligge. Uden: projektets egne mapper.",
)
@click.option("--kodebog", "codebook", metavar="NAVN", default="beskaeftigelse", help="Kodebogens navn eller YAML-fil.")
@click.option(
    "--koder",
    "coder",
    metavar="NAVN",
    default=AUTO,
    help="Hvem der foreslår koder: patterns, trained, stacked, similarity, embeddings:MODEL eller llm:ADRESSE#MODEL.",
)
@click.option("--tillad-ekstern", "anywhere", is_flag=True, help="Tillad en sprogmodel uden for jeres eget net.")
@click.option("--model", metavar="NAVN", help="En bestemt spaCy-model. Uden: da_core_news_sm, ellers den medfølgende.")
@click.option("--forfra", "force", is_flag=True, help="Kør igen, også hvis intet er ændret.")
def run_command(
    raw: Path, out: Path | None, codebook: str, coder: str, anywhere: bool, model: str | None, force: bool
) -> None:
    """Run the whole pipeline and say what was read, set aside and found."""
    console = Console(stderr=True)
    try:
        by = partial(make_coder, coder, anywhere=True) if anywhere else coder
        result = run(raw, out, codebook_name=codebook, coder=by, model=model, force=force, stage=bars(console))
    except HoeringError as error:
        console.print(f"[bold red]Fejl:[/] {escape(str(error))}", soft_wrap=True)
        raise SystemExit(2) from error
    _summary(result, Console())


def _summary(result: RunResult, console: Console) -> None:
    if result.skipped:
        console.print("Intet er ændret siden sidste kørsel; det færdige arbejde genbruges (--forfra kører alt igen).")
    _read(result, console)
    _set_aside(result, console)
    _found(result, console)


def _read(result: RunResult, console: Console) -> None:
    counts = [(result.statuses.get(status, 0), words) for status, words in _STATUS.items()]
    parts = [f"{count} {words[count != 1]}" for count, words in counts if count]
    console.print(f"[bold]Sprogmodel:[/] {escape(result.model)}.")
    console.print(f"[bold]Læst:[/] {_sources(sum(result.statuses.values()))}: {', '.join(parts)}.")


def _set_aside(result: RunResult, console: Console) -> None:
    if result.problems:
        console.print("[bold]Lagt til side:[/]")
    for problem in result.problems:
        console.print(f"  - {escape(problem.item)}: {escape(problem.reason)}", soft_wrap=True)


def _found(result: RunResult, console: Console) -> None:
    console.print(f"[bold]Fundet:[/] {result.codings} kodninger (maskinelle forslag). De største temaer:")
    for label, sources, sentences in result.top_themes:
        console.print(
            f"  - {escape(label)}: {_sources(sources)}, {sentences} {'sætning' if sentences == 1 else 'sætninger'}"
        )
    console.print("[bold]Rapporter:[/]")
    for path in result.reports:
        console.print(f"  {escape(str(path))}", soft_wrap=True)
    console.print("[bold]Til gennemsyn:[/]")
    for path in result.to_review:
        console.print(f"  {escape(str(path))}", soft_wrap=True)


def _sources(count: int) -> str:
    return f"{count} {'henvendelse' if count == 1 else 'henvendelser'}"


def _speak_danish() -> None:
    """Let click answer in Danish; it asks gettext, and gettext asks the environment for the language."""
    os.environ["LANGUAGE"] = "da"
    gettext.bindtextdomain("messages", str(resources.files("hoering") / "locale"))


def main() -> None:
    """Entry point of the console command."""
    _speak_danish()
    app()
