"""A small codebook, a coder that weighs by a few words, and sentences as they stand in a source. No language model."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from hoering.annotate import Sentence
from hoering.codebook import ActorCode, Code, Codebook
from hoering.coding.evidence import Suggestion
from hoering.learning.decisions import Decision
from hoering.learning.material import Material
from hoering.records import Coding, Segment, Source

MakeMaterial = Callable[..., Material]
Decide = Callable[..., Decision]


@pytest.fixture
def book() -> Codebook:
    """Two themes, one party, three stances."""
    text = "Kun til prøver."
    return Codebook(
        id="lille",
        label="Lille",
        version="2",
        themes=(
            Code(id="bus", label="Bus og tog", definition=text, strong=("bus*",), medium=("køreplan",)),
            Code(id="skole", label="Skole", definition=text, strong=("skole*",)),
        ),
        actors=(ActorCode(id="borgere", label="Borgere", definition=text, strong=("borger*",)),),
        stances=(
            Code(id="kritik", label="Kritik", definition=text, strong=("savner",)),
            Code(id="forslag", label="Forslag", definition=text, strong=("bør",)),
            Code(id="neutral", label="Neutral", definition=text),
        ),
    )


@pytest.fixture
def material() -> MakeMaterial:
    """A source of one paragraph with these sentences, its voices and the codings given as (row, kind, code)."""

    def make(
        texts: Sequence[str], name: str = "brev", codings: Sequence[tuple[int, str, str]] = (), role: str = ""
    ) -> Material:
        raw = " ".join(texts)
        source = Source(
            source=f"{name}.txt#1", document=f"{name}.txt", number=1, kind="hoeringssvar", sender="Borger",
            sender_type="borgere", date="", sha256="", status="used", end=len(raw),
        )  # fmt: skip
        within = Segment(
            segment_id=f"{name}:0", source=source.source, document=source.document, level="paragraph", page=1, start=0,
            end=len(raw), text=raw,
        )  # fmt: skip
        sentences: list[Sentence] = []
        place = 0
        for number, text in enumerate(texts):
            segment = Segment(
                segment_id=f"{name}:0.{number}", source=source.source, document=source.document, parent=f"{name}:0",
                level="sentence", page=1, start=place, end=place + len(text), text=text, role=role,
            )  # fmt: skip
            words = tuple(re.findall(r"\w+|[^\w\s]", text))
            sentences.append(Sentence(segment=segment, within=within, forms=words, lemmas=tuple(map(str.lower, words))))
            place += len(text) + 1
        voices = tuple(Suggestion("borgere", 0.8, "afsender") for _ in texts)
        found = [_coding(sentences[row].segment, kind, code) for row, kind, code in codings]
        return Material(source, tuple(sentences), voices, tuple(found))

    return make


def _coding(segment: Segment, kind: Any, code: str) -> Coding:
    return Coding(
        coding_id=f"{segment.segment_id}{kind}{code}", source=segment.source, document=segment.document, page=1,
        start=segment.start, end=segment.end, quote=segment.text, kind=kind, code=code, score=0.6, why="mønster: x",
        coder="rule:patterns", sender="Borger", sender_type="borgere", segment_id=segment.segment_id,
        codebook="lille 2",
    )  # fmt: skip


@pytest.fixture
def decide() -> Decide:
    """A decision; without more a yes to the theme "bus" on the first letters of brev.txt."""

    def make(**given: Any) -> Decision:
        common: dict[str, Any] = {
            "document": "brev.txt", "start": 0, "end": 10, "quote": "Vi vil så.", "kind": "theme", "code": "bus",
            "verdict": "yes", "codebook": "lille 2", "where": "række 2",
        }  # fmt: skip
        return Decision(**(common | given))

    return make
