"""What each letter of a group adds: the sentences no other letter of the group has.

A word is new when it stands in no run of three words that other letters have too, and is not such a word spelt
another way. A sentence is the sender's own when enough of its words are new, or when it turns the meaning by an
"ikke" put in or left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise
from math import ceil

from hoering.duplicates.records import Passage
from hoering.duplicates.words import NAME, Word, shingles

_RUN = 3
# Of how many letters in a large group a run must stand in, so that what two people happen to add is not common.
_SHARE_OF_GROUP = 0.05
_SPELT_ALIKE = 0.75
# Share of new words that makes a sentence the sender's own; below it is the template with a word changed.
_NEW = 0.3
_NEGATIONS = frozenset({"ikke", "ingen", "intet", "ingenting", "aldrig", "hverken", "næppe", "uden", "nej"})
_TURNING = _NEGATIONS | {"imod", "mod", "for"}
_SENTENCE_END = re.compile(r"[.!?…]+[”\"»)]*(?=\s+[A-ZÆØÅ”\"»«–\[])|\n+")
_GREETING = re.compile(
    r"\W*(?:kære|hej|til|att|goddag|(?:med )?(?:de )?(?:venlig|bedste|mange|kærlig)\w* hils\w+|hilsen|mvh|vh)\b",
    re.IGNORECASE,
)
_GREETING_WORDS = 8


@dataclass(slots=True)
class _Common:
    """What a group's letters have in common: runs of words, what stands between which words, and neighbours."""

    runs: AbstractSet[str]
    between: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    pairs: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        for run in self.runs:
            first, middle, last = run.split(" ")
            self.between["", f"{middle} {last}"].add(first)
            self.between[first, last].add(middle)
            self.between[f"{first} {middle}", ""].add(last)
            self.pairs |= {(first, middle), (middle, last)}


def own_passages(
    texts: Sequence[tuple[str, Sequence[Word]]], known: AbstractSet[str] = frozenset()
) -> list[tuple[tuple[Passage, ...], float]]:
    """The own passages of each letter of one group, and the share of its words that stand in them.

    Args:
        texts: the letters, each as its text and its words.
        known: runs of three words that are nobody's own, such as those of the draft that is heard.
    """
    counts = Counter(run for _, found in texts for run in set(shingles(found, _RUN)))
    least = max(2, ceil(_SHARE_OF_GROUP * len(texts)))
    common = _Common({run for run, count in counts.items() if count >= least} | known)
    return [_own(text, found, common) for text, found in texts]


def _own(text: str, found: Sequence[Word], common: _Common) -> tuple[tuple[Passage, ...], float]:
    new = _new(found, common)
    passages: list[Passage] = []
    for first, last in _sentences(text, found):
        sentence = found[first:last]
        start, end = sentence[0].start, _with_stop(text, sentence[-1].end)
        if _is_greeting(text[start:end], sentence):
            new[first:last] = [False] * (last - first)
        elif sum(new[first:last]) >= _NEW * (last - first) or _turns(found, first, last, new, common):
            if passages and not text[passages[-1].end : start].strip():
                start = passages.pop().start
            passages.append(Passage(start=start, end=end))
    return tuple(passages), round(sum(new) / len(found), 3) if found else 0.0


def _new(found: Sequence[Word], common: _Common) -> list[bool]:
    covered = _covered(found, common)
    return [not covered[i] and not _is_slight(found, i, common) for i in range(len(found))]


def _turns(found: Sequence[Word], first: int, last: int, new: Sequence[bool], common: _Common) -> bool:
    """Whether a sentence has a negation others have not, lacks one of theirs, or has "utilfreds" for "tilfreds"."""
    turned = any(new[i] and _is_turning(found, i, common) for i in range(first, last))
    return turned or any(_drops_negation(one, other, common) for one, other in pairwise(found[first:last]))


def _is_turning(found: Sequence[Word], at: int, common: _Common) -> bool:
    word = found[at].form
    return word in _TURNING or any(_negates(word, other) for other in _in_its_place(found, at, common))


def _negates(word: str, other: str) -> bool:
    return word == f"u{other}" or other == f"u{word}"


def _covered(found: Sequence[Word], common: _Common) -> list[bool]:
    covered = [False] * len(found)
    for i, run in enumerate(shingles(found, _RUN)):
        if run in common.runs:
            covered[i : i + _RUN] = [True] * _RUN
    return covered


def _is_slight(found: Sequence[Word], at: int, common: _Common) -> bool:
    """Whether a word is a name, or stands where others have the same word in another spelling."""
    word = found[at].form
    return word == NAME or any(_spelt_alike(word, other) for other in _in_its_place(found, at, common))


def _in_its_place(found: Sequence[Word], at: int, common: _Common) -> Iterator[str]:
    """Words others have between the same neighbours, or after or before the same two."""
    forms = ["", "", *(word.form for word in found[max(0, at - 2) : at + 3]), "", ""]
    before2, before, _, after, after2 = forms[min(at, 2) : min(at, 2) + 5]
    for place in ((before, after), (f"{before2} {before}", ""), ("", f"{after} {after2}")):
        yield from common.between.get(place, ())


def _spelt_alike(word: str, other: str) -> bool:
    if word == other:
        return True
    if word in _TURNING or other in _TURNING or _negates(word, other):
        return False
    return SequenceMatcher(None, word, other, autojunk=False).ratio() >= _SPELT_ALIKE


def _drops_negation(one: Word, other: Word, common: _Common) -> bool:
    pair = (one.form, other.form)
    return pair not in common.pairs and not _NEGATIONS.isdisjoint(common.between.get(pair, ()))


def _sentences(text: str, found: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """First and last word, end exclusive, of each sentence or line that has words."""
    ends = [m.end() for m in _SENTENCE_END.finditer(text)] + [len(text)]
    first = 0
    for end in ends:
        last = first
        while last < len(found) and found[last].start < end:
            last += 1
        if last > first:
            yield first, last
        first = last


def _is_greeting(sentence: str, found: Sequence[Word]) -> bool:
    return len(found) <= _GREETING_WORDS and _GREETING.match(sentence) is not None


def _with_stop(text: str, end: int) -> int:
    """The end of a sentence with the signs that close it."""
    while end < len(text) and text[end] in '.!?…”"»)':
        end += 1
    return end
