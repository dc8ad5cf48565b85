from __future__ import annotations

import pytest

from hoering.pseudonymise.finding import NameFinding
from hoering.pseudonymise.public import outside


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
