from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from hoering.language.gazetteer import Gazetteer
from hoering.language.tokens import extend_tokenizer


def cut(nlp: Language, text: str) -> str:
    """The tokens of a text, set apart by a space."""
    return " ".join(token.text for token in nlp.make_doc(text))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("udvalget.”Vi", "udvalget . ” Vi"),
        ("nu.»Tak", "nu . » Tak"),
        ("Hvad?»Nej", "Hvad ? » Nej"),
        ("svar,”siger", "svar , ” siger"),
        ("hun:”Vi", "hun : ” Vi"),
        ("trist.”Sådan", "trist . ” Sådan"),
        ("svar.Vi", "svar . Vi"),
        ("gange).Det", "gange ) . Det"),
        ("2030.Det", "2030 . Det"),
        ("Hvad?!Vi", "Hvad ? ! Vi"),
        ("hos 3F.", "hos 3F ."),
    ],
)
def test_glued_stops_and_quotes_are_cut(rules: Language, text: str, tokens: str) -> None:
    assert cut(rules, text) == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("”Vi er klar.”", "” Vi er klar . ”"),
        ("»Nej«,", "» Nej « ,"),
        ("„Nej“", "„ Nej “"),
        ("’Nej’", "’ Nej ’"),
        ("–Vi", "– Vi"),
        ("•Flere", "• Flere"),
        ("§10", "§ 10"),
        ("kl.9.30", "kl. 9.30"),
        ("nr.3", "nr. 3"),
        ("kr.2.000", "kr. 2.000"),
        ("jobcenter/ydelsescenter", "jobcenter / ydelsescenter"),
    ],
)
def test_marks_stand_alone(rules: Language, text: str, tokens: str) -> None:
    assert cut(rules, text) == tokens


WHOLE = """
jf. bl.a. f.eks. mv. m.v. m.fl. o.lign. hhv. pct. j.nr. d.d. mhp. ift. ifm. vedr. pga. mio. mia. stk. nr. pkt. kap. kl.
pr. ca. evt. inkl. o.m.a. afd. fg. hr. cand.mag. ph.d. Mhp. Cand.mag. 9.30 2.000 12.500,50 1.5.2030 5-6.000 2029/30
24/1234 og/eller A/S a-kasse A-kassens 3F FH's FH’s KL’erne O’Connor job@ravnsoe.example
www.ravnsoe.example/Job.Html https://ravnsoe.example/a?b=1
"""


@pytest.mark.parametrize("word", WHOLE.split())
def test_one_word_is_one_token(rules: Language, word: str) -> None:
    assert cut(rules, f"Se {word} her") == f"Se {word} her"


@pytest.mark.parametrize("word", ["min", "el", "max", "res"])
def test_a_word_that_is_also_an_abbreviation_gives_its_stop_back(rules: Language, word: str) -> None:
    assert cut(rules, f"den er {word}.") == f"den er {word} ."


def test_extending_twice_is_the_same_as_once() -> None:
    nlp = spacy.blank("da")
    extend_tokenizer(nlp)
    once = nlp.tokenizer
    extend_tokenizer(nlp)
    assert nlp.tokenizer is once


def test_a_saved_tokenizer_keeps_the_rules(rules: Language) -> None:
    loaded = spacy.blank("da")
    loaded.tokenizer.from_bytes(rules.tokenizer.to_bytes())
    extended = loaded.tokenizer
    extend_tokenizer(loaded)
    assert loaded.tokenizer is extended
    assert cut(loaded, "udvalget.”Vi mhp. FH’s") == "udvalget . ” Vi mhp. FH’s"


def test_abbreviations_of_a_users_own_list_stay_whole() -> None:
    nlp = spacy.blank("da")
    extend_tokenizer(nlp, Gazetteer({"abbreviation": frozenset({"jobcent."})}))
    assert cut(nlp, "Det er jobcent. Ravnsø") == "Det er jobcent. Ravnsø"


def test_a_tokenizer_of_another_kind_is_left_alone() -> None:
    nlp = spacy.blank("da")

    def by_space(text: str) -> spacy.tokens.Doc:
        return spacy.tokens.Doc(nlp.vocab, words=text.split())

    nlp.tokenizer = by_space
    extend_tokenizer(nlp)
    assert nlp.tokenizer is by_space


@settings(max_examples=200, deadline=None)
@given(text=st.text(alphabet="aBø1 .,:?!…”»«’'–-()[]/\n", max_size=30))
def test_offsets_never_change(rules: Language, text: str) -> None:
    doc = rules.make_doc(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Det kostede 200 kr.. Vi gik.", ["Det", "kostede", "200", "kr.", ".", "Vi", "gik", "."]),
        ("Møder, kurser m.v.. Vi gik.", ["Møder", ",", "kurser", "m.v.", ".", "Vi", "gik", "."]),
        ("Nå .. vi gik.", ["Nå", "..", "vi", "gik", "."]),
    ],
)
def test_a_full_stop_after_an_abbreviations_own_is_a_token(text: str, tokens: list[str]) -> None:
    nlp = spacy.blank("da")
    extend_tokenizer(nlp)
    assert [token.text for token in nlp(text)] == tokens
