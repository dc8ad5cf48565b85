"""Words and base forms for coded pieces, by the bundled language model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from fitting import Annotated
from pieces import Piece
from spacy.language import Language
from spacy.tokens import Doc

from hoering.annotate import UNUSED, Sentence
from hoering.records import Segment


def annotate(pieces: Sequence[Piece], nlp: Language) -> list[Annotated]:
    """The pieces with the words and base forms of their sentences, which are taken as they are."""
    texts = (sentence.text for piece in pieces for sentence in piece.sentences)
    docs = nlp.pipe(texts, disable=[name for name in UNUSED if name in nlp.pipe_names])
    return [Annotated(piece, tuple(_sentences(piece, docs))) for piece in pieces]


def _sentences(piece: Piece, docs: Iterable[Doc]) -> Iterator[Sentence]:
    for coded, doc in zip(piece.sentences, docs, strict=False):
        segment = Segment(
            segment_id="",
            source="",
            document="",
            level="sentence",
            page=1,
            start=0,
            end=len(coded.text),
            text=coded.text,
        )
        tokens = [token for token in doc if not token.is_space]
        yield Sentence(
            segment=segment,
            within=segment,
            forms=tuple(token.text for token in tokens),
            lemmas=tuple(token.lemma_ or token.lower_ for token in tokens),
        )
