"""Who is named in a sentence only because they say it: no target of their own claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hoering.concerns.mentions import Mention
from hoering.concerns.words import words

_SAY = words(
    "sige mene udtale understrege forklare oplyse påpege tilføje konstatere skrive meddele fortælle spørge advare"
    " bemærke fremhæve anføre fastslå indvende pointere"
)
# What one may also do to another, so that only the voice itself is taken for who says it.
_WANT = words(
    "foreslå savne ønske rose bakke opfordre undre kræve anbefale støtte hilse frygte kritisere efterlyse håbe bede"
    " tilslutte glæde finde vurdere appellere takke kvittere pege afvise forlange beklage forvente"
)
_BETWEEN = 2


def without_speakers(
    named: Iterable[Mention], forms: Sequence[str], lemmas: Sequence[str], voice: str
) -> tuple[Mention, ...]:
    """The parties a sentence speaks about, without "ifølge X", "X mener" and "foreslår X"."""
    low = [form.lower() for form in forms]
    lemma = [word.lower() for word in lemmas]
    return tuple(m for m in named if not _speaks(m, low, lemma, voice))


def _speaks(mention: Mention, low: Sequence[str], lemmas: Sequence[str], voice: str) -> bool:
    before = low[max(0, mention.start - _BETWEEN) : mention.start]
    if "ifølge" in before:
        return True
    verbs = _SAY | _WANT if mention.code == voice else _SAY
    # An infinitive says what somebody should do: "skolerne burde fortælle".
    near = range(mention.end, min(mention.end + _BETWEEN, len(low)))
    after = [lemmas[place] for place in near if low[place] != lemmas[place]]
    # In "…, mener fagforeningen" the verb stands before; in "opfordrer kommunen" the object does too.
    inverted = mention.start > 0 and lemmas[mention.start - 1] in verbs and mention.code == voice
    return any(word in verbs for word in after) or inverted
