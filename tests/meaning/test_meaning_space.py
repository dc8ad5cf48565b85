"""The space of meaning: nearness of what is said in other words, storing, and what is damaged."""

import json
from pathlib import Path

import numpy as np
import pytest

from hoering.codebook import DEFAULT
from hoering.coding.trained.model import shipped
from hoering.errors import HoeringError
from hoering.meaning import MeaningSpace, shipped_space
from hoering.meaning.plain import plain_text
from hoering.meaning.space import FACTS, fingerprint, load, save

SAME = "Jeg har talt med fire forskellige sagsbehandlere, og hver ny skal have det hele forfra."
ALSO = "Borgerne ønsker én gennemgående rådgiver, som kender deres forløb."
OTHER = "Bussen kører ikke, når nattevagten slutter."


@pytest.fixture(scope="module")
def space() -> MeaningSpace:
    found = shipped_space()
    assert found is not None
    return found


def test_what_is_said_in_other_words_is_nearer_than_another_matter(space):
    same, also, other = space.rows([SAME, ALSO, OTHER])
    assert same @ also > 0.15
    assert same @ also > same @ other + 0.1


def test_rows_have_length_one_and_do_not_depend_on_what_is_read_beside(space):
    rows = space.rows([SAME, ALSO, OTHER])
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert np.allclose(space.rows([ALSO])[0], rows[1], atol=1e-5)


@pytest.mark.parametrize("text", ["", "[Person 1]", "—"])
def test_a_text_of_which_nothing_is_known_is_near_nothing(space, text):
    assert not space.rows([text]).any()


def test_no_texts_are_no_rows(space):
    assert space.rows([]).shape == (0, len(space.middle))


def test_placeholders_are_no_words():
    assert plain_text("Hun mødte [Person 12] i 2025").forms == ("Hun", "mødte", "i", "2025")


def test_stored_and_read_again_it_maps_the_same(space, tmp_path):
    save(space, tmp_path / "a", {"groups": 1})
    save(space, tmp_path / "b", {"groups": 1})
    again = load(tmp_path / "a", space.features.vectors)
    assert (tmp_path / "a" / "space.npz").read_bytes() == (tmp_path / "b" / "space.npz").read_bytes()
    assert np.allclose(again.rows([SAME]), space.rows([SAME]), atol=1e-3)


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04 afkortet"])
def test_a_damaged_file_is_told(space, tmp_path, data):
    save(space, tmp_path, {})
    (tmp_path / "space.npz").write_bytes(data)
    with pytest.raises(HoeringError, match="beskadiget"):
        load(tmp_path, space.features.vectors)


def test_word_vectors_of_another_coder_are_refused(space, tmp_path):
    save(space, tmp_path, {})
    facts = json.loads((tmp_path / FACTS).read_text(encoding="utf-8"))
    (tmp_path / FACTS).write_text(json.dumps(facts | {"vectors": "0"}), encoding="utf-8")
    with pytest.raises(HoeringError, match="anden koder"):
        load(tmp_path, space.features.vectors)


def test_the_space_that_ships_was_learned_with_the_coder_that_ships():
    model = shipped(DEFAULT)
    assert model is not None
    folder = Path(__file__).parents[2] / "src" / "hoering" / "meaning" / "model"
    facts = json.loads((folder / FACTS).read_text(encoding="utf-8"))
    assert facts["vectors"] == fingerprint(model.features.vectors)
