"""Key words: words a set of texts uses more, or less, than general Danish or than other texts do.

Measures: log-likelihood G2 (Dunning 1993) in the form for two corpora (Rayson & Garside 2000), which says how sure
it is that there is a difference; log ratio (Hardie 2014) and %DIFF (Gabrielatos & Marchi 2012), which say how large
it is; p-value with Bonferroni's correction and BIC (Wilson 2013) against chance finds among thousands of words.
G2 takes words for independent, which they are not within one text: ask for `min_sources` too.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hoering.language.frequencies import Rates, general_danish
from hoering.language.word_counts import Texts, tallies, word_counts

Measure = Literal["log_likelihood", "log_ratio"]

_Floats: TypeAlias = NDArray[np.float64]

COLUMNS: Mapping[str, str] = {
    "word": "str",
    "count": "int64",
    "sources": "int64",
    "per_million": "float64",
    "reference_per_million": "float64",
    "expected": "float64",
    "log_likelihood": "float64",
    "p_value": "float64",
    "p_corrected": "float64",
    "bic": "float64",
    "log_ratio": "float64",
    "percent_difference": "float64",
    "direction": "str",
}


def keyness(
    target: pd.DataFrame | Texts,
    reference: pd.DataFrame | Texts | Rates | None = None,
    *,
    min_count: int = 3,
    min_sources: int = 1,
    measure: Measure = "log_likelihood",
    leave_out: Collection[str] = frozenset(),
) -> pd.DataFrame:
    """Words used more (first) or less (last) in some texts than in general Danish or in other texts.

    Args:
        target: texts as sequences of words, or a whole table from `word_counts`.
        reference: other texts, their `word_counts`, or `Rates`; without it general Danish, by lemmas.
        min_count: leave out words met less often than this on the side that uses them more. Against `Rates` it is
            always the target that counts: a word it never uses gets no row.
        min_sources: leave out words met in fewer sources than this on that side: without it one long letter can
            decide.
        measure: what rows are ordered by; words of the same measure come in the order of their letters.
        leave_out: words that get no row, for example `stop_words`. They count as words of the text all the same.

    Returns:
        One row per word: ``word``; ``count`` and ``sources`` in the target; ``per_million`` and
        ``reference_per_million`` (of the words of each side); ``expected`` (count in the target if both sides used
        it alike); ``log_likelihood`` (G2; 3.84 is p = 0.05 for a single word); ``p_value``; ``p_corrected``
        (Bonferroni, for the number of rows); ``bic`` (above 2 positive, 6 strong, 10 very strong evidence; below 0
        rather none); ``log_ratio`` (1 is twice as often, 2 four times); ``percent_difference``; ``direction``
        (over or under). The two sizes take half an occurrence for none. No rows where one side has no words.

    Raises:
        HoeringError: a text is not cut into words.
    """
    own = _counts(target)
    rules = _Rules(min_count, min_sources, measure, leave_out)
    if reference is None or isinstance(reference, Rates):
        rates = reference or general_danish()
        other = own.assign(count=[rates.of(word) * rates.size for word in own["word"]])
        return _compare(own, other, rules, rates.size)
    other = _counts(reference)
    every = sorted({*own["word"], *other["word"]})
    return _compare(_spread(own, every), _spread(other, every), rules)


def _spread(counts: pd.DataFrame, every: Sequence[str]) -> pd.DataFrame:
    """Counts with a row for every word of both sides."""
    return counts.set_index("word").reindex(pd.Index(every, name="word"), fill_value=0).reset_index()


def keyness_by_group(
    texts: Texts,
    groups: Iterable[str],
    sources: Iterable[str] | None = None,
    *,
    min_count: int = 3,
    min_sources: int = 1,
    measure: Measure = "log_likelihood",
    leave_out: Collection[str] = frozenset(),
) -> pd.DataFrame:
    """Key words of every group of texts (a sender type, a topic) against the texts of all other groups.

    Args:
        texts: texts as sequences of words.
        groups: the group of each text.
        sources: as in `word_counts`; a source may have texts in several groups.
        min_count: as in `keyness`, like the rest.
        min_sources: see there.
        measure: see there.
        leave_out: see there.

    Returns:
        The rows of `keyness` for each group, with a first column ``group``, in the order of the groups' names.

    Raises:
        HoeringError: there are more or fewer groups, or sources, than texts, or a text is not cut into words.
    """
    rules = _Rules(min_count, min_sources, measure, leave_out)
    counted = tallies(texts, sources, groups)
    tables = [_compare(*counted.sides(column), rules).assign(group=name) for column, name in enumerate(counted.groups)]
    every = pd.concat(tables, ignore_index=True) if tables else _empty().assign(group=pd.Series(dtype="str"))
    return every[["group", *COLUMNS]]


@dataclass(frozen=True, slots=True)
class _Rules:
    """What gets a row, and in which order."""

    min_count: int
    min_sources: int
    measure: Measure
    leave_out: Collection[str]


def _counts(words_or_counts: pd.DataFrame | Texts) -> pd.DataFrame:
    return words_or_counts if isinstance(words_or_counts, pd.DataFrame) else word_counts(words_or_counts)


def _compare(own: pd.DataFrame, other: pd.DataFrame, rules: _Rules, size: int | None = None) -> pd.DataFrame:
    """The table of two sides with the same words in the same order.

    ``size`` is given where the other side has rates: it holds more words than those it shares, and no sources.
    """
    counts = own["count"].to_numpy(dtype=np.float64), other["count"].to_numpy(dtype=np.float64)
    sizes = float(counts[0].sum()), float(counts[1].sum() if size is None else size)
    if not sizes[0] or not sizes[1]:
        return _empty()
    over = pd.Series(_is_over(*counts, sizes), index=own.index)
    asked = own if size is not None else other.mask(over, own)
    shown = (asked["count"] >= rules.min_count) & (asked["sources"] >= rules.min_sources)
    shown &= (own["count"] + other["count"] > 0) & ~own["word"].isin(rules.leave_out)
    table = _measured(own[shown], counts[0][shown], counts[1][shown], sizes)
    strength = table["log_likelihood"].where(table["direction"] == "over", -table["log_likelihood"])
    order = strength if rules.measure == "log_likelihood" else table["log_ratio"]
    table = table.assign(order=order).sort_values(["order", "word"], ascending=[False, True], ignore_index=True)
    return table[[*COLUMNS]].astype(dict(COLUMNS))


def _measured(own: pd.DataFrame, count: _Floats, other: _Floats, sizes: tuple[float, float]) -> pd.DataFrame:
    expected = sizes[0] * (count + other) / sum(sizes)
    likelihood = log_likelihood(count, other, *sizes)
    p_value = np.array([math.erfc(math.sqrt(value / 2)) for value in likelihood], dtype=np.float64)
    ratio = (np.where(count > 0, count, 0.5) / sizes[0]) / (np.where(other > 0, other, 0.5) / sizes[1])
    return own[["word", "count", "sources"]].assign(
        per_million=count / sizes[0] * 1e6,
        reference_per_million=other / sizes[1] * 1e6,
        expected=expected,
        log_likelihood=likelihood,
        p_value=p_value,
        p_corrected=np.minimum(p_value * len(own), 1.0),
        bic=likelihood - math.log(sum(sizes)),
        log_ratio=np.log2(ratio),
        percent_difference=(ratio - 1) * 100,
        direction=np.where(_is_over(count, other, sizes), "over", "under"),
    )


def _is_over(count: _Floats, other: _Floats, sizes: tuple[float, float]) -> NDArray[np.bool_]:
    return np.asarray(count * sizes[1] >= other * sizes[0])


def log_likelihood(count: _Floats, other: _Floats, size: float, other_size: float) -> _Floats:
    """G2 of words met ``count`` times among ``size`` words and ``other`` times among ``other_size``.

    Rayson & Garside's form: 2 * sum of O ln(O / E) over the two counts of the word itself. Dunning's own also adds
    the words that are not it, which changes next to nothing for words below one in a hundred.
    """
    count, other = np.asarray(count, dtype=np.float64), np.asarray(other, dtype=np.float64)
    both = count + other
    total = size + other_size
    return np.maximum(2 * (_term(count, size * both / total) + _term(other, other_size * both / total)), 0.0)


def _term(observed: _Floats, expected: _Floats) -> _Floats:
    met = observed > 0
    ratio = np.divide(observed, expected, out=np.ones_like(observed), where=met)
    return observed * np.log(ratio)


def _empty() -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in COLUMNS.items()})
