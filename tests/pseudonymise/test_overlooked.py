"""Words that look like a name and were left standing: shown to a person, so rather one too many."""

from __future__ import annotations

import pytest

from hoering.pseudonymise.overlooked import overlooked


def words(text: str, *stays: str) -> list[str]:
    return [found.words for found in overlooked(text, stays)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Så kom Zubeyde Okur hjem.", ["Zubeyde Okur"]),
        ("Det var Grimhilds tur.", ["Grimhilds"]),
        ("Vi bor i Skovlev nu.", ["Skovlev"]),
        ("Jeg så Hvilsted på gaden.", ["Hvilsted"]),
        ("Grimhild kom.", []),  # a single word that opens a sentence
        ("[Person 1] og [Borger 2] kom.", []),
        ("Vi er fra Aarhus og Region Midtjylland.", []),
        ("Dansk Arbejdsgiverforening og FH skrev.", []),
        ("Det skal Beskæftigelsesudvalget se på.", []),
        ("Det står i LAB og i EU.", []),
        ("", []),
    ],
)
def test_what_is_shown(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_names_that_stay_by_rule_are_passed_over_whole_and_in_part() -> None:
    text = "Så talte Zubeyde Okur, og Okurs tale var god."
    assert words(text, "Zubeyde Okur") == []
    assert words(text, "Karens Hus") == ["Zubeyde Okur", "Okurs"]


def test_places_are_where_the_words_stand() -> None:
    text = "Så kom Zubeyde Okur hjem til [Person 1] i Skovlev."
    assert [text[f.start : f.end] for f in overlooked(text)] == ["Zubeyde Okur", "Skovlev"]
