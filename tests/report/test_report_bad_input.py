"""Runs with nothing in them, with far too much, or with signs that a format takes for its own."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from hoering.report import ThemeReport, theme_papers
from hoering.report.blocks import Heading, flat

Make = Callable[..., Any]
NAMES = {"temarapport.docx", "temarapport.html", "temarapport.md"}


def written(material: Any) -> str:
    """The report as Markdown, after all three formats have been made and found right."""
    made = theme_papers(material)
    assert made.files.keys() == NAMES, made.problems
    assert made.problems == ()
    return made.files["temarapport.md"].decode()


def test_no_codings(make_material: Make, letter: Make) -> None:
    text = written(make_material([letter(), letter("Handicaprådet", "raad")]))
    for line in (
        "Der er ikke fundet temaer, så der er intet at fremhæve.",
        "Ingen sætninger er placeret under et tema.",
        "0 henvendelser rummer bemærkninger (kritik, forslag eller støtte); 2 gør ikke: henvendelse 1 og 2.",
    ):
        assert line in text


def test_a_single_document(make_material: Make, letter: Make, said: Make) -> None:
    text = written(make_material([letter(said=[said("Vi savner svar.", says="Kritik af ventetid")])]))
    assert "Mødet med jobcentret (1 henvendelse)" in text


def test_a_theme_that_is_only_mentioned(make_material: Make, letter: Make, said: Make) -> None:
    text = written(make_material([letter(said=[said("Udkastet er langt.", stance="neutral")])]))
    assert "Ingen kritik, forslag eller støtte er fundet under temaet; det er kun omtalt." in text


def test_five_hundred_senders_in_one_theme(make_material: Make, letter: Make, said: Make) -> None:
    letters = [letter(said=[said(f"Bus {n} kører ikke.", ["bus"], says="Kritik af bussen")]) for n in range(500)]
    text = written(make_material(letters))
    assert "(500, B 500) Kritik af bussen" in text
    assert "*Henvendelse 1, 2, 3, " in text
    assert ", 499, 500*" in text
    assert "14, 15 og 485 andre" in text


def test_three_thousand_quotations(make_material: Make, letter: Make, said: Make) -> None:
    letters = [letter(said=[said(f"Sætning {n * 75 + i}.") for i in range(75)]) for n in range(40)]
    made = theme_papers(make_material(letters))
    assert made.files.keys() == NAMES, made.problems
    text = made.files["temarapport.md"].decode()
    assert "3.000 sætninger er placeret under et eller flere temaer." in text
    assert "Alle 3.000 citater står med sted i bilag.xlsx og i HTML-udgaven" in text
    assert "<td>Sætning 2999.</td>" in made.files["temarapport.html"].decode()


MARKUP = [
    "</script><b>A & B</b>", "*stjerne* _under_ [link](x) `kode` | rør \\ skrå", "# overskrift", "1. punkt", "- streg",
    "{{ jinja }} {% for %}", "=1+1", "<br>", "Tabel 1. Navn", "“citat” – tanke", "&lt;", "Linje\ntil",
]  # fmt: skip


@pytest.mark.parametrize("name", MARKUP)
def test_names_and_words_that_look_like_markup(make_material: Make, letter: Make, said: Make, name: str) -> None:
    letters = [
        letter(name, "raad", [said(f"{name} er vores ord.", ["bus"], says=f"Kritik af {name}", target="politikere")],
               more={"document": f"{name}.pdf"})
        for _ in range(2)
    ]  # fmt: skip
    letters.append(letter(name, "virksomheder", [said(name, ["bus"])]))
    written(make_material(letters))


def test_a_file_that_word_cannot_hold(make_material: Make, letter: Make, said: Make) -> None:
    letters = [letter("Råd\x0b", "raad", [said("Vi savner\x0csvar.", says="Kritik")]) for _ in range(2)]
    letters += [letter(said=[said("Vi\x0c venter.")])]
    written(make_material(letters))


def test_no_position_is_about_a_theme(make_material: Make, letter: Make, said: Make) -> None:
    text = written(make_material([letter(said=[said("Politikerne sover.", (), target="politikere")])]))
    assert "1 synspunkt nævner kun en part og intet tema" in text


def test_themes_with_the_same_name_stay_apart(make_material: Make, letter: Make, said: Make) -> None:
    from hoering.report.figures import apart

    assert apart([("Unge", "a"), ("Unge", "b")]) == ["Unge", "Unge (b)"]
    report = ThemeReport(make_material([letter(said=[said("Nej.", ["unge", "bus"])])]))
    anchors = [b.anchor for b in flat(report.paper.blocks) if isinstance(b, Heading) and b.anchor]
    assert len(anchors) == len(set(anchors))


@pytest.mark.slow
def test_a_thousand_sources_with_twenty_thousand_codings_in_a_minute(
    make_material: Make, letter: Make, said: Make
) -> None:
    themes, stances = ("moede", "bus", "unge"), ("kritik", "forslag", "stoette", "neutral")
    letters = [
        letter(f"Forening {n}", "raad", [
            said(f"Sætning {i} fra {n} om at komme på arbejde.", [themes[(n + i) % 3]], stances[(n + i) % 4],
                 says=f"Kritik af sag {(n * 3 + i) % 400}" if (n + i) % 3 else "")
            for i in range(7)
        ])
        for n in range(1000)
    ]  # fmt: skip
    material = make_material(letters)
    assert len(material.table("codings")) > 20_000
    begin = time.process_time()
    assert theme_papers(material).files.keys() == NAMES
    assert time.process_time() - begin < 60
