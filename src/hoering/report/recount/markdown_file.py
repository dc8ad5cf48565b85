"""Reads a finished Markdown paper as lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoering.report.recount.lines import Line

_ESCAPED = re.compile(r"\\([\\`*_\[\]<>|~#^&+=.)—…-])")
_CELLS = re.compile(r"(?<!\\)\|")
_HEADINGS = {"# ": "title", "## ": "h1", "### ": "h2", "#### ": "h3"}


def read_markdown(text: str) -> list[Line]:
    """The lines of a paper in reading order."""
    return list(_lines([line for line in text.split("\n") if line.strip() and line != ">"]))


def plain(text: str) -> str:
    """Text as it is shown, without what only Markdown reads."""
    # A break that the writer wrote is escaped, so what is left is our own.
    return _ESCAPED.sub(r"\1", text.replace("<br>", "\n"))


def _lines(rows: list[str]) -> Iterator[Line]:
    for place, row in enumerate(rows):
        mark = next((mark for mark in _HEADINGS if row.startswith(mark)), "")
        if mark:
            yield Line(_HEADINGS[mark], plain(row.removeprefix(mark)))
        elif row.startswith("> — "):
            who, *parts = plain(row.removeprefix("> — ")).rsplit(" · Henvendelse ", 1)
            yield Line("source", "\nHenvendelse ".join([who, *parts]))
        elif row.startswith("> **Bemærk:** "):
            yield Line("p", plain(row.removeprefix("> **Bemærk:** ")))
        elif row.startswith("> "):
            yield Line("quote", plain(row.removeprefix("> ")))
        elif row.startswith("|"):
            if not row.startswith("| ---"):
                yield Line("row", cells=tuple(plain(cell.strip()) for cell in _CELLS.split(row)[1:-1]))
        else:
            following = rows[place + 1].strip() if place + 1 < len(rows) else ""
            yield from _line(row, place, following)


def _line(row: str, place: int, following: str) -> Iterator[Line]:
    text = row.strip()
    if text == "…":
        return
    if text.startswith("!["):
        yield Line("alt", plain(text.removeprefix("![").removesuffix("](#tal)")))
        return
    if text.startswith("**"):
        words = plain(text.removeprefix("**").removesuffix("**"))
        if following == "…":  # a field somebody fills in
            yield Line("row", cells=(words,))
        else:
            yield Line("caption" if re.match(r"(?:Tabel|Figur) \d+\. ", words) else "p", words)
    elif text.startswith("*"):
        words = plain(text.removeprefix("*").removesuffix("*"))
        yield Line("subtitle" if place == 1 else "numbers", words)
    else:
        yield Line("p", plain(text.removeprefix("- ")))
