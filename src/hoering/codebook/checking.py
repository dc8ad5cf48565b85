"""What is wrong or doubtful in a codebook that loads: remarks in Danish for its author."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from hoering.codebook.dead import silent_patterns, split_names, split_words, unknown_words
from hoering.codebook.examples import Trial, try_examples
from hoering.codebook.model import KINDS, Code, Codebook
from hoering.codebook.overlaps import double_patterns, firing_together, idle_patterns, shared_patterns
from hoering.codebook.reading import Reader

Level = Literal["fejl", "advarsel"]

_SORTS = {"themes": "", "actors": "parten ", "stances": "holdningen "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Remarks of one sort: how grave they are, what they are about, and one line each."""

    level: Level
    title: str
    lines: tuple[str, ...]


def check(reader: Reader, run: Path | None = None) -> list[Remark]:
    """What is wrong or doubtful in the reader's codebook; sorts without a finding are left out.

    Args:
        reader: the codebook and a language pipeline.
        run: a finished run, on which patterns are to be tried.

    Raises:
        CodebookError: there is no finished run in the folder.
    """
    remarks = [*_on_links(reader.book), *_on_examples(reader), *_on_overlaps(reader.book), *_on_words(reader)]
    if run is not None:
        remarks.append(_on_run(reader, run))
    return [remark for remark in remarks if remark.lines]


def _on_links(book: Codebook) -> Iterator[Remark]:
    parents = {heading.parent for heading in book.groups} | {theme.parent for theme in book.themes}
    empty = tuple(heading.id for heading in book.groups if heading.id not in parents)
    yield Remark(level="advarsel", title="Grupper, som intet tema står under", lines=empty)
    answered = {track for code in book.codes() for track in code.tracks}
    unanswered = tuple(f"{track.id}: {track.question}" for track in book.tracks if track.id not in answered)
    yield Remark(level="advarsel", title="Spor, som ingen kode henviser til", lines=unanswered)


def _on_examples(reader: Reader) -> Iterator[Remark]:
    trials = try_examples(reader)
    missed = [t for t in trials if t.wanted and not t.found]
    hit = [t for t in trials if not t.wanted and t.found]
    yield Remark(level="fejl", title="Eksempler, som deres egen kode ikke finder", lines=_told(missed))
    yield Remark(level="fejl", title="Modeksempler, som koden finder alligevel", lines=_told(hit))
    yield Remark(
        level="advarsel",
        title="Temaer, der finder hinandens eksempler",
        lines=tuple(
            f"{other} findes også i {count} af {examples} eksempler på {code}"
            for code, other, count, examples in firing_together(trials)
        ),
    )


def _told(trials: Iterable[Trial]) -> tuple[str, ...]:
    return tuple(f"{_name(trial.kind, trial.code)}: {trial.text}" for trial in trials)


def _on_overlaps(book: Codebook) -> Iterator[Remark]:
    doubles = [(f"{name}: {text}", w) for name, code in _named(book) for text, w in double_patterns(code)]
    at_odds = tuple(line for line, weights in doubles if min(weights) < 0 < max(weights))
    twice = tuple(line for line, weights in doubles if not min(weights) < 0 < max(weights))
    yield Remark(level="fejl", title="Mønstre, der taler både for og imod samme kode", lines=at_odds)
    yield Remark(level="advarsel", title="Mønstre, der står flere gange under samme kode", lines=twice)
    shared = (
        f"{text}: {', '.join(f'{code} ({weight:g})' for code, weight in weights)}"
        for text, weights in shared_patterns(book)
    )
    yield Remark(level="advarsel", title="Samme mønster under flere temaer (vægt)", lines=tuple(shared))
    idle = (f"{name}: {item.text}  ←  {item.by}" for name, code in _named(book) for item in idle_patterns(code))
    title = "Mønstre, der intet ændrer, fordi et bredere mønster (efter pilen) altid er nok"
    yield Remark(level="advarsel", title=title, lines=tuple(idle))


def _on_words(reader: Reader) -> Iterator[Remark]:
    codes = list(_named(reader.book))
    split = (
        f"{name}: {dead.text}" for name, code in codes for dead in (*split_words(code, reader.nlp), *split_names(code))
    )
    title = "Mønstre med et »ord«, som teksten deles midt i, så det aldrig findes"
    yield Remark(level="advarsel", title=title, lines=tuple(dict.fromkeys(split)))
    unknown: dict[str, dict[str, None]] = {}
    for name, code in codes:
        for dead in unknown_words(code):
            unknown.setdefault(dead.word, {})[name] = None
    title = "Ord, som ingen dansk ordliste kender i nogen form (stavefejl?)"
    lines = (f"{word}: {', '.join(names)}" for word, names in unknown.items())
    yield Remark(level="advarsel", title=title, lines=tuple(lines))


def _on_run(reader: Reader, folder: Path) -> Remark:
    silent, sentences = silent_patterns(reader, folder)
    totals = {(kind, code.id): len(code.patterns()) for kind in KINDS for code in getattr(reader.book, kind)}
    return Remark(
        level="advarsel",
        title=f"Mønstre, der intet finder i kørslens {sentences} sætninger",
        lines=tuple(
            f"{_name(*key)} ({len(texts)} af {totals[key]}): {'; '.join(texts)}" for key, texts in silent.items()
        ),
    )


def _named(book: Codebook) -> Iterator[tuple[str, Code]]:
    """All codes with what they are called in remarks."""
    return ((_name(kind, code.id), code) for kind in KINDS for code in getattr(book, kind))


def _name(kind: str, code: str) -> str:
    """A code's id; that of a party or a stance with what it is, as a theme may have the same id."""
    return f"{_SORTS[kind]}{code}"
