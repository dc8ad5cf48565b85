"""OpenDocument texts (.odt): headings, paragraphs, list items and tables in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from hoering.errors import ReadError
from hoering.read.office import broken, open_office
from hoering.read.word import join_blocks
from hoering.sensitive import RawText

_WHAT = "OpenDocument-filen"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"

# Deleted text lies in tracked-changes; the others are comments, note numbers and the lower parts of merged cells.
_LEFT_OUT = {
    f"{_TEXT}tracked-changes", f"{_TEXT}note-citation", f"{_OFFICE}annotation", f"{_OFFICE}forms",
    f"{_TABLE}covered-table-cell", f"{_TEXT}sequence-decls", f"{_TEXT}index-title-template",
}  # fmt: skip
# What stands in the middle of a paragraph without being a part of its line.
_ASIDE = {f"{_TEXT}note-body", f"{_DRAW}text-box"}
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_HEADINGS = {"Title", "Subtitle"}
_MOST_SPACES = 20


def read_opendocument(data: bytes) -> RawText:
    """Read a .odt file; tracked deletions and comments are left out, as in Word files.

    Raises:
        ReadError: broken, password-protected or far too large once unpacked.
    """
    with open_office(data, _WHAT) as archive:
        try:
            if "META-INF/manifest.xml" in archive.namelist() and b"encryption-data" in archive.read(
                "META-INF/manifest.xml"
            ):
                raise ReadError(f"{_WHAT} er beskyttet med adgangskode.")
            content = _parse(archive.read("content.xml"))
            styles = _parse(archive.read("styles.xml")) if "styles.xml" in archive.namelist() else None
            text = content.find(f"{_OFFICE}body/{_OFFICE}text")
            titles = {style.get(f"{_STYLE}name") for style in content.iter(f"{_STYLE}style")
                      if style.get(f"{_STYLE}parent-style-name") in _HEADINGS} | _HEADINGS  # fmt: skip
            blocks = [*_blocks(text, titles), *_furniture(styles)]
        except ReadError:
            raise
        except Exception as error:  # zlib and lxml errors, a missing body
            raise broken(_WHAT) from error
    return join_blocks(blocks)


def _parse(xml: bytes) -> Any:
    """A tree without anything from outside the file: no entities are expanded, nothing is fetched."""
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _blocks(element: Any, titles: set[str], *, in_list: bool = False) -> Iterator[tuple[str, str]]:
    """Text and mark of every paragraph below an element, in reading order."""
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag in {f"{_TEXT}p", f"{_TEXT}h"}:
            is_heading = child.tag == f"{_TEXT}h" or child.get(f"{_TEXT}style-name") in titles
            yield "".join(_signs(child)), "heading" if is_heading else "item" if in_list else ""
            for aside in _asides(child):
                yield from _blocks(aside, titles)
        else:
            yield from _blocks(child, titles, in_list=in_list or child.tag == f"{_TEXT}list-item")


def _signs(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            yield " " * min(int(count) if count.isdigit() else 1, _MOST_SPACES)
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT | _ASIDE:
            yield from _signs(child)
        yield child.tail or ""


def _asides(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag in _ASIDE:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _asides(child)


def _furniture(styles: Any) -> Iterator[tuple[str, str]]:
    """Headers and footers, each text once."""
    if styles is None:
        return
    seen: set[str] = set()
    for part in styles.iter(f"{_STYLE}header", f"{_STYLE}footer", f"{_STYLE}header-first", f"{_STYLE}footer-first"):
        for text, _ in _blocks(part, set()):
            if text.strip() and text not in seen:
                seen.add(text)
                yield text, "page furniture"
