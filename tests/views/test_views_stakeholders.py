from __future__ import annotations

import pandas as pd
import pytest

from hoering import HoeringError, views
from hoering.codebook import Codebook


def test_who_wants_what(codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook) -> None:
    wishes = views.who_wants_what(codings, documents, book, at_most=1)
    assert wishes.iloc[:, :5].to_numpy().tolist() == [
        ["Borgere", "Borgere", "Avisen", "Cykler", ""],
        ["Roklubben", "Foreninger", "", "Bus og tog", "Cykler og 1 tema til"],
    ]


def test_groups_are_compared_in_per_cent(sentences: pd.DataFrame) -> None:
    coded = views.by_theme(sentences)
    compared = views.compare_groups(coded, "Borgere", "Foreninger").round(1)
    assert compared.to_numpy().tolist() == [["Cykler", 100.0, 33.3, 66.7], ["Bus og tog", 0.0, 66.7, -66.7]]
    (bars,) = views.difference_figure(compared).data
    assert list(bars.y) == ["Cykler", "Bus og tog"]
    with pytest.raises(HoeringError, match=r"»Staten«\. Der er: Borgere og Foreninger"):
        views.compare_groups(coded, "Borgere", "Staten")


def test_senders_are_counted_by_type(documents: pd.DataFrame, book: Codebook) -> None:
    types = views.sender_types(documents, book)
    assert types["Afsendertype"].tolist() == ["Foreninger", "Journalist"]
    figure = views.sender_figure(types)
    assert "Hvem har skrevet" in figure.layout.title.text
    assert list(figure.data[0].x) == [1, 1]
