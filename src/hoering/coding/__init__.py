"""Coding: every sentence gets suggested themes, actors, one stance and one voice, each with a reason."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding.actors import ActorCoder
from hoering.coding.evidence import Suggestion
from hoering.coding.hits import HitFinder
from hoering.coding.stance import stance
from hoering.coding.themes import ThemeCoder
from hoering.coding.voice import VoiceCoder
from hoering.records import Coding, CodingKind, Segment, Source

CODER = "rule:patterns"


@dataclass(slots=True)
class Coder:
    """Codes sentences by one codebook."""

    book: Codebook
    _hits: HitFinder = field(init=False)
    _themes: ThemeCoder = field(init=False)
    _actors: ActorCoder = field(init=False)
    _voices: VoiceCoder = field(init=False)
    _version: str = field(init=False)

    def __post_init__(self) -> None:
        self._hits = HitFinder(self.book)
        self._themes = ThemeCoder(self.book)
        self._actors = ActorCoder(self.book)
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
        codings: list[Coding] = []
        for sentence, voice in zip(sentences, voices, strict=True):
            hits = self._hits.find(sentence)
            suggested: tuple[tuple[CodingKind, Sequence[Suggestion]], ...] = (
                ("theme", self._themes.code(hits.themes)),
                ("actor", self._actors.code(sentence, hits.actors, voice.code)),
                ("stance", (stance(sentence, hits.stances),)),
                ("voice", (voice,)),
            )
            for kind, found in suggested:
                codings += [self._coding(source, sentence, kind, item, voice.speaker) for item in found]
        return codings

    def _coding(self, source: Source, sentence: Sentence, kind: CodingKind, found: Suggestion, speaker: str) -> Coding:
        place = sentence.segment
        identity = f"{source.source}|{place.start}|{place.end}|{kind}|{found.code}|{CODER}"
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
            coder=CODER,
            sender=source.sender,
            sender_type=source.sender_type,
            speaker=speaker,
            role=place.role,
            segment_id=place.segment_id,
            codebook=self._version,
        )
