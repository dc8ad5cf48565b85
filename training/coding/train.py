"""Trains the coder that ships with hoering: `make coder`.

    python train.py SHARED OUT

SHARED holds the texts (see README.md), OUT is the folder of the model.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from annotating import annotate
from fitting import Annotated, fit
from pieces import Piece, all_pieces
from word_vectors import build

from hoering import codebook, language
from hoering.coding.trained.model import TrainedModel, save


def main(arguments: Sequence[str]) -> None:
    """Read, annotate, fit and store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    chosen = parser.parse_args(arguments)
    pieces = all_pieces(chosen.shared)
    items = annotate(pieces, language.load())
    book = codebook.load()
    model = fit(items, book, build(chosen.shared, pieces))
    save(model, chosen.out, facts(model, items, f"{book.id} {book.version}"))


def facts(model: TrainedModel, items: Sequence[Annotated], version: str) -> dict[str, Any]:
    """What is told of the model beside its numbers."""
    pieces = [item.piece for item in items]
    return {
        "trained_on": version,
        "sentences": sum(len(piece.sentences) for piece in pieces),
        "pieces": len(pieces),
        "by_kind": dict(sorted(_sentences_by_kind(pieces).items())),
        "terms": len(model.features.words.terms) + len(model.features.letters.terms),
        "word_vectors": len(model.features.vectors.words),
    }


def _sentences_by_kind(pieces: Sequence[Piece]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for piece in pieces:
        counted[piece.kind] += len(piece.sentences)
    return counted


if __name__ == "__main__":
    main(sys.argv[1:])
