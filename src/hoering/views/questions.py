"""What was said about each guiding question of the consultation."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from hoering.codebook import Codebook
from hoering.report import danish
from hoering.views.codes import by_theme, sentences

_OUTSIDE = "Uden for spørgsmålene"
_COLUMNS = ["Spørgsmål", "Temaer", "Henvendelser", "Sætninger"]


def by_question(codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook) -> pd.DataFrame:
    """One row per guiding question: the themes that answer it, and how many sources and sentences do.

    Questions that nobody answered are there too. Themes that are linked to no question come last, as one row, where
    somebody speaks of them. What is counted is what `hoering.views.sentences` has. A theme may be linked to several
    questions and a sentence may have several themes, so the rows do not add up; within a row nothing counts twice.

    Args:
        codings: the table ``codings`` of a run.
        documents: its table ``documents``.
        book: the codebook it was coded with; its ``tracks`` are the questions.
    """
    coded = by_theme(sentences(codings, documents, book).reset_index(names="sentence"))
    return pd.DataFrame([_row(question, themes, coded) for question, themes in _asked(book, coded)], columns=_COLUMNS)


def _asked(book: Codebook, coded: pd.DataFrame) -> Iterator[tuple[str, set[str]]]:
    """Each question with the labels of the themes that are linked to it."""
    for track in book.tracks:
        yield track.question, {code.label for code in book.themes if track.id in code.tracks}
    outside = {code.label for code in book.themes if not code.tracks}
    if coded["Tema"].isin(outside).any():
        yield _OUTSIDE, outside


def _row(question: str, themes: set[str], coded: pd.DataFrame) -> dict[str, str | int]:
    own = coded[coded["Tema"].isin(themes)]
    counts = sorted(own["Tema"].value_counts().items(), key=lambda item: (-item[1], item[0]))
    return {
        "Spørgsmål": question,
        "Temaer": "; ".join(f"{label} ({danish.number(count)})" for label, count in counts),
        "Henvendelser": own["Henvendelse"].nunique(),
        "Sætninger": own["sentence"].nunique(),
    }
