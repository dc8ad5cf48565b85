"""Which themes a sentence says something about: the codebook's patterns, added up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from hoering.codebook import Codebook
from hoering.coding.evidence import Suggestion, suggestions
from hoering.patterns import Hit


@dataclass(slots=True)
class ThemeCoder:
    """Suggests theme codes for sentences."""

    book: Codebook
    _codes: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self._codes = tuple(code.id for code in self.book.themes)

    def code(self, hits: Iterable[Hit]) -> list[Suggestion]:
        """Suggested themes, in the order of the codebook; ``hits`` are those of theme patterns in a sentence."""
        return suggestions(self._codes, hits)
