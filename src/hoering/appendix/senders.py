"""The sheet of senders: all that was received, also what has no remarks or was set aside."""

from __future__ import annotations

from collections import Counter

from hoering.appendix.basis import Basis
from hoering.records import Source
from hoering.report import danish
from hoering.report.appendix import joins
from hoering.report.opening import STATUS_LABELS, reason_of
from hoering.spreadsheet import Column, Sheet, Value, day

_COLUMNS = (
    Column("Nr.", 6, "count"),
    Column("Afsender", 34),
    Column("Afsendertype", 24),
    Column("Form", 15),
    Column("Dato", 12, "date"),
    Column("Status", 14),
    Column("Bemærkninger", 16),
    Column("Temaer", 9, "count"),
    Column("Påstande", 10, "count"),
    Column("Tilslutning", 30),
    Column("Enslydende breve", 26),
    Column("Hvorfor lagt til side", 40),
    Column("Emne", 40),
    Column("Fase", 14),
    Column("Spor", 14),
    Column("Sider", 7, "count"),
    Column("Dokument", 44),
)


def senders(basis: Basis) -> Sheet:
    """One row for each thing received, those in use first, by their numbers."""
    themes = Counter(number for theme in basis.tally.themes for number in theme.sources)
    claims = Counter(concern.number for concern in basis.material.concerns)
    told = joins(basis.tally)
    ordered = sorted(basis.material.sources, key=lambda s: (s.number == 0, s.number, s.document, s.source))
    rows = []
    for source in ordered:
        used = source.status == "used"
        number = source.number if used else 0
        rows.append(
            (
                number or None,
                basis.sender(source) if source.kind or source.sender else "",
                basis.labels.actor(source.sender_type) if used or source.sender_type else "",
                basis.labels.kind(source.kind),
                _date(source),
                "Brugt" if used else STATUS_LABELS[source.status],
                _remarks(source, basis),
                themes[number] if used else None,
                claims[number] if used else None,
                "; ".join(told.get(number, ())) if used else "",
                source.group,
                "" if used else reason_of(source),
                source.subject,
                source.phase,
                source.track,
                source.pages if used else None,
                source.document,
            )
        )
    about = "Alt, hvad der er modtaget: med og uden bemærkninger, og det, der er lagt til side, med grunden."
    return Sheet("Afsendere", about, _COLUMNS, rows, fixed=2)


def _date(source: Source) -> Value:
    found = day(source.date)
    return danish.date(source.date) if isinstance(found, str) else found


def _remarks(source: Source, basis: Basis) -> str:
    if source.status != "used":
        return ""
    if source.kind == "politik":
        return "selve udkastet"
    return "med" if source.number in basis.tally.remarked else "uden"
