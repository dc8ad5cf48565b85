"""What a codebook's patterns see in a sentence of the reader's own: its words, and the patterns that fired."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
from spacy.language import Language

from hoering.codebook import Codebook
from hoering.codebook.explaining import Fired, Verdict, explain
from hoering.codebook.reading import Reader
from hoering.report import Labels

_KINDS = {"themes": "Tema", "actors": "Omtalt part", "stances": "Holdning"}


def word_table(text: str, book: Codebook, nlp: Language) -> pd.DataFrame:
    """Each word of a text with its lemma and, for a compound, its parts: what patterns are held against."""
    tokens = [token for found in explain(text, Reader(book, nlp)) for token in found.tokens]
    rows = [(token.form, token.lemma, " + ".join(token.parts)) for token in tokens if any(map(str.isalnum, token.form))]
    return pd.DataFrame(rows, columns=["Ord", "Grundform", "Sammensat af"], dtype="str")


def pattern_table(text: str, book: Codebook, nlp: Language) -> pd.DataFrame:
    """One row per code that more speaks for than against: the patterns that fired, each with its weight.

    The same as ``hoering codebook explain``: patterns alone, without the trained coder and without what stands before.
    Codes that come to nothing are left out; ``Vægt`` is what the patterns of a code add up to.
    """
    labels = Labels.of(book)
    rows = [
        _row(verdict, labels, book)
        for found in explain(text, Reader(book, nlp))
        for verdict in found.verdicts
        if verdict.total > 0
    ]
    return pd.DataFrame(rows, columns=["Slags kode", "Kode", "Taler for", "Taler imod", "Vægt", "Foreslås"])


def _row(verdict: Verdict, labels: Labels, book: Codebook) -> tuple[str, str, str, str, float, str]:
    named = {"themes": book.label_of, "actors": labels.actor, "stances": labels.stance}[verdict.kind]
    says = ("ja" if verdict.suggested else "nej") + (f" – {verdict.note}" if verdict.note else "")
    favour = _joined(fired for fired in verdict.fired if fired.weight > 0)
    against = _joined(fired for fired in verdict.fired if fired.weight < 0)
    return _KINDS[verdict.kind], named(verdict.code), favour, against, verdict.total, says


def _joined(fired: Iterable[Fired]) -> str:
    return "; ".join(f"{item.pattern} ({_number(item.weight)})" for item in fired)


def _number(weight: float) -> str:
    return f"{round(weight, 1):g}".replace(".", ",").replace("-", "−")
