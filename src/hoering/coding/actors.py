"""Whom a sentence speaks about: named parties by pattern, the speaker's own by first person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding.evidence import Suggestion, suggestions
from hoering.patterns import Hit

_SINGULAR = frozenset({"jeg", "mig", "min", "mit", "mine"})
_PLURAL = frozenset({"vi", "os", "vores"})

# Whose "jeg" and "vi" are mostly about themselves as a party. In 5,480 coded sentences "jeg" of a citizen
# is coded as speaking about citizens in 78 %, "vi" of these parties in 61-80 %; other senders below 50 %.
_SELF = {
    "borgere": _SINGULAR | _PLURAL,
    **dict.fromkeys(("virksomheder", "jobcenter_kommune", "a_kasser", "uddannelse", "sundhedsvaesen"), _PLURAL),
}


@dataclass(slots=True)
class ActorCoder:
    """Suggests actor codes for sentences."""

    book: Codebook
    _codes: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self._codes = tuple(code.id for code in self.book.actors)

    def code(self, sentence: Sentence, hits: Iterable[Hit], voice: str) -> list[Suggestion]:
        """Suggested actors.

        Args:
            sentence: the sentence.
            hits: those of actor patterns in it.
            voice: the party whose view it renders.
        """
        found = suggestions(self._codes, hits)
        known = {item.code for item in found}
        if voice not in known and voice in self._codes and _speaks_of_self(sentence, voice):
            found.append(Suggestion(code=voice, score=0.6, why="taler om sig selv i første person"))
        return found


def _speaks_of_self(sentence: Sentence, voice: str) -> bool:
    own = _SELF.get(voice)
    return own is not None and not own.isdisjoint(map(str.lower, sentence.forms))
