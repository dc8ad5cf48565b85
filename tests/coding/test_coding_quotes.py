from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoering.coding.quotes import QuotedRun, quoted_runs


def said(*paragraphs: str) -> list[str]:
    """What is said in paragraphs, with the paragraph's number before it."""
    return [f"{run.paragraph}: {paragraphs[run.paragraph][run.start : run.end]}" for run in quoted_runs(paragraphs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("”Vi mangler folk.”", ["0: Vi mangler folk."]),
        ("»Vi mangler folk.«", ["0: Vi mangler folk."]),
        ("„Vi mangler folk.“", ["0: Vi mangler folk."]),
        ("“Vi mangler folk.”", ["0: Vi mangler folk."]),
        ('"Vi mangler folk."', ["0: Vi mangler folk."]),
        ("»Vi mangler folk.»", ["0: Vi mangler folk."]),
        ("Han siger: ”Vi mangler folk.” Så går han.", ["0: Vi mangler folk."]),
        ("Han siger:”Vi mangler folk.”", ["0: Vi mangler folk."]),
        ("”Vi mangler folk her i byen,” siger han, ”og vi har ventet i mange år.”",
         ["0: Vi mangler folk her i byen,", "0: og vi har ventet i mange år."]),
        ("(”Vi mangler folk.”)", ["0: Vi mangler folk."]),
        ("Ingen siger noget.", []),
        ("", []),
    ],
)  # fmt: skip
def test_speech_stands_between_quotation_marks(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Planen hedder ”Sammen om job” og gælder fra maj.",
        "De kalder det »en helt ny vej«.",
        "Rapporten ”Flere i arbejde, færre ledige” er ude.",
        "Han fik ordet ”nej” at vide.",
    ],
)
def test_a_few_quoted_words_are_a_name_or_a_phrase(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("text", ["”Nej!” råbte han.", "”Hvorfor?” spurgte hun.", "Han sagde ”Nej.”"])
def test_a_short_quotation_with_a_stop_is_speech(text: str) -> None:
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("– Vi mangler folk, siger han.", ["0: Vi mangler folk, siger han."]),
        ("- Vi mangler folk.", ["0: Vi mangler folk."]),
        ("—Ja.", ["0: Ja."]),
        ("– vi mangler folk", []),
        ("Det er 3 – 4 stykker. – Nej.", []),
        ("–", []),
    ],
)
def test_speech_stands_behind_a_dash_that_opens_a_paragraph(text: str, expected: list[str]) -> None:
    assert said(text) == expected
    assert all(run.dash for run in quoted_runs([text]))


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            ["”Vi mangler folk.", "Og tid,” siger hun. Hun går."],
            ["0: Vi mangler folk.", "1: Og tid,"],
        ),
        (
            ["”Vi mangler folk.", "”Og tid har vi heller ikke,” siger hun."],
            ["0: Vi mangler folk.", "1: Og tid har vi heller ikke,"],
        ),
        (
            ["»Vi mangler folk.", "Vi mangler tid.", "Og ro.« Hun går."],
            ["0: Vi mangler folk.", "1: Vi mangler tid.", "2: Og ro."],
        ),
        (["”Vi mangler folk.", "Mødet er slut."], ["0: Vi mangler folk."]),
        (["”Vi mangler folk.", "Mødet er slut.", "”Endelig!” siger han."], ["0: Vi mangler folk.", "2: Endelig!"]),
        (["”Vi mangler folk.", "– Ja, siger han."], ["0: Vi mangler folk.", "1: Ja, siger han."]),
    ],
)
def test_a_quotation_runs_over_paragraphs_until_it_is_closed(paragraphs: list[str], expected: list[str]) -> None:
    assert said(*paragraphs) == expected


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert quoted_runs(["Han: ”Vi mangler folk.", "Slut."]) == [QuotedRun(0, 6, 22)]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(alphabet='aB .!?:,”“»«"–- ', max_size=20), max_size=4))
def test_runs_lie_in_their_paragraphs_and_never_overlap(paragraphs: list[str]) -> None:
    runs = quoted_runs(paragraphs)
    assert all(0 <= run.start <= run.end <= len(paragraphs[run.paragraph]) for run in runs)
    places = [(run.paragraph, run.start, run.end) for run in runs]
    assert places == sorted(places)
    assert all(a[0] < b[0] or a[2] <= b[1] for a, b in pairwise(places))
