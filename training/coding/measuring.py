"""How far two codings of the same sentences agree: the guide's measures, without reading and cleaning files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from fitting import Annotated, said_by, truth_of
from pieces import CodedSentence, Piece
from sklearn.metrics import cohen_kappa_score, f1_score

from hoering.codebook import Codebook
from hoering.coding.protocol import SentenceCoder, Suggested
from hoering.records import Source


def coded_by(coder: SentenceCoder, items: Sequence[Annotated]) -> list[Piece]:
    """The pieces with the codes that a coder suggests."""
    return [
        replace(
            item.piece,
            sentences=tuple(
                _with_codes(sentence, suggested)
                for sentence, suggested in zip(
                    item.piece.sentences,
                    coder.suggest(_source(item), item.sentences, said_by(item.piece)),
                    strict=True,
                )
            ),
        )
        for item in items
    ]


def _with_codes(sentence: CodedSentence, suggested: Suggested) -> CodedSentence:
    return replace(
        sentence,
        themes=tuple(found.code for found in suggested.themes),
        actors=tuple(found.code for found in suggested.actors),
        stance=suggested.stance.code,
    )


def agreement(given: Sequence[Piece], found: Sequence[Piece], book: Codebook) -> dict[str, float]:
    """Micro- and samples-F1 of themes and actors, macro-F1 and kappa of stance; from 0 to 1.

    Args:
        given: pieces as one coder, the measure, coded them.
        found: the same pieces as another did.
        book: the codebook whose codes they bear.
    """
    first, second = truth_of(given, book), truth_of(found, book)
    figures: dict[str, float] = {"sentences": len(first["themes"])}
    for kind in ("themes", "actors"):
        hits = (first[kind] & second[kind]).sum(axis=1)
        sizes = first[kind].sum(axis=1) + second[kind].sum(axis=1)
        figures[f"{kind} micro"] = float(2 * hits.sum() / max(1, sizes.sum()))
        figures[f"{kind} samples"] = float(np.mean(2 * hits[sizes > 0] / sizes[sizes > 0]))
    stances, others = _stances(given), _stances(found)
    figures["stance macro"] = float(f1_score(stances, others, average="macro"))
    figures["stance kappa"] = float(cohen_kappa_score(stances, others))
    return figures


def _stances(pieces: Sequence[Piece]) -> list[str]:
    return [sentence.stance for piece in pieces for sentence in piece.sentences]


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
    return f"{name:<24}" + "".join(f"{v:>9.0f}" if k == "sentences" else f"{v:>9.3f}" for k, v in figures.items())


def heading(figures: dict[str, float]) -> str:
    """The row above."""
    return " " * 24 + "".join(f"{name.replace(' ', '-')[-8:]:>9}" for name in figures)
