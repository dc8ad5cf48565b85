"""Pseudonymisation: identifiers and names of private persons become placeholders, as edits on the raw text.

Detection (`identifiers`, `names`) is apart from replacement (here). Elected politicians and people acting
in public office stay named, as do organisations; everyone else gets ``[Borger 1]``, ``[Person 2]`` …. What the
user decides is in `rules`, what a person signs off in `audit`, who is behind a placeholder in `key`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import PurePosixPath
from typing import NamedTuple

from spacy.language import Language

from hoering.edits import Edit, View, override
from hoering.pseudonymise.finding import Claims, NameFinding
from hoering.pseudonymise.identifiers import find_identifiers
from hoering.pseudonymise.key import PseudonymKey
from hoering.pseudonymise.names import find_names
from hoering.pseudonymise.public import PublicNames, outside
from hoering.pseudonymise.repeats import loosely, repeats
from hoering.pseudonymise.rules import Rules
from hoering.sensitive import RawDocument

_STAFF_TITLE = r"(?:sagsbehandler|\w*rådgiver|\w*konsulent|medarbejder|jobformidler|mentor|fuldmægtig|\w*koordinator)"
_STAFF = re.compile(rf"{_STAFF_TITLE}\w*\W{{1,3}}(?:der hedder |ved navn )?$", re.IGNORECASE)
_STAFF_AFTER = re.compile(rf" ?[,(–-] ?(?:(?:min|vores|hans|hendes|og) )?{_STAFF_TITLE}(?:en)?\b", re.IGNORECASE)
_NAME = "personnavn"
_PLACES = {"underskrift", "navnefelt", "taleretiket"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanedDocument:
    """A raw document with its cleaning edits and what is known of its sender (an actor id)."""

    raw: RawDocument
    edits: tuple[Edit, ...]
    sender_type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """One thing masked, for the audit sheet only: it holds what stood there.

    ``where`` is "tekst", "filnavn" or "oplysninger" (sender, title …); offsets are in the raw text and 0 elsewhere.
    ``reason`` says what it was ("personnavn"), ``rule`` how it was found ("navneliste").
    """

    document: str
    where: str
    start: int
    end: int
    original: str
    placeholder: str
    reason: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A public name that was left standing in a text."""

    document: str
    name: str


@dataclass(slots=True)
class Pseudonymiser:
    """Masks the documents of one consultation; the same person gets the same placeholder in all of them.

    ``public`` names stay, and so do the ``organisations`` and places the user has listed; ``private`` is the actor
    id of senders whose own name becomes ``[Borger 1]``. ``replacements`` and ``mentions`` tell what was masked and
    what was left, in the order it was done.
    """

    nlp: Language | None
    public: frozenset[str]
    private: str = "borgere"
    organisations: frozenset[str] = frozenset()
    rules: Rules = field(default_factory=Rules)
    key: PseudonymKey = field(init=False)
    replacements: list[Replacement] = field(init=False, default_factory=list)
    mentions: list[Mention] = field(init=False, default_factory=list)
    _file_names: dict[str, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.key = PseudonymKey(aliases=self.rules.aliases())

    def mask(self, cleaned: CleanedDocument) -> list[Edit]:
        """All edits of a document, cleaning and masking, none overlapping."""
        raw = cleaned.raw
        view = View.of(raw.text, cleaned.edits)
        public = PublicNames(self.public, raw.text)
        named = public.without(self._names(view.text, self.nlp))
        in_removed = public.without(f for f in self._names(raw.text) if _is_whole(f, view, raw.text))
        named += self.rules.hidden(view.text)
        self._enter(cleaned, view.text, [*in_removed, *named])
        again = outside(repeats({f.name for f in [*named, *in_removed]}, view.text), self.organisations, view.text)
        spans = self._spans(raw.document, view.text, public.spans(view.text), [*named, *again])
        masks = [(_mask(view, span), span.rule) for span in spans]
        masks = [(mask, rule) for mask, rule in masks if mask.start < mask.end]
        self.replacements += [_replaced(raw, mask, rule) for mask, rule in sorted(masks, key=lambda m: m[0].start)]
        self.mentions += [Mention(document=raw.document, name=name) for _, _, name in public.places(view.text)]
        return override(cleaned.edits, [mask for mask, _ in masks])

    def mask_name(self, file: str) -> str:
        """A file's name with private names masked; two files never get the same one."""
        if file not in self._file_names:
            masked = PurePosixPath(self.mask_text(file, document=file, where="filnavn"))
            given = set(self._file_names.values())
            names = (masked.with_stem(f"{masked.stem}{_copy(number)}") for number in count(1))
            self._file_names[file] = next(str(name) for name in names if str(name) not in given)
        return self._file_names[file]

    def raw_names(self) -> dict[str, str]:
        """Masked file names and the files' own."""
        return {masked: file for file, masked in self._file_names.items()}

    def mask_text(self, text: str, *, document: str, kind: str = "Person", where: str = "oplysninger") -> str:
        """A short text such as a sender or file name with its private names masked."""

        def note(start: int, end: int, placeholder: str, reason: str, rule: str) -> None:
            self.replacements.append(
                Replacement(
                    document=document, where=where, start=0, end=0, original=text[start:end],
                    placeholder=placeholder, reason=reason, rule=rule,
                )
            )  # fmt: skip

        for found in sorted(find_identifiers(text), key=lambda f: -f.start):
            note(found.start, found.end, found.placeholder, found.reason, "mønster")
            text = text[: found.start] + found.placeholder + text[found.end :]
        spaced = text.replace("_", " ")
        known = [
            NameFinding(m.start(), m.end(), name, "gentaget navn")
            for name in self.key.full_names()
            for m in loosely(name).finditer(text)
        ]
        public = PublicNames(self.public, spaced)
        named = public.without([*known, *self._names(text), *self._names(spaced, self.nlp)])
        named += self.rules.hidden(spaced)
        claims = Claims()
        claims.take(public.spans(spaced))
        for finding in sorted(claims.grant(named), key=lambda f: -f.start):
            placeholder = self.key.placeholder(finding.name, document=document, kind=kind)
            note(finding.start, finding.end, placeholder, _NAME, finding.why)
            text = text[: finding.start] + placeholder + text[finding.end :]
        return text

    def people_in(self, text: str, *, document: str) -> tuple[str, ...]:
        """Placeholders of the private persons a text names, such as a signature that cleaning has taken out."""
        named = PublicNames(self.public, text).without(self._names(text))
        found = (self.key.placeholder(finding.name, document=document, kind="Person") for finding in named)
        return tuple(dict.fromkeys(found))

    def _names(self, text: str, nlp: Language | None = None) -> list[NameFinding]:
        return outside(find_names(text, nlp), self.organisations, text)

    def _enter(self, cleaned: CleanedDocument, text: str, findings: Sequence[NameFinding]) -> None:
        """Give every name of a document its placeholder, full names before their parts."""
        own = {part for f in findings if _is_own(f, text) for part in f.name.split()}
        for finding in sorted(findings, key=lambda f: -len(f.name.split())):
            is_sender = cleaned.sender_type == self.private and bool(own & set(finding.name.split()))
            kind = "Borger" if is_sender else _kind(finding, text)
            self.key.placeholder(finding.name, document=cleaned.raw.document, kind=kind)

    def _spans(
        self, document: str, text: str, public: Sequence[tuple[int, int]], named: Sequence[NameFinding]
    ) -> Iterator[_Span]:
        """What to mask in the readable text, first come first kept, in no order."""
        claims = Claims()
        claims.take(public)
        for found in find_identifiers(text):
            if claims.claim(found.start, found.end):
                yield _Span(found.start, found.end, found.placeholder, found.reason, "mønster")
        for finding in claims.grant(named):
            placeholder = self.key.placeholder(finding.name, document=document, kind="Person")
            yield _Span(finding.start, finding.end, placeholder, _NAME, finding.why)


class _Span(NamedTuple):
    """A place in the readable text that is to be masked."""

    start: int
    end: int
    placeholder: str
    reason: str
    rule: str


def _copy(number: int) -> str:
    return f" ({number})" if number > 1 else ""


def _is_whole(finding: NameFinding, view: View, raw: str) -> bool:
    """Whether cleaning took a name out altogether or left it alone; a name it repaired is found in the view."""
    start, end = view.to_view(finding.start, finding.end)
    joined = view.text[end : end + 1].isalpha() and not raw[finding.end : finding.end + 1].isalpha()
    return start == end or (view.text[start:end] == raw[finding.start : finding.end] and not joined)


def _is_own(finding: NameFinding, text: str) -> bool:
    """Whether a name is the writer's or a speaker's: signature, name field, or label of a turn."""
    return finding.why in _PLACES or text[finding.end : finding.end + 1] == ":"


def _kind(finding: NameFinding, text: str) -> str:
    staff = _STAFF.search(text[max(0, finding.start - 40) : finding.start]) or _STAFF_AFTER.match(text, finding.end)
    return "Medarbejder" if staff else "Person"


def _mask(view: View, span: _Span) -> Edit:
    start, end = view.to_raw(span.start, span.end)
    return Edit(start=start, end=end, replacement=span.placeholder, reason=span.reason)


def _replaced(raw: RawDocument, mask: Edit, rule: str) -> Replacement:
    return Replacement(
        document=raw.document, where="tekst", start=mask.start, end=mask.end, original=raw.text[mask.start : mask.end],
        placeholder=mask.replacement, reason=mask.reason, rule=rule,
    )  # fmt: skip
