"""The command `hoering run`: the whole way from a folder to tables and reports, and what the screen says of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from hoering.coding.registry import AUTO, make_coder
from hoering.errors import HoeringError
from hoering.pipeline import RunResult, run
from hoering.progress import bars
from hoering.topic_commands import headline, notes
from hoering.topics.choices import STAGE as TOPICS

# How many new topics the summary names.
_NEW_SHOWN = 5

_STATUS = {
    "used": ("brugt", "brugt"),
    "duplicate": ("dublet", "dubletter"),
    "unreadable": ("kan ikke læses", "kan ikke læses"),
    "excluded": ("udeladt", "udeladt"),
}


@click.command(
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
@click.option("--uden-emner", "no_topics", is_flag=True, help="Led ikke efter emner, afsnittene selv deler sig i.")
@click.option("--forfra", "force", is_flag=True, help="Kør igen, også hvis intet er ændret.")
def run_command(
    raw: Path,
    out: Path | None,
    codebook: str,
    coder: str,
    anywhere: bool,
    model: str | None,
    no_topics: bool,
    force: bool,
) -> None:
    """Run the whole pipeline and say what was read, set aside and found."""
    console = Console(stderr=True)
    try:
        by = partial(make_coder, coder, anywhere=True) if anywhere else coder
        result = run(
            raw,
            out,
            codebook_name=codebook,
            coder=by,
            model=model,
            topics=not no_topics,
            force=force,
            stage=bars(console),
        )
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
    problems = [problem for problem in result.problems if problem.stage != TOPICS]
    if problems:
        console.print("[bold]Lagt til side:[/]")
    for problem in problems:
        console.print(f"  - {escape(problem.item)}: {escape(problem.reason)}", soft_wrap=True)


def _found(result: RunResult, console: Console) -> None:
    console.print(f"[bold]Fundet:[/] {result.codings} kodninger (maskinelle forslag). De største temaer:")
    for label, sources, sentences in result.top_themes:
        console.print(
            f"  - {escape(label)}: {_sources(sources)}, {sentences} {'sætning' if sentences == 1 else 'sætninger'}"
        )
    _topics(result, console)
    console.print("[bold]Rapporter:[/]")
    for path in result.reports:
        console.print(f"  {escape(str(path))}", soft_wrap=True)
    console.print("[bold]Til gennemsyn:[/]")
    for path in result.to_review:
        console.print(f"  {escape(str(path))}", soft_wrap=True)


def _topics(result: RunResult, console: Console) -> None:
    """What the passages suggest beside the codebook; what was decided on them and could not be placed."""
    model, found = result.topics, result.table("topics")
    console.print(f"[bold]Emner:[/] {escape(headline(model))}", soft_wrap=True)
    new = found.loc[found["new"], "label"].tolist()
    if new:
        console.print(f"  Nyt, som kodebogen ikke dækker: {escape('; '.join(new[:_NEW_SHOWN]))}", soft_wrap=True)
    notes(model, console)
    for problem in result.problems:
        if problem.stage == TOPICS:
            console.print(f"[yellow]Ikke placeret:[/] {escape(problem.item)}: {escape(problem.reason)}", soft_wrap=True)


def _sources(count: int) -> str:
    return f"{count} {'henvendelse' if count == 1 else 'henvendelser'}"
