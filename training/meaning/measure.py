"""How well a space finds what was said of the same matter: each writer is left out of training in turn.

    python measure.py [WRITER ...]

Of the sentences of people, the share whose nearest other sentence of the same theme is of the same matter; and of the
groups, the share whose nearest draft sentence among all of the writer's is one of their own promises. Beside it: words
and word vectors alone, as the positions weigh them without matters.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import numpy as np
from fit import fit
from groups import HALF, PROMISE, SAID, Group, all_groups
from numpy.typing import NDArray

from hoering.codebook import DEFAULT
from hoering.coding.trained.model import shipped
from hoering.meaning.plain import plain_text

Floats = NDArray[np.float32]
_WORDS, _VECTORS = 0.3, 0.7


def main(arguments: Sequence[str]) -> None:
    """Print a line per writer and likeness."""
    groups = all_groups()
    for writer in arguments or sorted({group.author for group in groups}):
        own = [group for group in groups if group.author == writer]
        lines = [(text, kind, number) for number, group in enumerate(own) for kind, text in group.lines]
        texts = [text for text, _, _ in lines]
        rows = fit([group for group in groups if group.author != writer]).rows(texts)
        for name, alike in (("space", rows @ rows.T), ("words and vectors", _by_words(texts))):
            print(f"{writer:18} {len(own):4} groups  {name:18} {_figures(alike, lines, own)}", flush=True)


def _by_words(texts: Sequence[str]) -> Floats:
    model = shipped(DEFAULT)
    if model is None:
        raise SystemExit("`make coder` first")
    found = model.features.blocks([plain_text(text) for text in texts])
    meaning = found.meaning - found.meaning.mean(axis=0)
    meaning /= np.maximum(np.linalg.norm(meaning, axis=1, keepdims=True), 1e-9)
    words = np.asarray((found.words @ found.words.T).todense())
    return np.asarray(_WORDS * words + _VECTORS * meaning @ meaning.T, dtype=np.float32)


def _figures(alike: Floats, lines: Sequence[tuple[str, str, int]], groups: Sequence[Group]) -> str:
    kinds = np.array([kind for _, kind, _ in lines])
    matters = list(dict.fromkeys(group.matter for group in groups))
    matter = np.array([matters.index(groups[number].matter) for _, _, number in lines])
    theme = np.array([groups[number].theme for _, _, number in lines])
    said = np.flatnonzero(np.isin(kinds, list(SAID)))
    among = np.where(theme[said][:, None] == theme[said][None, :], alike[np.ix_(said, said)], -9.0)
    np.fill_diagonal(among, -9.0)
    nearest = float((matter[said][among.argmax(axis=1)] == matter[said]).mean())
    drafted = np.flatnonzero(~np.isin(kinds, list(SAID)))
    answered = []
    for number in range(len(matters)):
        near = alike[np.ix_(said[matter[said] == number], drafted)]
        best = drafted[(near.mean(axis=0) + near.max(axis=0)).argmax()]
        answered.append(matter[best] == number and kinds[best] in (PROMISE, HALF))
    return f"same matter nearest {nearest:.3f}  answer nearest {np.mean(answered):.3f}"


if __name__ == "__main__":
    main(sys.argv[1:])
