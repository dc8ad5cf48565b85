from __future__ import annotations

import pytest

from hoering.pseudonymise.key import KeyedPerson, PseudonymKey, alike


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


def test_name_without_the_middle_name_is_the_same_person_in_the_same_document_only() -> None:
    key = PseudonymKey()
    assert given(key, "Lis Marie Holm", "Lis Holm") == ["[Person 1]", "[Person 1]"]
    assert given(PseudonymKey(), "Lis Marie Holm", "Lis Anna Holm", "Lis Holm")[:2] == ["[Person 1]", "[Person 2]"]
    other = PseudonymKey()
    given(other, "Lis Marie Holm")
    assert given(other, "Lis Holm", document="b.txt") == ["[Person 2]"]


def test_first_name_of_one_and_surname_of_another_are_a_third_person() -> None:
    assert given(PseudonymKey(), "Lis Marie Holm", "Ole Dam", "Lis Dam") == ["[Person 1]", "[Person 2]", "[Person 3]"]


def test_names_put_together_are_one_person_in_all_documents() -> None:
    key = PseudonymKey(aliases={"mette lund": "Mette Lund", "mette lundt": "Mette Lund"})
    assert given(key, "Mette Lundt") == ["[Person 1]"]
    assert given(key, "METTE LUND", document="b.txt") == ["[Person 1]"]


def test_composed_and_decomposed_letters_are_one_name() -> None:
    assert given(PseudonymKey(), "Åse Holm", "A\u030ase Holm") == ["[Person 1]", "[Person 1]"]


def test_key_tells_names_as_written_and_documents_by_number() -> None:
    key = PseudonymKey()
    given(key, "LIS HOLM", "Lis Holm", "Lis")
    given(key, "Ole Friis", kind="Borger")
    given(key, "Lis Holm", document="b.txt")
    for number in range(9):
        given(key, f"Mads Nr{'x' * number}")
    people = key.people()
    assert [p.placeholder for p in people] == ["[Borger 1]", *(f"[Person {n}]" for n in range(1, 11))]
    assert people[1] == KeyedPerson(placeholder="[Person 1]", names=("Lis Holm", "Lis"), documents=("a.txt", "b.txt"))


def test_pairs_that_may_be_one_person_are_told() -> None:
    key = PseudonymKey()
    given(key, "Lis Marie Holm")
    given(key, "Lis Holm", "Lis Dam", document="b.txt")
    given(key, "Lis Anna Holm", document="c.txt")
    assert alike(key.people()) == [("[Person 1]", "[Person 2]"), ("[Person 2]", "[Person 4]")]
