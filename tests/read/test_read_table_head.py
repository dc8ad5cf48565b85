from __future__ import annotations

import pytest

from hoering.read.table_head import head_of

Row = tuple[str, ...]


@pytest.mark.parametrize(
    ("rows", "names", "above", "below"),
    [
        ([("A", "Kommentar"), ("1", "x")], ("A", "Kommentar"), (), 1),
        ([("Udtræk 2030",), ("A", "Kommentar", "C"), ("1", "x", "y")], ("A", "Kommentar", "C"), ("Udtræk 2030",), 2),
        (
            [("s_1", "s_2"), ("Hvor gammel er du?", "Hvad mener du?"), ("42", "Det går godt")],
            ("Hvor gammel er du?", "Hvad mener du?"),
            ("s_1 s_2",),
            2,
        ),
        (
            [("Q1", "Q2"), ("Alder?", "Hvad mener du?"), ('{"ImportId":"QID1"}', '{"ImportId":"QID2"}'), ("42", "ja")],
            ("Alder?", "Hvad mener du?"),
            ("Q1 Q2", '{"ImportId":"QID1"} {"ImportId":"QID2"}'),
            3,
        ),
        (
            [("", "Jobcentret", "", "A-kassen"), ("Nr", "Karakter", "Ros", "Karakter"), ("1", "4", "god", "2")],
            ("Nr", "Jobcentret – Karakter", "Jobcentret – Ros", "A-kassen – Karakter"),
            (),
            2,
        ),
        (
            [("Nr", "Jobcentret", "", "A-kassen", ""), ("", "Ros", "Ris", "Ros", "Ris"), ("1", "a", "b", "c", "d")],
            ("Nr", "Jobcentret – Ros", "Jobcentret – Ris", "A-kassen – Ros", "A-kassen – Ris"),
            (),
            2,
        ),
        ([("Jeg mangler en bus om aftenen.",), ("Jeg mangler en mentor.",)], ("",), (), 0),
        ([("Skriv gerne din kommentar her til sidst.",), ("Jeg mangler en mentor.",)], None, (), 1),
        ([("v1", "v2"), ("12", "Det går godt")], ("v1", "v2"), (), 1),
        ([("Kommentar", "Kommentar"), ("ja", "nej")], ("Kommentar", "Kommentar"), (), 1),
        ([("Kommentar",)], ("Kommentar",), (), 1),
    ],
)
def test_head(rows: list[Row], names: Row | None, above: Row, below: int) -> None:
    head = head_of(list(enumerate(rows, 1)))
    assert head.names == (names or rows[0])
    assert (head.above, head.below) == (above, below)
