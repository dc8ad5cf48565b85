"""Topics as most users of BERTopic find them: by UMAP and HDBSCAN, which are an extra of hoering.

Passages that lie in no cluster stay outside. Nothing of it is needed: on few hundred passages hoering's own way keeps
more of them and is steadier (`hoering.topics.fitting`).
"""

from __future__ import annotations

from hoering.progress import Stage
from hoering.topics.bertopic_parts import reduced_topics
from hoering.topics.clusters import Floats, means
from hoering.topics.dividing import Divided, model_by
from hoering.topics.held import Held
from hoering.topics.model import Engine, TopicModel

NAME = "BERTopic med UMAP og HDBSCAN"
_RESAMPLES = 3


def reduced(
    held: Held, engine: Engine, count: int | None, *, resamples: int | None, seed: int, stage: Stage
) -> TopicModel:
    """Topics of a corpus; see `hoering.topics.fit`, whose work this is. Three resamples, as each takes a while.

    Raises:
        HoeringError: BERTopic, umap-learn or hdbscan is not installed.
    """

    def divide(rows: Floats) -> Divided:
        labels = reduced_topics(rows, count, seed)
        middle = means(rows, labels) if (labels >= 0).any() else rows[:0]
        return Divided(labels, middle, ("",) * len(middle))

    times = _RESAMPLES if resamples is None else resamples
    return model_by(divide, held, engine, name=NAME, resamples=times, seed=seed, stage=stage)
