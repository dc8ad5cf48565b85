"""Weighted word patterns over lemmas and surface forms, and how they are found in a sentence.

A pattern is a line of words. Each word matches one token whose lower-case form *or* lemma equals it:

=================  ==========================================================================================
``socialt ansvar``  these words side by side
``*behov``          ``*`` at the start, the end or both stands for any letters
``savne/mangle``    one of several words; ``A\\/S`` for a slash that is part of the word
``fra ~ til``       up to three other words in between; ``~6`` up to six
``FH``              a word in capitals (two letters or more) is matched as written
``^hvis``           only as the first word of the sentence
``<ledige>``        one of the words of a group the codebook names
``+virksomhed``     a compound with this part ("virksomhedsbesøg"), by the part's lemma; ``\\+`` for a plus
=================  ==========================================================================================

spaCy's own ``Matcher`` tries every pattern at every token; a codebook has thousands of patterns with
wildcards, so this module asks once per word form and lemma which of their words it is, and remembers that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from hoering.errors import CodebookError
from hoering.wordtable import WordTable

_GAP = re.compile(r"~(\d*)")
_SLASH = re.compile(r"(?<!\\)/")
_GROUP = re.compile(r"<([^<>]+)>")
_DEFAULT_GAP = 3

# The words of a codebook's groups by name, each as it would stand in a pattern; see `hoering.codebook.groups`.
Groups = Mapping[str, tuple[str, ...]]
NO_GROUPS: Groups = MappingProxyType({})

# How many distinct tokens an index remembers: some 50 MB, more than a large consultation has.
_REMEMBERED = 200_000


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a pattern: alternatives to match and how many tokens may stand before it.

    ``parts`` are further alternatives: lemmas that a part of a compound may have.
    """

    alternatives: tuple[str, ...]
    gap: int = 0
    parts: tuple[str, ...] = ()


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


def parse(text: str, *, code: str, weight: float, groups: Groups = NO_GROUPS) -> Pattern:
    """Read one pattern line.

    Args:
        text: the line.
        code: the code it speaks for.
        weight: how much it says for the code.
        groups: what stands for ``<name>`` in the line.

    Raises:
        CodebookError: the line is no whole pattern, or names a group that is not there.

    >>> parse("savne ~2 vision*", code="kritik", weight=3).words[1]
    Word(alternatives=('vision*',), gap=2, parts=())
    >>> parse("<folk>/+hold", code="x", weight=1, groups={"folk": ("ansat*", "kollega")}).words[0]
    Word(alternatives=('ansat*', 'kollega'), gap=0, parts=('hold',))
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
        try:
            words.append(_word(part, gap, groups) if "<" in part or ">" in part else _word_alone(part, gap))
        except ValueError as error:
            raise CodebookError(f"Mønsteret »{text}« under »{code}« {error}.") from error
        gap = 0
    return Pattern(code=code, text=text, weight=weight, words=tuple(words), initial=initial)


def alternatives_of(word: str) -> list[str]:
    """The alternatives of one word of a pattern as they are written: ``a/<b>`` is ``a`` and ``<b>``."""
    return [alternative for alternative in _SLASH.split(word) if alternative.strip("*")]


def group_named(alternative: str) -> str:
    """The name of the group an alternative stands for, or ``""``.

    >>> group_named("<ledige>"), group_named("ledige")
    ('ledige', '')
    """
    match = _GROUP.fullmatch(alternative)
    return match[1] if match else ""


def _word(text: str, gap: int, groups: Groups) -> Word:
    """One word of a pattern. Raises `ValueError` with the end of a Danish sentence that says what is wrong."""
    plain: list[str] = []
    parts: list[str] = []
    for alternative in _expanded(text, groups):
        if alternative.startswith("+") and alternative.strip("+*"):
            parts.append(_normal(alternative[1:]))
        else:
            plain.append(_normal(alternative.replace("\\/", "/").replace("\\+", "+")))
    if not plain and not parts:
        raise ValueError("har et tomt ord")
    return Word(tuple(plain), gap, tuple(parts))


# A codebook is parsed several times in a run, and most words of its patterns name no group.
@lru_cache(maxsize=65_536)
def _word_alone(text: str, gap: int) -> Word:
    return _word(text, gap, NO_GROUPS)


def _expanded(text: str, groups: Groups) -> Iterator[str]:
    for alternative in alternatives_of(text):
        name = group_named(alternative)
        if name and name not in groups:
            raise ValueError(f"bruger ordgruppen <{name}>, som ikke findes")
        if not name and len(alternative) > 1 and re.search(r"<\w|\w>", alternative):
            raise ValueError(f"har en ordgruppe, der ikke står alene: {alternative}")
        yield from groups[name] if name else (alternative,)


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
    _parts: WordTable[_Entry | int] = field(init=False)
    _tokens: dict[tuple[str, str] | tuple[str, str, tuple[str, ...]], _Token] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        entries = list(_entries(self.patterns))
        self._words = WordTable((text, value) for text, value, is_part in entries if not is_part)
        self._parts = WordTable((text, value) for text, value, is_part in entries if is_part)

    @property
    def uses_parts(self) -> bool:
        """Whether a pattern asks for parts of compounds, so that `find` should be given them."""
        return any(word.parts for pattern in self.patterns for word in pattern.words)

    def find(
        self, forms: Sequence[str], lemmas: Sequence[str], parts: Sequence[tuple[str, ...]] | None = None
    ) -> list[Hit]:
        """All hits in a sentence, in order of position.

        Args:
            forms: the tokens as written.
            lemmas: their lemmas, as many as ``forms``.
            parts: the lemmas of their parts, as many as ``forms``, ``()`` for a simple word; see
                `hoering.language.compounds.part_lemmas`. Without them no ``+word`` is found.
        """
        known = self._tokens
        if parts is None:
            tokens = [known.get(pair) or self._learn(*pair) for pair in zip(forms, lemmas, strict=True)]
        else:
            tokens = [known.get(key) or self._learn(*key) for key in zip(forms, lemmas, parts, strict=True)]
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

    def _learn(self, form: str, lemma: str, parts: tuple[str, ...] | None = None) -> _Token:
        values = [v for word in dict.fromkeys((form, form.lower(), lemma.lower())) for v in self._words.of(word)]
        for lemma_of_part in dict.fromkeys(word for part in parts or () for word in (part, part.lower())):
            values += self._parts.of(lemma_of_part)
        token = _NOTHING
        if values:
            starts = {id(v[1].pattern): v for v in values if not isinstance(v, int)}
            token = _Token(tuple(starts.values()), frozenset(v for v in values if isinstance(v, int)))
        if len(self._tokens) >= _REMEMBERED:
            self._tokens.clear()
        self._tokens[(form, lemma) if parts is None else (form, lemma, parts)] = token
        return token


def _entries(patterns: Sequence[Pattern]) -> Iterator[tuple[str, _Entry | int, bool]]:
    """The words of all patterns, each with the pattern it starts or its number as another word of some.

    The last of the three says whether the word is a part of a compound.
    """
    others = Counter((word.alternatives, word.parts) for pattern in patterns for word in pattern.words[1:])
    numbers = {words: number for number, words in enumerate(others)}
    counts = list(others.values())
    for pattern in patterns:
        rest = tuple((word.gap, numbers[word.alternatives, word.parts]) for word in pattern.words[1:])
        needs = frozenset(number for _, number in rest)
        entry = (min(needs, key=counts.__getitem__, default=_NO_OTHER), _Start(pattern, rest, needs))
        first = pattern.words[0]
        yield from ((alternative, entry, False) for alternative in first.alternatives)
        yield from ((part, entry, True) for part in first.parts)
    for (alternatives, parts), number in numbers.items():
        yield from ((alternative, number, False) for alternative in alternatives)
        yield from ((part, number, True) for part in parts)


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
