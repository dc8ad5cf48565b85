from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from hoering.language.sentences import NONE, OPEN, START, sentence_starts

TABLE = Path(__file__).parents[1] / "data" / "saetninger.tsv"
ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]

Split = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("passage", "sentences"),
    [pytest.param(*row, id=f"{kind}-{number}") for number, (kind, *row) in enumerate(ROWS)],
)
def test_table_of_passages(split: Split, passage: str, sentences: str) -> None:
    assert split(passage.replace("⏎", "\n")) == sentences.replace("⏎", "\n").split(" | ")


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
def test_a_stop_ends_a_sentence(split: Split, text: str) -> None:
    assert split(text.replace("|", " ")) == text.split("|")


def test_several_spaces_after_a_stop_end_a_sentence_as_well(split: Split) -> None:
    assert split("Vi ses.  Husk kaffe.   Og kage.") == ["Vi ses.", "Husk kaffe.", "Og kage."]


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
def test_a_closing_quote_belongs_to_the_sentence_it_closes(split: Split, text: str) -> None:
    assert split(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "– Ja.|– Nej.",
        "– Vi er klar, siger hun.|– Kom nu.",
        "– Hvad skal vi gøre? spørger hun.",
        "– Nu er det nok! siger hun.|Hun går.",
    ],
)
def test_a_dialogue_dash_opens_a_sentence_and_its_speaker_closes_it(split: Split, text: str) -> None:
    assert split(text.replace("|", " ")) == text.split("|")


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
def test_an_abbreviation_ends_a_sentence_only_where_it_may(split: Split, text: str) -> None:
    assert split(text.replace("|", " ")) == text.split("|")


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
def test_a_number_with_a_stop_is_an_ordinal_or_a_list_mark(split: Split, text: str) -> None:
    assert split(text.replace("|", " ")) == text.split("|")


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
def test_text_without_capitals_is_split_but_a_pause_is_not(split: Split, text: str) -> None:
    assert split(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize("text", ["Mødet med jobcentret", "Vores forslag:", "Spørgsmål og svar, del 2"])
def test_a_heading_is_one_sentence(split: Split, text: str) -> None:
    assert split(text) == [text]


def starts(text: str) -> list[int]:
    """What the rules say of the words of a text; all have a space after them."""
    words = text.split(" ")
    return sentence_starts(words, [1] * len(words), frozenset({"nr."}), frozenset({"kr."}))


@pytest.mark.parametrize(
    ("text", "word", "mark"),
    [
        ("Ny leder i Skovlev Kommunen ser frem", "Kommunen", OPEN),
        ("Nyt hus åbner Borgmesteren kommer", "Borgmesteren", OPEN),
        ("Nyt hus åbner Der er kaffe", "Der", START),
        ("Nyt hus åbner Det er stort", "Det", START),
        ("Huset Det Blå åbner", "Det", NONE),
        ("Vi mødte Karen Holt i går", "Karen", NONE),
        ("Vi mødte Karen Holt i går", "Holt", OPEN),
        ("Vi så Karen i går", "Karen", OPEN),
        ("Vi var med Karen i går", "Karen", NONE),
        ("Svar : Vi kommer", "Vi", NONE),
        ("Vi kom 9 gange", "9", NONE),
    ],
)
def test_a_capital_inside_a_line_is_open_where_spelling_leaves_a_doubt(text: str, word: str, mark: int) -> None:
    assert starts(text)[text.split(" ").index(word)] == mark


def test_no_small_word_and_no_mark_is_left_open() -> None:
    text = "Karen Holt ( S ) fra Ravnsø siger , at 3 ud af 4 er ledige . Det er - siger hun - nr. 3 i år"
    left_open = [word for word, mark in zip(text.split(" "), starts(text), strict=True) if mark == OPEN]
    assert all(word[0].isupper() for word in left_open)


@pytest.mark.parametrize("text", ["", "Ja", "Borgernes Hus", "Karen Bente Holt", "\n\nBorgernes Hus"])
def test_a_text_of_names_alone_is_one_sentence_without_a_parser(split: Split, text: str) -> None:
    assert split(text) == ([text.strip()] if text else [])


def test_a_parser_decides_what_is_open_and_nothing_else(rules: Language) -> None:
    doc = rules.make_doc("Nyt hus åbner Borgmesteren kommer. Det er bl.a. Pers hus.")
    rules.get_pipe("hoering_sentences")(doc)
    assert [token.text for token in doc if token.is_sent_start is None] == ["Borgmesteren"]
    assert [token.text for token in doc if token.is_sent_start] == ["Nyt", "Det"]


def test_abbreviations_of_a_users_own_list_count(tmp_path: Path) -> None:
    (tmp_path / "navne.tsv").write_text("forkortelse\tjobc.\nforkortelse_sidst\tydelsesc.\n", encoding="utf-8")
    nlp = spacy.blank("da")
    nlp.add_pipe("hoering_sentences", config={"gazetteer": str(tmp_path / "navne.tsv")})
    words = ["Vi", "gik", "til", "jobc.", "Nord", "og", "ydelsesc.", "Det", "var", "bl.a.", "Pers", "idé", "."]
    doc = nlp.get_pipe("hoering_sentences")(Doc(nlp.vocab, words=words))
    assert [sentence.text for sentence in doc.sents] == [
        "Vi gik til jobc. Nord og ydelsesc.",
        "Det var bl.a. Pers idé .",
    ]


@settings(max_examples=200, deadline=None)
@given(text=st.text(alphabet="aB1 .!?…”»«–-[]()':\n", max_size=30))
def test_sentences_are_the_whole_text_whatever_it_is(rules: Language, text: str) -> None:
    doc = rules(text)
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text


@settings(max_examples=200, deadline=None)
@given(words=st.lists(st.sampled_from(["Vi", "ser", ".", "”", "\n", "[", "Borger", "1", "]", "bl.a.", "–", "3."])))
def test_every_token_gets_one_mark_and_no_sentence_begins_inside_a_placeholder(words: list[str]) -> None:
    marks = sentence_starts(
        [*words, "[", "Borger", "1", "]"], [1] * (len(words) + 4), frozenset({"bl.a."}), frozenset()
    )
    assert len(marks) == len(words) + 4
    assert set(marks) <= {START, OPEN, NONE}
    assert START not in marks[-3:]
