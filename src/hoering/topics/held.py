"""A corpus with its vectors and counts, and the topics built on them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp

from hoering.topics.bertopic_parts import built
from hoering.topics.clusters import Floats, Labels, by_size
from hoering.topics.corpus import Corpus
from hoering.topics.embedding import Embedder
from hoering.topics.keywords import Scored, key_words, labels_of, telling_words
from hoering.topics.model import TRUSTED, Engine, Example, Topic

_EXAMPLES = 3
# A shorter passage ("Ja, jobcentret") is like its topic, but shows little of it.
_TELLING = 4
_FEW = 5
_LISTED = 5


@dataclass(frozen=True, slots=True)
class Held:
    """A corpus, a vector for each passage, and how often each holds each term of the vocabulary.

    Terms that may not be key words are in ``vocabulary``, but their ``counts`` are 0.
    """

    corpus: Corpus
    rows: Floats
    counts: sp.csr_matrix
    vocabulary: tuple[str, ...]

    @classmethod
    def of(cls, corpus: Corpus, rows: Floats, embedder: Embedder) -> Held:
        """Passages with their vectors, counted by the vocabulary of an embedder."""
        counts = embedder.counts(corpus.terms)
        counts.data *= np.array([term in corpus.own for term in embedder.vocabulary], dtype=np.float32)[counts.indices]
        counts.eliminate_zeros()
        return cls(corpus, rows, counts, embedder.vocabulary)

    def words(self, labels: Labels) -> list[Scored]:
        """Key words of topics."""
        return key_words(self.counts, labels, self.vocabulary)

    def bertopic(self, labels: Labels, engine: Engine) -> Any:
        """The ``BERTopic`` of topics."""
        can_embed = engine.embedder is not None or engine.encoder is not None
        return built(
            self.corpus.texts,
            labels,
            self.rows,
            counts=self.counts,
            vocabulary=self.vocabulary,
            terms_of=self.corpus.reader.terms,
            embed=(lambda texts: engine.rows(list(texts))) if can_embed else None,
            words=lambda counts, given: key_words(counts, given, self.vocabulary),
        )

    def topics(self, labels: Labels, likeness: Floats, stability: Sequence[float]) -> tuple[Topic, ...]:
        """Topics with labels, key words and examples."""
        scored = self.words(labels)
        telling = telling_words(self.counts, labels, self.vocabulary)
        named = labels_of(scored, self.corpus.surface, telling)
        sizes = np.bincount(labels[labels >= 0], minlength=len(scored))
        return tuple(
            Topic(
                id=topic,
                label=named[topic],
                key_words=tuple(self.corpus.surface.get(word, word) for word, _ in scored[topic]),
                terms=tuple(word for word, _ in scored[topic]),
                weights=tuple(weight for _, weight in scored[topic]),
                size=int(sizes[topic]),
                share=float(sizes[topic] / len(labels)),
                stability=float(stability[topic]),
                examples=self.examples(topic, labels, likeness),
            )
            for topic in range(len(scored))
        )

    def examples(self, topic: int, labels: Labels, likeness: Floats) -> tuple[Example, ...]:
        """The passages most like a topic, no two alike; short ones only where there are no others."""
        places = np.flatnonzero(labels == topic)
        order = sorted(places, key=lambda place: (len(self.corpus.terms[place]) < _TELLING, -likeness[place], place))
        found: dict[str, int] = {}
        for place in order:
            found.setdefault(self.corpus.texts[place].strip(), int(place))
            if len(found) == _EXAMPLES:
                break
        return tuple(Example(place, self.corpus.texts[place], float(likeness[place])) for place in found.values())


def ordered(labels: Labels, middle: Floats) -> tuple[Labels, Floats]:
    """Topics numbered from the largest, and their centres in that order; empty ones are left out."""
    found = by_size(labels)
    return found, middle[before(labels, found)]


def before(labels: Labels, renumbered: Labels) -> list[int]:
    """What each topic's number was before topics were numbered anew."""
    return [int(labels[np.argmax(renumbered == topic)]) for topic in range(int(renumbered.max(initial=-1)) + 1)]


def warnings_for(topics: Sequence[Topic], passages: int) -> tuple[str, ...]:
    """What not to trust, in Danish."""
    notes = []
    measured = [topic for topic in topics if not math.isnan(topic.stability)]
    shaky = [topic.label for topic in measured if not topic.trusted]
    if len(shaky) > 1 and len(shaky) == len(topics):
        notes.append(
            f"Ingen af de {len(topics)} emner genfindes sikkert i andre stikprøver af afsnittene (stabilitet under "
            f"{TRUSTED:.1f}".replace(".", ",")
            + "): brug dem som idéer til, hvad der kan ledes efter, og ikke som fund."
        )
    elif len(shaky) > _LISTED:
        notes.append(
            f"{len(shaky)} af {len(topics)} emner genfindes dårligt i andre stikprøver af afsnittene (stabilitet under "
            f"{TRUSTED:.1f}".replace(".", ",")
            + ", se den ved hvert emne) og bør ikke stå alene."
        )
    elif shaky:
        notes.append(
            f"{len(shaky)} af {len(topics)} emner genfindes dårligt i andre stikprøver af afsnittene (stabilitet under "
            f"{TRUSTED:.1f}".replace(".", ",")
            + f") og bør ikke stå alene: {'; '.join(shaky)}."
        )
    if small := [topic.label for topic in topics if topic.size < _FEW]:
        notes.append(f"Emner med færre end {_FEW} afsnit er snarere enkelte udsagn: {'; '.join(small)}.")
    if topics and topics[0].size > passages / 2:
        notes.append("Ét emne rummer over halvdelen af afsnittene: materialet deler sig ikke klart i emner.")
    return tuple(notes)


def mean_stability(topics: Sequence[Topic]) -> float:
    """The mean over topics that have a figure; NaN where none has."""
    measured = [topic.stability for topic in topics if not math.isnan(topic.stability)]
    return float(np.mean(measured)) if measured else float("nan")
