"""The comparison as a spreadsheet: every number and every position, also those the paper has no room for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hoering.appendix.numbers import numbers
from hoering.appendix.places import PLACE, QUOTE, Checked, Place
from hoering.comparison.counting import Cell, Comparison
from hoering.comparison.paper import ComparisonPaper, method, period
from hoering.records import Problem
from hoering.report.appendix import LIMITS
from hoering.report.caution import caution_of_several
from hoering.report.tally import STANCES
from hoering.spreadsheet import Column, Front, Sheet, Value, spreadsheet_bytes

_PARTS = (
    Column("Materiale", 30),
    Column("Henvendelser", 14, "count"),
    Column("Afsendere", 12, "count"),
    Column("Periode", 36),
    Column("Kodebog", 24),
    Column("Koder", 22),
    Column("Version", 14),
)
_THEMES = (
    Column("Tema", 34),
    Column("Materiale", 26),
    Column("Henvendelser", 14, "count"),
    Column("Andel", 9, "share"),
    Column("Af", 8, "count"),
    Column("Afsendere", 12, "count"),
    Column("Med kritik", 11, "count"),
    Column("Med forslag", 11, "count"),
    Column("Med støtte", 11, "count"),
)
_ACTORS = (
    Column("Hvad", 26),
    Column("Part", 34),
    Column("Materiale", 26),
    Column("Henvendelser", 14, "count"),
    Column("Andel", 9, "share"),
    Column("Af", 8, "count"),
)
_MEMBERS = (
    Column("Nr.", 7, "count"),
    Column("Tema", 26),
    Column("Holdning", 19),
    Column("Synspunkt", 44),
    Column("Materiale", 22),
    Column("Henvendelse", 13, "count"),
    Column("Afsender", 28),
    Column("Afsendertype", 20),
    QUOTE,
    *PLACE,
)


def comparison_workbook(made: ComparisonPaper) -> tuple[bytes, list[Problem]]:
    """The spreadsheet, and a problem for each quotation that could not be found again and is left out."""
    comparison = made.comparison
    checked = Checked({key: text for part in comparison.parts for key, text in part.material.texts.items()})
    sheets = [
        _parts(comparison),
        _themes(comparison),
        _actors(comparison),
        _positions(comparison),
        _members(comparison, checked),
        numbers(made.figures),
    ]
    front = Front(
        title=f"Sammenligning: {', '.join(part.name for part in comparison.parts)}",
        sections=(
            ("", (caution_of_several(part.material for part in comparison.parts),)),
            ("Bemærk", (*comparison.shared.notes, *method(comparison))),
            ("Forbehold", LIMITS),
        ),
    )
    return spreadsheet_bytes(front, sheets), list(dict.fromkeys(checked.problems))


def _parts(comparison: Comparison) -> Sheet:
    rows = [
        (
            part.name, part.total, senders, period(part.material.answers),
            f"{part.material.settings.codebook} {part.material.settings.codebook_version}",
            part.material.settings.coder, part.material.settings.hoering,
        )
        for part, senders in zip(comparison.parts, comparison.senders, strict=True)
    ]  # fmt: skip
    return Sheet("Materialer", "Hvad der er sammenlignet, og hvor stort det er.", _PARTS, rows)


def _themes(comparison: Comparison) -> Sheet:
    rows: list[tuple[Value, ...]] = []
    for code in comparison.shared.themes:
        sides = [comparison.stance(code.id, stance) for stance in STANCES]
        for place, (part, cell) in enumerate(zip(comparison.parts, comparison.theme(code.id), strict=True)):
            sent = comparison.senders_of(place, code.id)
            rows.append((code.label, part.name, *_cells(cell), sent, *(own[place].count for own in sides)))
    return Sheet("Temaer", "Hvert fælles tema i hvert materiale, også med nul.", _THEMES, rows, fixed=2)


def _actors(comparison: Comparison) -> Sheet:
    counted: Mapping[str, Mapping[str, tuple[Cell, ...]]] = {
        "Har svaret (afsendertype)": comparison.types,
        "Bliver nævnt": comparison.mentioned,
        "Kritik, forslag eller støtte er rettet mod": comparison.addressed,
    }
    rows = [
        (what, comparison.labels.actor(code), part.name, *_cells(cell))
        for what, cells in counted.items()
        for code, own in cells.items()
        for part, cell in zip(comparison.parts, own, strict=True)
    ]
    return Sheet("Parter", "Hvem der har svaret, bliver nævnt, og hvem noget er rettet mod.", _ACTORS, rows, fixed=3)


def _positions(comparison: Comparison) -> Sheet:
    names = [part.name for part in comparison.parts]
    columns = (
        Column("Nr.", 7, "count"),
        Column("Tema", 28),
        Column("Holdning", 19),
        Column("Synspunkt", 56),
        Column("Antal materialer", 11, "count"),
        *(Column(f"Afsendere: {name}", 14, "count") for name in names),
        *(Column(f"Henvendelser: {name}", 20) for name in names),
        *(Column(f"Hedder dér: {name}", 40) for name in names),
    )
    labels = {code.id: code.label for code in comparison.themes}
    rows: list[tuple[Value, ...]] = []
    for number, common in enumerate(comparison.positions, 1):
        own = [common.by_part.get(place) for place in range(len(names))]
        rows.append(
            (
                number,
                labels[common.theme],
                comparison.labels.stance(common.stance),
                common.title,
                len(common.by_part),
                *(position.senders if position else 0 for position in own),
                *(", ".join(map(str, position.numbers)) if position else "" for position in own),
                *(position.title if position and position.title != common.title else "" for position in own),
            )
        )
    return Sheet("Synspunkter", "Hvert synspunkt, og i hvilke materialer det står.", columns, rows, fixed=4)


def _members(comparison: Comparison, checked: Checked) -> Sheet:
    return Sheet(
        "Citater", "Hvem der står bag hvert synspunkt, med citat og sted.", _MEMBERS, list(_said(comparison, checked))
    )


def _said(comparison: Comparison, checked: Checked) -> Iterator[tuple[Value, ...]]:
    labels = {code.id: code.label for code in comparison.themes}
    for number, common in enumerate(comparison.positions, 1):
        head = number, labels[common.theme], comparison.labels.stance(common.stance), common.title
        for place, position in common.by_part.items():
            for member in position.members:
                stands = Place(
                    source=member.source,
                    number=member.number,
                    document=member.document,
                    page=member.page,
                    start=member.start,
                    end=member.end,
                    quote=member.quote,
                )
                who = member.number, member.sender, comparison.labels.actor(member.sender_type)
                yield *head, comparison.parts[place].name, *who, checked.quote(stands), *stands.cells


def _cells(cell: Cell) -> tuple[Value, ...]:
    """Count, share and what it is of; no share of nothing."""
    return cell.count, cell.count / cell.total if cell.total else None, cell.total
