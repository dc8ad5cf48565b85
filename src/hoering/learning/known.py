"""What decisions tell of each sentence: which codes it has, which it has not, and of which nothing is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from hoering.codebook import Code, Codebook
from hoering.learning.decisions import DecidedKind, Decision
from hoering.learning.places import Place

HAS, UNKNOWN, HAS_NOT = 1, 0, -1
# Sentences by codes: one of the three above.
Known = NDArray[np.int8]


def codes_of(book: Codebook) -> Mapping[DecidedKind, Sequence[Code]]:
    """The codes of each kind, in the codebook's order."""
    return {"theme": book.themes, "actor": book.actors, "stance": book.stances}


def known(decisions: Iterable[Decision], places: Sequence[Place], codes: Sequence[str], kind: DecidedKind) -> Known:
    """What is known about one kind of code.

    Args:
        decisions: of any kind, without contradictions and in place.
        places: the sentences.
        codes: ids in the codebook's order.
        kind: themes, actors or stances; a sentence has one stance, so what has one has no other.
    """
    rows = {place: row for row, place in enumerate(places)}
    columns = {code: column for column, code in enumerate(codes)}
    found = np.zeros((len(places), len(codes)), dtype=np.int8)
    closed = np.zeros(len(places), dtype=bool)
    for item in decisions:
        if item.kind != kind or item.place not in rows:
            continue
        row = rows[item.place]
        if item.wrong:
            found[row, columns[item.wrong]] = HAS_NOT
        if item.right:
            found[row, columns[item.right]] = HAS
        closed[row] |= item.complete or (kind == "stance" and bool(item.right))
    found[closed[:, None] & (found == UNKNOWN)] = HAS_NOT
    return found
