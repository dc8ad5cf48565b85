"""From segments to sentences with words and lemmas, by the language pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Span

from hoering.edits import View
from hoering.records import SafeText, Segment
from hoering.segment import body_of

# Named entities and dependencies are not used past the privacy step.
UNUSED = ("ner", "parser")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence (a `Segment` of level ``sentence``), the segment it stands in, its words and lemmas."""

    segment: Segment
    within: Segment
    forms: tuple[str, ...]
    lemmas: tuple[str, ...]

    @property
    def text(self) -> str:
        """The readable text of the sentence."""
        return self.segment.text


def annotate(
    text: SafeText,
    segments: Sequence[Segment],
    nlp: Language,
    *,
    advance: Callable[[int], None] = lambda _: None,
) -> list[Sentence]:
    """Split a source's segments into sentences and give each word its lemma.

    Args:
        text: the source the segments were made from.
        segments: its segments, in reading order.
        nlp: a pipeline from `hoering.language.load`.
        advance: called with the number of segments done (progress).
    """
    bodies = [item.text[body_of(item) :] for item in segments]
    found: list[Sentence] = []
    with nlp.select_pipes(disable=[name for name in UNUSED if name in nlp.pipe_names]):
        for item, doc in zip(segments, nlp.pipe(bodies), strict=True):
            found.extend(_sentences(text, item, list(doc.sents)))
            advance(1)
    return found


def _sentences(text: SafeText, item: Segment, spans: Sequence[Span]) -> Iterator[Sentence]:
    view = text.view
    begin = view.to_view(item.start, item.end)[0] + body_of(item)
    for number, span in enumerate(spans):
        stripped = span.text.strip()
        if not any(c.isalnum() for c in stripped):
            continue
        start = begin + span.start_char + span.text.index(stripped[0])
        record = _record(text, view, item, number, start, start + len(stripped))
        words = [token for token in span if not token.is_space]
        yield Sentence(
            segment=record,
            within=item,
            forms=tuple(token.text for token in words),
            lemmas=tuple(token.lemma_ or token.lower_ for token in words),
        )


def _record(text: SafeText, view: View, item: Segment, number: int, start: int, end: int) -> Segment:
    raw_start, raw_end = view.to_raw(start, end)
    return Segment(
        segment_id=f"{item.segment_id}.{number:02d}",
        source=item.source,
        document=item.document,
        parent=item.segment_id,
        level="sentence",
        page=text.page_of(raw_start),
        start=raw_start,
        end=raw_end,
        text=view.text[start:end],
        speaker=item.speaker,
        role=item.role,
    )
