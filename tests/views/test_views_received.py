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
