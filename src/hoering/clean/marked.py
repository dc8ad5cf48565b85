"""What a reader already knew not to be the document's own words: quoted mails, time codes, fields of a table row."""

from __future__ import annotations

from collections.abc import Iterator

from hoering.edits import Edit
from hoering.sensitive import RawDocument

# Kinds of marks that are taken out, and the reason given.
_REASONS = {
    "quoted reply": "citeret mail",
    "signature": "underskrift",
    "disclaimer": "mailfod",
    "time code": "tidskode",
    "question": "spørgsmål i skemaet",
    "field": "baggrundsfelt",
}


def marked_parts(document: RawDocument) -> Iterator[Edit]:
    """Everything under a mark of these kinds; where two overlap, the one that starts first."""
    end = 0
    for mark in sorted(document.raw.marks, key=lambda m: (m.start, -m.end)):
        reason = _REASONS.get(mark.kind)
        if reason and mark.start >= end and mark.end > mark.start:
            yield Edit(start=mark.start, end=mark.end, reason=reason)
            end = mark.end
