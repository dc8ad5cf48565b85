from __future__ import annotations

import pytest

from hoering.pseudonymise.finding import NameFinding
from hoering.pseudonymise.public import PublicNames, outside


def finding(text: str, name: str) -> NameFinding:
    start = text.index(name)
    return NameFinding(start, start + len(name), name, "prøve")


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        ("Vi talte med Karens Hus.", "Karens Hus", True),
        ("Vi talte med Karens Hus.", "Karens", True),
        ("Karens Hus' leder kom.", "Karens Hus", True),
        ("Jeg kender Karens Husum.", "Karens Husum", False),
        ("Karen Lind kom med toget.", "Karen Lind", False),
        ("Vi bor i Lind nu.", "Lind", True),
        ("Vi bor ved en lind nu.", "lind", False),
    ],
)
def test_only_what_lies_within_a_listed_name_as_written_stays(text: str, name: str, kept: bool) -> None:
    found = [finding(text, name)]
    assert outside(found, {"Karens Hus", "Lind"}, text) == ([] if kept else found)


def test_without_a_list_every_finding_is_outside() -> None:
    found = [finding("Karen kom.", "Karen")]
    assert outside(found, (), "Karen kom.") == found


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        ("Ib Lund talte.", "Ib Lund", True),
        ("Borgmester Ib Lund talte.", "Borgmester Ib Lund", True),
        ("Ib Lund Hansen talte.", "Ib Lund Hansen", False),
        ("Per Ib Lund talte.", "Per Ib Lund", False),
        ("Ib Lund Ravnsø talte.", "Ib Lund Ravnsø", True),
    ],
)
def test_longer_name_is_somebody_else(text: str, name: str, kept: bool) -> None:
    public = PublicNames(frozenset({"Ib Lund"}), text)
    found = [finding(text, name)]
    assert public.without(found) == ([] if kept else found)
    assert bool(public.spans(text)) == kept


def test_places_come_longest_name_first() -> None:
    names = frozenset({"Ib Lund", "Karen Ibsen Lund", "Bo Bjerg"})
    text = "Bo Bjerg, Ib Lund og Karen Ibsen Lund."
    assert [name for _, _, name in PublicNames(names, text).places(text)] == ["Karen Ibsen Lund", "Bo Bjerg", "Ib Lund"]
