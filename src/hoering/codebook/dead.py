"""Patterns that can hardly ever match: words the tokenizer splits, and words that nobody writes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import wordfreq
from spacy.language import Language

from hoering.codebook.model import KINDS, NAMES, ActorCode, Code, Codebook
from hoering.codebook.reading import Reader
from hoering.errors import CodebookError
from hoering.language.compounds import is_compound
from hoering.language.lemmas import known_words
from hoering.patterns import Pattern, parse
from hoering.tables import read_table

_WORD = re.compile(r"[a-zæøåéüöä]+")
# What `hoering.coding.people` takes for words in a title or the name of an organisation.
_NAME_WORD = re.compile(r"[\w/*-]+")
_SHORTEST = 4


class Dead(NamedTuple):
    """A pattern of a code and the word in it that is at fault."""

    code: str
    text: str
    word: str


def split_words(code: Code, nlp: Language) -> list[Dead]:
    """Patterns with a word that the language pipeline makes several tokens of, so that it matches nothing."""
    found = []
    for pattern in code.patterns():
        for word in _literals(pattern):
            if not word.isalnum() and len(nlp.tokenizer(word)) > 1:
                found.append(Dead(code.id, pattern.text, word))
    return found


def split_names(code: Code) -> list[Dead]:
    """Titles and names of an actor with a word that is cut apart where titles and names are looked up."""
    if not isinstance(code, ActorCode):
        return []
    texts = [text for key in NAMES for text in getattr(code, key)]
    patterns = [parse(text, code=code.id, weight=1.0) for text in dict.fromkeys(texts)]
    return [
        Dead(code.id, pattern.text, word)
        for pattern in patterns
        for item in pattern.words
        for word in item.alternatives
        if not _NAME_WORD.fullmatch(word)
    ]


def unknown_words(code: Code) -> list[Dead]:
    """Patterns with a word that no list of Danish words has in any form, and that is no compound of such words."""
    return [
        Dead(code.id, pattern.text, word)
        for pattern in code.patterns()
        for item in pattern.words
        for word in (*item.alternatives, *item.parts)
        if not _is_known(word)
    ]


def silent_patterns(reader: Reader, folder: Path) -> tuple[dict[tuple[str, str], list[str]], int]:
    """The patterns that hit nothing in a finished run, by kind and id of code, and how many sentences that run has.

    Args:
        reader: reads with the codebook in question.
        folder: the run's root, or its ``data/processed``.

    Raises:
        CodebookError: there is no finished run in the folder.
    """
    places = (folder / "data" / "processed", folder)
    place = next((place for place in places if (place / "segments.parquet").is_file()), None)
    if place is None:
        raise CodebookError(f"I {folder} ligger ingen færdig kørsel (data/processed/segments.parquet).")
    segments = read_table(place, "segments")
    texts = segments.loc[segments["level"] == "sentence", "text"].tolist()
    fired = {
        (kind, hit.pattern.code, hit.pattern.text)
        for readings in reader.read(texts)
        for reading in readings
        for kind, hits in reading.hits.items()
        for hit in hits
    }
    codes = [(kind, code) for kind in KINDS for code in getattr(reader.book, kind)]
    found = {
        (kind, code.id): [p.text for p in code.patterns() if (kind, code.id, p.text) not in fired]
        for kind, code in codes
    }
    return {key: silent for key, silent in found.items() if silent}, len(texts)


def own_patterns(codes: Iterable[Code]) -> list[Pattern]:
    """The patterns of codes, without those of the word list."""
    return [pattern for code in codes for pattern in code.patterns()]


def lexicon_size(book: Codebook) -> int:
    """How many patterns of the word list count."""
    return len(book.theme_patterns()) - len(own_patterns(book.themes))


def _literals(pattern: Pattern) -> list[str]:
    return [word for item in pattern.words for word in item.alternatives if "*" not in word]


def _is_known(word: str) -> bool:
    """Whether somebody writes such a word. What is no plain word ("a-kasse", "3F", names in capitals) is let be."""
    stem = word.strip("*")
    if not _WORD.fullmatch(stem) or len(stem) < _SHORTEST:
        return True
    return (
        "*" in stem or _stands_in_a_list(stem, ends=not word.endswith("*"), begins=word[0] != "*") or is_compound(stem)
    )


def _stands_in_a_list(stem: str, *, begins: bool, ends: bool) -> bool:
    """Whether a known word is a stem, begins with it (not ``ends``), ends with it (not ``begins``), or holds it."""
    words = _words()
    if begins and ends:
        return stem in words.all
    if begins:
        return _begins(words.sorted, stem)
    if ends:
        return _begins(words.backwards, stem[::-1])
    return any(stem in word for word in words.sorted)


def _begins(ordered: Sequence[str], stem: str) -> bool:
    place = bisect_left(ordered, stem)
    return place < len(ordered) and ordered[place].startswith(stem)


class _Words(NamedTuple):
    """All known words, and in order by their first and by their last letters."""

    all: frozenset[str]
    sorted: list[str]
    backwards: list[str]


@cache
def _words() -> _Words:
    words = known_words() | frozenset(wordfreq.get_frequency_dict("da"))
    return _Words(words, sorted(words), sorted(word[::-1] for word in words))
