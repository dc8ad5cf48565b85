"""The second coding: what another coder gave the same sentences, blind to the first one's codes.

Those who wrote the passages coded them while writing, and give more themes than a reader does who follows the guide;
each author of ``SHARED/coded`` has ways of his own. ``second/AUTHOR.txt`` holds a reader's codes, one line a sentence:
the line of the author's file, then themes, actors and stance in the short ids of the passages (README.md).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pieces import CodedSentence, Piece, codes_of

FOLDER = Path(__file__).parent / "second"

Codes = tuple[tuple[str, ...], tuple[str, ...], str]
NOTHING: Codes = ((), (), "neutral")


def reread(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the second coder's codes; with the first one's where there is no second.

    Raises:
        ValueError: a file of codes breaks the form, lacks a sentence, or belongs to another text.
    """
    found = {
        author: _codes(author, pieces) for author in sorted({piece.author for piece in pieces} & set(coded_twice()))
    }
    return [_recoded(piece, found[piece.author]) if piece.author in found else piece for piece in pieces]


def coded_twice() -> list[str]:
    """The authors whose pieces have a second coding."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def _recoded(piece: Piece, codes: Mapping[int, Codes]) -> Piece:
    return replace(piece, sentences=tuple(_second(sentence, codes[sentence.line]) for sentence in piece.sentences))


def _second(sentence: CodedSentence, codes: Codes) -> CodedSentence:
    themes, actors, stance = codes
    return replace(sentence, themes=themes, actors=actors, stance=stance)


def _codes(author: str, pieces: Sequence[Piece]) -> dict[int, Codes]:
    """The second codes of an author's sentences by the line these stand on; none for what is no content."""
    path = FOLDER / f"{author}.txt"
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    sentences = [s for piece in pieces if piece.author == author for s in piece.sentences]
    if first != f"# {text_digest(sentences)}":
        raise ValueError(f"{path.name}: the sentences are other ones than were coded")
    found = {}
    for number, line in enumerate(lines, 2):
        try:
            place, themes, actors, stance = line.split("|")
            found[int(place)] = codes_of(themes, actors, stance) or NOTHING
        except (ValueError, KeyError) as error:
            raise ValueError(f"{path.name}, line {number}: {error!r} in {line[:80]!r}") from error
    missing = [sentence.line for sentence in sentences if sentence.line not in found]
    if missing:
        raise ValueError(f"{path.name}: no codes for the sentences on lines {missing[:5]}")
    return found


def text_digest(sentences: Sequence[CodedSentence]) -> str:
    """By which it is known that a text is the one that was coded."""
    return hashlib.sha256("\n".join(sentence.text for sentence in sentences).encode()).hexdigest()[:16]
