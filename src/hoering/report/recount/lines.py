"""The lines of a paper as a reader of a finished file meets them, and where two rows of lines part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hoering.report.blocks import (
    NO_QUOTE,
    QUOTED,
    Block,
    Briefly,
    Contents,
    Grid,
    Heading,
    Numbers,
    Paper,
    Paragraph,
    Picture,
    Quoted,
    Remarks,
    Singles,
    flat,
    headings,
)

WHOLE = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line: ``kind`` is title, subtitle, h1 to h3, p, numbers, quote, source, caption, alt or row (with cells).

    ``quoted`` is the place of the cell that holds a quotation, where one does, and `WHOLE` for a line that holds one.
    """

    kind: str
    text: str = ""
    cells: tuple[str, ...] = ()
    quoted: int = -1

    @property
    def plain(self) -> tuple[str, str]:
        """Kind and words, however spaces and line ends stand."""
        return self.kind, " ".join(" | ".join((self.text, *self.cells)).split())


def expected(paper: Paper) -> Iterator[Line]:
    """The lines a file of a paper must have."""
    yield Line("title", paper.title)
    yield Line("subtitle", paper.subtitle)
    numbers = {"Tabel": 0, "Figur": 0}
    for block in flat(paper.blocks):
        if isinstance(block, Grid | Picture):
            word = "Tabel" if isinstance(block, Grid) else "Figur"
            numbers[word] += 1
            yield from _numbered(block, f"{word} {numbers[word]}.")
        else:
            yield from _lines(block, paper)


def _numbered(block: Grid | Picture, number: str) -> Iterator[Line]:
    if isinstance(block, Picture):
        yield Line("alt", block.figure.alt)
        yield Line("caption", f"{number} {block.figure.caption}")
        return
    yield Line("caption", f"{number} {block.caption}")
    yield Line("row", cells=block.columns)
    yield from (Line("row", cells=row, quoted=QUOTED if block.places else -1) for row in block.rows)


def _lines(block: Block, paper: Paper) -> Iterator[Line]:
    match block:
        case Heading():
            yield Line(f"h{block.level}", block.text)
        case Paragraph():
            yield Line("p", block.line)
        case Numbers():
            yield Line("numbers", block.line)
        case Quoted():
            yield Line("quote", block.quote.text)
            yield Line("source", block.source)
        case Singles():
            yield Line("row", cells=block.columns)
            for row in block.rows:
                words = f"{row.quote.text}\n{row.quote.who} · {row.quote.spot}" if row.quote else NO_QUOTE
                yield Line("row", cells=(row.title, row.who, words), quoted=QUOTED if row.quote else -1)
        case Briefly():
            yield from (Line("p", row.line, quoted=WHOLE) for row in block.rows)
        case Remarks():
            yield Line("row", cells=(block.title,))
        case Contents():
            yield Line("p", "Indhold")
            yield from (Line("p", entry.text) for entry in headings(paper))


def differences(wanted: Iterable[Line], printed: Sequence[Line]) -> Iterator[str]:
    """Where a file first says something else than it must, in Danish; nothing where they agree."""
    due = [line.plain for line in wanted]
    found = [line.plain for line in printed]
    for place, (want, got) in enumerate(zip(due, found, strict=False)):
        if want != got:
            yield f"Linje {place + 1} er »{_short(got)}«, men skulle være »{_short(want)}«."
            return
    if len(due) != len(found):
        yield f"Der er {len(found)} linjer, men der skulle være {len(due)}."


def _short(line: tuple[str, str]) -> str:
    return line[1] if len(line[1]) <= 120 else f"{line[1][:119]}…"
