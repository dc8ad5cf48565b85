"""Coders by name: what `hoering run --koder` and the notebooks ask for."""

from __future__ import annotations

from pathlib import Path

from hoering.codebook import Codebook
from hoering.coding.embeddings import embedding_coder, similarity_coder
from hoering.coding.llm.coder import llm_coder
from hoering.coding.protocol import SentenceCoder
from hoering.coding.rules import PatternCoder
from hoering.coding.trained.coders import StackedCoder, TrainedCoder
from hoering.coding.trained.model import shipped
from hoering.errors import HoeringError

AUTO = "auto"
NAMES = (AUTO, "patterns", "trained", "stacked", "similarity")
EMBEDDINGS, LLM = "embeddings:", "llm:"


def make_coder(name: str, book: Codebook, *, cache: Path | None = None, anywhere: bool = False) -> SentenceCoder:
    """A coder for a codebook.

    Args:
        name: ``patterns`` (the codebook alone), ``trained`` (the shipped model by words alone), ``stacked`` (model,
            patterns and surroundings), ``auto`` (stacked where a model for this codebook ships, else patterns),
            ``similarity`` (likeness to the codebook's examples), ``embeddings:MODEL`` (the same by a
            sentence-transformers model on this machine), or ``llm:ADDRESS#MODEL`` (a language model behind an
            OpenAI-compatible address).
        book: the codebook.
        cache: where a language model's answers are kept, so that a run can be repeated.
        anywhere: whether the address of a language model may lie outside this machine and its network.

    Raises:
        HoeringError: there is no such coder, no model for this codebook, or the address is not allowed.
    """
    if name.startswith(LLM):
        return llm_coder(book, name.removeprefix(LLM), fallback=_own(AUTO, book), cache=cache, anywhere=anywhere)
    if name.startswith(EMBEDDINGS):
        return embedding_coder(book, name.removeprefix(EMBEDDINGS), _own(AUTO, book))
    if name not in NAMES:
        known = ", ".join([*NAMES, f"{EMBEDDINGS}MODEL", f"{LLM}ADRESSE#MODEL"])
        raise HoeringError(f"Der er ingen koder med navnet »{name}«. Vælg en af: {known}.")
    return similarity_coder(book, _own(AUTO, book)) if name == "similarity" else _own(name, book)


def _own(name: str, book: Codebook) -> SentenceCoder:
    """A coder that needs nothing but what ships."""
    model = shipped(book.id) if name != "patterns" else None
    if model is None:
        if name in {"trained", "stacked"}:
            raise HoeringError(
                f"Der følger ingen trænet koder med til kodebogen »{book.id}«. Brug koderen »patterns«, "
                "eller lær den af jeres egne beslutninger med `hoering learn`."
            )
        return PatternCoder(book)
    return TrainedCoder(book, model) if name == "trained" else StackedCoder(book, model)
