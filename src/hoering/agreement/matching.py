"""Which codings belong to which unit: by place, or by words where a unit has no place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from rapidfuzz import fuzz

from hoering.agreement.units import NO_STANCE, NO_VOICE, Answer, Unit

# Half of a unit covered, or 90 of 100 of its letters alike; a shorter quotation than this is no part of anything.
_HALF, _ALIKE, _SHORT = 0.5, 90.0, 15
# So much of a unit must be gone before it counts as taken out.
_GONE = 0.8


class Match(NamedTuple):
    """A machine's answer to a unit, and how many codings it was taken from."""

    answer: Answer
    codings: int


def match(units: Sequence[Unit], codings: pd.DataFrame, removals: pd.DataFrame) -> list[Match]:
    """The machine's answer to each unit.

    A coding belongs to a unit where its midpoint lies in it or where it covers half of it; a unit without a place takes
    the codings whose quotation is, or holds, nearly the same words. Of several stances or voices that
    of the longest cover counts, of none "neutral" and "ukendt".

    Args:
        units: in any order, from any number of documents.
        codings: columns ``document, start, end, quote, kind, code`` (`hoering.records.Coding`).
        removals: columns ``document, start, end`` (`hoering.records.Removal`).
    """
    coded, removed = _Documents(codings), _Documents(removals)
    return [_answer(unit, coded.of(unit.file), removed.of(unit.file)) for unit in units]


class _Documents:
    """The rows of a table by document; a unit may name it with its folder or without."""

    def __init__(self, rows: pd.DataFrame) -> None:
        paths = rows["document"].astype(str)
        self._none = rows.iloc[:0]
        self._by_path = _grouped(rows, list(paths))
        self._by_name = _grouped(rows, [PurePosixPath(path).name for path in paths])

    def of(self, file: str) -> pd.DataFrame:
        return self._by_path.get(file, self._by_name.get(file, self._none))


def _grouped(rows: pd.DataFrame, keys: Sequence[str]) -> dict[str, pd.DataFrame]:
    return {str(key): found for key, found in rows.groupby(np.array(keys, dtype=object))}


def _answer(unit: Unit, codings: pd.DataFrame, removals: pd.DataFrame) -> Match:
    place = unit.place
    found = _by_words(unit.text, codings) if place is None else _by_place(place, codings)
    codes = {kind: rows["code"] for kind, rows in found.groupby("kind")}
    nothing = pd.Series(dtype=str)
    return Match(
        Answer(
            themes=frozenset(codes.get("theme", nothing)),
            actors=frozenset(codes.get("actor", nothing)),
            stance=next(iter(codes.get("stance", nothing)[::-1]), NO_STANCE),
            voice=next(iter(codes.get("voice", nothing)[::-1]), NO_VOICE),
            boilerplate=found.empty if place is None else _taken_out(place, removals),
        ),
        len(found),
    )


def _by_place(place: tuple[int, int], rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that belong to the place, those that cover most last."""
    first, last = place
    start, end = rows["start"].to_numpy(dtype=int), rows["end"].to_numpy(dtype=int)
    middle, cover = (start + end) / 2, _cover(place, rows)
    inside = (middle >= first) & (middle < last)
    return _sorted(rows, cover, inside | (cover >= _HALF * (last - first)))


def _cover(place: tuple[int, int], rows: pd.DataFrame) -> NDArray[Any]:
    """How many characters of the place each row covers; below zero is how far it is off."""
    start, end = rows["start"].to_numpy(dtype=int), rows["end"].to_numpy(dtype=int)
    cover: NDArray[Any] = np.minimum(end, place[1]) - np.maximum(start, place[0])
    return cover


def _by_words(text: str, rows: pd.DataFrame) -> pd.DataFrame:
    wanted = _plain(text)
    alike = np.array([_likeness(_plain(quote), wanted) for quote in rows["quote"]], dtype=float)
    return _sorted(rows, alike, alike >= _ALIKE)


def _sorted(rows: pd.DataFrame, order: NDArray[Any], kept: NDArray[Any]) -> pd.DataFrame:
    places = np.flatnonzero(kept)
    return rows.iloc[places[np.argsort(order[places], kind="stable")]]


def _likeness(quote: str, wanted: str) -> float:
    whole = fuzz.ratio(quote, wanted)
    return max(whole, fuzz.partial_ratio(quote, wanted)) if len(quote) > _SHORT else whole


def _plain(text: str) -> str:
    return " ".join(text.split()).lower()


def _taken_out(place: tuple[int, int], removals: pd.DataFrame) -> bool:
    return bool(np.maximum(_cover(place, removals), 0).sum() >= _GONE * (place[1] - place[0]))
