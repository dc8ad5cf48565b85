from __future__ import annotations

import pandas as pd

from hoering import views
from hoering.codebook import Codebook, Track

QUESTIONS = (
    Track(id="rejse", question="Hvordan kommer vi frem?"),
    Track(id="motion", question="Hvordan kommer vi i form?"),
    Track(id="stilhed", question="Hvor er der stille?"),
)


def asking(book: Codebook, **tracks: tuple[str, ...]) -> Codebook:
    themes = tuple(code.model_copy(update={"tracks": tracks.get(code.id, ())}) for code in book.themes)
    return book.model_copy(update={"tracks": QUESTIONS, "themes": themes})


def rows(codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook) -> list[list[object]]:
    return views.by_question(codings, documents, book).to_numpy().tolist()


def test_each_question_has_its_themes_and_counts_nothing_twice(
    codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook
) -> None:
    linked = asking(book, bus=("rejse",), cykel=("rejse", "motion"))
    # Two sentences of the letter and one of the news; the second is about bus and bicycle both.
    assert rows(codings, documents, linked) == [
        ["Hvordan kommer vi frem?", "Bus og tog (2); Cykler (2)", 2, 3],
        ["Hvordan kommer vi i form?", "Cykler (2)", 2, 2],
        ["Hvor er der stille?", "", 0, 0],
    ]


def test_themes_that_answer_no_question_come_last(
    codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook
) -> None:
    found = rows(codings, documents, asking(book, cykel=("motion",)))
    assert [row[0] for row in found] == [*(track.question for track in QUESTIONS), "Uden for spørgsmålene"]
    assert found[-1][1:] == ["Bus og tog (2)", 1, 2]


def test_the_theme_with_most_sentences_comes_first(
    codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook
) -> None:
    fewer = codings[~((codings["code"] == "bus") & (codings["start"] == 10))]
    linked = asking(book, bus=("rejse",), cykel=("rejse",))
    assert rows(fewer, documents, linked)[0] == ["Hvordan kommer vi frem?", "Cykler (2); Bus og tog (1)", 2, 2]


def test_a_codebook_without_questions_has_only_what_is_outside(
    codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook
) -> None:
    assert [row[0] for row in rows(codings, documents, book)] == ["Uden for spørgsmålene"]
