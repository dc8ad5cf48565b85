"""A topic model on disk: ``model.json`` and ``model.npz``. No pickle, and no passage: only places and a fingerprint."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from hoering.errors import HoeringError, OutputError
from hoering.threads import one_thread
from hoering.topics import checks
from hoering.topics.corpus import Corpus, fingerprint
from hoering.topics.embedding import Embedder
from hoering.topics.fitting import names_of
from hoering.topics.held import Held
from hoering.topics.model import Engine, Example, Topic, TopicModel

FACTS, ARRAYS = "model.json", "model.npz"
FORM = 1
_SPACES = ("idf", "latent", "letters", "middle")
_PLAIN = ("key_words", "without_content", "stability", "notes", "method", "fingerprint", "seed")


def save(model: TopicModel, folder: Path | str) -> None:
    """Write a model into a folder, which is made if need be.

    The vocabulary is in it, the passages are not. An ``encoder`` of the user's is not either.

    Raises:
        OutputError: it cannot be written.
    """
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in dumped(model).items():
            (folder / name).write_bytes(data)
    except OSError as error:
        raise OutputError(f"Emnemodellen kunne ikke gemmes i {folder.name}.") from error


def dumped(model: TopicModel) -> dict[str, bytes]:
    """The files of a model by name; the same model gives the same bytes."""
    engine = model.engine
    facts = {name: getattr(model, name) for name in _PLAIN} | {"form": FORM}
    facts |= {"topics": [_facts(topic) for topic in model.topics], "min_similarity": engine.min_similarity}
    facts |= {"names": sorted(engine.names), "codes": engine.codes, "near": engine.near}
    arrays: dict[str, Any] = {
        "assignments": np.array(model.assignments, dtype=np.int64),
        "likeness": np.array(model.likeness, dtype=np.float64),
        "centres": engine.centres,
    }
    if engine.embedder is not None:
        facts |= {"kind": engine.embedder.kind, "vocabulary": engine.embedder.vocabulary}
        arrays |= {name: getattr(engine.embedder, name) for name in _SPACES}
    packed = io.BytesIO()
    np.savez_compressed(packed, **arrays)
    text = json.dumps(facts, ensure_ascii=False, indent=1)
    return {FACTS: text.encode("utf-8", "replace"), ARRAYS: packed.getvalue()}


@one_thread()
def load(
    folder: Path | str, passages: Iterable[object] | None = None, *, embeddings: Any = None, encoder: Any = None
) -> TopicModel:
    """Read a model. With its passages it is as it was; without them it still assigns new ones.

    Args:
        folder: where it lies.
        passages: those it was made on; needed for ``bertopic``, the examples' texts, and to merge and split.
        embeddings: their vectors, where it was made on the user's own.
        encoder: what made them, if an object did.

    Raises:
        HoeringError: the model is missing or damaged, or the passages are not those it was made on.
    """
    folder = Path(folder)
    try:
        facts = json.loads((folder / FACTS).read_text(encoding="utf-8"))
        with (folder / ARRAYS).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            bare = _read(facts, dict(arrays), encoder)
    except Exception as error:  # a damaged file fails in a dozen ways, zlib's and zipfile's own among them
        raise HoeringError(f"Emnemodellen i {folder.name} mangler eller er beskadiget.") from error
    return bare if passages is None else _with_passages(bare, checks.passages(passages), embeddings)


def _facts(topic: Topic) -> dict[str, Any]:
    return asdict(topic) | {"examples": [[item.place, item.likeness] for item in topic.examples]}


def _read(facts: Mapping[str, Any], arrays: Mapping[str, Any], encoder: Any) -> TopicModel:
    if facts["form"] != FORM:
        raise ValueError(facts["form"])
    embedder = None
    if "kind" in facts:
        embedder = Embedder(facts["kind"], tuple(facts["vocabulary"]), *(arrays[name] for name in _SPACES))
    centres = arrays["centres"]
    # JSON has no tuples.
    plain: dict[str, Any] = {
        name: tuple(facts[name]) if isinstance(facts[name], list) else facts[name] for name in _PLAIN
    }
    return TopicModel(
        **plain,
        assignments=tuple(int(topic) for topic in arrays["assignments"]),
        likeness=tuple(float(value) for value in arrays["likeness"]),
        topics=tuple(_topic(told) for told in facts["topics"]),
        bertopic=None,
        engine=Engine(
            embedder,
            centres,
            centres.shape[1],
            facts["min_similarity"],
            encoder,
            frozenset(facts["names"]),
            tuple(facts["codes"]),
            facts["near"],
        ),
    )


def _topic(told: Mapping[str, Any]) -> Topic:
    plain: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
    examples = tuple(Example(int(place), "", float(likeness)) for place, likeness in told["examples"])
    return Topic(**(plain | {"examples": examples}))


def _with_passages(bare: TopicModel, texts: list[str], embeddings: Any) -> TopicModel:
    if fingerprint(texts) != bare.fingerprint:
        raise HoeringError(
            "Emnemodellen er lavet på andre afsnit end disse. Lav en ny, eller brug assign til nye afsnit."
        )
    if not bare.topics:
        return bare
    corpus, engine = Corpus.of(texts, bare.engine.names), bare.engine
    embedder = engine.embedder or Embedder.learned_from([terms for terms in corpus.terms if terms], "words")
    rows = engine.rows(texts, embeddings) if engine.embedder is None else embedder.rows(corpus.terms)
    held = Held.of(corpus, rows, embedder)
    topics = tuple(
        replace(topic, examples=tuple(replace(item, text=texts[item.place]) for item in topic.examples))
        for topic in bare.topics
    )
    model = held.bertopic(np.array(bare.assignments, dtype=np.int64), engine)
    model.set_topic_labels(names_of(topics, bare.assignments))
    return replace(bare, topics=topics, bertopic=model, corpus=held)
