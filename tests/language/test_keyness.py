from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from hoering.errors import HoeringError
from hoering.language.frequencies import Rates, general_danish
from hoering.language.keyness import COLUMNS, keyness, keyness_by_group, log_likelihood
from hoering.language.word_counts import word_counts

LETTERS = [
    ["borger", "vente", "svar", "borger"],
    ["borger", "bus", "bus", "bus", "bus", "bus"],
    ["vente", "svar", "kursus"],
]
OTHERS = [
    ["kursus", "maskine", "kursus", "svend"],
    ["maskine", "kursus", "svar", "svend"],
]


def _row(table: pd.DataFrame, word: str) -> dict[str, object]:
    (found,) = table[table["word"] == word].to_dict("records")
    return {str(name): value for name, value in found.items()}


def _one(count: float, other: float, size: float, other_size: float) -> float:
    return float(log_likelihood(np.array([count]), np.array([other]), size, other_size)[0])


def test_log_likelihood_by_hand() -> None:
    # 10 of 100 words against 5 of 200: 5 and 10 expected, so 2 * (10 ln 2 + 5 ln 0.5) = 10 ln 2.
    assert _one(10, 5, 100, 200) == pytest.approx(10 * math.log(2))


def test_log_likelihood_without_the_word_on_one_side_by_hand() -> None:
    # 4 of 100 against none of 100: 2 and 2 expected, so 2 * 4 ln 2.
    assert _one(4, 0, 100, 100) == _one(0, 4, 100, 100) == pytest.approx(8 * math.log(2))


@given(st.integers(0, 500), st.integers(0, 500), st.integers(1_000, 10**6), st.integers(1_000, 10**8))
def test_log_likelihood_is_that_of_scipy(count: int, other: int, size: int, other_size: int) -> None:
    if not count + other:
        assert _one(count, other, size, other_size) == 0
        return
    expected = np.array([size, other_size]) * (count + other) / (size + other_size)
    theirs = stats.power_divergence([count, other], expected, lambda_="log-likelihood")
    assert _one(count, other, size, other_size) == pytest.approx(theirs.statistic, rel=1e-9, abs=1e-7)


def test_log_likelihood_of_a_rare_word_is_nearly_dunnings() -> None:
    table = [[40, 60], [20_000 - 40, 100_000 - 60]]
    dunning = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
    assert _one(40, 60, 20_000, 100_000) == pytest.approx(dunning, rel=0.005)


def test_p_value_bonferroni_and_bic_against_scipy() -> None:
    table = keyness(LETTERS, OTHERS, min_count=1)
    assert table["p_value"].to_list() == pytest.approx(stats.chi2.sf(table["log_likelihood"], 1).tolist())
    assert table["p_corrected"].to_list() == pytest.approx(np.minimum(table["p_value"] * 7, 1).tolist())
    assert (table["log_likelihood"] - table["bic"]).to_list() == pytest.approx([math.log(13 + 8)] * 7)


def test_a_row_says_how_often_and_how_much_more_often() -> None:
    row = _row(keyness(LETTERS, OTHERS, min_count=1), "svar")
    assert (row["count"], row["sources"], row["direction"]) == (2, 2, "over")
    assert row["per_million"] == pytest.approx(2 / 13 * 1e6)
    assert row["reference_per_million"] == pytest.approx(1 / 8 * 1e6)
    assert row["expected"] == pytest.approx(13 * 3 / 21)
    assert row["log_ratio"] == pytest.approx(math.log2((2 / 13) / (1 / 8)))
    assert row["percent_difference"] == pytest.approx(((2 / 13) / (1 / 8) - 1) * 100)


def test_a_word_the_others_never_use_gets_half_a_count_there() -> None:
    row = _row(keyness(LETTERS, OTHERS, min_count=1), "bus")
    assert row["reference_per_million"] == 0
    assert row["log_ratio"] == pytest.approx(math.log2((5 / 13) / (0.5 / 8)))


def test_words_used_more_come_first_and_words_used_less_last() -> None:
    table = keyness(LETTERS, OTHERS, min_count=1)
    assert table["word"].to_list() == ["bus", "borger", "vente", "svar", "kursus", "maskine", "svend"]
    assert table["direction"].to_list() == ["over"] * 4 + ["under"] * 3
    assert (_row(table, "svend")["count"], _row(table, "svend")["sources"]) == (0, 0)


def test_words_of_the_same_measure_come_in_the_order_of_their_letters() -> None:
    texts = [["ø", "b", "a", "z"], ["z", "a", "ø", "b"]]
    assert keyness(texts, [["x"] * 8], min_count=1)["word"].to_list() == ["a", "b", "z", "ø", "x"]
    assert keyness(texts[::-1], [["x"] * 8], min_count=1)["word"].to_list() == ["a", "b", "z", "ø", "x"]


def test_order_by_size_of_the_difference() -> None:
    # "a" is surely more frequent here, "b" more times so.
    target, other = [["a"] * 200 + ["b"] * 4 + ["c"] * 796], [["a"] * 100 + ["b"] + ["c"] * 899]
    assert keyness(target, other, min_count=1)["word"].to_list()[:2] == ["a", "b"]
    assert keyness(target, other, min_count=1, measure="log_ratio")["word"].to_list()[:2] == ["b", "a"]


def test_one_long_letter_does_not_decide() -> None:
    words = keyness(LETTERS, OTHERS, min_count=1, min_sources=2)["word"].to_list()
    assert words == ["borger", "vente", "svar", "kursus", "maskine", "svend"]


def test_a_rare_word_is_left_out_on_the_side_that_uses_it_more() -> None:
    assert keyness(LETTERS, OTHERS, min_count=3)["word"].to_list() == ["bus", "borger", "kursus"]


def test_a_word_left_out_counts_as_a_word_of_the_text() -> None:
    table = keyness(LETTERS, OTHERS, min_count=1, leave_out={"bus"})
    assert "bus" not in table["word"].to_list()
    assert _row(table, "svar")["per_million"] == pytest.approx(2 / 13 * 1e6)


@pytest.mark.parametrize(("target", "other"), [([], OTHERS), (LETTERS, []), ([[]], [[]])])
def test_without_words_on_one_side_there_are_no_rows(target: list[Sequence[str]], other: list[Sequence[str]]) -> None:
    table = keyness(target, other)
    assert table.empty
    assert table.dtypes.astype(str).to_dict() == dict(COLUMNS)
    assert keyness(LETTERS, OTHERS).dtypes.astype(str).to_dict() == dict(COLUMNS)


def test_text_that_is_not_cut_into_words_is_refused() -> None:
    with pytest.raises(HoeringError, match="delt i ord"):
        keyness(["borgeren venter"], OTHERS)


def test_counts_by_source() -> None:
    table = word_counts(LETTERS, ["brev 1", "brev 2", "brev 1"])
    assert table["word"].to_list() == ["borger", "bus", "kursus", "svar", "vente"]
    assert table["count"].to_list() == [3, 5, 1, 2, 2]
    assert table["sources"].to_list() == [2, 1, 1, 1, 1]


def test_a_source_must_be_given_for_every_text() -> None:
    with pytest.raises(HoeringError, match="3 tekster, men 2 kilder"):
        word_counts(LETTERS, ["brev 1", "brev 2"])


PARTS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=5),
        st.sampled_from(["x", "y", "z"]),
        st.sampled_from(["1", "2", "3"]),
    ),
    max_size=8,
)


def _counts(parts: list[tuple[list[str], str, str]]) -> pd.DataFrame:
    return word_counts([text for text, _, _ in parts], [source for _, _, source in parts])


@settings(deadline=None, max_examples=30)
@given(PARTS)
def test_a_group_is_compared_with_all_others(parts: list[tuple[list[str], str, str]]) -> None:
    texts, groups, sources = ([part[place] for part in parts] for place in range(3))
    rows = []
    for group in sorted(set(groups)):
        own, rest = [p for p in parts if p[1] == group], [p for p in parts if p[1] != group]
        table = keyness(_counts(own), _counts(rest), min_count=1, min_sources=2)
        rows += [{"group": group, **row} for row in table.to_dict("records")]
    assert keyness_by_group(texts, groups, sources, min_count=1, min_sources=2).to_dict("records") == rows


def test_a_group_must_be_given_for_every_text() -> None:
    with pytest.raises(HoeringError, match="3 tekster, men 1 grupper"):
        keyness_by_group(LETTERS, ["x"])


def test_no_texts_have_no_groups() -> None:
    assert list(keyness_by_group([], []).columns) == ["group", *COLUMNS]


def test_words_of_the_consultation_stand_out_from_general_danish() -> None:
    texts = [["den", "være", "borger", "og", "sagsbehandler", "som", "vente", "på", "fleksjob"]] * 3
    table = keyness(texts)
    assert table["word"].to_list()[:2] == ["fleksjob", "sagsbehandler"]
    assert _row(table, "og")["direction"] == "over"
    assert _row(table, "fleksjob")["log_likelihood"] > 10 * float(str(_row(table, "og")["log_likelihood"]))


def test_general_danish_is_taken_to_be_ten_million_words() -> None:
    row = _row(keyness([["hus"] * 10 + ["x"] * 90], Rates({"hus": 1e-3}, 1e-6)), "hus")
    theirs = stats.power_divergence([10, 10_000], [100 * 10_010 / 10_000_100, 10_010 * 1e7 / 10_000_100], lambda_=0)
    assert row["log_likelihood"] == pytest.approx(theirs.statistic, rel=1e-6)
    assert row["reference_per_million"] == pytest.approx(1000)


def test_a_word_never_used_gets_no_row_against_rates() -> None:
    assert keyness([["hus"] * 3], Rates({"by": 0.5}, 1e-6))["word"].to_list() == ["hus"]


def test_an_unlisted_word_has_the_smallest_rate_listed() -> None:
    danish = general_danish("form")
    assert danish.of("fleksjobambassadør") == danish.floor == min(danish.rates.values())
    assert danish.of("borger") > danish.floor


def test_a_word_with_a_hyphen_is_estimated_from_its_parts() -> None:
    danish = general_danish("form")
    assert "a-kasse" not in danish.rates
    assert danish.floor < danish.of("a-kasse") < danish.of("kasse")


def test_a_lemma_has_the_rates_of_its_forms() -> None:
    forms, lemmas = general_danish("form"), general_danish()
    inflected = sum(forms.of(form) for form in ("virksomhed", "virksomheden", "virksomheder", "virksomhederne"))
    assert lemmas.of("virksomhed") >= inflected
    assert sum(lemmas.rates.values()) == pytest.approx(sum(forms.rates.values()))


def test_a_preposition_keeps_its_rate() -> None:
    # "for" is also the past of "fare", hardly ever so.
    assert general_danish().of("for") == pytest.approx(general_danish("form").of("for"), rel=0.01)
    assert general_danish().of("fare") < 1e-3
