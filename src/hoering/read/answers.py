"""The answers of a table that was read: each with its place, its row, and who and when, out of the reader's marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hoering.forms.values import is_nobody, iso_date, role_of
from hoering.sensitive import Mark, RawText

# Kinds of marks: an answer from "Svar n:" to the end of its fields, and the value of a field in it.
ANSWER = "answer"
VALUE = "field:"

_ROW = re.compile(r"Række (\d+)(?: i (.+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One row of a table: its part of the raw text (code points), and what its other columns say of who sent it.

    ``row`` is its number in the file, ``sheet`` empty for a .csv file. ``sender`` is the organisation, or else the
    person; ``role`` is ``privat``, ``forening``, ``virksomhed`` or ``myndighed``; ``date`` is ISO. What is not said
    is empty.
    """

    start: int
    end: int
    row: int
    sheet: str = ""
    sender: str = ""
    organisation: str = ""
    name: str = ""
    role: str = ""
    date: str = ""


def answers_of(raw: RawText) -> tuple[Answer, ...]:
    """The answers of a raw text in order; none where it is no table."""
    marks = sorted(
        (m for m in raw.marks if m.kind == ANSWER or m.kind.startswith(VALUE)), key=lambda m: (m.start, -m.end)
    )
    found: list[tuple[Mark, dict[str, str]]] = []
    for mark in marks:
        if mark.kind == ANSWER:
            found.append((mark, {}))
        elif found and mark.end <= found[-1][0].end:
            values, key = found[-1][1], mark.kind.removeprefix(VALUE)
            values[key] = " ".join(filter(None, (values.get(key, ""), raw.text[mark.start : mark.end])))
    return tuple(_answer(mark, values) for mark, values in found)


def _answer(mark: Mark, values: dict[str, str]) -> Answer:
    said = {
        key: "" if key != "row" and is_nobody(value) and key != "submitted" else value for key, value in values.items()
    }
    row = _ROW.match(said.get("row", ""))
    sender, name = said.get("sender", ""), said.get("name", "")
    role = role_of(said.get("role", "")) or role_of(sender)
    sender = "" if role_of(sender) else sender
    organisation = said.get("organisation", "")
    organisation = "" if role_of(organisation) else organisation
    return Answer(
        start=mark.start,
        end=mark.end,
        row=int(row[1]) if row else 0,
        sheet=(row[2] or "") if row else "",
        sender=organisation or sender or name,
        organisation=organisation,
        name=name,
        role=role,
        date=iso_date(said.get("submitted", "")),
    )
