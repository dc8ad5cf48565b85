"""The table form (høringsskema): one row per sender, the topics as headings inside the cell, a column to comment in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hoering.memo.note import Memo
from hoering.memo.remarks import answer_numbers, plain, spot
from hoering.memo.statements import Statement
from hoering.records import Source
from hoering.report.blocks import Block, Grid, Heading, Paper, Paragraph
from hoering.report.parties import speaking

GENERAL = "Generelt"
_NONE = "Ingen bemærkninger."


def schema_paper(memo: Memo) -> Paper:
    """The memo as a table: Organisation, Bemærkninger, Kommentarer."""
    changed = memo.changes() if memo.taken_up else ()
    blocks = [*memo.head(), *memo.introduction(), *memo.replies.chapters(), *_table(memo), *changed, *memo.appendix()]
    return Paper(title="Høringsskema", subtitle=memo.title, blocks=tuple(blocks))


def _table(memo: Memo) -> Iterator[Block]:
    yield Heading("Bemærkninger fra hver afsender", 1, "skema", new_page=True)
    yield Paragraph(
        "Emnerne følger udkastets rækkefølge. Kun hovedindholdet er gengivet. Borgere er ikke nævnt ved navn. Kolonnen "
        "»Kommentarer« udfyldes af forvaltningen."
    )
    yield Grid(
        caption="Høringsskema",
        columns=("Organisation", "Bemærkninger", "Kommentarer"),
        rows=tuple(_rows(memo)),
        widths=(34, 92, 40),
        headed=True,
    )


def _rows(memo: Memo) -> Iterator[tuple[str, str, str]]:
    hearing = memo.hearing
    parties: dict[str, list[Source]] = defaultdict(list)
    for answer in sorted(hearing.answers, key=lambda source: (speaking(source), source.number)):
        parties[hearing.party(answer)].append(answer)
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in memo.statements.all:
        said[statement.party].append(statement)
    for party, answers in parties.items():
        name = f"{plain(hearing.name(answers[0]))} ({answer_numbers(answer.number for answer in answers)})"
        yield name, "\n\n".join(_topics(memo, answers, said[party])) or _NONE, ""


def _topics(memo: Memo, answers: Sequence[Source], own: Sequence[Statement]) -> Iterator[str]:
    """Each topic with its heading on the first line and a remark on each of the others."""
    general = memo.remarks.points([statement for statement in own if statement.general])
    for item in memo.statements.joined:
        if item.answer in answers:
            other = memo.remarks.other(item)
            general.append(f"Henviser ({spot(item.answer.number, item.page)}) til svaret fra {other}.")
    if general:
        yield "\n".join([GENERAL, *general])
    for section in memo.sections:
        for theme in section.themes:
            points = memo.remarks.points([s for s in own if s.theme == theme and not s.general])
            if points:
                yield "\n".join([memo.hearing.material.book.label_of(theme), *points])
