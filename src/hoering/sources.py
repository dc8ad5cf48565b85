"""From identified documents to sources: one row per letter, interview or answer, duplicates told apart.

Runs on the sensitive side; what it makes is safe: masked names and a masked, readable text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from hoering.duplicates import Copies, Letter, Likeness, find_copies
from hoering.edits import Edit, View
from hoering.endorsements import Writer
from hoering.identify import UNKNOWN_SENDER, UNNAMED, Identity
from hoering.records import Problem, SafeText, Source, Status
from hoering.sensitive import RawDocument
from hoering.stubs import no_body

# The score from which a sender's name tells that two letters with the same words come from one sender.
_SURE = 0.5
# Senders without a name get their number, so that two of them are not one.
_NOBODY = {UNNAMED, UNKNOWN_SENDER}
EMPTY = "Der er ingen tekst tilbage efter rensning."


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One thing received, its place in a raw text and what it is taken to be (names masked).

    ``set_aside`` is the reason a person gave for leaving it out; ``aliases`` are the placeholders its writer signs
    with, by which others may name him.
    """

    start: int
    end: int
    identity: Identity
    set_aside: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedDocument:
    """A document with all its edits, its masked name, and what was received in it."""

    raw: RawDocument
    edits: tuple[Edit, ...]
    document: str
    received: tuple[Received, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The sources of a consultation with their readable texts, their copies, and the names their senders go by."""

    texts: tuple[SafeText, ...]
    copies: Copies
    writers: tuple[Writer, ...]

    @property
    def used(self) -> list[SafeText]:
        """The texts that are coded."""
        return [text for text in self.texts if text.source.status == "used"]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A source before it is known whether it is a copy; ``reason`` says why it is set aside already."""

    text: SafeText
    raw: str
    aliases: tuple[str, ...]
    reason: str

    def letter(self) -> Letter:
        """The source as the search for copies sees it."""
        source = self.text.source
        # A name that is only guessed at would make one sender of all who write to the same council.
        named = source.sender_score >= _SURE and source.sender not in _NOBODY
        same = " ".join(self.raw[source.start : source.end].split()).casefold()
        return Letter(
            source=source.source,
            kind=source.kind,
            sender=" ".join([*([source.sender] if named else []), *self.aliases]),
            text=self.text.view.quote(source.start, source.end),
            # Answers of a survey are alike by chance, not copies.
            raw_key="" if source.kind == "survey" else hashlib.sha256(same.encode()).hexdigest(),
        )


def gather(documents: Iterable[MaskedDocument]) -> Gathered:
    """Sources with their readable texts, numbered in order; duplicates, empty ones and those left out have number 0."""
    candidates = [candidate for masked in documents for candidate in _candidates(masked)]
    copies = find_copies([candidate.letter() for candidate in candidates if not candidate.reason])
    likeness = {found.source: found for found in copies.likenesses}
    names = {candidate.text.source.source: candidate.text.source.document for candidate in candidates}
    texts: list[SafeText] = []
    numbers = count(1)
    for candidate in candidates:
        source = candidate.text.source
        own = likeness.get(source.source)
        status, reason = _status(candidate.reason, own, names)
        number = next(numbers) if status == "used" else 0
        sender = f"{source.sender} (nr. {number})" if number and source.sender in _NOBODY else source.sender
        group = own.group if own and status == "used" else ""
        kept = replace(source, status=status, reason=reason, number=number, sender=sender, group=group)
        texts.append(replace(candidate.text, source=kept))
    return Gathered(texts=tuple(texts), copies=copies, writers=tuple(_writers(zip(texts, candidates, strict=True))))


def _candidates(masked: MaskedDocument) -> Iterator[_Candidate]:
    view = View.of(masked.raw.text, masked.edits)
    for place, received in enumerate(masked.received, 1):
        source = _source(masked, received, place)
        empty = not any(c.isalnum() for c in view.quote(source.start, source.end))
        reason = received.set_aside or (EMPTY if empty else no_body(view.quote(source.start, source.end)))
        text = SafeText(source=source, view=view, pages=masked.raw.pages)
        yield _Candidate(text, masked.raw.text, received.aliases, reason)


def _status(reason: str, likeness: Likeness | None, names: Mapping[str, str]) -> tuple[Status, str]:
    if reason:
        return "excluded", reason
    if likeness and likeness.set_aside:
        return "duplicate", f"Samme tekst og afsender som {names[likeness.same_as]}."
    return "used", ""


def _writers(found: Iterable[tuple[SafeText, _Candidate]]) -> Iterator[Writer]:
    for text, candidate in found:
        source = text.source
        if source.status == "used":
            names = (source.sender, *candidate.aliases)
            yield Writer(source=source.source, names=names, authority=source.kind == "politik")


def _source(masked: MaskedDocument, received: Received, place: int) -> Source:
    identity = received.identity
    return Source(
        source=f"{masked.document}#{place}",
        document=masked.document,
        number=0,
        kind=identity.kind.value,
        sender=identity.sender.value,
        sender_type=identity.sender_type.value,
        date=identity.date.value,
        phase=identity.phase,
        track=identity.track,
        title=identity.title,
        subject=identity.subject.value,
        sha256=masked.raw.sha256,
        pages=len(masked.raw.pages),
        start=received.start,
        end=received.end,
        status="used",
        basis=identity.basis,
        kind_score=identity.kind.score,
        sender_score=identity.sender_type.score,
        date_score=identity.date.score,
    )


def not_read(excluded: Mapping[str, str], unreadable: Sequence[Problem], hashes: Mapping[str, str]) -> list[Source]:
    """Rows for files that gave no text: excluded ones (name to reason) and unreadable ones."""
    rows: list[tuple[str, Status, str]] = [(name, "excluded", why) for name, why in excluded.items()]
    rows += [(problem.item, "unreadable", problem.reason) for problem in unreadable]
    return [
        Source(
            source=f"{name}#1", document=name, number=0, kind="", sender="", sender_type="", date="",
            sha256=hashes.get(name, ""), pages=0, status=status, reason=why,
        )
        for name, status, why in sorted(rows)
    ]  # fmt: skip
