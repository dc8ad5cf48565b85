"""How near each passage of a draft is to a position: words, what they mean, concepts and codes, as numbers.

Words: base forms and parts of compounds, weighed by how rare they are in general Danish (cosine). Meaning: the word
vectors that ship with the trained coder, less the mean of the draft's passages. Concepts: `hoering.coverage.concepts`.
Matter: how near title and quotations lie to the passage in the space of `hoering.meaning`, and whether both are about
the same one of the codebook's list (`hoering.positions.matters`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

import numpy as np
from numpy.typing import NDArray

from hoering.codebook import DEFAULT
from hoering.codebook.model import MATTER_STANCES
from hoering.coding.trained.model import shipped
from hoering.coverage.concepts import concepts, concepts_in
from hoering.coverage.promise import PROMISES, shipped_promise
from hoering.coverage.records import Passage, Wish
from hoering.coverage.wording import bare, matter_of
from hoering.language.frequencies import general_danish
from hoering.meaning import MeaningSpace, shipped_space
from hoering.positions.matters import Matters
from hoering.topics.words import Reader

Floats = NDArray[np.float64]
Bag = Mapping[str, float]

# How much quotations count beside the title, the best one and the others.
BEST, OTHER = 0.6, 0.4
_AT_MOST = 1.5
QUOTED = "»"
_WHO, _WIDE = 0.5, 0.25
# Rates are per word; the rarest term is worth 1.
_RAREST = 1e-7

NAMES = (
    "words", "words_of_passage", "meaning", "theme", "target", "promise_list",
    "concepts", "title_concepts", "any_concept", "any_title_concept", "shared_concepts", "what", "who", "both",
    "matter_of_title", "nearest_matter", "mean_matter", "same_matter",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What is read of a position: its terms, and its concepts with weights.

    ``title`` are the concepts of its title, or of its best quotation where the title quotes it and is cut; ``lead``
    those of that quotation. ``matters`` are those of the codebook, each with the share of quotations about it.
    """

    wish: Wish
    terms: Bag
    concepts: Bag
    title: Bag
    lead: frozenset[str]
    matters: Bag


@dataclass(frozen=True, slots=True)
class Ground:
    """A draft made ready to be held against positions.

    ``matters`` are those of the codebook in each passage, ``sure`` the ones of them with a strong sign.
    """

    reader: Reader
    passages: tuple[Passage, ...]
    terms: tuple[Bag, ...]
    meaning: Floats
    middle: Floats
    concepts: tuple[frozenset[str], ...]
    promises: tuple[bool, ...]
    space: MeaningSpace | None
    meanings: Floats
    known: Matters
    matters: tuple[frozenset[str], ...]
    sure: tuple[frozenset[str], ...]

    @classmethod
    def of(
        cls,
        passages: Sequence[Passage],
        wishes: Iterable[Wish] = (),
        *,
        known: Matters | None = None,
        space: MeaningSpace | None = None,
    ) -> Ground:
        """Read a draft.

        Args:
            passages: its passages.
            wishes: the positions, which only help to tell names from words.
            known: the codebook's matters; none are looked for without.
            space: that of meaning; the one that ships, without.
        """
        known = known or Matters.none()
        space = space or shipped_space()
        texts = [passage.text for passage in passages]
        reader = Reader.learned_from([*texts, *(quote for wish in wishes for quote in wish.quotes)])
        bags = tuple(dict.fromkeys(reader.terms(text), 1.0) for text in texts)
        rows = _vectors_of(bags)
        middle = rows.mean(axis=0) if len(rows) else np.zeros(rows.shape[1])
        return cls(
            reader=reader,
            passages=tuple(passages),
            terms=bags,
            meaning=_centred(rows, middle),
            middle=middle,
            concepts=tuple(concepts_in(text) for text in texts),
            promises=_promises(texts),
            space=space,
            meanings=_in(space, texts),
            known=known,
            matters=tuple(_matters_in(known, text, MATTER_STANCES) for text in texts),
            sure=tuple(_matters_in(known, text, MATTER_STANCES, sure=True) for text in texts),
        )

    def asked(self, wish: Wish) -> Asked:
        """Read a position."""
        title = matter_of(wish.title)
        weighed = [(title, 1.0), *((quote, OTHER if place else BEST) for place, quote in enumerate(wish.quotes))]
        terms: dict[str, float] = {}
        met: Counter[str] = Counter()
        for text, weight in weighed:
            for term in self.reader.terms(text):
                terms[term] = max(terms.get(term, 0.0), weight)
            for name in sorted(concepts_in(text)):
                met[name] += weight  # type: ignore[assignment]
        spoken = {name: min(float(weight), _AT_MOST) * worth_of(name) for name, weight in met.items()}
        own = {name: worth_of(name) for name in sorted(concepts_in(title))}
        lead = concepts_in(wish.quotes[0]) if wish.quotes else frozenset()
        if not own and QUOTED in wish.title:
            own = {name: worth_of(name) for name in sorted(lead)}
        return Asked(wish, terms, spoken, own, lead, _matters_of(wish, self.known))

    def features(self, asked: Asked) -> Floats:
        """One row of `NAMES` for each passage."""
        if not self.passages:
            return np.zeros((0, len(NAMES)))
        meaning = self.meaning @ _centred(_vectors_of([asked.terms]), self.middle)[0]
        near = _in(self.space, [matter_of(asked.wish.title), *asked.wish.quotes]) @ self.meanings.T
        rows = [
            [*_by_words(asked.terms, bag), float(meaning[place]), *_by_codes(asked.wish, passage),
             *_by_concepts(asked, self.concepts[place]),
             float(near[0, place]), float(near[:, place].max()), float(near[:, place].mean()),
             max((asked.matters.get(name, 0.0) for name in self.matters[place]), default=0.0)]
            for place, (passage, bag) in enumerate(zip(self.passages, self.terms, strict=True))
        ]  # fmt: skip
        return np.array(rows)

    def shared_terms(self, asked: Asked, place: int) -> list[str]:
        """The terms that a position and a passage share, the rarest first."""
        shared = asked.terms.keys() & self.terms[place].keys()
        return sorted(shared, key=lambda term: (-worth(term), term))


def worth(term: str) -> float:
    """How rare a term is in general Danish, 0 to 1."""
    return min(1.0, log(1 / general_danish().of(term)) / log(1 / _RAREST))


def worth_of(concept: str) -> float:
    """How much sharing a concept tells."""
    known = concepts()[concept]
    return _WIDE if known.wide else _WHO if known.who else 1.0


def _matters_of(wish: Wish, known: Matters) -> Bag:
    met = Counter(name for quote in wish.quotes for name in _matters_in(known, quote, [wish.stance]))
    return {name: count / len(wish.quotes) for name, count in met.items()}


def _matters_in(known: Matters, text: str, stances: Iterable[str], *, sure: bool = False) -> frozenset[str]:
    """The matters of a text; ``sure`` leaves only those with a strong sign."""
    met = (met for stance in stances for met in known.met_in(text, stance))
    return frozenset(found.name for found in met if found.strong or not sure)


def _by_words(asked: Bag, bag: Bag) -> tuple[float, float]:
    shared = [term for term in asked if term in bag]
    both = sum(asked[t] * worth(t) ** 4 for t in shared)
    lengths = _length(asked) * _length(bag)
    inside = sum(worth(t) ** 2 for t in shared)
    return both / lengths if lengths else 0.0, inside / (sum(worth(t) ** 2 for t in bag) or 1.0)


def _length(bag: Bag) -> float:
    return float(np.sqrt(sum((weight * worth(term) ** 2) ** 2 for term, weight in bag.items())))


def _by_codes(wish: Wish, passage: Passage) -> tuple[float, float, float]:
    return float(wish.theme in passage.themes), float(wish.target_actor in passage.actors), float(passage.led)


def _by_concepts(asked: Asked, there: frozenset[str]) -> tuple[float, ...]:
    known = concepts()
    telling = {name for name in asked.concepts if not known[name].wide}
    telling_title = {name for name in asked.title if not known[name].wide}
    what = {name: weight for name, weight in asked.title.items() if not known[name].who}
    who = {name: weight for name, weight in asked.title.items() if known[name].who}
    whats, whos = _share(what, there), _share(who, there)
    return (
        _share(asked.concepts, there) or 0.0,
        _share(asked.title, there) or 0.0,
        float(bool(telling & there)),
        float(bool(telling_title & there)),
        float(len(telling & there)),
        whats if whats is not None else whos or 0.0,
        whos if whos is not None else whats or 0.0,
        min(share for share in (whats, whos, 1.0) if share is not None) if asked.title else 0.0,
    )


def _share(weights: Bag, there: frozenset[str]) -> float | None:
    """The share that is there; None of nothing."""
    total = sum(weights.values())
    return sum(weight for name, weight in weights.items() if name in there) / total if total else None


def _promises(texts: Sequence[str]) -> tuple[bool, ...]:
    if not texts:
        return ()
    return tuple(bool(said) for said in shipped_promise().probabilities([bare(text) for text in texts]) >= PROMISES)


def _in(space: MeaningSpace | None, texts: Sequence[str]) -> Floats:
    return np.zeros((len(texts), 1)) if space is None else np.asarray(space.rows(texts), dtype=np.float64)


def _vectors_of(bags: Sequence[Bag]) -> Floats:
    places, table = _vectors()
    rows = np.zeros((len(bags), table.shape[1]))
    for number, bag in enumerate(bags):
        for term in sorted(bag):
            if (place := places.get(term)) is not None:
                rows[number] += bag[term] * table[place]
    return _lengths_one(rows)


def _centred(rows: Floats, middle: Floats) -> Floats:
    return _lengths_one(np.where(np.abs(rows).sum(axis=1, keepdims=True) > 0, rows - middle, 0.0))


def _lengths_one(rows: Floats) -> Floats:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float64)


@cache
def _vectors() -> tuple[dict[str, int], Floats]:
    """The shipped vectors, each as long as its word weighs; none where no trained coder ships."""
    model = shipped(DEFAULT)
    if model is None:
        return {}, np.zeros((0, 0))
    vectors = model.features.vectors
    table = vectors.table.astype(np.float64) * vectors.weights.astype(np.float64)[:, None]
    return {word: place for place, word in enumerate(vectors.words)}, table
