from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from hoering.codebook import Codebook
from hoering.report import Labels, ThemeReport
from hoering.report.danish import counted, date, listed, number

Make = Callable[..., Any]

CODE = {"label": "Unge", "definition": "Unges vej til job."}


def test_labels_come_from_the_codebook_and_from_us() -> None:
    book = Codebook.model_validate(
        {
            "id": "x", "label": "X", "version": "1",
            "themes": [CODE | {"id": "unge"}],
            "actors": [{"id": "raad", "label": "Råd", "definition": "Råd og nævn."}],
            "stances": [{"id": "kritik", "label": "Kritik", "definition": "Savner noget."}],
        }
    )  # fmt: skip
    labels = Labels.of(book)
    assert labels.actor("raad") == "Råd"
    assert labels.actor("journalist") == "Journalist"
    assert labels.actor("") == "Ukendt"
    assert labels.actor("ny_kode") == "ny_kode"
    assert labels.kind("hoeringssvar") == "Høringssvar"
    assert labels.stance("kritik") == "Kritik"
    assert labels.heading("kritik") == "Kritik og bekymring"
    assert labels.heading("") == "Uden vurdering"


def test_facts_count_what_was_received(report: ThemeReport) -> None:
    facts = report.facts
    assert (facts.received, facts.used, facts.duplicate, facts.unreadable, facts.excluded) == (5, 3, 1, 1, 0)
    assert (facts.first, facts.last, facts.undated) == ("2024-01-15", "2024-03-07", 1)
    assert facts.senders_by_type == (("Virksomheder", 1), ("Politikere", 1), ("Journalist", 1))
    assert (facts.placements, facts.shown, facts.withheld) == (4, 3, 0)
    assert facts.lines == (
        "Der er modtaget 5 henvendelser: 3 er brugt, 1 er en dublet og 1 kan ikke læses.",
        "De er dateret fra 15. januar 2024 til 7. marts 2024; 1 henvendelse er uden dato.",
        "De kommer fra 3 forskellige afsendere: Virksomheder 1, Politikere 1, Journalist 1.",
        (
            "3 forskellige sætninger er placeret under temaer og kan vises som citat. "
            "En sætning kan høre til flere temaer: I alt er der 4 placeringer."
        ),
    )


def test_one_sender_with_two_submissions_is_one_sender(make_report: Make, make_source: Make) -> None:
    facts = make_report([], [make_source(1), make_source(2), make_source(3, ""), make_source(4, "")]).facts
    assert facts.senders_by_type == (("Politikere", 3),)


def test_what_cannot_be_quoted_is_counted_and_said(make_report: Make, make_theme: Make, make_quotation: Make) -> None:
    facts = make_report([make_theme("Unge", [make_quotation()], sentences=3)]).facts
    assert (facts.placements, facts.shown, facts.withheld) == (3, 1, 2)
    assert "2 placeringer tælles med, men vises ikke" in facts.lines[-1]


def test_sections_say_their_weight(report: ThemeReport) -> None:
    section = report.themes[0]
    assert section.title == "Unge (2 henvendelser)"
    assert section.count_line == "(2 henvendelser, 2 sætninger · Borgere 1, Politikere 1)"
    assert [group.title for group in section.groups] == [
        "Kritik og bekymring (1 sætning)",
        "Støtte og ros (1 sætning)",
    ]


def test_four_quotations_stand_open_and_two_of_the_neutral(
    make_report: Make, make_theme: Make, make_quotation: Make
) -> None:
    quotations = [make_quotation(stance=s, start=i) for s in ("kritik", "neutral") for i in range(1, 7)]
    critical, neutral = make_report([make_theme("Unge", quotations)]).themes[0].groups
    assert (len(critical.shown), len(critical.rest)) == (4, 2)
    assert (len(neutral.shown), len(neutral.rest)) == (2, 4)


def test_a_quotation_says_whose_it_is_and_where_it_stands(report: ThemeReport) -> None:
    own = report.themes[1].groups[1].quotes[0]
    assert own.who == "Mads & Søn <b>Byg</b> · Virksomheder"
    assert own.reference == "Henvendelse 2, interview, s. 2, tegn 1042–1082"
    assert own.document == "svar_2.pdf"
    relayed = report.themes[0].groups[1].quotes[0]
    assert relayed.who == "Borgere · gengivet af Eksempelbladet"
    assert relayed.type == "borgere"


@pytest.mark.parametrize(
    ("other", "who"),
    [
        ({"speaker": "Informant 2"}, "Informant 2 · Politikere · Enhedslisten"),
        ({"speaker": "Lise Holm", "voice": "borgere"}, "Lise Holm · Borgere · gengivet af Enhedslisten"),
        ({"voice": "ukendt"}, "Enhedslisten · Politikere"),
        ({"sender": "", "sender_type": "", "voice": ""}, "Ukendt afsender · Ukendt"),
    ],
)
def test_who(make_report: Make, make_theme: Make, make_quotation: Make, other: dict[str, str], who: str) -> None:
    section = make_report([make_theme("Unge", [make_quotation(**other)])]).themes[0]
    assert section.groups[0].quotes[0].who == who


def test_tables_count_submissions_and_sentences(report: ThemeReport) -> None:
    assert report.by_sender_type.columns == ("Virksomheder", "Politikere", "Journalist", "I alt")
    assert report.by_sender_type.rows == (("Unge", (0, 1, 1, 2)), ("A-kasser", (1, 1, 0, 2)))
    assert report.by_stance.columns == ("Kritik og bekymring", "Ønsker og forslag", "Støtte og ros", "I alt")
    assert report.by_stance.rows == (("Unge", (1, 0, 1, 2)), ("A-kasser", (1, 1, 0, 2)))


def test_appendices_hold_every_source(report: ThemeReport) -> None:
    assert [row.number for row in report.senders] == [1, 2, 3]
    assert report.senders[1].kind == "Interview"
    assert report.senders[2].date == "uden dato"
    assert [(row.document, row.status, row.reason) for row in report.set_aside] == [
        ("kopi.pdf", "Dublet", "Samme tekst som svar_1.pdf."),
        ("scan.pdf", "Kan ikke læses", "Ingen grund angivet."),
    ]
    assert "ikke godkendt af mennesker" in report.method[0]
    assert report.method[-1] == "hoering 0.1.0"


def test_nothing_received(make_report: Make) -> None:
    empty = make_report()
    assert empty.facts.lines == (
        "Der er modtaget 0 henvendelser: 0 er brugt.",
        "Ingen sætninger er placeret under et tema.",
    )
    assert (empty.findings, empty.wishes, empty.themes, empty.by_sender_type.rows) == ((), (), (), ())


def test_danish_wording() -> None:
    assert number(3000) == "3.000"
    assert counted(1, "sætning", "sætninger") == "1 sætning"
    assert listed(["A"]) == "A"
    assert listed([]) == ""
    assert [date(d) for d in ("2024-03-07", "2024-13-01", "2024", "i maj")] == [
        "7. marts 2024", "2024-13-01", "2024", "i maj",
    ]  # fmt: skip
