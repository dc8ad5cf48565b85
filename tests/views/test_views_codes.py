from __future__ import annotations

import pandas as pd

from hoering import views
from hoering.codebook import Codebook
from hoering.tables import themes_frame


def test_codes_in_the_codebook_are_named_by_label(book: Codebook) -> None:
    assert views.codebook_table(book)["Hører ikke med"].tolist() == ["Cykler: »Cykler«.", ""]


def test_every_code_comes_with_its_reason(codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook) -> None:
    table = views.coding_table(codings, documents, book)
    assert len(table) == len(codings)
    assert table.iloc[0].tolist() == [
        "Bussen kører aldrig <i>.", "Tema", "Bus og tog", 0.75, "mønster: bus*",
        "Henvendelse 1, høringssvar, s. 2, tegn 10–34", "svar/Roklub.pdf",
    ]  # fmt: skip


def test_sentences_are_those_the_report_counts(sentences: pd.DataFrame) -> None:
    assert sentences["Citat"].tolist() == [
        "Bussen kører aldrig <i>.",
        "Lav en cykelsti langs bussen.",
        "Venlig hilsen.",
        "Cyklen er stjålet.",
    ]
    assert sentences["Temaer"].tolist() == ["Bus og tog", "Bus og tog; Cykler", "", "Cykler"]
    assert sentences["Holdning"].tolist() == [
        "Kritik og bekymring",
        "Ønsker og forslag",
        "neutral",
        "Kritik og bekymring",
    ]
    assert sentences["Stemme"].tolist() == ["Foreninger"] * 3 + ["Borgere"]
    assert sentences["Afsendertype"].tolist() == ["Foreninger"] * 3 + ["Journalist"]
    assert sentences["Sted"][0] == "Henvendelse 1, høringssvar, s. 2, tegn 10–34"


def test_a_sentence_with_two_themes_comes_twice(sentences: pd.DataFrame) -> None:
    coded = views.by_theme(sentences)
    assert coded["Tema"].tolist() == ["Bus og tog", "Bus og tog", "Cykler", "Cykler"]


def test_counts_agree_with_the_themes(
    sentences: pd.DataFrame, codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook
) -> None:
    themes = views.themes_of(codings, documents, book)
    assert views.by_theme(sentences)["Tema"].value_counts().to_dict() == {t.label: t.sentences for t in themes}
    table = views.theme_table(themes_frame(themes))
    assert table.loc[table["Tema"] == "Cykler", ["Henvendelser", "Sætninger"]].to_numpy().tolist() == [[2, 2]]


def test_stances_are_counted_in_their_own_order(sentences: pd.DataFrame, book: Codebook) -> None:
    counted = views.stances_by(views.by_theme(sentences), "Tema", book)
    assert list(counted.columns) == ["Tema", "Kritik og bekymring", "Ønsker og forslag", "I alt"]
    assert counted.to_numpy().tolist() == [["Bus og tog", 1, 1, 2], ["Cykler", 1, 1, 2]]
