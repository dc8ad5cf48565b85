"""A text as a row of cells: lines, and the columns of lines that are rows of a form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hoering.forms.labels import LONGEST_LABEL, is_counted, key_of, may_be_label, opening_label
from hoering.forms.values import fits

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_BETWEEN = re.compile(r"\t+|\s+[|·•]\s+|(?<=\S)\s{2,}(?=\S)")
_SIGN = re.compile(r"[:?](?:\*\*)?\s*")
_COLUMNS = re.compile(r"[\t|·•]|\s\s")
# Labels whose values cannot be mistaken, so that a blank is enough between the two.
_NEEDS_NO_SIGN = frozenset({"submitted", "case_number", "hearing_id", "answer_id", "phone", "email", "postcode"})
_NAMES = frozenset({"sender", "name", "organisation", "role"})


@dataclass(frozen=True, slots=True)
class Cell:
    """A line or a column of one: its place without blanks around it, the number of its line, and what it is.

    ``key`` is set where it opens with a label, whose text ends at ``label_end``; ``value_start`` is where a value on
    the same line starts (``end`` where none stands there). ``loose`` is true where nothing but a blank and a capital
    letter tells label and value apart, which counts only below other fields.
    """

    start: int
    end: int
    line: int
    text: str
    after_blank: bool = False
    key: str = ""
    label_end: int = 0
    value_start: int = 0
    loose: bool = False

    @property
    def label(self) -> str:
        """The label's own text."""
        return self.text[: self.label_end - self.start]

    @property
    def value(self) -> str:
        """The value beside the label."""
        return self.text[self.value_start - self.start :]


def cells_of(text: str) -> list[Cell]:
    """All cells of a text in order."""
    cells: list[Cell] = []
    end = 0
    for number, match in enumerate(_LINE.finditer(text)):
        if match[0].strip():
            blank = text.count("\n", end, match.start()) > 1
            cells += _row(match[0], match.start(), number, blank)
            end = match.end()
    return cells


def _row(line: str, start: int, number: int, blank: bool) -> Iterator[Cell]:
    """The columns of a line that opens with a label, or the line as one cell."""
    parts = list(_parts(line))
    first = _cell(line, *parts[0], start, number, blank)
    if len(parts) > 1 and not first.key:
        yield _cell(line, parts[0][0], parts[-1][1], start, number, blank)
        return
    yield first
    for begin, end in parts[1:]:
        if line[begin:end].strip(" :"):
            yield _cell(line, begin, end, start, number, False)


def _parts(line: str) -> Iterator[tuple[int, int]]:
    here = len(line) - len(line.lstrip(" \t|"))
    end = len(line.rstrip(" \t|")) if line.lstrip().startswith("|") else len(line.rstrip())
    if here >= end:
        here, end = line.index(line.strip()[0]), len(line.rstrip())
    if _COLUMNS.search(line):
        for match in _BETWEEN.finditer(line, here, end):
            yield here, match.start()
            here = match.end()
    yield here, end


def _cell(line: str, begin: int, end: int, offset: int, number: int, blank: bool) -> Cell:
    text = line[begin:end]
    start = offset + begin
    key, label, value, loose = _split(text)
    return Cell(start, start + len(text), number, text, blank, key, start + label, start + value, loose)


def _split(text: str) -> tuple[str, int, int, bool]:
    """Key, end of the label, start of the value, and whether the two are only loosely tied."""
    if not may_be_label(text):
        return "", 0, 0, False
    if key := key_of(text):
        return key, len(text), len(text), False
    if (sign := _SIGN.search(text, 0, LONGEST_LABEL)) and (key := key_of(text[: sign.start()])):
        return key, len(text[: sign.end()].rstrip()), sign.end(), False
    if label := opening_label(text):
        key = "answer_id" if is_counted(text) else key_of(label)
        rest = text[len(label) :]
        value = rest.strip()
        if key in _NEEDS_NO_SIGN and fits(key, value):
            return key, len(label), len(text) - len(rest.lstrip()), False
        if key in _NAMES and value[:1].isupper() and fits(key, value):
            return key, len(label), len(text) - len(rest.lstrip()), True
    return "", 0, 0, False
