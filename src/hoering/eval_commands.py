"""The command `hoering eval`: how well a run's codings agree with a person's, answered in Danish."""

from __future__ import annotations

import math
from pathlib import Path

import click
import pandas as pd
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from hoering import codebook
from hoering.agreement import Agreement, Estimate, Match, Unit, agreement, match
from hoering.errors import FacitError, HoeringError
from hoering.facit import read_facit
from hoering.project import Project
from hoering.tables import read_table

_WIDTH = 100
_QUESTIONS = {"themes": "Temaer", "actors": "Omtalte parter", "stance": "Holdning", "voice": "Stemme"}
_MEASURES = {
    "precision": "præcision",
    "recall": "fuldstændighed",
    "micro_f1": "mikro-F1",
    "macro_f1": "makro-F1",
    "samples_f1": "F1 pr. sætning",
    "accuracy": "andel ens",
    "kappa": "kappa",
}
_PERSON = "human:"
_NAMED_COLUMNS = 6


@click.command(
    "eval",
    options_metavar="[TILVALG]",
    help="Hold en kørsels kodninger op mod et menneskes. FACIT er en tabel (CSV) eller JSONL med en sætning pr. linje: "
    "fil, tekst (eller start og slut i råteksten) og nogle af temaer, parter (flere med | imellem), holdning, stemme. "
    "En kode skrives med id eller navn; 100 sætninger fra flere dokumenter giver et brugbart billede.",
)
@click.argument("facit", type=click.Path(path_type=Path))
@click.option(
    "--paa",
    "run",
    metavar="MAPPE",
    type=click.Path(path_type=Path),
    default=Path(),
    help="Mappen med kørslens resultater. Uden: den, du står i.",
)
@click.option(
    "--koder", "coder", metavar="NAVN", help="Kun kodninger af denne koder, fx patterns. Uden: alle maskinelle."
)
@click.option("--kodebog", "name", metavar="NAVN", default=codebook.DEFAULT, help="Kodebogens navn eller YAML-fil.")
def eval_command(facit: Path, run: Path, coder: str | None, name: str) -> None:
    """Compare a finished run with a person's codings."""
    try:
        units = read_facit(facit, codebook.load(name))
        codings, removals = _tables(run)
        codings = _by(codings, coder)
        found = match(units, codings, removals)
        unmatched = sum(_is_missing(unit, item) for unit, item in zip(units, found, strict=True))
        if unmatched == len(units):
            raise FacitError(
                f"Ingen af de {len(units)} sætninger i {facit.name} findes i kørslen. Passer filnavne og pladser?"
            )
    except HoeringError as error:
        Console(stderr=True).print(f"[bold red]Fejl:[/] {escape(str(error))}", soft_wrap=True, highlight=False)
        raise SystemExit(2) from error
    _show(agreement(units, [item.answer for item in found]), unmatched, sorted(set(codings["coder"])))


def _is_missing(unit: Unit, found: Match) -> bool:
    """Whether a unit has no coding though nothing says that it was taken out as no content."""
    taken_out = unit.place is not None and found.answer.boilerplate
    return not (found.codings or taken_out or unit.answer.boilerplate)


def _tables(run: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    folder = Project(root=run).processed
    try:
        codings = read_table(folder, "codings")
        return codings[codings["kind"] != "topic"], read_table(folder, "removals")
    except OSError as error:
        raise FacitError(f"Der er ingen færdig kørsel i {run}. Kør først: hoering run RAW --out {run}") from error


def _by(codings: pd.DataFrame, coder: str | None) -> pd.DataFrame:
    """The codings of one coder, named with or without its sort ("rule:patterns"); without a name of all machines."""
    names = codings["coder"].astype(str)
    if coder is None:
        return codings[~names.str.startswith(_PERSON)]
    kept = codings[(names == coder) | (names.str.rpartition(":")[2] == coder)]
    if kept.empty:
        there = ", ".join(sorted(set(names))) or "ingen"
        raise FacitError(f"Kørslen har ingen kodninger af »{coder}«. Kodere i kørslen: {there}.")
    return kept


def _show(found: Agreement, unmatched: int, coders: list[str]) -> None:
    console = Console(width=_WIDTH, highlight=False)
    console.print(f"[bold]Sammenlignet:[/] {_many(found.units, 'sætning', 'sætninger')} i "
                  f"{_many(found.sources, 'dokument', 'dokumenter')}; koder: {escape(', '.join(coders))}.")  # fmt: skip
    if unmatched:
        console.print(f"{_many(unmatched, 'sætning', 'sætninger')} findes ikke i kørslen og tæller som ikke kodet.")
    console.print(_figures(found))
    for kind, title in _QUESTIONS.items():
        rows = found.codes[found.codes["kind"] == kind]
        if len(rows):
            console.print(f"\n[bold]{title}, kode for kode[/]")
            console.print(_codes(rows))
        if kind in found.confusion:
            console.print(f"\n[bold]{title}: menneskets kode (linjer) mod maskinens (kolonner)[/]")
            console.print(_confusion(found.confusion[kind]))
    console.print(
        "\nIntervallerne rummer 95 % af 1.000 nye lodtrækninger af sætninger hhv. hele dokumenter. To kodere, der er "
        "mennesker, er i trykte undersøgelser ens i 0,75-0,80 (F1 pr. sætning)."
    )


def _figures(found: Agreement) -> Table:
    columns = ("Værdi", "Sætninger", "Dokumenter")
    table = _table("Mål", *columns, right=columns)
    for name, estimate in found.figures.items():
        question, measure = name.split("_", 1)
        table.add_row(f"{_QUESTIONS[question]}: {_MEASURES[measure]}", *_cells(estimate))
    return table


def _cells(estimate: Estimate) -> tuple[str, str, str]:
    return _number(estimate.value), _interval(estimate.by_unit), _interval(estimate.by_source)


def _codes(rows: pd.DataFrame) -> Table:
    columns = ("Menneske", "Maskine", "Ens", "Præcision", "Fuldst.", "F1")
    table = _table("Kode", *columns, right=columns)
    shares = rows[["precision", "recall", "f1"]].to_numpy(dtype=float)
    counts = rows[["gold", "found", "hit"]].to_numpy(dtype=int)
    for code, count, share in zip(rows["code"], counts, shares, strict=True):
        table.add_row(escape(str(code)), *map(str, count), *map(_number, share))
    return table


def _confusion(counts: pd.DataFrame) -> Table:
    """A column a code; many codes are numbered, as their names would not stand side by side."""
    codes = [str(code) for code in counts.index]
    many = len(codes) > _NAMED_COLUMNS
    columns = [str(number) for number in range(1, len(codes) + 1)] if many else codes
    table = _table("", *columns, right=tuple(columns))
    for column, code, row in zip(columns, codes, counts.to_numpy(dtype=int), strict=True):
        name = f"{column:>2} {code}" if many else code
        table.add_row(escape(name), *(str(value) if value else "·" for value in row))
    return table


def _table(*columns: str, right: tuple[str, ...] = ()) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for column in columns:
        table.add_column(column, justify="right" if column in right else "left")
    return table


def _interval(interval: tuple[float, float] | None) -> str:
    return "–" if interval is None or math.isnan(interval[0]) else f"{_number(interval[0])}-{_number(interval[1])}"


def _number(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:.2f}".replace(".", ",").replace("-", "−")


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"
