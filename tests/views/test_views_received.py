from __future__ import annotations

import pandas as pd

from hoering import views
from hoering.codebook import Codebook
from hoering.records import Problem
from hoering.tables import records_frame


def test_what_was_received(documents: pd.DataFrame, book: Codebook) -> None:
    assert views.statuses(documents)[["Status", "Henvendelser"]].to_numpy().tolist() == [
        ["Brugt", 3],
        ["Kan ikke læses", 1],
    ]
    register = views.source_register(documents, book)
    assert register.iloc[0].tolist() == [
        1, "svar/Roklub.pdf", "Høringssvar", "Roklubben", "Foreninger", "7. marts 2026", 1, "Brugt", "", "filnavn",
    ]  # fmt: skip
    assert register.iloc[-1][["Afsendertype", "Dato", "Status", "Årsag"]].tolist() == [
        "", "", "Kan ikke læses", "Filen er tom.",
    ]  # fmt: skip


def test_problems_have_danish_headings() -> None:
    problems = records_frame("problems", [Problem(stage="læsning", item="tom.txt", reason="Filen er tom.")])
    assert list(views.problem_table(problems).columns) == ["Trin", "Hvad", "Årsag"]


def test_account_of_characters_adds_up_and_ends_in_a_total(
    documents: pd.DataFrame, segments: pd.DataFrame, removals: pd.DataFrame
) -> None:
    table = views.ledger(documents, segments, removals)
    assert len(table) == len(documents) + 1
    fates = table[["Beholdt", "Rettet eller sløret", "Taget ud", "Mellemrum", "Lagt til side"]].sum(axis=1)
    assert fates.tolist() == table["Tegn"].tolist()
    assert table.iloc[-1]["Kilde"] == "I alt"
    assert table.iloc[-1]["Tegn"] == table.iloc[:-1]["Tegn"].sum() > 0
