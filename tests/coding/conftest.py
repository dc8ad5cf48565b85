"""Makers of small invented sentences and documents; no language model is needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import pytest

from hoering.annotate import Sentence
from hoering.codebook import ActorCode, Code, Codebook
from hoering.edits import View
from hoering.records import Page, SafeText, Segment, Source
from hoering.segment import body_of, segment

Document = tuple[Source, list[Segment], list[Sentence]]
MakeSentence = Callable[..., Sentence]
MakeDocument = Callable[..., Document]


def _sentence(text: str, within: Segment, start: int, number: int, lemmas: Mapping[str, str]) -> Sentence:
    forms = tuple(re.findall(r"\w[\w/-]*|[^\w\s]", text))
    record = Segment(
        segment_id=f"{within.segment_id}.{number:02d}",
        source=within.source,
        document=within.document,
        parent=within.segment_id,
        level="sentence",
        page=1,
        start=start,
        end=start + len(text),
        text=text,
        speaker=within.speaker,
        role=within.role,
    )
    return Sentence(segment=record, within=within, forms=forms, lemmas=tuple(lemmas.get(f, f.lower()) for f in forms))


@pytest.fixture
def make_sentence() -> MakeSentence:
    """A sentence alone; ``lemmas`` holds those that differ from the word in lower case."""

    def make(text: str, lemmas: Mapping[str, str] | None = None) -> Sentence:
        within = Segment(
            segment_id="k:0000", source="k", document="k", level="paragraph", page=1, start=0, end=len(text), text=text
        )
        return _sentence(text, within, 0, 0, lemmas or {})

    return make


@pytest.fixture
def make_document() -> MakeDocument:
    """A source from paragraphs, each a sequence of sentences as they stand in it."""

    def make(
        paragraphs: Sequence[Sequence[str]],
        *,
        kind: str = "nyhed",
        sender_type: str = "journalist",
        lemmas: Mapping[str, str] | None = None,
    ) -> Document:
        raw = "\n".join(" ".join(sentences) for sentences in paragraphs)
        source = Source(
            source="k",
            document="k.txt",
            number=1,
            kind=kind,
            sender="Ravnsø",
            sender_type=sender_type,
            date="2025-03-04",
            sha256="",
            status="used",
            end=len(raw),
        )
        text = SafeText(source=source, view=View.of(raw), pages=(Page(number=1, start=0, end=len(raw)),))
        segments = segment(text)
        assert len(segments) == len(paragraphs)
        found = []
        for item, sentences in zip(segments, paragraphs, strict=True):
            place = item.start + body_of(item)
            for number, said in enumerate(sentences):
                body = said[body_of(item) :] if number == 0 else said
                place = raw.index(body, place)
                found.append(_sentence(body, item, place, number, lemmas or {}))
                place += len(body)
        return source, segments, found

    return make


@pytest.fixture
def small_book() -> Codebook:
    """A codebook of a few codes, so that tests do not hang on the words of the shipped one."""
    text = "Kun til prøver."
    return Codebook(
        id="lille",
        label="Lille",
        version="1",
        themes=(
            Code(id="bus", label="Bus", definition=text, strong=("bus*",), medium=("køreplan",), weak=("rute", "tur")),
            Code(id="skole", label="Skole", definition=text, strong=("skole*",), against=("skolegård",)),
        ),
        actors=(
            ActorCode(id="virksomheder", label="Virksomheder", definition=text, strong=("*virksomhed/*virksomheder",)),
            ActorCode(id="borgere", label="Borgere", definition=text, strong=("borger*",)),
            ActorCode(id="politikere", label="Politikere", definition=text, strong=("byråd*",)),
        ),
        stances=(
            Code(id="kritik", label="Kritik", definition=text, strong=("bekymret", "savne", "virker ikke")),
            Code(id="forslag", label="Forslag", definition=text, strong=("foreslå", "bør"), weak=("kunne",)),
            Code(id="stoette", label="Støtte", definition=text, strong=("glad",), medium=("godt", "rigtigt")),
            Code(id="neutral", label="Neutral", definition=text),
        ),
    )
