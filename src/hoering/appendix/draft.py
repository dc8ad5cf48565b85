"""The sheet of the draft's coverage, where `hoering coverage` has held the run's positions against a draft."""

from __future__ import annotations

import pandas as pd

from hoering.appendix.basis import Basis, rows_of
from hoering.spreadsheet import Column, Sheet

STALE = "Udkastets dækning er fra en anden kørsel og er ikke taget med. Kør »hoering coverage« igen."
_COLUMNS = (
    Column("Tema", 26),
    Column("Holdning", 19),
    Column("Synspunkt", 50),
    Column("Afsendere", 11, "count"),
    Column("Henvendelser", 20),
    Column("Forslag til vurdering", 14),
    Column("Udkastets ord", 60),
    Column("Afsnit", 30),
    Column("Side", 6, "count"),
    Column("Fra tegn", 9, "count"),
    Column("Til tegn", 9, "count"),
    Column("Nærhed", 9, "score"),
    Column("Hvorfor", 50),
    Column("I det tidligere udkast", 16),
    Column("Ændring", 16),
    Column("Udkast", 30),
    Column("Synspunkt-id", 15),
)


def is_of(coverage: pd.DataFrame, basis: Basis) -> bool:
    """Whether the table is about the positions of this run, and no other."""
    known = {position.position_id: position.title for position in basis.material.positions}
    return known == dict(zip(coverage["position_id"], coverage["title"], strict=True))


def draft(coverage: pd.DataFrame, basis: Basis) -> Sheet:
    """One row per position, as in the table ``coverage``; no place where the draft is without any passage."""
    rows = [
        (
            basis.theme(row["theme"]), basis.labels.stance(row["stance"]), row["title"], int(row["senders"]),
            row["source_numbers"], row["verdict"], row["passage"], row["section"],
            *((int(row["page"]), int(row["start"]), int(row["end"])) if row["passage"] else (None, None, None)),
            float(row["score"]), row["why"], row["earlier_verdict"], row["change"], row["draft"], row["position_id"],
        )
        for row in rows_of(coverage)
    ]  # fmt: skip
    about = "Hvert synspunkt holdt op mod udkastet, med det nærmeste sted i det. Vurderingen er et maskinelt forslag."
    return Sheet("Udkastets dækning", about, _COLUMNS, rows, fixed=3)
