"""Texts with the same words: of one sender a duplicate, of several a template letter sent as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hoering.duplicates.records import Letter

# "Ingen bemærkninger" and "Flere busser til de små byer, tak" are alike by chance.
LEAST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Same:
    """By index of the letter: the first letter with the same words (itself where there is none), and duplicates."""

    first: tuple[int, ...]
    set_aside: frozenset[int]


def exact_copies(letters: Sequence[Letter]) -> Same:
    """Find letters that are the same but for case, white space, punctuation and the numbers of placeholders.

    A text of fewer than 20 words counts only where the same named sender has sent it before.
    """
    seen: dict[tuple[str, ...], list[int]] = {}
    first = list(range(len(letters)))
    set_aside: set[int] = set()
    for own, letter in enumerate(letters):
        key = tuple(word.exact for word in letter.words)
        before = seen.setdefault(key, []) if key else []
        same = next((i for i in before if same_sender(letters[i], letter)), None)
        if same is not None and (len(key) >= LEAST_WORDS or letter.sender):
            first[own] = same
            set_aside.add(own)
            continue
        if before and len(key) >= LEAST_WORDS:
            first[own] = before[0]
        before.append(own)
    return Same(tuple(first), frozenset(set_aside))


def same_sender(one: Letter, other: Letter) -> bool:
    """Whether two letters with the same words come from one sender: by name, or where one has none, by raw text."""
    if one.sender and other.sender:
        return sender_key(one) == sender_key(other)
    return bool(one.raw_key) and one.raw_key == other.raw_key


def sender_key(letter: Letter) -> str:
    """What tells senders apart; an unnamed sender is one of its own.

    >>> sender_key(Letter(source="a.txt#1", kind="", sender="Seniorrådet ", text=""))
    'seniorrådet'
    """
    return " ".join(letter.sender.casefold().split()) or f"\n{letter.source}"


def senders(letters: Iterable[Letter]) -> int:
    """How many senders letters have."""
    return len({sender_key(letter) for letter in letters})
