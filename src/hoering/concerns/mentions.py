"""Where in a sentence a party is named, by the codebook's actor patterns."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import NamedTuple

from hoering.annotate import Sentence
from hoering.concerns.words import words
from hoering.patterns import Hit

# A pattern that is enough alone names a party; one half as strong does where the party is known to be spoken about.
_ENOUGH, _HALF = 3.0, 2.0

_BEFORE_VERB = words("at kan kunne vil ville skal skulle må måtte bør burde")


class Mention(NamedTuple):
    """A party named by the tokens ``start`` up to ``end`` (exclusive) of a sentence."""

    code: str
    start: int
    end: int


def mentions(
    hits: Iterable[Hit], coded: Set[str], sentence: Sentence, surrounded: Set[str] = frozenset()
) -> list[Mention]:
    """The parties named in a sentence, in reading order, none upon another.

    Where two patterns share a word, the party that is coded wins, then the longer pattern.

    Args:
        hits: those of actor patterns in the sentence.
        coded: actors coded on it.
        sentence: the sentence.
        surrounded: parties whose weaker patterns are words from around them ("samtale", "brev") and name nobody.
    """
    found = list(hits)
    denied = [hit for hit in found if hit.pattern.weight < 0]
    named = [
        hit
        for hit in found
        if hit.pattern.weight >= (_HALF if hit.pattern.code in coded - surrounded else _ENOUGH)
        and not _is_denied(hit, denied)
        and not _is_verb(hit, sentence)
    ]
    named.sort(key=lambda h: (h.pattern.code not in coded, h.start - h.end, h.start))
    kept: list[Mention] = []
    for hit in named:
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(Mention(hit.pattern.code, hit.start, hit.end))
    return sorted(kept, key=lambda m: m.start)


def _is_verb(hit: Hit, sentence: Sentence) -> bool:
    """Whether a pattern has met a verb ("vil indkalde", "at sende") where a party was meant."""
    if hit.end > hit.start + 1 or not hit.start or sentence.forms[hit.start - 1].lower() not in _BEFORE_VERB:
        return False
    word = sentence.forms[hit.start].lower()  # "at virksomhederne" is no infinitive
    return word.endswith("e") and word == sentence.lemmas[hit.start].lower()


def _is_denied(hit: Hit, denied: Iterable[Hit]) -> bool:
    return any(d.pattern.code == hit.pattern.code and d.start < hit.end and hit.start < d.end for d in denied)
