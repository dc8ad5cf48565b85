"""How alike claims are: the matters they name, their words, and what the words mean.

Three measures are added up. Words: base forms and parts of compounds, weighed by how rare they are in the consultation
(TF-IDF, cosine). Meaning: the word vectors that ship with the trained coder, less their mean (Arora et al. 2017).
Matters: `hoering.positions.matters`. Words and meaning alone give a pairwise F1 of 0.39 on the tuning half of the
hand-grouped example and of 0.17 on other writers (`tests/data/positions`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from hoering.codebook import DEFAULT
from hoering.coding.trained.model import shipped
from hoering.positions.matters import Matters, Met
from hoering.positions.records import Claim
from hoering.topics.words import Reader

Floats = NDArray[np.float32]

# Share of the words beside their meaning, and what matters and parties add: chosen on the tuning half.
WORDS = 0.3
SHARED, APART, ONE_SIDED, OTHER_PARTY = 0.8, 0.4, 0.2, 0.05
# The mean of few claims is theirs, not the language's: less their mean, any two of them would be opposites.
_FEW = 50
# A wide matter ("ikke nævnt") counts less; so do a sentence's second matter and those of the claim's other sentences.
WIDE, _LATER, _BESIDE = 0.5, 0.6, 0.5
# A claim's other sentences count less than the one that says it best.
_ALSO = 0.3
_AT_MOST = 1.5


@dataclass(frozen=True, slots=True)
class Read:
    """What is read of a claim: its terms and matters, with weights.

    ``own`` and ``own_matters`` are what its best sentence has of them.
    """

    terms: Mapping[str, float]
    own: frozenset[str]
    matters: Mapping[str, float]
    own_matters: frozenset[str]


@dataclass(frozen=True, slots=True)
class Language:
    """What the words of one consultation are worth.

    Attributes:
        reader: cuts texts into terms.
        places: a term's column.
        worth: how rare each is.
        middle: the mean of all claims' vectors.
        matters: those of the codebook.
        common: how many of the claims are about each.
    """

    reader: Reader
    places: dict[str, int]
    worth: Floats
    middle: Floats
    matters: Matters
    common: Mapping[str, int]

    @classmethod
    def of(cls, claims: Sequence[Claim], matters: Matters) -> Language:
        """Learn from all claims of a consultation."""
        texts = [text for claim in claims for text in texts_of(claim)]
        reader = Reader.learned_from(texts)
        met = Counter(term for claim in claims for term in {t for text in texts_of(claim) for t in reader.terms(text)})
        common = Counter(name for claim in claims for name in matters.named_in(claim.quote, claim.stance))
        vocabulary = sorted(met)
        worth = np.array([np.log((len(claims) + 1) / (met[term] + 0.5)) for term in vocabulary], dtype=np.float32)
        bare = cls(
            reader,
            {term: place for place, term in enumerate(vocabulary)},
            worth,
            np.zeros(0, np.float32),
            matters,
            common,
        )
        rows = bare.meaning([bare.read(claim) for claim in claims], centred=False)
        told = rows[np.abs(rows).sum(axis=1) > 0]
        middle = told.sum(axis=0) / (len(told) + _FEW)
        return cls(reader, bare.places, worth, np.asarray(middle, dtype=np.float32), matters, common)

    def read(self, claim: Claim) -> Read:
        """The terms and matters of a claim: the matter its best sentence begins with counts most."""
        own = self.reader.terms(claim.quote)
        terms: dict[str, float] = {term: float(count) for term, count in Counter(own).items()}
        for _, _, text in claim.also:
            for term in self.reader.terms(text):
                terms[term] = terms.get(term, 0.0) + _ALSO
        met = self._met(claim.quote, claim.stance)
        weights = {one.name: _LATER if place else 1.0 for place, one in enumerate(met)}
        for _, _, text in claim.also:
            for one in self._met(text, claim.stance):
                weights.setdefault(one.name, _BESIDE)
        return Read(
            terms={t: min(w, _AT_MOST) for t, w in terms.items()},
            own=frozenset(own),
            matters=weights,
            own_matters=frozenset(one.name for one in met),
        )

    def _met(self, text: str, stance: str) -> list[Met]:
        """The matters of a sentence; the one that fewest claims are about says best what this one is about."""
        met = self.matters.met_in(text, stance)
        return sorted(met, key=lambda one: (one.turned, self.common.get(one.name, 0), one.place))

    def words(self, read: Sequence[Read]) -> sp.csr_matrix:
        """A TF-IDF row of length 1 for each claim."""
        rows, columns, values = [], [], []
        for number, one in enumerate(read):
            for term in sorted(one.terms):
                if (place := self.places.get(term)) is not None:
                    rows.append(number)
                    columns.append(place)
                    values.append(one.terms[term] * float(self.worth[place]))
        matrix = sp.csr_matrix((values, (rows, columns)), (len(read), len(self.places)), dtype=np.float32)
        lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
        return sp.diags(1 / np.maximum(lengths, 1e-9)) @ matrix

    def meaning(self, read: Sequence[Read], *, centred: bool = True) -> Floats:
        """A row of length 1 for each claim from the shipped word vectors; zeros where no word is known."""
        places, table = _vectors()
        rows = np.zeros((len(read), table.shape[1]), dtype=np.float32)
        for number, one in enumerate(read):
            for term in sorted(one.terms):
                if (place := places.get(term)) is not None:
                    rows[number] += one.terms[term] * table[place]
        rows = _lengths_one(rows)
        if not centred or not rows.shape[1]:
            return rows
        known = np.abs(rows).sum(axis=1) > 0
        rows[known] = _lengths_one(rows[known] - self.middle)
        return rows


def likeness(claims: Sequence[Claim], read: Sequence[Read], language: Language) -> Floats:
    """How alike each two of some claims are; above 1 for those that name the same matter.

    Args:
        claims: of one theme and stance.
        read: what `Language.read` gives of each.
        language: of the consultation.
    """
    words = language.words(read)
    meaning = language.meaning(read)
    found = np.asarray((words @ words.T).todense(), dtype=np.float32) * WORDS + meaning @ meaning.T * (1 - WORDS)
    return np.asarray(found + _matters(read, language.matters) - OTHER_PARTY * _other_party(claims), dtype=np.float32)


def texts_of(claim: Claim) -> list[str]:
    """The sentences of a claim, the best one first."""
    return [claim.quote, *(text for _, _, text in claim.also)]


def _matters(read: Sequence[Read], matters: Matters) -> Floats:
    """What matters add: all where what one names stands in the other, less than nothing where they name others."""
    met = {name for one in read for name in one.matters}
    known = [matter for matter in matters.known.values() if matter.id in met]
    weights = np.array([WIDE if m.wide else 1.0 for m in known], dtype=np.float32)
    has = np.array([[one.matters.get(m.id, 0.0) for m in known] for one in read], dtype=np.float32)
    has = has.reshape(len(read), len(known))
    sizes = has.sum(axis=1)
    shared = np.zeros((len(read), len(read)), dtype=np.float32)
    for column in np.flatnonzero(has.any(axis=0)):
        there = np.flatnonzero(has[:, column])
        own = has[there, column]
        shared[np.ix_(there, there)] += weights[column] * np.minimum(own[:, None], own[None, :])
    smaller = np.minimum(sizes[:, None], sizes[None, :])
    share = np.divide(shared, smaller, out=np.zeros_like(shared), where=smaller > 0)
    some = sizes > 0
    both, one_sided = some[:, None] & some[None, :], some[:, None] ^ some[None, :]
    return np.asarray(SHARED * share - APART * (both & (shared == 0)) - ONE_SIDED * one_sided, dtype=np.float32)


def _other_party(claims: Sequence[Claim]) -> Floats:
    numbers = {code: number for number, code in enumerate(sorted({"", *(claim.target_actor for claim in claims)}))}
    codes = np.array([numbers[claim.target_actor] for claim in claims], dtype=np.int16)
    named = codes != numbers[""]
    apart = (codes[:, None] != codes[None, :]) & named[:, None] & named[None, :]
    return np.asarray(apart, dtype=np.float32)


@cache
def _vectors() -> tuple[dict[str, int], Floats]:
    """The shipped vectors, each as long as its word weighs; none where no trained coder ships."""
    model = shipped(DEFAULT)
    if model is None:
        return {}, np.zeros((0, 0), dtype=np.float32)
    vectors = model.features.vectors
    table = vectors.table.astype(np.float32) * vectors.weights.astype(np.float32)[:, None]
    return {word: place for place, word in enumerate(vectors.words)}, table


def _lengths_one(rows: Floats) -> Floats:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float32)
