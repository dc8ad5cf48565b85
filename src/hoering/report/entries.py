"""The entries under a theme: one for each position, with who is behind it, their numbers and their own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hoering.positions import Position
from hoering.positions.titles import is_quoted
from hoering.records import Problem, Quotation, Source
from hoering.report import danish
from hoering.report.parties import letters, named, with_counts
from hoering.report.quotes import NO_SENDER, Quote, kinds_of, quote_of
from hoering.report.tally import Tally
from hoering.report.telling import stands_alone
from hoering.report.verify import verified

QUOTES_PER_ENTRY = 4
_OPPOSITE = {"kritik": ("stoette",), "forslag": (), "stoette": ("kritik",)}
# How a position is titled that only thanks for being heard.
_COURTESY = "Tak for"
_WORRY = "Bekymring"
_SAID = {
    "kritik": ("Kritikken kommer fra", "Den"),
    "forslag": ("Ønsket kommer fra", "Det"),
    "stoette": ("Støtten kommer fra", "Den"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One position as it is printed.

    ``senders`` is how many are behind it, ``types`` how many of each type, ``numbers`` their submissions, ``joined``
    those of them that only join another's answer, ``relayed`` those that only render somebody else's view, as a
    newspaper does; ``words`` are words the claims share; ``quotes`` are up to four, of different senders first.
    """

    anchor: str
    position: str
    theme: str
    stance: str
    target: str
    title: str
    senders: int
    types: Mapping[str, int]
    numbers: tuple[int, ...]
    joined: tuple[int, ...]
    claims: int
    words: tuple[str, ...]
    relayed: frozenset[int]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Entries:
    """All entries of a report, from the tables ``positions`` and ``position_members``."""

    tally: Tally

    @cached_property
    def _made(self) -> tuple[list[Entry], list[Problem]]:
        quotes, problems = self._quotes()
        made = [
            _entry(index, position, quotes[position.position_id])
            for index, position in enumerate(self.tally.material.positions, 1)
        ]
        return made, problems

    @property
    def all(self) -> list[Entry]:
        """Every entry, also those that are about no theme."""
        return self._made[0]

    @property
    def refused(self) -> list[Problem]:
        """A problem for each quotation that could not be found again."""
        return self._made[1]

    @cached_property
    def by_theme(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries by the code of their theme, those most senders are behind first."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.all:
            found[entry.theme].append(entry)
        return {theme: tuple(sorted(own, key=weight)) for theme, own in found.items()}

    @cached_property
    def largest(self) -> list[Entry]:
        """Entries about a theme, those most senders are behind first."""
        return sorted((entry for entry in self.all if entry.theme), key=weight)

    def opposite(self, entry: Entry) -> list[Entry]:
        """Entries of the same theme on the other side that share a word with it, the largest first, two at most."""
        own = self.by_theme[entry.theme]
        against = (other for other in own if other.stance in _OPPOSITE[entry.stance] and other.senders > 1)
        return [other for other in against if set(other.words) & set(entry.words)][:2]

    def where(self, entry: Entry) -> str:
        """The anchor of the heading an entry stands under: its own, or its theme's where one sender is behind it."""
        return entry.anchor if entry.senders > 1 else self.tally.anchors[entry.theme]

    def of_type(self, kind: str) -> list[Entry]:
        """Entries that senders of a type are behind, those most of them are behind first; of one title the first."""
        own = [entry for entry in self.all if entry.theme and entry.types.get(kind)]
        return worth_listing(sorted(own, key=lambda e: (-e.types[kind], *weight(e))))

    @cached_property
    def signs(self) -> Mapping[str, str]:
        """The letters that stand for types of senders."""
        return letters(self.tally.labels)

    def heading(self, entry: Entry) -> str:
        """ "(5, B 3, R 2) Ønske om én fast sagsbehandler"."""
        return f"({danish.number(entry.senders)}, {self.by_type(entry)}) {entry.title}"

    def by_type(self, entry: Entry) -> str:
        """ "B 3, R 2"."""
        return with_counts(entry.types, self.signs, self.tally.labels)

    def sources(self, entry: Entry) -> list[Source]:
        """The submissions behind an entry."""
        return [self.tally.by_number[number] for number in entry.numbers]

    def told(self, entry: Entry) -> str:
        """Who is behind the position and whom it is directed at, in plain Danish."""
        start, it = _SAID[entry.stance]
        if entry.title.startswith(_WORRY):
            start = start.replace("Kritikken", "Bekymringen")
        own = [source for source in self.sources(entry) if source.number not in entry.relayed]
        passed = [source.sender or NO_SENDER for source in self.sources(entry) if source.number in entry.relayed]
        who = named(own, self.tally.labels)
        if passed:
            by = f"gengivet af {danish.listed(list(dict.fromkeys(passed)))}"
            who = f"{who}; desuden {by}" if who else f"andre, {by}"
        target = f"er rettet mod {self.tally.labels.actor(entry.target).lower()}" if entry.target else ""
        if target and not passed:
            text = f"{start} {who} og {target}."
        else:
            text = f"{start} {who}." + (f" {it} {target}." if target else "")
        if entry.joined:
            listed = danish.listed([str(number) for number in entry.joined])
            text += f" Henvendelse {listed} tilslutter sig en andens svar."
        return text

    def _quotes(self) -> tuple[dict[str, list[Quote]], list[Problem]]:
        """Verified quotations by position, in the order they are worth showing."""
        material = self.tally.material
        kinds = kinds_of(material.sources)
        found: dict[str, list[Quote]] = {}
        problems: dict[Problem, None] = {}
        for position in material.positions:
            said = (member for member in position.members if member.basis == "claim")
            good, bad = verified(_different(member.quotation(position.stance) for member in said), material.texts)
            found[position.position_id] = [quote_of(q, self.tally.labels, kinds) for q in good[:QUOTES_PER_ENTRY]]
            problems |= dict.fromkeys(bad)
        return found, list(problems)


def weight(entry: Entry) -> tuple[int, int, str]:
    """Sort key that puts the entries most are behind first."""
    return -entry.senders, -entry.claims, entry.title


def worth_listing(entries: Iterable[Entry]) -> list[Entry]:
    """Those a list of what is said most has room for: each title once, and nothing that tells nothing by itself.

    A sentence of two themes stands under both. Thanks for being heard are no view on anything. Where nothing tells
    anything by itself, all is listed: that there is something must not be hidden.
    """
    once: dict[str, Entry] = {}
    for entry in entries:
        once.setdefault(entry.title, entry)
    return [entry for entry in once.values() if _tells(entry)] or list(once.values())


def _tells(entry: Entry) -> bool:
    if is_quoted(entry.title) and entry.quotes:
        return stands_alone(entry.quotes[0].text)
    return not entry.title.startswith(_COURTESY)


def _entry(index: int, position: Position, quotes: Sequence[Quote]) -> Entry:
    return Entry(
        anchor=f"synspunkt-{index}",
        position=position.position_id,
        theme=position.theme,
        stance=position.stance,
        target=position.target_actor,
        title=position.title,
        senders=position.senders,
        types={code or "ukendt": count for code, count in position.sender_types.items()},
        numbers=position.numbers,
        joined=position.joined,
        claims=position.claims,
        words=position.words,
        relayed=_relayed(position),
        quotes=tuple(quotes),
    )


def _relayed(position: Position) -> frozenset[int]:
    """Submissions that only render somebody else's view."""
    own = {member.number for member in position.members if member.voice in ("", "ukendt", member.sender_type)}
    return frozenset(set(position.numbers) - own)


def _different(quotations: Iterable[Quotation]) -> list[Quotation]:
    """Those with words of their own first, so that a campaign is quoted once."""
    seen: dict[str, Quotation] = {}
    for quotation in quotations:
        seen.setdefault(" ".join(quotation.text.casefold().split()), quotation)
    return list(seen.values())
