"""The sensitive half of a run: read, divide, identify, clean and mask. Names of private persons do not leave it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from spacy.language import Language

from hoering.clean import clean, seen_in_whole
from hoering.codebook import Codebook
from hoering.coding.people import POLITICIANS, PartyFinder, leaders, public_people, public_titles
from hoering.divide import Part, answers, letters
from hoering.edits import Edit
from hoering.identify import Guess, Identifier, Identity, guess_kind
from hoering.progress import Stage
from hoering.pseudonymise import CleanedDocument, Pseudonymiser
from hoering.pseudonymise.audit import Audit, build_audit
from hoering.pseudonymise.civil import birth_dates
from hoering.pseudonymise.indirect import indirect_flags
from hoering.pseudonymise.key import KeyedPerson
from hoering.pseudonymise.rules import Rules
from hoering.read import Answer, Found, ListedSource, answers_of, chosen_columns, read_documents, read_source_list
from hoering.records import Flag, Outcome, Problem, Removal, SafeText, Source
from hoering.register import Choices, Correction, by_key, key_of, read_register
from hoering.sensitive import RawDocument
from hoering.sources import Gathered, MaskedDocument, Received, gather, not_read


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What comes out of the sensitive half; ``corrections`` are a person's, by key, with names masked.

    ``audit`` and ``people`` hold names of private persons: they go into confidential files and nowhere else.
    """

    gathered: Gathered
    unread: tuple[Source, ...]
    removals: tuple[Removal, ...]
    problems: tuple[Problem, ...]
    corrections: Mapping[str, Correction]
    flags: tuple[Flag, ...]
    audit: Audit
    people: tuple[KeyedPerson, ...]

    @property
    def used(self) -> list[SafeText]:
        """The texts that are coded."""
        return self.gathered.used

    @property
    def sources(self) -> list[Source]:
        """Everything received, also what could not be read."""
        return [*(text.source for text in self.gathered.texts), *self.unread]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What persons say of the sources: in the list beside the documents, and in the register of the last run."""

    listed: Outcome[ListedSource]
    corrections: Mapping[str, Correction]
    problems: tuple[Problem, ...] = ()

    @classmethod
    def read(cls, folder: Path, register: Path, choices: Choices) -> Said:
        """Read both; see `read_source_list` and `read_register` for what may be wrong with them."""
        corrected = read_register(register, choices)
        listed = read_source_list(folder, frozenset(choices.sender_types))
        return cls(listed=listed, corrections=by_key(corrected.items), problems=corrected.problems)


def intake(
    found: Sequence[Found],
    said: Said,
    *,
    book: Codebook,
    nlp: Language,
    organisations: frozenset[str],
    rules: Rules,
    stage: Stage,
) -> Intake:
    """From files to safe texts; every file, letter and answer has a row in ``sources``.

    Args:
        found: the files.
        said: what persons say of them.
        book: the codebook, for its words for senders.
        nlp: the language model.
        organisations: names the user has listed, that stay named.
        rules: who stays named and who does not, as the user will have it.
        stage: how progress is shown.
    """
    with stage("Læser filer", len(found)) as advance:
        outcome = read_documents(found, columns=chosen_columns(said.listed.items), advance=advance)
    found = [*found, *outcome.members]
    finder = PartyFinder(book)
    stays = _stays(outcome.items, finder, book, rules)
    masker = Pseudonymiser(
        nlp=nlp,
        public=frozenset(stays),
        private=book.private,
        organisations=organisations | rules.words_that_stay(),
        rules=rules,
    )
    desk = _Desk(Identifier(book), masker, said)
    with stage("Renser og anonymiserer", len(outcome.items)) as advance:
        masked = [desk.take(document, advance) for document in outcome.items]
    problems = [*said.listed.problems, *said.problems, *_unlisted(said.listed.items, found)]
    problems += [*_not_followed(found), *outcome.problems]
    gathered = gather(masked)
    unread = tuple(_unread(found, outcome, masker))
    safe_problems = tuple(_safe_problems(problems, masker))
    corrections = {key: _safe_correction(item, masker) for key, item in said.corrections.items()}
    flags = tuple(flag for text in gathered.used for flag in indirect_flags(text, private=book.private))
    return Intake(
        gathered=gathered,
        unread=unread,
        removals=tuple(_removals(masked)),
        problems=safe_problems,
        corrections=corrections,
        flags=flags,
        audit=build_audit(masker, desk.scopes, stays=stays, flags=flags),  # last: what was masked above is in it
        people=tuple(masker.key.people()),
    )


def _stays(documents: Sequence[RawDocument], finder: PartyFinder, book: Codebook, rules: Rules) -> dict[str, str]:
    """Names of persons that stay, and why: public titles and parties in the texts, and the user's rules."""
    hidden = {POLITICIANS} if rules.politikere == "skjul" else set()
    hidden |= leaders(book) if rules.ledere == "skjul" else set()
    titles = public_titles(book, leave_out=hidden, own=rules.offentlige_titler, staff=rules.ansatte == "bevar")
    people = public_people((d.text for d in documents), finder, titles, parties=rules.politikere == "bevar")
    return rules.stays({person.name: person.why for person in people})


@dataclass(slots=True)
class _Desk:
    """Takes documents one by one and gives them back masked, with what was received in each."""

    identifier: Identifier
    masker: Pseudonymiser
    said: Said
    scopes: list[tuple[RawDocument, Sequence[Edit]]] = field(init=False, default_factory=list)
    _listed: dict[str, ListedSource] = field(init=False)

    def __post_init__(self) -> None:
        self._listed = {item.document: item for item in self.said.listed.items}

    def take(self, document: RawDocument, advance: Callable[[int], None]) -> MaskedDocument:
        """Divide, identify, clean and mask one document."""
        parts = self._letters(document)
        edits: list[Edit] = []
        received: list[Received] = []
        given = seen_in_whole(document) if len(parts) > 1 else []
        for part in parts:
            letter = document.part(part.start, part.end)
            found = self._identified(letter, part, len(parts), len(received))
            scope = letter.document if not received else f"{letter.document}#{len(received) + 1}"
            own, aliases = self._masked(letter, found[0].identity, _within(given, part), scope)
            edits += [_moved(edit, part.start) for edit in own]
            born = birth_dates(letter.text)
            # Who signs somewhere in a survey is not the writer of every answer in it.
            own_names = aliases if len(found) == 1 else ()
            received += [replace(self._safe(_undated(item, born), scope), aliases=own_names) for item in found]
        advance(1)
        return MaskedDocument(
            raw=document,
            edits=tuple(edits),
            document=self.masker.mask_name(document.document),
            received=tuple(received),
        )

    def _letters(self, document: RawDocument) -> Sequence[Part]:
        whole = (Part(start=0, end=len(document.text), why=""),)
        listed = self._listed.get(document.document)
        if listed and listed.sender:  # a person says that one sender has sent it all
            return whole
        holds = self._kind(document) in _MAY_HOLD_LETTERS and not answers_of(document.raw)
        return letters(document) if holds else whole

    def _kind(self, document: RawDocument) -> str:
        listed = self._listed.get(document.document)
        return listed.kind if listed and listed.kind else guess_kind(document).value

    def _identified(self, letter: RawDocument, part: Part, letters_in_file: int, before: int) -> list[Received]:
        """What a letter is: itself, or each of the answers in it."""
        said = [self._listed[letter.document]] if letter.document in self._listed else []
        first = self._corrected(letter, before + 1)
        own = [first.said] if first else []
        identity = self.identifier.identify(letter, [*own, *said], file_name=letters_in_file == 1)
        split = answers(letter) if identity.kind.value == "survey" or answers_of(letter.raw) else ()
        if len(split) < 2:
            set_aside = first.set_aside if first else ""
            return [Received(start=part.start, end=part.end, identity=identity, set_aside=set_aside)]
        rows = answers_of(letter.raw)
        in_row = rows if len(rows) == len(split) else (None,) * len(split)
        return [
            self._answer(letter, _shifted(answer, part.start), row, said, before + number)
            for number, (answer, row) in enumerate(zip(split, in_row, strict=True), 1)
        ]

    def _answer(
        self, letter: RawDocument, place: Part, row: Answer | None, said: Sequence[ListedSource], number: int
    ) -> Received:
        """An answer of a survey: what persons say of it, then what its row says, then what can be guessed."""
        correction = self._corrected(letter, number)
        own = [correction.said] if correction else []
        in_row = [_said_in(letter.document, row)] if row else []
        identity = self.identifier.identify(letter, [*own, *in_row, *said])
        if not any(listed.sender for listed in [*own, *in_row]):
            sender = replace(identity.sender, value=f"{identity.sender.value}, svar {number}")
            identity = replace(identity, sender=sender)
        set_aside = correction.set_aside if correction else ""
        return Received(start=place.start, end=place.end, identity=identity, set_aside=set_aside)

    def _corrected(self, document: RawDocument, number: int) -> Correction | None:
        return self.said.corrections.get(key_of(document.sha256, number))

    def _masked(
        self, letter: RawDocument, identity: Identity, given: Sequence[Edit], scope: str
    ) -> tuple[list[Edit], tuple[str, ...]]:
        """Cleaning and masking of a letter, and the placeholders its writer signs with.

        Letters of a file are as strange to each other as files are: ``scope`` is within what a first name is one
        person's.
        """
        edits = clean(letter, given)
        raw = replace(letter, document=scope)
        own = self.masker.mask(CleanedDocument(raw=raw, edits=tuple(edits), sender_type=identity.sender_type.value))
        self.scopes.append((raw, own))
        signed = "\n".join(letter.text[e.start : e.end] for e in edits if e.reason in _SIGNED)
        return own, self.masker.people_in(signed, document=scope)

    def _safe(self, item: Received, document: str) -> Received:
        def mask(text: str) -> str:
            return self.masker.mask_text(text, document=document, kind="Borger")

        identity = item.identity
        safe = replace(
            identity,
            sender=replace(identity.sender, value=mask(identity.sender.value)),
            subject=replace(identity.subject, value=mask(identity.subject.value)),
            title=mask(identity.title),
            phase=mask(identity.phase),
            track=mask(identity.track),
        )
        return replace(item, identity=safe, set_aside=mask(item.set_aside))


# News and plans quote letters and list answers without being collections of them.
_MAY_HOLD_LETTERS = {"hoeringssvar", "debat", "ukendt"}


# Reasons of cleaning under which a writer's own name is taken out.
_SIGNED = {"underskrift", "formularfelt", "mailhoved"}


def _undated(item: Received, born: Collection[str]) -> Received:
    """Without its date, where that is somebody's date of birth."""
    dated = item.identity.date.value in born
    return replace(item, identity=replace(item.identity, date=Guess(""))) if dated else item


def _said_in(document: str, row: Answer) -> ListedSource:
    """What the other columns of a row say of who sent the answer, and when."""
    return ListedSource(document=document, sender=row.sender, date=row.date, by=f"række {row.row}")


def _shifted(part: Part, by: int) -> Part:
    return replace(part, start=part.start + by, end=part.end + by)


def _within(edits: Sequence[Edit], part: Part) -> list[Edit]:
    return [_moved(e, -part.start) for e in edits if part.start <= e.start and e.end <= part.end]


def _moved(edit: Edit, by: int) -> Edit:
    return replace(edit, start=edit.start + by, end=edit.end + by)


def _removals(masked: Sequence[MaskedDocument]) -> Iterator[Removal]:
    for m in masked:
        for e in m.edits:
            yield Removal(document=m.document, start=e.start, end=e.end, reason=e.reason, replacement=e.replacement)


def _unread(found: Sequence[Found], outcome: Outcome[RawDocument], masker: Pseudonymiser) -> list[Source]:
    excluded = {masker.mask_name(f.document): f.excluded for f in found if f.excluded}
    hashes = {masker.mask_name(f.document): f.sha256 for f in found}
    read = {document.document for document in outcome.items}
    unreadable = [problem for problem in outcome.problems if problem.item not in read]
    return not_read(excluded, _safe_problems(unreadable, masker), hashes)


def _safe_problems(problems: Sequence[Problem], masker: Pseudonymiser) -> list[Problem]:
    return [
        replace(p, item=masker.mask_name(p.item), reason=masker.mask_text(p.reason, document=p.item)) for p in problems
    ]


def _safe_correction(item: Correction, masker: Pseudonymiser) -> Correction:
    """A correction with names masked; a private sender typed in full becomes the placeholder he has in the texts."""
    document = item.said.document

    def mask(text: str) -> str:
        return text if _PLACEHOLDER.fullmatch(text) else masker.mask_text(text, document=document, kind="Borger")

    return replace(
        item,
        said=replace(item.said, document=masker.mask_name(document) if document else ""),
        typed={name: mask(text) for name, text in item.typed.items()},
        note=mask(item.note),
    )


_PLACEHOLDER = re.compile(r"\[\w+ \d+\]")


def _not_followed(found: Sequence[Found]) -> list[Problem]:
    return [Problem(stage="læsning", item=f.document, reason=f.excluded) for f in found if f.path.is_symlink()]


def _unlisted(listed: Sequence[ListedSource], found: Sequence[Found]) -> list[Problem]:
    there = {f.document for f in found}
    reason = "Filen står i kilder.csv, men findes ikke i mappen."
    return [
        Problem(stage="kildeliste", item=item.document, reason=reason) for item in listed if item.document not in there
    ]
