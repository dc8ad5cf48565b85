"""Which sentences people are asked about."""

from __future__ import annotations

from collections.abc import Callable

from hoering.codebook import Codebook
from hoering.coding import PatternCoder
from hoering.learning.material import Material
from hoering.learning.sample import Cells, ask

MakeMaterial = Callable[..., Material]


def asked(
    book: Codebook, items: list[Material], number: int, leave_out: tuple[tuple[str, int, int], ...] = ()
) -> list[Cells]:
    return ask(items, PatternCoder(book), book, sentences=number, leave_out=leave_out)


def test_a_sentence_comes_with_all_suggestions_and_what_is_near(book: Codebook, material: MakeMaterial) -> None:
    rows = asked(book, [material(["Vi savner skolens køreplan."])], 5)
    assert [(r["Slags"], r.get("Kode"), r["Foreslået"]) for r in rows] == [
        ("tema", "skole", "ja"),
        ("tema", "bus", "nej, men nær"),
        ("aktør", "borgere", "ja"),
        ("holdning", "kritik", "ja"),
    ]
    assert {(r["Dokument"], r["Start"], r["Slut"], r["Citat"], r["Kodebog"]) for r in rows} == {
        ("brev.txt", 0, 27, "Vi savner skolens køreplan.", "lille 2")
    }
    assert rows[0]["Hvorfor"] == "mønster: skole*"
    assert rows[1]["Kodens navn"] == "Bus og tog"


def test_a_sentence_without_suggestions_has_rows_to_fill_in(book: Codebook, material: MakeMaterial) -> None:
    rows = asked(book, [material(["Tak for kaffe."])], 5)
    assert [(r["Slags"], r.get("Kode"), r["Foreslået"]) for r in rows] == [
        ("tema", None, "intet"),
        ("aktør", None, "intet"),
        ("holdning", "neutral", "ja"),
    ]


def test_doubtful_ones_go_first_and_some_are_drawn_by_lot(book: Codebook, material: MakeMaterial) -> None:
    texts = ["Tak for kaffe nummer."] * 40 + ["Køreplanen med køreplan."] * 4
    found = asked(book, [material(texts)], 9)
    quotes = [row["Citat"] for row in found if row["Slags"] == "tema"]
    assert len(quotes) == 9
    assert quotes.count("Køreplanen med køreplan.") >= 4
    assert [row["Start"] for row in found] == sorted(row["Start"] for row in found)  # type: ignore[type-var]


def test_not_all_questions_are_about_the_first_letter(book: Codebook, material: MakeMaterial) -> None:
    items = [material(["Her er en køreplan."] * 10, name=f"brev{number}") for number in range(10)]
    assert len({row["Dokument"] for row in asked(book, items, 10)}) > 4


def test_what_stands_in_the_table_and_what_an_interviewer_says_is_not_asked_about(
    book: Codebook, material: MakeMaterial
) -> None:
    item = material(["Vi savner bussen.", "Vi savner skolen."])
    rows = asked(book, [item, material(["Bussen?"], name="andet", role="interviewer")], 9, (("brev.txt", 0, 17),))
    assert {row["Citat"] for row in rows} == {"Vi savner skolen."}


def test_the_same_run_gives_the_same_questions_and_none_gives_none(book: Codebook, material: MakeMaterial) -> None:
    items = [material([f"Bussen nummer {n}." for n in range(30)])]
    assert asked(book, items, 7) == asked(book, items, 7)
    assert asked(book, [], 7) == asked(book, items, 0) == []
