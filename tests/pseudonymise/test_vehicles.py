"""What is a number plate, and what only looks like one; ‹…› is what must be found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.pseudonymise.vehicles import find_number_plates

Marked = Callable[..., None]


@pytest.mark.parametrize(
    "written",
    [
        "Bilen ‹CV 48 213› er solgt",
        "‹AB 12 345› og ‹EC74219›",
        "nummerplade ‹DK41207›",
        "traileren har nummerplade ‹KX 8841›",
        "knallert: reg.nr. ‹JH 4410›",
        "min bil, ‹bx 72 914›, holder der",
    ],
)
def test_plate(marked: Marked, written: str) -> None:
    marked(find_number_plates, written, "[nummerplade]")


@pytest.mark.parametrize(
    "written",
    [
        "EU 12 345 borgere",
        "XY 12 345 kr.",
        "HK 12 345 medlemmer",
        "KL 98 kommuner",
        "ISO 9001",
        "AB 18",
        "§ 12 345",
        "EN14961",
        "AB 12 3456",
        "DK 8900 Randers",
    ],
)
def test_no_plate(marked: Marked, written: str) -> None:
    marked(find_number_plates, written, "[nummerplade]")
