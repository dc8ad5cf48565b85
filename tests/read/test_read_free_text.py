from __future__ import annotations

import pytest

from hoering.read.free_text import free_columns

LONG = ["Jeg savner en fast sagsbehandler.", "Bussen kører ikke om aftenen.", "Vi venter på svar i ugevis."]


@pytest.mark.parametrize(
    ("head", "cells", "free"),
    [
        (["A", "B"], [["1", "2"], LONG], [1]),
        (["Navn", "B"], [LONG, LONG], [1]),
        (["A", "Andet, skriv venligst"], [LONG, ["et kørekort", "hjælp til cv"]], [0, 1]),
        (["A", "Stilling, skriv venligst"], [LONG, ["murer i Strandby", "tømrer hos far"]], [0]),
        (["Hvad ønsker du?"], [["en mentor", "flere busser"]], [0]),
        (["Hvor enig er du?", "B"], [["I meget høj grad"] * 4, ["x"]], []),
        (["A"], [[]], []),
        ([], [], []),
    ],
)
def test_columns_of_free_text(head: list[str], cells: list[list[str]], free: list[int]) -> None:
    assert free_columns(head, cells) == free


def test_dates_and_crosses_of_one_list_are_none() -> None:
    dates = [f"{day}. maj 2030 kl. 10.11" for day in range(1, 9)]
    crosses = [
        "Mentor; Kursus i dansk",
        "Mentor; Praktik hos en virksomhed",
        "Kursus i dansk; Praktik hos en virksomhed",
    ]
    assert free_columns(["A", "B"], [dates, crosses]) == []
