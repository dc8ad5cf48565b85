"""Cleaning as a whole: whole letters, articles and interviews, random text, and texts made to be slow."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoering.clean import clean
from hoering.edits import View, checked
from hoering.sensitive import RawDocument

MakeDocument = Callable[..., RawDocument]
Readable = Callable[..., str]

FORMATS = ("txt", "md", "html", "pdf", "docx")
FRAGMENTS = st.sampled_from(
    [
        "Med venlig hilsen", "Ida Krog", "Af Ida Krog", "RAVNSØ:", "Side 2 af 9", "Kære råd", "tlf. 12 00 11 22",
        "Vi vil have job.", "jobcen-", "tret", "social-", "og", "(griner)", "00:12:31", "I: Hej", "# Mål", "**vil**",
        "[a](b)", "Foto: Ida", "Vedr. høring", "1. april 2026", "\u00a0", "\u00ad", "mødet.Vi", "  ", "\t", "\f", "\r",
        "\n", "\n\n", "-----", "date 2026-03 ", "Fra: Ida", "Til: os", "0", "LÆSERBREV", "debat Vi", "�", "\x00",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(FRAGMENTS, max_size=25).map("".join), st.lists(FRAGMENTS, max_size=25).map("\n".join)
)


@settings(max_examples=250, deadline=None)
@given(text=TEXTS, file_format=st.sampled_from(FORMATS))
def test_cleaning_any_text_gives_ordered_edits_that_overlap_nowhere(
    make_document: MakeDocument, text: str, file_format: str
) -> None:
    edits = clean(make_document(text, file_format))
    assert checked(edits, len(text)) == edits


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, file_format=st.sampled_from(FORMATS))
def test_kept_and_edited_stretches_together_are_the_raw_text(
    make_document: MakeDocument, text: str, file_format: str
) -> None:
    view = View.of(text, clean(make_document(text, file_format)))
    assert "".join(text[piece.raw_start : piece.raw_end] for piece in view.pieces) == text
    kept = [piece for piece in view.pieces if piece.kept]
    assert all(text[p.raw_start : p.raw_end] == view.text[p.view_start : p.view_end] for p in kept)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_a_replacement_puts_in_nothing_but_a_space_or_a_hyphen(make_document: MakeDocument, text: str) -> None:
    assert {edit.replacement for edit in clean(make_document(text))} <= {"", " ", "-"}


LETTER = """Fællesrådet i Hedelund
Havnegade 3, 8998 Hedelund

Ravnsø Kommune
Att. Bo Friis
1. april 2026

Høringssvar fra Fællesrådet

Kære udvalg

Vi ønsker tre ting:
- Flere mentorer
- Svar på mail inden tre dage
- Direkte kontakt til virksomheder

Jobcentret svarer aldrig, når man ringer på tlf. i åbningstiden.

Med venlig hilsen
Ida Krog
Formand
ida@raad.example

PS. Vi er uenige i teksten på side 4
"""


def test_of_a_letter_all_that_was_written_stays(readable: Readable) -> None:
    assert readable(LETTER).split("\n") == [
        "Vi ønsker tre ting:",
        "- Flere mentorer",
        "- Svar på mail inden tre dage",
        "- Direkte kontakt til virksomheder",
        "Jobcentret svarer aldrig, når man ringer på tlf. i åbningstiden.",
        "PS. Vi er uenige i teksten på side 4",
    ]


def test_of_an_article_all_that_was_written_stays(readable: Readable) -> None:
    article = (
        " date 2026-03 Flere unge i Ravnsø er i job\n0\nAf Liv Holm\n3. marts 2026 kl. 06:00\nFoto: Bo Friis\n\n"
        "RAVNSØ: Af de 200 ledige er 40 unge.\n\n– Vi er glade, siger Ida Krog.\n\nNEJ. Det er ikke nok.\n"
        "Del artiklen\n0 kommentarer\nLæs også: Bussen er god\n"
    )
    assert readable(article).split("\n") == [
        "Flere unge i Ravnsø er i job",
        "Af de 200 ledige er 40 unge.",
        "– Vi er glade, siger Ida Krog.",
        "NEJ. Det er ikke nok.",
    ]


def test_of_an_interview_all_turns_stay(readable: Readable) -> None:
    interview = (
        "Interview 9\n12. maj 2026\nI = interviewer, IP = interviewperson.\n00:00:00 start\n"
        "I: Hvem hjalp dig\nIP: Min mor (griner)\n[00:01:02] I: Fik du svar på mail\nIP: Nej, aldrig\n"
    )
    assert readable(interview).split("\n") == [
        "[I = interviewer, IP = informant]",
        "I: Hvem hjalp dig",
        "IP: Min mor",
        "I: Fik du svar på mail",
        "IP: Nej, aldrig",
    ]


def test_of_minutes_the_points_stay(readable: Readable) -> None:
    minutes = (
        "Referat fra Handicaprådet\nDato: 12. maj 2026\n\n1. Velkomst\n2. Høring om politik\n"
        "Rådet ønsker flere fleksjob\nTilgængelighed i alle mål\n3. Eventuelt\nIntet\n"
    )
    assert readable(minutes).split("\n") == [
        "1. Velkomst",
        "2. Høring om politik",
        "Rådet ønsker flere fleksjob",
        "Tilgængelighed i alle mål",
        "3. Eventuelt",
        "Intet",
    ]


MEGABYTE = 1_000_000
SLOW = {
    "one line of prose": ("Vi vil have flere i job, og det skal ske nu. ", "txt"),
    "digits": ("1", "txt"),
    "blanks": (" ", "txt"),
    "a and blank": ("a ", "txt"),
    "letters": ("x", "txt"),
    "capitals": ("Ab ", "txt"),
    "addresses": ("a@b.", "txt"),
    "dashes": ("-", "md"),
    "open brackets": ("[", "md"),
    "open links": ("[x](", "md"),
    "stars": ("*", "md"),
    "colons": ("I: ", "txt"),
    "wrapped lines": ("Vi vil gerne have flere i job, og det skal ske nu, siger\u00a0formanden.\n", "txt"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("part", "file_format"), SLOW.values(), ids=SLOW)
def test_a_megabyte_is_cleaned_in_seconds(make_document: MakeDocument, part: str, file_format: str) -> None:
    document = make_document((part * MEGABYTE)[:MEGABYTE], file_format)
    started = time.process_time()
    clean(document)
    assert time.process_time() - started < 30


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Hilsen\n" + "x" * MEGABYTE,
        " \n" * 50_000 + "x" * 100,
        ("Af " + " og ".join(["Ab"] * 22) + " ;\n") * 1000,
        "jobcen-\ntret og\u00a0alt " * 8_000,
    ],
    ids=["after a closing", "blank lines", "names in a byline", "hyphens among other repairs"],
)
def test_text_made_to_be_slow_is_cleaned_in_seconds(make_document: MakeDocument, text: str) -> None:
    started = time.process_time()
    clean(make_document(text))
    assert time.process_time() - started < 30
