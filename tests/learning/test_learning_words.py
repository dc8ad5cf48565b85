"""The words a layer looks at."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hoering.learning.material import Material
from hoering.learning.words import Vocabulary, words_of

MakeMaterial = Callable[..., Material]


def test_words_pairs_parts_voice_and_kind_each_once(material: MakeMaterial) -> None:
    item = material(["Nej nej bussen holder."])
    found = words_of(item.source, item.sentences[0], item.voices[0])
    assert found[:6] == ["nej", "bussen", "holder", "nej nej", "nej bussen", "bussen holder"]
    assert found[-2:] == ["stemme: borgere", "type: hoeringssvar"]
    assert len(set(found)) == len(found)


def test_only_words_of_two_sentences_are_kept_and_rare_ones_tell_more() -> None:
    vocabulary = Vocabulary.of([["a", "b"], ["a", "b", "c"], ["a"]])
    assert vocabulary.words == ("a", "b")
    np.testing.assert_allclose(vocabulary.rarity, [np.log(4 / 4) + 1, np.log(4 / 3) + 1])


def test_rows_have_length_one_or_are_empty() -> None:
    vocabulary = Vocabulary.of([["a", "b"], ["a", "b"], ["a", "c"], ["c"]])
    table = vocabulary.table([["a", "b", "x"], ["x"], ["c"], []])
    np.testing.assert_allclose(np.linalg.norm(table.toarray(), axis=1), [1, 0, 1, 0])
    assert table[2].indices.tolist() == [vocabulary.words.index("c")]


def test_nothing_is_nothing() -> None:
    assert Vocabulary.of([]).table([]).shape == (0, 0)
