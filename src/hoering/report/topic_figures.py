"""The figures of the topics that the texts suggest, as numbers: who speaks of them, and which themes they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from hoering.report.figures import Figure, apart
from hoering.report.tally import Tally
from hoering.topics.uncovered import overlaps

# The largest topics; more rows would not be read on paper.
TOPICS_SHOWN = 20
# Every topic's two most frequent themes are columns, at most so many in all.
THEMES_EACH, THEMES_SHOWN = 2, 14
WHO, WHICH = "emner_hvem", "emner_temaer"


def topic_figures(tally: Tally) -> list[Figure]:
    """The figures of a run's topics; none where there are no topics."""
    frames = tally.material.frames
    topics, placed = frames.get("topics"), frames.get("topic_assignments")
    if topics is None or placed is None or topics.empty:
        return []
    shown = topics.sort_values("topic").head(TOPICS_SHOWN)
    numbers = [int(number) for number in shown["topic"]]
    plain = [" ".join(str(label).split()) for label in shown["label"]]
    named = dict(zip(numbers, apart(zip(plain, map(str, numbers), strict=True)), strict=True))
    return [*_who(tally, placed, named), *_which(tally, placed, named)]


def _who(tally: Tally, placed: pd.DataFrame, topics: Mapping[int, str]) -> Iterator[Figure]:
    """Submissions on each topic by the type of their sender."""
    sources = placed[["topic", "source"]].drop_duplicates()
    counts: dict[int, dict[str, int]] = {topic: defaultdict(int) for topic in topics}
    for topic, source in sources.itertuples(index=False, name=None):
        known = tally.material.by_id.get(str(source))
        if int(topic) in counts and known is not None:
            counts[int(topic)][known.sender_type or "ukendt"] += 1
    codes = sorted({code for own in counts.values() for code in own}, key=tally.labels.actor_order)
    if codes:
        yield Figure(
            key=WHO,
            kind="heat",
            title="Hvem taler om emnerne?",
            note="Antal henvendelser, der rummer hvert emne, efter afsenderens type.",
            unit="henvendelser",
            columns=tuple(map(tally.labels.actor, codes)),
            codes=tuple(codes),
            rows=tuple((name, tuple(counts[topic][code] for code in codes)) for topic, name in topics.items()),
        )


def _which(tally: Tally, placed: pd.DataFrame, topics: Mapping[int, str]) -> Iterator[Figure]:
    """Passages of each topic with a sentence on a theme; copies are not counted."""
    segments = tally.material.frames.get("segments")
    if segments is None or "segment_id" not in placed:
        return
    own = placed[~placed["copy"] & placed["topic"].isin(list(topics))]
    assignments = dict(zip(own["segment_id"], own["topic"], strict=True))
    both = overlaps(assignments, tally.material.table("codings"), segments)
    counts = {(int(t), str(c)): int(n) for t, c, n in both[["topic", "code", "both"]].to_numpy().tolist()}
    codes = _strongest(counts, list(topics))
    if codes:
        yield Figure(
            key=WHICH,
            kind="heat",
            title="Emner og temaer",
            note="Antal afsnit i hvert emne med mindst én sætning om temaet. Kun de temaer, der fylder mest, er vist.",
            unit="afsnit",
            columns=tuple(apart((tally.material.book.label_of(code), code) for code in codes)),
            codes=tuple(codes),
            rows=tuple((name, tuple(counts.get((topic, code), 0) for code in codes)) for topic, name in topics.items()),
        )


def _strongest(counts: Mapping[tuple[int, str], int], topics: Sequence[int]) -> list[str]:
    """Each topic's most frequent themes, in the order of the topics, so that what belongs together lies on a line."""
    chosen: dict[str, None] = {}
    for topic in topics:
        own = sorted((-count, code) for (number, code), count in counts.items() if number == topic)
        chosen |= dict.fromkeys(code for _, code in own[:THEMES_EACH])
    return list(chosen)[:THEMES_SHOWN]
