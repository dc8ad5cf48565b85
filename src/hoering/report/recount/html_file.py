"""Reads a finished HTML paper as lines, and the places its quotations open."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple

from hoering.report.recount.lines import Line

_BLOCKS = {"h1": "title", "h2": "h1", "h3": "h2", "h4": "h3", "p": "p", "li": "p", "caption": "caption"}
# What is for the screen alone, or is read in another way.
_SKIPPED = frozenset({"script", "style", "form", "dialog", "summary", "head"})
_VOID = frozenset({"br", "meta", "link", "input", "img", "hr"})


class Opened(NamedTuple):
    """A quotation that opens its place: its words, and the words that stand there in the embedded source text."""

    printed: str
    found: str


@dataclass(slots=True)
class HtmlPaper:
    """What stands in a page: its lines, and for each quotation that opens a source what it finds there."""

    lines: list[Line] = field(default_factory=list)
    opened: list[Opened] = field(default_factory=list)


def read_html(page: str) -> HtmlPaper:
    """The lines of a page in reading order."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    made = HtmlPaper([line for line in reader.lines if line.text or line.cells])
    texts = [list(row[2]) for row in json.loads(reader.texts or "[]")]
    made.opened = [Opened(words, "".join(texts[text][start:end])) for words, text, start, end in reader.places]
    return made


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.places: list[tuple[str, int, int, int]] = []
        self.texts = ""
        self._skipped = 0
        self._in_texts = False
        self._parts: list[str] = []
        self._cells: list[str] | None = None
        self._quote = ""
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        names = given.get("class", "").split()
        if tag in _SKIPPED:
            self._skipped += 1
            self._in_texts = given.get("id") == "tekster"
        if self._skipped:
            return
        if tag == "br":
            self._parts.append("\n")
        elif tag == "figure" and "chart" in names:
            self.lines.append(Line("alt", given.get("aria-label", "")))
        elif tag == "tr":
            self._cells = []
        elif tag in ("td", "th"):
            self._parts = []
        elif kind := self._kind(tag, names):
            self._parts = [] if kind != "spot" else ["\n"] if self._parts else []
            if kind == "spot":
                self._parts = [f"{self._quote}\n"] if self._quote else []
            self._open.append((tag, kind))
        if "data-kilde" in given and "place" in names:
            self._place(given)

    def _kind(self, tag: str, names: list[str]) -> str:
        if tag == "p" and names[:1] in (["numbers"], ["subtitle"]):
            return names[0]
        if tag == "blockquote":
            return "quote"
        if tag == "figcaption":
            return "figcaption"
        if tag == "span" and "source-line" in names:
            return "spot"
        if tag == "div" and "remarks" in names:
            return "remarks"
        return _BLOCKS.get(tag, "")

    def _place(self, given: dict[str, str]) -> None:
        """In a table of all quotations the words come after the place, in the next cell."""
        numbers = (int(given["data-kilde"]), int(given["data-fra"]), int(given["data-til"]))
        self.places.append((self._quote if self._said_before() else "", *numbers))

    def _said_before(self) -> bool:
        return bool(self._quote) and any(kind in ("figcaption", "spot") for _, kind in self._open)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipped -= 1
            self._in_texts = False
            return
        if self._skipped or tag in _VOID:
            return
        if tag in ("td", "th") and self._cells is not None:
            self._cells.append("".join(self._parts).strip())
            if len(self._cells) == 3 and self.places and not self.places[-1][0]:
                self.places[-1] = ("".join(self._parts), *self.places[-1][1:])
            self._quote = ""
        elif tag == "tr" and self._cells is not None:
            self.lines.append(Line("row", cells=tuple(self._cells)))
            self._cells = None
        elif self._open and self._open[-1][0] == tag:
            self._close(self._open.pop()[1])

    def _close(self, kind: str) -> None:
        text = "".join(self._parts)
        if kind == "spot":
            return
        if kind == "quote":
            self._quote = text
            if self._cells is None:
                self.lines.append(Line("quote", text))
        elif kind == "remarks":
            self.lines.append(Line("row", cells=(text,)))
        elif kind == "figcaption":
            self.lines.append(Line("source" if self._quote else "caption", text))
            self._quote = ""
        else:
            self.lines.append(Line(kind, text))
        self._parts = []

    def handle_data(self, data: str) -> None:
        if self._in_texts:
            self.texts += data
        elif not self._skipped:
            self._parts.append(data)
