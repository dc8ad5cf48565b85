from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from hoering import views
from hoering.codebook import Codebook
from hoering.concerns import Concern, concerns_frame

LETTER, NEWS, DRAFT = "svar/Roklub.pdf#1", "nyheder/Avisen.html#1", "politik/Udkast.docx#1"

LATE = Concern(
    concern_id="a", source=LETTER, number=1, document="svar/Roklub.pdf", page=2, start=10, end=30,
    quote="Bussen kører aldrig.", voice="foreninger", speaker="", sender="Roklubben", sender_type="foreninger",
    stance="kritik", target_theme="bus", target_actor="borgere", claim="Roklubben kritiserer borgere.", score=0.6,
    why="prøve", also=((40, 60), (70, 90)),
)  # fmt: skip
WORSE = replace(LATE, concern_id="b", start=200, end=230, score=0.9, quote="Den er væk.", also=())
WISH = replace(LATE, concern_id="c", stance="forslag", start=300, end=330, score=0.7, also=())
OPEN = replace(LATE, concern_id="d", source=NEWS, number=2, voice="borgere", target_actor="", target_theme="")
DRAFTED = replace(LATE, concern_id="e", source=DRAFT, number=3)


@pytest.fixture
def concerns() -> pd.DataFrame:
    return concerns_frame([LATE, WORSE, WISH, OPEN, DRAFTED])


def test_who_wants_what_from_whom(concerns: pd.DataFrame, documents: pd.DataFrame, book: Codebook) -> None:
    found = views.who_wants_what_from_whom(concerns, documents, book)
    assert found.columns.tolist() == [
        "Stemme", "Rettet mod", "Kritik og bekymring", "Ønsker og forslag", "I alt", "Eksempel", "Citat", "Sted",
    ]  # fmt: skip
    assert found.iloc[:, :5].to_numpy().tolist() == [
        ["Foreninger", "Borgere", 2, 1, 3],
        ["Borgere", "(ingen nævnt)", 1, 0, 1],
    ]
    assert found["Citat"][0] == "Den er væk."
    assert found["Sted"][0] == "Henvendelse 1, høringssvar, s. 2, tegn 200–230"


def test_all_claims_are_listed_in_danish(concerns: pd.DataFrame, documents: pd.DataFrame, book: Codebook) -> None:
    listed = views.concern_table(concerns, documents, book)
    assert listed["Henvendelse"].tolist() == [1, 1, 1, 2]
    assert listed.iloc[0].to_dict() == {
        "Henvendelse": 1,
        "Påstand": "Roklubben kritiserer borgere.",
        "Stemme": "Foreninger",
        "Holdning": "Kritik og bekymring",
        "Rettet mod": "Borgere",
        "Tema": "Bus og tog",
        "Citat": "Bussen kører aldrig.",
        "Også": 2,
        "Sted": "Henvendelse 1, høringssvar, s. 2, tegn 10–30",
        "Styrke": 0.6,
    }
    assert listed.iloc[3][["Rettet mod", "Tema"]].tolist() == ["(ingen nævnt)", ""]


def test_no_concerns(documents: pd.DataFrame, book: Codebook) -> None:
    for view in (views.who_wants_what_from_whom, views.concern_table):
        made = view(concerns_frame([]), documents, book)
        assert made.empty
        assert len(made.columns) > 1
        assert "table" in views.show(made).to_html()


def test_neither_concerns_nor_documents(documents: pd.DataFrame, book: Codebook) -> None:
    assert views.concern_table(concerns_frame([]), documents.head(0), book).empty
