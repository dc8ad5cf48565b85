"""From a source's sentences to codings: voices by structure, all else by an exchangeable coder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding.evidence import Suggestion
from hoering.coding.protocol import SentenceCoder, Suggested
from hoering.coding.rules import PatternCoder
from hoering.coding.voice import VoiceCoder
from hoering.records import Coding, CodingKind, Problem, Segment, Source


@dataclass(slots=True)
class Coder:
    """Codes sources by one codebook; without ``by`` by the codebook's patterns."""

    book: Codebook
    by: SentenceCoder | None = None
    _by: SentenceCoder = field(init=False)
    _voices: VoiceCoder = field(init=False)
    _version: str = field(init=False)

    def __post_init__(self) -> None:
        self._by = self.by or PatternCoder(self.book)
        self._voices = VoiceCoder(self.book)
        self._version = f"{self.book.id} {self.book.version}"

    def code(self, source: Source, segments: Sequence[Segment], sentences: Sequence[Sentence]) -> list[Coding]:
        """Codings of one source, sentence by sentence.

        Args:
            source: who sends.
            segments: all segments of the source, in reading order.
            sentences: all sentences of these segments, in reading order.
        """
        voices = self._voices.code(source, segments, sentences)
        suggested = self._by.suggest(source, sentences, voices)
        return [
            self._coding(source, sentence, kind, item, voice.speaker)
            for sentence, voice, found in zip(sentences, voices, suggested, strict=True)
            for kind, item in _kinds(found, voice)
        ]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the coder could not do, where it tells (a language model's answers that were of no use)."""
        return tuple(getattr(self._by, "problems", ()))

    def _coding(self, source: Source, sentence: Sentence, kind: CodingKind, found: Suggestion, speaker: str) -> Coding:
        place, coder = sentence.segment, self._by.name
        identity = f"{source.source}|{place.start}|{place.end}|{kind}|{found.code}|{coder}"
        return Coding(
            coding_id=hashlib.sha256(identity.encode()).hexdigest()[:12],
            source=source.source,
            document=source.document,
            page=place.page,
            start=place.start,
            end=place.end,
            quote=place.text,
            kind=kind,
            code=found.code,
            score=found.score,
            why=found.why,
            coder=coder,
            sender=source.sender,
            sender_type=source.sender_type,
            speaker=speaker,
            role=place.role,
            segment_id=place.segment_id,
            codebook=self._version,
        )


def _kinds(found: Suggested, voice: Suggestion) -> Iterator[tuple[CodingKind, Suggestion]]:
    for theme in found.themes:
        yield "theme", theme
    for actor in found.actors:
        yield "actor", actor
    yield "stance", found.stance
    yield "voice", voice
