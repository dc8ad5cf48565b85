"""The memo's list of changes: empty rows for a person to fill, and what a revised draft seems to take up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hoering.memo.remarks import plain
from hoering.memo.taken_up import Remark, Suggestion, TakenUp
from hoering.report import danish
from hoering.report.blocks import Block, Grid, Heading, Paragraph

EDITORIAL = "Sproglige og redaktionelle ændringer"
CAPTION = "Bemærkninger, der fører til ændringer"
_EMPTY_ROWS = 3


def changes(titles: Sequence[str], taken_up: TakenUp | None = None) -> Iterator[Block]:
    """The chapter of changes.

    Args:
        titles: the memo's own sections, in its order.
        taken_up: the revised draft held against the remarks, where there is one.
    """
    yield Heading("Ændringer som følge af høringen", 1, "aendringer")
    yield Paragraph(
        "Udfyldes af forvaltningen. Fører høringen ikke til ændringer, skrives det her: »Høringen giver ikke "
        "anledning til ændringer.«"
    )
    if taken_up is None:
        rows = [(title, "", "") for title in titles] or [("", "", "")] * _EMPTY_ROWS
        yield Grid(
            caption=CAPTION,
            columns=("Afsnit i udkastet", "Bemærkning og afsender", "Ændring"),
            rows=(*rows, (EDITORIAL, "", "")),
            widths=(50, 58, 58),
        )
    else:
        yield from _suggested(titles, taken_up)


def _suggested(titles: Sequence[str], taken_up: TakenUp) -> Iterator[Block]:
    found = taken_up.suggestions
    name = plain(taken_up.revised.document)
    yield Paragraph(
        f"Rækkerne med ord fra det nye udkast, {name}, er forslag fra et program. Det har holdt bemærkningerne op mod "
        "udkastet før og efter høringen og viser nye og omskrevne steder, som ser ud til at tage en bemærkning op. "
        "Læs hvert forslag efter: Programmet kan tage fejl, og ændringen kan have en anden grund end høringen. "
        "Udkastets ord er ordrette.",
        "caution",
    )
    yield Paragraph(_count(found))
    yield Grid(
        caption=CAPTION,
        columns=("Afsnit i udkastet", "Bemærkning og afsender (forslag)", "Ord i det nye udkast (forslag)", "Ændring"),
        rows=(*_rows(titles, taken_up), (EDITORIAL, "", "", "")),
        widths=(32, 56, 46, 32),
        headed=True,
    )


def _count(found: Sequence[Suggestion]) -> str:
    if not found:
        return (
            "Programmet har ikke fundet nye steder i udkastet, som tager en bemærkning op. Det er ikke det samme, som "
            "at der ingen er."
        )
    remarks = sum(len(item.remarks) for item in found)
    return (
        f"Forslagene er {danish.counted(remarks, 'bemærkning', 'bemærkninger')} ved "
        f"{danish.counted(len(found), 'sted', 'steder')} i det nye udkast. Ros og det, én afsender siger med helt egne "
        "ord, er ikke med; »hoering coverage« med »--mod« viser alle synspunkter og alle ændringer i teksten."
    )


def _rows(titles: Sequence[str], taken_up: TakenUp) -> Iterator[tuple[str, str, str, str]]:
    """Suggestions, and an empty row for each section of the memo without any, in the revised draft's order."""
    known = {plain(title): place for place, title in reversed(list(enumerate(taken_up.sections)))}
    met = {plain(item.section) for item in taken_up.suggestions}
    rows = [(known[plain(item.section)], plain(item.section), item) for item in taken_up.suggestions]
    empty = [(known.get(title, len(known)), title, None) for title in map(plain, titles) if title not in met]
    for _, title, item in sorted([*rows, *empty], key=lambda row: row[0]):
        yield (title, "", "", "") if item is None else (title, *_cells(item), "")


def _cells(item: Suggestion) -> tuple[str, str]:
    return "\n\n".join(map(_remark, item.remarks)), f"»{plain(item.text)}« (s.\u00a0{item.page})"


def _remark(remark: Remark) -> str:
    numbers = danish.listed([str(number) for number in remark.numbers])
    return f"{plain(remark.title)}\nHenvendelse {numbers}; før {remark.before}, nu {remark.now}"
