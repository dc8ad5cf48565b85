"""What a sentence claims: the clause after "vi mener, at"."""

from __future__ import annotations

from collections.abc import Sequence

from hoering.concerns.words import words

_PRONOUNS = words("jeg du han hun den det de vi i man der ingen alle nogen en et denne dette disse")
# "at" further on opens no clause that the sentence as a whole frames.
_FRAME = 12


def content_start(forms: Sequence[str], lemmas: Sequence[str], start: int) -> int:
    """Position after the "at" of "vi foreslår, at …", or ``start`` where there is none.

    An "at" before an infinitive is none.

    >>> words = "Vi mener , at kommunen sover .".split()
    >>> content_start(words, ["vi", "mene", ",", "at", "kommune", "sove", "."], 0)
    4
    """
    for place in range(start, min(start + _FRAME, len(forms) - 1)):
        if forms[place].lower() == "at" and not _is_infinitive(forms[place + 1], lemmas[place + 1]):
            return place + 1
    return start


def _is_infinitive(form: str, lemma: str) -> bool:
    low = form.lower()
    return low == lemma.lower() and low not in _PRONOUNS and low.endswith(("e", "å", "o", "y", "ø", "få", "ikke"))
