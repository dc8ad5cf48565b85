from __future__ import annotations

import pytest

from hoering.pseudonymise.key import PseudonymKey


def given(key: PseudonymKey, *names: str, document: str = "a.txt", kind: str = "Person") -> list[str]:
    return [key.placeholder(name, document=document, kind=kind) for name in names]


def test_same_name_in_any_case_is_one_person() -> None:
    assert given(PseudonymKey(), "Lis Holm", "LIS HOLM", "lis holm") == ["[Person 1]"] * 3


@pytest.mark.parametrize("part", ["Lis", "Holm", "L. Holm"])
def test_part_of_a_full_name_is_the_same_person_in_the_same_document(part: str) -> None:
    assert given(PseudonymKey(), "Lis Holm", part) == ["[Person 1]", "[Person 1]"]


def test_other_initial_is_another_person() -> None:
    assert given(PseudonymKey(), "Lis Holm", "K. Holm") == ["[Person 1]", "[Person 2]"]


def test_first_name_alone_is_somebody_else_in_another_document() -> None:
    key = PseudonymKey()
    assert given(key, "Lis Holm") == ["[Person 1]"]
    assert given(key, "Lis", document="b.txt") == ["[Person 2]"]
    assert given(key, "Lis Holm", "Lis", document="c.txt") == ["[Person 1]", "[Person 1]"]


def test_each_kind_counts_from_one() -> None:
    key = PseudonymKey()
    assert given(key, "Lis Holm", kind="Borger") == ["[Borger 1]"]
    assert given(key, "Ole Friis", kind="Medarbejder") == ["[Medarbejder 1]"]
    assert given(key, "Mia Dam", kind="Borger") == ["[Borger 2]"]
    assert given(key, "Lis Holm", kind="Person") == ["[Borger 1]"]


def test_full_names_are_listed_longest_first_without_single_ones() -> None:
    key = PseudonymKey()
    given(key, "Lis", "Ole Friis", "Lis Marie Holm")
    assert key.full_names() == ["lis marie holm", "ole friis"]
