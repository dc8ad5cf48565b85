"""Lists of words as the rules write them."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a line.

    >>> sorted(words("og eller"))
    ['eller', 'og']
    """
    return frozenset(text.split())
