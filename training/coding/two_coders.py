"""How far the first and the second coder agree, author by author: `python training/coding/two_coders.py SHARED`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from measuring import agreement, heading, line
from pieces import Piece, all_pieces
from second_coding import coded_twice, reread

from hoering import codebook
from hoering.codebook import Codebook


def main(shared: Path) -> None:
    """Print a table: a row for each author, and all together."""
    pieces, book = [piece for piece in all_pieces(shared) if piece.author in coded_twice()], codebook.load()
    every = agreement(pieces, reread(pieces), book)
    print(heading(every))
    for author in coded_twice():
        print(line(author, _of(author, pieces, book)))
    print(line("all", every))


def _of(author: str, pieces: Sequence[Piece], book: Codebook) -> dict[str, float]:
    # A second coding can only be told to belong to its text by the author's whole text.
    own = [piece for piece in pieces if piece.author == author]
    return agreement(own, reread(own), book)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
