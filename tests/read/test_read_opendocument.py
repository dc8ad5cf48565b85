from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from hoering.sensitive import Mark, RawText

ReadAlone = Callable[[str, bytes], RawText | str]

BROKEN = "OpenDocument-filen er beskadiget og kan ikke åbnes."
NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
    }.items()
)  # fmt: skip


def odt(body: str, *, doctype: str = "", styles: str = "", automatic: str = "", **extra: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<?xml version='1.0' encoding='UTF-8'?>{doctype}<office:document-content {NAMES}>"
            f"<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        if styles:
            archive.writestr("styles.xml", f"<office:document-styles {NAMES}>{styles}</office:document-styles>")
        for name, text in extra.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return buffer.getvalue()


def read(read_alone: ReadAlone, data: bytes) -> RawText:
    raw = read_alone("svar.odt", data)
    assert isinstance(raw, RawText), raw
    return raw


def test_headings_lists_and_tables_come_in_reading_order(read_alone: ReadAlone) -> None:
    body = (
        '<text:h text:outline-level="1">Vores svar</text:h><text:p>Før tabellen.</text:p>'
        "<table:table><table:table-row><table:table-cell><text:p>Mål</text:p></table:table-cell>"
        "<table:covered-table-cell><text:p>skjult</text:p></table:covered-table-cell>"
        "<table:table-cell><text:p>Flere i job</text:p></table:table-cell></table:table-row></table:table>"
        "<text:list><text:list-item><text:p>Flere mentorer</text:p></text:list-item></text:list>"
    )
    assert read_alone("svar.odt", odt(body)) == RawText(
        text="Vores svar\nFør tabellen.\nMål\nFlere i job\nFlere mentorer",
        marks=(Mark(start=0, end=10, kind="heading"), Mark(start=41, end=55, kind="item")),
    )


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<text:p>Vi <text:span>vil<text:s text:c='2'/>gerne</text:span>.</text:p>", "Vi vil  gerne."),
        ("<text:p>Tlf.<text:tab/>12<text:line-break/>34</text:p>", "Tlf.\t12\n34"),
        (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>ikke</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes><text:p>Vi vil<text:change/> gerne.</text:p>",
            "Vi vil gerne.",
        ),
        ("<text:p>Vi vil<office:annotation><text:p>Nej!</text:p></office:annotation> gerne.</text:p>", "Vi vil gerne."),
        (
            "<text:p>Vi vil<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            "<text:p>En note.</text:p></text:note-body></text:note> gerne.</text:p>",
            "Vi vil gerne.\nEn note.",
        ),
        (
            "<text:p>Brev<draw:frame><draw:text-box><text:p>I en boks</text:p></draw:text-box></draw:frame></text:p>",
            "Brev\nI en boks",
        ),
        ("<text:section><text:p>Et afsnit</text:p></text:section>", "Et afsnit"),
        ("<text:p>Vi<text:s text:c='999999999'/>vil</text:p>", "Vi" + " " * 20 + "vil"),
    ],
    ids=["spans", "tab and break", "deletion", "comment", "note", "text box", "section", "a flood of spaces"],
)
def test_what_the_writer_sees_is_what_is_read(read_alone: ReadAlone, xml: str, text: str) -> None:
    assert read(read_alone, odt(xml)).text == text


def test_titles_are_headings_by_their_style(read_alone: ReadAlone) -> None:
    automatic = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    raw = read(
        read_alone, odt('<text:p text:style-name="P1">Svar</text:p><text:p>Vi vil.</text:p>', automatic=automatic)
    )
    assert raw.marks == (Mark(start=0, end=4, kind="heading"),)


def test_headers_and_footers_come_last_and_are_marked_once(read_alone: ReadAlone) -> None:
    styles = (
        "<style:header><text:p>Rådet i Ravnsø</text:p></style:header>"
        "<style:footer><text:p>Rådet i Ravnsø</text:p></style:footer>"
    )
    assert read_alone("svar.odt", odt("<text:p>Brødtekst.</text:p>", styles=styles)) == RawText(
        text="Brødtekst.\nRådet i Ravnsø", marks=(Mark(start=11, end=25, kind="page furniture"),)
    )


def test_nothing_outside_the_file_is_read(read_alone: ReadAlone) -> None:
    doctype = '<!DOCTYPE d [<!ENTITY ude SYSTEM "file:///etc/hostname">]>'
    assert read(read_alone, odt("<text:p>Vi vil&ude; gerne.</text:p>", doctype=doctype)).text == "Vi vil gerne."


def test_entities_are_not_expanded(read_alone: ReadAlone) -> None:
    bomb = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE d [<!ENTITY b0 "lol">{bomb}]>'
    assert read_alone("svar.odt", odt("<text:p>Vi vil&b9; gerne.</text:p>", doctype=doctype)) == BROKEN


def test_a_protected_file_says_so(read_alone: ReadAlone) -> None:
    data = odt("<text:p>x</text:p>", **{"META-INF__manifest_xml": "<manifest:encryption-data/>"})
    assert read_alone("svar.odt", data) == "OpenDocument-filen er beskyttet med adgangskode."


@pytest.mark.parametrize(
    "data",
    [b"Vi er bare tekst", odt("<text:p>Vi vil.</text:p>")[:200], odt("<text:p>Vi vil."), odt("")[:-22]],
    ids=["text", "truncated", "no XML", "no end"],
)
def test_a_broken_file_says_so(read_alone: ReadAlone, data: bytes) -> None:
    assert read_alone("svar.odt", data) == BROKEN


def test_an_empty_file_says_so(read_alone: ReadAlone) -> None:
    assert read_alone("svar.odt", odt("<text:p/>")) == "Filen indeholder ingen tekst."
