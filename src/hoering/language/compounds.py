"""Danish compounds: "virksomhedssamarbejdet" is virksomhed + s + samarbejdet.

A word is cut where the cheapest row of parts costs less than the word as a whole. Last parts may be inflected, the
parts before them are base forms with a linking letter ("s", "e", "er", "te") or a hyphen. A known word is cut as its
base form is, so that an ending is never taken for a part. Parts are cut as far as they go: arbejd(s)+marked(s)+parat.

Costs are learned from word lists and running text by ``training/compounds.py`` (`compound_costs.tsv.xz`): a unigram
model of parts as in Morfessor Baseline (Creutz & Lagus 2002), whose units must be known words (Koehn & Knight 2003)
and whose whole words pay by letter. What a list cannot know stands in `compound_words.tsv`.
"""

from __future__ import annotations

import lzma
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from spacy.tokens import Token

from hoering.language import gazetteer
from hoering.language.lemmas import is_known_word, lemma_of

_SHORTEST = 5
_LONGEST = 60
_CACHE_SIZE = 20_000
_PLACES = ("municipality", "municipality_variant", "region_variant", "place")
_CONTENT = ("NOUN", "ADJ", "VERB")

# Costs are negative logarithms. A word that nothing is known about pays by letter.
_WHOLE, _LETTER = 9.5, 1.4
_NAME = 5.0  # off that for a capitalised word that no list has: it may be a name

_UNSEEN = 15.0
_RARE_LINK = 2.0


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a word.

    Attributes:
        text: the part as written, without its link.
        link: what joins it to the next part: "", "s", "e", "er", "te", "-" or "s-".
        lemma: its base form ("arbejde" for "arbejd").
        start: where it begins in the word, in code points.
    """

    text: str
    link: str
    lemma: str
    start: int


class Segment(NamedTuple):
    """A stretch of a word that may be a part: what it costs, its linking letters and its base form."""

    cost: float
    link: str
    lemma: str


Lookup = Callable[[str], Segment | None]


def parts(word: str) -> tuple[Part, ...]:
    """The parts of a word; a simple word is one part.

    Args:
        word: one token, in any case, inflected or not; a hyphen in it is a boundary ("unge-indsats").

    >>> [part.text for part in parts("Virksomhedssamarbejdet")]
    ['Virksomhed', 'samarbejdet']
    >>> [(part.text, part.link, part.lemma) for part in parts("arbejdsmarkeds-")]
    [('arbejd', 's', 'arbejde'), ('marked', 's-', 'marked')]
    """
    return _parts(word)


def is_compound(word: str) -> bool:
    """Whether a word has more than one part."""
    return len(_parts(word)) > 1


def compound_lemmas(word: str) -> tuple[str, ...]:
    """What a compound may be found under: the base forms of its parts, then the known words they make together.

    A simple word is found under its own base form only.

    >>> compound_lemmas("arbejdsmarkedspolitikken")
    ('arbejde', 'marked', 'politik', 'arbejdsmarked', 'markedspolitik')
    """
    found = _parts(word)
    lemmas = [part.lemma for part in found]
    for first in range(len(found)):
        for last in range(first + 1, len(found)):
            if last - first + 1 < len(found):
                joined = word[found[first].start : found[last].start].lower() + found[last].lemma
                lemmas += [joined] if is_known_word(joined) else []
    return tuple(dict.fromkeys(lemmas))


@lru_cache(maxsize=_CACHE_SIZE)
def part_lemmas(word: str) -> tuple[str, ...]:
    """What `compound_lemmas` says of a compound, and nothing of a simple word: what a ``+word`` pattern looks at.

    >>> part_lemmas("fraværspolitik"), part_lemmas("politik")
    (('fravær', 'politik'), ())
    """
    return compound_lemmas(word) if is_compound(word) else ()


def register() -> None:
    """Give every spaCy token ``token._.parts``, its `Part` tuple, worked out when asked for. May be called twice."""
    if not Token.has_extension("parts"):
        Token.set_extension("parts", getter=_parts_of_token)


def _parts_of_token(token: Token) -> tuple[Part, ...]:
    return parts(token.text)


@lru_cache(maxsize=_CACHE_SIZE)
def _parts(word: str) -> tuple[Part, ...]:
    if len(word) > _LONGEST or len(word.lower()) != len(word):
        return (_single(word, 0),)
    *before, final = word.split("-")
    # A hyphen that nothing stands before ("-job", "a--b") joins nothing.
    return _hyphenated(before, final) if before and all(before) else _piece(word, 0)


def _hyphenated(before: list[str], final: str) -> tuple[Part, ...]:
    """Parts of the words between hyphens; a letter or a number before a hyphen ("a-kasse") is no part of its own."""
    found: tuple[Part, ...] = ()
    start = 0
    held = ""
    for number, piece in enumerate(before):
        ends = number == len(before) - 1 and not final
        if not ends and (len(piece) == 1 or not piece.isalpha()):
            held += piece + "-"
            continue
        inner = _piece(piece, start + len(held), hyphen=True)
        inner = (*inner[:-1], replace(inner[-1], link=inner[-1].link + "-"))
        found += _prefixed(held, inner)
        start += len(held) + len(piece) + 1
        held = ""
    return found + _prefixed(held, _piece(final, start + len(held))) if final else found


def _prefixed(held: str, inner: tuple[Part, ...]) -> tuple[Part, ...]:
    """Parts with "a-" or "18-" put before the first of them."""
    first = inner[0]
    whole = replace(first, text=held + first.text, lemma=held.lower() + first.lemma, start=first.start - len(held))
    return (whole, *inner[1:]) if held else inner


def _piece(piece: str, start: int, *, hyphen: bool = False) -> tuple[Part, ...]:
    """Parts of a word without hyphens inside; ``hyphen``: one follows it."""
    abbreviated = piece.isupper() and len(piece) < _SHORTEST
    if not piece.isalpha() or abbreviated or (len(piece) < _SHORTEST and not hyphen):
        return (_single(piece, start),)
    name = piece[0].isupper() and not piece.isupper()
    ends = _cut_before_hyphen(piece.lower()) if hyphen else cut(piece.lower(), name=name)
    return _placed(piece, ends, start) or (_single(piece, start),)


def _single(word: str, start: int) -> Part:
    lemma = word if word.isupper() and len(word) > 1 else _lemma(word.lower()) or word.lower()
    return Part(word, "", lemma, start)


def _placed(word: str, segments: tuple[tuple[int, Segment], ...], offset: int) -> tuple[Part, ...]:
    """Parts out of the ends of segments."""
    found = []
    start = 0
    for end, segment in segments:
        found.append(Part(word[start : end - len(segment.link)], segment.link, segment.lemma, offset + start))
        start = end
    return tuple(found)


def cut(word: str, *, name: bool = False) -> tuple[tuple[int, Segment], ...]:
    """Where a word in lower case falls apart; () for a simple word.

    Args:
        word: in lower case, without hyphens.
        name: whether it may be a name, should no list have it.

    Returns:
        (end of the segment with its link, segment) for every part.
    """
    vocabulary = _vocabulary()
    if vocabulary.is_simple(word):
        return ()
    lemma = _lemma(word)
    found, cost = cheapest(lemma or word, vocabulary.modifier, vocabulary.head, vocabulary.is_simple)
    if len(found) < 2 or cost >= whole_cost(lemma or word) - (_NAME if name and not lemma else 0.0):
        return ()
    if not lemma or lemma == word:
        return found
    *before, (_, head) = found
    start = before[-1][0]
    if not lemma.startswith(word[:start]):
        return ()
    return (*before, (len(word), head._replace(lemma=vocabulary.agent(word[start:], head.lemma))))


def _cut_before_hyphen(word: str) -> tuple[tuple[int, Segment], ...]:
    """The same for a word that a hyphen follows: its last part too may carry a link ("beskæftigelses-")."""
    vocabulary = _vocabulary()
    whole = vocabulary.modifier(word)
    if vocabulary.is_simple(word) or (whole and whole.lemma in vocabulary.simple):
        return ((len(word), whole),) if whole else ()
    found, cost = cheapest(word, vocabulary.modifier, vocabulary.modifier, vocabulary.is_simple)
    return found if found and cost < whole_cost(word) else cut(word)


def whole_cost(word: str) -> float:
    """What a word costs as a whole, in negative logarithms: the longer, the less likely to be simple."""
    return _WHOLE + _LETTER * len(word)


def cheapest(
    word: str, modifier: Lookup, head: Lookup, simple: Callable[[str], bool]
) -> tuple[tuple[tuple[int, Segment], ...], float]:
    """The cheapest row of two or more segments that makes up a word, with its cost; () and infinity where none does.

    Args:
        word: in lower case.
        modifier: what a stretch before the last costs, or None where it cannot stand there.
        head: the same for the last stretch.
        simple: whether two neighbouring parts, links aside, would only take a simple word apart.
    """
    length = len(word)
    rows: list[tuple[float, int, Segment] | None] = [None] * length
    for start in range(length - 2, -1, -1):
        last = head(word[start:]) if start else None
        best = (last.cost, length, last) if last else None
        for end in range(start + 2, length - 1):
            rest = rows[end]
            if rest is None or not (segment := modifier(word[start:end])):
                continue
            cheaper = best is None or segment.cost + rest[0] < best[0]
            if cheaper and not simple(word[start : rest[1] - len(rest[2].link)]):
                best = (segment.cost + rest[0], end, segment)
        rows[start] = best
    found: list[tuple[int, Segment]] = []
    place = 0
    while place < length and (row := rows[place]):
        found.append((row[1], row[2]))
        place = row[1]
    return (tuple(found), rows[0][0]) if rows[0] else ((), float("inf"))


def _lemma(word: str) -> str:
    """The base form as noun, adjective or verb; "" for other words and unknown ones."""
    return next((lemma.lower() for pos in _CONTENT if (lemma := lemma_of(word, pos))), "")


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    simple: frozenset[str]
    nouns: frozenset[str]
    heads: Mapping[str, float]
    modifiers: Mapping[str, Segment]
    blocked: frozenset[str]
    endings: frozenset[str]
    short: frozenset[str]

    def is_simple(self, form: str) -> bool:
        """Whether a form is a simple word, inflected or not."""
        return form in self.simple or _lemma(form) in self.simple

    def head(self, form: str) -> Segment | None:
        """A last part, inflected or not."""
        if form in self.blocked or form in self.endings or (len(form) < 3 and form not in self.short):
            return None
        lemma = self.agent(form, _lemma(form))
        cost = self.heads.get(lemma)
        return None if cost is None else Segment(cost, "", lemma)

    def agent(self, form: str, lemma: str) -> str:
        """The noun "modtager" where the lexicon has the verb "modtage"; else the lemma."""
        return lemma + "r" if form.startswith(lemma + "r") and lemma + "r" in self.heads else lemma

    def modifier(self, form: str) -> Segment | None:
        """A part before the last, with its link."""
        if segment := self.modifiers.get(form):
            return segment
        if form in self.blocked or len(form) < 4:
            return None
        if form in self.nouns:
            return Segment(_UNSEEN, "", form)
        if form[-1] == "s" and form[:-1] in self.nouns:
            return Segment(_UNSEEN, "s", form[:-1])
        if form[-1] == "e" and form[:-1] in self.nouns:
            return Segment(_UNSEEN + _RARE_LINK, "e", form[:-1])
        return Segment(_UNSEEN + _RARE_LINK, "", form) if form in self.heads else None


@cache
def _vocabulary() -> _Vocabulary:
    words = listed_words()
    data = (resources.files("hoering.language") / "compound_costs.tsv.xz").read_bytes()
    heads: dict[str, float] = {}
    nouns: set[str] = set()
    modifiers: dict[str, Segment] = {}
    for line in lzma.decompress(data).decode().splitlines():
        lemma, head, noun, rest = line.split("\t")
        if head:
            heads[lemma] = int(head) / 10
        if noun:
            nouns.add(lemma)
        for form, link, cost in (item.split(":") for item in rest.split()):
            segment = Segment(int(cost) / 10, link, lemma)
            if form not in modifiers or segment.cost < modifiers[form].cost:
                modifiers[form] = segment
    return _Vocabulary(
        simple=frozenset(heads) | words["whole"] | _places(),
        nouns=frozenset(nouns),
        heads=heads,
        modifiers=modifiers,
        blocked=words["grammar"] | words["affix"],
        endings=words["ending"],
        short=words["short"],
    )


def _places() -> frozenset[str]:
    """Names of places that are one word, with their genitives."""
    names = (name.lower() for kind in _PLACES for name in gazetteer.names(kind) if name.isalpha())
    return frozenset(form for name in names for form in (name, name + "s"))


@cache
def listed_words() -> Mapping[str, frozenset[str]]:
    """The words of `compound_words.tsv` by kind."""
    table = resources.files("hoering.language") / "compound_words.tsv"
    found: dict[str, frozenset[str]] = {}
    for line in table.read_text(encoding="utf-8").splitlines():
        if line[:1] not in {"", "#"}:
            kind, words = line.split("\t")
            found[kind] = found.get(kind, frozenset()) | frozenset(words.split())
    return found
