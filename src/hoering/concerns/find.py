"""From the codings of a source to its concerns."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding.clauses import claim_start
from hoering.coding.hits import HitFinder
from hoering.concerns.about import themes_by_weight
from hoering.concerns.claims import Said, best, joined
from hoering.concerns.clauses import content_start
from hoering.concerns.mentions import mentions
from hoering.concerns.reading import Reading
from hoering.concerns.records import NO_TARGET, Concern, Target
from hoering.concerns.speakers import without_speakers
from hoering.concerns.targets import target
from hoering.concerns.wording import UNKNOWN, Wording
from hoering.patterns import Hit
from hoering.records import Coding, Source

CLAIMS = ("kritik", "forslag", "stoette")

# The draft that is heard is nobody's answer to itself (as in `hoering.themes`).
_NOT_COUNTED = frozenset({"politik"})
_INTERVIEWER = "interviewer"
# What a reporter tells in words of his own is nobody's wish.
_JOURNALIST = "journalist"


@dataclass(frozen=True, slots=True)
class _Codes:
    """What is coded on one sentence."""

    stance: Coding | None = None
    voice: Coding | None = None
    themes: tuple[Coding, ...] = ()
    actors: frozenset[str] = frozenset()

    @property
    def voice_code(self) -> str:
        return self.voice.code if self.voice else UNKNOWN


@dataclass(frozen=True, slots=True)
class _Before:
    """What the sentence before in the same paragraph was about: "de" and "det" may mean that."""

    paragraph: str = ""
    voice: str = ""
    theme: str = ""
    party: str = ""


_NOTHING_BEFORE = _Before()


@dataclass(slots=True)
class ConcernFinder:
    """Finds the concerns of sources that are coded by one codebook, whoever coded them."""

    book: Codebook
    _hits: HitFinder = field(init=False)
    _wording: Wording = field(init=False)

    def __post_init__(self) -> None:
        self._hits = HitFinder(self.book)
        self._wording = Wording(self.book)

    def find(self, source: Source, sentences: Sequence[Sentence], codings: Iterable[Coding]) -> list[Concern]:
        """The concerns of one source, in reading order; none of the draft that is heard, none of an interviewer.

        Args:
            source: what was received.
            sentences: all of its sentences, in reading order.
            codings: those of the source, by any coder, one stance and one voice per sentence.
        """
        if source.kind in _NOT_COUNTED:
            return []
        coded = _by_place(codings)
        said: list[Said] = []
        before = _NOTHING_BEFORE
        for position, sentence in enumerate(sentences):
            codes = coded.get((sentence.segment.start, sentence.segment.end), _Codes())
            if before.paragraph != sentence.within.segment_id:
                before = replace(_NOTHING_BEFORE, paragraph=sentence.within.segment_id)
            found = self._read(position, sentence, codes, before)
            if found is not None and (found.themes or found.target.code):
                said.append(found)
            before = self._after(codes, found, before)
        return [self._concern(source, claim) for claim in joined(said)]

    def target(self, sentence: Sentence, *, stance: str, voice: str, actors: Iterable[str], before: str = "") -> Target:
        """Whom the claim of one sentence is directed at.

        Args:
            sentence: a sentence that criticises, proposes or supports.
            stance: which of these.
            voice: whose view it renders.
            actors: the parties coded on it.
            before: the party the sentence before is about, for "de" and "den".
        """
        hits = self._hits.find(sentence).actors
        return target(self._reading(sentence, hits, stance, voice, frozenset(actors), before))

    def _read(self, position: int, sentence: Sentence, codes: _Codes, before: _Before) -> Said | None:
        """What a sentence claims, or None."""
        if codes.stance is None or codes.stance.code not in CLAIMS or sentence.segment.role == _INTERVIEWER:
            return None
        voice = codes.voice_code
        if voice == _JOURNALIST:
            return None
        hits = self._hits.find(sentence)
        reading = self._reading(sentence, hits.actors, codes.stance.code, voice, codes.actors, before.party)
        scores = {coding.code: coding.score for coding in codes.themes}
        themes = themes_by_weight(scores, hits.themes, reading.start, reading.speakers)
        if not themes and sentence.text.endswith(":"):
            return None  # "Vi foreslår derfor:" only announces
        follows = not themes and before.theme and before.voice == voice
        return Said(
            position=position,
            place=sentence.segment,
            stance=codes.stance.code,
            voice=voice,
            speaker=codes.voice.speaker if codes.voice else "",
            themes=(before.theme,) if follows else tuple(themes),
            target=target(reading),
            score=min([codes.stance.score, *(scores[theme] for theme in themes[:1])]),
            strength=codes.stance.score,
            why=f"holdning: {codes.stance.why}" + ("; tema fra sætningen før" if follows else ""),
        )

    def _after(self, codes: _Codes, found: Said | None, before: _Before) -> _Before:
        """What the next sentence of the paragraph may take up: the party, theme and voice of this one."""
        voice = codes.voice_code
        if found is not None:
            theme, party = next(iter(found.themes), ""), found.target.code
        else:
            theme, party = max(codes.themes, key=lambda c: c.score).code if codes.themes else "", ""
        parties = codes.actors - {self.book.private, voice}
        return _Before(
            paragraph=before.paragraph,
            voice=voice,
            theme=theme,
            party=party or (next(iter(parties)) if len(parties) == 1 else ""),
        )

    def _reading(
        self, sentence: Sentence, hits: Iterable[Hit], stance: str, voice: str, coded: frozenset[str], before: str
    ) -> Reading:
        start = claim_start(sentence.forms)
        mentioned = mentions(hits, coded, sentence, {self.book.private, self.book.authority})
        named = without_speakers(mentioned, sentence.forms, sentence.lemmas, voice)
        return Reading(
            forms=sentence.forms,
            lemmas=sentence.lemmas,
            named=named,
            speakers=tuple(m for m in mentioned if m not in named),
            coded=coded,
            voice=voice,
            stance=stance,
            start=start,
            content=content_start(sentence.forms, sentence.lemmas, start),
            before=before,
            private=self.book.private,
            authority=self.book.authority,
        )

    def _concern(self, source: Source, claim: Sequence[Said]) -> Concern:
        shown = best(claim)
        aimed = shown.target if shown.target.code else next((s.target for s in claim if s.target.code), NO_TARGET)
        themes = list(dict.fromkeys(t for s in (shown, *claim) for t in s.themes))
        theme = next(iter(themes), "")
        identity = f"{source.source}|{claim[0].place.start}|{shown.stance}|{shown.voice}|{theme}|{aimed.code}"
        return Concern(
            concern_id=hashlib.sha256(identity.encode()).hexdigest()[:12],
            source=source.source,
            number=source.number,
            document=source.document,
            page=shown.place.page,
            start=shown.place.start,
            end=shown.place.end,
            quote=shown.place.text,
            voice=shown.voice,
            speaker=shown.speaker,
            sender=source.sender,
            sender_type=source.sender_type,
            stance=shown.stance,
            target_theme=theme,
            other_themes=tuple(themes[1:]),
            target_actor=aimed.code,
            other_actors=aimed.others,
            claim=self._wording.claim(
                voice=shown.voice,
                speaker=shown.speaker,
                sender=source.sender,
                sender_type=source.sender_type,
                stance=shown.stance,
                theme=theme,
                target=aimed,
            ),
            score=round(shown.score, 3),
            why="; ".join(part for part in (shown.why, f"retning: {aimed.why}" if aimed.code else "") if part),
            also=tuple((s.place.start, s.place.end) for s in claim if s is not shown),
            codebook=self.book.stamp,
        )


def _by_place(codings: Iterable[Coding]) -> dict[tuple[int, int], _Codes]:
    found: dict[tuple[int, int], list[Coding]] = defaultdict(list)
    for coding in codings:
        found[coding.start, coding.end].append(coding)
    return {place: _codes(own) for place, own in found.items()}


def _codes(codings: Sequence[Coding]) -> _Codes:
    one = {coding.kind: coding for coding in codings}
    return _Codes(
        stance=one.get("stance"),
        voice=one.get("voice"),
        themes=tuple(c for c in codings if c.kind == "theme"),
        actors=frozenset(c.code for c in codings if c.kind == "actor"),
    )
