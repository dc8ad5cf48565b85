"""Repairs of what a format did to the words: odd characters, hyphens at line ends, broken lines, lost spaces.

These rules look at the text as the removals left it, so that a sentence cut in two by a page footer
comes together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hoering.clean.lines import ends_sentence
from hoering.edits import Edit, View

_ODD = re.compile("\u00ad(?![ \t]*\r?\n)|[\u200b\u200c\u200d\u2060\ufeff\ufffc]")
_ODD_SPACE = re.compile("[\u00a0\u202f\u2007\u2009\f\u000b\t]")
_ODD_HYPHEN = re.compile("[\u2010\u2011]")

# In many PDF files the hyphen at a line end is a soft one.
_SOFT_LINE_END = re.compile("\u00ad(?=[ \t]*\r?\n)")

_HYPHEN = re.compile(r"(?<=[a-zæøåé]{2})(?<!\bikke)(?<!\bit)(?<!\btv)(?<!\bpc)-[ \t]*\r?\n\s*(?=([a-zæøåé]+))")
_KEPT_HYPHEN = re.compile(r"(?<=\w-)[ \t]*\r?\n\s*(?=\w)")
_WORD = re.compile(r"[a-zæøåé]+")
_SUSPENDED = {"og", "eller", "samt", "til", "som"}

_GLUED = re.compile(r"(?<=[a-zæøå]{2}[.?!])(?=[A-ZÆØÅ][a-zæøå]+(?:[ ,]|$))|(?<=[a-zæøå]{2}[.?!][”»])(?=[A-ZÆØÅ])")
_NOT_GLUED = re.compile(
    r"(?:www|\b(?:hr|fr|nr|kl|jf|bl\.a|f\.eks|dr|pkt|stk|kap|mv|ca|evt|inkl|tlf|afd|red|cand|lic))[.]$"
)

_LINES = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[-–—•·*▪◦o] |\d{1,2}[.)] |[a-z]\) )")
_QUOTES = '”»"“„'
_LABEL = re.compile(r"\s*[A-ZÆØÅ\[][\w. \]]{0,25}: ")


def odd_characters(view: View) -> Iterator[Edit]:
    """Soft hyphens and zero-width characters go; odd spaces and hyphens become plain ones."""
    for regex, replacement in ((_ODD, ""), (_ODD_SPACE, " "), (_ODD_HYPHEN, "-"), (_SOFT_LINE_END, "-")):
        for match in regex.finditer(view.text):
            yield from replaced(view, match.start(), match.end(), replacement, "særtegn")


def line_end_hyphens(view: View) -> Iterator[Edit]:
    """``jobcen-⏎tret`` becomes one word; ``social-⏎og`` and ``a-⏎kasse`` keep their hyphen."""
    for match in _HYPHEN.finditer(view.text):
        if match[1] not in _SUSPENDED:
            yield from replaced(view, match.start(), match.end(), "", "orddeling")
    for match in _KEPT_HYPHEN.finditer(view.text):
        rest = _WORD.match(view.text, match.end())
        space = " " if rest and rest[0] in _SUSPENDED else ""
        yield from replaced(view, match.start(), match.end(), space, "linjeskift")


def broken_lines(view: View) -> Iterator[Edit]:
    """Line breaks inside a sentence become spaces."""
    lines = [line for line in _LINES.finditer(view.text) if line[0].strip()]
    width = _usual_width([len(m[0].rstrip()) for m in lines])
    for here, after in pairwise(lines):
        gap = view.text[here.end() : after.start()]
        if _continues(here[0].strip(), after[0].strip(), blank=gap.count("\n") > 1, width=width):
            start = here.end() - (len(here[0]) - len(here[0].rstrip()))
            end = after.start() + (len(after[0]) - len(after[0].lstrip()))
            yield from replaced(view, start, end, " ", "linjeskift")


def _usual_width(lengths: list[int]) -> int:
    """Length near which a hard-wrapped text breaks its lines; 0 where lines are not hard-wrapped."""
    long = sorted(n for n in lengths if n >= 40)
    if len(long) < 4 or long[len(long) * 9 // 10] > 120:
        return 0
    return long[len(long) * 3 // 4]


def _continues(here: str, after: str, *, blank: bool, width: int) -> bool:
    if not here or not after or not width or _BULLET.match(after) or _LABEL.match(after):
        return False
    if here.endswith("-"):
        return False  # for the hyphen rule
    if ends_sentence(here):
        return not blank and len(here) > 0.85 * width and after[0] not in _QUOTES
    if blank:
        # Wide line spacing makes every line a paragraph of its own to the PDF reader.
        return len(here) > (0.6 if after[0].islower() else 0.85) * width
    return after[0].islower() or len(here) > 0.75 * width


def glued_stops(view: View) -> Iterator[Edit]:
    """``mødet.Vi`` gets its space back; abbreviations do not."""
    for match in _GLUED.finditer(view.text):
        before = view.text[max(0, match.start() - 12) : match.start()]
        if not _NOT_GLUED.search(before):
            raw, _ = view.to_raw(match.start(), match.start() + 1)
            yield Edit(start=raw, end=raw, replacement=" ", reason="manglende mellemrum")


def wordless_lines(view: View) -> Iterator[Edit]:
    """Lines of nothing but signs, such as a ruler or a lost bullet, so that they are not passed over unsaid."""
    for line in _LINES.finditer(view.text):
        if line[0].strip() and not any(c.isalnum() for c in line[0]):
            yield from replaced(view, line.start(), line.end(), "", "linje uden ord")


def replaced(view: View, start: int, end: int, replacement: str, reason: str) -> Iterator[Edit]:
    """Edits that turn ``view.text[start:end]`` into ``replacement``, around edits already made there."""
    pieces = view.pieces_in(start, end)
    if any(view.text[piece.view_start : piece.view_end] == replacement for piece in pieces if not piece.kept):
        replacement = ""
    for piece in pieces:
        if piece.kept:
            first = piece.raw_start + max(0, start - piece.view_start)
            last = piece.raw_end - max(0, piece.view_end - end)
            yield Edit(start=first, end=last, replacement=replacement, reason=reason)
            replacement = ""
