"""Lines of a raw text with their places, the unit most cleaning rules look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A non-empty line: its place without surrounding blanks, and its text."""

    start: int
    end: int
    text: str


def lines_of(text: str) -> Iterator[Line]:
    """All lines that hold more than blanks."""
    for match in _LINE.finditer(text):
        stripped = match[0].strip()
        if stripped:
            start = match.start() + match[0].index(stripped[0])
            yield Line(start, start + len(stripped), stripped)


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does (a closing quote may follow the stop)."""
    return line.rstrip("”»\"') ").endswith((".", "!", "?", ":", "…"))
