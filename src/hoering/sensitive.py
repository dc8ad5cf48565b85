"""The sensitive side: records that may hold a person's name. Nothing from segmentation on imports this."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from hoering.records import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a reader knows about a place in the text, such as ``navigation`` or ``heading``."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RawText:
    """What a reader gets out of one file: decoded text, pages, marks, and the file's own metadata.

    ``warnings`` are Danish sentences on what could not be read although the rest could.
    """

    text: str
    pages: tuple[Page, ...] = ()
    marks: tuple[Mark, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """One file that was read: where it lies (relative to RAW, with ``/``), its hash and its raw text."""

    document: str
    sha256: str
    format: str
    raw: RawText

    @property
    def text(self) -> str:
        """The raw decoded text."""
        return self.raw.text

    @property
    def pages(self) -> tuple[Page, ...]:
        """Pages; a format without pages is one page."""
        return self.raw.pages or (Page(number=1, start=0, end=len(self.raw.text)),)

    def part(self, start: int, end: int) -> RawDocument:
        """A part of it as a document of its own, with offsets from its start; one letter of several, for example."""
        if (start, end) == (0, len(self.text)):
            return self
        pages = (
            Page(number=p.number, start=max(p.start, start) - start, end=min(p.end, end) - start)
            for p in self.pages
            if p.start < end and start < p.end
        )
        marks = (
            replace(m, start=max(m.start, start) - start, end=min(m.end, end) - start)
            for m in self.raw.marks
            if m.start < end and start < m.end
        )
        raw = replace(self.raw, text=self.text[start:end], pages=tuple(pages), marks=tuple(marks), warnings=())
        return replace(self, raw=raw)
