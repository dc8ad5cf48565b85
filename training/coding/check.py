"""Consistency of the coded passages: `python training/coding/check.py`; exit code 1 where the form is broken.

Form and ids are checked by reading; then the same sentence with different themes or stance, and the share of each code.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Sequence

from pieces import CodedSentence, Piece, passages

# Shorter ones ("Ja.", "Hvorfor ikke?") mean what the sentence before makes of them.
_TELLING = 5


def main() -> int:
    """Print what was found."""
    try:
        pieces = list(passages())
    except ValueError as error:
        print(error)
        return 1
    for text, first, other in differently_coded(pieces):
        print(f"coded in two ways: {text!r}\n  {first}\n  {other}")
    for author in sorted({piece.author for piece in pieces}):
        print(share_line(author, [s for piece in pieces if piece.author == author for s in piece.sentences]))
    return 0


def differently_coded(pieces: Sequence[Piece]) -> list[tuple[str, str, str]]:
    """Sentences that stand there twice with different themes or stance."""
    seen: dict[str, list[str]] = defaultdict(list)
    for piece in pieces:
        for sentence in piece.sentences:
            if len(sentence.text.split()) >= _TELLING:
                codes = f"{', '.join(sorted(sentence.themes))} / {sentence.stance}"
                seen[sentence.text.lower()] += [codes] if codes not in seen[sentence.text.lower()] else []
    return [(text, codes[0], codes[1]) for text, codes in sorted(seen.items()) if len(codes) > 1]


def share_line(author: str, sentences: Sequence[CodedSentence]) -> str:
    """How many sentences an author has, and how often each theme and stance is given."""
    count = len(sentences)
    themes = Counter(theme for sentence in sentences for theme in sentence.themes)
    stances = Counter(sentence.stance for sentence in sentences)
    rare = ", ".join(f"{theme} {number / count:.1%}" for theme, number in themes.most_common()[:-6:-1])
    told = ", ".join(f"{stance} {number / count:.0%}" for stance, number in stances.most_common())
    return f"{author}: {count} sentences, {themes.total() / count:.2f} themes each; rarest: {rare}; {told}"


if __name__ == "__main__":
    sys.exit(main())
