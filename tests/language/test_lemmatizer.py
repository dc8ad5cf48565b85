from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from hoering.language.lemmatizer import LexiconLemmatizer


@pytest.mark.parametrize(
    ("word", "pos", "lemma"),
    [
        ("jobcentret", "NOUN", "jobcenter"),
        ("a-kasserne", "NOUN", "a-kasse"),
        # no list has these: the last part decides
        ("kontaktpersonordningen", "NOUN", "kontaktpersonordning"),
        ("sagstallene", "NOUN", "sagstal"),
        ("høringsmøderne", "NOUN", "høringsmøde"),
        # nothing is known about these, so the model's lemma stays
        ("brxqen", "NOUN", "model"),
        ("Ravnsøe", "PROPN", "model"),
    ],
)
def test_lexicon_then_last_part_then_the_models_own(word: str, pos: str, lemma: str, nlp: Language) -> None:
    doc = Doc(nlp.vocab, words=[word], pos=[pos], lemmas=["model"])
    assert [token.lemma_ for token in LexiconLemmatizer()(doc)] == [lemma]


def test_the_part_of_speech_decides(nlp: Language) -> None:
    lemmatizer = LexiconLemmatizer()
    verb, noun = (Doc(nlp.vocab, words=["savner"], pos=[pos], lemmas=["?"]) for pos in ("VERB", "NOUN"))
    assert lemmatizer(verb)[0].lemma_ == "savne"
    assert lemmatizer(noun)[0].lemma_ != "savne"


def test_text_without_parts_of_speech_keeps_its_lemmas(nlp: Language) -> None:
    doc = Doc(nlp.vocab, words=["virksomhederne"], lemmas=["egen"])
    assert LexiconLemmatizer()(doc)[0].lemma_ == "egen"


def test_tokens_of_a_loaded_pipeline_know_their_parts(nlp: Language) -> None:
    token = nlp.make_doc("Virksomhedssamarbejdet")[0]
    assert [part.text for part in token._.parts] == ["Virksomhed", "samarbejdet"]
