"""From segments to sentences with words and lemmas, by the language pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from spacy.language import Language
from spacy.tokens import Doc

from hoering.edits import View
from hoering.language.pieces import pieces
from hoering.records import SafeText, Segment
from hoering.segment import body_of

# Named entities and dependencies are not used past the privacy step.
UNUSED = ("ner", "hoering_entities", "parser")


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
    (found,) = annotate_all([(text, segments)], nlp, advance=advance)
    return found


def annotate_all(
    texts: Sequence[tuple[SafeText, Sequence[Segment]]],
    nlp: Language,
    *,
    processes: int = 1,
    batch_size: int | None = None,
    advance: Callable[[int], None] = lambda _: None,
) -> Iterator[list[Sentence]]:
    """The sentences of many sources, one list per source in their order, as `annotate` gives them one by one.

    Segments are short, so the language pipeline is fed with batches that run on from one source to the next.

    Args:
        texts: sources, each with its segments in reading order.
        nlp: a pipeline from `hoering.language.load`.
        processes: how many processes analyse; each one more takes seconds to start.
        batch_size: segments per batch; without it the model's own number.
        advance: called with the number of segments done (progress).
    """
    spoken = [[(item, _pieces(item)) for item in segments] for _, segments in texts]
    bodies = (piece for divided in spoken for _, parts in divided for _, piece in parts)
    # A pipe does not hold what it has given, so only a batch of documents is in memory at a time.
    docs = nlp.pipe(bodies, batch_size=batch_size, n_process=processes, disable=_unused(nlp))
    for (text, _), divided in zip(texts, spoken, strict=True):
        found: list[Sentence] = []
        for item, parts in divided:
            found.extend(_sentences(text, item, [(start, next(docs)) for start, _ in parts]))
            advance(1)
        yield found


def _pieces(item: Segment) -> list[tuple[int, str]]:
    """What is said in a segment, with its place in the segment's text; a very long one in pieces."""
    said = body_of(item)
    return [(said + start, piece) for start, piece in pieces(item.text[said:])]


def _unused(nlp: Language) -> list[str]:
    return [name for name in UNUSED if name in nlp.pipe_names]


def _sentences(text: SafeText, item: Segment, docs: Iterable[tuple[int, Doc]]) -> Iterator[Sentence]:
    view = text.view
    begin = view.to_view(item.start, item.end)[0]
    numbers = count()
    for offset, doc in docs:
        # One pass over the document: each access of spaCy's to a token makes a new object.
        tokens = [(token.text, token.lemma_ or token.lower_, token.is_space) for token in doc]
        for span in doc.sents:
            number, first = next(numbers), offset + span.start_char
            written = item.text[first : offset + span.end_char]
            stripped = written.strip()
            if not any(c.isalnum() for c in stripped):
                continue
            start = begin + first + written.index(stripped[0])
            words = [(form, lemma) for form, lemma, is_space in tokens[span.start : span.end] if not is_space]
            yield Sentence(
                segment=_record(text, view, item, number, start, start + len(stripped)),
                within=item,
                forms=tuple(form for form, _ in words),
                lemmas=tuple(lemma for _, lemma in words),
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
