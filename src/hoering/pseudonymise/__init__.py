"""Pseudonymisation: identifiers and names of private persons become placeholders, as edits on the raw text.

Detection (`identifiers`, `names`) is apart from replacement (here). Elected politicians and people acting
in public office stay named, as do organisations; everyone else gets ``[Borger 1]``, ``[Person 2]`` ….
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import PurePosixPath

from spacy.language import Language

from hoering.edits import Edit, View, override
from hoering.pseudonymise.finding import Claims, NameFinding
from hoering.pseudonymise.identifiers import find_identifiers
from hoering.pseudonymise.key import PseudonymKey
from hoering.pseudonymise.names import find_names
from hoering.pseudonymise.public import PublicNames, outside
from hoering.pseudonymise.repeats import loosely, repeats
from hoering.sensitive import RawDocument

_STAFF = re.compile(
    r"(?:sagsbehandler\w*|rådgiver\w*|konsulent\w*|medarbejder\w*|jobformidler\w*|mentor\w*)"
    r"\W{1,3}(?:der hedder |ved navn )?$",
    re.IGNORECASE,
)
_PLACES = {"underskrift", "navnefelt", "taleretiket"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanedDocument:
    """A raw document with its cleaning edits and what is known of its sender (an actor id)."""

    raw: RawDocument
    edits: tuple[Edit, ...]
    sender_type: str = ""


@dataclass(slots=True)
class Pseudonymiser:
    """Masks the documents of one consultation; the same person gets the same placeholder in all of them.

    ``public`` names stay, and so do the ``organisations`` and places the user has listed; ``private`` is the actor
    id of senders whose own name becomes ``[Borger 1]``.
    """

    nlp: Language | None
    public: frozenset[str]
    private: str = "borgere"
    organisations: frozenset[str] = frozenset()
    key: PseudonymKey = field(default_factory=PseudonymKey)
    _file_names: dict[str, str] = field(init=False, default_factory=dict)

    def mask(self, cleaned: CleanedDocument) -> list[Edit]:
        """All edits of a document, cleaning and masking, none overlapping."""
        raw = cleaned.raw
        view = View.of(raw.text, cleaned.edits)
        public = PublicNames(self.public, raw.text)
        named = public.without(self._names(view.text, self.nlp))
        in_removed = public.without(f for f in self._names(raw.text) if _is_whole(f, view, raw.text))
        self._enter(cleaned, view.text, [*in_removed, *named])
        again = outside(repeats({f.name for f in [*named, *in_removed]}, view.text), self.organisations, view.text)
        spans = self._spans(raw.document, view.text, public.spans(view.text), [*named, *again])
        masks = [_mask(view, start, end, text, reason) for start, end, text, reason in spans]
        return override(cleaned.edits, [m for m in masks if m.start < m.end])

    def mask_name(self, file: str) -> str:
        """A file's name with private names masked; two files never get the same one."""
        if file not in self._file_names:
            masked = PurePosixPath(self.mask_text(file, document=file))
            given = set(self._file_names.values())
            names = (masked.with_stem(f"{masked.stem}{_copy(number)}") for number in count(1))
            self._file_names[file] = next(str(name) for name in names if str(name) not in given)
        return self._file_names[file]

    def mask_text(self, text: str, *, document: str, kind: str = "Person") -> str:
        """A short text such as a sender or file name with its private names masked."""
        for found in sorted(find_identifiers(text), key=lambda f: -f.start):
            text = text[: found.start] + found.placeholder + text[found.end :]
        spaced = text.replace("_", " ")
        known = [
            NameFinding(m.start(), m.end(), name, "gentaget navn")
            for name in self.key.full_names()
            for m in loosely(name).finditer(text)
        ]
        public = PublicNames(self.public, spaced)
        named = public.without([*known, *self._names(text), *self._names(spaced, self.nlp)])
        claims = Claims()
        claims.take(public.spans(spaced))
        for finding in sorted(claims.grant(named), key=lambda f: -f.start):
            placeholder = self.key.placeholder(finding.name, document=document, kind=kind)
            text = text[: finding.start] + placeholder + text[finding.end :]
        return text

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
    ) -> Iterator[tuple[int, int, str, str]]:
        """What to mask in the readable text, first come first kept, in no order."""
        claims = Claims()
        claims.take(public)
        for found in find_identifiers(text):
            if claims.claim(found.start, found.end):
                yield found.start, found.end, found.placeholder, found.reason
        for finding in claims.grant(named):
            placeholder = self.key.placeholder(finding.name, document=document, kind="Person")
            yield finding.start, finding.end, placeholder, "personnavn"


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
    return "Medarbejder" if _STAFF.search(text[max(0, finding.start - 40) : finding.start]) else "Person"


def _mask(view: View, start: int, end: int, placeholder: str, reason: str) -> Edit:
    raw_start, raw_end = view.to_raw(start, end)
    return Edit(start=raw_start, end=raw_end, replacement=placeholder, reason=reason)
