"""How far codes cover topics."""

from __future__ import annotations

import pandas as pd
import pytest

from hoering.topics.uncovered import COLUMNS, coverage, overlaps, uncovered

PASSAGES = {f"p{number}": topic for number, topic in enumerate([0, 0, 0, 0, 1, 1, -1, 2, 2, 2])}


def segments() -> pd.DataFrame:
    """Each passage has two sentences."""
    rows = [(name, "") for name in PASSAGES] + [(f"{name}.{n}", name) for name in PASSAGES for n in (0, 1)]
    return pd.DataFrame(rows, columns=["segment_id", "parent"])


def codings(**codes: str) -> pd.DataFrame:
    """Themes on sentences: ``bus="p0.0 p0.1"``; also a stance, which is no theme."""
    rows = [(place, "theme", code) for code, places in codes.items() for place in places.split()]
    return pd.DataFrame([*rows, ("p4.0", "stance", "kritik")], columns=["segment_id", "kind", "code"])


def test_the_best_code_and_its_overlap() -> None:
    coded = codings(bus="p0.0 p0.1 p1.0 p2.1 p6.0", cykel="p3.0 p7.0")
    found = coverage(PASSAGES, coded, segments())
    # bus is on p0, p1, p2 of topic 0, and on p6 of none: 2 * 3 / (4 + 4).
    assert found[0] == ("bus", 0.75)
    assert found[1] == ("", 0.0)
    assert found[2] == ("cykel", pytest.approx(2 * 1 / (3 + 2)))
    assert list(found) == [0, 1, 2]


def test_of_equals_the_first_by_letters() -> None:
    assert coverage(PASSAGES, codings(b="p0.0", a="p1.0"), segments())[0][0] == "a"


def test_a_code_on_the_passage_itself_counts_and_one_elsewhere_does_not() -> None:
    table = overlaps(PASSAGES, codings(bus="p4 andet.0"), segments())
    assert list(table.columns) == list(COLUMNS)
    assert table.to_dict("records") == [
        {
            "topic": 1,
            "code": "bus",
            "both": 1,
            "topic_passages": 2,
            "code_passages": 1,
            "share_of_topic": 0.5,
            "share_of_code": 1.0,
            "overlap": pytest.approx(2 / 3),
        }
    ]


def test_topics_without_a_code_come_first() -> None:
    # 2 of 4 passages of topic 0 have a code that is everywhere: too little for F1, but half of them.
    coded = codings(bred="p0.0 p1.0 p6.0 p4.0 p7.0", smal="p7.0")
    assert uncovered(PASSAGES, codings(), segments()) == (0, 1, 2)
    assert uncovered(PASSAGES, coded, segments()) == ()
    lonely = {f"p{number}": 0 if number < 6 else 1 for number in range(10)}
    assert uncovered(lonely, codings(bus="p0.0", cykel="p6.0 p7.0 p8.0"), segments()) == (0,)


def test_a_small_topic_within_a_broad_code_is_not_new() -> None:
    topics = {f"p{number}": int(number == 9) for number in range(10)}
    coded = codings(bred=" ".join(f"p{number}.0" for number in range(10)))
    assert coverage(topics, coded, segments())[1] == ("bred", pytest.approx(2 / 11))
    assert uncovered(topics, coded, segments()) == ()


def test_nothing_in_nothing_out() -> None:
    none = codings().iloc[:0]
    assert coverage({}, none, segments()) == {}
    assert uncovered({}, none, segments().iloc[:0]) == ()
    assert coverage({"p0": 0}, none, segments().iloc[:0]) == {0: ("", 0.0)}
    assert overlaps({}, codings(bus="p0.0"), segments()).empty
