"""What belongs to the page and not to the text: running headers and footers, page numbers, image marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from hoering.clean.lines import Line, lines_of, reads_as_clause
from hoering.edits import Edit
from hoering.sensitive import RawDocument

_PAGE_NUMBER = re.compile(
    r"(?:.{0,80}(?:[·•|]\s*|[-–—]\s+|\s\s))?Side:? \d{1,4}(?: ?(?:af|/) ?\d{1,4})?"
    r"|.{0,80}\bSide \d{1,4} ?(?:af|/) ?\d{1,4}"
    r"|side \d{1,4}(?: ?(?:af|/) ?\d{1,4})?|\d{1,4} ?/ ?\d{1,4}"
    r"|\(\d{1,3}\)|- ?\d{1,3} ?-|Page \d+:?|\d{6,8}_\d{4}\.png"
)
_CONTENTS = re.compile(r"[^\W_].{0,150}?(?:(?: ?\.){4,}|(?: ?…){2,}|(?: ?_){5,})\s?\d{1,3}")
_CONTENTS_HEADING = re.compile(r"Indhold(?:sfortegnelse)?:?", re.IGNORECASE)
_CONTENTS_LINES = 2
_OF_TOTAL = re.compile(r"(\d+) ?/ ?(\d+)")
_EDGE_LINES = 4
# Headings that count up as pages do, and short answers, come back at edges without being furniture.
_OWN_TEXT = re.compile(
    r"(?:Svar|Spørgsmål|Forslag|Punkt|Mål|Tema|Indsats|Afsnit|Kapitel|Borger|Deltager) \d+"
    r"|\w[\w ]{0,14}: ?(?:[Jj]a|[Nn]ej|[Jj]o|[Mm]+|[Oo]k(?:ay)?|[Nn]å|[Tt]ak)\b.{0,10}"
)


def page_numbers(document: RawDocument) -> Iterator[Edit]:
    """``Side 2 af 9``, with or without a running title before it."""
    for line in lines_of(document.text):
        if len(line.text) > 120 or not _PAGE_NUMBER.fullmatch(line.text):
            continue
        of_total = _OF_TOTAL.fullmatch(line.text)
        if not of_total or int(of_total[1]) <= int(of_total[2]):  # "24/7" is no page
            yield Edit(start=line.start, end=line.end, reason="sidetal")


def contents_lines(document: RawDocument) -> Iterator[Edit]:
    """Lines of a table of contents (``Mål og indsats ....... 12``), with the heading over them."""
    lines = list(lines_of(document.text))
    found = [place for place, line in enumerate(lines) if len(line.text) <= 200 and _CONTENTS.fullmatch(line.text)]
    if len(found) < _CONTENTS_LINES:
        return
    if found[0] and _CONTENTS_HEADING.fullmatch(lines[found[0] - 1].text):
        found.insert(0, found[0] - 1)
    for place in found:
        yield Edit(start=lines[place].start, end=lines[place].end, reason="indholdsfortegnelse")


def running_lines(document: RawDocument) -> Iterator[Edit]:
    """Lines at the top or bottom that come back on most pages, digits aside; not the whole of a page."""
    return _beside_text(document, list(_running_lines(document)))


def _running_lines(document: RawDocument) -> Iterator[Edit]:
    """Lines at an edge that come back.

    Not those that the PDF reader knows to be a part of a longer paragraph.
    """
    if len(document.pages) < 2:
        return
    edges = [_edge_lines(document, page.start, page.end) for page in document.pages]
    counts = Counter(key for lines in edges for key in {_key(line) for line in lines})
    needed = max(2, (len(document.pages) + 1) // 2)
    text = sorted((mark.start, mark.end) for mark in document.raw.marks if mark.kind == "paragraph")
    for line in (line for lines in edges for line in lines):
        if counts[_key(line)] >= needed and not _OWN_TEXT.fullmatch(line.text):
            before = bisect_right(text, (line.start, len(document.text)))
            if not before or text[before - 1][1] < line.end:
                yield Edit(start=line.start, end=line.end, reason="sidehoved eller sidefod")


def _edge_lines(document: RawDocument, start: int, end: int) -> list[Line]:
    lines = [Line(start + line.start, start + line.end, line.text) for line in lines_of(document.text[start:end])]
    if len(lines) <= 2 * _EDGE_LINES:
        return lines
    return lines[:_EDGE_LINES] + lines[-_EDGE_LINES:]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def marked_furniture(document: RawDocument) -> Iterator[Edit]:
    """Headers, footers and page numbers that the Word and the PDF reader marked."""
    found = [m for m in document.raw.marks if m.kind == "page furniture"]
    edits = [Edit(start=mark.start, end=mark.end, reason="sidehoved eller sidefod") for mark in found]
    return _beside_text(document, edits) if document.format == "pdf" else iter(edits)


def _beside_text(document: RawDocument, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Those edits that are not most of their page and whole sentences: pages with the same text are copies of a letter
    and not a header that comes back."""
    for page in document.pages:
        own = [edit for edit in edits if page.start <= edit.start < page.end]
        lines = [document.text[edit.start : edit.end] for edit in own]
        taken, all_of_it = _letters("".join(lines)), _letters(document.text[page.start : page.end])
        if 2 * taken <= all_of_it or not any(reads_as_clause(line) for line in lines):
            yield from own


def _letters(text: str) -> int:
    return sum(not c.isspace() for c in text)
