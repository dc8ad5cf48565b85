"""What this package makes: whom a claim is directed at, and the claim itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Target(NamedTuple):
    """Whom a sentence's claim is directed at.

    ``code`` is an actor id or ``""``, ``others`` are actors named side by side with it ("fagforeninger og a-kasser");
    ``score`` is from 0 to 1 (an order, no probability), ``why`` Danish. ``missed`` tells that the claim is their
    absence: they are missed, not blamed.
    """

    code: str = ""
    others: tuple[str, ...] = ()
    score: float = 0.0
    why: str = ""
    missed: bool = False


NO_TARGET = Target()


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One claim: who wants what from whom, where it is said and in which words.

    ``quote`` is the sentence that says it best, verbatim in the readable text, and ``start`` and ``end`` its place in
    the raw text (code points, end exclusive); ``also`` are the places of the other sentences of the same claim.
    ``voice``, ``stance`` (kritik, forslag, stoette), ``target_theme``, ``other_themes``, ``target_actor`` and
    ``other_actors`` are codes; ``target_theme`` and ``target_actor`` are ``""`` where the text names none.
    ``claim`` says it in Danish by labels only. ``score`` is that of the weakest of the codes it is made of.
    """

    concern_id: str
    source: str
    number: int
    document: str
    page: int
    start: int
    end: int
    quote: str
    voice: str
    speaker: str
    sender: str
    sender_type: str
    stance: str
    target_theme: str
    other_themes: tuple[str, ...] = ()
    target_actor: str = ""
    other_actors: tuple[str, ...] = ()
    claim: str
    score: float
    why: str
    also: tuple[tuple[int, int], ...] = ()
    codebook: str = ""
