"""The command `hoering learn`: what people have decided is learned from, and what came of it is told in Danish."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from hoering import codebook, language
from hoering.codebook import Codebook
from hoering.coding import WeighingCoder
from hoering.coding.registry import AUTO, make_coder
from hoering.errors import DecisionsError, HoeringError
from hoering.learning.learn import Filled, Learned, fill_sheet, learn
from hoering.learning.scoring import Score
from hoering.learning.trial import CERTAIN, FEWEST_SENTENCES, FEWEST_SOURCES, Trial
from hoering.learning.use import FromPeople
from hoering.project import Project

_WIDTH = 100
_KINDS = {"theme": "Temaer", "actor": "Omtalte parter", "stance": "Holdning"}
_MEASURES = {"theme": "mikro-F1", "actor": "mikro-F1", "stance": "makro-F1"}


@click.command(
    "learn",
    options_metavar="[TILVALG]",
    help="Lær af menneskers beslutninger om kodningerne (data/processed/beslutninger.xlsx). Det lærte tages kun i "
    "brug, hvor det gør kodningen bedre på henvendelser, det ikke er lært af.",
)
@click.option("--out", metavar="MAPPE", type=click.Path(path_type=Path), help="Projektets mappe. Uden: her.")
@click.option("--kodebog", "name", metavar="NAVN", default=codebook.DEFAULT, help="Kodebogens navn eller YAML-fil.")
@click.option("--koder", "coder", metavar="NAVN", default=AUTO, help="Den koder, der skal lære, som til »hoering run«.")
@click.option("--model", metavar="NAVN", help="En bestemt spaCy-model, som til »hoering run«.")
@click.option("--skema", "ask", is_flag=True, help="Læg sætninger i skemaet, som I kan tage stilling til.")
@click.option("--antal", "sentences", metavar="TAL", type=click.IntRange(1, 2000), default=60, show_default=True,
              help="Til --skema: hvor mange sætninger der skal vente på svar.")  # fmt: skip
@click.option("--ogsaa-version", "also", metavar="VERSION", multiple=True,
              help="Tag også beslutninger med, der er truffet med en anden version af kodebogen.")  # fmt: skip
def learn_command(
    out: Path | None, name: str, coder: str, model: str | None, ask: bool, sentences: int, also: tuple[str, ...]
) -> None:
    """Learn from decisions, or ask for some."""
    console = Console(width=_WIDTH, highlight=False)
    processed = Project.of(Path.cwd(), out).processed
    try:
        book = codebook.load(name)
        nlp, base = language.load(model), _base(coder, book)
        if ask:
            in_use = FromPeople.read(processed, book, base.name).coder(base, book)
            _filled(fill_sheet(processed, book, nlp, in_use, sentences), console)
        else:
            _learned(learn(processed, book, nlp, base, also), book, console)
    except HoeringError as error:
        Console(stderr=True).print(f"[bold red]Fejl:[/] {escape(str(error))}", soft_wrap=True, highlight=False)
        raise SystemExit(2) from error


def _base(name: str, book: Codebook) -> WeighingCoder:
    """The coder that is built upon."""
    coder = make_coder(name, book)
    if not isinstance(coder, WeighingCoder):
        raise DecisionsError(f"Koderen »{name}« kan ikke lære, for den siger ikke, hvad der taler for en kode.")
    return coder


def _filled(filled: Filled, console: Console) -> None:
    if filled.waiting:
        console.print(f"Der ventede {_sentences(filled.waiting)} i skemaet.")
    console.print(f"[bold]Lagt til:[/] {_sentences(filled.sentences)}. Det, der stod i skemaet, er ikke rørt.")
    console.print(f"  {escape(str(filled.path))}", soft_wrap=True)
    console.print(
        "Skriv [bold]ja[/], [bold]nej[/] eller [bold]ret[/] i »Beslutning«, og ved »ret« den rigtige kode i »Rettet "
        "kode«. Skriv »ja« i »Ikke andre«, når sætningen ikke har andre temaer (på rækker med tema) eller parter (på "
        "rækker med aktør) end dem, I har sagt ja til. Manglende koder skrives i en ny række. Kør så »hoering learn«.",
    )


def told(found: Learned, book: Codebook) -> str:
    """What came of learning, as the command tells it, in plain lines."""
    console = Console(width=_WIDTH, file=io.StringIO(), highlight=False, color_system=None)
    with console.capture() as said:
        _learned(found, book, console)
    return said.get()


def _learned(found: Learned, book: Codebook, console: Console) -> None:
    for line in found.told:
        console.print(f"[yellow]Holdt ude:[/] {escape(line)}", soft_wrap=True)
    count = f"{found.decisions} {'beslutning' if found.decisions == 1 else 'beslutninger'}"
    console.print(f"[bold]Lært af[/] {count} med kodebogen {escape(book.stamp)}.", soft_wrap=True)
    console.print(_table(found.trials))
    console.print(
        "Målt på beslutningerne selv, altid på henvendelser, der ikke var lært af; 95 %-interval i parentes.",
        soft_wrap=True,
    )
    for trial in found.trials:
        console.print(_verdict(trial, book), soft_wrap=True)
    if found.layer is None:
        console.print("Intet er taget i brug; »hoering run« koder som før.")
    else:
        console.print("»hoering run« bruger det lærte fra nu af:")
        console.print(f"  {escape(str(found.folder))}", soft_wrap=True)


def _table(trials: Iterable[Trial]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for head in ("", "Sætninger", "Før", "Efter", "Forskel"):
        table.add_column(head, justify="left" if not head else "right")
    for trial in trials:
        scores = ["–"] * 3
        if trial.compared:
            found = trial.compared
            scores = [_score(found.before), _score(found.after), _score(found.gain, sign=True)]
        label = f"{_KINDS[trial.kind]} ({_MEASURES[trial.kind]})"
        table.add_row(label, str(trial.sentences), *scores)
    return table


def _verdict(trial: Trial, book: Codebook) -> str:
    kind = f"[bold]{_KINDS[trial.kind]}:[/]"
    if trial.compared is None:
        return (
            f"{kind} for få beslutninger til at måle på ({_sentences(trial.sentences)} fra {trial.sources} "
            f"{'henvendelse' if trial.sources == 1 else 'henvendelser'}; der skal mindst {FEWEST_SENTENCES} fra "
            f"{FEWEST_SOURCES}). Ikke taget i brug."
        )
    if not trial.switched:
        if trial.compared.gain.value <= 0:
            return f"{kind} det lærte hjælper ikke og er ikke taget i brug."
        share = f"{trial.compared.certain:.0%}".replace("%", " %")
        return (
            f"{kind} forskellen er for usikker (en forbedring i {share} af prøverne; der skal {CERTAIN * 100:.0f} % "
            "til). Ikke taget i brug."
        )
    left = ", ".join(book.label_of(code) for code in trial.left)
    return f"{kind} [green]taget i brug[/]" + (f", men ikke for {escape(left)}, hvor det gik ringere." if left else ".")


def _score(score: Score, *, sign: bool = False) -> str:
    form = "+.2f" if sign else ".2f"
    value, low, high = (format(part, form).replace(".", ",").replace("-", "−") for part in score)
    return f"{value} ({low}; {high})" if sign else f"{value} ({low}–{high})"


def _sentences(count: int) -> str:
    return f"{count} {'sætning' if count == 1 else 'sætninger'}"
