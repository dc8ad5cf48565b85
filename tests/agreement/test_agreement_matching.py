"""Which codings answer which unit."""

from __future__ import annotations

import pandas as pd
import pytest

from hoering.agreement import Answer, Match, Unit, match

COLUMNS = ["document", "start", "end", "quote", "kind", "code"]
SENTENCE = "Bussen kører aldrig om søndagen."


def codings(*rows: tuple[str, int, int, str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=COLUMNS)


def removals(*rows: tuple[str, int, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["document", "start", "end"])


def unit(start: int | None, end: int | None, file: str = "brev.txt", text: str = "") -> Unit:
    return Unit(file=file, text=text, start=start, end=end, answer=Answer())


def only(item: Unit, rows: pd.DataFrame, gone: pd.DataFrame | None = None) -> Match:
    (found,) = match([item], rows, removals() if gone is None else gone)
    return found


@pytest.mark.parametrize(
    ("start", "end", "belongs"),
    [
        (10, 20, True),
        (8, 21, True),  # midpoint inside
        (0, 15, True),  # covers half of the unit, midpoint outside
        (0, 14, False),  # covers less than half
        (14, 60, True),  # covers more than half, midpoint far outside
        (20, 30, False),
    ],
)
def test_a_coding_belongs_by_its_midpoint_or_by_half_of_the_unit(start: int, end: int, belongs: bool) -> None:
    found = only(unit(10, 20), codings(("brev.txt", start, end, "", "theme", "mobilitet")))
    assert found.answer.themes == ({"mobilitet"} if belongs else set())
    assert found.codings == belongs


def test_of_several_stances_that_of_the_longest_cover_counts() -> None:
    rows = codings(("brev.txt", 10, 18, "", "stance", "kritik"), ("brev.txt", 18, 20, "", "stance", "forslag"))
    assert only(unit(10, 20), rows).answer.stance == "kritik"
    assert only(unit(10, 20), rows.iloc[::-1]).answer.stance == "kritik"


def test_without_codings_a_unit_is_neutral_and_its_voice_unknown() -> None:
    found = only(unit(10, 20), codings())
    assert found == Match(
        Answer(themes=frozenset(), actors=frozenset(), stance="neutral", voice="ukendt", boilerplate=False), 0
    )


def test_a_document_is_named_with_its_folder_or_without() -> None:
    rows = codings(("svar/brev.txt", 10, 20, "", "actor", "borgere"), ("bilag/notat.txt", 10, 20, "", "actor", "raad"))
    assert only(unit(10, 20, "brev.txt"), rows).answer.actors == {"borgere"}
    assert only(unit(10, 20, "bilag/notat.txt"), rows).answer.actors == {"raad"}
    assert only(unit(10, 20, "andet.txt"), rows).codings == 0


@pytest.mark.parametrize(
    ("quote", "belongs"),
    [
        (SENTENCE, True),
        ("Bussen  kører aldrig\nom Søndagen.", True),
        ("kører aldrig om søndagen", True),
        ("Bussen", False),  # too short to be told by its words
        ("Toget kører hver dag til hovedbanegården.", False),
    ],
)
def test_a_unit_without_a_place_is_found_by_its_words(quote: str, belongs: bool) -> None:
    found = only(unit(None, None, text=SENTENCE), codings(("brev.txt", 0, 9, quote, "theme", "mobilitet")))
    assert (found.answer.themes == {"mobilitet"}) is belongs
    assert found.answer.boilerplate is not belongs


def test_what_cleaning_took_out_counts_by_four_fifths() -> None:
    gone = removals(("brev.txt", 0, 14), ("brev.txt", 16, 20))
    assert only(unit(10, 20), codings(), gone).answer.boilerplate is True
    assert only(unit(10, 21), codings(), gone).answer.boilerplate is False
    assert only(unit(10, 20, "andet.txt"), codings(), gone).answer.boilerplate is False
