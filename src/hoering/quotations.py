"""Direct speech as segments of its own: what someone is quoted as saying, where, and who it is."""

from __future__ import annotations

from collections.abc import Sequence

from hoering.coding.quotes import QuotedRun, quoted_runs
from hoering.records import Coding, SafeText, Segment

# In a transcript or a survey every turn is said by its speaker; quotation marks there are a way of telling.
_SPOKEN = frozenset({"interview", "survey"})


def quotations(text: SafeText, segments: Sequence[Segment], codings: Sequence[Coding]) -> list[Segment]:
    """Segments of level ``quote`` of one source, without their marks, in reading order.

    Args:
        text: the source.
        segments: its headings, paragraphs and items.
        codings: its codings; the voice coded on a quoted sentence says who is quoted.
    """
    if text.source.kind in _SPOKEN:
        return []
    speakers = [c for c in codings if c.kind == "voice" and c.speaker]
    runs = quoted_runs([segment.text for segment in segments])
    return [_quotation(text, segments[run.paragraph], run, number, speakers) for number, run in enumerate(runs)]


def _quotation(text: SafeText, within: Segment, run: QuotedRun, number: int, speakers: Sequence[Coding]) -> Segment:
    begin = text.view.to_view(within.start, within.end)[0]
    start, end = text.view.to_raw(begin + run.start, begin + run.end)
    return Segment(
        segment_id=f"{within.segment_id}.q{number:02d}",
        source=within.source,
        document=within.document,
        parent=within.segment_id,
        level="quote",
        page=text.page_of(start),
        start=start,
        end=end,
        text=within.text[run.start : run.end],
        speaker=next((c.speaker for c in speakers if c.start < end and start < c.end), ""),
    )
