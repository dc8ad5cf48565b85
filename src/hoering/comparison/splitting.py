"""One consultation split into parts by what is known of its submissions: phase, track, kind, type, folder, document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

import pandas as pd

from hoering.comparison.parts import MOST, Part
from hoering.errors import PaperError
from hoering.material import Material
from hoering.positions import Claim, Joining, Member, Position, claims_of, members_frame, positions_frame
from hoering.positions.counting import Tally as SenderTally
from hoering.records import Source
from hoering.report import danish
from hoering.report.labels import Labels

# What a person may type, in Danish or as the column is called, and the column.
COLUMNS = {
    "fase": "phase", "spor": "track", "form": "kind", "afsendertype": "sender_type", "mappe": "folder",
    "dokument": "document", "phase": "phase", "track": "track", "kind": "kind", "type": "kind",
    "sender_type": "sender_type", "folder": "folder", "document": "document",
}  # fmt: skip
CHOICES = ("fase", "spor", "form", "afsendertype", "mappe", "dokument")
_WITHOUT = {"phase": "Uden fase", "track": "Uden spor", "kind": "Uden form", "sender_type": "Ukendt"}
_TOP = "Uden mappe"
_LAST = "9999"


def split(material: Material, by: str) -> list[Part]:
    """The submissions of one run in parts; the draft is in none of them.

    Positions stay those of the run: the same one may stand in several parts, counted in each.

    Args:
        material: the tables of the run.
        by: one of `CHOICES`.

    Raises:
        PaperError: it is none of them, or the parts are fewer than two or too many.
    """
    if by not in COLUMNS:
        raise PaperError(f"--efter kan være {danish.listed(CHOICES)}.")
    column = COLUMNS[by]
    found: dict[str, list[Source]] = defaultdict(list)
    for source in material.answers:
        found[_value(source, column)].append(source)
    if len(found) < 2:
        what = f": »{_named(next(iter(found)), column, material)}«" if found else ""
        raise PaperError(f"Alle henvendelser har samme {by}{what}. Der er intet at sammenligne.")
    if len(found) > MOST:
        raise PaperError(f"Højst {MOST} kan sammenlignes på én gang, men delt efter {by} er der {len(found)} dele.")
    ordered = sorted(found, key=_order(column, found, material))
    behind = _Behind.of(material)
    return [
        Part(_named(value, column, material), _kept(material, {s.source for s in found[value]}, behind), sliced=True)
        for value in ordered
    ]


def _value(source: Source, column: str) -> str:
    if column == "folder":
        return source.document.rpartition("/")[0]
    return str(getattr(source, column))


def _named(value: str, column: str, material: Material) -> str:
    if not value:
        return _TOP if column == "folder" else _WITHOUT[column]
    labels = Labels.of(material.book)
    if column == "sender_type":
        return labels.actor(value)
    return labels.kind(value) if column == "kind" else value[:1].upper() + value[1:] if column == "phase" else value


def _order(column: str, found: Mapping[str, Sequence[Source]], material: Material) -> Callable[[str], tuple[Any, ...]]:
    """Phases by their first date, types and kinds by their labels' order, all else by name; the nameless last."""
    labels = Labels.of(material.book)

    def key(value: str) -> tuple[Any, ...]:
        if column == "phase":
            return not value, min(s.date or _LAST for s in found[value]), value
        if column == "sender_type":
            return not value, *labels.actor_order(value)
        if column == "kind":
            kinds = list(labels.kinds)
            return not value, kinds.index(value) if value in kinds else len(kinds), value
        return not value, value.casefold(), value

    return key


def _kept(material: Material, sources: AbstractSet[str], behind: _Behind) -> Material:
    """The rows of some sources."""
    frames = {
        name: frame[frame["source"].isin(sources)].reset_index(drop=True) if "source" in frame else frame
        for name, frame in material.frames.items()
        if name not in ("positions", "position_members")
    }
    kept = [own for position in material.positions if (own := behind.within(position, sources)) is not None]
    frames |= {"positions": positions_frame(kept), "position_members": members_frame(kept)}
    return Material(frames=frames, settings=material.settings)


class _Behind:
    """Counts who is behind a position among some of the sources, as `hoering.positions` counts among all."""

    def __init__(self, claims: Mapping[tuple[str, str], Claim], tally: SenderTally) -> None:
        self.claims = claims
        self.tally = tally

    @classmethod
    def of(cls, material: Material) -> _Behind:
        claims = {(claim.concern_id, claim.theme): claim for claim in claims_of(material.concerns, material.codings)}
        return cls(claims, SenderTally(material.by_id, material.own, {}, material.book.private))

    def within(self, position: Position, sources: AbstractSet[str]) -> Position | None:
        """The position as it stands in some of the sources, None where nobody of them is behind it."""
        own = [member for member in position.members if member.source in sources]
        if not own:
            return None
        joining = list(self._joining(own))
        claims = [
            self.claims[member.concern_id, position.theme]
            for member in own
            if member.basis == "claim" and (member.concern_id, position.theme) in self.claims
        ]
        counts = self.tally.counts(claims, joining)
        return replace(
            position,
            senders=counts.senders,
            numbers=counts.numbers,
            sender_types=counts.sender_types,
            texts=counts.texts,
            claims=len(claims),
            joined=tuple(sorted(item.source.number for item in joining)),
            members=tuple(replace(member, rank=rank) for rank, member in enumerate(own, 1)),
        )

    def _joining(self, members: Sequence[Member]) -> Iterator[Joining]:
        for member in members:
            if member.basis == "joins":
                source = self.tally.sources[member.source]
                yield Joining(source=source, joins="", page=member.page, start=member.start, end=member.end,
                              quote=member.quote)  # fmt: skip


def frame_of(parts: Sequence[Part]) -> pd.DataFrame:
    """Names and sizes of parts, for a notebook."""
    return pd.DataFrame([(part.name, part.total) for part in parts], columns=["Materiale", "Henvendelser"])
