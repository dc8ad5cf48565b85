from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoering.clean.lines import Line, ends_sentence, is_item, lines_of, reads_as_clause


def test_lines_come_without_blanks_and_with_their_places() -> None:
    assert list(lines_of("  Et \r\n\n\t\fto\r")) == [Line(2, 4, "Et"), Line(10, 12, "to")]


@given(st.text(alphabet="aæ \t\r\n\f\u2028\x85.", max_size=60))
def test_a_line_is_what_stands_at_its_place(text: str) -> None:
    lines = list(lines_of(text))
    assert all(text[line.start : line.end] == line.text == line.text.strip() != "" for line in lines)
    assert "".join("".join(line.text.split()) for line in lines) == "".join(text.split())


@pytest.mark.parametrize(
    "line", ["Ja.", "Ja!", "Hvad?", "Vi vil:", "Og så …", "”Ja.”", "(Se bilag.)", 'Han sagde "nej."']
)
def test_ends_sentence(line: str) -> None:
    assert ends_sentence(line) is True


@pytest.mark.parametrize("line", ["Ja", "Møllegade 8, 2. sal", "Flere mentorer,", ""])
def test_does_not_end_a_sentence(line: str) -> None:
    assert ends_sentence(line) is False


@pytest.mark.parametrize(
    "line",
    ["Vi venter på svar", "Jobcentret svarer aldrig", "Det er ikke i orden", "Alle skal med", "Her får jeg hjælp"],
)
def test_reads_as_clause(line: str) -> None:
    assert reads_as_clause(line) is True


@pytest.mark.parametrize(
    "line",
    [
        "Jobcenter Ravnsø, Møllegade 8", "Den Sociale Café", "Ib Krog, formand for Handicaprådet", "man-tors 9-15",
        "os@ravnsoe.example", "www.vi.example", "Til Beskæftigelses- og Erhvervsudvalget",
    ],
)  # fmt: skip
def test_does_not_read_as_clause(line: str) -> None:
    assert reads_as_clause(line) is False


@pytest.mark.parametrize("line", ["- flere kurser", "• Mentor", "2. Høring", "3) Busser", "b) Mål", "– Ja"])
def test_is_item(line: str) -> None:
    assert is_item(line) is True


@pytest.mark.parametrize("line", ["1. maj 2026", "a-kasse", "-", "2026 blev året", "– "])
def test_is_no_item(line: str) -> None:
    assert is_item(line) is False
