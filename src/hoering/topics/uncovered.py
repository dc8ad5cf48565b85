"""How far the codebook covers each topic, and which topics it does not: "nyt, som kodebogen ikke dækker".

A topic and a code are both sets of passages; their overlap is F1 (the same as Dice's coefficient): 1 where they are
the same passages, 0 where they have none in common. A code is on a passage if it is on a sentence of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import pandas as pd

COLUMNS: Mapping[str, str] = {
    "topic": "int64",
    "code": "str",
    "both": "int64",
    "topic_passages": "int64",
    "code_passages": "int64",
    "share_of_topic": "float64",
    "share_of_code": "float64",
    "overlap": "float64",
}

# A topic is new where no code has this overlap with it, nor is on this share of its passages (see `uncovered`). The
# first is what the project counts as a theme found again. On the example consultation, at 8 to 30 topics, 36 topics
# have such a theme; with that theme left out of the codebook 27 of them come out as new, and 15 of 88 topics do while
# all themes are there (`benchmarks/guided_topics.py`). At 0.3 it is 22 and 12; without the second limit 34 and 52.
FOUND_AGAIN, MOST_PASSAGES = 0.4, 0.5


def coverage(
    assignments: Mapping[str, int], codings: pd.DataFrame, segments: pd.DataFrame
) -> Mapping[int, tuple[str, float]]:
    """The code that best matches each topic, and their overlap (F1, 0 to 1).

    Args:
        assignments: the topic of each passage by its ``segment_id``, -1 for none; passages that are not here count
            for neither side.
        codings: the table ``codings``.
        segments: the table ``segments``, which says in what passage a sentence stands.

    Returns:
        For each topic the id of a theme, "" where its passages have none.
    """
    best = dict.fromkeys(sorted({topic for topic in assignments.values() if topic >= 0}), ("", 0.0))
    for topic, code, overlap in _best_first(overlaps(assignments, codings, segments)):
        if not best[topic][0]:
            best[topic] = code, overlap
    return best


def uncovered(assignments: Mapping[str, int], codings: pd.DataFrame, segments: pd.DataFrame) -> tuple[int, ...]:
    """Topics that no code covers, those with the least overlap first.

    Overlap alone would call every small topic new that lies within a broad code, so a topic is new only if, besides,
    no code is on half of its passages.

    Args:
        assignments: as in `coverage`, like the rest.
        codings: see there.
        segments: see there.
    """
    table = overlaps(assignments, codings, segments)
    covered = table[(table["overlap"] >= FOUND_AGAIN) | (table["share_of_topic"] >= MOST_PASSAGES)]
    known = set(covered["topic"])
    left = [(overlap, topic) for topic, (_, overlap) in coverage(assignments, codings, segments).items()]
    return tuple(topic for _, topic in sorted(left) if topic not in known)


def overlaps(assignments: Mapping[str, int], codings: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """One row per topic and code with a passage in common; the columns are `COLUMNS`.

    ``both`` counts the passages they share, ``share_of_topic`` and ``share_of_code`` are its share of either.

    Args:
        assignments: as in `coverage`, like the rest.
        codings: see there.
        segments: see there.
    """
    sides = Counter(assignments.values())
    held = {(passage, code) for passage, code in _held_codes(codings, segments) if passage in assignments}
    codes = Counter(code for _, code in held)
    both = Counter((assignments[passage], code) for passage, code in held)
    rows = [
        (topic, code, met, sides[topic], codes[code], met / sides[topic], met / codes[code],
         2 * met / (sides[topic] + codes[code]))
        for (topic, code), met in sorted(both.items())
        if topic >= 0
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(dict(COLUMNS))


def _held_codes(codings: pd.DataFrame, segments: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Passages and the themes on them."""
    inside = segments[segments["parent"] != ""]
    parents = dict(zip(inside["segment_id"], inside["parent"], strict=True))
    themes = codings[codings["kind"] == "theme"]
    for sentence, code in zip(themes["segment_id"], themes["code"], strict=True):
        yield parents.get(sentence, sentence), code


def _best_first(table: pd.DataFrame) -> list[tuple[int, str, float]]:
    """Topics with codes, most overlap first; of equals the code that comes first by its letters."""
    ordered = table.sort_values(["overlap", "code"], ascending=[False, True], kind="stable")
    return list(zip(*(ordered[name].tolist() for name in ("topic", "code", "overlap")), strict=True))
