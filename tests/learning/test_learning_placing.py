"""A decision is used only where its sentence stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from hoering.errors import DecisionsError
from hoering.learning.decisions import Decision, Decisions
from hoering.learning.placing import placed

Decide = Callable[..., Decision]
TEXTS = {
    ("brev.txt", 0, 10): "Vi vil så.",
    ("brev.txt", 11, 19): "Ja  tak.",
    ("brev.txt", 20, 28): "Nej nej.",
    ("brev.txt", 29, 37): "Nej nej.",
}


def test_what_stands_there_is_used_whatever_the_spaces(decide: Decide) -> None:
    items = (decide(), decide(start=11, end=19, quote="Ja tak."))
    assert placed(Decisions(items), TEXTS, "t.csv") == Decisions(items)


def test_a_quotation_alone_is_found_where_it_stands_once(decide: Decide) -> None:
    (item,) = placed(Decisions((decide(start=-1, end=-1, quote="Ja tak."),)), TEXTS, "t.csv").items
    assert item.place == ("brev.txt", 11, 19)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"start": 11, "end": 19}, "»Vi vil så.« står ikke ved 11–19. Slet Start og Slut, så findes stedet igen."),
        ({"start": -1, "end": -1, "quote": "Nej nej."}, "»Nej nej.« står 2 steder i brev.txt. Skriv Start og Slut."),
        ({"quote": "Vi vil ikke."}, "»Vi vil ikke.« står ikke som sætning i brev.txt. Ret citatet"),
        ({"start": -1, "end": -1, "quote": "Aldrig."}, "»Aldrig.« står ikke som sætning i brev.txt."),
    ],
)
def test_what_does_not_stand_there_is_told_with_its_row(decide: Decide, given: dict[str, Any], message: str) -> None:
    found = placed(Decisions((decide(where="række 9", **given),), ("før",)), TEXTS, "t.xlsx")
    assert found.items == ()
    assert found.told[0] == "før"
    assert found.told[1].startswith(f"t.xlsx, række 9: {message}")


def test_documents_that_are_gone_are_counted(decide: Decide) -> None:
    found = placed(Decisions((decide(document="væk.txt"), decide(document="væk.txt", code="skole"))), TEXTS, "t.csv")
    assert (found.items, found.told) == ((), ("2 beslutninger gælder dokumenter, der ikke er med i kørslen.",))


def test_a_contradiction_that_shows_only_when_placed_is_told(decide: Decide) -> None:
    items = (decide(), decide(start=-1, end=-1, verdict="no", where="række 5"))
    with pytest.raises(DecisionsError, match="række 2 og række 5 siger hver sit om tema"):
        placed(Decisions(items), TEXTS, "t.csv")
