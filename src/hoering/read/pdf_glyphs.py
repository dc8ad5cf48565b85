"""What is drawn on a PDF page: letters with place, size and weight, ruled lines, pictures (by pdfminer.six).

pdfminer only interprets the drawing; it fetches nothing and runs no scripts. Where letters belong together
is for `hoering.read.pdf_lines` to say. Places are in points from the upper left corner of the page.
"""

from __future__ import annotations

import io
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage, LTLine, LTPage, LTRect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

# A page of small print holds some 10,000 letters; drawings with more are maps and attacks.
MAX_GLYPHS = 100_000

_BOLD = re.compile(r"bold|black|heavy|semibd|[-,]demi", re.IGNORECASE)
_UNKNOWN = re.compile(r"\(cid:\d+\)")
_BULLET = "(cid:127)"  # what reportlab's own bullets are called
# Ligatures, and the bullets of the symbol fonts that Word uses.
_SIGNS = {
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)},
    **dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf0fc", "•"),
}
# Accents drawn as signs of their own over a letter, as TeX does.
_ACCENTS = {"˚": "\u030a", "¨": "\u0308", "´": "\u0301", "`": "\u0300", "ˆ": "\u0302"}
_THIN = 3.0


class TooManyGlyphs(Exception):
    """A page holds more letters than any page to be read."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter as drawn: ``baseline``, ``top`` and ``bottom`` grow down the page; all in points."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight ruled line, horizontal or vertical."""

    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether it lies rather than stands."""
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Drawn:
    """One page: its letters by the way they are turned, most first, with the rules turned the same way.

    ``picture`` is the share of the page that its largest picture covers.
    """

    width: float
    height: float
    directions: tuple[tuple[tuple[Glyph, ...], tuple[Rule, ...]], ...]
    picture: float

    @property
    def letters(self) -> int:
        """How many letters the page shows."""
        return sum(not glyph.text.isspace() for glyphs, _ in self.directions for glyph in glyphs)

    @property
    def unknown(self) -> int:
        """How many of the letters the file does not say the meaning of."""
        return sum(glyph.text == "\ufffd" for glyphs, _ in self.directions for glyph in glyphs)


class _Device(PDFPageAggregator):
    """Gathers what a page draws and stops where it is too much."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager, laparams=None)
        self.left = MAX_GLYPHS

    def render_char(self, *args: Any, **kwargs: Any) -> float:
        self.left -= 1
        if self.left < 0:
            raise TooManyGlyphs
        adv: float = super().render_char(*args, **kwargs)
        return adv


def drawn_pages(data: bytes) -> Iterator[Drawn]:
    """The pages of a PDF one by one: the drawing of a page takes a thousand times the memory of its text.

    Raises:
        TooManyGlyphs: a page holds more than `MAX_GLYPHS` letters; anything else comes from pdfminer as it is.
    """
    manager = PDFResourceManager()
    device = _Device(manager)
    interpreter = PDFPageInterpreter(manager, device)
    for page in PDFPage.get_pages(io.BytesIO(data)):
        device.left = MAX_GLYPHS
        interpreter.process_page(page)
        yield _drawn(device.get_result())


def _drawn(page: LTPage) -> Drawn:
    by_direction: dict[int, list[Glyph]] = defaultdict(list)
    outside: list[LTChar] = []
    inside: list[LTChar] = []
    rules: list[Rule] = []
    picture = 0.0
    area = max(1.0, page.width * page.height)
    for item in _items(page):
        if isinstance(item, LTChar):
            (inside if _inside(item, page) else outside).append(item)
        elif isinstance(item, LTImage):
            picture = max(picture, item.width * item.height / area)
        elif isinstance(item, LTLine | LTRect | LTCurve):
            rules.extend(_rules(item, page))
    # What lies beside the paper is not seen; where it is most of the text, the size of the paper is wrong.
    for item in inside if len(inside) >= len(outside) else [*inside, *outside]:
        direction = _direction(item)
        by_direction[direction].append(_glyph(item, direction, page))
    order = sorted(by_direction, key=lambda d: -len(by_direction[d]))
    return Drawn(
        page.width, page.height,
        tuple(
            (tuple(_accented(_single(by_direction[d]))), tuple(_turned(rule, d, page) for rule in rules)) for d in order
        ),
        picture,
    )  # fmt: skip


def _items(container: LTContainer[Any]) -> Iterator[Any]:
    stack = [iter(container)]
    while stack:
        for item in stack[-1]:
            if isinstance(item, LTContainer):
                stack.append(iter(item))
                break
            yield item
        else:
            stack.pop()


def _inside(item: LTChar, page: LTPage) -> bool:
    return bool(item.x1 > page.x0 and item.x0 < page.x1 and item.y1 > page.y0 and item.y0 < page.y1)


def _direction(item: LTChar) -> int:
    """Quarter turns of a letter against the clock: 1 is text that runs up the page."""
    a, b, *_ = item.matrix
    if b == 0 and a > 0:
        return 0
    return round(math.atan2(b, a) / (math.pi / 2)) % 4


def _glyph(item: LTChar, direction: int, page: LTPage) -> Glyph:
    x0, top, x1, bottom = _box(item.x0, item.y0, item.x1, item.y1, direction, page)
    _, _, _, _, e, f = item.matrix
    _, baseline, _, _ = _box(e, f, e, f, direction, page)
    # A raised letter keeps the line it stands on in some files, and has one of its own in others.
    baseline = min(max(baseline, top), bottom)
    return Glyph(_meaning(item.get_text()), x0, x1, top, bottom, baseline, bottom - top, _is_bold(item.fontname))


@lru_cache(maxsize=4096)
def _meaning(text: str) -> str:
    text = _UNKNOWN.sub("\ufffd", text.replace(_BULLET, "•"))
    return "".join(_SIGNS.get(c, c) for c in text) or "\ufffd"


@lru_cache(maxsize=1024)
def _is_bold(font: str) -> bool:
    return _BOLD.search(font) is not None


def _box(x0: float, y0: float, x1: float, y1: float, direction: int, page: LTPage) -> tuple[float, float, float, float]:
    """Left, top, right and bottom as they are when the text stands upright."""
    left, right, low, high = x0 - page.x0, x1 - page.x0, y0 - page.y0, y1 - page.y0
    if direction == 0:
        return left, page.height - high, right, page.height - low
    if direction == 1:
        return low, left, high, right
    if direction == 2:
        return page.width - right, low, page.width - left, high
    return page.height - high, page.width - right, page.height - low, page.width - left


def _rules(item: Any, page: LTPage) -> Iterator[Rule]:
    """The sides of a box, or a thin box as one line."""
    left, top, right, bottom = _box(item.x0, item.y0, item.x1, item.y1, 0, page)
    wide, high = right - left, bottom - top
    if min(wide, high) <= _THIN:
        if max(wide, high) > 2 * _THIN:
            yield Rule(left, right, top, bottom)
    elif isinstance(item, LTRect) and item.stroke:
        yield from (Rule(left, right, top, top), Rule(left, right, bottom, bottom))
        yield from (Rule(left, left, top, bottom), Rule(right, right, top, bottom))


def _turned(rule: Rule, direction: int, page: LTPage) -> Rule:
    low, high = page.height - rule.bottom + page.y0, page.height - rule.top + page.y0
    left, top, right, bottom = _box(rule.x0 + page.x0, low, rule.x1 + page.x0, high, direction, page)
    return Rule(left, right, top, bottom)


def _single(glyphs: list[Glyph]) -> Iterator[Glyph]:
    """Letters without those struck again a hair beside themselves, which is how some programs make bold."""
    seen: dict[tuple[str, int, int, int], list[Glyph]] = {}
    again: set[int] = set()
    kept: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text.isspace() or glyph.size <= 0:
            kept.append(glyph)
            continue
        near = min(0.12 * glyph.size, 0.45 * max(glyph.x1 - glyph.x0, 0.01))
        twin = next((o for key in _places(glyph, near) for o in seen.get(key, ()) if _beside(o, glyph, near)), None)
        if twin is not None:
            again.add(id(twin))
        else:
            seen.setdefault(_places(glyph, 0.0)[0], []).append(glyph)
            kept.append(glyph)
    return (replace(glyph, bold=True) if id(glyph) in again else glyph for glyph in kept)


def _places(glyph: Glyph, near: float) -> list[tuple[str, int, int, int]]:
    """Fields of the page, one letter wide and high, that a letter or one so near to it may lie in."""
    step = round(glyph.size) or 1
    left, right = int((glyph.x0 - near) // step), int((glyph.x0 + near) // step)
    high, low = int((glyph.baseline - near) // step), int((glyph.baseline + near) // step)
    return [(glyph.text, step, column, row) for column in range(left, right + 1) for row in range(high, low + 1)]


def _beside(one: Glyph, other: Glyph, near: float) -> bool:
    return abs(one.x0 - other.x0) <= near and abs(one.baseline - other.baseline) <= near


def _accented(glyphs: Iterator[Glyph]) -> Iterator[Glyph]:
    """Letters joined with an accent drawn over them just before or after."""
    before: Glyph | None = None
    for glyph in glyphs:
        joined = None
        if before is not None and (glyph.text in _ACCENTS or before.text in _ACCENTS):
            joined = _joined(before, glyph)
        if joined is not None:
            before = joined
            continue
        if before is not None:
            yield before
        before = glyph
    if before is not None:
        yield before


def _joined(before: Glyph, glyph: Glyph) -> Glyph | None:
    letter, accent = (before, glyph) if glyph.text in _ACCENTS else (glyph, before)
    if accent.text not in _ACCENTS or not letter.text.isalpha() or abs(letter.baseline - accent.baseline) > letter.size:
        return None
    shared = min(letter.x1, accent.x1) - max(letter.x0, accent.x0)
    text = unicodedata.normalize("NFC", letter.text + _ACCENTS[accent.text])
    if shared < 0.5 * (accent.x1 - accent.x0) or len(text) > 1:
        return None
    return replace(letter, text=text)
