"""One planted fault of each kind, what may pass, and properties of the checker over made-up answers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from hoering.rewording import Facts, Refused, check
from tests.rewording.conftest import FACTS

GOOD = [
    "Handicaprådet, Ravnsø Erhvervsforum og tre borgere kritiserer busforbindelserne.",
    "Der er kritik af busforbindelserne fra Handicaprådet, Ravnsø Erhvervsforum og borgere (3 henvendelser).",
    "Fem afsendere er bekymrede for busforbindelserne: Handicaprådet, Ravnsø Erhvervsforum og 3 borgere.",
    "Kritikken retter sig mod kommunen og jobcentret, og henvendelse 15 tilslutter sig et andet svar.",
    "Borgerne er kritiske over for bussen. »Jeg kan ikke nå hjem«, lyder det.",
    FACTS.text,
]
NUMBER, NAME, QUOTATION = "har et tal", "har et navn eller et ukendt ord", "anførselstegn"
MARKUP, VIEW, PARTY, DANISH = "opmærkning", "vender holdningen", "nævner en part", "ikke på dansk"
BAD = [
    ("", "er tom"),
    ("  \n ", "er tom"),
    ("Borgerne kritiserer bussen. " * 40, "for lang"),
    ("Borgerne kritiserer bussen og", "midt i en sætning"),
    ("Borgerne kritiserer **bussen**.", MARKUP),
    ("Borgerne kritiserer <b>bussen</b>.", MARKUP),
    ("# Kritik af bussen fra borgere.", MARKUP),
    ("- Kritik af bussen fra borgere.", MARKUP),
    ("Borgerne kritiserer bussen.\nDen er væk.", MARKUP),
    ("Borgerne kritiserer bussen [her](kort).", MARKUP),
    ("Borgerne kritiserer bussen, se www.bus.dk.", MARKUP),
    ("Kritikken kommer fra 7 borgere.", NUMBER),
    ("Kritikken kommer fra syv borgere.", NUMBER),
    ("Kritikken kommer fra syvogtyve borgere.", NUMBER),
    ("Kritikken kommer fra tohundrede borgere.", NUMBER),
    ("Kritikken kommer fra ½ af borgerne.", NUMBER),
    ("Kritikken kommer fra halvdelen af borgerne.", NUMBER),
    ("Kritikken kommer fra 25 % af borgerne.", NUMBER),
    ("Kritikken kommer fra 5 borgere.", NUMBER),  # 5 is the number of senders
    ("Kritikken kommer fra 3 virksomheder.", NUMBER),  # 3 is the number of citizens
    ("Kritikken kommer fra 15 borgere.", NUMBER),  # 15 is the number of a submission
    ("Henvendelse 3 er kritisk over for bussen.", NUMBER),  # 3 is no submission's number here
    ("Bente Hansen kritiserer bussen for borgerne.", NAME),
    ("Kritikken kommer fra borgere og Aarhus Kommune.", NAME),
    ("Kritikken kommer fra borgere i KL.", NAME),
    ("Kritikken kommer fra borgere og ældrexyz.", NAME),
    ("Kritikken kommer fra »vrede borgere«.", QUOTATION),
    ("Kritikken kommer fra “vrede borgere”.", QUOTATION),
    ('Kritikken kommer fra "vrede borgere".', QUOTATION),
    ("Kritikken kommer fra ‘vrede borgere’.", QUOTATION),
    ("Kritikken kommer fra 'vrede' borgere.", QUOTATION),
    ("Kritikken lyder: »Jeg kan nå hjem«.", QUOTATION),
    ("Kritikken lyder: »eg kan ikke nå hje«.", QUOTATION),
    ("Kritikken kommer fra »borgere.", QUOTATION),
    ("Borgerne er glade for bussen.", VIEW),
    ("Borgerne støtter og kritiserer bussen.", VIEW),
    ("Kritikken handler ikke om bussen.", VIEW),
    ("Borgerne omtaler bussen.", VIEW),
    ("De fleste kritiserer bussen.", "hvor mange"),
    ("Kritikken kommer kun fra borgere.", "hvor mange"),
    ("Kritikken kommer fra virksomheder og borgere.", PARTY),
    ("The citizens criticise the buses and the municipality.", DANISH),
    ("Medborgarna kritiserar bussarna och är oroliga för framtiden.", DANISH),
    ("Die Bürger kritisieren die schlechten Verbindungen der Busse.", DANISH),
]


@pytest.mark.parametrize("answer", GOOD)
def test_what_the_rows_say_may_be_printed(facts: Facts, nlp: Language, answer: str) -> None:
    assert check(f" {answer}\n", facts, nlp) == answer


@pytest.mark.parametrize(("answer", "reason"), BAD)
def test_what_the_rows_do_not_say_is_refused(facts: Facts, nlp: Language, answer: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        check(answer, facts, nlp)


@pytest.mark.parametrize(("answer", "_"), BAD)
def test_a_reason_never_repeats_the_answer(facts: Facts, nlp: Language, answer: str, _: str) -> None:
    with pytest.raises(Refused) as refused:
        check(answer, facts, nlp)
    assert not answer.strip() or answer.strip() not in str(refused.value)
    assert "Hansen" not in str(refused.value)


def test_a_wish_is_no_criticism(facts: Facts, nlp: Language) -> None:
    wish = replace(facts, text="Ønsket kommer fra borgere (3 henvendelser).", title="Ønske om flere busser")
    wish = replace(wish, stance="forslag")
    assert check("Tre borgere ønsker flere busser.", wish, nlp)
    for turned in ("Tre borgere ønsker flere busser og kritiserer planen.", "Tre borgere roser busser."):
        with pytest.raises(Refused, match=VIEW):
            check(turned, wish, nlp)


def test_a_no_of_the_title_is_kept(facts: Facts, nlp: Language) -> None:
    kept = replace(facts, title="Kritik af, at fagforeninger ikke er nævnt i udkastet")
    assert check("Borgerne er kritiske over for, at fagforeninger ikke er nævnt.", kept, nlp)
    assert check("Kritikken kommer fra borgere (3 henvendelser).", kept, nlp)
    with pytest.raises(Refused, match=VIEW):
        check("Borgerne er kritiske over for, at fagforeninger er nævnt.", kept, nlp)


def test_a_placeholder_of_the_rows_may_stand(facts: Facts, nlp: Language) -> None:
    masked = replace(facts, text="Kritikken kommer fra [Person 3].")
    assert check("Bussen kritiseres af [Person 3].", masked, nlp)
    with pytest.raises(Refused, match=MARKUP):
        check("Bussen kritiseres af [Person 4].", masked, nlp)


MANY = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
OF_THE_ROWS = {3, 4, 5, 6, 1, 15}


@MANY
@given(number=st.integers(0, 10**9).filter(lambda value: value not in OF_THE_ROWS), form=st.sampled_from(["", ","]))
def test_no_other_number_ever_passes(nlp: Language, number: int, form: str) -> None:
    written = f"{number:,}".replace(",", ".") if form else str(number)
    with pytest.raises(Refused, match=NUMBER):
        check(f"Kritikken kommer fra {written} borgere.", FACTS, nlp)


@MANY
@given(name=st.from_regex(r"[A-ZÆØÅ][a-zæøå]{3,9}", fullmatch=True))
def test_no_other_capitalised_word_ever_passes(nlp: Language, name: str) -> None:
    held = {word.strip("().,") for row in FACTS.rows for word in row.split()}
    if name in held or name.removesuffix("s") in held:
        return
    with pytest.raises(Refused):
        check(f"Kritikken af bussen kommer fra borgere og {name} i byen.", FACTS, nlp)


@MANY
@given(said=st.text(st.characters(exclude_characters="»«”“„\"", codec="utf-8"), min_size=1, max_size=30),
       marks=st.sampled_from(["»«", "””", "„“", '""', "«»"]))  # fmt: skip
def test_no_other_quotation_ever_passes(nlp: Language, said: str, marks: str) -> None:
    if any(said in row for row in FACTS.rows):
        return
    with pytest.raises(Refused):
        check(f"Kritikken kommer fra {marks[0]}{said}{marks[1]} i byen.", FACTS, nlp)


@MANY
@given(start=st.integers(0, 12), length=st.integers(1, 12), marks=st.sampled_from(["»«", "””", '""']))
def test_whole_words_of_a_quotation_may_be_quoted(nlp: Language, start: int, length: int, marks: str) -> None:
    words = FACTS.quotes[0].split()[start : start + length]
    if words:
        answer = f"Kritikken lyder blandt andet {marks[0]}{' '.join(words)}{marks[1]}."
        allowed = sum(sign.isalnum() for sign in " ".join(words)) > 1
        if allowed:
            assert check(answer, FACTS, nlp) == answer


@MANY
@given(answer=st.text(max_size=80))
def test_whatever_stands_there_is_refused_or_comes_back_whole(nlp: Language, answer: str) -> None:
    try:
        passed = check(answer, FACTS, nlp)
    except Refused:
        return
    assert passed == answer.strip() != ""
