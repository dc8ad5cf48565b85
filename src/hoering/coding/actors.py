"""Whom a sentence speaks about: named parties by pattern, the speaker's own by first person."""

from __future__ import annotations

from dataclasses import dataclass, field

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding.evidence import Suggestion, suggestion, weigh
from hoering.patterns import PatternIndex

_SINGULAR = {"jeg", "mig", "min", "mit", "mine"}
_PLURAL = {"vi", "os", "vores"}

# Whose "jeg" and "vi" are mostly about themselves as a party. In 5,480 coded sentences "jeg" of a citizen
# is coded as speaking about citizens in 78 %, "vi" of these parties in 61-80 %; other senders below 50 %.
_SELF_SINGULAR = {"borgere"}
_SELF_PLURAL = {"borgere", "virksomheder", "jobcenter_kommune", "a_kasser", "uddannelse", "sundhedsvaesen"}


@dataclass(slots=True)
class ActorCoder:
    """Suggests actor codes for sentences."""

    book: Codebook
    _index: PatternIndex = field(init=False)

    def __post_init__(self) -> None:
        self._index = PatternIndex([p for code in self.book.actors for p in code.patterns()])

    def code(self, sentence: Sentence, voice: str) -> list[Suggestion]:
        """Suggested actors; ``voice`` is the party whose view the sentence renders."""
        fired = weigh(self._index.find(sentence.forms, sentence.lemmas))
        found = [suggestion(code.id, fired[code.id]) for code in self.book.actors if code.id in fired]
        suggestions = [item for item in found if item is not None]
        known = {item.code for item in suggestions}
        if voice not in known and _speaks_of_self(sentence, voice) and voice in {c.id for c in self.book.actors}:
            suggestions.append(Suggestion(code=voice, score=0.6, why="taler om sig selv i første person"))
        return suggestions


def _speaks_of_self(sentence: Sentence, voice: str) -> bool:
    words = {form.lower() for form in sentence.forms}
    return bool((voice in _SELF_SINGULAR and words & _SINGULAR) or (voice in _SELF_PLURAL and words & _PLURAL))
