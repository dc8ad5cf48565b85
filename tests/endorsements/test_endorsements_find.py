"""Sentences that join another's answer, by three tables of invented sentences, and where they stand."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoering.endorsements import Register, Writer, find_endorsements

DATA = Path(__file__).parents[1] / "data"
SENDERS = {
    "borger": ("Borger (nr. 1)", "[Borger 1]"),
    "birthe": ("Borger (nr. 2)", "[Borger 3]"),
    "handicap": ("Handicaprådet i Vestrup Kommune",),
    "senior": ("Seniorrådet i Vestrup Kommune",),
    "forbund": ("Fagligt Forbund Vestrup",),
    "kl": ("Kommunernes Landsforening",),
    "skovlev": ("Skovlev Kommune",),
    "sadeghi": ("Amir Sadeghi, Fælleslisten (J)",),
    "lokalnord": ("Lokalrådet for Vestrup Nord",),
    "lokalsyd": ("Lokalrådet for Vestrup Syd",),
}
REGISTER = Register([
    *(Writer(source=source, names=names) for source, names in SENDERS.items()),
    Writer(source="udkast", names=("Vestrup Kommune",), authority=True),
])  # fmt: skip
# Joined without a word for it, or in the second half of what is joined.
NOT_FOUND = {
    "Det svar, Seniorrådet har sendt, kunne jeg selv have skrevet.",
    "[Borger 3] har skrevet præcis det, jeg mener.",
    "Se mit første svar og det fra Grundejerforeningen Ly.",
}


def rows() -> Iterator[object]:
    for name in ("tilslutninger", "tilslutninger_nye", "tilslutninger_sidst"):
        lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        for row in csv.reader((x for x in lines if not x.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE):
            known = [pytest.mark.xfail(strict=True)] if row[2] in NOT_FOUND else []
            yield pytest.param(*row, id=row[2], marks=known)


@pytest.mark.parametrize(("writer", "joins", "sentence"), list(rows()))
def test_whom_a_sentence_joins(writer: str, joins: str, sentence: str) -> None:
    found = find_endorsements(writer, sentence, REGISTER)
    assert {e.joins or "?" for e in found} == set(joins.replace("-", "").split())


def test_place_is_that_of_the_words_also_in_a_longer_text() -> None:
    text = "Tak for det.\n\nBussen er væk. Jeg er helt enig med [Borger 3] i det. Se svar fra Seniorrådet.\nHilsen"
    found = find_endorsements("borger", text, REGISTER)
    assert [(text[e.start : e.end], e.named, e.joins) for e in found] == [
        ("enig med [Borger 3]", "[Borger 3]", "birthe"),
        ("Se svar fra Seniorrådet", "Seniorrådet", "senior"),
    ]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Jeg er enig med [Person 9].", "Den nævnte person kendes ikke som afsender."),
        ("Vi henviser til FH's høringssvar.", "Der er ingen modtaget henvendelse fra en afsender med det navn."),
        ("Jeg er enig med min nabo.", "Det fremgår ikke, hvis svar der menes."),
        (
            "Vi tilslutter os lokalrådets svar.",
            "Flere afsendere kan være ment: Lokalrådet for Vestrup Nord, Lokalrådet for Vestrup Syd.",
        ),
    ],
)
def test_unknown_stays_unknown_and_says_why(sentence: str, reason: str) -> None:
    (found,) = find_endorsements("borger", sentence, REGISTER)
    assert (found.joins, found.reason) == ("", reason)


def test_named_person_in_his_own_list_of_names_is_still_another() -> None:
    both = Register([Writer(source="a", names=("[Borger 1]",)), Writer(source="b", names=("[Borger 1]",))])
    assert [e.joins for e in find_endorsements("b", "Jeg er enig med [Borger 1].", both)] == ["a"]


def test_empty_text_and_empty_register() -> None:
    assert find_endorsements("borger", "", REGISTER) == []
    assert [e.joins for e in find_endorsements("borger", "Jeg er enig med [Borger 3].", Register([]))] == [""]


PARTS = ["Jeg er enig med ", "[Borger 3]", "Seniorrådet", "s svar", " ", ". ", "ikke ", "Vi henviser til ", "\n", "og "]


@given(st.lists(st.sampled_from(PARTS), max_size=25).map("".join))
def test_places_lie_in_the_text_and_hold_the_name(text: str) -> None:
    for found in find_endorsements("borger", text, REGISTER):
        assert 0 <= found.start < found.end <= len(text)
        assert bool(found.joins) != bool(found.reason)
        assert found.named in text or found.joins
