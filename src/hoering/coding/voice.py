"""Whose view a sentence renders: the sender's, a speaker's in a transcript, or someone's who is quoted or reported."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding.evidence import Suggestion
from hoering.coding.leaders import leads, led_by
from hoering.coding.people import NAME, PartyFinder, Person
from hoering.coding.quotes import QuotedRun, quoted_runs
from hoering.coding.speech import (
    ACCORDING,
    ANNOUNCES,
    CLOSING_VERB,
    OFFICES,
    OPENERS,
    SPEECH_VERB,
    VIEW_VERB,
    SubjectFinder,
    pronoun_says,
)
from hoering.coding.turns import JOURNALIST, UNKNOWN, LabelReader
from hoering.debates import is_debate
from hoering.records import Segment, Source

# Kinds in which someone other than the writer speaks, and whether unquoted reports count there as well:
# "borgmesteren mener" in a letter or a debate is the writer's own argument.
_REPORTS_UNQUOTED = {"nyhed": True, "notat": True, "hoeringssvar": False, "debat": False}

# How much of a sentence is quoted where the quotation decides: a debater's "siger i avisen: …" is long.
_QUOTED_NEWS, _QUOTED = 0.5, 0.3

_FINITE = re.compile(r"(?<!der)(?<!som)\s(?:har|havde|er|var|vil|ville|kan|kunne|skal|skulle|får|fik|blev|bliver)\s")
_COPULA = re.compile(r" (?:er|var) (?:ny |nyvalgt |tidligere |selv )?(?P<title>(?P<head>[\w-]+)[^,.;:\n]{0,60})")


_NOBODY = Suggestion(code=UNKNOWN, score=0.2, why="ingen taler")


@dataclass(frozen=True, slots=True)
class _Speaker:
    name: str
    party: str


@dataclass(slots=True)
class VoiceCoder:
    """Suggests exactly one voice per sentence of a source."""

    book: Codebook
    finder: PartyFinder = field(init=False)
    _subjects: SubjectFinder = field(init=False)
    _labels: LabelReader = field(init=False)

    def __post_init__(self) -> None:
        self.finder = PartyFinder(self.book)
        self._labels = LabelReader(self.finder)
        self._subjects = SubjectFinder(self.book)

    def code(self, source: Source, segments: Sequence[Segment], sentences: Sequence[Sentence]) -> list[Suggestion]:
        """Voices of a source's sentences, in their order."""
        in_turns = any(s.within.speaker for s in sentences)
        if source.kind == "debat" and in_turns and is_debate([item.text for item in segments]):
            return self._debated(sentences)
        # Whose a sentence is by itself hangs on nothing but who has the turn it stands in.
        turns = {(s.within.role, s.within.speaker): s.within for s in sentences}
        writers = {turn: self._of_writer(source, within) for turn, within in turns.items()}
        own = [writers[s.within.role, s.within.speaker] for s in sentences]
        if source.kind not in _REPORTS_UNQUOTED or (in_turns and source.kind != "nyhed"):
            return own
        return _Reported(
            finder=self.finder,
            subjects=self._subjects,
            segments=segments,
            sentences=sentences,
            own=own,
            is_news=source.kind == "nyhed",
            reports_unquoted=_REPORTS_UNQUOTED[source.kind],
        ).voices()

    def _debated(self, sentences: Sequence[Sentence]) -> list[Suggestion]:
        """Voices of a debate: whoever has the turn. A text cut out of one begins amid a turn that names nobody."""
        found = {
            speaker: self._of_debater(speaker) for speaker in {s.within.speaker for s in sentences if s.within.speaker}
        }
        begun = False
        voices: list[Suggestion] = []
        for sentence in sentences:
            begun = begun or bool(sentence.within.speaker)
            is_said = not begun and sentence.within.level == "paragraph" and sentence.text.endswith((".", "!", "?"))
            own = self._of_debater("") if is_said else _NOBODY
            voices.append(found.get(sentence.within.speaker, own))
        return voices

    def _of_debater(self, label: str) -> Suggestion:
        party = self._labels.of_debater(label)
        if party not in {code.id for code in self.book.actors}:
            return Suggestion(code=UNKNOWN, score=0.2, why="ingen part kendt", speaker=label)
        why = f"replik af {label}" if label else "replik i en debat"
        return Suggestion(code=party, score=0.9 if label else 0.6, why=why, speaker=label)

    def _of_writer(self, source: Source, within: Segment) -> Suggestion:
        if source.kind == "nyhed":
            return Suggestion(code=JOURNALIST, score=0.7, why="journalistens egen tekst")
        if within.role == "interviewer":
            asking = self._authority() if source.kind == "survey" else self._labels.of_interviewer(within.speaker)
            return Suggestion(code=asking, score=0.8, why="interviewerens replik", speaker=within.speaker)
        sender = source.sender_type or UNKNOWN
        if within.speaker:
            party = self._labels.of_answer(within.speaker, sender)
            return Suggestion(code=party, score=0.9, why=f"replik af {within.speaker}", speaker=within.speaker)
        if source.kind in {"notat", "politik"} and sender == UNKNOWN:
            return Suggestion(code=self._authority(), score=0.5, why="forvaltningens eget papir")
        return Suggestion(code=sender, score=0.8 if sender != UNKNOWN else 0.2, why=f"afsender: {source.sender}")

    def _authority(self) -> str:
        """The party that holds the hearing, where the codebook has it."""
        return self.book.authority if self.book.authority in {code.id for code in self.book.actors} else UNKNOWN


@dataclass(slots=True, kw_only=True)
class _Reported:
    """The voices of one text in which others are quoted or reported; all else is the writer's ``own``.

    In news a quotation without a known speaker is not the writer's, and "han" is the person named last.
    """

    finder: PartyFinder
    subjects: SubjectFinder
    segments: Sequence[Segment]
    sentences: Sequence[Sentence]
    own: Sequence[Suggestion]
    is_news: bool
    reports_unquoted: bool
    _known: dict[str, _Speaker] = field(init=False, default_factory=dict)
    _offices: dict[str, _Speaker] = field(init=False, default_factory=dict)
    _names: frozenset[str] = field(init=False)
    _paragraph: Mapping[str, int] = field(init=False)
    _unclosed: frozenset[int] = field(init=False)

    def voices(self) -> list[Suggestion]:
        texts = [item.text for item in self.segments]
        self._paragraph = {item.segment_id: number for number, item in enumerate(self.segments)}
        self._learn("\n".join(texts))
        runs = quoted_runs(texts)
        self._unclosed = frozenset(r.paragraph for r in runs if r.end == len(texts[r.paragraph]) and not r.dash)
        frames = self._frames(runs)
        named = [self._named(sentence, frame) for sentence, frame in zip(self.sentences, frames, strict=True)]
        return self._fill(frames, named)

    def _learn(self, text: str) -> None:
        """The first title that gives a person a party holds for the whole text, also for a bare surname."""
        people = [self._introduced(_without_opener(person), text) for person in self.finder.people(text)]
        for person in people:
            if person.party and person.name not in self._known:
                speaker = _Speaker(_with_title(person), person.party)
                self._known[person.name] = speaker
                self._known.setdefault(person.name.split()[-1], speaker)
                for word in _titles(text, person):
                    self._offices.setdefault(word, speaker)
        leaders = {person.name for person in people if not person.party and leads(text, person)}
        for person in people:
            if person.name in leaders:
                self._known.setdefault(person.name, _Speaker(person.name, UNKNOWN))
            elif person.name.startswith("[") or not self.finder.of_organisation(person.name):
                self._known.setdefault(person.name, _Speaker(person.name, self._party_without_title(person.name)))
        self._names = frozenset(part for name in self._known for part in re.findall(r"\w{2,}", name))

    def _introduced(self, person: Person, text: str) -> Person:
        """A person whom no title stands by, with what the text says they are: "Kirsten Dahl er rådmand i Skovlev"."""
        title = _FINITE.split(person.title)[0]
        if title != person.title and title in text[person.end : person.end + len(title) + 8]:
            # "fra Hedelund har søgt job på hoteller" says where somebody is from, and no more.
            person = replace(person, title=title, party=self.finder.of_title(title))
        if not person.party and leads(text, person):
            return replace(person, party=led_by(text, person, self.finder))
        told = _COPULA.match(text, person.end)
        if person.party or told is None:
            return person
        is_title = self.finder.of_title(told["head"]) or told["head"].endswith(OFFICES)
        party = self.finder.of_title(told["title"]) if is_title else ""
        return replace(person, party=party, title=told["title"]) if party else person

    def _party_without_title(self, name: str) -> str:
        if not name.startswith("["):
            return UNKNOWN
        # A placeholder that says no more is a private person: nobody in office was masked.
        private = self.finder.book.private
        is_actor = private in {code.id for code in self.finder.book.actors}
        return self.finder.of_title(name.strip("[]")) or (private if is_actor else UNKNOWN)

    def _frames(self, runs: Sequence[QuotedRun]) -> list[str | None]:
        """For each sentence that is mostly quoted what stands outside the quotation in it, else None."""
        of_paragraph: dict[int, list[QuotedRun]] = defaultdict(list)
        for run in runs:
            of_paragraph[run.paragraph].append(run)
        frames: list[str | None] = []
        within, position = "", 0
        for sentence in self.sentences:
            position = position if sentence.within.segment_id == within else 0
            within = sentence.within.segment_id
            start = max(0, sentence.within.text.find(sentence.text, position))
            position = start + len(sentence.text)
            near = of_paragraph.get(self._paragraph[within], ())
            own = [run for run in near if run.start < position and start < run.end]
            inside = sum(min(position, r.end) - max(start, r.start) for r in own)
            is_quoted = inside >= (_QUOTED_NEWS if self.is_news else _QUOTED) * max(1, len(sentence.text))
            frames.append(_outside(sentence, start, own) if is_quoted else None)
        return frames

    def _named(self, sentence: Sentence, frame: str | None) -> _Speaker | None:
        """Who a sentence itself names as speaking or as holder of the view."""
        text = sentence.text if frame is None else frame
        if frame is None and text.rstrip('”“»«"’ ').endswith("?"):
            return None
        lemmas = dict(zip(sentence.forms, sentence.lemmas, strict=True))
        subject = self.subjects.subject(text, lemmas, self._names)
        if subject is not None and subject.party:
            return _Speaker(subject.name, subject.party)
        if subject is not None:
            return next((who for word, who in self._offices.items() if word.endswith(subject.office)), None)
        return self._person_in(text)

    def _person_in(self, text: str) -> _Speaker | None:
        if not any(name in text for name in self._known):
            return None
        verb = VIEW_VERB.search(text) or ACCORDING.search(text)
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

    def _fill(self, frames: Sequence[str | None], named: Sequence[_Speaker | None]) -> list[Suggestion]:
        result: list[Suggestion] = []
        last: _Speaker | None = None
        person: _Speaker | None = None
        for position, sentence in enumerate(self.sentences):
            speaker = named[position]
            says_he = pronoun_says(sentence.text)
            frame = frames[position]
            if frame is not None:
                # A writer's "jeg tænkte: …" names nobody we know and is not the last one's either.
                if speaker is None and (self.is_news or says_he or not re.search(r"\w", frame)):
                    speaker = self._attributed(position, frames, named, person if says_he else last)
                result.append(self._quoted(speaker, position))
            elif speaker is None and says_he and person is not None:
                speaker = person
                result.append(self._unquoted(speaker, position))
            elif speaker is not None and not ANNOUNCES.match(sentence.text):
                result.append(self._unquoted(speaker, position))
            else:
                result.append(self.own[position])
                speaker = speaker or self._mentioned(sentence.text, last)
                last = last if self.is_news else None
            last = speaker or last
            person = speaker if speaker in self._known.values() else person
        return result

    def _quoted(self, speaker: _Speaker | None, position: int) -> Suggestion:
        if speaker is None or (speaker.party == UNKNOWN and not self.is_news):
            unknown = Suggestion(code=UNKNOWN, score=0.2, why="citat uden kendt taler")
            return unknown if self.is_news else self.own[position]
        return Suggestion(code=speaker.party, score=0.9, why=f"citat af {speaker.name}", speaker=speaker.name)

    def _unquoted(self, speaker: _Speaker, position: int) -> Suggestion:
        if not self.reports_unquoted or (speaker.party == UNKNOWN and not self.is_news):
            return self.own[position]
        return Suggestion(code=speaker.party, score=0.8, why=f"gengiver {speaker.name}", speaker=speaker.name)

    def _mentioned(self, text: str, last: _Speaker | None) -> _Speaker | None:
        """The first known person a sentence of the journalist's names: "han" in the next quotation is that one.

        A question names whom it asks only where nobody is being asked yet: "Er du enig med …?" does not.
        """
        if not self.is_news or (last is not None and text.rstrip().endswith("?")):
            return None
        named = [name for name in self._known if name in text]
        places = {name: re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in named}
        found = [
            (self._known[name].party == UNKNOWN, match.start(), -len(name), name)
            for name, match in places.items()
            if match is not None
        ]
        return self._known[min(found)[-1]] if found else None

    def _attributed(
        self, position: int, frames: Sequence[str | None], named: Sequence[_Speaker | None], last: _Speaker | None
    ) -> _Speaker | None:
        """Speaker of a quoted sentence that names none: later in the quotation, announced before, or the last."""
        here = self._paragraph_of(position)
        for later in range(position + 1, len(self.sentences)):
            if self._paragraph_of(later) == here + 1 and here in self._unclosed:
                here += 1
            if self._paragraph_of(later) != here or (frames[later] is None and named[later] is None):
                break
            if named[later] is not None:
                return named[later]
        if position and named[position - 1] is not None and self.sentences[position - 1].text.rstrip().endswith(":"):
            return named[position - 1]
        if last is not None or not self.is_news:
            return last
        return next((speaker for speaker in named[position:] if speaker is not None), None)

    def _paragraph_of(self, position: int) -> int:
        return self._paragraph[self.sentences[position].within.segment_id]


def _outside(sentence: Sentence, start: int, runs: Sequence[QuotedRun]) -> str:
    """What of a sentence that begins at ``start`` of its paragraph is not quoted: who says it."""
    text = sentence.text
    if any(run.dash for run in runs):
        verbs = [match.end() for match in CLOSING_VERB.finditer(text)] or [
            match.start() for match in SPEECH_VERB.finditer(text)
        ]
        return text[verbs[-1] :] if verbs else ""
    parts: list[str] = []
    here = start
    for run in runs:
        parts.append(text[here - start : max(here, run.start) - start])
        here = max(here, run.end)
    return "".join([*parts, text[here - start :]])


def _without_opener(person: Person) -> Person:
    """A name without the capitalised first word of its sentence: "Ifølge Lone Friis"."""
    first, _, rest = person.name.partition(" ")
    return replace(person, name=rest, start=person.start + len(first) + 1) if first.lower() in OPENERS else person


def _titles(text: str, person: Person) -> Iterator[str]:
    """Words that may stand for a person later on: "formanden", "direktøren"."""
    yield from re.findall(r"\w{4,}", person.title.lower())
    before = re.search(r"(\w{4,}),? $", text[: person.start])
    after = re.match(r"(?: \([^)]*\))?, (\w{4,})", text[person.end :])
    yield from (match[1].lower() for match in (before, after) if match)


def _with_title(person: Person) -> str:
    return f"{person.name} {person.title}" if person.title.startswith("(") else person.name
