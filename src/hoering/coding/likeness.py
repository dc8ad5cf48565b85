"""How like a sentence is to what a codebook says of each code, and how much likeness is enough.

A code is known by its label, definition, what to include, and its examples. A sentence is as like a code as it is to
the most alike of these (cosine), unless a counterexample is more alike still. How often that much likeness is right
is learnt from the codebook's own examples, each one asked about with itself left out (Platt's scaling: a logistic
regression on the likeness and on its lead before the next code).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from hoering.codebook import Code
from hoering.coding.encoders import Encoder, Vectors, encoded
from hoering.coding.evidence import Suggestion
from hoering.errors import ModelError

Numbers = npt.NDArray[np.float64]
Kind = Literal["label", "definition", "include", "example", "counterexample"]

_SAID = {
    "label": "ligner kodens navn",
    "definition": "ligner definitionen",
    "include": "ligner det, koden omfatter",
    "example": "ligner eksemplet",
}
# A quotation in a reason is cut after as many characters.
_SHOWN = 80


class Reference(NamedTuple):
    """A text a codebook gives for a code (the number of it in its list)."""

    code: int
    kind: Kind
    text: str


def references(codes: Sequence[Code]) -> list[Reference]:
    """All texts by which codes are known, what a code includes divided at its commas."""
    return [Reference(number, kind, text) for number, code in enumerate(codes) for kind, text in _texts(code)]


def _texts(code: Code) -> Iterator[tuple[Kind, str]]:
    yield "label", code.label
    yield "definition", code.definition
    for part in re.split(r"[,.;]\s", code.include):
        if any(c.isalnum() for c in part):
            yield "include", part.strip().rstrip(".")
    yield from (("example", text) for text in code.examples)
    yield from (("counterexample", text) for text in code.counterexamples)


class Measured(NamedTuple):
    """How alike sentences (rows) and codes (columns) are.

    ``likeness`` is the cosine to the nearest text of the code, ``lead`` how far that is before the best of the other
    codes, ``nearest`` which reference it is, ``against`` where a counterexample is nearer still.
    """

    likeness: Numbers
    lead: Numbers
    nearest: npt.NDArray[np.intp]
    against: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Suggests codes of one kind by likeness; made by `learn_likeness`.

    ``untold`` are codes none of whose own examples it would find: of these it knows nothing.
    ``f1`` is what it reaches on the codebook's examples, each left out in turn.
    """

    codes: tuple[Code, ...]
    told: tuple[Reference, ...]
    vectors: Vectors
    curve: Any
    threshold: float
    untold: frozenset[str]
    f1: float

    def suggest(self, vectors: Vectors) -> list[list[Suggestion]]:
        """For each row the codes that are like enough, in the order of the codebook; the score is a probability."""
        if not len(vectors):
            return []
        if vectors.shape[1] != self.vectors.shape[1]:
            raise ModelError("Sætningsmodellen gav vektorer af forskellig længde fra gang til gang.")
        measured = measure(vectors @ self.vectors.T, self.told, len(self.codes))
        scores = _scores(self.curve, measured)
        return [self._row(scores[row], measured, row) for row in range(len(vectors))]

    def _row(self, scores: Numbers, measured: Measured, row: int) -> list[Suggestion]:
        fits = [number for number in range(len(self.codes)) if scores[number] >= self.threshold]
        return [
            Suggestion(
                code=self.codes[number].id,
                score=round(float(scores[number]), 3),
                why=_reason(self.told[measured.nearest[row, number]], float(measured.likeness[row, number])),
            )
            for number in fits
            if self.codes[number].id not in self.untold
        ]


def learn_likeness(codes: Sequence[Code], encoder: Encoder) -> Likeness | None:
    """A coder of ``codes`` by likeness, or None where their examples are too few to learn from.

    That takes two codes with two examples each: of one, the left-out example would have nothing to be like.

    Raises:
        ModelError: the encoder gives no usable vectors for the codebook's own texts.
    """
    if sum(len(set(code.examples)) >= 2 for code in codes) < 2:
        return None
    told = references(codes)
    vectors = encoded(encoder, [reference.text for reference in told])
    _require_seen(codes, told, vectors)
    measured, queries = _left_out(told, vectors, len(codes))
    asked, wanted = _asked(queries, codes)
    curve = _curve(measured, asked, wanted)
    scores = _scores(curve, measured)
    threshold, f1 = _best_threshold(scores[asked], wanted)
    found = {codes[q.code].id for q, row in zip(queries, scores, strict=True) if _is_found(q, row, threshold)}
    untold = frozenset(code.id for code in codes) - found
    return Likeness(tuple(codes), tuple(told), vectors, curve, threshold, untold, f1)


def _require_seen(codes: Sequence[Code], told: Sequence[Reference], vectors: Vectors) -> None:
    # A row of zeros is like nothing: that may be so for a part ("andre"), but not for all that is said of a code.
    seen = {reference.code for reference, row in zip(told, vectors, strict=True) if row.any()}
    for number, code in enumerate(codes):
        if number not in seen:
            raise ModelError(f"Sætningsmodellen gav kun nuller for alt, hvad kodebogen siger om koden »{code.id}«.")


def measure(similar: npt.NDArray[Any], told: Sequence[Reference], codes: int) -> Measured:
    """Likeness of texts and codes from the similarity of texts (rows) and references (columns)."""
    of_code = np.array([reference.code for reference in told])
    counters = np.array([reference.kind == "counterexample" for reference in told])
    likeness, against = np.zeros((len(similar), codes)), np.zeros((len(similar), codes))
    nearest = np.zeros((len(similar), codes), dtype=np.intp)
    for number in range(codes):
        own = np.flatnonzero((of_code == number) & ~counters)
        nearest[:, number] = own[similar[:, own].argmax(axis=1)]
        likeness[:, number] = similar[:, own].max(axis=1)
        contrary = (of_code == number) & counters
        against[:, number] = similar[:, contrary].max(axis=1) if contrary.any() else -np.inf
    return Measured(likeness, likeness - _best_other(likeness), nearest, against > likeness)


def _best_other(likeness: Numbers) -> Numbers:
    if likeness.shape[1] < 2:
        return np.zeros_like(likeness)
    ordered = np.sort(likeness, axis=1)
    best, second = ordered[:, -1:], ordered[:, -2:-1]
    return np.where(likeness == best, second, best)


def _left_out(told: Sequence[Reference], vectors: Vectors, codes: int) -> tuple[Measured, list[Reference]]:
    """What each example and counterexample is like when no reference of the same wording is there."""
    numbers = [n for n, reference in enumerate(told) if reference.kind in ("example", "counterexample")]
    similar = (vectors[numbers] @ vectors.T).astype(np.float64)
    texts = np.array([reference.text for reference in told], dtype=object)
    for row, number in enumerate(numbers):
        similar[row, texts == told[number].text] = -1.0
    return measure(similar, told, codes), [told[n] for n in numbers]


def _asked(queries: Sequence[Reference], codes: Sequence[Code]) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Which pairs of text and code the codebook decides, and for these in order whether the code is right.

    An example of one code counts as none of the others; a counterexample says something of its own code only.
    """
    shape = (len(queries), len(codes))
    decided = [q.kind == "example" or q.code == number for q in queries for number in range(len(codes))]
    right = [q.text in code.examples for q in queries for code in codes]
    asked = np.array(decided, dtype=np.bool_).reshape(shape)
    return asked, np.array(right, dtype=np.bool_).reshape(shape)[asked]


def _curve(measured: Measured, asked: npt.NDArray[np.bool_], wanted: npt.NDArray[np.bool_]) -> Any:
    # Imported here: scikit-learn takes a second, and only this coder needs it.
    from sklearn.linear_model import LogisticRegression

    # Likeness spans tenths: little regularisation, or the curve stays flat.
    return LogisticRegression(C=10.0).fit(_features(measured)[asked], wanted)


def _features(measured: Measured) -> Numbers:
    return np.stack([measured.likeness, measured.lead], axis=-1)


def _scores(curve: Any, measured: Measured) -> Numbers:
    """Probability of each code for each text; none where a counterexample is nearer or nothing is alike."""
    features = _features(measured)
    chances = curve.predict_proba(features.reshape(-1, features.shape[-1]))[:, 1].reshape(measured.likeness.shape)
    return np.where(measured.against | (measured.likeness <= 0), 0.0, chances)


def _best_threshold(scores: Numbers, wanted: npt.NDArray[np.bool_]) -> tuple[float, float]:
    """The score from which a code is taken so that F1 over all decided pairs is highest, and that F1.

    It lies halfway down to the next score below: at the score itself, the weakest example would be the limit.
    """
    candidates = np.unique(scores[scores > 0])
    if not len(candidates):
        return 1.0, 0.0
    found = [_f1(scores >= candidate, wanted) for candidate in candidates]
    best = int(np.argmax(found))
    below = candidates[best - 1] if best else 0.0
    return float(candidates[best] + below) / 2, found[best]


def _f1(found: npt.NDArray[np.bool_], wanted: npt.NDArray[np.bool_]) -> float:
    return float(2 * (found & wanted).sum() / (found.sum() + wanted.sum()))


def _is_found(query: Reference, scores: Numbers, threshold: float) -> bool:
    return query.kind == "example" and bool(scores[query.code] >= threshold)


def _reason(nearest: Reference, likeness: float) -> str:
    """The text a sentence is most like: ``ligner eksemplet: »Bussen kører for sjældent.« (0,71)``."""
    number = f"({likeness:.2f})".replace(".", ",")
    if nearest.kind == "label":
        return f"{_SAID[nearest.kind]} »{nearest.text}« {number}"
    if nearest.kind == "definition":
        return f"{_SAID[nearest.kind]} {number}"
    text = nearest.text if len(nearest.text) <= _SHOWN else f"{nearest.text[:_SHOWN].rstrip()} …"
    return f"{_SAID[nearest.kind]}: »{text}« {number}"
