"""The coder that needs nothing but the codebook: its patterns, added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding.actors import ActorCoder
from hoering.coding.evidence import Suggestion
from hoering.coding.hits import HitFinder
from hoering.coding.protocol import Suggested
from hoering.coding.stance import stance
from hoering.coding.themes import ThemeCoder
from hoering.records import Source

PATTERNS = "rule:patterns"


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

    def _one(self, sentence: Sentence, voice: str) -> Suggested:
        hits = self._hits.find(sentence)
        return Suggested(
            themes=tuple(self._themes.code(hits.themes)),
            actors=tuple(self._actors.code(sentence, hits.actors, voice)),
            stance=stance(sentence, hits.stances),
        )
