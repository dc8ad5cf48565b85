from __future__ import annotations

import pandas as pd
from spacy.language import Language

from hoering import views
from hoering.codebook import Codebook
from hoering.coding import PatternCoder


def test_each_coder_and_kind_is_counted(codings: pd.DataFrame) -> None:
    sure = codings["coder"].mask(codings["code"] == "cykel", "human:a")
    weak = codings["score"].mask(codings["start"] == 10, 0.25)
    table = views.coder_table(codings.assign(coder=sure, score=weak))
    assert table.to_numpy().tolist() == [
        ["Tema", "human:a", 2, 0.5, 0.5],
        ["Tema", "rule:patterns", 4, 0.5, 0.5],
        ["Holdning", "rule:patterns", 6, 0.5, 0.5],
        ["Stemme", "rule:patterns", 6, 0.5, 0.5],
    ]


def test_the_figure_counts_codes_by_tenths_of_probability(codings: pd.DataFrame) -> None:
    certain = codings["score"].mask(codings["code"] == "cykel", 1.0)
    figure = views.score_figure(codings.assign(score=certain))
    themes, actors, stances = ([int(count) for count in trace.y] for trace in figure.data)
    assert themes == [0, 0, 0, 0, 0, 0, 0, 4, 0, 2]
    assert sum(actors) == 0
    assert stances == [0, 0, 0, 0, 0, 0, 0, 6, 0, 0]


def test_coders_are_laid_side_by_side_sentence_by_sentence(speaking: Codebook, plain: Language) -> None:
    deaf = speaking.model_copy(update={"themes": tuple(t.model_copy(update={"strong": ()}) for t in speaking.themes)})
    coders = {"med": PatternCoder(speaking), "uden": PatternCoder(deaf)}
    table = views.compare_coders(["Bussen er væk. Cykelstien er god.", "Det regner."], coders, speaking, plain)
    assert table[["Sætning", "Koder"]].to_numpy().tolist() == [
        [text, name] for text in ("Bussen er væk.", "Cykelstien er god.", "Det regner.") for name in ("med", "uden")
    ]
    assert [found.partition(" (")[0] for found in table["Temaer"]] == ["Bus og tog", "", "Cykler", "", "", ""]
    assert table["Temaer"].str.contains(",").tolist() == [True, False, True, False, False, False]
    assert table["Holdning"].ne("").all()
