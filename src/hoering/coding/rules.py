"""The coder that needs nothing but the codebook: its patterns, added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hoering.annotate import Sentence
from hoering.codebook import Code, Codebook
from hoering.coding.actors import ActorCoder
from hoering.coding.evidence import THRESHOLD, Fired, Suggestion, weigh
from hoering.coding.hits import HitFinder
from hoering.coding.protocol import LogOdds, Suggested
from hoering.coding.stance import stance
from hoering.coding.themes import ThemeCoder
from hoering.records import Source

PATTERNS = "rule:patterns"


class FiredByKind(NamedTuple):
    """For each sentence which patterns fired, by the kind of code they speak for."""

    themes: list[Fired]
    actors: list[Fired]
    stances: list[Fired]


@dataclass(slots=True)
class PatternCoder:
    """Suggests the codes whose patterns weigh enough in a sentence."""

    book: Codebook
    _hits: HitFinder = field(init=False)
    _themes: ThemeCoder = field(init=False)
    _actors: ActorCoder = field(init=False)

    def __post_init__(self) -> None:
        self._hits = HitFinder(self.book)
        self._themes = ThemeCoder(self.book)
        self._actors = ActorCoder(self.book)

    @property
    def name(self) -> str:
        """As it stands in the table of codings."""
        return PATTERNS

    def suggest(self, source: Source, sentences: Sequence[Sentence], voices: Sequence[Suggestion]) -> list[Suggested]:
        """Suggestions for each sentence; only its own words and its voice count."""
        return [self._one(sentence, voice.code) for sentence, voice in zip(sentences, voices, strict=True)]

    def log_odds(self, source: Source, sentences: Sequence[Sentence], voices: Sequence[Suggestion]) -> LogOdds:
        """The weight of each code's patterns, less what is enough."""
        return LogOdds(*(weights - THRESHOLD for weights in self.weights(self.fired(sentences))))

    def fired(self, sentences: Sequence[Sentence]) -> FiredByKind:
        """The patterns that fired in each sentence, by kind of code."""
        hits = [self._hits.find(sentence) for sentence in sentences]
        return FiredByKind(
            themes=[weigh(found.themes) for found in hits],
            actors=[weigh(found.actors) for found in hits],
            stances=[weigh(found.stances) for found in hits],
        )

    def weights(self, fired: FiredByKind) -> LogOdds:
        """What the patterns of each code weigh together: sentences by codes, nothing subtracted."""
        return LogOdds(
            themes=_weights(self.book.themes, fired.themes),
            actors=_weights(self.book.actors, fired.actors),
            stances=_weights(self.book.stances, fired.stances),
        )

    def _one(self, sentence: Sentence, voice: str) -> Suggested:
        hits = self._hits.find(sentence)
        return Suggested(
            themes=tuple(self._themes.code(hits.themes)),
            actors=tuple(self._actors.code(sentence, hits.actors, voice)),
            stance=stance(sentence, hits.stances),
        )


def _weights(codes: Sequence[Code], fired: Sequence[Fired]) -> NDArray[np.float64]:
    table = np.zeros((len(fired), len(codes)))
    places = {code.id: column for column, code in enumerate(codes)}
    for row, found in enumerate(fired):
        for code, patterns in found.items():
            table[row, places[code]] = sum(patterns.values())
    return table
