"""A person's decision always stands for the sentence it was made on: what the machine suggested gives way."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from hoering.learning.decisions import Decision
from hoering.learning.places import Place, place_of
from hoering.records import Coding, CodingKind

_ORDER = {"theme": 0, "actor": 1, "stance": 2, "voice": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A row of the table `decisions`: a decision in place, and what the machine had said about it.

    ``coder``, ``score`` and ``why`` are those of the machine's coding it was about, empty and 0 where there was
    none; ``effect`` says what became of it: "bekræftet", "fjernet", "tilføjet", "gennemset" (looked through, nothing
    to say), or "uden virkning", where the machine had not suggested what was rejected.
    """

    document: str
    start: int
    end: int
    quote: str
    kind: str
    code: str
    verdict: str
    corrected: str
    complete: str
    who: str
    when: str
    codebook: str
    effect: str
    coder: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Settled:
    """Codings as they stand after people's decisions, and the account of these."""

    codings: list[Coding]
    decided: list[Decided]


def settle(codings: Iterable[Coding], decisions: Iterable[Decision]) -> Settled:
    """Let decisions stand in place of the machine's suggestions.

    What is said yes to becomes a coding by ``human:NAME`` with score 1 and, where the machine had suggested it, the
    machine's reason; what is rejected is taken out of the codings and stands in the account with the machine's
    score and reason. Nothing else changes.

    Args:
        codings: all codings of the run; each sentence has at least its voice.
        decisions: in place and without contradictions (see `hoering.learning.placing.placed`).
    """
    by_place: dict[Place, list[Decision]] = {}
    for item in decisions:
        by_place.setdefault(item.place, []).append(item)
    settled = Settled([], [])
    for own in _sentences(codings):
        said = by_place.get(place_of(own[0]), [])
        settled.codings.extend(_sentence(own, said) if said else own)
        settled.decided.extend(_account(said, own))
    return settled


def _sentences(codings: Iterable[Coding]) -> Iterator[list[Coding]]:
    """Codings by sentence, in their order."""
    found: dict[tuple[str, Place], list[Coding]] = {}
    for coding in codings:
        found.setdefault((coding.source, place_of(coding)), []).append(coding)
    yield from found.values()


def _sentence(codings: Sequence[Coding], said: Sequence[Decision]) -> list[Coding]:
    right = {(item.kind, item.right) for item in said if item.right}
    wrong = {(item.kind, item.wrong) for item in said if item.wrong}
    closed = {item.kind for item in said if _closes(item)}
    kept = [c for c in codings if (c.kind, c.code) not in wrong and (c.kind not in closed or (c.kind, c.code) in right)]
    found: dict[tuple[CodingKind, str], Coding] = {(c.kind, c.code): c for c in kept}
    for item in said:
        if item.right:
            key = item.kind, item.right
            found[key] = _by_person(codings[-1], next((c for c in kept if (c.kind, c.code) == key), None), item)
    return sorted(found.values(), key=lambda c: _ORDER[c.kind])


def _by_person(like: Coding, machine: Coding | None, item: Decision) -> Coding:
    coder = f"human:{item.who or 'ukendt'}"
    identity = f"{like.source}|{like.start}|{like.end}|{item.kind}|{item.right}|{coder}"
    return replace(
        machine or like,
        coding_id=hashlib.sha256(identity.encode()).hexdigest()[:12],
        kind=item.kind,
        code=item.right,
        score=1.0,
        why=f"bekræftet af et menneske; {machine.coder}: {machine.why}" if machine else "tilføjet af et menneske",
        coder=coder,
    )


def _account(said: Sequence[Decision], codings: Sequence[Coding]) -> Iterator[Decided]:
    """What each decision did, and what was taken out since a sentence has no other codes than those said yes to."""
    machine = {(c.kind, c.code): c for c in codings}
    named: set[tuple[str, str]] = set()
    for item in said:
        told = [(item.wrong, "fjernet", "uden virkning"), (item.right, "bekræftet", "tilføjet")]
        for code, there, not_there in told:
            if code:
                found = machine.get((item.kind, code))
                yield _decided(item, code, there if found else not_there, found)
                named.add((item.kind, code))
        if item.verdict == "none":
            yield _decided(item, "", "gennemset", None)
    closed = {item.kind: item for item in reversed(said) if _closes(item)}
    for coding in codings:
        if coding.kind in closed and (coding.kind, coding.code) not in named:
            yield _decided(closed[coding.kind], coding.code, "fjernet", coding)


def _closes(item: Decision) -> bool:
    """Whether the sentence has no other codes of the kind than those said yes to; a stance has no other beside it."""
    return item.complete or (item.kind == "stance" and bool(item.right))


def _decided(item: Decision, code: str, effect: str, machine: Coding | None) -> Decided:
    return Decided(
        document=item.document, start=item.start, end=item.end, quote=item.quote, kind=item.kind, code=code,
        verdict=item.verdict, corrected=item.corrected, complete="ja" if item.complete else "", who=item.who,
        when=item.when, codebook=item.codebook, effect=effect, coder=machine.coder if machine else "",
        score=machine.score if machine else 0.0, why=machine.why if machine else "",
    )  # fmt: skip
