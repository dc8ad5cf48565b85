"""The XML of a Word document, made directly: python-docx takes minutes for what a report of 20,000 codings needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# What XML 1.0 cannot hold, and so Word cannot.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# English Metric Units in a millimetre, twentieths of a point in a millimetre.
_EMU, _TWIPS = 36_000, 56.6929
# Stands where a quotation should.
UNSHOWN = "Et citat er udeladt her, fordi det rummer tegn, som Word ikke kan vise. Det står i HTML-udgaven."
_BREAK = re.compile(r"([\n\t])")


def holds(text: str) -> bool:
    """Whether Word can hold every character of a text."""
    return _ILLEGAL.search(text) is None


def clean(text: str) -> str:
    """A name or label with a mark for what Word cannot hold. Never used on quotations."""
    return _ILLEGAL.sub("\ufffd", text)


def element(name: str, /, **attributes: str) -> etree._Element:
    """An element of WordprocessingML: ``element("tcW", w="100", type="dxa")``."""
    made = etree.Element(f"{{{_W}}}{name}")
    for key, value in attributes.items():
        made.set(f"{{{_W}}}{key}", value)
    return made


def _sub(parent: etree._Element, name: str, /, **attributes: str) -> etree._Element:
    made = element(name, **attributes)
    parent.append(made)
    return made


def run(text: str, *, bold: bool = False) -> etree._Element:
    """A run; a line end in it is a line break, a tab a tab."""
    made = element("r")
    if bold:
        _sub(_sub(made, "rPr"), "b")
    for part in _BREAK.split(text):
        if part == "\n":
            _sub(made, "br")
        elif part == "\t":
            _sub(made, "tab")
        elif part:
            words = _sub(made, "t")
            words.text = part
            if part != part.strip():
                words.set(_XML_SPACE, "preserve")
    return made


def paragraph(style: str, *parts: etree._Element, new_page: bool = False) -> etree._Element:
    """A paragraph with a style id and its runs."""
    made = element("p")
    form = _sub(made, "pPr")
    _sub(form, "pStyle", val=style)
    if new_page:
        _sub(form, "pageBreakBefore")
    made.extend(parts)
    return made


def keep_with_next(made: etree._Element) -> None:
    """Hold a paragraph on the page of what follows it; anything else is left as it is."""
    if made[0].tag == element("pPr").tag:
        made[0].insert(1, element("keepNext"))


def field_runs(instruction: str, result: str, *, dirty: bool = False) -> Iterator[etree._Element]:
    """A whole field with the result that shows until Word counts for itself."""
    yield from field_start(instruction, dirty=dirty)
    yield run(result)
    yield field_end()


def field_start(instruction: str, *, dirty: bool = False) -> Iterator[etree._Element]:
    """Open a field; what follows up to `field_end` shows until Word counts for itself.

    ``dirty`` asks Word to do so when it opens the document.
    """
    yield _mark("begin", dirty=dirty)
    made = element("r")
    words = _sub(made, "instrText")
    words.set(_XML_SPACE, "preserve")
    words.text = f" {instruction} "
    yield made
    yield _mark("separate")


def field_end() -> etree._Element:
    """Close a field."""
    return _mark("end")


def _mark(kind: str, *, dirty: bool = False) -> etree._Element:
    made = element("r")
    mark = _sub(made, "fldChar", fldCharType=kind)
    if dirty:
        mark.set(f"{{{_W}}}dirty", "true")
    return made


def link(anchor: str, *parts: etree._Element) -> etree._Element:
    """Text that leads to a heading."""
    made = element("hyperlink", anchor=bookmark_name(anchor), history="1")
    made.extend(parts)
    return made


def bookmarked(anchor: str, number: int, *parts: etree._Element) -> list[etree._Element]:
    """Text that links can lead to; ``number`` is told from all others in the document."""
    start = element("bookmarkStart", id=str(number), name=bookmark_name(anchor))
    return [start, *parts, element("bookmarkEnd", id=str(number))]


def bookmark_name(anchor: str) -> str:
    """An anchor as Word wants it: no hyphen."""
    return anchor.replace("-", "_")


# Tables

# A text, or paragraphs ready to stand there.
Cell = str | list[etree._Element]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableForm:
    """How a table is laid out: style ids, widths in millimetres, and its words for those who cannot see it.

    ``head`` is the height of the first row where its cells stand upright, else 0. With ``split`` a row may run over
    the end of a page.
    """

    style: str
    text: str
    number: str
    widths: Sequence[float]
    counts: bool = False
    head: float = 0
    title: str = ""
    kept: bool = False
    anchors: Sequence[tuple[str, int]] = field(default_factory=tuple)
    split: bool = False


def table(head: Sequence[Cell], rows: Sequence[Sequence[Cell]], form: TableForm) -> etree._Element:
    """A table whose head is repeated on every page and whose rows no page break cuts."""
    made = element("tbl")
    _table_form(made, form)
    grid = _sub(made, "tblGrid")
    for width in form.widths:
        _sub(grid, "gridCol", w=_twips(width))
    made.append(_row(head, form, first=True))
    for place, row in enumerate(rows):
        anchor = form.anchors[place] if form.anchors else None
        made.append(_row(row, form, anchor=anchor, last=place == len(rows) - 1))
    return made


def _table_form(made: etree._Element, form: TableForm) -> None:
    about = _sub(made, "tblPr")
    _sub(about, "tblStyle", val=form.style)
    _sub(about, "tblW", w=_twips(sum(form.widths)), type="dxa")
    _sub(about, "tblLayout", type="fixed")
    _sub(about, "tblLook", val="0420", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="0",
         noVBand="1")  # fmt: skip
    if form.title:
        _sub(about, "tblCaption", val=form.title)


def _row(
    cells: Sequence[Cell], form: TableForm, *, first: bool = False, anchor: tuple[str, int] | None = None,
    last: bool = False,
) -> etree._Element:  # fmt: skip
    made = element("tr")
    about = _sub(made, "trPr")
    if first or not form.split:
        _sub(about, "cantSplit")
    if first and form.head:
        _sub(about, "trHeight", val=_twips(form.head), hRule="exact")
    if first:
        _sub(about, "tblHeader")
    for place, (what, width) in enumerate(zip(cells, form.widths, strict=True)):
        cell = _sub(made, "tc")
        how = _sub(cell, "tcPr")
        _sub(how, "tcW", w=_twips(width), type="dxa")
        if first and place and form.head:
            _sub(how, "textDirection", val="btLr")
        if not isinstance(what, str):
            cell.extend(what)
            continue
        number = form.counts and place and not (first and form.head)
        parts = [run(what)] if what else []
        if anchor and place == 0:
            parts = bookmarked(anchor[0], anchor[1], *parts)
        inside = paragraph(form.number if number else form.text, *parts)
        if form.kept and not last:
            keep_with_next(inside)
        cell.append(inside)
    return made


def box(style: str, width: float, paragraphs: Sequence[etree._Element]) -> etree._Element:
    """A table of one cell with a line around it: a field somebody fills in."""
    made = element("tbl")
    about = _sub(made, "tblPr")
    _sub(about, "tblStyle", val=style)
    _sub(about, "tblW", w=_twips(width), type="dxa")
    borders = _sub(about, "tblBorders")
    for side in ("top", "left", "bottom", "right"):
        _sub(borders, side, val="single", sz="4", space="0", color="9AA5B1")
    _sub(about, "tblLayout", type="fixed")
    _sub(about, "tblLook", val="0000", firstRow="0", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1",
         noVBand="1")  # fmt: skip
    _sub(_sub(made, "tblGrid"), "gridCol", w=_twips(width))
    row = _sub(made, "tr")
    _sub(_sub(row, "trPr"), "cantSplit")
    cell = _sub(row, "tc")
    _sub(_sub(cell, "tcPr"), "tcW", w=_twips(width), type="dxa")
    cell.extend(paragraphs)
    return made


def _twips(millimetres: float) -> str:
    return str(round(millimetres * _TWIPS))


# Pictures


def drawing(image: str, number: int, name: str, alt: str, size: tuple[float, float]) -> etree._Element:
    """A run with a picture in the line.

    Args:
        image: the relationship id of the picture.
        number: an id that no other picture of the document has.
        name: its name.
        alt: what it shows, in words.
        size: width and height in millimetres.
    """
    wide, high = (str(round(part * _EMU)) for part in size)
    inline = etree.Element(f"{{{_WP}}}inline", nsmap={"wp": _WP, "a": _A, "pic": _PIC, "r": _R})
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    etree.SubElement(inline, f"{{{_WP}}}extent", cx=wide, cy=high)
    etree.SubElement(inline, f"{{{_WP}}}docPr", id=str(number), name=name, descr=alt)
    data = etree.SubElement(etree.SubElement(inline, f"{{{_A}}}graphic"), f"{{{_A}}}graphicData", uri=_PIC)
    pic = etree.SubElement(data, f"{{{_PIC}}}pic")
    about = etree.SubElement(pic, f"{{{_PIC}}}nvPicPr")
    etree.SubElement(about, f"{{{_PIC}}}cNvPr", id=str(number), name=name, descr=alt)
    etree.SubElement(about, f"{{{_PIC}}}cNvPicPr")
    fill = etree.SubElement(pic, f"{{{_PIC}}}blipFill")
    etree.SubElement(fill, f"{{{_A}}}blip").set(f"{{{_R}}}embed", image)
    etree.SubElement(etree.SubElement(fill, f"{{{_A}}}stretch"), f"{{{_A}}}fillRect")
    shape = etree.SubElement(pic, f"{{{_PIC}}}spPr")
    frame = etree.SubElement(shape, f"{{{_A}}}xfrm")
    etree.SubElement(frame, f"{{{_A}}}off", x="0", y="0")
    etree.SubElement(frame, f"{{{_A}}}ext", cx=wide, cy=high)
    etree.SubElement(etree.SubElement(shape, f"{{{_A}}}prstGeom", prst="rect"), f"{{{_A}}}avLst")
    made = element("r")
    _sub(made, "drawing").append(inline)
    return made
