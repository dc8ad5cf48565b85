from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hoering.annotate import Sentence
from hoering.coding.trained.surroundings import Evidence, Speaking, neighbours, own, situation

MakeSentence = Callable[..., Sentence]

DECISIONS = np.array([[1.0], [-1.0], [0.5]])
USUAL = np.array([-0.8])


def evidence() -> Evidence:
    return Evidence.of(DECISIONS, np.array([[3.0], [0.0], [30.0]]), USUAL)


def test_patterns_count_in_what_is_enough_and_not_beyond_twice_that() -> None:
    assert evidence().patterns.ravel().tolist() == [1.0, 0.0, 2.0]


def test_without_context_only_the_sentence_and_the_patterns_before_count() -> None:
    assert own(evidence(), context=False).shape == (4, 3, 1)


def test_the_neighbours_are_those_of_the_same_piece_and_the_usual_beyond_it() -> None:
    layers = own(evidence(), context=True)[:, :, 0]
    before, two_before, after = layers[4], layers[5], layers[6]
    assert before.tolist() == [-0.8, 1.0, -1.0]
    assert two_before.tolist() == [-0.8, -0.8, 1.0]
    assert after.tolist() == [-1.0, 0.5, -0.8]


def test_the_rest_of_the_piece_leaves_out_the_sentence_itself() -> None:
    rest = own(evidence(), context=True)[7, :, 0]
    assert np.isclose(rest[0], 4 * (-1.0 + 0.5 + 2 * -0.8) / 4)


def test_a_neighbour_that_is_as_usual_adds_nothing() -> None:
    weights = np.ones((8, 1))
    first, _, after, _ = neighbours(evidence(), weights)[:, 0, 0]
    assert first == 0
    assert np.isclose(after, -1.0 + 0.8)


def test_a_first_person_counts_with_its_voice(make_sentence: MakeSentence) -> None:
    speaking = Speaking("survey", ["borgere", "ukendt"], ("borgere", "ukendt"))
    table = situation([make_sentence("Jeg kan ikke"), make_sentence("Jeg kan ikke?")], speaking)
    kinds = 6
    assert table[0, kinds : kinds + 6].tolist() == [1, 1, 0, 0, 0, 0]
    assert table[1, kinds : kinds + 6].tolist() == [0, 0, 0, 1, 1, 0]
    assert table[:, -1].tolist() == [0, 1]


def test_an_unknown_kind_and_voice_leave_their_columns_empty(make_sentence: MakeSentence) -> None:
    table = situation([make_sentence("Bussen kører")], Speaking("ukendt", ["naboer"], ("borgere",)))
    assert table[0, :9].tolist() == [0] * 9


def test_a_draft_of_a_policy_is_read_as_a_paper(make_sentence: MakeSentence) -> None:
    draft, paper = (
        situation([make_sentence("Vi vil")], Speaking(kind, ["ukendt"], ())) for kind in ("politik", "notat")
    )
    assert draft[0, :6].sum() == 1
    assert (draft == paper).all()
