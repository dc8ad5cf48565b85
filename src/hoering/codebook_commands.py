"""The commands `hoering codebook …`: what an author of a codebook asks of it, answered in Danish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import shorten

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from hoering import codebook, language
from hoering.codebook import Codebook
from hoering.codebook.checking import Remark, check
from hoering.codebook.dead import lexicon_size, own_patterns
from hoering.codebook.examples import Tally, Trial, tallies, try_examples
from hoering.codebook.explaining import Explanation, Token, Verdict, explain
from hoering.codebook.reading import Reader
from hoering.errors import HoeringError

_WIDTH = 100
# How many lines of one sort of remark are shown unless all are asked for.
_SHOWN = 8
_SHORT = 180
_KINDS = {"themes": "Temaer", "actors": "Omtalte parter", "stances": "Holdning"}

_book = click.argument("name", metavar="[NAVN|FIL]", default=codebook.DEFAULT)
_model = click.option("--model", metavar="NAVN", help="En bestemt spaCy-model, som til »hoering run«.")


@click.group(
    "codebook",
    options_metavar="[TILVALG]",
    subcommand_metavar="KOMMANDO",
    help="Se en kodebog efter, prøv den, og få forklaret, hvad den gør ved en sætning.",
)
def codebook_commands() -> None:
    """The group of commands about codebooks."""


@codebook_commands.command(
    "check",
    options_metavar="[TILVALG]",
    help="Find fejl og tvivl i en kodebog: overlap, døde mønstre, eksempler, som koden ikke selv finder.",
)
@_book
@click.option("--paa", "run", metavar="MAPPE", type=click.Path(path_type=Path), help="Prøv mønstrene på en kørsel.")
@click.option("--alle", "everything", is_flag=True, help="Vis alle linjer, ikke kun de første af hver slags.")
@_model
def check_command(name: str, run: Path | None, everything: bool, model: str | None) -> None:
    """Look a codebook over; ends with 1 where there are faults."""
    console = _console()
    with _told(exit_code=1):
        reader = _reader(name, model)
        remarks = check(reader, run)
    _headline(reader.book, console)
    _tree(reader.book, console)
    for remark in remarks:
        _remark(remark, console, everything)
    faults, doubts = (sum(len(r.lines) for r in remarks if r.level == level) for level in ("fejl", "advarsel"))
    console.print(f"[bold]I alt:[/] {faults} fejl, {doubts} {'advarsel' if doubts == 1 else 'advarsler'}.")
    if faults:
        raise SystemExit(1)


@codebook_commands.command(
    "explain",
    options_metavar="[TILVALG]",
    help="Vis, hvad en kodebogs mønstre finder i en sætning, og hvad det bliver til.",
)
@click.argument("sentence", metavar="SÆTNING")
@click.option("--kodebog", "name", metavar="NAVN", default=codebook.DEFAULT, help="Kodebogens navn eller YAML-fil.")
@_model
def explain_command(sentence: str, name: str, model: str | None) -> None:
    """Explain what the patterns find in a sentence."""
    console = _console()
    with _told():
        reader = _reader(name, model)
        explanations = explain(sentence, reader)
    for explanation in explanations:
        _explanation(explanation, reader.book, console)
    if not explanations:
        console.print("Der er ingen ord i sætningen.")


@codebook_commands.command(
    "test",
    options_metavar="[TILVALG]",
    help="Prøv en kodebog på dens egne eksempler og modeksempler.",
)
@_book
@_model
def try_command(name: str, model: str | None) -> None:
    """Try a codebook on its own examples; ends with 1 where one is missed or a counterexample is hit."""
    console = _console()
    with _told():
        reader = _reader(name, model)
        trials = try_examples(reader)
    _headline(reader.book, console)
    console.print(_tally_table(tallies(reader.book, trials), reader.book))
    _wrong_trials(trials, console)
    asked, found = [t for t in trials if t.wanted], [t for t in trials if t.wanted and t.found]
    against, hit = [t for t in trials if not t.wanted], [t for t in trials if not t.wanted and t.found]
    console.print(
        f"[bold]I alt:[/] {len(found)} af {len(asked)} eksempler fundet, "
        f"{len(hit)} af {len(against)} modeksempler ramt."
    )
    if len(found) < len(asked) or hit:
        raise SystemExit(1)


def _console() -> Console:
    return Console(width=_WIDTH, highlight=False)


@contextmanager
def _told(exit_code: int = 2) -> Iterator[None]:
    """Tell an error of hoering's in red and end."""
    try:
        yield
    except HoeringError as error:
        Console(stderr=True).print(f"[bold red]Fejl:[/] {escape(str(error))}", soft_wrap=True, highlight=False)
        raise SystemExit(exit_code) from error


def _reader(name: str, model: str | None) -> Reader:
    return Reader(codebook.load(name), language.load(model))


def _headline(book: Codebook, console: Console) -> None:
    words = lexicon_size(book)
    console.print(
        f"[bold]Kodebogen {escape(book.stamp)}[/] ({escape(book.label)}): {len(book.themes)} temaer, "
        f"{len(book.actors)} parter, {len(book.stances)} holdninger; {len(own_patterns(book.codes()))} mønstre"
        + (f" og {words} i ordlisten." if words else "."),
        soft_wrap=True,
    )


def _tree(book: Codebook, console: Console) -> None:
    """The tree of themes, headings in bold; nothing where the themes are a plain list."""
    tree = book.tree()
    if not any(branch.children for branch in tree):
        return
    headings = {heading.id for heading in book.groups}
    console.print()
    for branch in tree:
        for depth, entry in branch.walk(depth=1):
            label = f"[bold]{escape(entry.label)}[/]" if entry.id in headings else escape(entry.label)
            console.print(f"{'  ' * depth}{label} ({entry.id})", soft_wrap=True)


def _remark(remark: Remark, console: Console, everything: bool) -> None:
    color = "red" if remark.level == "fejl" else "yellow"
    console.print(f"\n[bold {color}]{remark.level.capitalize()}:[/] {escape(remark.title)} ({len(remark.lines)})")
    shown = remark.lines if everything else [shorten(line, _SHORT, placeholder=" …") for line in remark.lines[:_SHOWN]]
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0))
    for line in shown:
        table.add_row("  -", escape(line))
    console.print(table)
    if len(shown) < len(remark.lines):
        console.print(f"  … og {len(remark.lines) - len(shown)} til (--alle viser dem)")


def _explanation(explanation: Explanation, book: Codebook, console: Console) -> None:
    console.print(f"[bold]Sætning:[/] {escape(explanation.text)}\n")
    console.print(_token_table(explanation.tokens))
    for kind, title in _KINDS.items():
        verdicts = [verdict for verdict in explanation.verdicts if verdict.kind == kind]
        console.print(f"\n[bold]{title}[/]" + ("" if verdicts else ": intet mønster"))
        if verdicts:
            console.print(_verdict_table(verdicts, book))
    console.print()


def _token_table(tokens: Iterable[Token]) -> Table:
    table = _table("Ord", "Grundform", "Sammensat af")
    for token in tokens:
        if any(c.isalnum() for c in token.form):
            table.add_row(escape(token.form), escape(token.lemma), escape(" + ".join(token.parts)))
    return table


def _verdict_table(verdicts: Iterable[Verdict], book: Codebook) -> Table:
    table = _table("Kode", "Vægt", "Styrke", "Foreslås", right=("Vægt", "Styrke"))
    for verdict in verdicts:
        says = "ja" if verdict.suggested else "nej"
        table.add_row(
            f"[bold]{escape(_label(verdict, book))}[/]",
            _number(verdict.total),
            _number(verdict.score) if verdict.suggested else "",
            says + (f" – {escape(verdict.note)}" if verdict.note else ""),
        )
        for fired in verdict.fired:
            table.add_row(f"  {escape(fired.pattern)}", _number(fired.weight), "", f"på »{escape(fired.words)}«")
    return table


def _label(verdict: Verdict, book: Codebook) -> str:
    labels = {code.id: code.label for code in getattr(book, verdict.kind)}
    return f"{labels.get(verdict.code, verdict.code)} ({verdict.code})"


def _tally_table(found: Iterable[Tally], book: Codebook) -> Table:
    counts = ("Eksempler", "Fundet", "Modeksempler", "Ramt")
    table = _table("Kode", *counts, right=counts)
    kind = ""
    for tally in found:
        if tally.kind != kind:
            kind = tally.kind
            table.add_row(f"[bold]{_KINDS[kind]}[/]", "", "", "", "")
        table.add_row(
            f"  {escape(tally.code)}",
            str(tally.examples),
            _coloured(tally.found, tally.found == tally.examples),
            str(tally.counterexamples),
            _coloured(tally.hit, tally.hit == 0),
        )
    return table


def _wrong_trials(trials: Iterable[Trial], console: Console) -> None:
    for trial in trials:
        if not trial.right:
            what = "ikke fundet" if trial.wanted else "ramt"
            got = ", ".join(trial.suggested) or "ingen kode"
            console.print(f"  [red]{what}[/] {escape(trial.code)}: {escape(trial.text)} [dim](fik: {escape(got)})[/]")


def _table(*columns: str, right: tuple[str, ...] = ()) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for column in columns:
        table.add_column(column, justify="right" if column in right else "left")
    return table


def _coloured(count: int, good: bool) -> str:
    return str(count) if good else f"[red]{count}[/]"


def _number(value: float) -> str:
    return f"{round(value, 3):g}".replace(".", ",").replace("-", "−")
