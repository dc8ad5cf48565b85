"""The space in which sentences of the same matter lie near each other, learned from groups of them.

A sentence's words, letters and word vectors (`hoering.coding.trained.features`) are mapped by one matrix. It is fitted
in `training/meaning` so that what different people say of one matter, and what a draft promises of it, comes together:
ridge regression from the features to the groups, and of its answers the directions that tell most (a linear
discriminant analysis with shrinkage, Hastie, Tibshirani & Friedman 2009, ch. 4.3 and 12.5).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hoering.codebook import DEFAULT
from hoering.coding.trained.features import Features, Vocabulary
from hoering.coding.trained.model import shipped
from hoering.coding.trained.vectors import WordVectors
from hoering.errors import HoeringError
from hoering.meaning.plain import plain_text

Floats = NDArray[np.float32]
ARRAYS, FACTS = "space.npz", "space.json"
_CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class MeaningSpace:
    """Maps texts to rows of length 1; the product of two rows tells how near two texts are (about 0 for any two).

    Attributes:
        features: what a text is read for.
        projection: from features to the space, features by dimensions.
        middle: what an average text gives, taken off.
    """

    features: Features
    projection: Floats
    middle: Floats

    def rows(self, texts: Sequence[str]) -> Floats:
        """One row a text; zeros where nothing of it is known."""
        chunks = [self._chunk(texts[start : start + _CHUNK]) for start in range(0, len(texts), _CHUNK)]
        return np.vstack(chunks) if chunks else np.zeros((0, len(self.middle)), dtype=np.float32)

    def _chunk(self, texts: Sequence[str]) -> Floats:
        found = self.features.blocks([plain_text(text) for text in texts])
        words, letters = found.words.shape[1], found.letters.shape[1]
        by_words, by_letters, by_meaning = np.split(self.projection, [words, words + letters])
        said = found.words @ by_words + found.letters @ by_letters + found.meaning @ by_meaning
        known = np.asarray(np.abs(said).sum(axis=1) > 0)
        rows = np.where(known[:, None], said - self.middle, 0.0)
        lengths = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        return np.asarray(rows / lengths, dtype=np.float32)


@cache
def shipped_space() -> MeaningSpace | None:
    """The space that ships, or None where the trained coder, whose word vectors it reads, does not.

    Raises:
        HoeringError: its files are damaged, or were learned with other word vectors.
    """
    model = shipped(DEFAULT)
    folder = Path(str(resources.files("hoering.meaning") / "model"))
    return None if model is None else load(folder, model.features.vectors)


def load(folder: Path, vectors: WordVectors) -> MeaningSpace:
    """Read a space that `save` wrote.

    Args:
        folder: holds its two files.
        vectors: the word vectors it was learned with, which are not stored twice.

    Raises:
        HoeringError: a file is missing or damaged, or the vectors are others.
    """
    try:
        facts = json.loads((folder / FACTS).read_text(encoding="utf-8"))
        with (folder / ARRAYS).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            space = _read(dict(arrays), vectors)
    except Exception as error:  # a damaged file fails in a dozen ways, zlib's and zipfile's own among them
        raise HoeringError(f"Betydningsrummet i {folder.name} er beskadiget. Installer hoering igen.") from error
    if facts.get("vectors") != fingerprint(vectors):
        raise HoeringError("Betydningsrummet hører til en anden koder. Installer hoering igen.")
    return space


def save(space: MeaningSpace, folder: Path, facts: Mapping[str, Any]) -> None:
    """Write a space; the same one gives the same bytes.

    Args:
        space: what is stored.
        folder: made where it is missing.
        facts: what else the description tells of it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    scale = np.maximum(np.abs(space.projection).max(axis=0), 1e-9) / 127
    arrays: dict[str, Any] = {
        "projection": np.round(space.projection / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "middle": space.middle.astype(np.float32),
    }
    for name, vocabulary in (("words", space.features.words), ("letters", space.features.letters)):
        packed = np.frombuffer("\n".join(vocabulary.terms).encode(), dtype=np.uint8)
        arrays |= {name: packed, f"{name}_idf": vocabulary.idf.astype(np.float32)}
    np.savez_compressed(folder / ARRAYS, allow_pickle=False, **arrays)
    told = {"vectors": fingerprint(space.features.vectors), **facts}
    (folder / FACTS).write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def fingerprint(vectors: WordVectors) -> str:
    """What tells word vectors from others."""
    return hashlib.sha256("\n".join(vectors.words).encode() + vectors.table.tobytes()).hexdigest()[:16]


def _read(arrays: Mapping[str, NDArray[Any]], vectors: WordVectors) -> MeaningSpace:
    def vocabulary(name: str) -> Vocabulary:
        return Vocabulary(tuple(arrays[name].tobytes().decode().split("\n")), arrays[f"{name}_idf"])

    projection = arrays["projection"].astype(np.float32) * arrays["scale"]
    return MeaningSpace(Features(vocabulary("words"), vocabulary("letters"), vectors), projection, arrays["middle"])
