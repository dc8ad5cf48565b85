"""Whether a passage of a draft promises something, or only describes, informs or leaves it to others.

Officials promise with and without "vil" and "skal" ("Udgiften afholdes af kommunen"), so that a list of words finds one
way of writing only. A logistic regression on words and short sequences of them, learned in `training/meaning` from
sentences that answer a wish and sentences that answer half of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer

from hoering.errors import HoeringError

Floats = NDArray[np.float32]
FILE = "promise.npz"
# Words and the marks that tell a condition or a list from a statement.
WORDS, LENGTHS, FEWEST = r"\w+|[.,:]", (1, 3), 3
# From which probability on a passage promises.
PROMISES = 0.5


@dataclass(frozen=True, slots=True)
class PromiseModel:
    """Weights of word sequences; their sum is the log of odds that a passage promises.

    Attributes:
        terms: the sequences, words set apart by a space.
        idf: how rare each is in what was learned from.
        weights: what each adds.
        bias: of the sum.
    """

    terms: tuple[str, ...]
    idf: Floats
    weights: Floats
    bias: float

    def probabilities(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """How probably each text promises something, 0 to 1."""
        vectoriser = reader(dict(zip(self.terms, range(len(self.terms)), strict=True)))
        vectoriser.idf_ = self.idf.astype(np.float64)
        odds = vectoriser.transform(texts) @ self.weights.astype(np.float64) + self.bias
        return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float64)


def reader(vocabulary: Mapping[str, int] | None = None) -> TfidfVectorizer:
    """How texts are cut; without a vocabulary one that learns it."""
    return TfidfVectorizer(
        token_pattern=WORDS, ngram_range=LENGTHS, sublinear_tf=True, min_df=FEWEST, vocabulary=vocabulary
    )


@cache
def shipped_promise() -> PromiseModel:
    """The model that comes with hoering; made by `training/meaning/fit_promise.py`.

    Raises:
        HoeringError: its file is missing or damaged.
    """
    return load(Path(str(resources.files("hoering.coverage") / FILE)))


def load(path: Path) -> PromiseModel:
    """Read a model that `save` wrote.

    Raises:
        HoeringError: the file is missing or damaged.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            read = dict(arrays)
        terms = tuple(read["terms"].tobytes().decode().split("\n"))
        return PromiseModel(terms, read["idf"], read["weights"], float(read["bias"]))
    except Exception as error:  # a damaged file fails in a dozen ways, zlib's and zipfile's own among them
        raise HoeringError(f"Modellen af løfter ({path.name}) er beskadiget. Installer hoering igen.") from error


def save(model: PromiseModel, path: Path) -> None:
    """Write a model; the same one gives the same bytes."""
    arrays: dict[str, Any] = {
        "terms": np.frombuffer("\n".join(model.terms).encode(), dtype=np.uint8),
        "idf": model.idf,
        "weights": model.weights,
        "bias": np.float64(model.bias),
    }
    np.savez_compressed(path, allow_pickle=False, **arrays)
