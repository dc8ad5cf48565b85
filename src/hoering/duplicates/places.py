"""From places in a letter's readable text to places in the raw text of its document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hoering.duplicates.records import Passage
from hoering.edits import View

# A coded sentence is the sender's own when at least half of it stands in his own passages.
_MOSTLY = 0.5


def in_raw(passages: Iterable[Passage], view: View, start: int, end: int) -> tuple[Passage, ...]:
    """Passages of a source's readable text as passages of the raw text of its document.

    Args:
        passages: places in ``view.quote(start, end)``.
        view: the readable text of the document.
        start: where the source begins in the raw text.
        end: where it ends there.
    """
    first, _ = view.to_view(start, end)
    places = (view.to_raw(first + passage.start, first + passage.end) for passage in passages)
    return tuple(Passage(start=raw_start, end=raw_end) for raw_start, raw_end in places)


def is_own(start: int, end: int, own: Sequence[Passage]) -> bool:
    """Whether a place, such as a coded sentence, lies mostly in a sender's own passages; offsets of one text.

    >>> is_own(0, 10, [Passage(start=4, end=30)]), is_own(0, 10, [Passage(start=6, end=30)])
    (True, False)
    """
    covered = sum(max(0, min(end, passage.end) - max(start, passage.start)) for passage in own)
    return covered > 0 and covered >= _MOSTLY * (end - start)
