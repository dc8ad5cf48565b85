from __future__ import annotations

import codecs
from collections.abc import Callable

import pytest

from hoering.sensitive import RawText

ReadAlone = Callable[[str, bytes], RawText | str]

TEXT = "Kære råd – æøå”"
BROKEN = "Filen er ikke læsbar tekst i UTF-8 eller Windows-1252 (forkert tegnkodning?)."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("cp1252"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with BOM", "Windows-1252", "UTF-16 LE", "UTF-16 BE"],
)
@pytest.mark.parametrize("name", ["svar.txt", "svar.md"])
def test_every_encoding_of_danish_offices_gives_the_same_text(read_alone: ReadAlone, name: str, data: bytes) -> None:
    assert read_alone(name, data) == RawText(text=TEXT)


@pytest.mark.parametrize(
    "data",
    [b"Vi \x00 vil", bytes(range(256)), b"\x89PNG\r\n\x1a\n" + b"\x01\x02" * 50, TEXT.encode("utf-16-le"), b"\x81\x8d"],
    ids=["NUL byte", "all bytes", "picture", "UTF-16 without BOM", "in no encoding"],
)
def test_what_is_no_text_is_refused(read_alone: ReadAlone, data: bytes) -> None:
    assert read_alone("svar.txt", data) == BROKEN


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "Filen er tom (0 byte)."), (b" \r\n\t\n", "Filen indeholder ingen tekst.")],
)
def test_a_file_with_nothing_in_it_is_refused(read_alone: ReadAlone, data: bytes, reason: str) -> None:
    assert read_alone("svar.txt", data) == reason


def test_form_feeds_tabs_and_carriage_returns_stay_in_the_raw_text(read_alone: ReadAlone) -> None:
    assert read_alone("svar.txt", b"Et\tto\r\n\x0ctre") == RawText(text="Et\tto\r\n\x0ctre")
