from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from spacy.language import Language

from hoering import views
from hoering.codebook import Codebook
from hoering.coding import PatternCoder
from hoering.errors import DecisionsError
from hoering.tables import read_table

from .conftest import LETTER

DOCUMENT = LETTER.partition("#")[0]


@pytest.fixture
def asked(processed: Path, speaking: Codebook, plain: Language) -> pd.DataFrame:
    return views.open_questions(processed, PatternCoder(speaking), speaking, plain, {DOCUMENT}, sentences=4)


def test_questions_are_those_of_the_sheet_and_nothing_is_written(asked: pd.DataFrame, processed: Path) -> None:
    suggested = asked[(asked["Slags"] == "tema") & (asked["Foreslået"] == "ja")]
    assert suggested[["Citat", "Kode"]].to_numpy().tolist() == [
        ["Bussen er væk.", "bus"],
        ["Cykelstien langs bussen er god.", "bus"],
        ["Cykelstien langs bussen er god.", "cykel"],
        ["Vi tog bussen.", "bus"],
    ]
    assert asked["Beslutning"].eq("").all()
    assert not list(processed.glob("beslutninger*"))


def test_other_documents_are_not_asked_about(processed: Path, speaking: Codebook, plain: Language) -> None:
    assert views.open_questions(processed, PatternCoder(speaking), speaking, plain, {"andet.txt"}).empty


def test_a_decision_changes_its_own_sentence(asked: pd.DataFrame, processed: Path, speaking: Codebook) -> None:
    codings = read_table(processed, "codings")
    one = asked[(asked["Citat"].str.startswith("Cykel")) & (asked["Kode"] == "bus")]
    before, after = "Bus og tog; Cykler; Neutral", "Cykler; Neutral"
    table = views.with_decisions(codings, one.assign(Beslutning="nej"), speaking)
    assert table.to_numpy().tolist() == [["Cykelstien langs bussen er god.", before, after]]


def test_without_a_decision_there_is_nothing_to_show(asked: pd.DataFrame, processed: Path, speaking: Codebook) -> None:
    assert views.with_decisions(read_table(processed, "codings"), asked, speaking).empty


def test_a_row_that_cannot_be_used_is_told(asked: pd.DataFrame, processed: Path, speaking: Codebook) -> None:
    with pytest.raises(DecisionsError, match="linje 2: »måske«"):
        views.with_decisions(read_table(processed, "codings"), asked.head(1).assign(Beslutning="måske"), speaking)


def test_each_decision_is_shown_with_what_it_did(book: Codebook) -> None:
    rows = [("theme", "bus", "fjernet"), ("actor", "borgere", "tilføjet"), ("stance", "", "gennemset")]
    columns = ["kind", "code", "effect"]
    decisions = pd.DataFrame(rows, columns=columns).assign(quote="Bussen er væk.", who="mig")
    shown = views.decided_table(decisions, book)
    assert shown["Slags kode"].tolist() == ["Tema", "Omtalt part", "Holdning"]
    assert shown["Kode"].tolist() == ["Bus og tog", "Borgere", ""]
    assert shown["Virkning"].tolist() == ["fjernet", "tilføjet", "gennemset"]
    assert views.decided_table(decisions.head(0), book).empty
