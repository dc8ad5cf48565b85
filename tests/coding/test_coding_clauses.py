from __future__ import annotations

import pytest

from hoering.coding.clauses import claim_start


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Vi er glade for kurset , men bussen kører ikke .", "bussen kører ikke ."),
        ("Bussen er fin , men sen , men den kører da altid .", "den kører da altid ."),
        ("Selvom kurset er godt , mangler bussen .", "mangler bussen ."),
        ("Selv om kurset er godt , mangler bussen .", "mangler bussen ."),
        ("På trods af alt , kører bussen .", "kører bussen ."),
        ("Det er ikke kun dyrt , men direkte forkert tænkt .", "Det er ikke kun dyrt , men direkte forkert tænkt ."),
        ("Det er dyrt , men også forkert tænkt .", "Det er dyrt , men også forkert tænkt ."),
        ("Men bussen kører ikke .", "Men bussen kører ikke ."),
        ("Vi er glade , men trætte .", "trætte ."),
        ("Vi er glade , men .", "Vi er glade , men ."),
        ("Selvom kurset er godt .", "Selvom kurset er godt ."),
        ("Bussen kører .", "Bussen kører ."),
        ("", ""),
    ],
)
def test_the_claim_follows_the_concession(text: str, claim: str) -> None:
    words = text.split()
    assert " ".join(words[claim_start(words) :]) == claim
