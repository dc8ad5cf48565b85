"""The command `hoering topics`: the topics of a run, people's decisions on them, and new documents, in Danish."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from hoering.assigning import assign_new
from hoering.errors import DecisionsError, HoeringError
from hoering.new_code import OWN_BOOK, write_code
from hoering.progress import bars
from hoering.project import Project
from hoering.tables import read_table, write_files
from hoering.topics.choices import CHOICES_FILE, Action, Choice, after, read_choices, remembered
from hoering.topics.finding import find
from hoering.topics.model import Topic, TopicModel
from hoering.topics.of_run import model_of_run, passages_of_run

_WIDTH = 120
_NEW = "NYT: dækkes ikke af kodebogen"


@click.command(
    "topics",
    options_metavar="[TILVALG]",
    help="Vis de emner, afsnittene deler sig i, og bestem over dem. PROJEKT er mappen med kørslens resultater; uden: "
    "her. Et emne nævnes med nummer eller navn. Jeres valg gemmes i data/processed/emner.yaml og bruges af »hoering "
    "run« fra næste kørsel.",
)
@click.argument("project", metavar="[PROJEKT]", type=click.Path(path_type=Path), required=False)
@click.option("--antal", "number", metavar="K", type=click.IntRange(0, 1000),
              help="Hvor mange emner der skal være; 0: som programmet foreslår.")  # fmt: skip
@click.option("--flet", "merges", metavar='"A, B"', multiple=True, help="Slå emner sammen.")
@click.option("--del", "splits", metavar='"A" eller "A=3"', multiple=True, help="Del et emne i to, eller i så mange.")
@click.option("--navn", "names", metavar='"GAMMELT=NYT"', multiple=True, help="Giv et emne et navn.")
@click.option("--fortryd", "undo", is_flag=True, help="Tag det seneste valg tilbage.")
@click.option("--nye", "new", metavar="MAPPE", type=click.Path(path_type=Path),
              help="Giv dokumenterne i en mappe emner fra denne kørsel; emnerne ændres ikke.")  # fmt: skip
@click.option("--ny-kode", "code", metavar="EMNE", help="Lav et udkast til en kode af et emne i jeres egen kodebog.")
@click.option("--til", "to", metavar="FIL", type=click.Path(path_type=Path), default=OWN_BOOK, show_default=True,
              help="Den kodebog, --ny-kode skriver i; findes den, lægges koden til.")  # fmt: skip
@click.option("--kodebog", "base", metavar="NAVN", help="Den kodebog, en ny fil bygger på. Uden: kørslens.")
def topics_command(
    project: Path | None,
    number: int | None,
    merges: Sequence[str],
    splits: Sequence[str],
    names: Sequence[str],
    undo: bool,
    new: Path | None,
    code: str | None,
    to: Path,
    base: str | None,
) -> None:
    """Show topics, keep decisions on them, make a code of one, or give new documents topics."""
    console = Console(width=_WIDTH, highlight=False)
    processed = Project.of(Path.cwd(), project).processed
    try:
        if new is not None:
            _assigned(new, project, console)
        elif code is not None:
            write_code(processed, code, topics_named, to, base, console)
        elif undo or number is not None or merges or splits or names:
            _decided(processed, number, {"flet": merges, "del": splits, "navn": names}, undo, console)
        else:
            show(model_of_run(processed), console, nearest_themes(processed))
            _unplaced(processed, console)
    except HoeringError as error:
        Console(stderr=True).print(f"[bold red]Fejl:[/] {escape(str(error))}", soft_wrap=True, highlight=False)
        raise SystemExit(2) from error


def show(model: TopicModel, console: Console, themes: Mapping[int, str] = MappingProxyType({})) -> None:
    """Topics as a table, with their stability and what not to trust.

    Args:
        model: the topics.
        console: where.
        themes: the codebook's nearest theme of each topic, those first that no theme covers; see `nearest_themes`.
    """
    console.print(f"[bold]Emner:[/] {escape(headline(model))}", soft_wrap=True)
    if model.topics:
        console.print(_table(model, themes))
    elif model.key_words:
        console.print(f"[bold]Nøgleord:[/] {escape(', '.join(model.key_words))}", soft_wrap=True)
    notes(model, console)


def headline(model: TopicModel) -> str:
    """How many topics, how they were found, how steady they are, and what is outside."""
    if not model.topics:
        return "ingen."
    passages = len(model.assignments)
    outside = model.assignments.count(-1) - len(model.without_content)
    return (
        f"{len(model.topics)} {'emne' if len(model.topics) == 1 else 'emner'} i {passages} afsnit ({model.method}). "
        f"Stabilitet: {figure(model.stability)}. Uden indhold: {len(model.without_content)}. Udenfor: {outside}."
    )


def notes(model: TopicModel, console: Console) -> None:
    """What was done otherwise than asked, and what not to trust."""
    for note in model.notes:
        console.print(f"[yellow]Bemærk:[/] {escape(note)}", soft_wrap=True)


def figure(value: float) -> str:
    """A figure with two decimals.

    >>> figure(0.5), figure(float("nan"))
    ('0,50', 'ikke målt')
    """
    return "ikke målt" if math.isnan(value) else f"{value:.2f}".replace(".", ",")


def nearest_themes(processed: Path) -> dict[int, str]:
    """The nearest theme of each topic of a run and how far they overlap, those first that no theme covers."""
    found, codes = read_table(processed, "topics"), read_table(processed, "codes")
    codes = codes[codes["kind"] == "theme"]
    labels = dict(zip(codes["code"], codes["label"], strict=True))
    ordered = found.sort_values(["new", "topic"], ascending=[False, True], kind="stable")
    return {
        int(topic): _NEW if new else f"{labels.get(code, code)} ({figure(overlap)})" if code else ""
        for topic, new, code, overlap in ordered[["topic", "new", "coverage_code", "coverage"]].to_numpy().tolist()
    }


def _table(model: TopicModel, themes: Mapping[int, str]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for head in ("Nr.", "Emne", "Afsnit", "Stabilitet", *(["Tema (overlap)"] if themes else []), "Nøgleord"):
        table.add_column(head, justify="right" if head in ("Nr.", "Afsnit", "Stabilitet") else "left")
    for topic in [model.topics[number] for number in themes] or model.topics:
        theme = [escape(themes[topic.id])] if themes else []
        words, steady = escape(", ".join(topic.key_words)), figure(topic.stability)
        table.add_row(str(topic.id), escape(topic.label), str(topic.size), steady, *theme, words)
    return table


def _model(processed: Path) -> TopicModel:
    return model_of_run(processed)


def _unplaced(processed: Path, console: Console) -> None:
    problems = read_table(processed, "problems")
    for item, reason in problems.loc[problems["stage"] == "emner", ["item", "reason"]].itertuples(index=False):
        console.print(f"[yellow]Ikke placeret:[/] {escape(item)}: {escape(reason)}", soft_wrap=True)


def _decided(
    processed: Path,
    number: int | None,
    wanted: Mapping[Action, Sequence[str]],
    undo: bool,
    console: Console,
) -> None:
    """Keep decisions, each looked up among the topics as those before it have made them."""
    choices, passages = read_choices(processed), passages_of_run(processed)
    if undo:
        if not choices.valg:
            raise DecisionsError("Der er ingen valg at tage tilbage.")
        choices = choices.model_copy(update={"valg": choices.valg[:-1]})
    if number is not None:
        choices = choices.model_copy(update={"antal": number or None})
    texts = [passage.text for passage in passages if not passage.copy]
    found = find(passages, choices, model_of_run(processed).engine.names, bars(Console(stderr=True)))
    model = found.model
    for action, given in wanted.items():
        for text in given:
            choice = choice_of(action, text, model, texts)
            model = after(model, choice, texts)
            choices = choices.model_copy(update={"valg": (*choices.valg, choice)})
    write_files({processed / CHOICES_FILE: choices.to_yaml()})
    show(model, console)
    for problem in found.problems:
        console.print(f"[yellow]Ikke placeret:[/] {escape(problem.item)}: {escape(problem.reason)}", soft_wrap=True)
    console.print("Tabellerne får emnerne sådan ved næste »hoering run«. Valgene er gemt i:")
    console.print(f"  {escape(str(processed / CHOICES_FILE))}", soft_wrap=True)


def choice_of(action: Action, text: str, model: TopicModel, texts: Sequence[str]) -> Choice:
    """A decision as it is typed, its topics found among those of a model.

    Raises:
        HoeringError: no such topic, or the text is not of the form.
    """
    said, parts, name = text, 2, ""
    if action == "navn":
        said, sign, name = (part.strip() for part in text.partition("="))
        if not sign or not name:
            raise DecisionsError(f"Skriv navnet som »gammelt=nyt«, ikke »{text}«.")
    elif action == "del" and "=" in text:
        said, _, count = text.rpartition("=")
        if not count.strip().isdecimal() or int(count) < 2:
            raise DecisionsError(f"Skriv, hvor mange emnet skal deles i, som »emne=3«, ikke »{text}«.")
        parts = int(count)
    topics = topics_named(said, model)
    if action == "flet" and len({topic.id for topic in topics}) < 2:
        raise DecisionsError("Nævn mindst to emner, der skal slås sammen, med komma imellem.")
    if action != "flet" and len(topics) != 1:
        raise DecisionsError(f"Nævn ét emne, ikke »{said}«.")
    known = tuple(remembered(topic, model, texts) for topic in topics)
    return Choice(handling=action, emner=known, navn=name, dele=parts)


def topics_named(text: str, model: TopicModel) -> list[Topic]:
    """The topics that are named in a text by number or label, with commas between; labels may hold commas.

    Raises:
        HoeringError: a part of the text is no topic.
    """
    by_name = {topic.label.casefold(): topic for topic in model.topics}
    by_name |= {str(topic.id): topic for topic in model.topics}
    found: list[Topic] = []
    rest = text.strip()
    while rest:
        lower = rest.casefold()
        fits = [
            name for name in by_name if lower.startswith(name) and lower[len(name) :].lstrip()[:1] in ("", ",", ";")
        ]
        if not fits:
            known = "; ".join(f"{topic.id}. {topic.label}" for topic in model.topics)
            raise HoeringError(f"Der er intet emne »{rest}«. Skriv nummer eller navn på et af disse: {known}.")
        name = max(fits, key=len)
        found.append(by_name[name])
        rest = rest[len(name) :].lstrip(" ,;")
    return found


def _assigned(new: Path, project: Path | None, console: Console) -> None:
    """Give new documents topics, and say how many passages went where."""
    path, frame, problems = assign_new(new, project, stage=bars(Console(stderr=True)))
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("Emne")
    table.add_column("Afsnit", justify="right")
    for label, count in frame["emne"].replace("", "(intet emne)").value_counts(sort=True).items():
        table.add_row(escape(str(label)), str(count))
    console.print(f"[bold]Nye afsnit:[/] {len(frame)} fra {frame['fil'].nunique()} filer.")
    console.print(table)
    if problems:
        console.print("[bold]Lagt til side:[/]")
    for problem in problems:
        console.print(f"  - {escape(problem.item)}: {escape(problem.reason)}", soft_wrap=True)
    console.print(f"  {escape(str(path))}", soft_wrap=True)
