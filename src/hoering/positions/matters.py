"""Which matters of the field a sentence is about, by the words they are told in: "sagsbehandlerskift", "bussen".

Two people who want the same seldom use the same words: "Hun er vikar og stopper til sommer" and "Hver gang forfra" are
one complaint. A list of the field's usual matters, which belongs to the codebook, says so where no likeness of words can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from hoering.codebook import Codebook, Matter
from hoering.language.compounds import part_lemmas
from hoering.language.lemmas import lemma_of
from hoering.patterns import Pattern, PatternIndex, parse

JOINED = " & "
_REMEMBERED = 50_000
_BUT = ", men "
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")

# Expressions that must all stand in a sentence.
_Way = tuple[re.Pattern[str], ...]


@dataclass(frozen=True)
class Matters:
    """The matters of a codebook, ready to be looked for.

    Attributes:
        known: by id, in the order of the codebook.
    """

    known: Mapping[str, Matter]
    _index: PatternIndex = field(repr=False)
    _ways: Mapping[str, tuple[tuple[str, frozenset[str]], ...]] = field(repr=False)
    _expressions: Sequence[tuple[str, tuple[_Way, ...]]] = field(repr=False)
    _met: dict[str, tuple[tuple[bool, int, str], ...]] = field(repr=False, default_factory=dict)

    @classmethod
    def of(cls, book: Codebook) -> Matters:
        """The matters of a codebook; without any, none is ever found."""
        return _compiled(book.matter_list)

    @classmethod
    def none(cls) -> Matters:
        """No matters at all."""
        return _compiled(())

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.known)

    def named_in(self, text: str, stance: str) -> tuple[str, ...]:
        """The ids of the matters a sentence is about, the one it begins with first; what follows a "men" is what it wants.

        Args:
            text: the sentence.
            stance: those without a title for it are left out.
        """
        met = self._met.get(text)
        if met is None:
            if len(self._met) >= _REMEMBERED:
                self._met.clear()
            met = self._met[text] = tuple(sorted(self._placed(text)))
        return tuple(name for _, _, name in met if stance in self.known[name].phrases)

    def _placed(self, text: str) -> Iterator[tuple[bool, int, str]]:
        """Matters with where the sentence begins to be about each, and whether that is before its last "men"."""
        small = text.lower()
        turn = small.rfind(_BUT)
        places: dict[str, int] = {}
        for name, place in (*self._by_patterns(text), *self._by_expressions(small)):
            places[name] = min(place, places.get(name, place))
        for name, place in places.items():
            yield place < turn, place, name

    def _by_patterns(self, text: str) -> Iterator[tuple[str, int]]:
        words = list(_WORD.finditer(text))
        forms = [word[0] for word in words]
        small = [form.lower() for form in forms]
        ends: dict[str, int] = {}
        for hit in self._index.find(forms, [lemma_of(form) or form for form in small], [part_lemmas(f) for f in small]):
            end = words[hit.end - 1].end()
            ends[hit.pattern.text] = min(end, ends.get(hit.pattern.text, end))
        for text_met in ends:
            for name, way in self._ways[text_met]:
                if way <= ends.keys():
                    yield name, min(ends[part] for part in way)

    def _by_expressions(self, small: str) -> Iterator[tuple[str, int]]:
        for name, ways in self._expressions:
            for way in ways:
                place = _place(way, small)
                if place is not None:
                    yield name, place


def _place(way: _Way, text: str) -> int | None:
    """Where the first of the expressions ends, if all stand in the text."""
    first = None
    for part in way:
        found = part.search(text)
        if found is None:
            return None
        first = found.end() if first is None else min(first, found.end())
    return first


# Codebooks in use at once; a run has one.
@lru_cache(maxsize=4)
def _compiled(matters: tuple[Matter, ...]) -> Matters:
    ways: dict[str, list[tuple[str, frozenset[str]]]] = {}
    patterns: dict[str, Pattern] = {}
    for matter in matters:
        for line in matter.patterns:
            parts = frozenset(line.split(JOINED))
            for part in parts:
                patterns.setdefault(part, parse(part, code=matter.id, weight=1.0))
                ways.setdefault(part, []).append((matter.id, parts))
    expressions = [
        (matter.id, tuple(tuple(re.compile(part) for part in line.split(JOINED)) for line in matter.expressions))
        for matter in matters
    ]
    return Matters(
        {matter.id: matter for matter in matters},
        PatternIndex(list(patterns.values())),
        {part: tuple(own) for part, own in ways.items()},
        [(name, own) for name, own in expressions if own],
    )
