from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoering.codebook import Code, Codebook
from hoering.coding.evidence import Suggestion
from hoering.coding.llm.answers import SCORE, BadAnswer, Checked, check
from hoering.coding.llm.client import Reply

SENTENCE = "Vi savner bussen til skolen."


def item(code: str, evidence: str, reason: str = "") -> dict[str, str]:
    return {"code": code, "evidence": evidence, "reason": reason}


def answer(**parts: Any) -> dict[str, Any]:
    return {"themes": [], "actors": [], "stance": item("kritik", "savner"), **parts}


def checked(book: Codebook, content: object, sentence: str = SENTENCE, finish: str = "stop") -> Checked:
    text = content if isinstance(content, str) else json.dumps(content)
    return check(Reply(text, finish, False), book, sentence)


def test_a_good_answer_counts(small_book: Codebook) -> None:
    themes = [item("skole", "skolen"), item("bus", "savner bussen", "den mangler")]
    found = checked(small_book, answer(themes=themes, actors=[item("borgere", "Vi")]))
    assert found.themes == (
        Suggestion("bus", SCORE, "»savner bussen« – den mangler"),
        Suggestion("skole", SCORE, "»skolen«"),
    )
    assert found.actors == (Suggestion("borgere", SCORE, "»Vi«"),)
    assert found.stance == Suggestion("kritik", SCORE, "»savner«")
    assert found.refused == ()


@pytest.mark.parametrize(
    "evidence",
    [
        "busserne",
        "savner  bussen",
        "Savner",
        "savner bussen.",
        "bussen […] skolen",
        "",
        " ",
        ".",
        "V",
        "savner\nbussen",
    ],
)
def test_evidence_that_is_not_there_word_for_word_refuses_its_code_only(small_book: Codebook, evidence: str) -> None:
    found = checked(small_book, answer(themes=[item("bus", evidence), item("skole", "skolen")]))
    assert [theme.code for theme in found.themes] == ["skole"]
    assert found.refused == ("Koden »bus« er afvist: modellens belæg står ikke ordret i sætningen.",)


def test_white_space_around_evidence_is_no_part_of_it(small_book: Codebook) -> None:
    assert checked(small_book, answer(themes=[item("bus", " bussen\n")])).themes[0].why == "»bussen«"


def test_a_stance_without_evidence_is_refused(small_book: Codebook) -> None:
    found = checked(small_book, answer(stance=item("forslag", "bør")))
    assert found.stance is None
    assert len(found.refused) == 1


def test_neutral_needs_no_evidence(small_book: Codebook) -> None:
    stance = checked(small_book, answer(stance=item("neutral", ""))).stance
    assert stance is not None
    assert (stance.code, stance.why) == ("neutral", "modellen fandt hverken kritik, forslag eller støtte")


def test_neutral_with_invented_evidence_is_refused(small_book: Codebook) -> None:
    assert checked(small_book, answer(stance=item("neutral", "toget"))).stance is None


def test_a_code_given_twice_counts_once(small_book: Codebook) -> None:
    found = checked(small_book, answer(themes=[item("bus", "toget"), item("bus", "bussen"), item("bus", "til")]))
    assert [theme.why for theme in found.themes] == ["»bussen«"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "ingenting"),
        (" \n", "ingenting"),
        ("Jeg kan desværre ikke.", "ikke gyldig JSON"),
        ('{"themes": [', "ikke gyldig JSON"),
        ('```json\n{"themes": []}\n```', "ikke gyldig JSON"),
        ('{"themes": [], "themes": []}', "ikke gyldig JSON"),
        ("[" * 100_000, "ikke gyldig JSON"),
        ("[]", "aftalte form"),
        ("null", "aftalte form"),
        ("{}", "aftalte form"),
        (answer(stance=None), "aftalte form"),
        (answer(stance=[]), "aftalte form"),
        (answer(themes=None), "aftalte form"),
        (answer(themes=["bus"]), "aftalte form"),
        (answer(themes=[{"code": "bus", "evidence": "bussen"}]), "aftalte form"),
        (answer(themes=[item("bus", "bussen") | {"score": "1"}]), "aftalte form"),
        (answer(themes=[item("bus", "bussen") | {"evidence": 7}]), "aftalte form"),
        (answer(extra=1), "aftalte form"),
        (answer(themes=[item("bus", "bussen"), item("tog", "bussen")]), "ikke findes i kodebogen"),
        (answer(themes=[item("borgere", "Vi")]), "ikke findes i kodebogen"),
        (answer(themes=[item("Bus", "bussen")]), "ikke findes i kodebogen"),
        (answer(actors=[item("", "Vi")]), "ikke findes i kodebogen"),
        (answer(stance=item("vrede", "savner")), "ikke findes i kodebogen"),
    ],
)
def test_a_bad_answer_is_refused_as_a_whole(small_book: Codebook, content: object, message: str) -> None:
    with pytest.raises(BadAnswer, match=message) as caught:
        checked(small_book, content)
    assert not any(word in str(caught.value) for word in ("tog", "vrede", "bussen", "desværre"))


def test_an_answer_cut_short_is_refused_also_where_it_can_be_read(small_book: Codebook) -> None:
    with pytest.raises(BadAnswer, match="afbrudt"):
        checked(small_book, answer(), finish="length")


def test_a_model_that_declines_is_told(small_book: Codebook) -> None:
    with pytest.raises(BadAnswer, match="afslog"):
        check(Reply(json.dumps(answer()), "stop", True), small_book, SENTENCE)


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        ("  klager\nover\tbus ", "»bussen« – klager over bus"),
        ("siger »savner«", "»bussen« – siger »savner«"),
        ("siger »toget mangler«", "»bussen«"),
        ('siger "toget mangler"', "»bussen«"),
        ("\x00\x1b[31m", "»bussen« – [31m"),
        ("halvt tegn \ud83d", "»bussen« – halvt tegn"),
        ("å" * 500, f"»bussen« – {'å' * 120} …"),
    ],
)
def test_a_reason_is_short_and_quotes_nothing_invented(small_book: Codebook, reason: str, why: str) -> None:
    (theme,) = checked(small_book, answer(themes=[item("bus", "bussen", reason)])).themes
    assert theme.why == why


CODES = tuple(Code(id=name, label=name, definition="Kun til prøver.") for name in ("bus", "skole", "kritik", "neutral"))
BOOK = Codebook(id="lille", label="Lille", version="1", themes=CODES[:2], actors=(), stances=CODES[2:])


@given(
    st.text(alphabet="abæ .»", max_size=12),
    st.lists(st.tuples(st.sampled_from(["bus", "skole"]), st.text(alphabet="abæ .»", max_size=4)), max_size=4),
)
def test_whatever_counts_stands_in_the_sentence(sentence: str, given_codes: list[tuple[str, str]]) -> None:
    content = answer(themes=[item(*pair) for pair in given_codes], stance=item("neutral", ""))
    found = checked(BOOK, content, sentence)
    for theme in found.themes:
        evidence = theme.why.removeprefix("»").removesuffix("«")
        assert evidence in sentence
        assert any(theme.code == code and evidence == text.strip() for code, text in given_codes)
    kept = {theme.code for theme in found.themes}
    assert kept | {code for code, _ in given_codes if any(f"»{code}«" in said for said in found.refused)} == {
        code for code, _ in given_codes
    }
