"""The hearing memo: what stands in it, in which order, and who is never named."""

from __future__ import annotations

from typing import Any

import pytest

from hoering.memo import ITEM, MEMO, SCHEMA, Choices, Heard, memo_papers
from hoering.memo.papers import read_lines
from hoering.memo.statements import EVERYTHING
from hoering.tables import TABLES

PARTIES = (Heard("A-kassen Havblikk"), Heard("Handicaprådet"), Heard("KL"))


def _lines(material: Any, name: str = MEMO, **choices: Any) -> list[str]:
    made = memo_papers(material, name, ("md",), Choices(**choices))
    assert not made.problems
    lines = read_lines(f"{name}.md", made.files[f"{name}.md"])
    return [line.text or " | ".join(line.cells) for line in lines]


def _after(lines: list[str], heading: str) -> str:
    return lines[len(lines) - 1 - lines[::-1].index(heading) + 1]


def test_several_are_told_together_organisations_by_name_and_citizens_by_number(material: Any) -> None:
    lines = _lines(material)

    assert (
        "Handicaprådet i Vestrup Kommune (svar 1) og A-kassen Havblik (svar 2) ønsker den samme sagsbehandler hele "
        "vejen. Handicaprådet i Vestrup Kommune skriver: »Rådet foreslår, at den samme sagsbehandler følger borgeren« "
        "(svar\xa01,\xa0s.\xa01). A-kassen Havblik skriver: »Vores medlemmer skal have den samme sagsbehandler hele "
        "vejen« (svar\xa02,\xa0s.\xa01)."
    ) in lines
    assert any(line.startswith("To borgere (svar 3 og 4) kritiserer skiftende sagsbehandlere.") for line in lines)


def test_support_is_told_as_carefully_as_criticism(material: Any) -> None:
    lines = _lines(material)

    assert "Handicaprådet i Vestrup Kommune støtter »tanken om fritidsjob« (svar\xa01,\xa0s.\xa02)." in lines
    assert "A-kassen Havblik påpeger: »Hunden i venteværelset gør folk utrygge« (svar\xa02,\xa0s.\xa02)." in lines
    assert (
        _after(lines, "Generelle bemærkninger")
        == "En borger bakker op om »udkastet som helhed« (svar\xa04,\xa0s.\xa02)."
    )


def test_sections_follow_the_draft(material: Any) -> None:
    lines = _lines(material)
    places = [lines.index(title, 40) for title in ("Mål 1: De unge først", "Hvem hjælper borgeren", "Andre emner")]

    assert places == sorted(places)
    assert lines.count("Forvaltningens bemærkninger") == 4


def test_a_joined_answer_is_named_where_it_counts(material: Any) -> None:
    lines = _lines(material)
    joined = "Seniorforum <b>Vest</b> & Co (svar\xa05,\xa0s.\xa01) henviser til svaret fra A-kassen Havblik (svar 2)."

    assert lines.count(joined) == 2
    assert not any("Unge" in line and "henviser" in line for line in lines)


def test_no_citizen_is_named_and_no_interview_is_told(material: Any) -> None:
    for name in (MEMO, SCHEMA, ITEM):
        text = "\n".join(_lines(material, name, parties=PARTIES, each=EVERYTHING))

        assert "Ole" not in text
        assert "Madsen" not in text
        assert "sent oppe" not in text


def test_the_four_groups_and_their_totals(material: Any) -> None:
    lines = _lines(material, parties=PARTIES)

    assert _after(lines, "a) Svar med bemærkninger på høringslisten (1)") == "Handicaprådet i Vestrup Kommune (svar 1)."
    assert _after(lines, "b) Svar uden bemærkninger på høringslisten (0)") == "Ingen."
    assert _after(lines, "c) Svar fra andre end de hørte parter (4)").endswith("Uden bemærkninger er svar 5.")
    assert _after(lines, "d) Hørt, men uden svar (2)") == "A-kassen Havblikk og KL."
    assert "A-kassen Havblikk | A-kassen Havblik | 2 | navnene staves næsten ens" in lines


def test_period_lateness_and_date_come_from_the_material(material: Any) -> None:
    text = "\n".join(_lines(material))

    assert "Dato: 25. marts 2026 (det seneste svars dato)" in text
    assert "jf. »I høring 2. marts – 20. marts 2026« (henvendelse 7, s. 2)." in text
    assert "Dateret efter fristen er svaret fra en borger (svar 4)." in text


def test_what_a_person_gives_goes_before_what_is_found(material: Any) -> None:
    text = "\n".join(_lines(material, date="2026-06-01", period="2026-01-01..2026-12-31"))

    assert "Dato: 1. juni 2026\n" in text
    assert "1. januar 2026 til 31. december 2026, oplyst af sekretariatet" in text
    assert "efter fristen" not in text


def test_without_list_and_draft_the_memo_says_so(make_material: Any, letters: Any) -> None:
    lines = _lines(make_material(letters[:5]))

    assert "Der er intet udkast i materialet." in lines
    assert "Høringsliste" in lines
    assert any("Høringsperioden fremgår ikke" in line for line in lines)
    assert "Bemærkninger efter emne" in lines


def test_an_answer_that_says_it_has_no_remarks_but_has(make_material: Any, letter: Any, said: Any) -> None:
    answer = letter(
        "Skovby Kommune", "jobcenter_kommune",
        [said("Vi har ingen bemærkninger."), said("Vi støtter en ny bus.", "bus", "stoette")],
    )  # fmt: skip

    assert any(
        line.startswith("Skovby Kommune skriver »ingen bemærkninger« (svar\xa01,\xa0s.\xa01), men")
        for line in _lines(make_material([answer]))
    )


def test_another_ones_view_is_told_as_such(make_material: Any, letter: Any, said: Any) -> None:
    answer = letter("Kroen", "virksomheder", [said("Gæsterne savner en bus.", "bus", "kritik", voice="borgere")])

    line = "Kroen gengiver et synspunkt fra borgere: »Gæsterne savner en bus« (svar\xa01,\xa0s.\xa01)."
    assert line in _lines(make_material([answer]))


def test_only_main_points_unless_all_are_wanted(make_material: Any, letter: Any, said: Any) -> None:
    texts = [f"Linje {number} bør køre hver time." for number in range(1, 5)]
    material = make_material([letter("Kroen", "virksomheder", [said(text, "bus", "forslag") for text in texts])])

    short, whole = "\n".join(_lines(material)), "\n".join(_lines(material, each=EVERYTHING))

    assert "Af 4 udsagn med kritik, forslag eller støtte er 1 gengivet" in short
    assert sum(text.removesuffix(".") in short for text in texts) == 1
    assert "Alle 4 udsagn" in whole
    assert all(text.removesuffix(".") in whole for text in texts)


def test_a_sentence_that_leans_on_its_neighbours_gives_way(make_material: Any, letter: Any, said: Any) -> None:
    own = [said("Det går ikke.", "bus", "kritik"), said("Bussen kommer for sent om morgenen.", "bus", "kritik")]

    text = "\n".join(_lines(make_material([letter("Kroen", "virksomheder", own)])))

    assert "Bussen kommer" in text
    assert "Det går ikke" not in text


def test_the_table_form_has_a_row_for_each_sender(material: Any) -> None:
    lines = _lines(material, SCHEMA)
    first = lines.index("Organisation | Bemærkninger | Kommentarer") + 1
    rows = lines[first : lines.index("Bilag")]

    assert [row.partition(" (")[0] for row in rows] == [
        "Handicaprådet i Vestrup Kommune", "Seniorforum <b>Vest</b> & Co", "A-kassen Havblik", "Borger", "Borger",
    ]  # fmt: skip
    assert rows[0] == (
        "Handicaprådet i Vestrup Kommune (svar 1) | Unge\nStøtter »tanken om fritidsjob« (svar\xa01,\xa0s.\xa02).\n\n"
        "Mødet med jobcentret\nForeslår, »at den samme sagsbehandler følger borgeren« (svar\xa01,\xa0s.\xa01). | "
    )
    assert rows[1].endswith("Henviser (svar\xa05,\xa0s.\xa01) til svaret fra A-kassen Havblik (svar 2). | ")


def test_an_organisation_may_be_called_anything(make_material: Any, letter: Any, said: Any) -> None:
    names = ["Den gode borger", "Kroen (Vest)", "Fonden »Lys«", ""]
    own = [said("Vi skrev (svar 99), at der er modtaget 7 høringssvar.", "bus", "kritik")]
    made = make_material([letter(name, "raad", own) for name in names])

    for name in (MEMO, SCHEMA, ITEM):
        assert _lines(made, name)


def test_the_item_is_filled_from_the_data_and_else_empty(material: Any) -> None:
    lines = _lines(material, ITEM, parties=PARTIES)

    assert "I inddragelsen indgår 1 interview (Virksomheder 1). Hvad de siger, står i temarapporten." in lines
    assert any("3 parter er hørt, og 1 af dem har svaret. Der er modtaget 5 høringssvar." in line for line in lines)
    assert "To borgere (svar 3 og 4) kritiserer skiftende sagsbehandlere." in lines
    assert "Hørt, men uden svar: A-kassen Havblikk og KL." in lines
    assert "Der er ingen høringssvar fra virksomheder, politikere og jobcenter_kommune." in lines
    assert any(line.startswith("Flest svar har bemærkninger til Mødet med jobcentret (4 svar)") for line in lines)
    for title in ("Indstilling", "Økonomi", "Lovgrundlag", "Videre proces", "Beslutning"):
        assert _after(lines, title) in (
            "Udfyldes af forvaltningen",
            "Forvaltningen indstiller, at",
            "Udfyldes på mødet",
        )


@pytest.mark.parametrize("name", [MEMO, SCHEMA, ITEM])
def test_the_same_material_gives_the_same_bytes(make_material: Any, letters: Any, name: str) -> None:
    first, second = (memo_papers(make_material(letters), name, ("word", "md"), Choices(parties=PARTIES)) for _ in "ab")

    assert dict(first.files) == dict(second.files)


@pytest.mark.parametrize("name", [MEMO, SCHEMA, ITEM])
def test_a_run_without_any_remark_still_gives_papers(make_material: Any, letter: Any, name: str) -> None:
    made = memo_papers(make_material([letter("", "ukendt")]), name, ("word", "html", "md"))

    assert not made.problems
    assert len(made.files) == 3


def test_five_hundred_senders_of_one_letter_are_one_paragraph(make_material: Any, letter: Any, said: Any) -> None:
    own = [said("Bussen skal køre igen.", "bus", "forslag")]
    lines = _lines(make_material([letter(f"Navn {n}", "borgere", own) for n in range(500)]))

    told = [line for line in lines if "Bussen skal køre igen" in line]
    assert len(told) == 1
    assert told[0].startswith("500 borgere (svar 1, 2, ")


def test_all_tables_are_known(material: Any) -> None:
    assert set(material.frames) <= set(TABLES)
