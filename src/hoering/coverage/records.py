"""What this package makes: what a draft says of each position, where, and why it is thought so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["dækket", "delvist", "ikke nævnt"]
COVERED: Verdict = "dækket"
PARTLY: Verdict = "delvist"
ABSENT: Verdict = "ikke nævnt"
VERDICTS = (COVERED, PARTLY, ABSENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence or list item of a draft.

    ``page``, ``start`` and ``end`` are its place in the draft's raw text (code points, end exclusive); ``section`` is
    the heading it stands under; ``led`` says that it stands in a list after words such as "Vi vil", ``alone`` that it
    is a paragraph of its own. ``themes`` and ``actors`` are codes.
    """

    number: int
    page: int
    start: int
    end: int
    text: str
    section: int
    led: bool
    paragraph: str
    themes: frozenset[str]
    actors: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A position as it is held against a draft: what is wanted, criticised or praised, and in which words.

    ``quotes`` are its claims, the one that says it best first.
    """

    position_id: str
    theme: str
    stance: str
    target_actor: str
    title: str
    words: tuple[str, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a draft says of a position.

    ``passage`` is the nearest passage, also where the verdict is "ikke nævnt", and None for a draft without any.
    ``score`` tells how near it is, 0 to 1 (an order, no probability); ``why`` is the reason in Danish.
    """

    wish: Wish
    verdict: Verdict
    passage: Passage | None
    score: float
    why: str
