"""What a codebook's patterns see in a sentence of the reader's own: its words, and the patterns that fired."""

from __future__ import annotations

import pandas as pd
from spacy.language import Language

from hoering.codebook import Codebook
from hoering.codebook.explaining import Verdict, explain
from hoering.codebook.reading import Reader
from hoering.report import Labels

_KINDS = {"themes": "Tema", "actors": "Omtalt part", "stances": "Holdning"}


def word_table(text: str, book: Codebook, nlp: Language) -> pd.DataFrame:
    """Each word of a text with its lemma and, for a compound, its parts: what patterns are held against."""
    tokens = [token for found in explain(text, Reader(book, nlp)) for token in found.tokens]
    rows = [(token.form, token.lemma, " + ".join(token.parts)) for token in tokens if any(map(str.isalnum, token.form))]
    return pd.DataFrame(rows, columns=["Ord", "Grundform", "Sammensat af"], dtype="str")


def pattern_table(text: str, book: Codebook, nlp: Language) -> pd.DataFrame:
    """One row per pattern that fired in a text, with the words it fired on, what it weighs, and what came of its code.

    The same as ``hoering codebook explain``: patterns alone, without the trained coder and without what stands before.
    """
    rows = [
        row
        for found in explain(text, Reader(book, nlp))
        for verdict in found.verdicts
        for row in _rows(verdict, Labels.of(book), book)
    ]
    return pd.DataFrame(rows, columns=["Slags kode", "Kode", "Mønster", "Ord", "Vægt", "Foreslås af mønstrene"])


def _rows(verdict: Verdict, labels: Labels, book: Codebook) -> list[tuple[str, str, str, str, float, str]]:
    named = {"themes": book.label_of, "actors": labels.actor, "stances": labels.stance}[verdict.kind]
    says = ("ja" if verdict.suggested else "nej") + (f" – {verdict.note}" if verdict.note else "")
    kind, label = _KINDS[verdict.kind], named(verdict.code)
    return [(kind, label, fired.pattern, fired.words, fired.weight, says) for fired in verdict.fired]
