"""Where a sentence stands: what joins segments, codings and decisions."""

from __future__ import annotations

from hoering.records import Coding, Segment

# Document, start and end in its raw text.
Place = tuple[str, int, int]


def place_of(item: Segment | Coding) -> Place:
    """Where a segment or coding stands."""
    return item.document, item.start, item.end
