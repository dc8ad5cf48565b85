"""No planted name survives, and every mask covers exactly the name: for random names in random sentences."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from hoering.edits import View
from hoering.pseudonymise import CleanedDocument, Pseudonymiser
from hoering.pseudonymise.identifiers import find_identifiers
from hoering.pseudonymise.names import find_names
from hoering.sensitive import RawDocument, RawText

NAMES = [
    "Birgit Vangsgaard", "Søren Kjær", "Anne-Mette Bak-Jensen", "Ayşe Yılmaz", "Paweł Kowalczyk", "Mette B. Lassen",
    "Hans Ørsted", "Bo Lund", "Mia O'Connor", "Jytte", "Mads", "Oksana", "Abdi Hassan", "Fatima", "Jens Riis",
]  # fmt: skip
CARRIERS = [
    "I går talte jeg med {} om min sag.",
    "{} siger, at der mangler busser.",
    "Det er {}s tur til at vente.",
    "Som ”{}” sagde, er det svært.",
    "Min nabo {} har været ledig i to år.",
    "Hvorfor får ({}) ikke et svar?",
    "– {}, hvad synes du?",
    "Kommunen ringede til {}.",
]
FILLERS = [
    "",
    "Der mangler busser i Hedelund.",
    "Vi er tolv ansatte.",
    "Det koster 12.500 kr.",
    "Bo og leve her er rart.",
]

sentences = st.lists(
    st.tuples(st.sampled_from(CARRIERS), st.sampled_from(NAMES), st.sampled_from(FILLERS)), min_size=1, max_size=5
)


def planted(parts: list[tuple[str, str, str]]) -> tuple[str, set[tuple[int, int]]]:
    """A text of sentences and the places of the names in it."""
    text, places = "", set()
    for carrier, name, filler in parts:
        start = len(text) + carrier.index("{}")
        places.add((start, start + len(name)))
        text += carrier.format(name) + "\n" + filler + "\n"
    return text, places


@settings(max_examples=60, deadline=None)
@given(sentences)
def test_no_planted_name_survives_and_masks_cover_exactly_the_names(parts: list[tuple[str, str, str]]) -> None:
    text, places = planted(parts)
    raw = RawDocument(document="a.txt", sha256="", format="txt", raw=RawText(text=text))
    edits = Pseudonymiser(nlp=None, public=frozenset()).mask(CleanedDocument(raw=raw, edits=()))
    view = View.of(text, edits)
    for part in {part for _, name, _ in parts for part in name.split() if len(part) > 2}:
        assert not re.search(rf"(?<!\w){part}(?!\w)", view.text)
    masks = {(e.start, e.end) for e in edits}
    assert places <= masks
    assert all(text[start:end] == "Bo" for start, end in masks - places)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aBoøÅ Ée.,-:/@()0123456789\n\u00ad\u00a0'’_"), max_size=80))
def test_any_text_is_masked_without_error_and_findings_lie_inside_it(text: str) -> None:
    raw = RawDocument(document="a.txt", sha256="", format="txt", raw=RawText(text=text))
    edits = Pseudonymiser(nlp=None, public=frozenset()).mask(CleanedDocument(raw=raw, edits=()))
    assert all(0 <= e.start < e.end <= len(text) for e in edits)
    found = [(f.start, f.end) for f in (*find_names(text), *find_identifiers(text))]
    assert all(0 <= start < end <= len(text) for start, end in found)
    View.of(text, edits)


@settings(max_examples=60, deadline=None)
@given(
    st.dates().map(lambda d: f"{d:%d%m%y}"),
    st.integers(0, 9999).map(lambda n: f"{n:04d}"),
    st.sampled_from(["", "-", " ", "–", " - "]),
)
def test_every_cpr_number_is_masked_whole(birth: str, serial: str, between: str) -> None:
    number = f"{birth}{between}{serial}"
    spans = [(f.start, f.end) for f in find_identifiers(f"cpr. {number}, tak") if f.reason == "CPR-nummer"]
    assert spans == [(5, 5 + len(number))]
