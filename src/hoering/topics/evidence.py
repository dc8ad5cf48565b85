"""What patterns of a codebook tell of passages, and where in the space of passages what they hit lies.

Patterns are found by base forms alone, as topics read all passages: no language model is run. Far from every passage
is hit and not every hit is right, so hits do not settle what a passage is about: they show in which direction passages
that speak of a code differ from the others, and passages without a hit lie there too (weak supervision; a ridge
regression of the hits on the vectors).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hoering.codebook import Code
from hoering.language.compounds import part_lemmas
from hoering.patterns import PatternIndex
from hoering.topics.clusters import Floats, lengths_one
from hoering.topics.words import base_form

# What patterns are made of; a hyphen may be inside a word.
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[.,!?;:]")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
# Hits of one code in a sentence count up to three strong patterns; from one on a passage speaks of it.
_MOST, _SPEAKS = 9.0, 3.0
# How smooth the regression is. Chosen with `directions`' part in `hoering.topics.guided`, on the same passages: 0.3 to
# 10 tell as much of the passages themselves, 1 most of new ones.
_SMOOTH = 1.0


def evidence(codes: Sequence[Code], texts: Sequence[str]) -> Floats:
    """How far the patterns of each code hit each passage: a row of length 1 a passage, zeros where none does.

    A code that is hit in few passages counts more where it is, as rare words do. Patterns that speak against a code
    take hits away, but never more than there are.

    Args:
        codes: those whose patterns are sought, a column each.
        texts: the passages.
    """
    index = PatternIndex([pattern for code in codes for pattern in code.patterns()])
    places = {code.id: place for place, code in enumerate(codes)}
    found = np.array([_passage(index, places, text) for text in texts]).reshape(len(texts), len(codes))
    rarity = np.log((1 + len(texts)) / (1 + (found >= _SPEAKS).sum(axis=0)))
    return lengths_one(found * rarity)


def _passage(index: PatternIndex, places: dict[str, int], text: str) -> NDArray[np.float64]:
    """The weight of the hits of each code, summed over sentences."""
    found = np.zeros(len(places))
    for sentence in _SENTENCE.split(text):
        tokens = _TOKEN.findall(sentence)
        fired: defaultdict[str, dict[str, float]] = defaultdict(dict)
        lemmas, parts = [base_form(token.lower()) for token in tokens], [part_lemmas(token) for token in tokens]
        for pattern, _, _ in index.find(tokens, lemmas, parts):
            fired[pattern.code][pattern.text] = pattern.weight
        for code, weights in fired.items():
            found[places[code]] += min(max(sum(weights.values()), 0.0), _MOST)
    return found


def directions(rows: Floats, hits: Floats) -> Floats:
    """Where in the space of passages the hits of each code lie: a row of length 1 a code, zeros where nothing is hit.

    Args:
        rows: the passages' vectors.
        hits: `evidence` on them.
    """
    known = np.abs(rows).sum(axis=1) > 0
    own, told = rows[known].astype(np.float64), hits[known].astype(np.float64)
    if not len(own):
        return np.zeros((hits.shape[1], rows.shape[1]), dtype=np.float32)
    square = own.T @ own + _SMOOTH * np.eye(own.shape[1])
    return lengths_one(np.linalg.solve(square, own.T @ (told - told.mean(axis=0))).T)
