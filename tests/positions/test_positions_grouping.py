"""Claims that say the same come together, all others stay apart, and none is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoering import codebook
from hoering.positions import Claim, grouping
from hoering.positions.grouping import groups
from hoering.positions.likeness import Language
from hoering.positions.matters import Matters

Make = Callable[..., Claim]

BUS = ("Bussen er kørt, når butikken lukker.", "Der går ingen bus hjem efter klokken 18.")
LETTERS = ("Brevene er svære at forstå.", "Jeg kan ikke forstå det brev, I sendte.")


@cache
def matters() -> Matters:
    """The matters of the shipped codebook."""
    return Matters.of(codebook.load())


def language(claims: Sequence[Claim]) -> Language:
    """What the words are worth, and the matters of the shipped codebook."""
    return Language.of(claims, matters())


def grouped(claims: Sequence[Claim], *, bare: bool = False) -> list[tuple[int, ...]]:
    """Numbers of the claims in each group; ``bare`` as for a codebook without matters."""
    own = Language.of(claims, Matters.none()) if bare else language(claims)
    return [tuple(claim.number for claim in group.claims) for group in groups(claims, own)]


def test_the_same_matter_in_other_words_is_one_group(claim: Make) -> None:
    claims = [claim(text, number) for number, text in enumerate([BUS[0], LETTERS[0], BUS[1], LETTERS[1]], 1)]
    assert grouped(claims) == [(1, 3), (2, 4)]


def test_the_same_rare_words_are_one_group_without_a_listed_matter(claim: Make) -> None:
    texts = ["Svømmehallen bør åbne for ledige om formiddagen.", "Kaffen var kold.", "Åbn svømmehallen om formiddagen."]
    assert grouped([claim(text, number) for number, text in enumerate(texts, 1)]) == [(1, 3), (2,)]


def test_without_matters_words_and_meaning_are_all_there_is(claim: Make) -> None:
    texts = [BUS[0], LETTERS[0], "Bussen er kørt, når svømmehallen lukker.", "Kaffen var kold."]
    claims = [claim(text, number) for number, text in enumerate(texts, 1)]
    assert grouped(claims, bare=True) == [(1, 3), (2,), (4,)]
    assert all(not group.matter for group in groups(claims, Language.of(claims, Matters.none())))


def test_copies_are_together_and_each_is_kept(claim: Make) -> None:
    claims = [claim("Kaffen var kold.", number) for number in range(1, 5)]
    assert grouped(claims) == [(1, 2, 3, 4)]


def test_other_sentences_of_a_claim_speak_for_it(claim: Make) -> None:
    claims = [claim("Det er jo til grin.", 1, also=[BUS[0]]), claim("Kaffen var kold.", 2), claim(BUS[1], 3)]
    assert grouped(claims) == [(1, 3), (2,)]


def test_all_claims_of_a_named_group_are_about_its_matter(claim: Make) -> None:
    texts = [*BUS, "Bussen kører ikke, og brevene er svære at forstå.", *LETTERS]
    claims = [claim(text, number) for number, text in enumerate(texts, 1)]
    for group in groups(claims, language(claims)):
        assert group.matter
        assert all(group.matter in read.matters for read in group.read)


def test_nothing_and_one(claim: Make) -> None:
    assert grouped([]) == []
    assert grouped([claim("Hm.", 7)]) == [(7,)]
    (group,) = groups([claim("Hm.", 7)], language([claim("Hm.", 7)]))
    assert group.score == 1.0


def test_claims_past_the_limit_join_the_nearest_group(claim: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "AT_MOST", 4)
    texts = [BUS[0], LETTERS[0], "Kaffen var kold.", "Lokalet er for lille.", BUS[1], "Der er for varmt.", LETTERS[1]]
    assert grouped([claim(text, number) for number, text in enumerate(texts, 1)]) == [(1, 5), (2, 7), (3,), (4,), (6,)]


@settings(max_examples=25, deadline=None)
@given(texts=st.lists(st.sampled_from([*BUS, *LETTERS, "Kaffen var kold.", "Nej.", "!"]), max_size=12))
def test_every_claim_is_in_exactly_one_group_and_twice_gives_the_same(claim: Make, texts: list[str]) -> None:
    claims = [claim(text, number) for number, text in enumerate(texts)]
    found = grouped(claims)
    assert sorted(number for group in found for number in group) == list(range(len(texts)))
    assert grouped(claims) == found
