"""A table in plain text whose first row names the fields, with an answer in every row below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoering.forms.labels import is_strong, key_of
from hoering.forms.records import FormField, Span

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_RULE = re.compile(r"[\s|:+-]+")
_FEWEST = 3


def rows_of_table(text: str) -> list[list[FormField]]:
    """The fields of every row of the first such table; none where there is no table with fields as its head.

    Cells stand between tabulators or ``|``. A head is three labels or more that are all known, one of them only of
    forms or naming the answer itself; rows end with the first line of another number of cells.
    """
    lines = iter(_LINE.finditer(text))
    for match in lines:
        if "\t" not in match[0] and "|" not in match[0]:
            continue
        head = _cells(match[0], match.start())
        if _is_head(text, head):
            return list(_rows(text, head, lines))
    return []


def _cells(line: str, start: int) -> list[Span]:
    """Places of a row's cells, blanks around them left out."""
    sign = "\t" if "\t" in line else "|"
    inner = line.strip()
    if sign == "|" and inner.startswith("|"):
        start += line.index("|") + 1
        line = inner[1:-1] if inner.endswith("|") and len(inner) > 1 else inner[1:]
    cells: list[Span] = []
    for part in line.split(sign):
        begin = start + len(part) - len(part.lstrip())
        cells.append((begin, max(begin, start + len(part.rstrip()))))
        start += len(part) + 1
    return cells


def _is_head(text: str, cells: list[Span]) -> bool:
    labels = [text[a:b] for a, b in cells]
    keys = [key_of(label) for label in labels]
    if len(labels) < _FEWEST or not all(keys) or len({*labels}) < len(labels):
        return False
    return "body" in keys or any(is_strong(label) for label in labels)


def _rows(text: str, head: list[Span], lines: Iterator[re.Match[str]]) -> Iterator[list[FormField]]:
    keys = [key_of(text[a:b]) for a, b in head]
    above = [FormField(key="section", label=span) for span in head]
    for match in lines:
        if _RULE.fullmatch(match[0]) and "-" in match[0]:
            above.append(FormField(key="section", label=match.span()))
            continue
        cells = _cells(match[0], match.start())
        if len(cells) != len(keys):
            return
        fields = [_field(text, key, cell) for key, cell in zip(keys, cells, strict=True)]
        yield [*above, *fields]
        above = []


def _field(text: str, key: str, cell: Span) -> FormField:
    here = (cell[0], cell[0])
    if key == "body":
        return FormField(key=key, label=here)
    values = (cell,) if cell[0] < cell[1] else ()
    return FormField(key=key, label=here, values=values, text=text[slice(*cell)])
