"""Campaigns, duplicates and joined answers as a secretariat sees them."""

from __future__ import annotations

import pandas as pd
import pytest

from hoering.duplicates import Copies, Letter, copies_frame, find_copies, groups_frame
from hoering.endorsements import Endorsement
from hoering.views import groups as views

TEMPLATE = (
    "Lad roklubben beholde sit hus ved åen. Her kommer både de unge og dem, der har mistet deres arbejde, og her er "
    "der altid en båd, der skal males, og en kande kaffe til den, der maler."
)
OWN = "Min far lærte at ro her som 70-årig, efter at han mistede sin kone."


@pytest.fixture
def copies() -> Copies:
    letters = [
        Letter(source="a.txt#1", kind="hoeringssvar", sender="[Borger 1]", text=TEMPLATE),
        Letter(source="b.txt#1", kind="hoeringssvar", sender="[Borger 2]", text=f"{TEMPLATE} {OWN}"),
        Letter(source="c.txt#1", kind="hoeringssvar", sender="Roklubben", text=TEMPLATE),
        Letter(source="d.txt#1", kind="hoeringssvar", sender="Roklubben", text=TEMPLATE.upper()),
        Letter(source="e.txt#1", kind="hoeringssvar", sender="[Borger 3]", text="Flere busser, tak."),
    ]
    return find_copies(letters)


@pytest.fixture
def received() -> pd.DataFrame:
    rows = [
        ("a.txt", 1, "Borger (nr. 1)", "2026-03-07"),
        ("b.txt", 2, "Borger (nr. 2)", "2026-03-08"),
        ("c.txt", 3, "Roklubben", ""),
        ("d.txt", 0, "Roklubben", ""),
        ("e.txt", 4, "Borger (nr. 4)", ""),
    ]
    frame = pd.DataFrame(rows, columns=["document", "number", "sender", "date"])
    return frame.assign(source=frame["document"] + "#1")


def test_a_group_is_a_row_with_its_senders_and_what_they_share(copies: Copies, received: pd.DataFrame) -> None:
    table = views.group_table(groups_frame(copies), copies_frame(copies), received)
    assert table.iloc[0].to_dict() == {
        "Gruppe": "Kampagne 1 (3 afsendere)",
        "Afsendere": 3,
        "Henvendelser": "1, 2, 3",
        "Med egen tekst": 1,
        "Fælles tekst": TEMPLATE.removesuffix("."),
    }
    assert len(table) == 1


def test_members_of_a_group_and_what_each_adds(copies: Copies, received: pd.DataFrame) -> None:
    table = views.group_members(copies_frame(copies), received)
    assert list(table["Henvendelse"]) == [1, 2, 3]
    assert list(table["Dato"]) == ["7. marts 2026", "8. marts 2026", ""]
    words = len(OWN.replace("-", " ").split())
    share = round(100 * words / (len(TEMPLATE.split()) + words))
    assert list(table["Egen tekst (%)"]) == [0, share, 0]


def test_duplicate_is_named_with_what_it_is_a_copy_of(copies: Copies, received: pd.DataFrame) -> None:
    table = views.duplicate_table(copies_frame(copies), received)
    assert table.to_numpy().tolist() == [["d.txt", "Samme tekst og samme afsender; tæller ikke med", "c.txt"]]


def test_letter_that_stands_in_a_longer_document(received: pd.DataFrame) -> None:
    frame = copies_frame(find_copies([Letter(source="a.txt#1", kind="", sender="", text="")])).assign(part_of="c.txt#1")
    assert views.duplicate_table(frame, received).to_numpy().tolist() == [
        ["a.txt", "Står også i et længere dokument", "c.txt"]
    ]


def test_long_common_text_is_cut_at_a_word(copies: Copies, received: pd.DataFrame) -> None:
    groups = groups_frame(copies).assign(common="bus " * 200)
    shown = views.group_table(groups, copies_frame(copies), received)["Fælles tekst"][0]
    assert shown.endswith("bus …")
    assert len(shown) <= 302


def test_joined_answers_with_number_and_sender_or_the_reason(received: pd.DataFrame) -> None:
    found = [
        Endorsement(source="e.txt#1", start=0, end=5, named="Roklubben", joins="c.txt#1"),
        Endorsement(source="a.txt#1", start=0, end=5, named="min nabo", reason="Det fremgår ikke."),
    ]
    frame = pd.DataFrame([{s: getattr(e, s) for s in Endorsement.__slots__} for e in found])
    table = views.endorsement_table(frame, received)
    assert table.astype(object).where(table.notna(), "").to_numpy().tolist() == [
        [4, "Borger (nr. 4)", "Roklubben", 3, "Roklubben", ""],
        [1, "Borger (nr. 1)", "min nabo", "", "", "Det fremgår ikke."],
    ]


def test_nothing_in_nothing_out(received: pd.DataFrame) -> None:
    none = Copies(likenesses=(), groups=())
    empty = received.iloc[:0]
    endorsements = pd.DataFrame({name: pd.Series(dtype="str") for name in Endorsement.__slots__})
    for frame in (
        views.group_table(groups_frame(none), copies_frame(none), empty),
        views.group_members(copies_frame(none), empty),
        views.duplicate_table(copies_frame(none), empty),
        views.endorsement_table(endorsements, empty),
    ):
        assert frame.empty
        assert len(frame.columns) > 2
