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
wildcards, so this module keeps an index by word instead and resolves wildcards once per word form.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hoering.errors import CodebookError

_GAP = re.compile(r"~(\d*)")
_SLASH = re.compile(r"(?<!\\)/")
_DEFAULT_GAP = 3


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
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


@dataclass(slots=True)
class PatternIndex:
    """Finds the patterns of a codebook in a sentence given as surface forms and lemmas."""

    patterns: Sequence[Pattern]
    _exact: dict[str, list[Pattern]] = field(init=False)
    _wild: list[tuple[str, re.Pattern[str], Pattern]] = field(init=False)
    _wild_cache: dict[str, tuple[Pattern, ...]] = field(init=False, default_factory=dict)
    _word_cache: dict[str, re.Pattern[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._exact = defaultdict(list)
        self._wild = []
        for pattern in self.patterns:
            for alternative in pattern.words[0].alternatives:
                if "*" in alternative:
                    self._wild.append((max(alternative.split("*"), key=len), _wildcard(alternative), pattern))
                else:
                    self._exact[alternative].append(pattern)

    def find(self, forms: Sequence[str], lemmas: Sequence[str]) -> list[Hit]:
        """All hits in a sentence, in order of position.

        Args:
            forms: the tokens as written.
            lemmas: their lemmas, as many as ``forms``.
        """
        keys = [(form, form.lower(), lemma.lower()) for form, lemma in zip(forms, lemmas, strict=True)]
        first = next((i for i, form in enumerate(forms) if any(c.isalnum() for c in form)), 0)
        hits: list[Hit] = []
        for position, key in enumerate(keys):
            for pattern in self._starting_with(key):
                if pattern.initial and position != first:
                    continue
                end = self._match_rest(pattern.words[1:], keys, position + 1)
                if end is not None:
                    hits.append(Hit(pattern=pattern, start=position, end=end))
        return hits

    def _starting_with(self, key: tuple[str, str, str]) -> Iterable[Pattern]:
        seen: set[int] = set()
        for word in dict.fromkeys(key):
            for pattern in (*self._exact.get(word, ()), *self._wild_patterns(word)):
                if id(pattern) not in seen:
                    seen.add(id(pattern))
                    yield pattern

    def _wild_patterns(self, word: str) -> tuple[Pattern, ...]:
        found = self._wild_cache.get(word)
        if found is None:
            # The plain letters of a wildcard are a cheap first test: few of thousands get to the regex.
            found = tuple(p for letters, regex, p in self._wild if letters in word and regex.fullmatch(word))
            self._wild_cache[word] = found
        return found

    def _match_rest(self, words: Sequence[Word], keys: Sequence[tuple[str, str, str]], position: int) -> int | None:
        if not words:
            return position
        for candidate in range(position, min(position + words[0].gap + 1, len(keys))):
            if self._matches(words[0], keys[candidate]):
                end = self._match_rest(words[1:], keys, candidate + 1)
                if end is not None:
                    return end
        return None

    def _matches(self, word: Word, key: tuple[str, str, str]) -> bool:
        for alternative in word.alternatives:
            if "*" in alternative:
                regex = self._word_cache.get(alternative)
                if regex is None:
                    regex = self._word_cache[alternative] = _wildcard(alternative)
                if any(regex.fullmatch(k) for k in key):
                    return True
            elif alternative in key:
                return True
        return False


def _wildcard(word: str) -> re.Pattern[str]:
    return re.compile(re.escape(word).replace(r"\*", r"\w*"))
