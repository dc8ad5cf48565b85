from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

pytestmark = pytest.mark.model


def split(nlp: Language, text: str) -> str:
    """The sentences of a text, set apart by ``|``."""
    with nlp.select_pipes(enable=["hoering_sentences"]):
        return "|".join(sentence.text.strip() for sentence in nlp(text).sents)


@pytest.mark.parametrize(
    "text",
    [
        "Vi har brug for hjælp.|Den kom for sent.",
        "Hvad nu?|Ingen svarede.",
        "Endelig!|Det var på tide.",
        "Er det sandt?!|Ja.",
        "Hun er i 3F.|Han er i HK.",
        "[Borger 1] siger nej.|[Borger 2] siger ja.",
        "Vi ringede i går.|14 dage senere kom svaret.",
        "Det står i bilaget (se side 3).|Det er alt.",
        "(Se bilag 3.)|Vi mener nej.",
        "Vi ses.|Husk kaffe.",
    ],
)
def test_a_stop_ends_a_sentence(nlp: Language, text: str) -> None:
    assert split(nlp, text.replace("|", " ")) == text


def test_several_spaces_after_a_stop_end_a_sentence_as_well(nlp: Language) -> None:
    assert split(nlp, "Vi ses.  Husk kaffe.   Og kage.") == "Vi ses.|Husk kaffe.|Og kage."


@pytest.mark.parametrize(
    "text",
    [
        "”Vi er klar.”|Han gik hjem.",
        "»Vi er klar.«|Han gik hjem.",
        "„Vi er klar.“|Han gik hjem.",
        "“Vi er klar.”|Han gik hjem.",
        '"Vi er klar."|Han gik hjem.',
        "'Vi er klar.'|Han gik hjem.",
        "”Vi er klar,” siger hun.|”Kom nu.”",
        "”Vi er klar.|Vi er mange.|Vi er glade,” siger hun.|”Kom nu.”",
        "Hun spurgte: ”Hvad nu?”|Ingen svarede.",
        "”Hvad skal vi gøre?” spørger hun.",
        "”Det er vores ansvar.”, siger han.|Så gik han.",
        "Vi siger ”nej.” og går.",
    ],
)
def test_a_closing_quote_belongs_to_the_sentence_it_closes(nlp: Language, text: str) -> None:
    assert split(nlp, text.replace("|", " ")) == text


@pytest.mark.parametrize(
    "text",
    [
        "– Ja.|– Nej.",
        "– Vi er klar, siger hun.|– Kom nu.",
        "– Hvad skal vi gøre? spørger hun.",
        "– Nu er det nok! siger hun.|Hun går.",
    ],
)
def test_a_dialogue_dash_opens_a_sentence_and_its_speaker_closes_it(nlp: Language, text: str) -> None:
    assert split(nlp, text.replace("|", " ")) == text


@pytest.mark.parametrize(
    "text",
    [
        "Det gælder bl.a. Ravnsø og Skovlev.",
        "Mødet er kl. 9 i hallen.",
        "Mødet er kl. 9.|Vi glæder os.",
        "Se nr. 3 og nr. 4.|Tak.",
        "Det følger af lovens § 3, stk. 2 om orlov.",
        "Vi har kurser, praktik osv.|Det er godt.",
        "Vi har kurser osv. og det er godt.",
        "Det koster 3.500 kr. om året.|Det er for meget.",
        "Det koster 3.500 kr.|Det er for meget.",
        "Det er svært, jf. afsnit 4.|Derfor siger vi nej.",
        "Det sker f.eks. i Ravnsø.|Og ca. 3 gange om året.",
        "A. Hansen og B. C. Jensen kom.|De gik igen.",
    ],
)
def test_an_abbreviation_ends_a_sentence_only_where_it_may(nlp: Language, text: str) -> None:
    assert split(nlp, text.replace("|", " ")) == text


@pytest.mark.parametrize(
    "text",
    [
        "Den 1. marts begynder det.|Den 2. april slutter det.",
        "Det er 3. gang på et år.",
        "Vi er 5.|Det er få.",
        "1. Sammen om job",
        "1. Sammen om job.|2. Alle med.|3. Tidligt i gang.",
        "Det står på side 3.|Kapitel 4 mangler.",
    ],
)
def test_a_number_with_a_stop_is_an_ordinal_or_a_list_mark(nlp: Language, text: str) -> None:
    assert split(nlp, text.replace("|", " ")) == text


@pytest.mark.parametrize(
    "text",
    [
        "jeg har ventet i 3 uger.|nu er jeg trukket.|hvad skal jeg gøre?|ingen svarer",
        "Jeg har ventet i tre uger.|nu er jeg trukket.",
        "Vi ventede… og ventede.|Så kom de.",
        "Vi ventede ... og ventede.|Så kom de.",
        "Vi ventede…|Så kom de.",
    ],
)
def test_text_without_capitals_is_split_but_a_pause_is_not(nlp: Language, text: str) -> None:
    assert split(nlp, text.replace("|", " ")) == text


@pytest.mark.parametrize("text", ["Mødet med jobcentret", "Vores forslag:", "Spørgsmål og svar, del 2"])
def test_a_heading_is_one_sentence(nlp: Language, text: str) -> None:
    assert split(nlp, text) == text


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet="aB1 .!?…”»«–-[]()'\n", max_size=30))
def test_sentences_are_the_whole_text_whatever_it_is(nlp: Language, text: str) -> None:
    with nlp.select_pipes(enable=["hoering_sentences"]):
        doc = nlp(text)
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text
