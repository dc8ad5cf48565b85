"""Which themes a sentence says something about: the codebook's patterns, added up."""

from __future__ import annotations

from dataclasses import dataclass, field

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding.evidence import Suggestion, suggestion, weigh
from hoering.patterns import PatternIndex


@dataclass(slots=True)
class ThemeCoder:
    """Suggests theme codes for sentences."""

    book: Codebook
    _index: PatternIndex = field(init=False)

    def __post_init__(self) -> None:
        self._index = PatternIndex(self.book.theme_patterns())

    def code(self, sentence: Sentence) -> list[Suggestion]:
        """Suggested themes, in the order of the codebook."""
        fired = weigh(self._index.find(sentence.forms, sentence.lemmas))
        found = (suggestion(code.id, fired[code.id]) for code in self.book.themes if code.id in fired)
        return [item for item in found if item is not None]
