"""One page for the busy: five to eight findings, each a sentence with its count and the way to what stands behind it.

No sentence here is written about content. A finding counts, and names a theme or a position by its title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoering.records import Theme
from hoering.report import danish
from hoering.report.blocks import referring
from hoering.report.entries import Entries, Entry
from hoering.report.parties import by_type, with_counts
from hoering.report.tally import Tally

AT_MOST = 8
# With more on a shared first place than this, "the most" says nothing.
TIED_AT_MOST = 3
TIED_AT_FIRST = 6
_POSITIONS = {"kritik": 2, "forslag": 2, "stoette": 1}
_FIRST = {
    "kritik": ("Den kritik, flest står bag, er", "Dernæst"),
    "forslag": ("Det ønske, flest står bag, er", "Dernæst"),
    "stoette": ("Den støtte, flest giver, er", "Dernæst"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A sentence; ``anchor`` and ``label`` are the heading it refers to, ``entry`` the position it is about."""

    sentence: str
    anchor: str = ""
    label: str = ""
    entry: Entry | None = None


def top_findings(tally: Tally, entries: Entries) -> list[Finding]:
    """At most eight findings; fewer than five only where there is too little to compare.

    Args:
        tally: the counts.
        entries: the positions.
    """
    themes = [theme for theme in tally.themes if theme.sentences]
    found = [
        *_widest(themes, tally),
        *_wanted(entries, tally),
        *_divided(themes, tally),
        *_broadest(themes, tally),
        *_most(themes, tally),
        *_sums(entries),
        *_silent(tally),
    ]
    return found[:AT_MOST]


def _widest(themes: Sequence[Theme], tally: Tally) -> Iterator[Finding]:
    """The theme most submissions touch, and the one that comes next."""
    used = danish.number(len(tally.material.answers))
    sizes = sorted({len(theme.sources) for theme in themes}, reverse=True)
    for rank, size in enumerate(sizes[:2]):
        tied = [theme for theme in themes if len(theme.sources) == size]
        if len(tied) > (TIED_AT_MOST if rank else TIED_AT_FIRST):
            return
        names = danish.listed([f"»{theme.label}«" for theme in tied])
        spread = f"({danish.number(size)} af {used})"
        if rank:
            start = f"Derefter kommer {names} {spread}"
        elif len(tied) == 1:
            start = f"{names} er det tema, flest henvendelser berører {spread}"
        else:
            start = f"{names} er de temaer, flest henvendelser berører {spread}"
        sides = _sides(tied[0], tally) if len(tied) == 1 else ""
        yield Finding(sentence=f"{start}{sides}.", anchor=tally.anchors[tied[0].code], label=tied[0].label)


def _wanted(entries: Entries, tally: Tally) -> Iterator[Finding]:
    """The positions of each stance that most are behind; what only one says is nobody's most."""
    for stance, most in _POSITIONS.items():
        own = [entry for entry in entries.largest if entry.stance == stance and entry.senders > 1]
        for rank, entry in enumerate(own[:most]):
            who = danish.counted(entry.senders, "afsender", "afsendere")
            start = _FIRST[stance][min(rank, 1)]
            yield Finding(
                sentence=f"{start} »{entry.title}« ({who}: {entries.by_type(entry)}; {referring(entry.numbers)}).",
                anchor=entry.anchor,
                label=tally.material.book.label_of(entry.theme),
                entry=entry,
            )


def _divided(themes: Sequence[Theme], tally: Tally) -> Iterator[Finding]:
    """The theme where criticism and support are both strongest."""
    counts = {theme.code: tally.stances_of(theme) for theme in themes}
    top = max((min(own["kritik"], own["stoette"]) for own in counts.values()), default=0)
    tied = [theme for theme in themes if min(counts[theme.code]["kritik"], counts[theme.code]["stoette"]) == top]
    if top < 2 or len(tied) > 1:
        return
    (theme,) = tied
    against, for_it = counts[theme.code]["kritik"], counts[theme.code]["stoette"]
    yield Finding(
        sentence=f"Meningerne er mest delte om »{theme.label}«: {danish.sources(against)} med kritik "
        f"og {danish.number(for_it)} med støtte.",
        anchor=tally.anchors[theme.code],
        label=theme.label,
    )


def _broadest(themes: Sequence[Theme], tally: Tally) -> Iterator[Finding]:
    """The theme most types of senders speak about."""
    counts = {theme.code: tally.types_of(theme) for theme in themes}
    top = max((len(own) for own in counts.values()), default=0)
    tied = [theme for theme in themes if len(counts[theme.code]) == top]
    if top < 2 or len(tied) > 1:
        return
    (theme,) = tied
    own = counts[theme.code]
    yield Finding(
        sentence=f"»{theme.label}« er det tema, flest slags afsendere tager op ({danish.number(top)}): "
        f"{with_counts(own, {}, tally.labels)}.",
        anchor=tally.anchors[theme.code],
        label=theme.label,
    )


def _most(themes: Sequence[Theme], tally: Tally) -> Iterator[Finding]:
    """For each stance the theme in which most submissions take it."""
    words = {"kritik": "kritik", "forslag": "ønsker og forslag", "stoette": "støtte"}
    for stance, word in words.items():
        counts = [(tally.stances_of(theme)[stance], theme) for theme in themes]
        top = max((count for count, _ in counts), default=0)
        tied = [theme for count, theme in counts if count == top]
        # With a single theme there is nothing to be most among.
        if top and len(tied) <= TIED_AT_MOST and len(themes) > 1:
            names = danish.listed([f"»{theme.label}«" for theme in tied])
            each = " hver" if len(tied) > 1 else ""
            yield Finding(
                sentence=f"Flest henvendelser med {word} er der om {names} ({danish.number(top)}{each}).",
                anchor=tally.anchors[tied[0].code],
                label=tied[0].label,
            )


def _sums(entries: Entries) -> Iterator[Finding]:
    """How many positions there are, and how many more than one sender is behind."""
    own = entries.largest
    if len(own) < 2:
        return
    words = {"kritik": "med kritik eller bekymring", "forslag": "med ønsker og forslag", "stoette": "med støtte og ros"}
    counts = {word: sum(entry.stance == stance for entry in own) for stance, word in words.items()}
    told = danish.listed([f"{danish.number(count)} {word}" for word, count in counts.items() if count])
    several = sum(entry.senders > 1 for entry in own)
    shared = f"{danish.number(several)} af dem har mere end én afsender bag sig" if several else "én afsender bag hvert"
    yield Finding(
        sentence=f"Under temaerne står {danish.number(len(own))} synspunkter: {told}; {shared}.",
        anchor="temaer",
        label="Temaer",
    )


def _silent(tally: Tally) -> Iterator[Finding]:
    """The parties of the codebook that nobody has written as."""
    answering = by_type(tally.material.answers)
    missing = [code.label for code in tally.material.book.actors if not answering[code.id]]
    if missing and answering:
        yield Finding(
            sentence=f"Der er ingen henvendelser fra: {danish.listed(missing)}.", anchor="metode", label="Hvem mangler"
        )


def _sides(theme: Theme, tally: Tally) -> str:
    """How many submissions criticise, propose and support, after a colon; nothing where none do."""
    counts = tally.stances_of(theme)
    words = {"kritik": "rummer kritik", "forslag": "rummer forslag", "stoette": "rummer støtte"}
    parts = [f"{danish.number(counts[code])} {words[code]}" for code in words if counts[code]]
    return f": {danish.listed(parts)}" if parts else ""
