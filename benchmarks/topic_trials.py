"""Trials of topics that `benchmarks/topics.py` writes down: the example consultation, the seeds, and speed."""

from __future__ import annotations

import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from guided_topics import EXAMPLE, firsts, judged, peoples_themes

import hoering
from hoering import codebook, topics
from hoering.topics.of_run import passages_of_run
from hoering.topics.passages import LEVELS

# Of the themes with a best-match F1 of 0.4, and the numbers of topics that are looked at beside the one suggested.
BAR_FOUND = 12
NUMBERS = (10, 15, 20, 25, 30, 40)
MOST_SEEDS, READABLE = 200, 5
BARS_OF_SPEED = {5_000: (8.0, None), 50_000: (120.0, 1.2)}


def passages_of(raw: Path) -> tuple[list[str], list[str], hoering.RunResult]:
    """The passages of a folder of documents that are no copies: their ids and texts, and the run."""
    run = hoering.run(raw, tempfile.mkdtemp(), topics=False)
    own = [passage for passage in passages_of_run(run.project.processed) if not passage.copy]
    return [passage.segment.segment_id for passage in own], [passage.text for passage in own], run


def machine_themes(run: hoering.RunResult, ids: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """The themes the machine's coder gave the sentences of each passage."""
    codings, segments = run.table("codings"), run.table("segments")
    parents = dict(zip(segments["segment_id"], segments["parent"], strict=True))
    found = {id: frozenset[str]() for id in ids}
    given = codings[codings["kind"] == "theme"]
    for sentence, code in zip(given["segment_id"], given["code"], strict=True):
        if parents[sentence] in found:
            found[parents[sentence]] |= {code}
    return found


def example() -> Iterator[str]:
    """The topics of the example consultation held against its themes."""
    ids, texts, run = passages_of(EXAMPLE)
    people = peoples_themes(run.table("segments"))
    machine = machine_themes(run, ids)
    book = codebook.load()
    yield (
        f"{len(texts)} passages of the example consultation, {len(people)} of them coded by people (both halves of "
        "`tests/data/kodning`; nothing is learned there). A theme is found where a topic has an F1 of 0.4 or more with "
        f"it over passages; a passage has the themes of its sentences, which are {_each(people):.1f} by people. A row "
        "“up to two” takes the one or two topics that `several` gives each passage. "
        f"Bar: {BAR_FOUND} of the 22 themes of the codebook, of which people used "
        f"{judged(ids, [(0,)] * len(ids), people)[1]} here."
    )
    lines = [
        "| topics | found of people's | mean best F1 | found of the machine's | mean best F1 | bootstrap stability |"
    ]
    lines.append("| --- | --- | --- | --- | --- | --- |")
    for number in (None, *NUMBERS):
        model = topics.fit(texts, number)
        name = f"{len(model.topics)}{'' if number else ' (suggested)'}"
        lines.append(_row(name, ids, firsts(model), model.stability, people, machine))
        if not number:
            lines.append(_row(f"{name}, up to two", ids, model.several(texts), math.nan, people, machine))
    model = topics.fit(texts, guided_by=book)
    name = f"{len(model.topics)} (guided by the codebook)"
    lines.append(_row(name, ids, firsts(model), model.stability, people, machine))
    lines.append(_row(f"{name}, up to two", ids, model.several(texts), math.nan, people, machine))
    yield "\n".join(lines)


def _row(
    name: str,
    ids: Sequence[str],
    topics_of: Sequence[Sequence[int]],
    stability: float,
    *given: Mapping[str, frozenset[str]],
) -> str:
    cells = []
    for themes in given:
        again, used, mean, _ = judged(ids, topics_of, themes)
        cells.append(f"{again} of {used} | {mean:.2f}")
    return f"| {name} | {' | '.join(cells)} | {'' if math.isnan(stability) else f'{stability:.2f}'} |"


def _each(themes: Mapping[str, frozenset[str]]) -> float:
    return sum(map(len, themes.values())) / len(themes)


def seeds(raw: Path) -> Iterator[str]:
    """Every number of the seeds' passages from none to 200: no failure, and every passage assigned or named."""
    run = hoering.run(raw, tempfile.mkdtemp(), topics=False)
    segments = run.table("segments")
    whole = segments.loc[segments["level"].isin(LEVELS) & (segments["role"] != "interviewer"), "text"].tolist()
    texts = (whole + segments.loc[segments["level"] == "sentence", "text"].tolist())[:MOST_SEEDS]
    unnamed, methods = 0, dict[str, list[int]]()
    for count in range(len(texts) + 1):
        model = topics.fit(texts[:count], resamples=1)
        methods.setdefault(model.method, []).append(count)
        if model.topics:
            unnamed += sum(topic < 0 for topic in model.assignments) - len(model.without_content)
    told = "; ".join(f"{counts[0]} to {counts[-1]}: {method}" for method, counts in methods.items())
    yield (
        f"{len(whole)} passages, and sentences to make up {len(texts)}. Every number from 0 to {len(texts)} tried "
        f"without a failure ({told}); passages neither in a topic nor named as without content: {unnamed} (bar 0)."
    )
    for count in dict.fromkeys((50, len(whole), len(texts))):
        model = topics.fit(texts[:count])
        shown = "; ".join(topic.label for topic in model.topics[:READABLE])
        head = f"{count} passages: {len(model.topics)} topics"
        yield f"{head}, bootstrap stability {model.stability:.2f}. {shown}."


def speed(sizes: Sequence[int], script: Path) -> Iterator[str]:
    """Processor time and memory of a fit, each in a process of its own."""
    yield (
        "| passages | processor time | bar | peak memory | bar | topics |\n| --- | --- | --- | --- | --- | --- |\n"
        + "\n".join(_speed_row(size, script) for size in sizes)
    )


def _speed_row(size: int, script: Path) -> str:
    done = subprocess.run(
        [sys.executable, str(script), "--size", str(size)], capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout.splitlines()[-1])
    seconds, memory = BARS_OF_SPEED[size]
    bar = f"{memory:.1f} GB" if memory else ""
    cells = f"{found['seconds']:.1f} s", f"{seconds:.0f} s", f"{found['memory']:.2f} GB", bar, str(found["topics"])
    return f"| {size:,} | {' | '.join(cells)} |"


def timed(passages: Sequence[str]) -> str:
    """Fit once, and say as JSON what it took."""
    begin = time.process_time()
    made = topics.fit(passages)
    seconds, memory = time.process_time() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return json.dumps({"seconds": seconds, "memory": memory, "topics": len(made.topics)})
