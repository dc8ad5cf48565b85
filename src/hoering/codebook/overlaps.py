"""Where codes of a codebook get in each other's way, and where a pattern adds nothing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from hoering.codebook.examples import Trial
from hoering.codebook.model import Code, Codebook
from hoering.coding.evidence import THRESHOLD
from hoering.patterns import Pattern, Word
from hoering.wordtable import WordTable

# Below this a pattern is mere leaning, which many themes share on purpose.
_TELLING = 2.0


class Shared(NamedTuple):
    """A pattern that speaks for several themes, with its weight for each."""

    text: str
    weights: tuple[tuple[str, float], ...]


class Together(NamedTuple):
    """A theme whose examples also get another theme: how many of them."""

    code: str
    other: str
    times: int
    examples: int


class Idle(NamedTuple):
    """A pattern that hits only where another of its code is enough already."""

    code: str
    text: str
    by: str


def shared_patterns(book: Codebook) -> list[Shared]:
    """Patterns that weigh 2 or more for at least two themes, the heaviest first."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for pattern in book.theme_patterns():
        if pattern.weight >= _TELLING:
            text = pattern.text.lower() if not pattern.text.isupper() else pattern.text
            found[text][pattern.code] = max(pattern.weight, found[text].get(pattern.code, 0.0))
    shared = [Shared(text, tuple(weights.items())) for text, weights in found.items() if len(weights) > 1]
    return sorted(shared, key=lambda item: (-sum(weight for _, weight in item.weights), item.text))


def firing_together(trials: Iterable[Trial]) -> list[Together]:
    """Pairs of themes, each suggested for at least one of the other's examples; those with most such examples first."""
    examples = [trial for trial in trials if trial.kind == "themes" and trial.wanted]
    totals = Counter(trial.code for trial in examples)
    counts = Counter((trial.code, other) for trial in examples for other in trial.suggested if other != trial.code)
    mutual = {pair: count for pair, count in counts.items() if pair[::-1] in counts}
    found = [Together(code, other, count, totals[code]) for (code, other), count in mutual.items()]
    weight = {pair: count + counts[pair[::-1]] for pair, count in mutual.items()}
    return sorted(found, key=lambda item: (-weight[item.code, item.other], sorted((item.code, item.other)), item.code))


def double_patterns(code: Code) -> list[tuple[str, tuple[float, ...]]]:
    """Patterns that stand more than once under a code, with the weights they stand there with."""
    found: dict[str, list[float]] = defaultdict(list)
    for pattern in code.patterns():
        found[pattern.text].append(pattern.weight)
    return [(text, tuple(weights)) for text, weights in found.items() if len(weights) > 1]


def idle_patterns(code: Code) -> list[Idle]:
    """Patterns that can never make a difference to whether their code is suggested."""
    patterns = list({pattern.text: pattern for pattern in code.patterns()}.values())
    enough = _Enough.of(pattern for pattern in patterns if pattern.weight >= THRESHOLD)
    found: list[Idle] = []
    idle: set[str] = set()
    for pattern in patterns:
        if pattern.weight > 0:
            others = (other for other in enough.near(pattern) if other is not pattern and other.text not in idle)
            by = next((other for other in others if covers(other, pattern)), None)
            if by is not None:
                idle.add(pattern.text)
                found.append(Idle(code.id, pattern.text, by.text))
    return found


class _Enough(NamedTuple):
    """Patterns that are enough alone, by their first word: comparing each with each would take minutes."""

    by_word: WordTable[Pattern]
    with_parts: list[Pattern]

    @classmethod
    def of(cls, patterns: Iterable[Pattern]) -> _Enough:
        listed = list(patterns)
        words = ((word, pattern) for pattern in listed for word in pattern.words[0].alternatives)
        return cls(WordTable(words), [pattern for pattern in listed if pattern.words[0].parts])

    def near(self, narrow: Pattern) -> list[Pattern]:
        """Those that may cover a pattern: one that does fits the letters of one of its words."""
        letters = (word.alternatives[0].replace("*", "") for word in narrow.words if word.alternatives)
        tried = dict.fromkeys(spelling for written in letters for spelling in (written, written.lower()))
        found = {id(pattern): pattern for spelling in tried for pattern in self.by_word.of(spelling)}
        return [*found.values(), *self.with_parts]


def covers(wide: Pattern, narrow: Pattern) -> bool:
    """Whether a pattern hits wherever another one does.

    False where it is not plain that it does; never True where it does not.
    """
    room = len(narrow.words) - len(wide.words)
    if room < 0 or (wide.initial and not narrow.initial):
        return False
    starts = [0] if wide.initial else range(room + 1)
    return any(_words_cover(wide.words, narrow.words[start : start + len(wide.words)]) for start in starts)


def _words_cover(wide: Sequence[Word], narrow: Sequence[Word]) -> bool:
    gaps = all(w.gap >= n.gap for w, n in zip(wide[1:], narrow[1:], strict=True))
    return gaps and all(_word_covers(w, n) for w, n in zip(wide, narrow, strict=True))


def _word_covers(wide: Word, narrow: Word) -> bool:
    plain = all(any(_covers(w, n) for w in wide.alternatives) for n in narrow.alternatives)
    return plain and all(any(_covers(w, n) for w in wide.parts) for n in narrow.parts)


@lru_cache(maxsize=200_000)
def _covers(wide: str, narrow: str) -> bool:
    """Whether a word with or without ``*`` fits every token that another one fits."""
    if wide == narrow:
        return True
    if "*" not in wide:
        return wide == narrow.lower()
    return any(_fits(wide).fullmatch(written) for written in dict.fromkeys((narrow, narrow.lower())))


@cache
def _fits(wide: str) -> re.Pattern[str]:
    """What a narrow word must look like: only a ``*`` of the wide one can stand for any letters of the narrow one."""
    return re.compile(re.escape(wide).replace(r"\*", r"[\w*]*"))
