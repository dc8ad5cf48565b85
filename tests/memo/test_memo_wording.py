"""Sender first, present tense, neutral words and the exact ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoering.codebook import Codebook, Matter
from hoering.memo.wording import continuing, count_word, predicate, quoted, title_phrase, told, told_of_several
from hoering.positions.matters import Matters

SHIFT = Matter(id="skift", kritik="skiftende sagsbehandlere", expressions=("ny sagsbehandler",))
MATTERS = Matters.of(Codebook.model_construct(matter_list=(SHIFT,)))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Vi foreslår, at møderne genoptages.", "foreslår, »at møderne genoptages«"),
        ("Vi foreslår derfor også, at der kommer lys.", "foreslår derfor også, »at der kommer lys«"),
        ("Rådet er bekymret for de unge uden bil.", "er bekymret for »de unge uden bil«"),
        ("Vi er enige i, at bussen mangler.", "er enig i, »at bussen mangler«"),
        ("Kroen vil bede om en bedre vej.", "beder om »en bedre vej«"),
        ("Seniorrådet savner et sted at mødes", "savner »et sted at mødes«"),
    ],
)
def test_the_senders_own_verb(words: str, said: str) -> None:
    assert told(words, "forslag", "", "Kroen") == said


@pytest.mark.parametrize(
    ("words", "stance", "said"),
    [
        ("Bussen kører ikke.", "kritik", "påpeger: »Bussen kører ikke«"),
        ("Mange frygter den dag.", "kritik", "er bekymret: »Mange frygter den dag«"),
        ("Hvem tager telefonen?", "kritik", "spørger: »Hvem tager telefonen?«"),
        ("Der bør være lys.", "forslag", "peger på et behov: »Der bør være lys«"),
        ("Elever ser gerne lys.", "forslag", "ønsker: »Elever ser gerne lys«"),
        ("Lys og varme.", "forslag", "bemærker: »Lys og varme«"),
        ("Det var et godt møde.", "stoette", "er positiv: »Det var et godt møde«"),
        ("Min nabo ringede rundt.", "stoette", "bemærker: »Min nabo ringede rundt«"),
        ("Tak for kaffe.", "stoette", "takker: »Tak for kaffe«"),
    ],
)
def test_else_a_verb_that_says_no_more_than_the_words(words: str, stance: str, said: str) -> None:
    assert told(words, stance, "", "Kroen") == said


def test_what_only_some_members_think_is_not_told_of_the_body() -> None:
    words = "Et mindretal i rådet foreslår, at bussen kører om natten."

    assert told(words, "forslag", "", "Rådet").startswith("gengiver et mindretals synspunkt: »Et mindretal")
    assert told("Et medlem fra køkkenet har skiftet job.", "kritik", "", "Klubben").startswith("påpeger: ")


def test_neutral_words_come_before_the_exact_ones() -> None:
    words = "Jeg har haft fire forskellige sagsbehandlere."

    assert told(words, "kritik", "Kritik af skiftende sagsbehandlere", "Kroen") == (
        "kritiserer skiftende sagsbehandlere: »Jeg har haft fire forskellige sagsbehandlere«"
    )


def test_a_title_is_used_only_where_the_sentence_is_about_it() -> None:
    title = "Kritik af skiftende sagsbehandlere"

    assert title_phrase(title, "Hver gang får jeg en ny sagsbehandler.", "kritik", "Mødet", MATTERS) == title
    assert title_phrase(title, "Kaffen er kold.", "kritik", "Mødet", MATTERS) == ""
    assert title_phrase("Kritik: »Hver gang en ny«", "Hver gang en ny sagsbehandler.", "kritik", "M", MATTERS) == ""


@pytest.mark.parametrize(
    ("phrase", "one", "several"),
    [
        (
            "Bekymring for, at bussen stopper",
            "er bekymret for, at bussen stopper",
            "er bekymrede for, at bussen stopper",
        ),
        ("Ønske om at deltage", "ønsker at deltage", "ønsker at deltage"),
        ("Støtte til én plan", "bakker op om én plan", "bakker op om én plan"),
        ("Ros for, at man kan ringe", "roser, at man kan ringe", "roser, at man kan ringe"),
        ("Noget helt andet", "", ""),
    ],
)
def test_titles_become_predicates(phrase: str, one: str, several: str) -> None:
    assert predicate(phrase) == one
    assert predicate(phrase, several=True) == several


def test_several_agree_in_number() -> None:
    assert told_of_several("Vi frygter det.", "kritik", "") == "er bekymrede"


@pytest.mark.parametrize(
    ("sender", "private", "kind", "again"),
    [
        ("Handicaprådet i Vestrup", False, "raad", "Rådet"), ("A-kassen Havblik", False, "a_kasser", "A-kassen"),
        ("Ole Olsen", True, "borgere", "Borgeren"), ("Kroen", False, "virksomheder", "Virksomheden"),
        ("Skovby Kommune", False, "jobcenter_kommune", "Kommunen"), ("Lokallisten", False, "politikere", "Lokallisten"),
    ],
)  # fmt: skip
def test_what_a_sender_is_called_the_second_time(sender: str, private: bool, kind: str, again: str) -> None:
    assert continuing(sender, private, kind) == again


@given(st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool))
def test_a_quotation_is_always_a_part_of_what_was_said(words: str) -> None:
    assert quoted(words)[1:-1] in words


@given(
    st.text(alphabet="Vi foreslår, at bussen Rådet mener.?", min_size=1),
    st.sampled_from(["kritik", "forslag", "stoette"]),
)
def test_whatever_is_told_quotes_the_words(words: str, stance: str) -> None:
    plain = " ".join(words.split())

    assert told(plain, stance, "", "Rådet").partition("»")[2].removesuffix("«") in plain


def test_numbers_in_words() -> None:
    assert [count_word(number) for number in (1, 12, 1300)] == ["en", "tolv", "1.300"]
