"""How well a coder does on pieces: the guide's measures over sentences, without reading and cleaning files."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from fitting import Annotated, said_by, truth_of
from sklearn.metrics import cohen_kappa_score, f1_score

from hoering.codebook import Codebook
from hoering.coding.protocol import SentenceCoder
from hoering.records import Source


def measure(coder: SentenceCoder, items: Sequence[Annotated], book: Codebook) -> dict[str, float]:
    """Micro- and samples-F1 of themes, micro-F1 of actors, macro-F1 and kappa of stance; from 0 to 1."""
    found = [s for item in items for s in coder.suggest(_source(item), item.sentences, said_by(item.piece))]
    truth = truth_of([item.piece for item in items], book)
    figures: dict[str, float] = {"sentences": len(found)}
    for kind in ("themes", "actors"):
        codes = [code.id for code in getattr(book, kind)]
        given = truth[kind]
        suggested = np.array([[c in {x.code for x in getattr(s, kind)} for c in codes] for s in found], dtype=bool)
        hits, sizes = (suggested & given).sum(axis=1), suggested.sum(axis=1) + given.sum(axis=1)
        figures[f"{kind} micro"] = float(2 * hits.sum() / max(1, sizes.sum()))
        figures[f"{kind} samples"] = float(np.mean(2 * hits[sizes > 0] / sizes[sizes > 0]))
    stances = [sentence.stance for item in items for sentence in item.piece.sentences]
    figures["stance macro"] = float(f1_score(stances, [s.stance.code for s in found], average="macro"))
    figures["stance kappa"] = float(cohen_kappa_score(stances, [s.stance.code for s in found]))
    return figures


def _source(item: Annotated) -> Source:
    return Source(
        source=item.piece.name,
        document=item.piece.name,
        number=1,
        kind=item.piece.kind,
        sender="",
        sender_type="",
        date="",
        sha256="",
        status="used",
    )


def line(name: str, figures: dict[str, float]) -> str:
    """One row of a table."""
    return f"{name:<14}" + "".join(f"{v:>9.0f}" if k == "sentences" else f"{v:>9.3f}" for k, v in figures.items())


def heading(figures: dict[str, float]) -> str:
    """The row above."""
    return " " * 14 + "".join(f"{name.replace(' ', '-')[-8:]:>9}" for name in figures)
