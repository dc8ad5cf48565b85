"""Topics as people want them: merged, split and renamed. Each gives a new model; nothing is fitted anew but a split."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from hoering.errors import HoeringError
from hoering.threads import one_thread
from hoering.topics import checks
from hoering.topics.clusters import Labels, centres, means, nearest
from hoering.topics.fitting import assembled
from hoering.topics.held import Held, ordered
from hoering.topics.model import Topic, TopicModel


def merge(model: TopicModel, names: Iterable[str | int]) -> TopicModel:
    """One topic of several.

    Args:
        model: a model with its passages.
        names: labels or numbers of at least two topics.

    Raises:
        HoeringError: there is no such topic, fewer than two are named, or the model has no passages.
    """
    ids = sorted({model.topic(name).id for name in names})
    if len(ids) < 2:
        raise HoeringError("Nævn mindst to emner, der skal slås sammen.")
    labels = np.array(model.assignments, dtype=np.int64)
    labels[np.isin(labels, ids)] = ids[0]
    return _changed(model, labels, f"Emnerne {'; '.join(model.topics[topic].label for topic in ids)} er slået sammen.")


@one_thread()
def split(model: TopicModel, name: str | int, parts: int = 2) -> TopicModel:
    """Several topics of one.

    Args:
        model: a model with its passages.
        name: label or number of a topic.
        parts: how many it becomes, at least 2; fewer where its passages are alike.

    Raises:
        HoeringError: there is no such topic, it cannot be split so far, or the model has no passages.
    """
    topic, count = model.topic(name), checks.number(parts) or 0
    if count < 2 or topic.size < count:
        raise HoeringError(f"Emnet »{topic.label}« har {topic.size} afsnit og kan ikke deles i {parts}.")
    labels = np.array(model.assignments, dtype=np.int64)
    rows = _held(model).rows[labels == topic.id]
    inside, _ = nearest(rows, centres(rows, count, "kmeans", model.seed))
    labels[labels == topic.id] = np.where(inside > 0, inside + len(model.topics), topic.id)
    return _changed(model, labels, f"Emnet {topic.label} er delt.")


def rename(model: TopicModel, name: str | int, label: str) -> TopicModel:
    """The same topics, one with another label.

    Raises:
        HoeringError: there is no such topic, or another one has that label.
    """
    old = model.topic(name)
    if not label.strip() or any(topic.label == label and topic.id != old.id for topic in model.topics):
        raise HoeringError(f"Et emne skal have sit eget navn; »{label}« kan ikke bruges.")
    topics = tuple(replace(topic, label=label) if topic.id == old.id else topic for topic in model.topics)
    if model.bertopic is not None:
        model.bertopic.set_topic_labels({old.id: label})
    return replace(model, topics=topics)


def _held(model: TopicModel) -> Held:
    if not isinstance(model.corpus, Held):
        raise HoeringError("Modellen er hentet uden sine afsnit. Hent den med dem for at ændre emnerne.")
    return model.corpus


def _changed(model: TopicModel, labels: Labels, note: str) -> TopicModel:
    held = _held(model)
    met = np.unique(labels[labels >= 0])
    labels, middle = ordered(np.where(labels >= 0, np.searchsorted(met, labels), -1), means(held.rows, labels))
    likeness = np.where(labels >= 0, np.einsum("ij,ij->i", held.rows, middle[labels]), 0).astype(np.float32)
    before = {_members(model.assignments, topic.id): topic for topic in model.topics}
    old = [before.get(_members(labels.tolist(), topic)) for topic in range(len(middle))]
    steady = [topic.stability if topic else float("nan") for topic in old]
    # What was guided by a code is so no more: its centre is now that of its passages.
    engine = replace(model.engine, centres=middle, codes=())
    notes = (*model.notes, note, "Ændrede emners stabilitet er ikke målt.")
    made = assembled(held, engine, labels, likeness, steady, model.method, model.seed, notes)
    return replace(made, notes=notes, topics=tuple(_named(topic, made, before) for topic in made.topics))


def _members(assignments: Iterable[int], topic: int) -> frozenset[int]:
    return frozenset(place for place, found in enumerate(assignments) if found == topic)


def _named(topic: Topic, made: TopicModel, before: dict[frozenset[int], Topic]) -> Topic:
    """A topic that did not change keeps the name it had."""
    old = before.get(_members(made.assignments, topic.id))
    return replace(topic, label=old.label, code=old.code) if old else topic
