"""The sensitive half of a run: read, divide, identify, clean and mask. Names of private persons do not leave it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from spacy.language import Language

from hoering.clean import clean, page_furniture
from hoering.codebook import Codebook
from hoering.coding.people import PartyFinder, public_names
from hoering.divide import Part, answers, letters
from hoering.edits import Edit
from hoering.identify import Identifier, Identity, guess_kind
from hoering.progress import Stage
from hoering.pseudonymise import CleanedDocument, Pseudonymiser
from hoering.read import Found, ListedSource, read_documents, read_source_list
from hoering.records import Outcome, Problem, Removal, SafeText, Source
from hoering.register import Choices, Correction, by_key, key_of, read_register
from hoering.sensitive import RawDocument
from hoering.sources import MaskedDocument, Received, not_read, safe_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What comes out of the sensitive half; ``corrections`` are a person's, by key, with names masked."""

    texts: tuple[SafeText, ...]
    unread: tuple[Source, ...]
    removals: tuple[Removal, ...]
    problems: tuple[Problem, ...]
    corrections: Mapping[str, Correction]

    @property
    def used(self) -> list[SafeText]:
        """The texts that are coded."""
        return [text for text in self.texts if text.source.status == "used"]

    @property
    def sources(self) -> list[Source]:
        """Everything received, also what could not be read."""
        return [*(text.source for text in self.texts), *self.unread]


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
    stage: Stage,
) -> Intake:
    """From files to safe texts; every file, letter and answer has a row in ``sources``.

    Args:
        found: the files.
        said: what persons say of them.
        book: the codebook, for its words for senders.
        nlp: the language model.
        organisations: names the user has listed, that stay named.
        stage: how progress is shown.
    """
    with stage("Læser filer", len(found)) as advance:
        outcome = read_documents(found, advance=advance)
    found = [*found, *outcome.members]
    finder = PartyFinder(book)
    public = public_names((d.text for d in outcome.items), finder, book)
    masker = Pseudonymiser(nlp=nlp, public=public, private=book.private, organisations=organisations)
    desk = _Desk(Identifier(book), masker, said)
    with stage("Renser og anonymiserer", len(outcome.items)) as advance:
        masked = [desk.take(document, advance) for document in outcome.items]
    problems = [*said.listed.problems, *said.problems, *_unlisted(said.listed.items, found)]
    problems += [*_not_followed(found), *outcome.problems]
    return Intake(
        texts=tuple(safe_texts(masked)),
        unread=tuple(_unread(found, outcome, masker)),
        removals=tuple(_removals(masked)),
        problems=tuple(_safe_problems(problems, masker)),
        corrections={key: _safe_correction(item, masker) for key, item in said.corrections.items()},
    )


@dataclass(slots=True)
class _Desk:
    """Takes documents one by one and gives them back masked, with what was received in each."""

    identifier: Identifier
    masker: Pseudonymiser
    said: Said
    _listed: dict[str, ListedSource] = field(init=False)

    def __post_init__(self) -> None:
        self._listed = {item.document: item for item in self.said.listed.items}

    def take(self, document: RawDocument, advance: Callable[[int], None]) -> MaskedDocument:
        """Divide, identify, clean and mask one document."""
        parts = self._letters(document)
        edits: list[Edit] = []
        received: list[Received] = []
        furniture = page_furniture(document) if len(parts) > 1 else []
        for part in parts:
            letter = document.part(part.start, part.end)
            found = self._identified(letter, part, len(parts), len(received))
            own = self._masked(letter, found[0].identity, _within(furniture, part), number=len(received) + 1)
            edits += [_moved(edit, part.start) for edit in own]
            received += [self._safe(item, letter.document) for item in found]
        advance(1)
        return MaskedDocument(
            raw=document,
            edits=tuple(edits),
            document=self.masker.mask_name(document.document),
            received=tuple(received),
        )

    def _letters(self, document: RawDocument) -> Sequence[Part]:
        whole = (Part(start=0, end=len(document.text), why=""),)
        kind = self._kind(document)
        return letters(document) if kind in _MAY_HOLD_LETTERS else whole

    def _kind(self, document: RawDocument) -> str:
        listed = self._listed.get(document.document)
        return listed.kind if listed and listed.kind else guess_kind(document).value

    def _identified(self, letter: RawDocument, part: Part, letters_in_file: int, before: int) -> list[Received]:
        """What a letter is: itself, or each of the answers in it."""
        alone = letters_in_file == 1
        said = [self._listed[letter.document]] if letter.document in self._listed else []
        first = self._corrected(letter, before + 1)
        identity = self.identifier.identify(letter, [*([first.said] if first else []), *said], file_name=alone)
        split = answers(letter) if identity.kind.value == "survey" else (Part(start=0, end=len(letter.text), why=""),)
        if len(split) == 1:
            set_aside = first.set_aside if first else ""
            return [Received(start=part.start, end=part.end, identity=identity, set_aside=set_aside)]
        return [self._answer(letter, part, answer, said, before + n) for n, answer in enumerate(split, 1)]

    def _answer(
        self, letter: RawDocument, part: Part, answer: Part, said: Sequence[ListedSource], number: int
    ) -> Received:
        correction = self._corrected(letter, number)
        own = [correction.said] if correction else []
        identity = self.identifier.identify(letter, [*own, *said])
        if not (correction and correction.said.sender):
            sender = replace(identity.sender, value=f"{identity.sender.value}, svar {number}")
            identity = replace(identity, sender=sender)
        set_aside = correction.set_aside if correction else ""
        return Received(
            start=part.start + answer.start, end=part.start + answer.end, identity=identity, set_aside=set_aside
        )

    def _corrected(self, document: RawDocument, number: int) -> Correction | None:
        return self.said.corrections.get(key_of(document.sha256, number))

    def _masked(self, letter: RawDocument, identity: Identity, given: Sequence[Edit], *, number: int) -> list[Edit]:
        """Cleaning and masking of a letter; letters of a file are as strange to each other as files are."""
        edits = clean(letter, given)
        scope = letter if number == 1 else replace(letter, document=f"{letter.document}#{number}")
        return self.masker.mask(CleanedDocument(raw=scope, edits=tuple(edits), sender_type=identity.sender_type.value))

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
