"""From identified documents to sources: one row per letter, interview or answer, duplicates told apart.

Runs on the sensitive side; what it makes is safe: masked names and a masked, readable text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hoering.edits import Edit, View
from hoering.identify import UNNAMED, Identity
from hoering.records import Problem, SafeText, Source, Status
from hoering.sensitive import RawDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One thing received, its place in a raw text and what it is taken to be (names masked).

    ``set_aside`` is the reason a person gave for leaving it out.
    """

    start: int
    end: int
    identity: Identity
    set_aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedDocument:
    """A document with all its edits, its masked name, and what was received in it."""

    raw: RawDocument
    edits: tuple[Edit, ...]
    document: str
    received: tuple[Received, ...]


def safe_texts(documents: Iterable[MaskedDocument]) -> list[SafeText]:
    """Sources with their readable texts, numbered in order; duplicates and empty ones have number 0."""
    seen: dict[str, str] = {}
    texts: list[SafeText] = []
    number = 0
    for masked in documents:
        view = View.of(masked.raw.text, masked.edits)
        for place, received in enumerate(masked.received, 1):
            source = _source(masked, received, place)
            status, reason = _status(source, view, masked.raw.text, seen, received.set_aside)
            if status == "used":
                number += 1
            own = number if status == "used" else 0
            sender = f"{UNNAMED} (nr. {own})" if own and source.sender == UNNAMED else source.sender
            kept = replace(source, status=status, reason=reason, number=own, sender=sender)
            texts.append(SafeText(source=kept, view=view, pages=masked.raw.pages))
    return texts


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


def _status(source: Source, view: View, raw: str, seen: dict[str, str], set_aside: str) -> tuple[Status, str]:
    if set_aside:
        return "excluded", set_aside
    if not any(c.isalnum() for c in view.quote(source.start, source.end)):
        return "excluded", "Der er ingen tekst tilbage efter rensning."
    # The raw text: a first name gets another placeholder in another document, so masked copies differ.
    text = " ".join(raw[source.start : source.end].split()).casefold()
    # Short answers ("nej") are alike by chance, not copies.
    if len(text) > 100 and text in seen:
        return "duplicate", f"Samme tekst som {seen[text]}."
    seen.setdefault(text, source.document)
    return "used", ""


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
