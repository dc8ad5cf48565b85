from __future__ import annotations

from spacy.language import Language

from hoering import views
from hoering.codebook import Codebook


def with_patterns(book: Codebook) -> Codebook:
    bus, cycle = book.themes
    bus = bus.model_copy(update={"strong": ("bus*",), "weak": ("køre*",)})
    cycle = cycle.model_copy(update={"weak": ("kørende",), "against": ("bus*",)})
    return book.model_copy(update={"themes": (bus, cycle)})


def test_words_with_the_parts_of_compounds(plain: Language) -> None:
    book = Codebook(id="a", label="A", version="1", themes=(), actors=(), stances=())
    table = views.word_table("Hent arbejdsgiveren, nu!", book, plain)
    assert table["Ord"].tolist() == ["Hent", "arbejdsgiveren", "nu"]
    assert table["Sammensat af"].tolist() == ["", "arbejde + giver", ""]


def test_codes_that_come_to_nothing_are_left_out(book: Codebook, plain: Language) -> None:
    table = views.pattern_table("Bussen er langsomt kørende.", with_patterns(book), plain)
    (row,) = table.to_numpy().tolist()
    assert row == ["Tema", "Bus og tog", "bus* (3); køre* (1)", "", 4.0, "ja"]


def test_what_speaks_against_has_a_column_of_its_own(book: Codebook, plain: Language) -> None:
    known = with_patterns(book)
    cycle = known.themes[1].model_copy(update={"strong": ("hjul", "sadel"), "against": ("bus*",)})
    table = views.pattern_table("Bus med hjul og sadel.", known.model_copy(update={"themes": (cycle,)}), plain)
    (row,) = table.to_numpy().tolist()
    assert row == ["Tema", "Cykler", "hjul (3); sadel (3)", "bus* (−3)", 3.0, "ja"]
