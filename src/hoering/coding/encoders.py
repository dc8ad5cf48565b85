"""What turns sentences into vectors: a sentence-transformers model on this machine, or words and letters alone.

The second needs no download: TF-IDF of words and of the letters in them, made dense by a truncated SVD (latent
semantic analysis, Deerwester et al. 1990) fitted on the texts it is given. It sees likeness of wording, no meaning.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from hoering.errors import ModelError
from hoering.language.stopwords import stop_words

Vectors = npt.NDArray[np.float32]

_DIMENSIONS = 300


class Encoder(Protocol):
    """Anything that makes one vector per text, all of the same length; a sentence-transformers model is one."""

    def encode(self, sentences: list[str]) -> Any:
        """An array with one row per text."""


def encoded(encoder: Encoder, texts: Sequence[str]) -> Vectors:
    """Vectors of length 1, one row per text; a text the encoder knows nothing about keeps a row of zeros.

    Raises:
        ModelError: the encoder fails, or what it gives is not one vector of finite numbers per text.
    """
    if not texts:
        return np.zeros((0, 0), dtype=np.float32)
    try:
        rows = np.asarray(encoder.encode(list(texts)), dtype=np.float64)
    except Exception as error:  # whatever a foreign model raises
        raise ModelError("Sætningsmodellen fejlede; er det en model, der gør sætninger til vektorer?") from error
    if rows.ndim != 2 or rows.shape[0] != len(texts) or rows.shape[1] == 0:
        raise ModelError(f"Sætningsmodellen gav ikke én vektor pr. sætning (form {rows.shape}, ventet {len(texts)}).")
    if not np.isfinite(rows).all():
        raise ModelError("Sætningsmodellen gav vektorer med tal, der ikke er tal (NaN eller uendelig).")
    # By the largest number first, else the squares of very large or very small ones leave the range of numbers.
    largest = np.abs(rows).max(axis=1, keepdims=True)
    rows = rows / np.where(largest > 0, largest, 1.0)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)


def load_encoder(name: str) -> Encoder:
    """A sentence-transformers model by its name or folder; it must be on this machine, nothing is downloaded.

    Raises:
        ModelError: the extra ``embeddings`` is not installed, or the model is not here or cannot be read.
    """
    try:
        library = importlib.import_module("sentence_transformers")
    except ImportError as error:
        raise ModelError(
            "Kodning med sætningsmodel kræver tilvalget embeddings: pip install 'hoering[embeddings]'. "
            "Uden det findes koderen »similarity«, som intet henter."
        ) from error
    try:
        model: Encoder = library.SentenceTransformer(name, device="cpu", local_files_only=True)
    except Exception as error:  # the library raises what its libraries raise
        raise ModelError(
            f"Sætningsmodellen {name} findes ikke på maskinen eller kan ikke læses. hoering henter intet selv; "
            "hent modellen først, og angiv dens mappe."
        ) from error
    return model


@dataclass(frozen=True, slots=True)
class WordingEncoder:
    """Vectors by the words and letters two texts share; see `wording_encoder`."""

    words: Any
    letters: Any
    reduction: Any

    def encode(self, sentences: list[str]) -> Any:
        """One row per text; zeros for a text that shares nothing with those the encoder was fitted on."""
        texts = [_telling(text) for text in sentences]
        return self.reduction.transform(_joined(self.words.transform(texts), self.letters.transform(texts)))


def wording_encoder(texts: Iterable[str], *, dimensions: int = _DIMENSIONS) -> WordingEncoder:
    """An encoder fitted on texts: a codebook's own, and the sentences to be coded where they are at hand.

    Args:
        texts: at least two that differ.
        dimensions: length of the vectors at most; fewer where the texts are few.

    Raises:
        ModelError: the texts are too few or hold no telling words.
    """
    # Imported here: scikit-learn takes a second, and only this coder needs it.
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer

    # In a fixed order, so that the same texts give the same vectors.
    unique = sorted({_telling(text) for text in texts} - {""})
    words = TfidfVectorizer(token_pattern=r"\S+", sublinear_tf=True)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    if len(unique) < 2:
        raise ModelError("Der er for få tekster at måle lighed på; giv kodebogen definitioner og eksempler.")
    joined = _joined(words.fit_transform(unique), letters.fit_transform(unique))
    size = min(dimensions, joined.shape[0] - 1, joined.shape[1] - 1)
    return WordingEncoder(words, letters, TruncatedSVD(size, random_state=0).fit(joined))


@cache
def _common() -> frozenset[str]:
    return stop_words()


def _telling(text: str) -> str:
    """The words that say what a text is about, in lower case; the few texts of a codebook do not show which do."""
    return " ".join(word for word in re.findall(r"\w[\w-]+", text.lower()) if word not in _common())


def _joined(words: Any, letters: Any) -> Any:
    from scipy.sparse import hstack

    return hstack([words, letters]).tocsr()
