"""One page for each type of sender: who they are, what they write about, what most of them say, in their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hoering.records import Source
from hoering.report import danish
from hoering.report.blocks import Block, Grid, Heading, Paragraph, Quoted, referring
from hoering.report.entries import Entries, Entry
from hoering.report.parties import by_type, named, ordered_types
from hoering.report.quotes import Quote
from hoering.report.tally import Tally

THEMES_SHOWN = 6
ENTRIES_SHOWN = 6
QUOTES_SHOWN = 3


def chapter(tally: Tally, entries: Entries) -> Iterator[Block]:
    """All types that somebody has written as, in the order of the codebook."""
    answers = tally.material.answers
    yield Heading("Hvad de enkelte slags afsendere siger", 1, "afsendertyper")
    if not answers:
        yield Paragraph("Ingen henvendelser er brugt.")
    for index, code in enumerate(ordered_types(by_type(answers), tally.labels), 1):
        own = [source for source in answers if (source.sender_type or "ukendt") == code]
        title = f"{tally.labels.actor(code)} ({danish.sources(len(own))})"
        yield Heading(title, 2, f"afsendertype-{index}")
        yield from _page(code, own, tally, entries)


def _page(code: str, own: Sequence[Source], tally: Tally, entries: Entries) -> Iterator[Block]:
    numbers = [source.number for source in own]
    who = f"{named(own, tally.labels)}: {referring(numbers)}."
    yield Paragraph(who[:1].upper() + who[1:])
    themes = [(theme.label, sum(number in set(numbers) for number in theme.sources)) for theme in tally.themes]
    most = sorted((pair for pair in themes if pair[1]), key=lambda pair: (-pair[1], pair[0]))[:THEMES_SHOWN]
    if most and len(own) == 1:
        yield Paragraph(f"Henvendelsen handler blandt andet om {danish.listed([label for label, _ in most])}.")
    elif most:
        yield Grid(
            caption=f"{tally.labels.actor(code)}: de temaer, flest tager op, af {danish.sources(len(own))}",
            columns=("Tema", "Henvendelser"),
            rows=tuple((label, danish.number(count)) for label, count in most),
            widths=(4, 1),
            counts=True,
        )
    said = entries.of_type(code)[:ENTRIES_SHOWN]
    yield Paragraph("De synspunkter, flest af dem står bag:" if said else "De står ikke bag noget synspunkt.", "label")
    for entry in said:
        share = f"{danish.number(entry.types[code])} af {danish.counted(entry.senders, 'afsender', 'afsendere')}"
        see = (entries.where(entry), f"se »{tally.material.book.label_of(entry.theme)}«")
        yield Paragraph(f"{entry.title}: {share}", "bullet", see)
    yield from (Quoted(quote) for quote in _words(said, code))


def _words(said: Sequence[Entry], code: str) -> list[Quote]:
    """Quotations of the type's own senders, one for each of the first positions that has one."""
    own: list[Quote] = []
    for entry in said:
        own += [quote for quote in entry.quotes if quote.type == code and quote.text not in {q.text for q in own}][:1]
    return own[:QUOTES_SHOWN]
