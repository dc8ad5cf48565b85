"""Whose view a sentence renders: the sender's, a speaker's in a transcript, or someone's who is quoted or reported."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding.evidence import Suggestion
from hoering.coding.people import NAME, PartyFinder, Person
from hoering.coding.quotes import QuotedRun, quoted_runs
from hoering.records import Segment, Source

UNKNOWN = "ukendt"
JOURNALIST = "journalist"
AUTHORITY = "jobcenter_kommune"
PRIVATE = "borgere"

# Kinds in which someone other than the writer speaks again and again.
_REPORTING_KINDS = {"nyhed"}

_SAYS = (
    "siger|sagde|fortæller|fortalte|mener|mente|udtaler|udtalte|understreger|understregede"
    "|forklarer|forklarede|oplyser|oplyste|påpeger|påpegede|tilføjer|tilføjede|uddyber|uddybede"
    "|forsikrer|forsikrede|konstaterer|vurderer|vurderede|lyder det fra"
    "|noterer|noterede|spørger|spurgte|svarer|svarede|advarer|advarede|foreslår|foreslog|kalder|lover|lovede|erkender|håber"
    "|fastslår|fastslog|opfordrer|opfordrede|slutter|afslutter|bemærker|bemærkede|fremhæver|fremhævede|efterlyser|roser"
)
_SPEECH_VERB = re.compile(rf"\b(?:{_SAYS})\b")
_PRONOUN_SAYS = re.compile(rf"\b(?:{_SAYS}) (?:han|hun)\b|\b(?:han|hun) (?:{_SAYS})\b")
_VIEW_VERB = re.compile(
    rf"\b(?:{_SAYS}|hilser|savner|ønsker|kræver|støtter|bakker op|frygter|glæder sig|kritiserer"
    r"|afviser|er glad|er bekymret)\b"
)
_ANNOUNCES = re.compile(r"^(?:Sådan|Det|Dette) (?:siger|lyder|mener|fortæller)\b")
_ACCORDING = re.compile(r"\b[Ii]følge ")


@dataclass(frozen=True, slots=True)
class _Speaker:
    name: str
    party: str


@dataclass(slots=True)
class VoiceCoder:
    """Suggests exactly one voice per sentence of a source."""

    book: Codebook
    finder: PartyFinder = field(init=False)

    def __post_init__(self) -> None:
        self.finder = PartyFinder(self.book)

    def code(self, source: Source, segments: Sequence[Segment], sentences: Sequence[Sentence]) -> list[Suggestion]:
        """Voices of a source's sentences, in their order."""
        if source.kind in _REPORTING_KINDS:
            return _Reported(self.finder, segments, sentences).voices()
        return [self._of_sender(source, sentence) for sentence in sentences]

    def _of_sender(self, source: Source, sentence: Sentence) -> Suggestion:
        within = sentence.within
        if within.role == "interviewer":
            return Suggestion(code=AUTHORITY, score=0.8, why="interviewerens replik", speaker=within.speaker)
        sender = source.sender_type or UNKNOWN
        if within.speaker:
            party = self._party_of_label(within.speaker) or sender
            return Suggestion(code=party, score=0.9, why=f"replik af {within.speaker}", speaker=within.speaker)
        if source.kind in {"notat", "politik"} and sender == UNKNOWN:
            return Suggestion(code=AUTHORITY, score=0.5, why="forvaltningens eget papir")
        return Suggestion(code=sender, score=0.8 if sender != UNKNOWN else 0.2, why=f"afsender: {source.sender}")

    def _party_of_label(self, label: str) -> str:
        """Party a speaker label tells; one or two letters ("S:", "IP:") stand for a role in the transcript only."""
        bare = label.strip("[]")
        return self.finder.of_title(bare) if len(bare) > 3 else ""


@dataclass(slots=True)
class _Reported:
    """The voices of one news text: the journalist's own, those quoted, those reported."""

    finder: PartyFinder
    segments: Sequence[Segment]
    sentences: Sequence[Sentence]
    _known: dict[str, _Speaker] = field(init=False, default_factory=dict)
    _paragraph: Mapping[str, int] = field(init=False)
    _unclosed: frozenset[int] = field(init=False)

    def voices(self) -> list[Suggestion]:
        texts = [item.text for item in self.segments]
        self._paragraph = {item.segment_id: number for number, item in enumerate(self.segments)}
        self._learn("\n".join(texts))
        runs = quoted_runs(texts)
        self._unclosed = frozenset(r.paragraph for r in runs if r.end == len(texts[r.paragraph]) and not r.dash)
        quoted = [self._is_quoted(sentence, runs) for sentence in self.sentences]
        return self._fill(quoted, self._named(quoted))

    def _learn(self, text: str) -> None:
        """The first title that gives a person a party holds for the whole text, also for a bare surname."""
        for person in self.finder.people(text):
            if person.party and person.name not in self._known:
                speaker = _Speaker(_with_title(person), person.party)
                self._known[person.name] = speaker
                self._known.setdefault(person.name.split()[-1], speaker)
        for person in self.finder.people(text):
            # A placeholder without a title is a private person: nobody in office was masked.
            party = PRIVATE if person.name.startswith("[") else UNKNOWN
            self._known.setdefault(person.name, _Speaker(person.name, party))

    def _is_quoted(self, sentence: Sentence, runs: Sequence[QuotedRun]) -> bool:
        paragraph = self._paragraph[sentence.within.segment_id]
        start = sentence.within.text.find(sentence.text)
        end = start + len(sentence.text)
        inside = sum(max(0, min(end, r.end) - max(start, r.start)) for r in runs if r.paragraph == paragraph)
        return inside >= 0.5 * max(1, end - start)

    def _named(self, quoted: Sequence[bool]) -> list[_Speaker | None]:
        """Who each sentence itself names as speaking or as holder of the view."""
        found = []
        for sentence, is_quoted in zip(self.sentences, quoted, strict=True):
            outside = sentence.text if not is_quoted else _outside_quotes(sentence.text)
            found.append(self._speaker_in(outside))
        return found

    def _speaker_in(self, text: str) -> _Speaker | None:
        verb = _VIEW_VERB.search(text) or _ACCORDING.search(text)
        if verb is None:
            return None
        candidates = [m for m in NAME.finditer(text) if m[0] in self._known]
        surnames = [m for m in re.finditer(r"\b[A-ZÆØÅ][a-zæøåé]+\b", text) if m[0] in self._known]
        best = min(
            candidates or surnames,
            key=lambda m: min(abs(m.start() - verb.end()), abs(verb.start() - m.end())),
            default=None,
        )
        return self._known[best[0]] if best else None

    def _fill(self, quoted: Sequence[bool], named: Sequence[_Speaker | None]) -> list[Suggestion]:
        result: list[Suggestion] = []
        last: _Speaker | None = None
        for position, sentence in enumerate(self.sentences):
            speaker = named[position]
            if quoted[position]:
                speaker = speaker or self._attributed(position, quoted, named, last)
                result.append(_quoted(speaker))
            elif _ANNOUNCES.match(sentence.text):
                result.append(_journalist())
            elif speaker is not None:
                why = f"gengiver {speaker.name}"
                result.append(Suggestion(code=speaker.party, score=0.8, why=why, speaker=speaker.name))
            elif last is not None and _PRONOUN_SAYS.search(sentence.text):
                result.append(Suggestion(code=last.party, score=0.7, why=f"gengiver {last.name}", speaker=last.name))
                speaker = last
            else:
                result.append(_journalist())
                speaker = self._mentioned(sentence.text)
            last = speaker or last
        return result

    def _mentioned(self, text: str) -> _Speaker | None:
        """The first known person a sentence of the journalist's names: "han" in the next quotation is that one."""
        return next((self._known[m[0]] for m in NAME.finditer(text) if m[0] in self._known), None)

    def _attributed(
        self, position: int, quoted: Sequence[bool], named: Sequence[_Speaker | None], last: _Speaker | None
    ) -> _Speaker | None:
        """Speaker of a quoted sentence that names none: later in the quotation, announced before, or the last."""
        here = self._paragraph_of(position)
        for later in range(position + 1, len(self.sentences)):
            if self._paragraph_of(later) == here + 1 and here in self._unclosed:
                here += 1
            if self._paragraph_of(later) != here or not (quoted[later] or named[later]):
                break
            if named[later] is not None:
                return named[later]
        if position and named[position - 1] is not None and self.sentences[position - 1].text.rstrip().endswith(":"):
            return named[position - 1]
        if last is not None:
            return last
        return next((speaker for speaker in named[position:] if speaker is not None), None)

    def _paragraph_of(self, position: int) -> int:
        return self._paragraph[self.sentences[position].within.segment_id]


def _outside_quotes(text: str) -> str:
    """The frame of a quoted sentence: what stands after the quotation or after its last comma."""
    frame = re.split(r"[”“»«\"]", text)
    return frame[-1] if len(frame) > 1 and len(frame[-1]) > 3 else _last_clauses(text)


def _last_clauses(text: str) -> str:
    match = _SPEECH_VERB.search(text)
    return text[match.start() :] if match else ""


def _with_title(person: Person) -> str:
    return f"{person.name} {person.title}" if person.title.startswith("(") else person.name


def _quoted(speaker: _Speaker | None) -> Suggestion:
    if speaker is None:
        return Suggestion(code=UNKNOWN, score=0.2, why="citat uden kendt taler")
    return Suggestion(code=speaker.party, score=0.9, why=f"citat af {speaker.name}", speaker=speaker.name)


def _journalist() -> Suggestion:
    return Suggestion(code=JOURNALIST, score=0.7, why="journalistens egen tekst")
