"""Paragraphs that a language model reworded: marked, and their numbers and quotations among those of their entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hoering.report.recount.lines import Line

_START = "Omskrevet af sprogmodellen »"
_END = "«; kontrolleret mod rækkerne: "
_QUOTED = re.compile(r"[»”“„\"]([^»«”“„\"]+)[«”“\"]")


def mark(model: str) -> str:
    """What a reworded paragraph begins with, in every format."""
    return f"{_START}{model}{_END}"


def reworded_faults(lines: Sequence[Line]) -> Iterator[str]:
    """What reworded paragraphs say that no other line of their entry does, in Danish.

    Args:
        lines: the lines of a finished file. An entry is all lines from its heading to the next.
    """
    entry: list[Line] = []
    for line in [*lines, Line("h3")]:
        if line.kind in ("h1", "h2", "h3"):
            yield from _entry_faults(entry)
            entry = []
        entry.append(line)


def _entry_faults(entry: Sequence[Line]) -> Iterator[str]:
    own = [line.text for line in entry if not _is_marked(line)]
    numbers = {number for text in own for number in _numbers(text)}
    for line in filter(_is_marked, entry):
        said = line.text.partition(_END)[2]
        if unknown := [number for number in _numbers(said) if number not in numbers]:
            yield f"Et omskrevet afsnit har tallet {unknown[0]}, som ikke står i dets rækker."
        if any(quoted not in _together(own) for quoted in _QUOTED.findall(said)):
            yield "Et omskrevet afsnit har et citat, som ikke står i dets rækker."


def _is_marked(line: Line) -> bool:
    return line.kind == "p" and line.text.startswith(_START)


def _numbers(text: str) -> list[str]:
    """Numbers in digits, without the stops that part thousands."""
    return [re.sub(r"\.(?=\d{3})", "", found) for found in re.findall(r"\d+(?:\.\d{3})*", text)]


def _together(lines: Sequence[str]) -> str:
    """Lines as one text in which no quotation runs from one into the next."""
    return "\n\n".join(lines)
