"""A quotation as reports print it: verbatim words, whose they are, and the way back to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hoering.fillers import Omission, omissions
from hoering.records import Quotation, Source, Theme
from hoering.report.labels import Labels

NO_SENDER = "Ukendt afsender"

# Kinds of sources that were spoken: "øh" in a letter is the writer's choice.
_SPOKEN = frozenset({"interview"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Whose view a sentence renders: a name, the code of its type, and who else passed it on.

    ``via`` is set where the words are not the sender's own, as in a newspaper that quotes a politician.
    """

    name: str
    type: str
    via: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One printed quotation. ``type`` and ``stance`` are codes, all else is ready to read.

    ``text`` is verbatim; ``omissions`` are the places in it that may be left out to show it without fillers.
    ``source``, ``page``, ``start`` and ``end`` are its place, as in `hoering.records.Quotation`.
    """

    text: str
    who: str
    reference: str
    number: int
    document: str
    type: str
    stance: str
    source: str = ""
    page: int = 1
    start: int = 0
    end: int = 0
    omissions: tuple[Omission, ...] = ()

    @property
    def spot(self) -> str:
        """Page and offsets: "s. 2, tegn 350–420"."""
        return f"s. {self.page}, tegn {self.start}–{self.end}"


def relayed(quotation: Quotation) -> bool:
    """Whether the words render another kind of party than the sender."""
    return quotation.voice not in ("", "ukendt", quotation.sender_type)


def party_of(quotation: Quotation, labels: Labels) -> Party:
    """Whose view a quotation renders: the sender's own, or that of the one the sender quotes."""
    sender = quotation.sender or NO_SENDER
    if not relayed(quotation):
        return Party(name=sender, type=quotation.sender_type or "ukendt")
    name = quotation.speaker or labels.actor(quotation.voice)
    return Party(name=name, type=quotation.voice, via=sender)


def quote_of(quotation: Quotation, labels: Labels, kinds: Mapping[str, str]) -> Quote:
    """A quotation made ready to print; ``kinds`` maps source ids to codes of kinds."""
    party = party_of(quotation, labels)
    kind = kinds.get(quotation.source, "")
    return Quote(
        text=quotation.text,
        who=_one_line(_who(quotation, party, labels)),
        reference=_reference(quotation, labels.kind(kind)),
        number=quotation.number,
        document=_one_line(quotation.document),
        type=party.type,
        stance=quotation.stance,
        source=quotation.source,
        page=quotation.page,
        start=quotation.start,
        end=quotation.end,
        omissions=tuple(omissions(quotation.text)) if kind in _SPOKEN else (),
    )


def _one_line(name: str) -> str:
    """A name as it stands below a quotation, where a line end would part it."""
    return " ".join(name.split())


def kinds_of(sources: Iterable[Source]) -> dict[str, str]:
    """Source id to the code of its kind."""
    return {source.source: source.kind for source in sources}


def places(themes: Iterable[Theme]) -> Iterator[tuple[str, int, int]]:
    """Source, start and end of every quotation; a sentence under two themes comes twice."""
    for theme in themes:
        for quotation in theme.quotations:
            yield place_of(quotation)


def place_of(quotation: Quotation) -> tuple[str, int, int]:
    """What tells one sentence from another."""
    return quotation.source, quotation.start, quotation.end


def _who(quotation: Quotation, party: Party, labels: Labels) -> str:
    """Name, type and, where it is someone else, the sender: "Mette F. · Borgere · Fokusgruppe 2"."""
    name = quotation.speaker or party.name
    label = labels.actor(party.type)
    tail = f"gengivet af {party.via}" if party.via else party.name
    # Each part once: a citizen known only as "Borgere" is not "Borgere · Borgere".
    return " · ".join(dict.fromkeys((name, label, tail)))


def _reference(quotation: Quotation, kind: str) -> str:
    parts = [
        f"Henvendelse {quotation.number}",
        kind[:1].lower() + kind[1:],
        f"s. {quotation.page}",
        f"tegn {quotation.start}–{quotation.end}",
    ]
    return ", ".join(part for part in parts if part)
