from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from spacy.language import Language

from hoering import views
from hoering.codebook import Codebook
from hoering.coding import PatternCoder
from hoering.facit import read_facit
from hoering.tables import parquet_bytes, read_table


@pytest.fixture
def sheet(processed: Path) -> pd.DataFrame:
    return views.coding_sheet(read_table(processed, "codings"))


def figures(sheet: pd.DataFrame, processed: Path, book: Codebook) -> dict[str, float]:
    path = processed / "facit.csv"
    sheet.to_csv(path, index=False, sep=";")
    table = views.agreement_table(read_facit(path, book), processed)
    return {f"{question} {measure}": value for question, measure, value in table.iloc[:, :3].to_numpy().tolist()}


def test_the_sheet_shows_no_codes(sheet: pd.DataFrame) -> None:
    assert sheet["tekst"].tolist() == [
        "Bussen er væk.",
        "Cykelstien langs bussen er god.",
        "Det regner.",
        "Vi tog bussen.",
    ]
    assert sheet[["temaer", "parter", "holdning"]].eq("").all(axis=None)


def test_the_same_sentences_are_drawn_again(codings: pd.DataFrame) -> None:
    first = views.coding_sheet(codings, rows=3)
    assert len(first) == 3
    assert first.equals(views.coding_sheet(codings, rows=3))


def test_an_interviewers_questions_are_not_drawn(codings: pd.DataFrame) -> None:
    assert "Hvad med bussen?" not in set(views.coding_sheet(codings)["tekst"])


def test_filled_in_by_the_same_coder_all_agree(
    sheet: pd.DataFrame, processed: Path, speaking: Codebook, plain: Language
) -> None:
    filled = views.filled_by(PatternCoder(speaking), sheet, processed, plain)
    assert filled["temaer"].tolist() == ["bus", "bus|cykel", "", "bus"]
    found = figures(filled, processed, speaking)
    assert found["Temaer mikro-F1"] == found["Temaer F1 pr. sætning"] == found["Holdning andel ens"] == 1.0


def test_what_a_person_says_otherwise_lowers_the_figures(
    sheet: pd.DataFrame, processed: Path, speaking: Codebook
) -> None:
    own = sheet.assign(temaer=["bus", "Cykler", "cykel", "bus"])
    # Three of five codes in common: 2 * 3 / (4 + 4).
    assert figures(own, processed, speaking)["Temaer mikro-F1"] == pytest.approx(0.75)


def test_codings_by_people_are_not_measured(sheet: pd.DataFrame, processed: Path, speaking: Codebook) -> None:
    codings = read_table(processed, "codings")
    said = codings.assign(coder=codings["coder"].mask(codings["code"] == "bus", "human:mig"))
    (processed / "codings.parquet").write_bytes(parquet_bytes(said))
    assert figures(sheet.assign(temaer="bus"), processed, speaking)["Temaer mikro-F1"] == 0.0
