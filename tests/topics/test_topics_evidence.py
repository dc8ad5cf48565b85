"""What patterns tell of passages."""

from __future__ import annotations

import numpy as np

from hoering.codebook import Code
from hoering.topics.evidence import directions, evidence

CODES = (
    Code(id="bus", label="Busser", definition="Busser.", strong=("*bus", "køreplan*"), medium=("afgang*",)),
    Code(id="hal", label="Hallen", definition="Hallen.", strong=("idrætshal*",), against=("mødehal*",)),
)


def test_hits_of_each_code_in_each_passage() -> None:
    found = evidence(CODES, ["Natbussen holder stille.", "Idrætshallen er kold. Køreplanen er væk.", "Ingen af dem."])
    assert found.shape == (3, 2)
    assert found[0].tolist() == [1.0, 0.0]
    assert (found[1] > 0).all()
    assert found[2].tolist() == [0.0, 0.0]
    assert np.allclose(np.linalg.norm(found[:2], axis=1), 1)


def test_base_forms_are_met_and_what_is_rare_counts_more() -> None:
    texts = ["Bussernes afgange, og idrætshallens tag.", *["Bussen kom."] * 5, *["Det regner."] * 4]
    found = evidence(CODES, texts)
    assert found[0, 1] > found[0, 0] > 0


def test_against_takes_hits_away_but_no_more_than_there_are() -> None:
    found = evidence(CODES, ["Mødehallen står tom.", "Bussen kører."])
    assert found[0].tolist() == [0.0, 0.0]


def test_no_passages_and_no_patterns() -> None:
    assert evidence(CODES, []).shape == (0, 2)
    bare = [Code(id="x", label="X", definition="X.")]
    assert not evidence(bare, ["Bussen kører."]).any()


def test_directions_reach_passages_without_a_hit() -> None:
    rows = np.array([[1, 0], [0.9, 0.1], [0, 1], [0.1, 0.9], [0, 0]], dtype=np.float32)
    hits = np.array([[1, 0], [0, 0], [0, 0], [0, 0], [0, 1]], dtype=np.float32)
    found = directions(rows, hits)
    assert np.allclose(np.linalg.norm(found[0]), 1)
    assert rows[1] @ found[0] > 0.5 > rows[3] @ found[0]
    assert not found[1].any(), "a passage of zeros tells nothing"


def test_directions_of_nothing() -> None:
    none = directions(np.zeros((3, 4), dtype=np.float32), np.ones((3, 2), dtype=np.float32))
    assert none.shape == (2, 4)
    assert not none.any()
