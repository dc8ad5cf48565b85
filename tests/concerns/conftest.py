"""Makers of invented sentences and codings, and a codebook of a few codes; no language model is needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import pytest

from hoering.annotate import Sentence
from hoering.codebook import ActorCode, Code, Codebook
from hoering.records import Coding, Segment, Source

MakeSentence = Callable[..., Sentence]
Said = tuple[str, str, str, str]  # text, stance, themes, actors

# Lemmas that the rules look at; all other words are their own.
LEMMAS = {
    "savner": "savne", "mangler": "mangle", "nævner": "nævne", "glemmer": "glemme", "opfordrer": "opfordre",
    "foreslår": "foreslå", "mener": "mene", "roser": "rose", "bliver": "blive", "blevet": "blive", "er": "være",
    "hørt": "høre", "står": "stå", "kommunens": "kommune", "kommunen": "kommune", "ledige": "ledig",
    "skolens": "skole", "fagforeningens": "fagforening", "hjælper": "hjælpe", "konsulenterne": "konsulent",
    "holder": "holde",
}  # fmt: skip


@pytest.fixture
def small_book() -> Codebook:
    text = "Kun til prøver."

    def theme(id: str, label: str, *strong: str) -> Code:
        return Code(id=id, label=label, definition=text, strong=strong)

    def actor(id: str, label: str, *strong: str, medium: Sequence[str] = (), against: Sequence[str] = ()) -> ActorCode:
        return ActorCode(
            id=id, label=label, definition=text, strong=strong, medium=tuple(medium), against=tuple(against)
        )

    return Codebook(
        id="proeve",
        label="Prøve",
        version="1",
        authority="kommune",
        private="borgere",
        themes=(theme("bus", "Bus og tog", "bus*"), theme("fag", "Fagforeninger", "fagforening*")),
        actors=(
            actor("kommune", "Kommune", "kommune*", "konsulent*", "indkalde*", against=["kommunekort"]),
            actor("fag", "Fagforeninger", "fagforening*"),
            actor("kasser", "A-kasser", "a-kasse*"),
            actor("skoler", "Skoler", "skole*", medium=["lærer*"]),
            actor("borgere", "Borgere", "ledige", "unge", "borger*"),
        ),
        stances=(
            Code(id="kritik", label="Kritik", definition=text, strong=("savne", "dårlig*")),
            Code(id="forslag", label="Forslag", definition=text, strong=("bør", "foreslå")),
            Code(id="stoette", label="Støtte", definition=text, strong=("rose", "glad*")),
            Code(id="neutral", label="Neutral", definition=text),
        ),
    )


def _sentence(text: str, start: int, number: int, paragraph: str, role: str = "") -> Sentence:
    forms = tuple(re.findall(r"\w[\w/-]*|[^\w\s]", text))
    place = Segment(
        segment_id=f"{paragraph}.{number}", source="k", document="k.txt", parent=paragraph, level="sentence", page=1,
        start=start, end=start + len(text), text=text, role=role,
    )  # fmt: skip
    within = Segment(
        segment_id=paragraph, source="k", document="k.txt", level="paragraph", page=1, start=0, end=999, text=text
    )
    lemmas = tuple(LEMMAS.get(form.lower(), form.lower()) for form in forms)
    return Sentence(segment=place, within=within, forms=forms, lemmas=lemmas)


@pytest.fixture
def make_sentence() -> MakeSentence:
    return lambda text: _sentence(text, 0, 0, "k:0")


@pytest.fixture
def source() -> Source:
    return Source(
        source="k", document="k.txt", number=7, kind="hoeringssvar", sender="Havnens Fagforening", sender_type="fag",
        date="2026-02-03", sha256="", status="used",
    )  # fmt: skip


@pytest.fixture
def make_coded() -> Callable[..., tuple[list[Sentence], list[Coding]]]:
    """Sentences of paragraphs with their codings; a sentence is its text, stance, themes and actors."""

    def make(
        paragraphs: Sequence[Sequence[Said]], *, voice: str = "fag", role: str = "", scores: Mapping[str, float] = {}
    ) -> tuple[list[Sentence], list[Coding]]:
        sentences: list[Sentence] = []
        codings: list[Coding] = []
        start = 0
        for number, paragraph in enumerate(paragraphs):
            for position, (text, stance, themes, actors) in enumerate(paragraph):
                sentence = _sentence(text, start, position, f"k:{number}", role)
                sentences.append(sentence)
                codes = [("stance", stance), ("voice", voice)]
                codes += [("theme", code) for code in themes.split()] + [("actor", code) for code in actors.split()]
                codings += [_coding(sentence, kind, code, scores.get(code, 0.8)) for kind, code in codes]
                start += len(text) + 1
        return sentences, codings

    return make


def _coding(sentence: Sentence, kind: str, code: str, score: float) -> Coding:
    place = sentence.segment
    return Coding(
        coding_id=f"{place.start}{kind}{code}", source="k", document="k.txt", page=1, start=place.start, end=place.end,
        quote=place.text, kind=kind, code=code, score=score, why="prøve", coder="human:x",  # type: ignore[arg-type]
        sender="Havnens Fagforening", sender_type="fag", role=place.role,
    )  # fmt: skip
