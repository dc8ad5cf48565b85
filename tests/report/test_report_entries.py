from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hoering.report import ThemeReport
from hoering.report.blocks import Heading, Numbers, Paragraph, Quoted, Remarks, Singles, flat
from hoering.report.entries import worth_listing
from hoering.report.labels import Labels
from hoering.report.parties import letters, named

Make = Callable[..., Any]


def test_an_entry_has_n_by_type_a_title_its_numbers_and_who(report: ThemeReport) -> None:
    entries = report.entries
    bus = next(entry for entry in entries.all if entry.title.startswith("Kritik af busser") and entry.theme == "bus")
    assert entries.heading(bus) == "(3, V 1, R 1, J 1) Kritik af busser, der ikke kører"
    assert bus.numbers == (1, 2, 4)
    assert entries.told(bus) == (
        "Kritikken kommer fra Handicaprådet og Mads & Søn <b>Byg</b>; desuden gengivet af Eksempelbladet."
    )
    wish = next(entry for entry in entries.all if entry.title.startswith("Ønske"))
    assert entries.told(wish) == (
        "Ønsket kommer fra Handicaprådet og borgere (1 henvendelse) og er rettet mod politikere."
    )


def test_a_theme_has_its_entries_and_the_field(report: ThemeReport) -> None:
    blocks = list(flat(report.paper.blocks))
    start = next(i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.anchor == "tema-1")
    end = next(i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.anchor == "tema-2")
    own = blocks[start:end]
    assert [type(block) for block in own] == [
        Heading, Paragraph, Paragraph, Numbers, Heading, Numbers, Paragraph, Quoted, Quoted, Heading, Singles, Remarks,
    ]  # fmt: skip
    singles = next(block for block in own if isinstance(block, Singles))
    assert [(row.title, row.who) for row in singles.rows] == [
        ("Kritik af breve, der gør bange", "3, B"),
        ("Ros for venlige medarbejdere", "3, B"),
    ]


def test_opposite_stands_are_separate_entries(make_material: Make, letter: Make, said: Make) -> None:
    letters_ = [
        letter(said=[said("Jobcentret er for langsomt.", says="Kritik af jobcentret"),
                     said("Jobcentret er hurtigt.", stance="stoette", says="Ros for jobcentret")])
        for _ in range(2)
    ]  # fmt: skip
    report = ThemeReport(make_material(letters_))
    headings = [b.text for b in flat(report.paper.blocks) if isinstance(b, Heading) and b.level == 3]
    assert headings == ["(2, B 2) Kritik af jobcentret", "(2, B 2) Ros for jobcentret"]
    opposite = [b for b in flat(report.paper.blocks) if isinstance(b, Paragraph) and b.text == "Modsat synspunkt"]
    assert [b.see[1] for b in opposite if b.see] == ["»Ros for jobcentret«, 2", "»Kritik af jobcentret«, 2"]


def test_at_most_four_quotations_and_a_campaign_is_quoted_once(make_material: Make, letter: Make, said: Make) -> None:
    same = [letter(said=[said("Stop bussen.", ["bus"], says="Kritik af bussen")]) for _ in range(5)]
    own = [letter(said=[said(f"Bus nummer {n} kører ikke.", ["bus"], says="Kritik af bussen")]) for n in range(5)]
    entry = ThemeReport(make_material([*same, *own])).entries.all[0]
    assert entry.senders == 10
    assert [quote.text for quote in entry.quotes] == [
        "Stop bussen.", "Bus nummer 0 kører ikke.", "Bus nummer 1 kører ikke.", "Bus nummer 2 kører ikke.",
    ]  # fmt: skip


def test_councils_come_first_and_citizens_last_without_names(make_source: Make, labels: Labels) -> None:
    sources = [
        make_source(1, "Borger (nr. 1)", "borgere"),
        make_source(2, "Krifa", "a_kasser"),
        make_source(3, "Handicaprådet", "raad"),
        make_source(4, "Krifa", "a_kasser"),
        make_source(5, "", "virksomheder"),
    ]
    assert named(sources, labels) == "Handicaprådet, Krifa, en afsender uden navn og borgere (1 henvendelse)"


def test_many_names_are_cut(make_source: Make, labels: Labels) -> None:
    told = named([make_source(n, f"Parti {n}") for n in range(500)], labels)
    assert told.endswith("Parti 11 og 488 afsendere mere")


def test_every_type_has_a_sign_of_its_own(labels: Labels) -> None:
    signs = letters(labels)
    assert signs == {"virksomheder": "V", "a_kasser": "A", "borgere": "B", "politikere": "P", "raad": "R",
                     "journalist": "J", "ukendt": "U"}  # fmt: skip
    alike = Labels(actors={str(n): "Unge" for n in range(9)}, stances={}, kinds={})
    assert len(set(letters(alike).values())) == 9


def test_a_list_of_what_is_said_most_has_each_title_once(make_material: Make, letter: Make, said: Make) -> None:
    both = letter("Ungerådet", "raad", [said("Bussen gør de unge trætte.", ["bus", "unge"]), said("Skolen er sød.")])
    report = ThemeReport(make_material([both]))

    assert sum(entry.title.endswith("trætte.«") for entry in report.entries.all) == 2
    listed = [entry.title for entry in report.entries.of_type("raad")]
    assert len(listed) == len(set(listed)) == 2


def test_what_tells_nothing_by_itself_is_listed_where_there_is_nothing_else(
    make_material: Make, letter: Make, said: Make
) -> None:
    report = ThemeReport(make_material([letter("Ungerådet", "raad", [said("Det er ikke rimeligt.", ["bus"])])]))

    assert [entry.title for entry in report.entries.of_type("raad")] == ["Kritik: »Det er ikke rimeligt.«"]
    assert "De står ikke bag noget synspunkt." not in [
        b.text for b in flat(report.paper.blocks) if isinstance(b, Paragraph)
    ]


def test_thanks_for_being_heard_are_no_view_to_list(make_material: Make, letter: Make, said: Make) -> None:
    bus = said("Bussen kører for sjældent.", ["bus"])
    entries = ThemeReport(make_material([letter("Ungerådet", "raad", [bus])])).entries.all
    thanks = replace(entries[0], title="Tak for høringen")
    assert worth_listing([thanks, *entries]) == entries
    assert worth_listing([thanks]) == [thanks]


def test_only_a_theme_with_a_position_has_the_field_for_remarks(make_material: Make, letter: Make, said: Make) -> None:
    letters_ = [letter(said=[said("Bussen kører i dag.", ["bus"], "neutral")])]
    assert not [b for b in flat(ThemeReport(make_material(letters_)).paper.blocks) if isinstance(b, Remarks)]
