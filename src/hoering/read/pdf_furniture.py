"""Running headers, footers and page numbers: lines at the edge of a page that come back on others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from hoering.read.pdf_lines import Line

# The parts of a page, from the top and from the bottom, where running lines stand.
_EDGE = 0.15
_SAME_PLACE = 4.0
# A line met on so many pages is furniture in a document of any length.
_OFTEN = 3
_APART = 1.5

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"(?:(?:side|s\.|page|p\.)\s*)?[-–(|]?\s*(?P<number>\d{1,4}|[ivxlc]{1,6})\s*(?:(?:af|/|of)\s*\d{1,4})?\s*[-–)|]?",
    re.IGNORECASE,
)
# Marks of the document on its pages; digits in them may grow from page to page.
_PAGE_WORD = re.compile(r"\b(?:side|page)\s*\d", re.IGNORECASE)


def furniture_of(pages: Sequence[tuple[float, Sequence[Line]]], body: float) -> list[frozenset[int]]:
    """For each page (its height and its lines) the places of the lines that belong to the page and not to the text.

    A line is one where it comes back at its height with the same words (figures aside where they count up as
    the pages do) on three pages, or on half of the pages on its side of the sheet; ``body`` is the usual size
    of letters, for headings that count up are no furniture.
    """
    if len(pages) < 2:
        return [frozenset() for _ in pages]
    edges = [_edge(height, lines) for height, lines in pages]
    met: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for page, places in enumerate(edges):
        for place in places:
            met[_key(pages[page][1][place], body)].append((page, place))
    found: list[set[int]] = [set() for _ in pages]
    for key, hits in met.items():
        for group in _same_height(hits, pages):
            kept = _counting(group, pages) if "#" in key else group
            if _is_enough([page for page, _ in kept], len(pages)):
                for page, place in kept:
                    found[page].add(place)
    return [frozenset(_set_apart(pages[page][1], places, len(pages))) for page, places in enumerate(found)]


def _edge(height: float, lines: Sequence[Line]) -> list[int]:
    return [
        place for place, line in enumerate(lines)
        if line.baseline < _EDGE * height or line.baseline > (1 - _EDGE) * height
    ]  # fmt: skip


def _key(line: Line, body: float) -> str:
    text = " ".join(line.text.split())
    if number := _NUMBER.fullmatch(text):
        return "#" if number["number"] else text
    counts = _PAGE_WORD.search(text) or (line.size <= 1.05 * body and not line.bold and not text.endswith((".", ":")))
    return _DIGITS.sub("#", text) if counts else text


def _same_height(
    hits: list[tuple[int, int]], pages: Sequence[tuple[float, Sequence[Line]]]
) -> list[list[tuple[int, int]]]:
    groups: list[list[tuple[int, int]]] = []
    last = float("-inf")
    for page, place in sorted(hits, key=lambda hit: pages[hit[0]][1][hit[1]].baseline):
        height = pages[page][1][place].baseline
        if height - last > _SAME_PLACE:
            groups.append([])
        groups[-1].append((page, place))
        last = height
    return groups


def _counting(group: list[tuple[int, int]], pages: Sequence[tuple[float, Sequence[Line]]]) -> list[tuple[int, int]]:
    """Those of the hits whose figures are the same everywhere or grow with the pages."""
    steps: dict[tuple[int, ...], list[tuple[int, int]]] = defaultdict(list)
    same: dict[tuple[int, ...], list[tuple[int, int]]] = defaultdict(list)
    for page, place in group:
        figures = [_value(text) for text in _figures(pages[page][1][place].text)]
        same[tuple(figures)].append((page, place))
        for number, figure in enumerate(figures):
            # All figures but the one that counts stay: "Side 2 af 9", "Bilag 3 · 2".
            steps[(number, figure - page, *figures[:number], *figures[number + 1 :])].append((page, place))
    return max([*steps.values(), *same.values()], key=len, default=[])


def _figures(text: str) -> list[str]:
    found = _NUMBER.fullmatch(" ".join(text.split()))
    if found and not found["number"].isdigit():
        return [found["number"]]
    return _DIGITS.findall(text)


def _value(text: str) -> int:
    if text.isdigit():
        return int(text[:9])
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[c] for c in text.lower()]
    return sum(-v if any(after > v for after in values[n + 1 : n + 2]) else v for n, v in enumerate(values))


def _is_enough(on: Sequence[int], pages: int) -> bool:
    count = len(set(on))
    if count < 2:
        return False
    if count >= _OFTEN or 2 * count >= pages:
        return True
    sides = {page % 2 for page in on}
    return len(sides) == 1 and 2 * count >= (pages + 1 - min(sides)) // 2


def _set_apart(lines: Sequence[Line], places: set[int], pages: int) -> set[int]:
    """In a short document only lines with a gap between them and the text: an answer may come back by chance."""
    if pages >= 2 * _OFTEN:
        return places
    rest = [line for place, line in enumerate(lines) if place not in places]
    return {
        place for place in places
        if all(
            abs(lines[place].baseline - line.baseline) > _APART * max(line.size, lines[place].size)
            for line in rest
            if abs(lines[place].baseline - line.baseline) > 0.3 * line.size
        )
    }  # fmt: skip
