"""How the coder does on authors it has not seen: `make coder-held-out`.

    python held_out.py SHARED [AUTHOR ...]

Each author (file) is left out in turn, of training and of the word vectors; the debates, which share subjects,
together, and so are authors joined by "+", which takes less time and is harder. Measured are the author's own codes
and, where there is one, the second coding of the same sentences.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from annotating import annotate
from fitting import Annotated, fit
from measuring import agreement, coded_by, heading, line
from pieces import all_pieces, authors
from second_coding import coded_twice, reread
from word_vectors import build

from hoering import codebook, language
from hoering.codebook import Codebook
from hoering.coding.protocol import SentenceCoder
from hoering.coding.rules import PatternCoder
from hoering.coding.trained.coders import StackedCoder, TrainedCoder

# Debates of the parliament go on from one stretch to the next; to leave out a part of them would be no test.
_TOGETHER = "debat-"


def main(arguments: Sequence[str]) -> None:
    """Print a table per coder: a row for each author left out, and the mean."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("authors", nargs="*")
    chosen = parser.parse_args(arguments)
    pieces, book = all_pieces(chosen.shared), codebook.load()
    items = annotate(pieces, language.load())
    wanted = chosen.authors or [name for name in authors(pieces) if not name.startswith(_TOGETHER)] + [_TOGETHER]
    found: dict[str, list[dict[str, float]]] = {}
    for group in wanted:
        for author, name, figures in left_out(group.split("+"), items, book, chosen.shared):
            if not found:
                print(heading(figures))
            found.setdefault(name, []).append(figures)
            print(line(f"{author[-10:]} {name}", figures), flush=True)
    for name, rows in found.items():
        mean = {key: float(np.mean([row[key] for row in rows])) for key in rows[0]}
        print(line(f"mean {name}", mean))


def left_out(
    group: Sequence[str], items: Sequence[Annotated], book: Codebook, shared: Path
) -> Iterator[tuple[str, str, dict[str, float]]]:
    """Author, coder and measures on each author of a group, the models trained on all others' pieces."""
    others = [item for item in items if not item.piece.author.startswith(tuple(group))]
    model = fit(others, book, build(shared, [item.piece for item in others]))
    coders = {
        "patterns": PatternCoder(book),
        "trained": TrainedCoder(book, model),
        "stacked": StackedCoder(book, model),
    }
    for author in group:
        own = [item for item in items if item.piece.author.startswith(author)]
        for name, figures in _measured(own, coders, book).items():
            yield author, name, figures


def _measured(
    items: Sequence[Annotated], coders: Mapping[str, SentenceCoder], book: Codebook
) -> dict[str, dict[str, float]]:
    """Measures of each coder against the first coding and, as ``/2.``, the second, and of these with each other."""
    pieces = [item.piece for item in items]
    found = {name: coded_by(coder, items) for name, coder in coders.items()}
    figures = {name: agreement(pieces, coded, book) for name, coded in found.items()}
    if any(piece.author in coded_twice() for piece in pieces):
        second = reread(pieces)
        figures |= {f"{name}/2.": agreement(second, coded, book) for name, coded in found.items()}
        figures["two coders"] = agreement(pieces, second, book)
    return figures


if __name__ == "__main__":
    main(sys.argv[1:])
