"""The trained coder's numbers: what is learned in `training/coding`, stored without code, and how it weighs.

A model is a folder with ``model.npz`` (arrays only, read without pickle) and ``model.json`` (codes, thresholds, what it
was trained on).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from hoering.coding.trained.features import Features, Vocabulary
from hoering.coding.trained.surroundings import Evidence, Table, own, shared
from hoering.coding.trained.vectors import Worded, WordVectors
from hoering.coding.trained.voiced import voiced_rows
from hoering.errors import HoeringError

ARRAYS, FACTS = "model.npz", "model.json"

# Kinds of code in the order of the columns of a model's decisions.
CODE_KINDS = ("themes", "actors", "stances")


@dataclass(frozen=True, slots=True)
class Weighing:
    """How the codes of one kind are weighed: by the words alone, and with all else.

    Attributes:
        codes: ids, in the order of the columns.
        usual: the mean decision per code over the training sentences.
        slope, offset: log odds of a code by its decision alone.
        shared: weights of the columns all codes share (`surroundings.shared`), columns by codes.
        own: weights of a code's own features (`surroundings.own`), features by codes.
        bias: per code.
        alone, together: from which probability a code is suggested, by the words alone and with all else.
        context: whether the neighbours count.
    """

    codes: tuple[str, ...]
    usual: Table
    slope: Table
    offset: Table
    shared: Table
    own: Table
    bias: Table
    alone: Table
    together: Table
    context: bool

    def by_words(self, decisions: Table) -> Table:
        """Log odds by the words alone, sentences by codes."""
        odds: Table = decisions * self.slope + self.offset
        return odds

    def by_all(self, evidence: Evidence, situation: Table) -> Table:
        """Log odds by words, patterns, neighbours and situation, sentences by codes."""
        layers = own(evidence, context=self.context)
        odds: Table = (
            shared(evidence, situation) @ self.shared + (layers * self.own[:, None, :]).sum(axis=0) + self.bias
        )
        return odds


class Rows(NamedTuple):
    """Sentences as the model reads them: words, letters and voiced words sparse, the vectors dense."""

    words: sp.csr_matrix
    letters: sp.csr_matrix
    meaning: NDArray[np.float32]
    voiced: sp.csr_matrix


@dataclass(frozen=True, slots=True)
class TrainedModel:
    """A trained coder: features, one column of weights per code, and the weighing of each kind of code.

    The rows of ``coefficients`` are in the order of `Rows`.
    """

    codebook: str
    features: Features
    voiced: Vocabulary
    coefficients: NDArray[np.float32]
    intercepts: NDArray[np.float32]
    voices: tuple[str, ...]
    weighings: Mapping[str, Weighing]

    def rows(self, sentences: Sequence[Worded], voices: Sequence[str]) -> Rows:
        """Sentences as the model reads them, given whose view each renders."""
        return Rows(*self.features.blocks(sentences), voiced_rows(self.voiced, sentences, voices))

    def decisions(self, rows: Rows) -> dict[str, Table]:
        """What sentences' features say of every code, by kind: sentences by codes, above 0 in favour."""
        ends = np.cumsum([block.shape[1] for block in rows])
        # Block by block: to put them side by side first takes as long as the products do.
        by_words, by_letters, by_meaning, by_voiced = np.split(self.coefficients, ends[:-1])
        said = rows.words @ by_words + rows.letters @ by_letters + rows.meaning @ by_meaning + rows.voiced @ by_voiced
        table = np.asarray(said + self.intercepts, dtype=np.float64)
        return dict(zip(CODE_KINDS, np.split(table, self._borders(), axis=1), strict=True))

    def columns(self, kind: str) -> dict[str, int]:
        """The column of each code's weights in ``coefficients``."""
        first = [0, *self._borders()][CODE_KINDS.index(kind)]
        return {code: first + place for place, code in enumerate(self.weighings[kind].codes)}

    def _borders(self) -> list[int]:
        ends: list[int] = np.cumsum([len(self.weighings[kind].codes) for kind in CODE_KINDS])[:-1].tolist()
        return ends


def shipped(codebook: str) -> TrainedModel | None:
    """The model that ships for a codebook, or None where none does."""
    folder = Path(str(resources.files("hoering") / "coding" / "models" / codebook))
    return load(folder) if (folder / FACTS).is_file() else None


@cache
def load(folder: Path) -> TrainedModel:
    """Read a model.

    Raises:
        HoeringError: a file of it is missing or damaged.
    """
    try:
        facts = json.loads((folder / FACTS).read_text(encoding="utf-8"))
        with (folder / ARRAYS).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            return _read(facts, dict(arrays))
    except Exception as error:  # a damaged file fails in a dozen ways, zlib's and zipfile's own among them
        raise HoeringError(f"Den trænede koder i {folder.name} er beskadiget. Installer hoering igen.") from error


def save(model: TrainedModel, folder: Path, facts: Mapping[str, Any]) -> None:
    """Write a model; the same model gives the same bytes.

    Args:
        model: what is stored.
        folder: made where it is missing.
        facts: what else ``model.json`` tells of it (data, figures, date).
    """
    folder.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, Any] = _arrays(model)
    np.savez_compressed(folder / ARRAYS, allow_pickle=False, **arrays)
    stored = {"codebook": model.codebook, "voices": model.voices, **facts}
    stored["codes"] = {kind: list(item.codes) for kind, item in model.weighings.items()}
    stored["context"] = {kind: item.context for kind, item in model.weighings.items()}
    (folder / FACTS).write_text(json.dumps(stored, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


_TABLES = ("usual", "slope", "offset", "shared", "own", "bias", "alone", "together")


def _arrays(model: TrainedModel) -> dict[str, NDArray[Any]]:
    scale = np.maximum(np.abs(model.coefficients).max(axis=0), 1e-9) / 127
    arrays: dict[str, NDArray[Any]] = {
        "coefficients": np.round(model.coefficients / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "intercepts": model.intercepts.astype(np.float32),
    }
    vectors = model.features.vectors
    arrays |= {
        "lemmas": _packed(vectors.words),
        "vectors": vectors.table,
        "weights": vectors.weights.astype(np.float32),
    }
    read = {"words": model.features.words, "letters": model.features.letters, "voiced": model.voiced}
    for name, vocabulary in read.items():
        arrays |= {name: _packed(vocabulary.terms), f"{name}_idf": vocabulary.idf.astype(np.float32)}
    for kind, item in model.weighings.items():
        arrays |= {f"{kind}_{name}": getattr(item, name).astype(np.float32) for name in _TABLES}
    return arrays


def _packed(strings: Sequence[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(strings).encode(), dtype=np.uint8)


def _unpacked(array: NDArray[Any]) -> tuple[str, ...]:
    return tuple(array.tobytes().decode().split("\n"))


def _read(facts: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> TrainedModel:
    def vocabulary(name: str) -> Vocabulary:
        return Vocabulary(_unpacked(arrays[name]), arrays[f"{name}_idf"])

    def weighing(kind: str) -> Weighing:
        tables = {name: arrays[f"{kind}_{name}"].astype(np.float64) for name in _TABLES}
        return Weighing(codes=tuple(facts["codes"][kind]), context=bool(facts["context"][kind]), **tables)

    return TrainedModel(
        codebook=str(facts["codebook"]),
        features=Features(
            vocabulary("words"),
            vocabulary("letters"),
            WordVectors(_unpacked(arrays["lemmas"]), arrays["vectors"], arrays["weights"]),
        ),
        voiced=vocabulary("voiced"),
        coefficients=arrays["coefficients"].astype(np.float32) * arrays["scale"],
        intercepts=arrays["intercepts"],
        voices=tuple(facts["voices"]),
        weighings={kind: weighing(kind) for kind in CODE_KINDS},
    )
