"""What goes into the search for copies, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from hoering.duplicates.words import Word, words


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A source as the search sees it.

    ``text`` is its readable, masked text; ``sender`` is empty where nobody is named, so that two unnamed senders
    are never taken for one; ``raw_key`` is the same for two sources whose raw text is the same to the letter,
    signature and all (a hash), and empty where that says nothing (answers of a survey).
    """

    source: str
    kind: str
    sender: str
    text: str
    raw_key: str = ""

    @cached_property
    def words(self) -> list[Word]:
        """The words of the text."""
        return words(self.text)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Passage:
    """A part of a letter's text: offsets in code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What a source shares with others.

    ``same_as`` is the first source with the same words; ``set_aside`` says that this one comes from the same
    sender and is a duplicate. ``group`` is the label of the group of near copies it is in, ``part_of`` a longer
    document it also stands in. ``own`` are the passages no other letter of the group has (all of it where there
    is no group), ``own_share`` their share of its words, ``repeats`` passages that stand in it once more before.
    """

    source: str
    same_as: str = ""
    set_aside: bool = False
    group: str = ""
    part_of: str = ""
    own: tuple[Passage, ...] = ()
    own_share: float = 1.0
    repeats: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Sources with nearly the same text: its Danish label, its sources in order, senders, and what is shared.

    ``common`` is the longest run of words most of them have, as the first of them writes it.
    """

    label: str
    kind: str
    sources: tuple[str, ...]
    senders: int
    common: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """The likeness of every source, in the order they came, and the groups, the largest first."""

    likenesses: tuple[Likeness, ...]
    groups: tuple[Group, ...]
