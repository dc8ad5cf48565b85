"""How good and how fast topics are: `make bench-topics`, which sets ``SHARED`` and one BLAS thread.

On titles of Danish council agendas that people gave one of 20 policy topics (``SHARED/agendas``; not part of
hoering), k = 20, five seeds: normalised mutual information with the people's topics; likeness of the topics' ten
words over seeds (best match, Jaccard), over the same titles in other orders, and over bootstrap samples; share of
words that stand in one topic only; and NPMI of the words over titles, beside plain NMF with words from the same
reader. The same on passages of the example consultation; then how its topics meet its themes, whether any number of
the seeds' passages works, and speed (`topic_trials`). Written to `docs/evaluation.md`, a section each.

The seeds tell nothing of hoering's topics: nothing is drawn but what the bootstrap draws, so that the figure is 1 by
the way they are made. Other orders tell how far ties decide, and the bootstrap what another sample would give.
"""

from __future__ import annotations

import datetime
import math
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import evaluation_page
import numpy as np
import pandas as pd
import pieces
from guided_topics import EXAMPLE, peoples_themes
from sklearn.decomposition import NMF
from sklearn.metrics import normalized_mutual_info_score
from topic_trials import example, passages_of, seeds, speed, timed

import hoering
from hoering import topics
from hoering.topics.corpus import Corpus
from hoering.topics.embedding import Embedder
from hoering.topics.stability import matches

SHARED = Path(os.environ.get("SHARED", Path(__file__).parents[2] / "shared"))
SEEDS, WORDS = range(5), 10
BARS = {"NMI": 0.19, "stability over seeds": 0.80, "diversity": 0.80}
SIZES = (5_000, 50_000)
DRAWN = 2_000

Words = list[list[str]]


class Run(NamedTuple):
    """What one seed gave; ``bootstrap`` is NaN where it was not measured."""

    labels: Sequence[int]
    words: Words
    bootstrap: float


def agendas() -> tuple[list[str], list[int]]:
    """Titles and the people's topics."""
    table = pd.read_csv(SHARED / "agendas" / "agendas.tsv", sep="\t", quoting=3, dtype=str).fillna("")
    return table["text"].tolist(), (table["coding"].astype("int64") // 100).tolist()


def ours(texts: Sequence[str], number: int, seed: int, resamples: int | None = None) -> Run:
    """Topics of hoering."""
    found = topics.fit(texts, number, seed=seed, resamples=resamples)
    return Run(found.assignments, [list(topic.terms) for topic in found.topics], found.stability)


def plain_nmf(corpus: Corpus, number: int, seed: int) -> Run:
    """Non-negative matrix factorisation of TF-IDF rows, drawn at random from the seed."""
    words = [[term for term in found if term in corpus.own] for found in corpus.terms]
    embedder = Embedder.learned_from(words, "words")
    model = NMF(number, init="random", max_iter=400, random_state=seed)
    labels = model.fit_transform(embedder.tfidf(embedder.counts(words))).argmax(axis=1)
    best = np.argsort(-model.components_, axis=1)[:, :WORDS]
    return Run(labels.tolist(), [[embedder.vocabulary[place] for place in row] for row in best], math.nan)


def alike(runs: Sequence[Words]) -> float:
    """Mean best-match likeness of topics' words over all pairs of runs."""
    scored = [[tuple((word, 1.0) for word in words) for words in run] for run in runs]
    return float(np.mean([matches(one, other) for one, other in combinations(scored, 2)]))


def diversity(words: Words) -> float:
    """Distinct words among all topics' words (Dieng et al. 2020)."""
    every = [word for topic in words for word in topic]
    return len(set(every)) / len(every)


def npmi(words: Words, terms: Sequence[Sequence[str]]) -> float:
    """Mean normalised pointwise mutual information of pairs of a topic's words in the same title; -1 for never."""
    held = [set(found) for found in terms]
    wanted = {word for topic in words for word in topic}
    where = {word: {place for place, found in enumerate(held) if word in found} for word in wanted}
    size = len(held)

    def pair(one: str, other: str) -> float:
        both = len(where[one] & where[other]) / size
        if not both:
            return -1.0
        return math.log(both * size * size / (len(where[one]) * len(where[other]))) / -math.log(both)

    return float(
        np.mean([np.mean([pair(*two) for two in combinations(topic, 2)]) for topic in words if len(topic) > 1])
    )


def told(
    runs: Sequence[Run], shuffled: Sequence[Words], people: Sequence[int] | Sequence[str], corpus: Corpus
) -> dict[str, float]:
    """The figures of a method; ``shuffled`` are its words on other orders of the passages."""
    return {
        "NMI": float(np.mean([normalized_mutual_info_score(people, run.labels) for run in runs])),
        "stability over seeds": alike([run.words for run in runs]),
        "stability over orders": alike(shuffled),
        "bootstrap stability": float(np.mean([run.bootstrap for run in runs])),
        "diversity": float(np.mean([diversity(run.words) for run in runs])),
        "NPMI": float(np.mean([npmi(run.words, corpus.terms) for run in runs])),
    }


def made_passages(titles: Sequence[str], people: Sequence[int], count: int) -> list[str]:
    """Passages of about 40 words: five titles of one policy topic, drawn at random."""
    drawn = np.random.default_rng(0)
    places = {topic: np.flatnonzero(np.array(people) == topic) for topic in set(people)}
    every = drawn.choice(people, count)
    return [". ".join(titles[place] for place in drawn.choice(places[topic], 5)) for topic in every]


def table(found: Mapping[str, Mapping[str, float]], bars: Mapping[str, float]) -> str:
    """A row a measure, a column a method; ``bars`` are for the first method."""
    lines = [f"| measure | {' | '.join(found)} | bar |", f"| --- |{' --- |' * (len(found) + 1)}"]
    for name in next(iter(found.values())):
        bar = f"{bars[name]:.2f}" if name in bars else ""
        lines.append(f"| {name} | {' | '.join(_cell(figures[name]) for figures in found.values())} | {bar} |")
    return "\n".join(lines)


def _cell(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.3f}"


def compared(texts: Sequence[str], people: Sequence[int] | Sequence[str]) -> str:
    """Topics of hoering beside plain NMF, over five seeds."""
    corpus, number = Corpus.of(texts), len(set(people))
    orders = [[texts[place] for place in np.random.default_rng(seed).permutation(len(texts))] for seed in SEEDS]
    found = {
        "hoering.topics": told(
            [ours(texts, number, seed) for seed in SEEDS],
            [ours(order, number, 0, resamples=0).words for order in orders],
            people,
            corpus,
        ),
        "plain NMF": told(
            [plain_nmf(corpus, number, seed) for seed in SEEDS],
            [plain_nmf(Corpus.of(order), number, 0).words for order in orders],
            people,
            corpus,
        ),
    }
    return table(found, BARS | {"NPMI": found["plain NMF"]["NPMI"]})


def one_theme() -> tuple[list[str], list[str]]:
    """Passages of the example consultation on whose sentences people agree on one theme, and the theme."""
    ids, texts, run = passages_of(EXAMPLE)
    themes = peoples_themes(run.table("segments"))
    kept = [(text, *themes[id]) for id, text in zip(ids, texts, strict=True) if len(themes.get(id, ())) == 1]
    return [text for text, _ in kept], [theme for _, theme in kept]


def on_titles() -> Iterator[str]:
    """The figures on the titles of council agendas."""
    titles, people = agendas()
    yield f"{_stamp()} · {len(titles)} titles, {len(set(people))} policy topics, as many topics sought"
    yield compared(titles, people)


def on_example() -> Iterator[str]:
    """The figures on passages of the example consultation."""
    texts, themes = one_theme()
    told = f"{len(texts)} passages of the example consultation to which people gave one theme"
    yield f"{_stamp()} · {told}, {len(set(themes))} themes, as many topics sought"
    yield compared(texts, themes)


def on_passages() -> Iterator[str]:
    """The figures on sentences written for training the coder, each with one theme."""
    coded = [sentence for piece in pieces.passages() for sentence in piece.sentences if len(sentence.themes) == 1]
    drawn = np.random.default_rng(0).choice(len(coded), DRAWN, replace=False)
    texts, themes = [coded[place].text for place in drawn], [coded[place].themes[0] for place in drawn]
    told = f"{DRAWN} of {len(coded)} sentences of `training/coding/passages` that bear one theme"
    yield f"{_stamp()} · {told} (the shipped word vectors know them), {len(set(themes))} themes, as many topics sought"
    yield compared(texts, themes)


def _stamp() -> str:
    return f"{datetime.date.today().isoformat()} · hoering {hoering.__version__} · {len(SEEDS)} seeds"


SECTIONS: Mapping[str, Callable[[], Iterator[str]]] = {
    "agenda titles": on_titles,
    "own example texts": on_example,
    "own coded sentences": on_passages,
    "themes of the example": example,
    "seeds": lambda: seeds(SHARED / "seeds"),
    "speed": lambda: speed(SIZES, Path(__file__)),
}


def main() -> None:
    """Measure, print, and write the page; with names of sections only those."""
    if "--size" in sys.argv:
        print(timed(made_passages(*agendas(), int(sys.argv[-1]))))
        return
    for name in sys.argv[1:] or SECTIONS:
        text = "\n\n".join(SECTIONS[name]())
        print(f"## topics: {name}\n\n{text}\n", flush=True)
        evaluation_page.put(f"topics: {name}", text)


if __name__ == "__main__":
    main()
