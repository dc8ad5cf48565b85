"""BERTopic in manual mode: topics found beforehand are handed to it, so that all its own methods and plots serve.

Its extension points are used as they are meant: an embedder, an empty clusterer, a vectorizer with a vocabulary and
Danish terms, class-based TF-IDF, and a representation. Its own preprocessing of English, which would take away æ, ø
and å, is not used. BERTopic is imported when it is needed: it takes seconds, and it is an extra of hoering.
"""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Callable, Sequence
from typing import Any, Protocol

import numpy as np
import scipy.sparse as sp

from hoering.errors import HoeringError
from hoering.topics.clusters import Floats, Labels

SHOWN = 10

Words = Callable[[sp.csr_matrix, Labels], Sequence[Sequence[tuple[str, float]]]]


def class_tfidf(counts: sp.csr_matrix) -> sp.csr_matrix:
    """Class-based TF-IDF of terms by topic, with frequent words damped.

    Raises:
        HoeringError: BERTopic is not installed.
    """
    return _bertopic("vectorizers").ClassTfidfTransformer(reduce_frequent_words=True).fit_transform(counts)


class Clusterer(Protocol):
    """What BERTopic asks of a clusterer of its zero-shot mode."""

    labels_: Sequence[int]

    def fit(self, rows: Any) -> Any:
        """Divide rows; the topics are ``labels_`` afterwards, -1 for none."""
        ...


def zero_shot_topics(rows: Floats, names: Sequence[str], vectors: Floats, near: float, others: Clusterer) -> Labels:
    """Topics by BERTopic's zero-shot mode: first those named, as far as they are met, then the others.

    Args:
        rows: the passages' vectors, at least one of them as near a name as is asked.
        names: what the named topics are called, no two alike.
        vectors: a row for each name.
        near: how like a name a passage must be, cosine.
        others: divides the passages that are like none.

    Raises:
        HoeringError: BERTopic is not installed.
    """
    base = _bertopic("backend").BaseEmbedder
    by_name = dict(zip(names, vectors, strict=True))

    class Named(base):  # type: ignore[misc, valid-type]
        def embed(self, documents: Sequence[str], verbose: bool = False) -> Floats:
            return np.array([by_name[name] for name in documents])

    return _run(
        rows,
        embedding_model=Named(),
        zeroshot_topic_list=list(names),
        zeroshot_min_similarity=near,
        umap_model=_bertopic("dimensionality").BaseDimensionalityReduction(),
        hdbscan_model=others,
    )


def reduced_topics(rows: Floats, count: int | None, seed: int) -> Labels:
    """Topics by UMAP and HDBSCAN with BERTopic's own settings, -1 for outliers.

    Args:
        rows: the passages' vectors.
        count: topics are merged until there are so many; None for as many as are found.
        seed: of UMAP, which runs on one core only when it is given.

    Raises:
        HoeringError: BERTopic, umap-learn or hdbscan is not installed.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            umap, hdbscan = importlib.import_module("umap"), importlib.import_module("hdbscan")
    except ImportError as error:
        message = "UMAP og HDBSCAN er ikke installeret. Installer hoering med tilvalget »cluster«, eller udelad method."
        raise HoeringError(message) from error
    # The settings of BERTopic's default models, with a seed.
    smaller = umap.UMAP(
        n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", low_memory=False, random_state=seed, n_jobs=1
    )
    clusters = hdbscan.HDBSCAN(min_cluster_size=10, metric="euclidean", cluster_selection_method="eom")
    # BERTopic counts the outliers as a topic.
    wanted = None if count is None else count + 1
    return _run(rows, embedding_model=_bertopic("backend").BaseEmbedder(), umap_model=smaller, hdbscan_model=clusters,
                nr_topics=wanted)  # fmt: skip


def _run(rows: Floats, **parts: Any) -> Labels:
    """The topics that a ``BERTopic`` of such parts finds by vectors alone; key words are not its business here."""
    from sklearn.feature_extraction.text import CountVectorizer

    model = _bertopic("").BERTopic(vectorizer_model=CountVectorizer(analyzer=str.split), **parts)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # One word alone breaks its class-based TF-IDF.
        found, _ = model.fit_transform(["to ord"] * len(rows), embeddings=rows.astype(np.float64))
    return np.asarray(found, dtype=np.int64)


def built(
    texts: Sequence[str],
    labels: Labels,
    rows: Floats,
    *,
    counts: sp.csr_matrix,
    vocabulary: Sequence[str],
    terms_of: Callable[[str], list[str]],
    embed: Callable[[Sequence[str]], Floats] | None,
    words: Words,
) -> Any:
    """A fitted ``BERTopic``; its ``topics_`` are numbered from the largest topic, -1 for none.

    Args:
        texts: the passages.
        labels: their topics, at least one of them not -1.
        rows: their vectors.
        counts: how often each holds each term of ``vocabulary``.
        vocabulary: the terms.
        terms_of: cuts a text into terms.
        embed: gives vectors of new texts; None where the user gave bare vectors.
        words: key words of topics from counts and labels.

    Raises:
        HoeringError: BERTopic is not installed.
    """
    from sklearn.feature_extraction.text import CountVectorizer

    base = _bertopic("backend").BaseEmbedder
    representation = _bertopic("representation").BaseRepresentation

    class Embed(base):  # type: ignore[misc, valid-type]
        def embed(self, documents: Sequence[str], verbose: bool = False) -> Floats:
            if embed is None:
                raise HoeringError("Modellen er lavet på dine egne vektorer. Giv også vektorer for de nye afsnit.")
            return embed(list(documents))

    class Represent(representation):  # type: ignore[misc, valid-type]
        top_n_words = SHOWN

        def extract_topics(self, _model: Any, documents: Any, _tfidf: Any, topics: Any) -> Any:
            if "ID" not in documents or len(documents) != counts.shape[0]:
                # Parts of the corpus, as by class or over time: class-based TF-IDF alone.
                return {topic: base[: self.top_n_words] for topic, base in topics.items()}
            found = words(counts[documents["ID"].to_numpy()], documents["Topic"].to_numpy(dtype=np.int64))
            return {topic: list(found[topic]) if 0 <= topic < len(found) else base for topic, base in topics.items()}

    model = _bertopic("").BERTopic(
        language="danish",
        embedding_model=Embed(),
        umap_model=_bertopic("dimensionality").BaseDimensionalityReduction(),
        hdbscan_model=_bertopic("cluster").BaseCluster(),
        vectorizer_model=CountVectorizer(analyzer=terms_of, vocabulary=list(vocabulary)),
        ctfidf_model=_bertopic("vectorizers").ClassTfidfTransformer(reduce_frequent_words=True),
        representation_model=Represent(),
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # pandas takes no half surrogate pairs, which damaged texts hold.
        whole = [text.encode("utf-8", "replace").decode() for text in texts]
        model.fit_transform(whole, embeddings=rows, y=labels)
    return model


def _bertopic(part: str) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return importlib.import_module(f"bertopic.{part}" if part else "bertopic")
    except ImportError as error:
        raise HoeringError("Emner kræver BERTopic. Installer hoering med tilvalget »topics«.") from error
