"""From identified documents to sources: one row per letter, interview or answer, duplicates told apart.

Runs on the sensitive side; what it makes is safe: masked names and a masked, readable text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hoering.edits import Edit, View
from hoering.identify import UNNAMED, Identity
from hoering.records import Problem, SafeText, Source, Status
from hoering.sensitive import RawDocument

# Each answer of a survey export is a source of its own.
_ANSWER = re.compile(r"^[ \t]*Svar (\d+):", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedDocument:
    """A document with all its edits, what it is taken to be, and its masked name, sender and title."""

    raw: RawDocument
    edits: tuple[Edit, ...]
    identity: Identity
    document: str


def safe_texts(documents: Iterable[MaskedDocument]) -> list[SafeText]:
    """Sources with their readable texts, numbered in order; duplicates and empty ones have number 0."""
    seen: dict[str, str] = {}
    texts: list[SafeText] = []
    number = 0
    for masked in documents:
        view = View.of(masked.raw.text, masked.edits)
        for source in _split(masked):
            status, reason = _status(source, view, masked.raw.text, seen)
            if status == "used":
                number += 1
            own = number if status == "used" else 0
            sender = f"{UNNAMED} (nr. {own})" if own and source.sender == UNNAMED else source.sender
            kept = replace(source, status=status, reason=reason, number=own, sender=sender)
            texts.append(SafeText(source=kept, view=view, pages=masked.raw.pages))
    return texts


def _split(masked: MaskedDocument) -> Iterator[Source]:
    text = masked.raw.text
    starts = [m.start() for m in _ANSWER.finditer(text)] if masked.identity.kind == "survey" else []
    if len(starts) < 2:
        yield _source(masked, 1, 0, len(text))
        return
    for number, (start, end) in enumerate(pairwise([0, *starts[1:], len(text)]), 1):
        source = _source(masked, number, start, end)
        yield replace(source, sender=f"{source.sender}, svar {number}")


def _source(masked: MaskedDocument, number: int, start: int, end: int) -> Source:
    identity = masked.identity
    return Source(
        source=f"{masked.document}#{number}",
        document=masked.document,
        number=0,
        kind=identity.kind,
        sender=identity.sender,
        sender_type=identity.sender_type,
        date=identity.date,
        phase=identity.phase,
        track=identity.track,
        title=identity.title,
        sha256=masked.raw.sha256,
        pages=len(masked.raw.pages),
        start=start,
        end=end,
        status="used",
        basis=identity.basis,
    )


def _status(source: Source, view: View, raw: str, seen: dict[str, str]) -> tuple[Status, str]:
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
