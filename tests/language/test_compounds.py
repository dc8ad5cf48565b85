from __future__ import annotations

import csv
import re
import statistics
import time
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from hoering.language.compounds import compound_lemmas, is_compound, listed_words, parts, register

DATA = Path(__file__).parents[1] / "data"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def shown(word: str) -> str:
    """The parts as the table writes them: »virksomhed(s)+praktik«."""
    return "+".join(f"{part.text}({part.link})" if part.link else part.text for part in parts(word))


def without_links(row: str) -> list[str]:
    return [re.sub(r"\(.*?\)", "", part) for part in row.split("+")]


def test_nine_in_ten_compounds_of_the_table_fall_into_their_parts() -> None:
    table = rows("sammensatte_ord.tsv")
    right = [row for row in table if [part.text for part in parts(row["ord"])] == without_links(row["dele"])]
    assert len(table) >= 150
    assert len(right) / len(table) >= 0.9


def test_nine_in_ten_compounds_of_the_table_are_found_under_the_base_forms_of_their_parts() -> None:
    table = rows("sammensatte_ord.tsv")
    right = [row for row in table if [part.lemma for part in parts(row["ord"])] == row["grundformer"].split("+")]
    assert len(right) / len(table) >= 0.9


def test_simple_words_of_the_table_stay_whole() -> None:
    table = rows("enkle_ord.tsv")
    whole = [row for row in table if not is_compound(row["ord"])]
    assert len(table) >= 150
    assert len(whole) / len(table) >= 0.98


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("kursusbehovene", "kursus+behovene"),
        ("mentorordningens", "mentor+ordningens"),
        ("Klimahandlingsplanen", "Klima+handling(s)+planen"),
        ("arbejdspladser", "arbejd(s)+pladser"),
        ("handicapvenlige", "handicap+venlige"),
        ("fleksjobbere", "fleks+jobbere"),
        ("LØNTILSKUD", "LØN+TILSKUD"),
        ("skatteregler", "skat(te)+regler"),
        ("ungekonsulent", "unge+konsulent"),
    ],
)
def test_a_compound_falls_into_parts_with_links_and_endings(word: str, written: str) -> None:
    assert shown(word) == written


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("kompetenceopkvalificering", "kompetence+opkvalificering"),
        ("erhvervsvejlederen", "erhverv(s)+vejlederen"),
        ("deltagerliste", "deltager+liste"),
        ("netværksmødet", "netværk(s)+mødet"),
        ("frivilligcentret", "frivillig+centret"),
    ],
)
def test_a_simple_word_stays_whole_inside_a_compound(word: str, written: str) -> None:
    assert shown(word) == written


@pytest.mark.parametrize(
    "word",
    [
        "forvaltninger", "opkvalificeres", "vejledning", "vejlederne", "frivilligheden", "deltagernes", "kulturen",
        "avanceret", "traditionelle", "ejerskabet", "ligestilling", "sandsynligvis", "medarbejder", "ikke", "og", "",
    ],
)  # fmt: skip
def test_prefixes_endings_and_lexicalised_words_are_no_parts(word: str) -> None:
    assert [part.text for part in parts(word)] == [word]


@pytest.mark.parametrize("word", ["Lindfos", "Birkholm", "København", "Køges", "qwxzbrt", "24/7", "borger@by.example"])
def test_names_and_signs_stay_whole(word: str) -> None:
    assert not is_compound(word)


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("unge-indsatsen", "unge(-)+indsatsen"),
        ("LO-medlemmer", "LO(-)+medlemmer"),
        ("it-systemet", "it(-)+systemet"),
        ("uddannelses-", "uddannelse(s-)"),
        ("arbejdsmarkeds-", "arbejd(s)+marked(s-)"),
        ("job-", "job(-)"),
        ("a-kasse", "a-kasse"),
        ("A-kassemedlem", "A-kasse+medlem"),
        ("18-årige", "18-årige"),
        ("-job", "-job"),
        ("-", "-"),
    ],
)
def test_a_hyphen_is_a_boundary_but_not_after_a_letter_or_a_number(word: str, written: str) -> None:
    assert shown(word) == written


def test_a_part_knows_its_base_form_and_its_place() -> None:
    found = parts("Ungdomsuddannelserne")
    assert [(part.lemma, part.start) for part in found] == [("ungdom", 0), ("uddannelse", 7)]


@pytest.mark.parametrize(
    ("word", "lemmas"),
    [
        ("kompetencebehov", ("kompetence", "behov")),
        ("arbejdsmarkedspolitikken", ("arbejde", "marked", "politik", "arbejdsmarked", "markedspolitik")),
        ("kursusmodtagerne", ("kursus", "modtager")),
        ("børnepengene", ("barn", "penge")),
        ("virksomhederne", ("virksomhed",)),
        ("qwxzbrt", ("qwxzbrt",)),
    ],
)
def test_a_compound_is_found_under_its_parts_and_the_words_they_make(word: str, lemmas: tuple[str, ...]) -> None:
    assert compound_lemmas(word) == lemmas


PIECES = st.sampled_from(["job", "arbejds", "Unge", "løn", "s", "e", "-", "a", "7", "indsats", "İ", " "])


@settings(max_examples=300, deadline=None)
@given(word=st.one_of(st.text(max_size=70), st.lists(PIECES, max_size=8).map("".join)))
def test_parts_and_links_together_are_the_word(word: str) -> None:
    found = parts(word)
    assert "".join(part.text + part.link for part in found) == word
    assert all(word[part.start :].startswith(part.text) for part in found)


def test_a_listed_word_is_of_one_mind() -> None:
    """A word listed as whole cannot be listed as never being part of anything."""
    words = listed_words()
    assert not words["whole"] & (words["grammar"] | words["affix"] | words["ending"])
    assert set(words) == {"whole", "grammar", "affix", "ending", "modifier", "short"}


def test_a_token_gives_its_parts_when_asked() -> None:
    register()
    register()
    doc = spacy.blank("da")("Vi savner jobmuligheder")
    assert [[part.text for part in token._.parts] for token in doc] == [["Vi"], ["savner"], ["job", "muligheder"]]


def test_an_ordinary_word_takes_microseconds() -> None:
    is_compound("virksomhed")  # loads the tables
    taken = []
    for row in rows("enkle_ord.tsv"):
        start = time.process_time()
        is_compound(row["ord"].upper())  # in a form that no other test has left in the cache
        taken.append(time.process_time() - start)
    assert statistics.median(taken) < 0.0005


@pytest.mark.parametrize("word", ["arbejdsmarkeds" * 4, "a" * 60, "e" * 1_000_000, "job-" * 100_000])
def test_a_word_made_to_be_slow_is_quick(word: str) -> None:
    start = time.process_time()
    parts(word)
    assert time.process_time() - start < 0.5
