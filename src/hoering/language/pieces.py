"""Long texts in pieces: spaCy takes at most a million characters at once, and memory grows with each."""

from __future__ import annotations

import re
from collections.abc import Iterator

# About 15 pages: longer pieces make nothing faster, and a parser needs about a gigabyte for 100,000 characters.
PIECE = 50_000

# Where a text may be cut, best first: a blank line, a line end, after a sentence, between words.
_PLACES = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"[.!?…][”\"»)]?\s"), re.compile(r"\s"))


def pieces(text: str, size: int = PIECE) -> Iterator[tuple[int, str]]:
    """A text as (offset, piece), in order; the pieces put together are the text.

    Args:
        text: any text.
        size: the most characters of a piece. It is cut at the best place in its second half: after a blank
            line, a line, a sentence or a word; a text without any of these is cut at the size itself.

    >>> list(pieces("Vi savner svar. Hvornår kommer de?", 20))
    [(0, 'Vi savner svar. '), (16, 'Hvornår kommer de?')]
    """
    start = 0
    while len(text) - start > size:
        end = _cut(text, start, start + size)
        yield start, text[start:end]
        start = end
    if start < len(text):
        yield start, text[start:]


def _cut(text: str, start: int, end: int) -> int:
    middle = (start + end) // 2
    for place in _PLACES:
        cuts = [match.end() for match in place.finditer(text, middle, end)]
        if cuts:
            return cuts[-1]
    return end
