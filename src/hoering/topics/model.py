"""The topics of a corpus: what they are called, what is in them, how far to trust them, and where new passages go."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from hoering.errors import HoeringError
from hoering.topics import checks
from hoering.topics.clusters import Floats, Labels, nearest_first
from hoering.topics.embedding import Embedder
from hoering.topics.words import Reader

# Fewer than two key words in three are found again.
TRUSTED = 0.5
# A second topic of a passage: how like it the passage must be (cosine), and what share of the likeness to the first
# that is. Chosen on the passages that `hoering.topics.guided` tells of, which people gave 2.0 themes each: so 1.6
# topics are given, and 16.0 themes are found again instead of 11.1, by 22 free topics 5.5 instead of 3.4.
_SECOND, _OF_FIRST = 0.15, 0.5


@dataclass(frozen=True, slots=True)
class Example:
    """A passage that is typical of a topic: its place in the corpus (from 0), its text, and how like the topic it is.

    ``text`` is verbatim, or "" in a model that was loaded without its passages.
    """

    place: int
    text: str
    likeness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic.

    Attributes:
        id: from 0, the largest first.
        label: Danish, of words as people write them.
        key_words: as people write them, best first.
        terms: the same as base forms.
        weights: their class-based TF-IDF.
        size: number of passages.
        share: of all passages, 0 to 1.
        stability: 0 to 1, or NaN where it was not measured; see `hoering.topics.stability`.
        examples: typical passages, best first.
        code: id of the code that guided it, "" for a free topic.
    """

    id: int
    label: str
    key_words: tuple[str, ...]
    terms: tuple[str, ...]
    weights: tuple[float, ...]
    size: int
    share: float
    stability: float
    examples: tuple[Example, ...]
    code: str = ""

    @property
    def trusted(self) -> bool:
        """Whether other samples of the passages give much the same topic."""
        return self.stability >= TRUSTED


@dataclass(frozen=True, slots=True)
class Engine:
    """What gives a passage to a topic; without passages of the corpus.

    ``embedder`` is None where the user's own vectors (``width`` long) were used; ``encoder``
    makes them, if there is one; ``names`` are words of names that stand in the passages. Where codes guided the topics,
    ``codes`` has the code of each centre or "", and what is at least so ``near`` a code's belongs to it.
    """

    embedder: Embedder | None
    centres: Floats
    width: int
    min_similarity: float | None
    encoder: Any = None
    names: frozenset[str] = frozenset()
    codes: tuple[str, ...] = ()
    near: float = 0.0

    def topics_of(self, rows: Floats) -> tuple[Labels, Floats]:
        """The topic of each row, -1 for none, and how like it the row is."""
        labels, likeness = nearest_first(rows, self.centres, np.array([bool(code) for code in self.codes]), self.near)
        least = self.min_similarity
        return (labels if least is None else np.where(likeness < least, -1, labels)), likeness

    def second_of(self, rows: Floats, first: Labels, likeness: Floats) -> Labels:
        """A second topic of each row beside its ``first``, which it is as like as ``likeness`` says; -1 for none."""
        none = np.full(len(rows), -1, dtype=np.int64)
        if self.embedder is None or len(self.centres) < 2:
            return none
        scores = rows @ self.centres.T
        scores[np.arange(len(rows)), np.maximum(first, 0)] = -1
        best = scores.max(axis=1)
        enough = (first >= 0) & (best >= max(_SECOND, self.min_similarity or 0)) & (best >= _OF_FIRST * likeness)
        return np.where(enough, scores.argmax(axis=1), none)

    def rows(self, texts: list[str], embeddings: Any = None) -> Floats:
        """Vectors of passages."""
        if self.embedder is None:
            if embeddings is None and self.encoder is None:
                raise HoeringError("Modellen er lavet på dine egne vektorer. Giv også vektorer for de nye afsnit.")
            given = embeddings is not None
            made = checks.vectors(embeddings, len(texts), self.width) if given else None
            return made if made is not None else checks.encoded(self.encoder, texts, self.width)
        if embeddings is not None:
            raise HoeringError("Modellen laver selv sine vektorer. Udelad vektorerne, eller lav en model på dem.")
        reader = Reader(frozenset(self.embedder.vocabulary), self.names)
        return self.embedder.rows([reader.terms(text) for text in texts])


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicModel:
    """Topics of a corpus.

    Attributes:
        assignments: the topic of each passage in order, -1 for none.
        likeness: how like its topic each passage is, cosine.
        topics: the largest first; none for fewer than 20 passages with content.
        key_words: words the corpus uses more than general Danish does, as people write them.
        without_content: places of passages of stop words, names and placeholders only: "uden indhold".
        stability: the mean over topics, NaN where there is none.
        notes: Danish: what was done otherwise than asked, and what not to trust.
        method: Danish: how the topics were found.
        bertopic: the fitted ``BERTopic``, or None without topics or without passages.
        fingerprint: of the passages, to know them again.
    """

    assignments: tuple[int, ...]
    likeness: tuple[float, ...]
    topics: tuple[Topic, ...]
    key_words: tuple[str, ...]
    without_content: tuple[int, ...]
    stability: float
    notes: tuple[str, ...]
    method: str
    bertopic: Any = field(repr=False, compare=False)
    fingerprint: str
    seed: int
    engine: Engine = field(repr=False, compare=False)
    corpus: Any = field(default=None, repr=False, compare=False)

    @property
    def share_outside(self) -> float:
        """Share of the passages that are in no topic, 0 to 1; those without content among them."""
        return self.assignments.count(-1) / len(self.assignments) if self.assignments else 0.0

    def assign(self, passages: Iterable[object], embeddings: Any = None) -> tuple[int, ...]:
        """The topics of new passages, -1 for none; nothing is fitted anew.

        Args:
            passages: strings, or things with a ``text``.
            embeddings: their vectors, where the model was made on the user's own.

        Raises:
            HoeringError: the passages are none, or the vectors are missing or of the wrong shape.
        """
        return tuple(topic for topic, _ in self.placed(passages, embeddings))

    def placed(self, passages: Iterable[object], embeddings: Any = None) -> tuple[tuple[int, float], ...]:
        """As `assign`, with how like its topic each passage is (cosine)."""
        texts = checks.passages(passages)
        if not len(self.engine.centres) or not texts:
            return ((-1, 0.0),) * len(texts)
        labels, likeness = self.engine.topics_of(self.engine.rows(texts, embeddings))
        return tuple((int(label), float(value)) for label, value in zip(labels, likeness, strict=True))

    def several(self, passages: Iterable[object]) -> tuple[tuple[int, ...], ...]:
        """The topics of passages, one or two each, none for what has none: the one of `assign`, and a second.

        A passage often speaks of two things. The second is given where the passage is like it too, and at least half
        as like as the first. Where your own vectors were used, whose likenesses are others, there is no second.

        Args:
            passages: strings, or things with a ``text``; new ones or those of the corpus.

        Raises:
            HoeringError: the passages are none, or the model was made on vectors without an encoder.
        """
        texts = checks.passages(passages)
        if not len(self.engine.centres) or not texts:
            return ((),) * len(texts)
        rows = self.engine.rows(texts)
        first, likeness = self.engine.topics_of(rows)
        second = self.engine.second_of(rows, first, likeness)
        return tuple(tuple(int(topic) for topic in pair if topic >= 0) for pair in zip(first, second, strict=True))

    def topic(self, name: str | int) -> Topic:
        """A topic by its label or number.

        Raises:
            HoeringError: there is none of that name.
        """
        for topic in self.topics:
            if name in (topic.id, topic.label):
                return topic
        raise HoeringError(f"Der er intet emne »{name}«. Emnerne er: {'; '.join(t.label for t in self.topics)}.")

    def table(self) -> pd.DataFrame:
        """One row a topic: ``topic``, ``label``, ``key_words``, ``size``, ``share``, ``stability``, ``trusted``."""
        columns = ("topic", "label", "key_words", "size", "share", "stability", "trusted")
        rows = [(t.id, t.label, ", ".join(t.key_words), t.size, t.share, t.stability, t.trusted) for t in self.topics]
        return pd.DataFrame(rows, columns=list(columns))

    def assignment_table(self) -> pd.DataFrame:
        """One row a passage: ``place``, ``topic``, ``label`` ("" for none, "uden indhold"), ``likeness``."""
        empty = set(self.without_content)
        labels = [
            "uden indhold" if place in empty else self.topics[topic].label if topic >= 0 else ""
            for place, topic in enumerate(self.assignments)
        ]
        places = range(len(self.assignments))
        return pd.DataFrame({"place": places, "topic": self.assignments, "label": labels, "likeness": self.likeness})

    def __str__(self) -> str:
        steady = "ikke målt" if math.isnan(self.stability) else f"{self.stability:.2f}".replace(".", ",")
        head = (
            f"{len(self.topics)} emner i {len(self.assignments)} afsnit ({self.method}). Stabilitet: {steady}. "
            f"Uden for emnerne: {self.share_outside:.0%}. Uden indhold: {len(self.without_content)}."
        )
        lines = [f"{topic.id}. {topic.label} ({topic.size}): {', '.join(topic.key_words)}" for topic in self.topics]
        words = [] if self.topics or not self.key_words else [f"Nøgleord: {', '.join(self.key_words)}"]
        return "\n".join([head, *lines, *words, *self.notes])
