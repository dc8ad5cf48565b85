"""The styles of a Word paper: hoering's own, or those of a template that the user gives.

A paper only names styles; how they look is the template's business. A style the template lacks is added as hoering
has it, and said so.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from lxml import etree

from hoering.errors import PaperError
from hoering.report.word_elements import field_runs

SOFT = RGBColor(0x52, 0x60, 0x6D)
_INK = RGBColor(0x1B, 0x27, 0x33)
_BLUE = RGBColor(0x1D, 0x4F, 0x7C)
_FONT = "Calibri"
_PAGE_WIDTH, _PAGE_HEIGHT, _MARGIN = Mm(210), Mm(297), Mm(20)

TABLE = "Hoering tabel"
# Lines of running text, and up to which size they stand close.
_LINE, _SMALL = 1.08, 10


@dataclass(frozen=True, slots=True)
class _Look:
    """How hoering's own style looks: points, and millimetres for the indent."""

    size: float
    before: float = 0
    after: float = 6
    indent: float = 0
    colour: RGBColor | None = None
    bold: bool = False
    italic: bool = False
    keep: bool = False
    outline: int | None = None


# Every style a paper names. Those python-docx knows by these names are Word's own, whatever the language of Word.
LOOKS = {
    "Normal": _Look(10.5, after=5, colour=_INK),
    "Title": _Look(26, 120, 4, colour=_BLUE),
    "Subtitle": _Look(14, 0, 8, colour=_INK),
    "Heading 1": _Look(18, 24, 8, colour=_BLUE, bold=True, keep=True),
    "Heading 2": _Look(14, 18, 3, colour=_BLUE, bold=True, keep=True),
    "Heading 3": _Look(11, 9, 1, colour=_INK, bold=True, keep=True),
    "Quote": _Look(10, 3, 0, indent=6, colour=_INK, italic=True, keep=True),
    "List Bullet": _Look(10.5, 0, 4, colour=_INK),
    "Caption": _Look(10, 12, 4, colour=_INK, bold=True, keep=True),
    "toc 1": _Look(11, 4, 1, colour=_INK, bold=True),
    "toc 2": _Look(10.5, 0, 1, indent=6, colour=_INK),
    "Hoering citatkilde": _Look(8.5, 0, 4, indent=6, colour=SOFT),
    "Hoering henvendelser": _Look(9.5, 0, 2, colour=SOFT, keep=True),
    "Hoering note": _Look(9.5, 0, 4, colour=SOFT, keep=True),
    "Hoering tal": _Look(10, 0, 3, colour=_INK, keep=True),
    "Hoering etiket": _Look(10.5, 10, 3, colour=_INK, bold=True, keep=True),
    "Hoering forbehold": _Look(10, 16, 12, colour=_INK),
    "Hoering figur": _Look(11, 6, 2, keep=True),
    "Hoering felt": _Look(11, 0, 6, colour=_INK),
    "Hoering enkelt": _Look(9.5, 0, 2, indent=4, colour=_INK),
    "Hoering tabeltekst": _Look(9, 1, 1, colour=_INK),
    "Hoering tabeltitel": _Look(9, 4, 1, colour=_INK, bold=True, keep=True),
    "Hoering tabelcitat": _Look(9, 1, 0, colour=_INK, italic=True, keep=True),
    "Hoering tabelkilde": _Look(8, 0, 2, colour=SOFT),
    "Hoering tabeltal": _Look(9, 1, 1, colour=_INK),
}
STYLES = (*LOOKS, TABLE)


@dataclass(frozen=True, slots=True)
class Template:
    """An empty document with all styles; ``lacking`` are those the user's template did not have."""

    document: Document
    lacking: tuple[str, ...] = ()


def opened(path: Path | None) -> Template:
    """A document to write in: the user's template without its text, or hoering's own.

    Raises:
        PaperError: the template cannot be read as a Word document.
    """
    if path is None:
        return Template(docx.Document(io.BytesIO(own_template())))
    try:
        document = docx.Document(io.BytesIO(path.read_bytes()))
        _ = document.styles, document.sections[0]
    except OSError as error:
        raise PaperError(f"Skabelonen {path} kan ikke læses.") from error
    # python-docx raises whatever the broken part raises.
    except (KeyError, ValueError, IndexError, AttributeError, zipfile.BadZipFile, SyntaxError) as error:
        raise PaperError(f"Skabelonen {path} er ikke et Word-dokument (.docx), som kan åbnes.") from error
    for element in list(document.element.body):
        if element.tag != qn("w:sectPr"):
            document.element.body.remove(element)
    return Template(document, tuple(_completed(document)))


@cache
def own_template() -> bytes:
    """Hoering's own template as a .docx file, to use or to change."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = _PAGE_WIDTH, _PAGE_HEIGHT
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    _plain_fonts(document)
    for name, look in LOOKS.items():
        style = _style(document, name) or _added(document, name)
        _shape(style, look)
    _toc_tabs(document)
    _centred(document)
    _boxed(document)
    document.styles.element.append(parse_xml(_TABLE_STYLE))
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "da-DK")
    _number_pages(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _completed(document: Document) -> Iterator[str]:
    """Give a template the styles it lacks; their names."""
    own = docx.Document(io.BytesIO(own_template()))
    for name in STYLES:
        if _style(document, name) is None:
            element = copy.deepcopy(own.styles[name].element)
            _based(element, "Normal Table" if name == TABLE else "Normal", document)
            _bulleted(element, document)
            document.styles.element.append(element)
            yield name


def _based(element: etree._Element, name: str, document: Document) -> None:
    """Let a style from elsewhere build on the template's own, and on nothing else of where it came from."""
    base = _style(document, name)
    for what in ("w:basedOn", "w:next", "w:link"):
        found = element.find(qn(what))
        if found is not None and what == "w:basedOn" and base is not None:
            found.set(qn("w:val"), base.style_id)
        elif found is not None:
            element.remove(found)


def _bulleted(element: etree._Element, document: Document) -> None:
    """Give a style with bullets a list of the template's own; a template without any lists has none to give."""
    listed = next(element.iter(qn("w:numPr")), None)
    if listed is None:
        return
    try:
        numbering = document.part.numbering_part.element
    except NotImplementedError:
        listed.getparent().remove(listed)
        return
    number = str(1 + max((int(e.get(qn("w:abstractNumId"))) for e in numbering.iter(qn("w:abstractNum"))), default=0))
    place = str(1 + max((int(e.get(qn("w:numId"))) for e in numbering.iter(qn("w:num"))), default=0))
    bullets = parse_xml(_BULLETS.format(number=number))
    first = numbering.find(qn("w:num"))
    if first is None:
        numbering.append(bullets)
    else:
        first.addprevious(bullets)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{place}"><w:abstractNumId w:val="{number}"/></w:num>'))
    listed.clear()
    listed.append(parse_xml(f'<w:numId {nsdecls("w")} w:val="{place}"/>'))


def _style(document: Document, name: str) -> ParagraphStyle | None:
    styles = document.styles
    found: ParagraphStyle | None = styles[name] if name in styles else None  # noqa: SIM401 (it has no `get`)
    return found


def _added(document: Document, name: str) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc"))
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    return style


def _plain_fonts(document: Document) -> None:
    """No theme font anywhere: it would win over the named one."""
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)


def _shape(style: ParagraphStyle, look: _Look) -> None:
    style.font.name = _FONT
    style.font.size = Pt(look.size)
    style.font.bold, style.font.italic = look.bold, look.italic
    if look.colour is not None:
        style.font.color.rgb = look.colour
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing = _LINE if look.size > _SMALL else 1.0
    if look.indent:
        form.left_indent = Mm(look.indent)
    form.keep_with_next = look.keep
    form.widow_control = True


def _toc_tabs(document: Document) -> None:
    """Page numbers at the right edge, dots before them."""
    for name in ("toc 1", "toc 2"):
        tabs = parse_xml(f'<w:tabs {nsdecls("w")}><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs>')
        document.styles[name].element.get_or_add_pPr()._insert_tabs(tabs)


def _centred(document: Document) -> None:
    for name in ("Hoering tabeltal",):
        document.styles[name].paragraph_format.alignment = 1
    # Word's own title is underlined by a rule that the size of ours does not go with.
    for border in list(document.styles["Title"].element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)


def _boxed(document: Document) -> None:
    """The caution has a bar at its left side."""
    form = document.styles["Hoering forbehold"].element.get_or_add_pPr()
    border = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="24" w:space="8" w:color="E69F00"/></w:pBdr>'
    )
    first = next((e for e in form if e.tag in {qn(f"w:{n}") for n in ("shd", "tabs", "spacing", "ind", "jc")}), None)
    if first is None:
        form.append(border)
    else:
        first.addprevious(border)


def _number_pages(document: Document) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = 1
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "Side "
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    paragraph._p.append(run)
    for part in field_runs("PAGE", "1"):
        paragraph._p.append(part)


_BULLETS = (
    f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{{number}}"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
)
_TABLE_STYLE = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="Hoeringtabel">
<w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
<w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="8" w:space="0" w:color="1D4F7C"/>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="1D4F7C"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="D5DCE3"/></w:tblBorders>
<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="1D4F7C"/></w:tcBorders>
<w:shd w:val="clear" w:color="auto" w:fill="E8EEF4"/></w:tcPr></w:tblStylePr>
</w:style>"""
