"""What the input says to each guiding question of the consultation, and of each target group it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hoering.report import danish
from hoering.report.blocks import Block, Heading, Numbers, Paragraph, Quoted, referring
from hoering.report.entries import Entries, worth_listing
from hoering.report.labels import STANCE_HEADINGS
from hoering.report.parties import by_type, with_counts
from hoering.report.quotes import kinds_of, quote_of
from hoering.report.tally import STANCES, Tally
from hoering.report.targets import Group, Named

ENTRIES_PER_QUESTION = 5
QUOTES_PER_TARGET = 2
THEMES_PER_TARGET = 4


def questions(tally: Tally, entries: Entries) -> Iterator[Block]:
    """For each guiding question: how many answer it, under which themes, and the positions most are behind."""
    book = tally.material.book
    if not book.tracks:
        return
    yield Heading("De bærende spørgsmål", 1, "spoergsmaal", new_page=True)
    yield Paragraph(
        "Spørgsmålene står i kodebogen, hvor de kan rettes. Et tema kan svare på flere spørgsmål, så tallene kan ikke "
        "lægges sammen."
    )
    for index, track in enumerate(book.tracks, 1):
        codes = {code.id for code in book.themes if track.id in code.tracks}
        yield Heading(track.question, 2, f"spoergsmaal-{index}")
        yield from _question(codes, tally, entries)


def _question(codes: set[str], tally: Tally, entries: Entries) -> Iterator[Block]:
    themes = [theme for theme in tally.themes if theme.code in codes]
    numbers = sorted({number for theme in themes for number in theme.sources})
    if not numbers:
        yield Paragraph("Ingen henvendelser svarer på spørgsmålet.")
        return
    sources = [tally.by_number[number] for number in numbers]
    yield Paragraph(f"{danish.sources(len(numbers))}: {with_counts(by_type(sources), {}, tally.labels)}.", "count")
    tracks = Counter(source.track for source in sources if source.track)
    if tracks:
        told = danish.listed([f"{danish.number(count)} fra sporet »{name}«" for name, count in sorted(tracks.items())])
        without = len(numbers) - sum(tracks.values())
        rest = f" {danish.number(without)} hører ikke til et spor." if without else ""
        yield Paragraph(f"Heraf {told}.{rest}")
    named = ", ".join(f"{theme.label} ({danish.number(len(theme.sources))})" for theme in themes)
    yield Paragraph(f"Temaer og antal henvendelser: {named}.")
    most = worth_listing(entry for entry in entries.largest if entry.theme in codes)[:ENTRIES_PER_QUESTION]
    if most:
        yield Paragraph("De synspunkter, flest står bag:", "label")
    for entry in most:
        see = (entries.where(entry), f"se »{tally.material.book.label_of(entry.theme)}«")
        yield Paragraph(f"{entries.heading(entry)}: {referring(entry.numbers)}", "bullet", see)


def targets(tally: Tally, found: Sequence[Named], groups: Sequence[Group]) -> Iterator[Block]:
    """For each target group that is named: where, how, under which themes, in which words; then those nobody names."""
    yield Heading("Målgrupper", 1, "maalgrupper")
    yield Paragraph(
        "Målgrupper, hvor de er nævnt i en sætning om et tema. Ordene, der er ledt efter, står i en liste, som kan "
        "rettes. At en gruppe er nævnt, siger ikke, at den selv har skrevet."
    )
    kinds = kinds_of(tally.material.sources)
    for index, item in enumerate(found, 1):
        yield Heading(f"{item.group.label} ({danish.sources(len(item.numbers))})", 2, f"maalgruppe-{index}")
        yield Numbers(item.numbers)
        yield Paragraph(_told(item, tally))
        for quotation in item.quotations[:QUOTES_PER_TARGET]:
            yield Quoted(quote_of(quotation, tally.labels, kinds))
    unnamed = [group.label for group in groups if group.id not in {item.group.id for item in found}]
    if unnamed:
        yield Paragraph(f"Ikke nævnt er: {danish.listed(unnamed)}.")


def _told(item: Named, tally: Tally) -> str:
    label_of = tally.material.book.label_of
    most = sorted(item.themes.items(), key=lambda pair: (-pair[1], label_of(pair[0])))[:THEMES_PER_TARGET]
    themes = ", ".join(f"{label_of(code)} ({danish.number(count)})" for code, count in most)
    sides = [
        f"{STANCE_HEADINGS[code].lower()} {danish.number(item.stances[code])}" for code in STANCES if item.stances[code]
    ]
    told = f"Nævnt i {danish.sentences(item.sentences)}. Henvendelser efter tema: {themes}"
    return f"{told}; efter holdning: {', '.join(sides)}." if sides else f"{told}."
