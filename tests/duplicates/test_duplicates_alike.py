from __future__ import annotations

import pytest

from hoering.duplicates.alike import Demand, Shingled, alike, is_linked


def text(first: int, last: int, family: str = "svar", sender: str = "") -> Shingled:
    return Shingled(tuple(f"ord {n} her" for n in range(first, last)), family, sender)


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        (text(0, 50), text(30, 90), True),
        (text(0, 60), text(41, 110), False),
        (text(0, 49), text(29, 90), True),
        (text(0, 19), text(0, 60), False),
        (text(0, 30), text(8, 200), False),
        (text(0, 30), text(4, 200), True),
        (text(0, 50), text(0, 50, "nyhed"), True),
        (text(0, 50), text(15, 70, "nyhed"), False),
    ],
)
def test_how_much_must_be_in_common(one: Shingled, other: Shingled, linked: bool) -> None:
    assert is_linked(one, other) is linked


def test_stricter_demand_of_two_holds() -> None:
    strict = Shingled(text(25, 80).shingles, "svar", "", Demand(share=0.7))
    assert not is_linked(text(0, 50), strict)
    assert is_linked(text(0, 50), Shingled(strict.shingles, "svar"))


def test_collection_of_one_sender_holds_its_parts_and_groups_nobody() -> None:
    found = alike([text(0, 60, sender="a"), text(100, 160, sender="b"), text(0, 160, sender="k")])
    assert found.leaders == (0, 1, 2)
    assert found.held_by == {0: 2, 1: 2}


def test_the_same_collection_twice_from_one_sender_is_still_one() -> None:
    both = text(0, 160, sender="k")
    found = alike([text(0, 60, sender="a"), text(100, 160, sender="b"), both, both])
    assert found.leaders == (0, 1, 2, 2)
    assert set(found.held_by) == {0, 1}


def test_texts_shorter_than_is_demanded_stay_alone() -> None:
    assert alike([text(0, 19), text(0, 19)]).leaders == (0, 1)
