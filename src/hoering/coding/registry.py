"""Coders by name: what `hoering run --koder` and the notebooks ask for."""

from __future__ import annotations

from hoering.codebook import Codebook
from hoering.coding.protocol import SentenceCoder
from hoering.coding.rules import PatternCoder
from hoering.coding.trained.coders import StackedCoder, TrainedCoder
from hoering.coding.trained.model import TrainedModel, shipped
from hoering.errors import HoeringError

AUTO = "auto"
NAMES = (AUTO, "patterns", "trained", "stacked")


def make_coder(name: str, book: Codebook) -> SentenceCoder:
    """A coder for a codebook.

    Args:
        name: ``patterns`` (the codebook alone), ``trained`` (the shipped model by words alone), ``stacked`` (model,
            patterns and surroundings), or ``auto``: stacked where a model for this codebook ships, else patterns.
        book: the codebook.

    Raises:
        HoeringError: there is no such coder, or no model for this codebook.
    """
    if name not in NAMES:
        raise HoeringError(f"Der er ingen koder med navnet »{name}«. Vælg en af: {', '.join(NAMES)}.")
    model = shipped(book.id) if name != "patterns" else None
    if model is None:
        if name in {"trained", "stacked"}:
            raise HoeringError(
                f"Der følger ingen trænet koder med til kodebogen »{book.id}«. Brug koderen »patterns«, "
                "eller lær den af jeres egne beslutninger med `hoering learn`."
            )
        return PatternCoder(book)
    return _of_model(name, book, model)


def _of_model(name: str, book: Codebook, model: TrainedModel) -> SentenceCoder:
    return TrainedCoder(book, model) if name == "trained" else StackedCoder(book, model)
