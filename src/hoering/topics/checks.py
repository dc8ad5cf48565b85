"""What a user gives, checked before any library sees it; messages are Danish."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from hoering.codebook import Codebook
from hoering.errors import HoeringError
from hoering.topics.clusters import Floats
from hoering.topics.words import texts_of


def passages(given: Iterable[object]) -> list[str]:
    """The texts of passages: strings, or things with a ``text``.

    Raises:
        HoeringError: it is one string, no list, or something in it has no text.
    """
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise HoeringError("Emner skal have en liste af afsnit, ikke én tekst.")
    texts = texts_of(list(given))
    if texts is None:
        raise HoeringError("Hvert afsnit skal være en tekst eller have en »text«.")
    return texts


def number(given: int | None) -> int | None:
    """The number of topics asked for.

    Raises:
        HoeringError: it is no whole number above zero.
    """
    if given is not None and (isinstance(given, bool) or not isinstance(given, (int, np.integer)) or given < 1):
        raise HoeringError("Antallet af emner skal være et helt tal på mindst 1.")
    return None if given is None else int(given)


def settings(min_similarity: float | None, resamples: int | None, seed: int) -> None:
    """Look at what else a user may set.

    Raises:
        HoeringError: the likeness is not between 0 and 1, or resamples or seed are no whole numbers from 0.
    """
    if min_similarity is not None and not (isinstance(min_similarity, (int, float)) and 0 <= min_similarity <= 1):
        raise HoeringError("Mindste lighed (min_similarity) skal være et tal fra 0 til 1.")
    for name, value in (("resamples", resamples), ("seed", seed)):
        if value is not None and (not isinstance(value, int) or not 0 <= value < 2**32):
            raise HoeringError(f"{name} skal være et helt tal fra 0.")


def ways(book: Codebook | None, near: float | None, method: str | None, least: float | None, *, given: bool) -> None:
    """Look at how topics are to be found.

    Raises:
        HoeringError: what is asked for does not go together, or is not there.
    """
    if book is not None and not isinstance(book, Codebook):
        raise HoeringError("guided_by skal være en kodebog fra hoering.codebook.load.")
    if method not in (None, "umap"):
        raise HoeringError(f'Metoden »{method}« findes ikke. Skriv method="umap", eller udelad den.')
    if book is not None and method is not None:
        raise HoeringError("Vælg enten en kodebog at gå ud fra (guided_by) eller UMAP (method), ikke begge.")
    if book is not None and given:
        raise HoeringError(
            "Koderne har ingen vektorer hos dig. Giv en indlejringsmodel (encoder) i stedet for vektorer."
        )
    if near is not None and not (isinstance(near, (int, float)) and 0 < near <= 1):
        raise HoeringError("Mindste lighed med en kode (near) skal være et tal over 0 og højst 1.")
    if least is not None and (book is not None or method is not None):
        raise HoeringError("Mindste lighed (min_similarity) kan ikke bruges med en kodebog eller UMAP.")


def vectors(given: Any, expected: int, width: int | None = None) -> Floats:
    """A user's vectors, made to length 1; a vector of zeros stays one.

    Raises:
        HoeringError: they are no table of numbers, of the wrong shape, or hold what is no number.
    """
    try:
        rows = np.asarray(given, dtype=np.float32)
    except (TypeError, ValueError) as error:
        raise HoeringError("Vektorerne er ikke en tabel af tal med lige lange rækker.") from error
    if rows.ndim != 2 or not rows.shape[1]:
        raise HoeringError("Vektorerne skal være en tabel med en række for hvert afsnit.")
    if len(rows) != expected:
        raise HoeringError(f"Der er {expected} afsnit, men {len(rows)} vektorer. Der skal være én til hvert afsnit.")
    if width is not None and rows.shape[1] != width:
        raise HoeringError(f"Vektorerne har {rows.shape[1]} tal, men modellen er lavet på vektorer med {width}.")
    if not np.isfinite(rows).all():
        raise HoeringError("Vektorerne indeholder værdier, der ikke er tal (NaN eller uendelig).")
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def encoded(encoder: Any, texts: list[str], width: int | None = None) -> Floats:
    """What a user's object with ``encode`` gives for texts, checked.

    Raises:
        HoeringError: it has no ``encode``, fails, or gives what `vectors` does not take.
    """
    if not callable(getattr(encoder, "encode", None)):
        raise HoeringError("Indlejringsmodellen skal have en metode »encode«, der tager en liste af tekster.")
    try:
        found = encoder.encode(texts)
    except Exception as error:  # whatever a user's object raises
        raise HoeringError(f"Indlejringsmodellen fejlede: {type(error).__name__}.") from error
    return vectors(found, len(texts), width)
