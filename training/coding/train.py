"""Trains the coder that ships with hoering: `make coder`.

    python train.py SHARED OUT [--keep-vectors]

SHARED holds the texts (see README.md), OUT is the folder of the model. With ``--keep-vectors`` the word vectors of the
model in OUT are used again: they depend on the texts only, not on the codes, and the space of meaning and what coverage
weighs by (`make meaning`) are fitted to them.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from annotating import annotate
from fitting import Annotated, fit
from pieces import Piece, all_pieces
from word_vectors import build

from hoering import codebook, language
from hoering.coding.trained.model import ARRAYS, TrainedModel, save
from hoering.coding.trained.vectors import WordVectors


def main(arguments: Sequence[str]) -> None:
    """Read, annotate, fit and store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--keep-vectors", action="store_true")
    chosen = parser.parse_args(arguments)
    pieces = all_pieces(chosen.shared)
    items = annotate(pieces, language.load())
    book = codebook.load()
    vectors = _kept(chosen.out) if chosen.keep_vectors else build(chosen.shared, pieces)
    model = fit(items, book, vectors)
    save(model, chosen.out, facts(model, items, f"{book.id} {book.version}"))


def _kept(folder: Path) -> WordVectors:
    """The word vectors of a stored model, whatever else it holds."""
    with np.load(folder / ARRAYS, allow_pickle=False) as arrays:
        words = tuple(arrays["lemmas"].tobytes().decode().split("\n"))
        return WordVectors(words, arrays["vectors"], arrays["weights"])


def facts(model: TrainedModel, items: Sequence[Annotated], version: str) -> dict[str, Any]:
    """What is told of the model beside its numbers."""
    pieces = [item.piece for item in items]
    return {
        "trained_on": version,
        "sentences": sum(len(piece.sentences) for piece in pieces),
        "pieces": len(pieces),
        "by_kind": dict(sorted(_sentences_by_kind(pieces).items())),
        "terms": len(model.features.words.terms) + len(model.features.letters.terms) + len(model.voiced.terms),
        "word_vectors": len(model.features.vectors.words),
    }


def _sentences_by_kind(pieces: Sequence[Piece]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for piece in pieces:
        counted[piece.kind] += len(piece.sentences)
    return counted


if __name__ == "__main__":
    main(sys.argv[1:])
