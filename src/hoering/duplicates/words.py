"""A text as words that can be compared: without case, punctuation, and the numbers of placeholders.

Works on the readable, masked text. There a name is ``[Borger 3]`` in one copy of a letter and ``[Person 17]`` in
another, so all placeholders are one word, and several in a row too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

NAME = "□"
NUMBER = "0"
_WORD = re.compile(r"\[[^\]\n]{2,40}\]|\w+(?:[.,]\d+)*")
# Of a template letter each sender makes "jeg" or "vi" as it fits, and sets numbers of his own.
_SAME = {
    **dict.fromkeys(("jeg", "vi"), "jeg"),
    **dict.fromkeys(("mig", "os"), "mig"),
    **dict.fromkeys(("min", "mit", "mine", "vores", "vor"), "min"),
    **dict.fromkeys(("to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"), NUMBER),
}


class Word(NamedTuple):
    """A word at ``text[start:end]``; ``exact`` keeps numbers apart, ``form`` is for what is nearly alike."""

    start: int
    end: int
    exact: str
    form: str


def words(text: str) -> list[Word]:
    """The words of a text, in order.

    >>> [word.form for word in words("Vi i [Person 2] [Person 3] har 12 BUSSER.")]
    ['jeg', 'i', '□', 'har', '0', 'busser']
    """
    found: list[Word] = []
    for word in map(_word, _WORD.finditer(text)):
        if found and word.exact == found[-1].exact == NAME:
            word = Word(found.pop().start, word.end, NAME, NAME)
        found.append(word)
    return found


def shingles(found: Sequence[Word], size: int) -> list[str]:
    """Every run of ``size`` words, as one string each; none where there are fewer words."""
    forms = [word.form for word in found]
    return [" ".join(forms[i : i + size]) for i in range(len(forms) - size + 1)]


def _word(match: re.Match[str]) -> Word:
    if match[0].startswith("["):
        return Word(match.start(), match.end(), NAME, NAME)
    exact = match[0].casefold()
    if not exact.isascii():
        exact = unicodedata.normalize("NFC", exact)
    return Word(match.start(), match.end(), exact, NUMBER if exact[0].isdigit() else _SAME.get(exact, exact))
