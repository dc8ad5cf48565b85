"""Which matters of the field a sentence is about, by the words they are told in: "sagsbehandlerskift", "bussen".

Two people who want the same seldom use the same words: "Hun er vikar og stopper til sommer" and "Hver gang forfra" are
one complaint. A list of the field's usual matters, which belongs to the codebook, says so where no likeness of words
can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from hoering.codebook import Codebook, Matter
from hoering.language.compounds import part_lemmas
from hoering.language.lemmas import lemma_of
from hoering.patterns import Pattern, PatternIndex, parse

JOINED = " & "
_REMEMBERED = 50_000
_BUT = ", men "
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")

# Expressions that must all stand in a sentence.
_Expressions = tuple[re.Pattern[str], ...]


class _Way(NamedTuple):
    """Patterns that together are a sign of a matter."""

    matter: str
    parts: frozenset[str]
    strong: bool


class Met(NamedTuple):
    """A matter in a sentence: whether a "men" follows it, where its first sign ends, and whether one is strong."""

    turned: bool
    place: int
    name: str
    strong: bool


@dataclass(frozen=True)
class Matters:
    """The matters of a codebook, ready to be looked for.

    Attributes:
        known: by id, in the order of the codebook.
    """

    known: Mapping[str, Matter]
    _index: PatternIndex = field(repr=False)
    _ways: Mapping[str, tuple[_Way, ...]] = field(repr=False)
    _expressions: Sequence[tuple[str, tuple[_Expressions, ...]]] = field(repr=False)
    _certain: Mapping[str, tuple[_Expressions, ...]] = field(repr=False)
    _remembered: dict[str, tuple[tuple[Met, ...], tuple[Met, ...]]] = field(repr=False, default_factory=dict)

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
        """The ids of the matters a sentence is about, as `met_in` has them."""
        return tuple(met.name for met in self.met_in(text, stance))

    def met_in(self, text: str, stance: str) -> list[Met]:
        """The matters a sentence is about: what follows a "men" first, for that is what it wants; then as they come.

        Args:
            text: the sentence.
            stance: matters without a title for it are left out.
        """
        found = self._remembered.get(text)
        if found is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[text] = self._found(text)
        strong, medium = ([met for met in own if stance in self.known[met.name].phrases] for own in found)
        return strong or medium

    def certain_in(self, text: str, stance: str, name: str) -> bool:
        """Whether a sentence surely says what a matter's title says, so that it may stand under it.

        Args:
            text: the sentence.
            stance: its stance.
            name: the id of the matter.
        """
        if stance in self.known[name].untitled:
            return False
        ways = self._certain[name]
        if ways:
            small = text.lower()
            return any(_place(way, small) is not None for way in ways)
        return any(met.name == name and met.strong for met in self.met_in(text, stance))

    def spoken(self, name: str, stance: str) -> str:
        """What stands after the direction in a matter's title, as it can stand alone in a sentence."""
        return self.known[name].phrases[stance].strip(" ,").replace("{theme}", "temaet")

    def _found(self, text: str) -> tuple[tuple[Met, ...], tuple[Met, ...]]:
        small = text.lower()
        turn = small.rfind(_BUT)
        places: tuple[dict[str, int], dict[str, int]] = ({}, {})
        for name, place, strong in (*self._by_patterns(text), *self._by_expressions(small)):
            own = places[not strong]
            own[name] = min(place, own.get(name, place))
        first, second = (
            tuple(sorted(Met(place < turn, place, name, strong) for name, place in own.items()))
            for own, strong in zip(places, (True, False), strict=True)
        )
        return first, second

    def _by_patterns(self, text: str) -> Iterator[tuple[str, int, bool]]:
        words = list(_WORD.finditer(text))
        forms = [word[0] for word in words]
        small = [form.lower() for form in forms]
        ends: dict[str, int] = {}
        for hit in self._index.find(forms, [lemma_of(form) or form for form in small], [part_lemmas(f) for f in small]):
            end = words[hit.end - 1].end()
            ends[hit.pattern.text] = min(end, ends.get(hit.pattern.text, end))
        for part in ends:
            for way in self._ways[part]:
                if way.parts <= ends.keys():
                    yield way.matter, min(ends[other] for other in way.parts), way.strong

    def _by_expressions(self, small: str) -> Iterator[tuple[str, int, bool]]:
        for name, ways in self._expressions:
            for way in ways:
                place = _place(way, small)
                if place is not None:
                    yield name, place, True


def _place(way: _Expressions, text: str) -> int | None:
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
    ways: dict[str, list[_Way]] = {}
    patterns: dict[str, Pattern] = {}
    for matter in matters:
        for line, strong in [(line, True) for line in matter.strong] + [(line, False) for line in matter.medium]:
            way = _Way(matter.id, frozenset(line.split(JOINED)), strong)
            for part in way.parts:
                patterns.setdefault(part, parse(part, code=matter.id, weight=1.0))
                ways.setdefault(part, []).append(way)
    return Matters(
        {matter.id: matter for matter in matters},
        PatternIndex(list(patterns.values())),
        {part: tuple(own) for part, own in ways.items()},
        [(matter.id, _expressions_of(matter.expressions)) for matter in matters if matter.expressions],
        {matter.id: _expressions_of(matter.certain) for matter in matters},
    )


def _expressions_of(lines: Sequence[str]) -> tuple[_Expressions, ...]:
    return tuple(tuple(re.compile(part) for part in line.split(JOINED)) for line in lines)
