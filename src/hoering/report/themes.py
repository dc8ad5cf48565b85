"""The chapter of themes: under each its entries, the field for the administration, and what has no entry."""

from __future__ import annotations

from collections.abc import Iterator

from hoering.positions.titles import is_quoted
from hoering.records import Theme
from hoering.report import danish
from hoering.report.blocks import NO_QUOTE, Block, Group, Heading, Numbers, Paragraph, Quoted, Remarks, Single, Singles
from hoering.report.entries import Entries, Entry
from hoering.report.labels import stance_order
from hoering.report.parties import with_counts
from hoering.report.tally import Tally

# The anchor of the chapter.
THEMES = "temaer"


def chapter(tally: Tally, entries: Entries) -> Iterator[Block]:
    """All themes, the one most submissions touch first."""
    yield Heading("Temaer", 1, THEMES)
    if not tally.themes:
        yield Paragraph("Ingen sætninger er placeret under et tema.")
    for theme in tally.themes:
        anchor = tally.anchors[theme.code]
        yield Group(kind="theme", theme=anchor, blocks=tuple(_theme(theme, anchor, tally, entries)))


def title_of(theme: Theme) -> str:
    """Label with its weight, so that the list of contents alone shows what fills most."""
    return f"{theme.label} ({danish.sources(len(theme.sources))})"


def _theme(theme: Theme, anchor: str, tally: Tally, entries: Entries) -> Iterator[Block]:
    own = entries.by_theme.get(theme.code, ())
    yield Heading(title_of(theme), 2, anchor)
    yield Paragraph(theme.definition, "note")
    yield Paragraph(_weight(theme, tally), "count")
    yield Numbers(theme.sources)
    if not own:
        yield Paragraph("Ingen kritik, forslag eller støtte er fundet under temaet; det er kun omtalt.")
    several = [entry for entry in own if entry.senders > 1]
    alone = [entry for entry in own if entry.senders == 1]
    for entry in several:
        yield _group(entry, anchor, entries)
    if alone:
        count = danish.number(len(alone))
        title = f"Synspunkter, som én afsender står bag ({count})" if several else f"Synspunkter ({count})"
        yield Heading(title, 3, f"{anchor}-enkelte")
        yield Singles(theme=anchor, rows=tuple(_single(entry, entries) for entry in sorted(alone, key=_reading_order)))
    if own:
        yield Remarks()


def _weight(theme: Theme, tally: Tally) -> str:
    """ "37 henvendelser med 35 forskellige tekster, 294 sætninger. Borgere 20, Råd 5. Heraf ..."."""
    size = danish.sources(len(theme.sources))
    if 0 < theme.texts < len(theme.sources):
        size += f" med {danish.counted(theme.texts, 'tekst', 'forskellige tekster')}"
    types = with_counts(tally.types_of(theme), {}, tally.labels)
    counts = tally.stances_of(theme)
    sides = {"kritik": "kritik", "forslag": "forslag", "stoette": "støtte"}
    told = [f"{danish.number(counts[code])} med {word}" for code, word in sides.items() if counts[code]]
    stances = f" Heraf {danish.listed(told)}." if told else ""
    return f"{size}, {danish.sentences(theme.sentences)}: {types}.{stances}"


def _group(entry: Entry, anchor: str, entries: Entries) -> Group:
    blocks: list[Block] = [Heading(entries.heading(entry), 3, entry.anchor), Numbers(entry.numbers)]
    blocks.append(Paragraph(entries.told(entry)))
    for other in entries.opposite(entry):
        blocks.append(Paragraph("Modsat synspunkt", "note", (other.anchor, f"»{other.title}«, {other.senders}")))
    blocks += [Quoted(quote) for quote in entry.quotes] or [Paragraph(NO_QUOTE, "note")]
    return Group(kind="entry", theme=anchor, types=tuple(entry.types), stance=entry.stance, blocks=tuple(blocks))


def _single(entry: Entry, entries: Entries) -> Single:
    """What one sender says; where the title is nothing but his own words, its direction is enough before them."""
    direction, _, words = entry.title.partition(": »")
    return Single(
        title=direction if words else entry.title,
        numbers=entry.numbers,
        sign=", ".join(entries.signs.get(code, code) for code in entry.types),
        types=tuple(entry.types),
        stance=entry.stance,
        quote=entry.quotes[0] if entry.quotes else None,
        gathered=not words,
    )


def _reading_order(entry: Entry) -> tuple[tuple[int, str], bool, tuple[int, ...], str]:
    """By stance; titles that gather before single words; then by submission."""
    return stance_order(entry.stance), is_quoted(entry.title), entry.numbers, entry.title
