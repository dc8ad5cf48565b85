"""What this package makes: positions, and the claims and joiners that stand behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from hoering.records import Quotation

Basis = Literal["claim", "joins"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A concern under one of its themes: what is grouped.

    ``quote`` is the sentence of the concern that is coded with the theme and says it best, verbatim, and ``start`` and
    ``end`` its place in the raw text (code points, end exclusive); ``also`` are the concern's other sentences with the
    theme, each its place and text. ``coding_id`` is the theme's coding on the sentence, ``""`` where the theme was
    taken over from the sentence before. ``weight`` is the concern's score.
    """

    concern_id: str
    coding_id: str
    source: str
    number: int
    document: str
    page: int
    start: int
    end: int
    quote: str
    voice: str
    speaker: str
    sender: str
    sender_type: str
    theme: str
    stance: str
    target_actor: str
    weight: float
    also: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One that stands behind a position: a claim, or (``basis`` "joins") a source that joins a claimant's answer.

    Fields as in `Claim`; for a joiner the place is where it joins, and ``concern_id`` and ``coding_id`` are ``""``.
    ``rank`` is its place, from 1, in the order of quotations worth showing; ``likeness`` (0 to 1) tells how close the
    claim is to the rest of the position.
    """

    rank: int
    basis: Basis
    concern_id: str
    coding_id: str
    source: str
    number: int
    document: str
    page: int
    start: int
    end: int
    quote: str
    voice: str
    speaker: str
    sender: str
    sender_type: str
    target_actor: str
    also: tuple[tuple[int, int], ...]
    likeness: float

    def quotation(self, stance: str) -> Quotation:
        """What it says, as a report may print it; ``stance`` is that of the position."""
        return Quotation(
            coding_id=self.coding_id,
            source=self.source,
            number=self.number,
            document=self.document,
            page=self.page,
            start=self.start,
            end=self.end,
            text=self.quote,
            speaker=self.speaker,
            sender=self.sender,
            sender_type=self.sender_type,
            voice=self.voice,
            stance=stance,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What several senders (or one) want, criticise or praise, under one theme.

    ``senders`` is n, ``numbers`` the sources' numbers in reports, ``sender_types`` senders by type (their sum is n),
    ``texts`` the different texts among them, ``claims`` how many claims, ``joined`` the numbers of sources that are
    here only because they join another's answer. ``words`` are words the claims share. ``score`` is how alike the
    claims are, from 0 to 1 (an order, no probability). ``members`` come in the order they are worth showing.
    """

    position_id: str
    theme: str
    stance: str
    target_actor: str
    title: str
    senders: int
    numbers: tuple[int, ...]
    sender_types: Mapping[str, int]
    texts: int
    claims: int
    joined: tuple[int, ...]
    words: tuple[str, ...]
    score: float
    why: str
    members: tuple[Member, ...]

    @property
    def quotations(self) -> tuple[Member, ...]:
        """The claims to quote, at most four, those of joiners left out."""
        return tuple(member for member in self.members if member.basis == "claim")[:4]
