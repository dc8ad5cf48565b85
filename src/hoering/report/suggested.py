"""The chapter of topics that the texts suggest by themselves, where the run looked for any: what is new first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from hoering.records import Problem, Quotation
from hoering.report import danish
from hoering.report.blocks import Block, Grid, Heading, Paragraph, Picture, Quoted
from hoering.report.quotes import kinds_of, quote_of
from hoering.report.tally import Tally
from hoering.report.topic_figures import topic_figures
from hoering.report.verify import verified

TITLE = "Emner, som teksterne selv foreslår"
NEW, KNOWN = "Nyt, som kodebogen ikke dækker", "Emner, som ligner temaer i kodebogen"
_INTRODUCTION = (
    "Her er teksterne delt i emner efter deres ord, uden at kodebogen er spurgt. Emnerne er idéer til, hvad der også "
    "fylder; de er ikke talt med andre steder i rapporten. En ny kørsel med flere tekster kan dele dem anderledes, og "
    "navnet er blot de vigtigste ord, hvis ingen har givet emnet et andet."
)
# Below it other samples of the passages give other words; see the table ``topics``.
UNSTABLE = 0.5
# A passage may fill a page; where a shorter one of the examples says it, that is shown.
_SHORT = 500

_Row = Mapping[str, Any]


def chapter(tally: Tally) -> Iterator[Block]:
    """The topics with their size, words and one passage; nothing where there are none."""
    found = topics(tally)
    if not found:
        return
    yield Heading(TITLE, 1, "emner")
    yield Paragraph(_INTRODUCTION)
    yield Paragraph(_stability(found))
    yield from map(Picture, topic_figures(tally))
    examples, _ = passages(tally)
    new, known = [row for row in found if row["new"]], [row for row in found if not row["new"]]
    yield Heading(NEW, 2, "emner-nye")
    if not new:
        yield Paragraph("Alle emner ligner et tema i kodebogen.")
    for row in new:
        yield from _topic(row, examples.get(int(row["topic"]), ()), tally)
    if known:
        yield Heading(KNOWN, 2, "emner-kendte")
        yield _table(known, tally)


def topics(tally: Tally) -> list[_Row]:
    """The rows of the table ``topics``, the largest first."""
    frame = tally.material.frames.get("topics")
    return list(_rows(frame)) if frame is not None else []


def passages(tally: Tally) -> tuple[Mapping[int, Sequence[Quotation]], list[Problem]]:
    """Example passages by topic, the most typical first, and a problem for each that cannot be found in its text."""
    found: dict[int, list[Quotation]] = {}
    problems: list[Problem] = []
    frame = tally.material.frames.get("topic_examples")
    for row in _rows(frame) if frame is not None else ():
        source = tally.material.by_id.get(str(row["source"]))
        if source is None:
            continue
        quotation = Quotation(
            coding_id="", source=source.source, number=source.number, document=source.document, page=int(row["page"]),
            start=int(row["start"]), end=int(row["end"]), text=str(row["quote"]), speaker="", sender=source.sender,
            sender_type=source.sender_type, voice="", stance="neutral",
        )  # fmt: skip
        good, bad = verified([quotation], tally.material.texts)
        found.setdefault(int(row["topic"]), []).extend(good)
        problems += bad
    return found, problems


def _topic(row: _Row, examples: Sequence[Quotation], tally: Tally) -> Iterator[Block]:
    yield Heading(str(row["label"]), 3)
    size = danish.counted(int(row["passages"]), "afsnit", "afsnit")
    told = f"{size} i {danish.sources(int(row['sources']))}. Nøgleord: {row['key_words']}."
    yield Paragraph(told, "count")
    kinds = kinds_of(tally.material.sources)
    shown = sorted(examples, key=lambda quotation: len(quotation.text) > _SHORT)[:1]
    yield from (Quoted(quote_of(quotation, tally.labels, kinds)) for quotation in shown)


def _stability(found: Sequence[_Row]) -> str:
    """How many topics would have other words, had fewer passages come in; some may not have been measured."""
    unsure = sum(float(row["stability"]) < UNSTABLE for row in found)
    size = danish.counted(len(found), "emne", "emner")
    if not unsure:
        return f"Der er {size}."
    return (
        f"Der er {size}. Usikre er {danish.number(unsure)}: Tages nogle af afsnittene ud, bliver nøgleordene for en "
        "stor del andre. Læs eksemplerne, før et emne bruges."
    )


def _table(known: Sequence[_Row], tally: Tally) -> Grid:
    label_of = tally.material.book.label_of
    return Grid(
        caption=KNOWN,
        columns=("Emne", "Nøgleord", "Afsnit", "Henvendelser", "Ligner mest temaet"),
        rows=tuple(
            (
                str(row["label"]), str(row["key_words"]), danish.number(int(row["passages"])),
                danish.number(int(row["sources"])),
                label_of(str(row["coverage_code"])) if row["coverage_code"] else "–",
            )
            for row in known
        ),
        widths=(36, 62, 16, 26, 34),
    )  # fmt: skip


def _rows(frame: pd.DataFrame) -> Iterator[_Row]:
    for row in frame.to_dict("records"):
        yield {str(name): value for name, value in row.items()}
