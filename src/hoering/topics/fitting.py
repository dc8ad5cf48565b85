"""Finding topics: the method follows from how many passages have content.

Under 20 there is no model, only key words: any division of so few is chance. From 20 to 150 non-negative matrix
factorisation (the most stable on little text), from 150 k-means on `hoering.topics.embedding`, from 20,000 the same
learned on a sample and divided by mini-batches. BERTopic is handed what was found.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Literal

import numpy as np

from hoering.codebook import Codebook
from hoering.errors import HoeringError
from hoering.progress import Advance, Stage, silent
from hoering.threads import one_thread
from hoering.topics import checks
from hoering.topics.clusters import Floats, Labels, Method, centres, nearest
from hoering.topics.corpus import Corpus
from hoering.topics.embedding import Embedder
from hoering.topics.held import Held, mean_stability, ordered, warnings_for
from hoering.topics.model import Engine, Topic, TopicModel
from hoering.topics.number import halvings, suggested
from hoering.topics.stability import bootstrap, resamples_of

FEWEST, FEW, VERY_MANY = 20, 150, 20_000
_SAMPLE = 10_000

METHODS = {
    "nmf": "NMF, overdraget til BERTopic",
    "kmeans": "BERTopic med k-means",
    "minibatch": "BERTopic med k-means i småportioner",
}
ONLY_WORDS = "kun nøgleord"


@one_thread()
def fit(
    passages: Iterable[object],
    n_topics: int | None = None,
    *,
    embeddings: Any = None,
    encoder: Any = None,
    guided_by: Codebook | None = None,
    near: float | None = None,
    method: Literal["umap"] | None = None,
    names: Iterable[str] = (),
    min_similarity: float | None = None,
    resamples: int | None = None,
    seed: int = 0,
    stage: Stage = silent,
) -> TopicModel:
    """Find topics.

    Args:
        passages: strings, or things with a ``text``, such as segments.
        n_topics: how many; without it a number is suggested (`hoering.topics.number`).
        embeddings: your own vectors, a row for each passage.
        encoder: your own object with ``encode(texts)``, such as a sentence-transformers model.
        guided_by: a codebook: passages near one of its themes become that theme's topic, the others ``n_topics`` topics
            of their own (`hoering.topics.guided`).
        near: how like a theme that is (cosine, 0 to 1); without it 0.15, or 0.7 with your own ``encoder``.
        method: ``"umap"`` for UMAP and HDBSCAN, if they are installed (`hoering.topics.reduced`); they leave passages
            outside. Without it the method follows from the number of passages.
        names: names of persons, which are no key words whatever else they mean ("Skov").
        min_similarity: leave passages outside that are less like their topic than this (cosine, 0 to 1); without it
            every passage with content gets a topic.
        resamples: how many times the topics are sought in other samples, for their stability; 0 for not at all.
        seed: the same seed gives the same topics.
        stage: shows progress.

    Returns:
        Topics, one assignment for each passage, and what not to trust; no topics for fewer than 20 with content.

    Raises:
        HoeringError: passages, number or vectors are not what they should be; the message is Danish.
    """
    texts, wanted = checks.passages(passages), checks.number(n_topics)
    checks.settings(min_similarity, resamples, seed)
    checks.ways(guided_by, near, method, min_similarity, given=embeddings is not None)
    given = _own(texts, embeddings, encoder)
    with stage("Læser ord", len(texts)) as advance:
        corpus = Corpus.of(texts, names, advance=advance)
    full = int(corpus.full.sum())
    if full < FEWEST:
        note = f"Kun {full} afsnit med indhold: for få til emner. Her er nøgleord i stedet."
        return only_words(corpus, seed, note if texts else "Der er ingen afsnit.")
    meaning = full >= FEW or given is not None or guided_by is not None or method is not None
    own: Method = "minibatch" if full >= VERY_MANY else "kmeans" if meaning else "nmf"
    with stage("Laver vektorer", len(texts)) as advance:
        held, engine = _vectors(corpus, given, encoder, own, seed, advance)
    # Imported here: both build on this module.
    if guided_by is not None:
        from hoering.topics.guided import guided

        return guided(held, engine, guided_by, near, own, wanted, resamples=resamples, seed=seed, stage=stage)
    if method is not None:
        from hoering.topics.reduced import reduced

        return reduced(held, engine, wanted, resamples=resamples, seed=seed, stage=stage)
    engine = replace(engine, min_similarity=min_similarity)
    return _found(held, engine, own, wanted, resamples, seed, stage)


def _own(texts: list[str], embeddings: Any, encoder: Any) -> Floats | None:
    if embeddings is not None and encoder is not None:
        raise HoeringError("Giv enten vektorer eller en indlejringsmodel, ikke begge.")
    if embeddings is not None:
        return checks.vectors(embeddings, len(texts))
    return checks.encoded(encoder, texts) if encoder is not None and texts else None


def _vectors(
    corpus: Corpus, given: Floats | None, encoder: Any, method: Method, seed: int, advance: Advance
) -> tuple[Held, Engine]:
    told = [terms for terms in corpus.terms if terms]
    if method == "minibatch":
        told = [told[place] for place in np.linspace(0, len(told) - 1, _SAMPLE).astype(np.int64)]
    own = "meaning" if given is None and method != "nmf" else "words"
    embedder = Embedder.learned_from(told, "meaning" if own == "meaning" else "words")
    rows = embedder.rows(corpus.terms, advance) if given is None else given
    held = Held.of(corpus, rows, embedder)
    none = np.zeros((0, rows.shape[1]), dtype=np.float32)
    own_embedder = embedder if given is None else None
    return held, Engine(own_embedder, none, rows.shape[1], None, encoder, corpus.reader.names)


def _found(
    held: Held, engine: Engine, method: Method, wanted: int | None, resamples: int | None, seed: int, stage: Stage
) -> TopicModel:
    usable = held.corpus.full & (np.abs(held.rows).sum(axis=1) > 0)
    if not usable.any():
        return only_words(held.corpus, seed, "Vektorerne er alle nul: der er intet at danne emner af.")
    rows, words = held.rows[usable], len(held.vocabulary)
    with stage("Finder emner", 1 if wanted else 1 + halvings(len(rows))) as advance:
        different = len({terms for terms, used in zip(held.corpus.terms, usable, strict=True) if used})
        count = min(wanted or suggested(rows, method, seed, words, advance), different)
        middle = centres(rows, count, method, seed, words)
        labels, likeness, middle = _divided(held, middle, engine.min_similarity, usable)
        advance(1)
    if not len(middle):
        return only_words(held.corpus, seed, "Ingen afsnit ligner et emne så meget, som der er bedt om.")
    with stage("Prøver stabilitet", times := resamples_of(len(rows), resamples)) as advance:
        steady = bootstrap(
            rows,
            held.counts[usable],
            held.vocabulary,
            held.words(labels),
            divide=lambda sample: nearest(sample, centres(sample, len(middle), method, seed, words))[0],
            seed=seed,
            resamples=times,
            advance=advance,
        )
    few = (
        (f"Der er bedt om {wanted} emner; materialet bærer {len(middle)}.",) if wanted and len(middle) < wanted else ()
    )
    return assembled(
        held,
        replace(engine, centres=middle),
        labels,
        likeness,
        steady,
        METHODS[method],
        seed,
        (*few, *unplaced(labels, held)),
    )


def _divided(
    held: Held, middle: Floats, least: float | None, usable: np.ndarray[Any, np.dtype[np.bool_]]
) -> tuple[Labels, Floats, Floats]:
    labels, likeness = nearest(held.rows, middle)
    labels = np.where(usable & ((likeness >= least) if least is not None else True), labels, -1)
    labels, middle = ordered(labels, middle)
    return labels, likeness, middle


def unplaced(labels: Labels, held: Held) -> tuple[str, ...]:
    """A note on how many passages with content are in no topic; none where there are none."""
    count = int(np.sum((labels < 0) & held.corpus.full))
    return (f"{count} afsnit med indhold er uden for emnerne.",) if count else ()


def assembled(
    held: Held,
    engine: Engine,
    labels: Labels,
    likeness: Floats,
    stability: list[float],
    method: str,
    seed: int,
    notes: tuple[str, ...],
) -> TopicModel:
    """A model of topics that are numbered from the largest; ``engine`` has their centres in that order."""
    model = held.bertopic(labels, engine)
    # BERTopic numbers topics of the same size its own way.
    theirs = np.asarray(model.topics_, dtype=np.int64)
    order = [int(labels[np.argmax(theirs == topic)]) for topic in range(len(engine.centres))]
    codes = tuple(engine.codes[topic] for topic in order) if engine.codes else ()
    engine = replace(engine, centres=engine.centres[order], codes=codes)
    topics = held.topics(theirs, likeness, [stability[topic] for topic in order])
    model.set_topic_labels(names_of(topics, theirs))
    return TopicModel(
        assignments=tuple(int(topic) for topic in theirs),
        likeness=tuple(float(value) for value in likeness),
        topics=topics,
        key_words=held.corpus.key_words(),
        without_content=without_content(held.corpus),
        stability=mean_stability(topics),
        notes=(*notes, *warnings_for(topics, len(theirs))),
        method=method,
        bertopic=model,
        fingerprint=held.corpus.fingerprint,
        seed=seed,
        engine=engine,
        corpus=held,
    )


def names_of(topics: Iterable[Topic], assignments: Iterable[int]) -> dict[int, str]:
    """What BERTopic is to call topics, and the passages outside where there are some."""
    return {topic.id: topic.label for topic in topics} | ({-1: "Uden for emnerne"} if -1 in assignments else {})


def without_content(corpus: Corpus) -> tuple[int, ...]:
    """Places of passages without content."""
    return tuple(int(place) for place in np.flatnonzero(~corpus.full))


def only_words(corpus: Corpus, seed: int, note: str) -> TopicModel:
    """A model without topics, and why."""
    return TopicModel(
        assignments=(-1,) * len(corpus.texts),
        likeness=(0.0,) * len(corpus.texts),
        topics=(),
        key_words=corpus.key_words(),
        without_content=without_content(corpus),
        stability=float("nan"),
        notes=(note,),
        method=ONLY_WORDS,
        bertopic=None,
        fingerprint=corpus.fingerprint,
        seed=seed,
        engine=Engine(None, np.zeros((0, 1), dtype=np.float32), 1, None),
    )
