from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from hoering.sensitive import RawText

ReadAlone = Callable[[str, bytes], RawText | str]

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\info{\author Ida Holm}}\f0 "


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (r"Vi vil\par Flere i job", "Vi vil\nFlere i job"),
        (r"\'e6\'f8\'e5 \u8211? \emdash", "æøå – —"),
        (r"Vi vil{\deleted\revauthdel1  ikke} gerne", "Vi vil gerne"),
        (r"\trowd M\'e5l\cell Flere i job\cell\row Slut", "Mål\nFlere i job\n\nSlut"),
        (r'Se {\field{\*\fldinst{HYPERLINK "http://eksempel.dk/x"}}{\fldrslt siden}} her', "Se siden her"),
        (r"{\header Rådet}Vi vil{\footnote En note}", "Vi vil"),
        (r"{\pict\pngblip " + "89504e47" * 500 + "}Vi vil", "Vi vil"),
    ],
    ids=["paragraphs", "letters", "tracked deletion", "table", "link", "header and note", "picture"],
)
def test_what_the_writer_sees_is_what_is_read(read_alone: ReadAlone, rtf: str, text: str) -> None:
    raw = read_alone("svar.rtf", (HEAD + rtf + "}").encode("cp1252"))
    assert isinstance(raw, RawText), raw
    assert raw.text == text


def test_many_links_on_one_line_do_not_stall(read_alone: ReadAlone) -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "http://eksempel.dk/x"'
    began = time.process_time()
    read_alone("svar.rtf", (HEAD + "Vi vil. " + link * 20_000).encode())
    assert time.process_time() - began < 10


@pytest.mark.parametrize("font", [r"\f1", r"\f1\fcharset0 Arial"], ids=["no set", "no semicolon"])
def test_a_flood_of_fonts_does_not_stall(read_alone: ReadAlone, font: str) -> None:
    began = time.process_time()
    read_alone("svar.rtf", (r"{\rtf1{\fonttbl" + font * 100_000 + "}Vi vil.}").encode())
    assert time.process_time() - began < 10


def test_a_text_beyond_the_limit_is_refused(read_alone: ReadAlone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hoering.read.rich_text._MAX_CHARACTERS", 1000)
    assert str(read_alone("svar.rtf", (HEAD + "Vi vil. " * 200).encode())).startswith("Filen er for stor")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Vi er bare tekst", "Filen hedder .rtf, men er ikke RTF."),
        (HEAD.encode() + b"}", "Filen indeholder ingen tekst."),
        (rb"{\rtf1\pict\bin}", "RTF-filen er beskadiget og kan ikke åbnes."),
    ],
)
def test_what_is_no_rich_text_says_so(read_alone: ReadAlone, data: bytes, reason: str) -> None:
    assert read_alone("svar.rtf", data) == reason
