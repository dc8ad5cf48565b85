"""Whom claims are directed at, on invented sentences coded by reading.

The file is `tests/data/maal.jsonl`: for each sentence its voice, stance, main theme, and as target the party that
should do something, is criticised or praised, or is missed; none where the sentence names nobody. Sentences 1-30 of
both halves were written before the rules, o31-o50 after the first round. The half "proeve" was opened once, when the
rules were done (24 of 28), and one slip seen there was mended (26). Parties are those the shipped codebook's patterns
find, so the floors leave room for a codebook that is worked on.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from spacy.language import Language

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding import PatternCoder, Suggestion
from hoering.concerns import ConcernFinder
from hoering.records import Segment, Source

pytestmark = pytest.mark.model

FILE = Path(__file__).parents[1] / "data" / "maal.jsonl"
SOURCE = Source(
    source="k", document="k", number=1, kind="hoeringssvar", sender="", sender_type="", date="", sha256="",
    status="used",
)  # fmt: skip


@pytest.mark.parametrize(("split", "rows", "floor"), [("oevelse", 50, 0.9), ("proeve", 30, 0.8)])
def test_targets_of_claims(nlp: Language, book: Codebook, split: str, rows: int, floor: float) -> None:
    read = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    own = [row for row in read if row["split"] == split]
    assert len(own) == rows
    coder, finder = PatternCoder(book), ConcernFinder(book)
    claims = [row for row in own if row["stance"] != "neutral"]
    right = sum(_target(row, nlp, coder, finder) == row["target"] for row in claims)
    assert right / len(claims) >= floor


def _target(row: dict[str, str], nlp: Language, coder: PatternCoder, finder: ConcernFinder) -> str:
    spared = {finder.book.private, row["voice"]}
    before = {code for code in _actors(row["before"], row["voice"], nlp, coder) if code not in spared}
    return finder.target(
        _sentence(row["text"], nlp),
        stance=row["stance"],
        voice=row["voice"],
        actors=_actors(row["text"], row["voice"], nlp, coder),
        before=before.pop() if len(before) == 1 else "",
    ).code


def _actors(text: str, voice: str, nlp: Language, coder: PatternCoder) -> list[str]:
    if not text:
        return []
    voices = [Suggestion(code=voice, score=0.9, why="")]
    return [actor.code for actor in coder.suggest(SOURCE, [_sentence(text, nlp)], voices)[0].actors]


def _sentence(text: str, nlp: Language) -> Sentence:
    doc = nlp(text)
    place = Segment(
        segment_id="k", source="k", document="k", level="sentence", page=1, start=0, end=len(text), text=text
    )
    lemmas = tuple(token.lemma_ or token.lower_ for token in doc)
    return Sentence(segment=place, within=place, forms=tuple(token.text for token in doc), lemmas=lemmas)
