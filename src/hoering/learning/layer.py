"""What was learned, as a thing to keep: words and weights per code, in files without code in them."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hoering.codebook import Codebook
from hoering.errors import DecisionsError
from hoering.learning.decisions import KINDS, DecidedKind
from hoering.learning.known import codes_of
from hoering.learning.residual import Residual
from hoering.learning.words import Vocabulary
from hoering.tables import write_files

FOLDER = "laering"
_FORM = 1
_JSON, _ARRAYS = "lag.json", "lag.npz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """What people's decisions add to a coder.

    ``codebook`` (id and version) and ``base`` (the coder's name) say what it was learned for, ``decisions`` is the
    hash of the decisions (`Decisions.digest`). ``learned`` holds only codes for which it was shown to help.
    """

    codebook: str
    base: str
    decisions: str
    vocabulary: Vocabulary
    learned: Mapping[DecidedKind, Mapping[str, Residual]]

    @property
    def digest(self) -> str:
        """A hash of all that decides what comes out of it."""
        files = self.to_bytes()
        return hashlib.sha256(files[_JSON] + files[_ARRAYS]).hexdigest()

    def to_bytes(self) -> dict[str, bytes]:
        """The files it is kept in, by name; the same layer gives the same bytes."""
        found = list(_listed(self.learned))
        arrays = {
            "rarity": np.asarray(self.vocabulary.rarity, dtype=np.float64),
            "scale": np.array([item.scale for _, _, item in found]),
            "shift": np.array([item.shift for _, _, item in found]),
            "words": np.array([item.words for _, _, item in found]).reshape(len(found), len(self.vocabulary.words)),
        }
        made = io.BytesIO()
        np.savez(made, **arrays)  # type: ignore[arg-type]
        told = {
            "form": _FORM,
            "codebook": self.codebook,
            "base": self.base,
            "decisions": self.decisions,
            "codes": [[kind, code] for kind, code, _ in found],
            "words": list(self.vocabulary.words),
        }
        text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
        return {_JSON: text.encode(), _ARRAYS: made.getvalue()}


def _listed(learned: Mapping[DecidedKind, Mapping[str, Residual]]) -> Iterator[tuple[DecidedKind, str, Residual]]:
    for kind in KINDS:
        for code in sorted(learned.get(kind, {})):
            yield kind, code, learned[kind][code]


def layer_folder(processed: Path, book: Codebook, base: str) -> Path:
    """Where what was learned for a codebook and version on top of a coder lies."""
    names = (f"{book.id}-{book.version}", base.rpartition(":")[2])
    return processed.joinpath(FOLDER, *(re.sub(r"[^\w.-]+", "_", name).lstrip(".") for name in names))


def save_layer(processed: Path, book: Codebook, layer: Layer) -> Path:
    """Write the layer in place of the one before; returns its folder."""
    folder = layer_folder(processed, book, layer.base)
    write_files({folder / name: data for name, data in layer.to_bytes().items()})
    return folder


def drop_layer(processed: Path, book: Codebook, base: str) -> None:
    """Take away what was learned before, where what is known now no longer bears it."""
    for name in (_JSON, _ARRAYS):
        (layer_folder(processed, book, base) / name).unlink(missing_ok=True)


def load_layer(processed: Path, book: Codebook, base: str) -> Layer | None:
    """What was learned for this codebook and version on top of this coder; None where there is nothing.

    Raises:
        DecisionsError: what lies there is damaged or was learned on top of another coder.
    """
    folder = layer_folder(processed, book, base)
    if not (folder / _JSON).is_file():
        return None
    try:
        layer = _read(folder)
        known = {kind: {code.id for code in codes} for kind, codes in codes_of(book).items()}
        fits = layer.codebook == book.stamp and all(set(layer.learned[kind]) <= known[kind] for kind in KINDS)
    except Exception as error:  # a damaged file fails in a dozen ways, zlib's and zipfile's own among them
        raise DecisionsError(f"Det lærte i {folder} er beskadiget. Kør »hoering learn« igen.") from error
    if not fits or layer.base != base:
        raise DecisionsError(
            f"Det lærte i {folder} hører til »{layer.codebook}« og koderen »{layer.base}«, ikke til »{book.stamp}« og "
            f"»{base}«. Kør »hoering learn« igen, eller slet mappen."
        )
    return layer


def _read(folder: Path) -> Layer:
    told = json.loads((folder / _JSON).read_text(encoding="utf-8"))
    with (folder / _ARRAYS).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        scale, shift, words = arrays["scale"], arrays["shift"], arrays["words"]
        rarity = tuple(map(float, arrays["rarity"]))
    if (
        told["form"] != _FORM
        or words.shape != (len(told["codes"]), len(told["words"]))
        or len(rarity) != words.shape[1]
    ):
        raise ValueError("form")
    learned: dict[DecidedKind, dict[str, Residual]] = {kind: {} for kind in KINDS}
    for row, (kind, code) in enumerate(told["codes"]):
        learned[kind][code] = Residual(float(scale[row]), float(shift[row]), words[row])
    return Layer(
        codebook=told["codebook"],
        base=told["base"],
        decisions=told["decisions"],
        vocabulary=Vocabulary(tuple(told["words"]), rarity),
        learned=learned,
    )
