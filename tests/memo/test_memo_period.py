"""The period of the hearing: given, found, and who is late."""

from __future__ import annotations

from typing import Any

import pytest

from hoering.errors import PaperError
from hoering.memo import period


def test_a_period_that_is_given() -> None:
    made = period.given("2026-03-02..2026-04-13")

    assert made.line == "Høringsperioden er 2. marts 2026 til 13. april 2026, oplyst af sekretariatet."


@pytest.mark.parametrize("text", ["2026-03-02", "2026-04-13..2026-03-02", "2026-02-30..2026-03-02", "i marts", ".."])
def test_a_period_that_is_none(text: str) -> None:
    with pytest.raises(PaperError, match="kan ikke forstås"):
        period.given(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("I høring 2. marts – 13. april 2026", "2026-03-02", "2026-04-13"),
        ("Høringsperioden er fra den 1. til den 28. maj 2026.", "2026-05-01", "2026-05-28"),
        ("Høringsperiode: 20. december 2025 til 15. januar 2026", "2025-12-20", "2026-01-15"),
        ("Høringen løber fra 3. juni til og med 1. juli 2026", "2026-06-03", "2026-07-01"),
    ],
)
def test_a_period_that_the_draft_names(
    make_material: Any, letter: Any, said: Any, text: str, first: str, last: str
) -> None:
    draft = letter("Vestrup Kommune", "jobcenter_kommune", [said("Titel"), said(text)], "politik")
    material = make_material([draft])

    found = period.found(material, material.used[0])

    assert found is not None
    assert (found.first, found.last) == (first, last)
    assert "(henvendelse 1, s. 2)" in found.line


def test_no_period_is_guessed(make_material: Any, letter: Any, said: Any) -> None:
    texts = ["Mødet er 2. marts – 13. april 2026.", "I høring 31. april – 13. maj 2026", "I høring i foråret."]
    material = make_material([letter("V", "jobcenter_kommune", [said(text) for text in texts], "politik")])

    assert period.found(material, material.used[0]) is None


def test_late_is_after_the_last_day_with_a_whole_date(make_material: Any, letter: Any) -> None:
    dates = ("2026-03-20", "2026-03-21", "2026-04", "")
    material = make_material([letter(f"R{n}", "raad", more={"date": date}) for n, date in enumerate(dates)])

    late = period.late(period.given("2026-03-02..2026-03-20"), material.answers)

    assert [source.number for source in late] == [2]
