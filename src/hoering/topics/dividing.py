"""Topics that another way of dividing found, made into a model as hoering's own are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from hoering.progress import Stage
from hoering.topics.clusters import Floats, Labels, by_size
from hoering.topics.fitting import assembled, only_words, unplaced
from hoering.topics.held import Held, before
from hoering.topics.model import Engine, TopicModel
from hoering.topics.stability import bootstrap, resamples_of


class Divided(NamedTuple):
    """A topic for each row, -1 for none; a centre of length 1 for each topic, and the code it stands for or ""."""

    labels: Labels
    centres: Floats
    codes: tuple[str, ...]


Divide = Callable[[Floats], Divided]


def model_by(
    divide: Divide, held: Held, engine: Engine, *, name: str, resamples: int | None, seed: int, stage: Stage
) -> TopicModel:
    """A model of the topics that ``divide`` finds among the passages with content.

    Args:
        divide: finds topics among rows, none of which is all zeros.
        held: the passages with their vectors.
        engine: what makes the vectors; its ``near`` is kept.
        name: how the topics were found, in Danish.
        resamples: as in `hoering.topics.fit`, like the rest.
        seed: see there.
        stage: see there.
    """
    usable = held.corpus.full & (np.abs(held.rows).sum(axis=1) > 0)
    with stage("Finder emner", 1) as advance:
        found = divide(held.rows[usable])
        advance(1)
    if not len(found.centres):
        return only_words(held.corpus, seed, f"{name} fandt ingen emner her.")
    labels = np.full(len(usable), -1, dtype=np.int64)
    labels[usable] = found.labels
    renumbered = by_size(labels)
    order = before(labels, renumbered)
    middle = found.centres[order]
    likeness = np.where(renumbered >= 0, np.einsum("ij,ij->i", held.rows, middle[renumbered]), 0).astype(np.float32)
    with stage("Prøver stabilitet", times := resamples_of(int(usable.sum()), resamples)) as advance:
        steady = bootstrap(
            held.rows[usable],
            held.counts[usable],
            held.vocabulary,
            held.words(renumbered),
            divide=lambda sample: divide(sample).labels,
            seed=seed,
            resamples=times,
            advance=advance,
        )
    codes = tuple(found.codes[topic] for topic in order)
    engine = replace(engine, centres=middle, codes=codes if any(codes) else ())
    return assembled(held, engine, renumbered, likeness, steady, name, seed, unplaced(renumbered, held))
