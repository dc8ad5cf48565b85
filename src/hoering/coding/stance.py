"""What a sentence does: criticise, propose, support, or none of these."""

from __future__ import annotations

from dataclasses import dataclass, field

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding.evidence import Suggestion, suggestion, weigh
from hoering.patterns import Hit, PatternIndex

NEUTRAL = "neutral"

_NEGATIONS = {"ikke", "ingen", "intet", "aldrig", "næppe", "hverken", "ej"}
_REACH = 3

# A pattern that says "ikke" itself means what it says; so do proposals ("vi foreslår ikke" is rare).
_REVERSIBLE = {"kritik", "stoette"}


@dataclass(slots=True)
class StanceCoder:
    """Suggests exactly one stance for a sentence."""

    book: Codebook
    _index: PatternIndex = field(init=False)

    def __post_init__(self) -> None:
        self._index = PatternIndex([p for code in self.book.stances for p in code.patterns()])

    def code(self, sentence: Sentence) -> Suggestion:
        """The stance; where several have enough evidence, the first in the codebook's order of precedence.

        The guide lets a proposal beat criticism, and criticism is kept before praise ("glade for … men").
        """
        hits = [h for h in self._index.find(sentence.forms, sentence.lemmas) if not _negated(h, sentence)]
        fired = weigh(hits)
        if sentence.text.rstrip('”“»«"’) ').endswith("?"):
            return Suggestion(code=NEUTRAL, score=0.6, why="åbent spørgsmål")
        for code in ("forslag", "kritik", "stoette"):
            if code in fired and (found := suggestion(code, fired[code])) is not None:
                return found
        return Suggestion(code=NEUTRAL, score=0.5, why="intet mønster for kritik, forslag eller støtte")


def _negated(hit: Hit, sentence: Sentence) -> bool:
    if hit.pattern.code not in _REVERSIBLE or hit.pattern.weight < 0:
        return False
    if _NEGATIONS & {w for word in hit.pattern.words for w in word.alternatives}:
        return False
    before = sentence.forms[max(0, hit.start - _REACH) : hit.start]
    after = sentence.forms[hit.end : hit.end + 1]
    return bool(_NEGATIONS & {word.lower() for word in (*before, *after)})
