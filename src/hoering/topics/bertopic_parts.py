"""BERTopic in manual mode: topics found beforehand are handed to it, so that all its own methods and plots serve.

Its extension points are used as they are meant: an embedder, an empty clusterer, a vectorizer with a vocabulary and
Danish terms, class-based TF-IDF, and a representation. Its own preprocessing of English, which would take away æ, ø
and å, is not used. BERTopic is imported when it is needed: it takes seconds, and it is an extra of hoering.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from typing import Any

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
    import importlib

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return importlib.import_module(f"bertopic.{part}" if part else "bertopic")
    except ImportError as error:
        raise HoeringError("Emner kræver BERTopic. Installer hoering med tilvalget »topics«.") from error
