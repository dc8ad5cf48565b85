from __future__ import annotations

from hoering.concerns.about import themes_by_weight
from hoering.concerns.mentions import Mention
from hoering.patterns import Hit, parse


def hit(code: str, start: int) -> Hit:
    return Hit(parse("x", code=code, weight=3.0), start, start + 1)


def test_the_theme_of_the_claim_comes_first() -> None:
    hits = [hit("bus", 1), hit("fag", 6)]
    assert themes_by_weight({"bus": 0.6, "fag": 0.8}, hits, 0) == ["fag", "bus"]
    assert themes_by_weight({"bus": 0.8, "fag": 0.6}, hits, 4) == ["fag", "bus"]
    assert themes_by_weight({"fag": 0.7, "bus": 0.7}, hits, 0) == ["bus", "fag"]


def test_a_party_named_as_speaker_is_not_what_it_speaks_about() -> None:
    hits = [hit("fag", 1), hit("bus", 6)]
    assert themes_by_weight({"fag": 0.8, "bus": 0.6}, hits, 0, [Mention("fag", 1, 2)]) == ["bus", "fag"]


def test_a_theme_without_words_counts_in_full() -> None:
    assert themes_by_weight({"fag": 0.7, "bus": 0.6}, [hit("bus", 0)], 0) == ["fag", "bus"]
    assert themes_by_weight({}, [hit("bus", 0)], 0) == []
