"""The sheets of positions: what is wanted, by how many, and every claim that stands behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hoering.appendix.basis import Basis, rows_of
from hoering.appendix.places import PLACE, QUOTE
from hoering.positions import Position
from hoering.report.blocks import REMARKS
from hoering.spreadsheet import Column, Sheet, Value

_POSITIONS = (
    Column("Tema", 28),
    Column("Holdning", 19),
    Column("Synspunkt", 56),
    Column("Afsendere", 11, "count"),
    Column("Afsendere efter type", 28),
    Column("Henvendelser", 20),
    Column("Rettet mod", 22),
    Column("Forskellige tekster", 12, "count"),
    Column("Påstande", 10, "count"),
    Column("Heraf kun tilslutning", 14),
    Column("Fælles ord", 26),
    Column("Lighed", 9, "score"),
    Column("Hvorfor samlet", 40),
    Column(REMARKS, 40),
    Column("Synspunkt-id", 15),
)
_MEMBERS = (
    Column("Tema", 24),
    Column("Holdning", 19),
    Column("Synspunkt", 44),
    Column("Henvendelse", 13, "count"),
    Column("Afsender", 28),
    Column("Afsendertype", 20),
    QUOTE,
    *PLACE,
    Column("Hvordan", 24),
    Column("Hvis synspunkt", 20),
    Column("Taler", 18),
    Column("Rettet mod", 20),
    Column("Lighed", 9, "score"),
    Column("Synspunkt-id", 15),
    Column("Påstand-id", 15),
)
_BASIS = {"claim": "egen påstand", "joins": "tilslutter sig en andens svar"}


def positions(basis: Basis) -> Sheet:
    """One row for each position, with an empty field for the administration, in the order of the table."""
    rows = [
        (
            basis.theme(position.theme),
            basis.labels.stance(position.stance),
            position.title,
            position.senders,
            ", ".join(f"{basis.labels.actor(code)} {count}" for code, count in position.sender_types.items()),
            ", ".join(map(str, position.numbers)),
            basis.actor(position.target_actor),
            position.texts,
            position.claims,
            ", ".join(map(str, position.joined)),
            ", ".join(position.words),
            position.score,
            position.why,
            "",
            position.position_id,
        )
        for position in basis.material.positions
    ]
    about = "Hvad afsenderne vil, kritiserer eller roser, samlet, når de siger det samme, med tomt felt til jeres svar."
    return Sheet("Synspunkter", about, _POSITIONS, rows, fixed=3)


def members(basis: Basis) -> Sheet:
    """One row for each claim in a position and for each that joins it."""
    known = {position.position_id: position for position in basis.material.positions}
    behind = rows_of(basis.material.table("position_members"))
    rows = [_member(row, known[str(row["position_id"])], basis) for row in behind]
    about = "Hvem der står bag hvert synspunkt: henvendelsen, citatet og stedet i dokumentet."
    return Sheet("Synspunkternes henvendelser", about, _MEMBERS, rows)


def _member(row: Mapping[str, Any], position: Position, basis: Basis) -> tuple[Value, ...]:
    place = basis.place(row)
    return (
        basis.theme(position.theme),
        basis.labels.stance(position.stance),
        position.title,
        place.number,
        row["sender"],
        basis.labels.actor(row["sender_type"]),
        basis.words(place),
        *place.cells,
        _BASIS.get(row["basis"], row["basis"]),
        basis.actor(row["voice"]),
        row["speaker"],
        basis.actor(row["target_actor"]),
        float(row["likeness"]),
        row["position_id"],
        row["concern_id"],
    )
