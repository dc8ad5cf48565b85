"""Lines of a raw text with their places, the unit most cleaning rules look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n\f]+")
# Words that sentences hold, and names, addresses, titles and buttons do not.
_CLAUSE = re.compile(
    r"(?<![-.@])\b(?:[Jj]eg|[Vv]i|mig|os|du|er|var|har|havde|skal|skulle|vil|ville|kan|kunne|må|måtte|bør|burde|bliver|blev|får"
    r"|fik|går|gik|gør|gjorde|kommer|kom|mangler|manglede|ønsker|synes|mener|tror|håber|savner|foreslår|anbefaler|støtter"
    r"|bakker|oplever|føler|venter|ventede|svarer|svarede|ringer|virker|kører|kræver|betyder|handler|viser|findes|ikke"
    r"|aldrig)\b(?![-@]|\.\w)"
)
_ITEM = re.compile(r"(?:[-–—•·*▪◦+] |\d{1,2}[.)] (?!\w+ \d{4})|[a-z]\) )\w")


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


def reads_as_clause(line: str) -> bool:
    """Whether a line holds a word that only sentences hold: ``jeg``, ``vi``, ``skal``, ``ikke`` ….

    >>> reads_as_clause("Jobcentret svarer aldrig"), reads_as_clause("Jobcenter Ravnsø, Møllegade 8")
    (True, False)
    """
    return _CLAUSE.search(line) is not None


def is_item(line: str) -> bool:
    """Whether a line is an item of a list (``- flere kurser``, ``2. Høring``; ``1. maj 2026`` is none)."""
    return _ITEM.match(line) is not None
