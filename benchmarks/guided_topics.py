"""What guiding topics by a codebook gives, and whether what a codebook lacks comes out as new.

On the passages of the example consultation that people coded (``tests/data/kodning``), with the codebook that ships:

1. Free topics, as many as there are themes, beside topics guided by the themes: how many of the themes people used are
   found again (best-match F1 at least 0.4), the mean of these F1, and normalised mutual information on the passages
   with one theme.
2. Topics that a theme covers (overlap at least 0.4) are looked at once more without the codings of that theme: how
   many come out as new. Beside it how many of all topics do while every theme is there.

About two minutes: ``OMP_NUM_THREADS=1 python benchmarks/guided_topics.py``.
"""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.metrics import normalized_mutual_info_score

import hoering
from hoering import codebook, topics
from hoering.topics.of_run import passages_of_run
from hoering.topics.uncovered import FOUND_AGAIN

ROOT = Path(__file__).parents[1]
EXAMPLE, CODED = ROOT / "data" / "raw" / "eksempelkommune", ROOT / "tests" / "data" / "kodning"
NUMBERS = (8, 12, 16, 22, 30)

People = Mapping[str, frozenset[str]]


def peoples_themes(segments: pd.DataFrame) -> People:
    """The themes people gave the sentences of each passage, by the passage's id; empty sets where they gave none."""
    lines = [
        json.loads(line)
        for name in ("eksempel_oevelse", "eksempel_proeve")
        for line in (CODED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    given = {(line["file"], line["start"], line["end"]): line["themes"] for line in lines}
    found: dict[str, frozenset[str]] = {}
    for row in segments[segments["level"] == "sentence"].itertuples():
        themes = given.get((row.document.rpartition("/")[2], row.start, row.end))
        if themes is not None:
            found[row.parent] = found.get(row.parent, frozenset()) | frozenset(themes)
    return found


def judged(ids: Sequence[str], given: Sequence[Sequence[int]], people: People) -> tuple[int, int, float, float]:
    """Themes found again, themes people used, the mean of their best F1, and NMI on passages with one theme.

    Args:
        ids: the passages.
        given: the topics of each, the first of which counts for NMI.
        people: the themes of those passages that count.
    """
    labels = {id: tuple(topics) for id, topics in zip(ids, given, strict=True) if id in people}
    met = {topic for topics in labels.values() for topic in topics}
    best = []
    for theme in sorted({theme for id in labels for theme in people[id]}):
        coded = {id for id in labels if theme in people[id]}
        groups = [{id for id, topics in labels.items() if topic in topics} for topic in met]
        best.append(max((2 * len(coded & group) / (len(coded) + len(group)) for group in groups), default=0.0))
    one = {id: next(iter(people[id])) for id in labels if len(people[id]) == 1}
    agreed = normalized_mutual_info_score(list(one.values()), [(*labels[id], -1)[0] for id in one])
    return sum(value >= FOUND_AGAIN for value in best), len(best), float(np.mean(best)), float(agreed)


def firsts(model: topics.TopicModel) -> list[tuple[int, ...]]:
    """The one topic of each passage; none for -1."""
    return [(topic,) if topic >= 0 else () for topic in model.assignments]


def measured() -> list[str]:
    """What was measured, the table of free and guided topics, and what comes out as new."""
    book = codebook.load()
    with tempfile.TemporaryDirectory() as folder:
        run = hoering.run(EXAMPLE, folder)
        segments, codings = run.table("segments"), run.table("codings")
        own = [passage for passage in passages_of_run(run.project.processed) if not passage.copy]
    ids, texts = [passage.segment.segment_id for passage in own], [passage.text for passage in own]
    people = peoples_themes(segments)
    models = {
        "free": topics.fit(texts, len(book.themes), resamples=0),
        "guided": topics.fit(texts, guided_by=book, resamples=0),
    }
    lines = ["| topics | found again | mean best F1 | NMI |", "| --- | --- | --- | --- |"]
    for name, model in models.items():
        for told, given in (("", firsts(model)), (", up to two a passage", model.several(texts))):
            again, used, mean, agreed = judged(ids, given, people)
            lines.append(f"| {name}{told} ({len(model.topics)}) | {again} of {used} | {mean:.3f} | {agreed:.3f} |")
    stamp = (
        f"{datetime.date.today().isoformat()} · hoering {hoering.__version__} · codebook {book.stamp} · "
        f"{len(set(ids) & set(people))} of {len(ids)} passages of the example consultation have people's themes"
    )
    return [stamp, "\n".join(lines), new_topics(ids, texts, codings, segments)]


def new_topics(ids: Sequence[str], texts: Sequence[str], codings: pd.DataFrame, segments: pd.DataFrame) -> str:
    """How many covered topics come out as new once their theme is taken away, and how many topics do anyhow."""
    taken, new_without, every, new = 0, 0, 0, 0
    for number in NUMBERS:
        assignments = dict(zip(ids, topics.fit(texts, number, resamples=0).assignments, strict=True))
        found = topics.coverage(assignments, codings, segments)
        every, new = every + len(found), new + len(topics.uncovered(assignments, codings, segments))
        for topic, (code, overlap) in found.items():
            if overlap >= FOUND_AGAIN:
                without = codings[(codings["kind"] != "theme") | (codings["code"] != code)]
                taken += 1
                new_without += topic in topics.uncovered(assignments, without, segments)
    return f"New once their theme is taken away: {new_without} of {taken}; new with all themes: {new} of {every}."


def main() -> None:
    """Print what was measured."""
    print("\n\n".join(measured()))


if __name__ == "__main__":
    main()
