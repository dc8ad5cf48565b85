"""What a reader already knew not to be the document's own words: quoted mails, time codes, fields of a table row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hoering.edits import Edit
from hoering.sensitive import RawDocument

# Kinds of marks that are taken out, and the reason given.
_REASONS = {
    "quoted reply": "citeret mail",
    "signature": "underskrift",
    "disclaimer": "mailfod",
    "time code": "tidskode",
    "question": "spørgsmål i skemaet",
    "field": "baggrundsfelt",
    "note mark": "fodnotetegn",
}
_LINE_END = re.compile(r"[ \t]*[\n\f][\s\f]*")
_HYPHENATED = re.compile("\\w[-\u00ad\u2010]")


def marked_parts(document: RawDocument) -> Iterator[Edit]:
    """Everything under a mark of these kinds; where two overlap, the one that starts first."""
    end = 0
    for mark in sorted(document.raw.marks, key=lambda m: (m.start, -m.end)):
        reason = _REASONS.get(mark.kind)
        if reason and mark.start >= end and mark.end > mark.start:
            yield Edit(start=mark.start, end=mark.end, reason=reason)
            end = mark.end


def broken_paragraphs(document: RawDocument) -> Iterator[Edit]:
    """Line, column and page ends inside what the reader knows to be one paragraph become spaces.

    Running headers and footers in it are left to their own rule, and hyphens at line ends to theirs.
    """
    furniture = sorted((m.start, m.end) for m in document.raw.marks if m.kind == "page furniture")
    for mark in document.raw.marks:
        if mark.kind == "paragraph":
            inside = [(start, end) for start, end in furniture if mark.start <= start and end <= mark.end]
            yield from _joined(document.text, mark.start, mark.end, inside)


def _joined(text: str, start: int, end: int, furniture: list[tuple[int, int]]) -> Iterator[Edit]:
    last = ""
    for (_, low), (high, _) in pairwise([(start, start), *furniture, (end, end)]):
        place = low
        for gap in _LINE_END.finditer(text, low, high):
            last = text[place : gap.start()][-2:] or last
            if last and not _HYPHENATED.fullmatch(last):
                # One space for a break, though a footer and a header part it into several.
                yield Edit(
                    start=gap.start(), end=gap.end(), replacement="" if last == " " else " ", reason="linjeskift"
                )
                last = " "
            place = gap.end()
        last = text[place:high][-2:] or last
