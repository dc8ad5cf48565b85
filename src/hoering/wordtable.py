"""A word looked up among thousands of entries at once, some of which hold ``*`` for any letters."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Generic, TypeVar

T = TypeVar("T")

_LETTERS = re.compile(r"\w*")


class WordTable(Generic[T]):
    """Values by word; an entry's ``*`` stands for any letters, digits or underscores, also none.

    New words are frequent in Danish, so a word never seen before must be cheap too: its beginnings and ends are
    looked up, and only the few entries with a ``*`` elsewhere are tried one by one.
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """Make a table of ``(word or wildcard, value)``; an entry may stand there several times."""
        self._exact: dict[str, list[T]] = defaultdict(list)
        # Values with the number of their entry, by the letters a word must begin, end or do otherwise with.
        self._begin: dict[str, list[tuple[int, T]]] = defaultdict(list)
        self._end: dict[str, list[tuple[int, T]]] = defaultdict(list)
        self._other: dict[str, list[tuple[int, T]]] = defaultdict(list)
        for number, (text, value) in enumerate(entries):
            if "*" not in text:
                self._exact[text].append(value)
            elif "*" not in text[:-1]:
                self._begin[text[:-1]].append((number, value))
            elif "*" not in text[1:]:
                self._end[text[1:]].append((number, value))
            else:
                self._other[text].append((number, value))
        self._begin_lengths = sorted({len(letters) for letters in self._begin})
        self._end_lengths = sorted({len(letters) for letters in self._end})
        self._regexes = {text: re.compile(re.escape(text).replace(r"\*", r"\w*")) for text in self._other}
        letters = (re.escape(max(text.split("*"), key=len)) for text in self._other)
        self._perhaps_other = re.compile("|".join(letters) if self._other else r"(?!)")

    def of(self, word: str) -> list[T]:
        """Values of the entries equal to a word, then those of wildcards that fit it, each in their order.

        >>> WordTable([("*hus", 1), ("kurs*", 2), ("kursus", 3)]).of("kursus")
        [3, 2]
        """
        exact = self._exact.get(word, [])
        wild = list(self._fitting(word))
        if not wild:
            return exact
        ranked = wild[0] if len(wild) == 1 else sorted((r for found in wild for r in found), key=itemgetter(0))
        return [*exact, *(value for _, value in ranked)]

    def _fitting(self, word: str) -> Iterator[list[tuple[int, T]]]:
        size = len(word)
        only_letters = word.isalnum()
        for length in self._begin_lengths:
            if length > size:
                break
            found = self._begin.get(word[:length])
            if found is not None and (only_letters or _LETTERS.fullmatch(word, length)):
                yield found
        for length in self._end_lengths:
            if length > size:
                break
            found = self._end.get(word[size - length :])
            if found is not None and (only_letters or _LETTERS.fullmatch(word, 0, size - length)):
                yield found
        if self._perhaps_other.search(word):
            yield from (found for text, found in self._other.items() if self._regexes[text].fullmatch(word))
