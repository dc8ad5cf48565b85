"""From the passage nearest to a position to a verdict, by rules that a reader can check.

A draft covers a position where one passage is about its matter and about those it concerns, says firmly that it will
be done, and makes no reservation; see `tests/data/coverage/README.md`. The thresholds are chosen on the tuning half.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hoering.coverage.concepts import concepts, concepts_in
from hoering.coverage.likeness import QUOTED, Asked, worth_of
from hoering.coverage.records import ABSENT, COVERED, PARTLY, Passage, Verdict
from hoering.coverage.wording import asks, describes, guards, is_reserved, only_aims, refuses, says_lacking

# Shares of a title's concepts, and scores of a passage, from which on it is about the matter or answers it whole.
WHOLE = 0.7
# From which probability a passage is about the matter whatever words it chooses; less is asked where the title names
# it in words that the list of concepts does not know, so that their absence tells nothing: see tests/data/coverage.
LIKELY, LIKELY_OF_UNKNOWN = 0.7, 0.4
NEAR_BY_CONCEPT, NEAR_OF_OTHERS, NEAR, NEAR_BY_WORDS = -1.0, -0.5, 0.7, 1.5
# From which share of the quotations on a matter is a position's.
MOST = 0.5
PRAISE = "stoette"
_EITHER = " eller "
_TWO = re.compile(r"\bog til at\b|;")
_SOME = "udkastet svarer kun på noget af det"


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a passage is by `hoering.coverage.weights`: its score, and how probably it is about the matter."""

    score: float
    likely: float


@dataclass(frozen=True, slots=True)
class Read:
    """A passage, the concepts in it, whether it promises something, and the codebook's matters surely in it."""

    passage: Passage
    concepts: frozenset[str]
    promises: bool
    matters: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and what it rests on; ``lacking`` are concepts of the title that the passage does not speak of.

    ``reason`` is what is missing for a whole answer, in Danish; ``partial`` says that it is some of the concepts.
    ``matter`` is the id of a matter of the codebook that both are about, or ``""``.
    """

    verdict: Verdict
    shared: tuple[str, ...]
    lacking: tuple[str, ...]
    reason: str
    partial: bool = False
    praise: bool = False
    matter: str = ""


def judge(asked: Asked, read: Read, near: Nearness) -> Judgement:
    """Judge a position by the passage nearest to it.

    Args:
        asked: the position.
        read: the passage.
        near: how near it is.
    """
    there = read.concepts
    shared = tuple(name for name in asked.concepts if name in there)
    lacking = tuple(name for name in asked.title if name not in there)
    matter = _same_matter(asked, read)
    praise = asked.wish.stance == PRAISE
    by_concepts = _is_about(asked, there, near.score)
    by_matter = bool(matter) and not praise and near.score >= NEAR_OF_OTHERS
    least = LIKELY_OF_UNKNOWN if _is_unknown(asked) else LIKELY
    if not (by_concepts or by_matter) and near.likely < least:
        return Judgement(ABSENT, (), lacking, "intet sted i udkastet handler om samme sag")
    reason = "" if praise else _short_of(asked, read, there if by_concepts else None)
    verdict = PARTLY if reason else COVERED
    return Judgement(verdict, shared, lacking, reason, partial=reason == _SOME, praise=praise, matter=matter)


def _is_unknown(asked: Asked) -> bool:
    """Whether a title names its matter, but not by a concept; one that only quotes is a story more often than not."""
    known = concepts()
    named = any(not known[name].who and not known[name].wide for name in asked.title)
    return not named and QUOTED not in asked.wish.title


def _same_matter(asked: Asked, read: Read) -> str:
    """The matter of the codebook that most quotations and, surely, the passage are about, or ``""``."""
    both = [name for name in asked.matters if name in read.matters and asked.matters[name] >= MOST]
    return min(both, key=lambda name: (-asked.matters[name], name), default="")


def _is_about(asked: Asked, there: frozenset[str], score: float) -> bool:
    """Whether a passage is about the matter: sharing who it concerns, or a word of wide meaning, is not enough."""
    known = concepts()
    what = [name for name in asked.title if not known[name].who]
    who = [name for name in asked.title if known[name].who]
    others = any(name not in there for name in who)
    if any(name in there and not known[name].wide for name in what):
        return score >= (NEAR_OF_OTHERS if others else NEAR_BY_CONCEPT)
    of_lead = (name for name in asked.lead if not known[name].wide and not known[name].who)
    # A quotation's own matter only counts where the title names none.
    if not any(not known[name].wide for name in what) and any(name in there for name in of_lead):
        return score >= NEAR
    if any(name in there for name in what):
        return score >= NEAR_BY_WORDS and not others and QUOTED not in asked.wish.title
    # To speak of the same people is not to speak of what they are praised for.
    if asked.wish.stance == PRAISE:
        return False
    telling = [name for name in who if not known[name].wide]
    if any(name in there for name in telling):
        return score >= (NEAR_BY_WORDS if what else NEAR)
    return not what and score >= NEAR_BY_WORDS


def _short_of(asked: Asked, read: Read, there: frozenset[str] | None) -> str:
    """Why a passage about the matter is no whole answer; empty where it is.

    ``there`` are its concepts, None where it is about the matter in words that the list of concepts does not know.
    """
    wish, passage = asked.wish, read.passage
    wanted = " ".join([wish.title, *wish.quotes[:1]])
    # Where several say it, each has a reason of his own: only the title is what they all want.
    said = wanted if len(wish.quotes) == 1 else wish.title
    if is_reserved(_clause(asked, passage.text)):
        return "udkastet tager forbehold eller lover mindre"
    if only_aims(passage.text) and not only_aims(wanted):
        return "udkastet nævner kun et mål i almindelighed"
    if not (passage.led or (read.promises and not describes(passage.text))):
        return "udkastet beskriver sagen, men lover ikke noget"
    if guards(said) and not refuses(passage.text):
        return "udkastet nævner det, som afsenderne advarer imod, men svarer ikke på det"
    if there is not None and _share(asked, there) < WHOLE and not says_lacking(wanted):
        return _SOME
    if asks(said):
        return "spørgsmålet bliver ikke besvaret"
    return ""


def _clause(asked: Asked, text: str) -> str:
    """The part of a passage with two promises that speaks of the title's matter; else all of it."""
    parts = [part for part in _TWO.split(text) if any(name in asked.title for name in concepts_in(part))]
    return parts[0] if len(parts) == 1 else text


def _share(asked: Asked, there: frozenset[str]) -> float:
    """The share of the title's concepts that are there; all of it where it names alternatives and one is there."""
    known = concepts()
    telling = any(name in there and not known[name].who and not known[name].wide for name in asked.title)
    if not asked.title or (telling and _EITHER in asked.wish.title and QUOTED not in asked.wish.title):
        return 1.0
    total = sum(worth_of(name) for name in asked.title)
    return sum(worth_of(name) for name in asked.title if name in there) / total
