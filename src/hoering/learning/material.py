"""The sentences of the last run as a coder sees them, read back from its tables."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd
from spacy.language import Language

from hoering.annotate import UNUSED, Sentence
from hoering.coding.evidence import Suggestion
from hoering.errors import DecisionsError
from hoering.learning.places import Place, place_of
from hoering.records import Coding, Segment, Source
from hoering.tables import read_table

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Material:
    """One source: all of its sentences in reading order, the voice of each, and the machine's codings of them."""

    source: Source
    sentences: tuple[Sentence, ...]
    voices: tuple[Suggestion, ...]
    codings: tuple[Coding, ...]

    def places(self) -> list[Place]:
        """Where its sentences stand."""
        return [place_of(sentence.segment) for sentence in self.sentences]


@dataclass(frozen=True, slots=True)
class LastRun:
    """The tables of a finished run."""

    documents: pd.DataFrame
    segments: pd.DataFrame
    codings: pd.DataFrame

    @classmethod
    def read(cls, processed: Path) -> LastRun:
        """Read the tables. Raises `DecisionsError` where no finished run lies there."""
        try:
            documents, segments, codings = (read_table(processed, n) for n in ("documents", "segments", "codings"))
        except (OSError, ValueError) as error:
            raise DecisionsError(f"I {processed} ligger ingen færdig kørsel. Kør »hoering run« først.") from error
        # Topics are suggested by the passages; nobody decides on them sentence by sentence.
        return cls(documents, segments, codings[codings["kind"] != "topic"])

    @property
    def stamps(self) -> set[str]:
        """The codebooks (id and version) the run was coded with."""
        return set(self.codings["codebook"])

    def sentence_texts(self) -> dict[Place, str]:
        """The readable text of every sentence, by its place."""
        found = self.segments[self.segments["level"] == "sentence"]
        places = zip(found["document"], found["start"], found["end"], found["text"], strict=True)
        return {(document, int(start), int(end)): text for document, start, end, text in places}

    def material(self, nlp: Language, documents: Collection[str] | None = None) -> Iterator[Material]:
        """The sources in use, in the run's order; with ``documents`` only those in them.

        Args:
            nlp: the language pipeline of the run; words and lemmas are in no table and are worked out again.
            documents: names as in the tables.
        """
        rows = self.documents[self.documents["status"] == "used"]
        if documents is not None:
            rows = rows[rows["document"].isin(list(documents))]
        segments = dict(iter(self.segments.groupby("source", sort=False)))
        codings = dict(iter(self.codings.groupby("source", sort=False)))
        for source in _records(Source, rows):
            if source.source in codings:
                own = _records(Segment, segments[source.source])
                yield _material(source, own, _records(Coding, codings[source.source]), nlp)


def _records(kind: type[Record], frame: pd.DataFrame) -> list[Record]:
    names = [f.name for f in fields(kind) if f.name in frame]  # type: ignore[arg-type]
    rows: list[list[Any]] = frame[names].astype(object).to_numpy().tolist()
    return [kind(**dict(zip(names, row, strict=True))) for row in rows]


def _material(source: Source, segments: Sequence[Segment], codings: Sequence[Coding], nlp: Language) -> Material:
    voices = {place_of(c): Suggestion(c.code, c.score, c.why, c.speaker) for c in codings if c.kind == "voice"}
    sentences = [s for s in _sentences(segments, nlp) if place_of(s.segment) in voices]
    said = tuple(voices[place_of(sentence.segment)] for sentence in sentences)
    return Material(source, tuple(sentences), said, tuple(codings))


def _sentences(segments: Sequence[Segment], nlp: Language) -> Iterator[Sentence]:
    """Sentences with the words they had in the run: those of the paragraph's analysis that stand in them."""
    whole = {item.segment_id: item for item in segments if not item.parent}
    inside: dict[str, list[Segment]] = {}
    for item in segments:
        if item.level == "sentence" and item.parent in whole:
            inside.setdefault(item.parent, []).append(item)
    unused = [name for name in UNUSED if name in nlp.pipe_names]
    docs = nlp.pipe((whole[parent].text for parent in inside), disable=unused)
    for (parent, own), doc in zip(inside.items(), docs, strict=True):
        tokens = [(token.idx, token.text, token.lemma_ or token.lower_) for token in doc if not token.is_space]
        position = 0
        for item in own:
            start = whole[parent].text.find(item.text, position)
            position = start + len(item.text)
            words = [(form, lemma) for place, form, lemma in tokens if start <= place < position]
            yield Sentence(
                segment=item,
                within=whole[parent],
                forms=tuple(form for form, _ in words),
                lemmas=tuple(lemma for _, lemma in words),
            )
