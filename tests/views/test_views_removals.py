from __future__ import annotations

import pandas as pd
import pytest

from hoering import HoeringError, views


def test_removals_are_counted_by_reason(removals: pd.DataFrame) -> None:
    counted = views.removals_by_reason(removals)
    assert counted[["Årsag", "Hvad der sker", "Steder", "Tegn", "Dokumenter"]].to_numpy().tolist() == [
        ["brevhoved", "Taget ud", 2, 45, 1],
        ["underskrift", "Taget ud", 1, 20, 1],
        ["personnavn", "Erstattet", 1, 10, 1],
        ["linjeskift", "Rettet", 2, 2, 1],
    ]
    assert list(views.removals_figure(counted).data[0].x) == [45, 20, 10, 2]


def test_removals_are_counted_by_document(documents: pd.DataFrame, removals: pd.DataFrame) -> None:
    counted = views.removals_by_document(documents, removals)
    assert counted.iloc[0].tolist() == ["svar/Roklub.pdf", 400, 6, 77, 19.25]
    assert counted["Steder"].tolist() == [6, 0, 0]


def test_before_and_after_shows_no_words_that_were_taken_out(segments: pd.DataFrame, removals: pd.DataFrame) -> None:
    assert views.before_and_after(segments, removals, "svar/Roklub.pdf").to_numpy().tolist() == [
        ["Taget ud", "[brevhoved: 45 tegn]", ""],
        ["Afsnit", "Ifølge [Person 1] er bussen væk.", "personnavn, linjeskift"],
        ["Afsnit", "Lav en cykelsti.", "linjeskift"],
        ["Taget ud", "[underskrift: 20 tegn]", ""],
    ]
    with pytest.raises(HoeringError, match="ukendt"):
        views.before_and_after(segments, removals, "ukendt.pdf")
