"""What a letter adds to a template, sentence by sentence."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoering.duplicates.own import own_passages
from hoering.duplicates.words import words

FIRST = "Byrådet bør lade bogbussen køre til alle landsbyer hver eneste uge hele året rundt."
SECOND = "Vi er tilfredse med chaufføren og vil gerne beholde den gamle rute gennem skoven."
PLAIN = f"{FIRST} {SECOND}"


def own(text: str) -> tuple[str, float]:
    letters = [PLAIN, PLAIN, text]
    passages, share = own_passages([(letter, words(letter)) for letter in letters])[2]
    return " | ".join(text[p.start : p.end] for p in passages), share


@pytest.mark.parametrize(
    ("text", "added"),
    [
        (PLAIN, ""),
        (f"{SECOND}\n\n{FIRST}", ""),
        (f"Kære byråd\n\n{PLAIN}\n\nMed venlig hilsen [Borger 1]", ""),
        (f"{FIRST} Min kone er blind. {SECOND}", "Min kone er blind."),
        (f"{PLAIN}\n\nMin kone er blind. Hun låner lydbøger.", "Min kone er blind. Hun låner lydbøger."),
        (f"BEVAR BOGBUSSEN\n\n{PLAIN}", "BEVAR BOGBUSSEN"),
        (PLAIN.replace("bør lade", "bør ikke lade"), FIRST.replace("bør lade", "bør ikke lade")),
        (PLAIN.replace("er tilfredse", "er utilfredse"), SECOND.replace("er tilfredse", "er utilfredse")),
        (PLAIN.replace("den gamle rute", "den nye rute"), ""),
        (PLAIN.replace("landsbyer", "landsbyerne"), ""),
        (PLAIN.replace("Vi er tilfredse", "Jeg er tilfreds"), ""),
    ],
)
def test_own_passages(text: str, added: str) -> None:
    assert own(text)[0] == added


def test_leaving_out_a_negation_turns_a_sentence() -> None:
    against = FIRST.replace("bør lade", "bør ikke lade")
    letters = [against, against, FIRST]
    passages, _ = own_passages([(letter, words(letter)) for letter in letters])[2]
    assert [FIRST[p.start : p.end] for p in passages] == [FIRST]


def test_share_counts_new_words_also_where_a_sentence_is_not_taken_as_own() -> None:
    assert own(PLAIN)[1] == 0.0
    passages, share = own(PLAIN.replace("den gamle rute", "den nye rute"))
    assert (passages, share) == ("", pytest.approx(1 / 28, abs=0.005))
    assert own("Noget helt andet om en sø og en båd.")[1] == 1.0


def test_words_of_the_draft_are_nobodys_own() -> None:
    draft = "Alle borgere skal have en plan med et klart mål for fremtiden."
    known = frozenset(" ".join(w.form for w in words(draft)[i : i + 3]) for i in range(len(words(draft)) - 2))
    text = f"{PLAIN} {draft}"
    letters = [(t, words(t)) for t in (PLAIN, PLAIN, text)]
    assert own_passages(letters, known)[2] == ((), 0.0)


@given(st.lists(st.text(alphabet="ab cæ.\n!", max_size=40), min_size=1, max_size=4))
def test_passages_lie_in_the_text_in_order_and_shares_are_shares(texts: list[str]) -> None:
    for text, (passages, share) in zip(texts, own_passages([(t, words(t)) for t in texts]), strict=True):
        assert 0 <= share <= 1
        assert all(0 <= p.start < p.end <= len(text) for p in passages)
        assert all(a.end <= b.start for a, b in pairwise(passages))
