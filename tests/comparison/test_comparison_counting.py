from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoering.comparison import Part
from hoering.comparison.counting import Cell, Comparison
from hoering.comparison.findings import apart, findings
from hoering.comparison.matching import common_positions
from tests.report.conftest import Letter, Said

from .conftest import BUS, FIRST, part

THEMES = ["unge", "moede", "bus"]


def test_submissions_and_shares_of_each_part(two: list[Part]) -> None:
    comparison = Comparison(tuple(two))
    assert [part.total for part in two] == [3, 2]
    assert [cell.text for cell in comparison.theme("bus")] == ["2 (67 %)", "1 (50 %)"]
    assert [cell.text for cell in comparison.theme("unge")] == ["1 (33 %)", "–"]
    assert [cell.count for cell in comparison.stance("bus", "kritik")] == [2, 1]
    assert [cell.count for cell in comparison.overall("stoette")] == [0, 1]
    assert {code: [cell.count for cell in cells] for code, cells in comparison.types.items()} == {
        "virksomheder": [1, 0], "a_kasser": [0, 1], "borgere": [1, 0], "raad": [1, 1],
    }  # fmt: skip
    assert comparison.senders == (3, 2)


def test_an_empty_part_has_no_shares_and_breaks_nothing(two: list[Part]) -> None:
    comparison = Comparison((two[0], part("tom", [], 3)))
    assert [cell.text for cell in comparison.theme("bus")] == ["2 (67 %)", "–"]
    assert comparison.empty[0].name == "tom"
    assert not any("Kun i" in line for line in findings(comparison))


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_shares_are_whole_per_cents_rounded_half_up(count: int, more: int) -> None:
    cell = Cell(count, count + more)
    assert 0 <= cell.share <= 100
    if cell.total:
        assert abs(cell.share - 100 * count / cell.total) <= 0.5


def test_a_difference_is_told_only_when_it_is_wide_and_both_are_large_enough() -> None:
    assert apart([Cell(5, 10), Cell(3, 10)]) is not None
    assert apart([Cell(5, 10), Cell(41, 100)]) is None
    assert apart([Cell(9, 9), Cell(0, 100)]) is None
    found = apart([Cell(1, 20), Cell(3, 10), Cell(15, 20)])
    assert found is not None
    assert (found.high, found.low, found.points) == (2, 0, 70)


def test_findings_tell_both_numbers() -> None:
    buses = [Said(f"Bussen nr. {n} kører ikke.", ["bus"], says=BUS) for n in range(10)]
    many = [Letter(f"Afsender {n}", "raad", [item]) for n, item in enumerate(buses)]
    few = [*many[:2], *(Letter(f"Nr. {n}", "raad", [Said(f"Unge nr. {n} mangler.", ["unge"])]) for n in range(9))]
    lines = findings(Comparison((part("A", many, 1), part("B", few, 2))))
    numbers = "10 af 10 henvendelser (100 %) mod 2 af 11 henvendelser (18 %)"
    assert f"»Bus og transport« fylder mere i »A« end i »B«: {numbers}." in lines
    assert "Kun i »B« er der talt om »Unge« (9 henvendelser)." in lines


@pytest.mark.model
def test_the_same_title_is_the_same_position_and_the_rest_stays_apart(two: list[Part]) -> None:
    found = common_positions(two, THEMES)
    assert [(c.title, sorted(c.by_part)) for c in found if c.theme == "bus"] == [(BUS, [0, 1])]
    assert all(len(c.by_part) == 1 for c in found if c.theme != "bus")


@pytest.mark.model
def test_the_same_run_twice_is_the_same_all_through() -> None:
    same = [part("a", FIRST, 1), part("b", FIRST, 2)]
    found = common_positions(same, THEMES)
    assert len(found) == len([p for p in same[0].material.positions if p.theme])
    for common in found:
        one, other = common.by_part.values()
        assert (one.title, one.senders, one.numbers) == (other.title, other.senders, other.numbers)


@pytest.mark.model
def test_a_position_joins_at_most_one_of_each_other_part() -> None:
    words = "Bussen kører ikke om aftenen."
    one = [Letter("A", "raad", [Said(words, ["bus"], says="Kritik: »a«")])]
    two = [Letter("B", "raad", [Said(words, ["bus"], says="Kritik: »b«")]),
           Letter("C", "raad", [Said(words, ["bus"], says="Kritik: »c«")])]  # fmt: skip
    found = common_positions([part("1", one, 1), part("2", two, 2)], THEMES)
    assert sorted(len(common.by_part) for common in found) == [1, 2]


@pytest.mark.model
def test_whom_a_sentence_masks_does_not_matter() -> None:
    first = [Letter("A", "raad", [Said("Min nabo [Person 3] kan ikke komme frem.", ["bus"])])]
    second = [Letter("B", "raad", [Said("Min nabo [Person 9] kan ikke komme frem.", ["bus"])])]
    (common,) = common_positions([part("1", first, 1), part("2", second, 2)], THEMES)
    assert sorted(common.by_part) == [0, 1]
