from __future__ import annotations

import pytest
from spacy.language import Language

from hoering.language.lemmas import is_known_word


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Vi savner svar.", "savner", "savne"),
        ("De foreslog et nyt kursus.", "foreslog", "foreslå"),
        ("Virksomhederne mangler folk.", "Virksomhederne", "virksomhed"),
        ("Han talte med sagsbehandleren.", "sagsbehandleren", "sagsbehandler"),
        ("De har fået flere praktikpladser.", "praktikpladser", "praktikplads"),
        ("Det er et langt forløb.", "langt", "lang"),
        ("Fagforeningen var bekymret.", "Fagforeningen", "fagforening"),
        ("Hun bor i Skovlev.", "Skovlev", "Skovlev"),
    ],
)
def test_a_word_gets_its_dictionary_form(nlp: Language, text: str, word: str, lemma: str) -> None:
    assert {token.text: token.lemma_ for token in nlp(text)}[word] == lemma


@pytest.mark.model
def test_a_verb_gets_no_noun_for_its_lemma(nlp: Language) -> None:
    lemmas = {token.text: token.lemma_ for token in nlp("De skal lede efter job.")}
    assert lemmas["lede"] == "lede"


@pytest.mark.parametrize(
    ("word", "known"), [("virksomhed", True), ("savner", True), ("qwxz", False), ("", False), ("Virksomhed", False)]
)
def test_a_known_word_stands_in_the_lexicon_in_lower_case(word: str, known: bool) -> None:
    assert is_known_word(word) is known
