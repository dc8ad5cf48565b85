"""Topics that start from a codebook: passages near a theme become its topic, the others topics of their own.

A theme is the mean of two vectors: what it says (label, definition, what belongs to it, its examples, the words of its
strong patterns), and where the passages lie that its patterns hit (`hoering.topics.evidence`). The topics are found by
BERTopic's zero-shot mode through hoering's own vectors.

How this is done was chosen on eight made consultations of whole pieces of `training/coding/passages`, some 280 passages
each, not on the example: of 21.9 themes 8.1 are found again by what a theme says alone, 11.1 with the hits. As many or
fewer are by what is common to all themes taken off, the nearest of several texts of a theme, a passage by its sentences
or steps of k-means from the themes (5.4-8.4; with the hits beside them 10.4-11.6). With the people's own themes, one
drawn for each passage, it is 20.4. Figures on the example: `benchmarks/guided_topics.py` and `docs/evaluation.md`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from hoering.codebook import Code, Codebook
from hoering.progress import Stage
from hoering.topics import checks
from hoering.topics.bertopic_parts import zero_shot_topics
from hoering.topics.clusters import Floats, Method, centres, lengths_one, means, nearest, nearest_first
from hoering.topics.dividing import Divided, model_by
from hoering.topics.evidence import directions, evidence
from hoering.topics.fitting import FEWEST, names_of
from hoering.topics.held import Held, warnings_for
from hoering.topics.model import Engine, TopicModel
from hoering.topics.number import suggested

# Chosen with the rest: from 0 to 0.15 as many themes are found again, at 0.2 fewer; people's division of passages with
# one theme is met best from 0.15 to 0.2.
NEAR = 0.15
# BERTopic's own figure, made for sentence transformers.
NEAR_BY_ENCODER = 0.7
_READ = 10_000
NAME = "BERTopic ledt af kodebogen (zero-shot)"

_REFERENCE = re.compile(r"`[a-z0-9_]+`")
_SIGN, _WORD = re.compile(r"<[^>]*>"), re.compile(r"[^\W\d_]{3,}")


def guided(
    held: Held,
    engine: Engine,
    book: Codebook,
    near: float | None,
    method: Method,
    count: int | None,
    *,
    resamples: int | None,
    seed: int,
    stage: Stage,
) -> TopicModel:
    """Topics of a corpus, the themes of a codebook first in mind; see `hoering.topics.fit`, whose work this is.

    Fewer than 20 passages far from every theme stay outside.

    Raises:
        HoeringError: BERTopic is not installed, or the user's encoder fails.
    """
    least = near if near is not None else NEAR if engine.embedder is not None else NEAR_BY_ENCODER
    names = tuple(code.id for code in book.themes)
    rows = vectors_of(book.themes, held, engine)
    rest = Rest(method, None, seed)
    divide = _Divide(names, rows, least, replace(rest, count=count))
    model = model_by(divide, held, replace(engine, near=least), name=NAME, resamples=resamples, seed=seed, stage=stage)
    return _labelled(model, book)


def vectors_of(codes: Sequence[Code], held: Held, engine: Engine) -> Floats:
    """A row for each code, in the space of the passages; a user's encoder, which reads sentences, gets no patterns.

    Of very many passages the patterns are sought in some, evenly spread.
    """
    texts = [text_of(code) for code in codes]
    if engine.embedder is None:
        return checks.encoded(engine.encoder, texts, engine.width)
    told, words = (
        engine.embedder.rows([held.corpus.reader.terms(text) for text in given])
        for given in (texts, [strong_words(code) for code in codes])
    )
    some = np.linspace(0, len(held.rows) - 1, min(len(held.rows), _READ)).astype(np.int64)
    hits = evidence(codes, [held.corpus.texts[place] for place in some])
    return lengths_one(lengths_one(told + words) + directions(held.rows[some], hits))


def strong_words(code: Code) -> str:
    """The words of a code's strong patterns, without their signs.

    >>> strong_words(Code(id="bus", label="Bus", definition="Bus.", strong=("*bus/busser", "tog ~2 perron*", "<by> i")))
    'bus busser tog perron'
    """
    return " ".join(word for pattern in code.strong for word in _WORD.findall(_SIGN.sub(" ", pattern)))


def text_of(code: Code) -> str:
    """What a code says of itself, without what it says of other codes."""
    said = (code.label, _REFERENCE.sub(" ", code.definition), _REFERENCE.sub(" ", code.include), *code.examples)
    return "\n".join(said)


@dataclass(slots=True)
class Rest:
    """What BERTopic divides the passages with that are far from every theme."""

    method: Method
    count: int | None
    seed: int
    labels_: Sequence[int] = ()

    def fit(self, rows: Floats) -> Rest:
        """Divide rows into ``count`` topics, or as many as are suggested; fewer than 20 into none."""
        given = np.asarray(rows, dtype=np.float32)
        self.labels_ = np.full(len(given), -1).tolist()
        if len(given) >= FEWEST:
            count = self.count or suggested(given, self.method, self.seed)
            self.labels_ = nearest(given, centres(given, count, self.method, self.seed))[0].tolist()
        return self


@dataclass(frozen=True, slots=True)
class _Divide:
    names: tuple[str, ...]
    rows: Floats
    near: float
    rest: Rest

    def __call__(self, rows: Floats) -> Divided:
        by_code, _ = nearest_first(rows, self.rows, np.ones(len(self.rows), dtype=np.bool_), self.near)
        if (by_code >= 0).any():
            labels = zero_shot_topics(rows, self.names, self.rows, self.near, replace(self.rest))
        else:
            labels = np.asarray(replace(self.rest).fit(rows).labels_, dtype=np.int64)
        # BERTopic forgets the names where every passage has one, so the passages of each topic are asked.
        topics = range(int(labels.max(initial=-1)) + 1)
        codes = [int(np.bincount(by_code[labels == topic] + 1).argmax()) - 1 for topic in topics]
        middle = means(rows, labels) if codes else rows[:0]
        middle[[topic for topic, code in enumerate(codes) if code >= 0]] = self.rows[[c for c in codes if c >= 0]]
        return Divided(labels, middle, tuple(self.names[code] if code >= 0 else "" for code in codes))


def _labelled(model: TopicModel, book: Codebook) -> TopicModel:
    """Topics of themes bear the theme's label."""
    if not model.topics:
        return model
    codes = model.engine.codes or ("",) * len(model.topics)
    topics = tuple(
        replace(topic, label=book.label_of(code), code=code) if code else topic
        for topic, code in zip(model.topics, codes, strict=True)
    )
    model.bertopic.set_topic_labels(names_of(topics, model.assignments))
    size = len(model.assignments)
    others = [note for note in model.notes if note not in warnings_for(model.topics, size)]
    return replace(model, topics=topics, notes=(*others, *warnings_for(topics, size)))
