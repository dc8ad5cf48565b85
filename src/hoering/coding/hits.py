"""The codebook's patterns in a sentence, found once for themes, actors and stances together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.language.compounds import part_lemmas
from hoering.patterns import Hit, PatternIndex


class SentenceHits(NamedTuple):
    """What was found in a sentence, by what it speaks for, in order of position."""

    themes: list[Hit]
    actors: list[Hit]
    stances: list[Hit]


@dataclass(slots=True)
class HitFinder:
    """One index of all patterns of a codebook: each word of a sentence is looked up once, not once per coder."""

    book: Codebook
    _index: PatternIndex = field(init=False)
    _kinds: dict[int, int] = field(init=False)
    _uses_parts: bool = field(init=False)

    def __post_init__(self) -> None:
        kinds = (
            self.book.theme_patterns(),
            [p for code in self.book.actors for p in code.patterns()],
            [p for code in self.book.stances for p in code.patterns()],
        )
        self._index = PatternIndex([p for patterns in kinds for p in patterns])
        self._uses_parts = self._index.uses_parts
        # By identity: two kinds may have the same code and pattern.
        self._kinds = {id(p): number for number, patterns in enumerate(kinds) for p in patterns}

    def find(self, sentence: Sentence) -> SentenceHits:
        """All hits in a sentence."""
        found = SentenceHits([], [], [])
        kinds = self._kinds
        parts = [part_lemmas(form) for form in sentence.forms] if self._uses_parts else None
        for hit in self._index.find(sentence.forms, sentence.lemmas, parts):
            found[kinds[id(hit.pattern)]].append(hit)
        return found
