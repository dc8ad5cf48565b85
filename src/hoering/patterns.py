"""Weighted word patterns over lemmas and surface forms, and how they are found in a sentence.

A pattern is a line of words. Each word matches one token whose lower-case form *or* lemma equals it:

=================  ==================================================================
``socialt ansvar``  these words side by side
``*behov``          ``*`` at the start, the end or both stands for any letters
``savne/mangle``    one of several words; ``A\\/S`` for a slash that is part of the word
``fra ~ til``       up to three other words in between; ``~6`` up to six
``FH``              a word in capitals (two letters or more) is matched as written
``^hvis``           only as the first word of the sentence
=================  ==================================================================

spaCy's own ``Matcher`` tries every pattern at every token; a codebook has thousands of patterns with
wildcards, so this module asks once per word form and lemma which of their words it is, and remembers that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from hoering.errors import CodebookError
from hoering.wordtable import WordTable

_GAP = re.compile(r"~(\d*)")
_SLASH = re.compile(r"(?<!\\)/")
_DEFAULT_GAP = 3

# How many distinct tokens an index remembers: some 50 MB, more than a large consultation has.
_REMEMBERED = 200_000


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a pattern: alternatives to match and how many tokens may stand before it."""

    alternatives: tuple[str, ...]
    gap: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A parsed pattern of one code."""

    code: str
    text: str
    weight: float
    words: tuple[Word, ...]
    initial: bool = False


class Hit(NamedTuple):
    """A pattern found in a sentence at token positions ``start`` up to ``end`` (exclusive)."""

    pattern: Pattern
    start: int
    end: int


def parse(text: str, *, code: str, weight: float) -> Pattern:
    """Read one pattern line.

    >>> parse("savne ~2 vision*", code="kritik", weight=3).words[1]
    Word(alternatives=('vision*',), gap=2)
    """
    words: list[Word] = []
    gap = 0
    initial = text.startswith("^")
    parts = text.removeprefix("^").split()
    if not parts or _GAP.fullmatch(parts[0]) or _GAP.fullmatch(parts[-1]):
        raise CodebookError(f"Mønsteret »{text}« under »{code}« er ikke et helt mønster.")
    for part in parts:
        if match := _GAP.fullmatch(part):
            gap = int(match[1] or _DEFAULT_GAP)
            continue
        alternatives = tuple(_normal(a.replace("\\/", "/")) for a in _SLASH.split(part) if a.strip("*"))
        if not alternatives:
            raise CodebookError(f"Mønsteret »{text}« under »{code}« har et tomt ord.")
        words.append(Word(alternatives, gap))
        gap = 0
    return Pattern(code=code, text=text, weight=weight, words=tuple(words), initial=initial)


def _normal(word: str) -> str:
    return word if _is_acronym(word) else word.lower()


def _is_acronym(word: str) -> bool:
    letters = word.strip("*")
    return len(letters) >= 2 and letters.isupper()


# Number of the rarest other word of a pattern that has none; every sentence has it.
_NO_OTHER = -1


@dataclass(frozen=True, slots=True)
class _Start:
    """A pattern at its first word: gap and number of each ``rest`` of its words, and the numbers it ``needs``."""

    pattern: Pattern
    rest: tuple[tuple[int, int], ...]
    needs: frozenset[int]


# With the number of that other word which fewest patterns have.
_Entry = tuple[int, _Start]


class _Token(NamedTuple):
    """What a token can be: the first word of some patterns, and by number another word of some."""

    starts: tuple[_Entry, ...]
    others: frozenset[int]


# Most words are nothing to a codebook; one object for them all keeps memory small.
_NOTHING = _Token((), frozenset())


@dataclass(slots=True)
class PatternIndex:
    """Finds the patterns of a codebook in a sentence given as surface forms and lemmas."""

    patterns: Sequence[Pattern]
    _words: WordTable[_Entry | int] = field(init=False)
    _tokens: dict[tuple[str, str], _Token] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._words = WordTable(_entries(self.patterns))

    def find(self, forms: Sequence[str], lemmas: Sequence[str]) -> list[Hit]:
        """All hits in a sentence, in order of position.

        Args:
            forms: the tokens as written.
            lemmas: their lemmas, as many as ``forms``.
        """
        known = self._tokens
        tokens = [known.get(pair) or self._learn(*pair) for pair in zip(forms, lemmas, strict=True)]
        present = frozenset([_NO_OTHER]).union(*[others for _, others in tokens])
        hit = tuple.__new__  # of a named tuple; its own constructor takes twice as long, and hits are many
        hits: list[Hit] = []
        for position, (starts, _) in enumerate(tokens):
            for rarest, start in starts:
                # Nearly all patterns that could start here lack another word: the first test must be the cheapest.
                if rarest not in present or not start.needs <= present:
                    continue
                if start.pattern.initial and position != _first_word(forms):
                    continue
                end = _end(start.rest, tokens, position + 1) if start.rest else position + 1
                if end is not None:
                    hits.append(hit(Hit, (start.pattern, position, end)))
        return hits

    def _learn(self, form: str, lemma: str) -> _Token:
        values = [v for word in dict.fromkeys((form, form.lower(), lemma.lower())) for v in self._words.of(word)]
        token = _NOTHING
        if values:
            starts = {id(v[1].pattern): v for v in values if not isinstance(v, int)}
            token = _Token(tuple(starts.values()), frozenset(v for v in values if isinstance(v, int)))
        if len(self._tokens) >= _REMEMBERED:
            self._tokens.clear()
        self._tokens[form, lemma] = token
        return token


def _entries(patterns: Sequence[Pattern]) -> Iterator[tuple[str, _Entry | int]]:
    """The words of all patterns, each with the pattern it starts or its number as another word of some."""
    others = Counter(word.alternatives for pattern in patterns for word in pattern.words[1:])
    numbers = {alternatives: number for number, alternatives in enumerate(others)}
    counts = list(others.values())
    for pattern in patterns:
        rest = tuple((word.gap, numbers[word.alternatives]) for word in pattern.words[1:])
        needs = frozenset(number for _, number in rest)
        entry = (min(needs, key=counts.__getitem__, default=_NO_OTHER), _Start(pattern, rest, needs))
        yield from ((alternative, entry) for alternative in pattern.words[0].alternatives)
    for alternatives, number in numbers.items():
        yield from ((alternative, number) for alternative in alternatives)


def _first_word(forms: Sequence[str]) -> int:
    return next((i for i, form in enumerate(forms) if any(c.isalnum() for c in form)), 0)


def _end(rest: Sequence[tuple[int, int]], tokens: Sequence[_Token], position: int) -> int | None:
    """Where a pattern ends whose other words are to follow from ``position`` on, if they do."""
    if not rest:
        return position
    gap, number = rest[0]
    for candidate in range(position, min(position + gap + 1, len(tokens))):
        if number in tokens[candidate].others:
            end = _end(rest[1:], tokens, candidate + 1)
            if end is not None:
                return end
    return None
