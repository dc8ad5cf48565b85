from __future__ import annotations

from collections import Counter
from importlib import resources

import pytest
import spacy
from spacy.lang.da.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.tokens import Doc

from hoering.language.stopwords import countable_words, frequent_words, kinds, stop_words, words_of

# Words spaCy stops though they say something: "står alene", "en ny sagsbehandler", "synes vi er godt".
MEANINGFUL = {"alene", "god", "lav", "lave", "lavet", "lille", "ny", "nyt", "ses", "synes", "syntes"}


def test_the_list_is_that_of_spacy_less_the_words_that_say_something() -> None:
    assert STOP_WORDS - stop_words() == MEANINGFUL


def test_no_word_stands_under_two_kinds() -> None:
    counted = Counter(word for kind in kinds() for word in words_of(kind))
    assert [word for word, times in counted.items() if times > 1] == []


def test_words_are_in_lower_case_and_every_line_is_kind_and_words() -> None:
    text = (resources.files("hoering.language") / "stopwords.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line[:1] not in {"", "#"}]
    assert [line for line in lines if line != line.lower() or line.count("\t") != 1] == []


@pytest.mark.parametrize(
    "word",
    [
        "jeg",
        "dem",
        "når",
        "gennem",
        "været",
        "fik",
        "hvilket",
        "selvfølgelig",
        "desuden",
        "f.eks.",
        "f.eks",
        "pga",
        "to",
    ],
)
def test_words_of_grammar_are_always_stop_words(word: str) -> None:
    assert word in stop_words(negations=False, fillers=False, letters=False)


@pytest.mark.parametrize("word", ["borger", "jobcenter", "arbejde", "hjælp", "svær", "mangle", "bekymre", "person"])
def test_words_of_a_subject_are_never_stop_words(word: str) -> None:
    assert word not in stop_words(letters=True)


@pytest.mark.parametrize("word", ["ikke", "ingen", "aldrig", "hverken", "uden", "nej"])
def test_negations_can_be_kept_for_stance(word: str) -> None:
    assert word in stop_words()
    assert word not in stop_words(negations=False)


@pytest.mark.parametrize("word", ["øh", "øhm", "hm", "altså", "jo", "ligesom", "sådan", "okay", "jamen"])
def test_fillers_can_be_kept(word: str) -> None:
    assert word in stop_words()
    assert word not in stop_words(fillers=False)


@pytest.mark.parametrize(
    "word", ["hilsen", "venlig", "vedr.", "vedr", "nærværende", "høringssvar", "undertegnede", "marts"]
)
def test_furniture_of_letters_is_left_out_only_when_asked(word: str) -> None:
    assert word not in stop_words()
    assert word in stop_words(letters=True)


def test_a_kind_the_list_does_not_have_holds_nothing() -> None:
    assert words_of("planet") == frozenset()


def test_frequent_words_come_most_frequent_first_and_without_numbers() -> None:
    words = frequent_words(300)
    assert len(set(words)) == 300
    assert [word for word in words if not word.isalpha()] == []
    assert words[:2] == ("i", "og")
    assert words.index("ikke") < words.index("arbejde")
    assert frequent_words(0) == ()


def test_most_frequent_words_are_stop_words() -> None:
    assert len(set(frequent_words(100)) & stop_words()) >= 90


def _doc(*tokens: tuple[str, str, str]) -> Doc:
    """Text, part of speech and lemma of each token."""
    words, tags, lemmas = zip(*tokens, strict=True)
    return Doc(spacy.blank("da").vocab, words=list(words), pos=list(tags), lemmas=list(lemmas))


def test_words_are_lower_case_lemmas_without_signs_and_numbers() -> None:
    doc = _doc(
        ("Borgerne", "NOUN", "borger"),
        ("fik", "VERB", "få"),
        ("12", "NUM", "12"),
        ("2026-2030", "NUM", "2026-2030"),
        ("–", "PUNCT", "–"),
        ("løn-", "X", "løn-"),
        ("kurser", "NOUN", "kursus"),
        ("|", "NUM", "|"),
        (".", "PUNCT", "."),
    )
    assert countable_words(doc) == ["borger", "få", "løn", "kursus"]
    assert countable_words(doc, unit="form") == ["borgerne", "fik", "løn", "kurser"]


def test_placeholders_are_no_words_but_a_bracket_of_the_writer_is() -> None:
    doc = _doc(
        ("[", "PROPN", "["),
        ("Borger", "PROPN", "Borger"),
        ("12", "NUM", "12"),
        ("]", "PROPN", "]"),
        ("ringer", "VERB", "ringe"),
        ("[", "PUNCT", "["),
        ("vi", "PRON", "vi"),
        ("har", "AUX", "have"),
        ("spurgt", "VERB", "spørge"),
        ("to", "NUM", "to"),
        ("gange", "NOUN", "gang"),
        ("]", "PUNCT", "]"),
        ("[", "PUNCT", "["),
        ("igen", "ADV", "igen"),
    )
    assert countable_words(doc, names=True) == ["ringe", "vi", "have", "spørge", "to", "gang", "igen"]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Skovlev", []),  # a place
        ("Karen", []),  # a person
        ("FGU", ["fgu"]),  # an acronym
        ("Virksomheder", ["virksomhed"]),  # a word at the head of a line
    ],
)
def test_names_are_left_out_but_not_acronyms_and_ordinary_words(name: str, word: list[str]) -> None:
    doc = _doc((name, "PROPN", name))
    assert countable_words(doc) == word
    assert countable_words(doc, names=True) == [name.lower()]


@pytest.mark.model
def test_words_of_a_parsed_sentence(nlp: Language) -> None:
    found = countable_words(nlp("Vi savner 12 nye praktikpladser i Møllerup, skriver [Person 3]."))
    assert found == ["vi", "savne", "ny", "praktikplads", "i", "skrive"]
