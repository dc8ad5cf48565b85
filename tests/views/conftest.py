"""A small invented consultation: a letter, a news article, a draft, and a file that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
import spacy
from spacy.language import Language

from hoering import views
from hoering.codebook import ActorCode, Code, Codebook
from hoering.coded import Coders, code_texts
from hoering.edits import View
from hoering.progress import silent
from hoering.records import Coding, Page, Removal, SafeText, Segment, Source
from hoering.tables import parquet_bytes, records_frame

LETTER, NEWS, DRAFT = "svar/Roklub.pdf#1", "nyheder/Avisen.html#1", "politik/Udkast.docx#1"


def entry(id: str, label: str, exclude: str = "") -> Code:
    return Code(id=id, label=label, definition=f"Om {label.lower()}.", exclude=exclude)


@pytest.fixture
def book() -> Codebook:
    return Codebook(
        id="proeve",
        label="Prøve",
        version="1",
        themes=(entry("bus", "Bus og tog", exclude="Cykler: `cykel`."), entry("cykel", "Cykler")),
        actors=tuple(
            ActorCode(id=code, label=label, definition=label)
            for code, label in (("borgere", "Borgere"), ("foreninger", "Foreninger"))
        ),
        stances=(entry("kritik", "Kritik og bekymring"), entry("forslag", "Ønsker og forslag")),
    )


def source(name: str, number: int, kind: str, sender: str, sender_type: str, **other: object) -> Source:
    values: dict[str, object] = {"status": "used", "date": "2026-03-07", "end": 400, "basis": "filnavn"} | other
    return Source(
        source=name, document=name.partition("#")[0], number=number, kind=kind, sender=sender,
        sender_type=sender_type, sha256="0" * 64, **values,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.fixture
def documents() -> pd.DataFrame:
    return records_frame(
        "documents",
        [
            source(LETTER, 1, "hoeringssvar", "Roklubben", "foreninger"),
            source(NEWS, 2, "nyhed", "Avisen", "journalist"),
            source(DRAFT, 3, "politik", "Kommunen", "ukendt"),
            source("tom.txt#1", 0, "", "", "", status="unreadable", reason="Filen er tom.", date="", end=0),
        ],
    )


def codings_of(
    name: str,
    start: int,
    quote: str,
    themes: str,
    stance: str,
    voice: str,
    sender: str,
    sender_type: str,
    role: str = "",
) -> list[Coding]:
    coded = [("theme", code) for code in themes.split()] + [("stance", stance), ("voice", voice)]
    return [
        Coding(
            coding_id=f"{name}{start}{kind}{code}", source=name, document=name.partition("#")[0], page=2, start=start,
            end=start + len(quote), quote=quote, kind=kind, code=code, score=0.75, why="mønster: bus*",
            coder="rule:patterns", sender=sender, sender_type=sender_type, role=role,
        )  # type: ignore[arg-type]
        for kind, code in coded
    ]  # fmt: skip


@pytest.fixture
def codings() -> pd.DataFrame:
    letter = ("Roklubben", "foreninger")
    return records_frame(
        "codings",
        [
            *codings_of(LETTER, 10, "Bussen kører aldrig <i>.", "bus", "kritik", "foreninger", *letter),
            *codings_of(LETTER, 50, "Lav en cykelsti langs bussen.", "bus cykel", "forslag", "foreninger", *letter),
            *codings_of(LETTER, 90, "Venlig hilsen.", "", "neutral", "foreninger", *letter),
            *codings_of(NEWS, 10, "Cyklen er stjålet.", "cykel", "kritik", "borgere", "Avisen", "journalist"),
            *codings_of(NEWS, 60, "Hvad med bussen?", "bus", "kritik", "borgere", "A", "journalist", "interviewer"),
            *codings_of(DRAFT, 10, "Vi vil have flere busser.", "bus", "forslag", "ukendt", "Kommunen", "ukendt"),
        ],
    )


@pytest.fixture
def sentences(codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook) -> pd.DataFrame:
    return views.sentences(codings, documents, book)


@pytest.fixture
def removals() -> pd.DataFrame:
    places = [
        (0, 40, "brevhoved", ""), (40, 45, "brevhoved", ""), (60, 70, "personnavn", "[Person 1]"),
        (80, 81, "linjeskift", " "), (90, 91, "linjeskift", " "), (200, 220, "underskrift", ""),
    ]  # fmt: skip
    made = [Removal(document="svar/Roklub.pdf", start=a, end=b, reason=r, replacement=n) for a, b, r, n in places]
    return records_frame("removals", made)


@pytest.fixture
def segments() -> pd.DataFrame:
    def segment(id: str, start: int, end: int, text: str, parent: str = "") -> Segment:
        return Segment(
            segment_id=id, source=LETTER, document="svar/Roklub.pdf", parent=parent,
            level="sentence" if parent else "paragraph", page=1, start=start, end=end, text=text,
        )  # fmt: skip

    return records_frame(
        "segments",
        [
            segment("0", 50, 85, "Ifølge [Person 1] er bussen væk."),
            segment("0.0", 50, 85, "Ifølge [Person 1] er bussen væk.", parent="0"),
            segment("1", 100, 150, "Lav en cykelsti."),
        ],
    )


@pytest.fixture
def plain() -> Language:
    """A language pipeline that only finds words and sentences."""
    nlp = spacy.blank("da")
    nlp.add_pipe("sentencizer")
    return nlp


@pytest.fixture
def speaking(book: Codebook) -> Codebook:
    """The codebook with a pattern for each theme and for criticism."""
    strong = {"bus": ("bus*",), "cykel": ("cykel*",)}
    themes = tuple(code.model_copy(update={"strong": strong[code.id]}) for code in book.themes)
    critical, *others = book.stances
    stances = (critical.model_copy(update={"strong": ("væk",)}), *others, entry("neutral", "Neutral"))
    return book.model_copy(update={"themes": themes, "stances": stances})


@pytest.fixture
def processed(tmp_path: Path, speaking: Codebook, plain: Language) -> Path:
    """The tables of a run over one letter of four sentences, coded by the patterns of `speaking`."""
    text = "Bussen er væk. Cykelstien langs bussen er god. Det regner. Vi tog bussen."
    letter = source(LETTER, 1, "hoeringssvar", "Roklubben", "foreninger")
    safe = SafeText(source=letter, view=View.of(text), pages=(Page(number=1, start=0, end=len(text)),))
    done = code_texts([safe], Coders.of("patterns", speaking, tmp_path), plain, silent)
    records = {"documents": [letter], "segments": done.segments, "codings": done.codings, "removals": []}
    for name, found in records.items():
        (tmp_path / f"{name}.parquet").write_bytes(parquet_bytes(records_frame(name, found)))
    return tmp_path
