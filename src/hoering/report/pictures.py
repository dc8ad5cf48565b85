"""Figures as PNG pictures for paper: drawn by ourselves, so no browser is needed and the bytes are always the same.

The letters are Bitstream Vera, which comes with hoering (``fonts/LICENSE.txt``); a font of the machine would make
pictures differ from machine to machine.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from PIL import Image, ImageDraw, ImageFont

from hoering.report import danish
from hoering.report.figures import Figure

# Pixels: the picture is 166 mm wide on paper, so one pixel is a tenth of a millimetre.
WIDTH = 1660
_ROW, _GAP, _AIR = 56, 4, 14
_SMALL, _TEXT = 25, 28
_MOST_LABEL = 620

INK, SOFT, LINE = "#1B2733", "#52606D", "#D5DCE3"
COLOURS = {"kritik": "#D55E00", "forslag": "#0072B2", "stoette": "#009E73"}
_ON_COLOUR = {"kritik": "#000000", "forslag": "#FFFFFF", "stoette": "#000000"}
_OTHER = "#7B8794"
# From almost white to dark blue; the middle one is where white letters begin to be read better than black.
_BLUES = ((0xE3, 0xEE, 0xF8), (0x6B, 0xAE, 0xD6), (0x08, 0x30, 0x6B))
_NOTHING = "#F7FAFC"


def picture(figure: Figure) -> bytes:
    """A figure as the bytes of a PNG file, 1660 pixels wide; it has no title, for that is its caption."""
    drawn = _heat(figure) if figure.kind == "heat" else _sides(figure)
    made = io.BytesIO()
    drawn.save(made, "PNG", optimize=False)
    return made.getvalue()


@dataclass(frozen=True, slots=True)
class _Canvas:
    """A white picture and the hand that draws on it."""

    image: Image.Image
    hand: ImageDraw.ImageDraw

    @classmethod
    def of(cls, height: int) -> _Canvas:
        image = Image.new("RGB", (WIDTH, height), "#FFFFFF")
        return cls(image, ImageDraw.Draw(image))

    def text(self, place: tuple[float, float], text: str, anchor: str, colour: str = INK, size: int = _TEXT) -> None:
        self.hand.text(place, text, font=_font(size), fill=colour, anchor=anchor)

    def slanting(self, place: tuple[float, float], text: str) -> None:
        """Text that rises from a point, so that long names find room above narrow columns."""
        font = _font(_SMALL)
        size = int(font.getlength(text)) + 8
        strip = Image.new("L", (size, _SMALL + 14), 0)
        ImageDraw.Draw(strip).text((0, (_SMALL + 14) / 2), text, font=font, fill=255, anchor="lm")
        turned = strip.rotate(45, expand=True, resample=Image.Resampling.BICUBIC)
        corner = (int(place[0]) - 12, int(place[1]) - turned.height + 12)
        self.image.paste(Image.new("RGB", turned.size, INK), corner, turned)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    data = resources.files("hoering.report").joinpath("fonts/Vera.ttf").read_bytes()
    return ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)


def _width(text: str, size: int = _TEXT) -> int:
    return int(_font(size).getlength(text))


def _label_width(figure: Figure) -> int:
    return min(_MOST_LABEL, max(_width(name) for name, _ in figure.rows)) + 2 * _AIR


def _fitted(text: str, width: int, size: int = _TEXT) -> str:
    """Text cut to a width, with a sign that it is."""
    if _width(text, size) <= width:
        return text
    while text and _width(f"{text}…", size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _heat(figure: Figure) -> Image.Image:
    left, most = _label_width(figure), max((n for _, counts in figure.rows for n in counts), default=0)
    names = [_fitted(name, 560, _SMALL) for name in figure.columns]
    reach = int(0.72 * max(_width(name, _SMALL) for name in names)) + 30
    # The last name slants out over the right edge of its column.
    wide = min(150, (WIDTH - left - int(0.72 * _width(names[-1], _SMALL))) // len(names))
    canvas = _Canvas.of(reach + _ROW * len(figure.rows) + _AIR)
    for place, name in enumerate(names):
        canvas.slanting((left + wide * (place + 0.5), reach - 6), name)
    for number, (name, counts) in enumerate(figure.rows):
        top = reach + _ROW * number
        canvas.text((left - _AIR, top + _ROW / 2), _fitted(name, left - 2 * _AIR), "rm")
        for place, count in enumerate(counts):
            corner = left + wide * place
            colour, ink = _shade(count, most)
            canvas.hand.rectangle((corner, top, corner + wide - _GAP, top + _ROW - _GAP), fill=colour)
            if count:
                middle = (corner + (wide - _GAP) / 2, top + (_ROW - _GAP) / 2)
                canvas.text(middle, danish.number(count), "mm", ink, _SMALL)
    return canvas.image


def _shade(count: int, most: int) -> tuple[str, str]:
    """Colour of a field and of the number on it."""
    if not count:
        return _NOTHING, INK
    share = count / most
    low, high, part = (_BLUES[0], _BLUES[1], 2 * share) if share <= 0.5 else (_BLUES[1], _BLUES[2], 2 * share - 1)
    mixed = [round(a + (b - a) * part) for a, b in zip(low, high, strict=True)]
    return "#" + "".join(f"{value:02X}" for value in mixed), "#FFFFFF" if share > 0.6 else INK


def _sides(figure: Figure) -> Image.Image:
    left = _label_width(figure)
    head = _ROW + _AIR
    canvas = _Canvas.of(head + _ROW * len(figure.rows) + _AIR)
    against = [place for place, code in enumerate(figure.codes) if code in figure.left]
    towards = [place for place, code in enumerate(figure.codes) if code not in figure.left]
    most = [max((sum(counts[p] for p in side) for _, counts in figure.rows), default=0) for side in (against, towards)]
    # Room for a number at either end, for those too wide for their bars.
    ends = 150
    scale = (WIDTH - left - 2 * ends) / max(1, sum(most))
    zero = left + ends + most[0] * scale
    _legend(canvas, figure, left)
    for number, (name, counts) in enumerate(figure.rows):
        top = head + _ROW * number
        canvas.text((left - _AIR, top + _ROW / 2), _fitted(name, left - 2 * _AIR), "rm")
        canvas.hand.line((left, top + _ROW - _GAP / 2, WIDTH, top + _ROW - _GAP / 2), fill=LINE, width=1)
        for places, sign in ((against, -1), (towards, 1)):
            _bar(canvas, figure, [(p, counts[p]) for p in places if counts[p]], (zero, top), sign, scale)
    canvas.hand.line((zero, head, zero, head + _ROW * len(figure.rows)), fill=INK, width=3)
    return canvas.image


def _bar(
    canvas: _Canvas,
    figure: Figure,
    parts: Sequence[tuple[int, int]],
    start: tuple[float, float],
    sign: int,
    scale: float,
) -> None:
    """The parts of a bar away from zero, each with its number inside where it fits, else at the end of the bar."""
    here, top = start
    beside: list[str] = []
    for place, count in parts:
        code, text = figure.codes[place], danish.number(count)
        there = here + sign * count * scale
        box = (min(here, there), top + 6, max(here, there), top + _ROW - 10)
        canvas.hand.rectangle(box, fill=COLOURS.get(code, _OTHER))
        if count * scale > _width(text, _SMALL) + 12:
            middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
            canvas.text(middle, text, "mm", _ON_COLOUR.get(code, "#FFFFFF"), _SMALL)
        else:
            beside.append(text)
        here = there
    if beside:
        middle_of_row = top + _ROW / 2 - 2
        canvas.text((here + 10 * sign, middle_of_row), " · ".join(beside), "rm" if sign < 0 else "lm", SOFT, _SMALL)


def _legend(canvas: _Canvas, figure: Figure, left: int) -> None:
    here: float = left
    for name, code in zip(figure.columns, figure.codes, strict=True):
        canvas.hand.rectangle((here, 18, here + 26, 44), fill=COLOURS.get(code, _OTHER))
        canvas.text((here + 38, 31), name, "lm", INK, _SMALL)
        here += 38 + _width(name, _SMALL) + 50
