"""What each source of an intake has of its own and what stands in it twice, with the places in the raw text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from hoering.duplicates import Likeness, Passage, in_raw
from hoering.intake import Intake


def placed(safe: Intake) -> Iterator[Likeness]:
    """One for each source in use that is like another, or holds something twice."""
    texts = {text.source.source: text for text in safe.used}
    for item in safe.gathered.copies.likenesses:
        if text := texts.get(item.source):
            place = (text.view, text.source.start, text.source.end)
            yield replace(item, own=in_raw(item.own, *place), repeats=in_raw(item.repeats, *place))


def own_passages(safe: Intake) -> Mapping[str, tuple[Passage, ...]]:
    """The passages each near copy has and no other of its group, by source."""
    return {item.source: item.own for item in placed(safe) if item.group}
