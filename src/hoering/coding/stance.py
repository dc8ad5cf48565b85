"""What a sentence does: criticise, propose, support, or none of these."""

from __future__ import annotations

from collections.abc import Iterable

from hoering.annotate import Sentence
from hoering.coding.clauses import claim_start
from hoering.coding.evidence import Suggestion, suggestion, weigh
from hoering.patterns import Hit

NEUTRAL = "neutral"

_NEGATIONS = {"ikke", "ingen", "intet", "aldrig", "næppe", "hverken", "ej"}
_REACH = 3

# A pattern that says "ikke" itself means what it says; so do proposals ("vi foreslår ikke" is rare).
_REVERSIBLE = {"kritik", "stoette"}


_QUESTION = Suggestion(code=NEUTRAL, score=0.6, why="åbent spørgsmål")
_TAKEN_BACK = Suggestion(code="kritik", score=0.6, why="ros, der tages forbehold for (»men«)")
_NOTHING = Suggestion(code=NEUTRAL, score=0.5, why="intet mønster for kritik, forslag eller støtte")


def stance(sentence: Sentence, hits: Iterable[Hit]) -> Suggestion:
    """The one stance of a sentence; where several have enough evidence, the first in the order of precedence.

    The guide lets a proposal beat criticism, and criticism is kept before praise. What follows "men" counts before the
    whole; where nothing is found there, praise before it is taken back. In 5,480 coded sentences that is right in 121
    of 245 sentences with such a clause, and 113 where the whole sentence counts alike.

    Args:
        sentence: the sentence.
        hits: those of stance patterns in it.
    """
    if sentence.text.rstrip('”“»«"’) ').endswith("?"):
        return _QUESTION
    found = list(hits)
    start = claim_start(sentence.forms) if found else 0
    after = [hit for hit in found if hit.end > start or hit.pattern.weight < 0]
    if start and (own := _first(sentence, after)) is not None:
        return own
    whole = _first(sentence, found)
    if whole is None:
        return _NOTHING
    return _TAKEN_BACK if start and whole.code == "stoette" else whole


def _first(sentence: Sentence, hits: Iterable[Hit]) -> Suggestion | None:
    """The first stance in the order of precedence that hits make, or None."""
    negated = not _NEGATIONS.isdisjoint(map(str.lower, sentence.forms))
    fired = weigh([hit for hit in hits if not _is_negated(hit, sentence)] if negated else hits)
    made = (suggestion(code, fired[code]) for code in ("forslag", "kritik", "stoette") if code in fired)
    return next((found for found in made if found is not None), None)


def _is_negated(hit: Hit, sentence: Sentence) -> bool:
    if hit.pattern.code not in _REVERSIBLE or hit.pattern.weight < 0:
        return False
    if _NEGATIONS & {w for word in hit.pattern.words for w in word.alternatives}:
        return False
    before = sentence.forms[max(0, hit.start - _REACH) : hit.start]
    after = sentence.forms[hit.end : hit.end + 1]
    return bool(_NEGATIONS & {word.lower() for word in (*before, *after)})
