"""Pseudonymisation: identifiers and names of private persons become placeholders, as edits on the raw text.

Detection (`identifiers`, `names`) is apart from replacement (here). Elected politicians and people acting
in public office stay named, as do organisations; everyone else gets ``[Borger 1]``, ``[Person 2]`` ….
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.language import Language

from hoering.edits import Edit, View, override
from hoering.pseudonymise.identifiers import find_identifiers
from hoering.pseudonymise.key import PseudonymKey
from hoering.pseudonymise.names import NameFinding, find_names
from hoering.sensitive import RawDocument

_STAFF = re.compile(
    r"(?:sagsbehandler\w*|rådgiver\w*|konsulent\w*|medarbejder\w*|jobformidler\w*|mentor\w*)"
    r"\W{1,3}(?:der hedder |ved navn )?$",
    re.IGNORECASE,
)
_PLACES = {"underskrift", "navnefelt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanedDocument:
    """A raw document with its cleaning edits and what is known of its sender (an actor id)."""

    raw: RawDocument
    edits: tuple[Edit, ...]
    sender_type: str = ""


@dataclass(slots=True)
class Pseudonymiser:
    """Masks the documents of one consultation; the same person gets the same placeholder in all of them."""

    nlp: Language | None
    public: frozenset[str]
    key: PseudonymKey = field(default_factory=PseudonymKey)

    def mask(self, cleaned: CleanedDocument) -> list[Edit]:
        """All edits of a document, cleaning and masking, none overlapping."""
        raw = cleaned.raw
        view = View.of(raw.text, cleaned.edits)
        named = self._private(find_names(view.text, self.nlp), raw.text)
        in_removed = self._private(find_names(raw.text), raw.text)
        self._enter(cleaned, view.text, [*in_removed, *named])
        spans = self._spans(cleaned, view.text, named)
        masks = [_mask(view, start, end, text, reason) for start, end, text, reason in spans]
        return override(cleaned.edits, [m for m in masks if m.start < m.end])

    def mask_text(self, text: str, *, document: str, kind: str = "Person") -> str:
        """A short text such as a sender or file name with its private names masked."""
        for finding in reversed(self._private(find_names(text), text)):
            placeholder = self.key.placeholder(finding.name, document=document, kind=kind)
            text = text[: finding.start] + placeholder + text[finding.end :]
        for found in sorted(find_identifiers(text), key=lambda f: -f.start):
            text = text[: found.start] + found.placeholder + text[found.end :]
        return text

    def _private(self, findings: Iterable[NameFinding], text: str) -> list[NameFinding]:
        here = [name for name in self.public if name in text]
        parts = {part for name in here for part in (name.split()[0], name.split()[-1])}
        return [f for f in findings if f.name not in parts and not any(name in f.name for name in here)]

    def _enter(self, cleaned: CleanedDocument, text: str, findings: Sequence[NameFinding]) -> None:
        """Give every name of a document its placeholder, full names before their parts."""
        own = {part for f in findings if _is_own(f, text) for part in f.name.split()}
        for finding in sorted(findings, key=lambda f: -len(f.name.split())):
            is_sender = cleaned.sender_type == "borgere" and bool(own & set(finding.name.split()))
            kind = "Borger" if is_sender else _kind(finding, text)
            self.key.placeholder(finding.name, document=cleaned.raw.document, kind=kind)

    def _spans(
        self, cleaned: CleanedDocument, text: str, named: Sequence[NameFinding]
    ) -> Iterator[tuple[int, int, str, str]]:
        """What to mask in the readable text, first come first kept, in no order."""
        document = cleaned.raw.document
        taken: list[tuple[int, int]] = []

        def free(start: int, end: int) -> bool:
            if any(start < b and a < end for a, b in taken):
                return False
            taken.append((start, end))
            return True

        for found in find_identifiers(text):
            if free(found.start, found.end):
                yield found.start, found.end, found.placeholder, found.reason
        for finding in [*named, *self._parts(cleaned, text, named)]:
            if free(finding.start, finding.end):
                placeholder = self.key.placeholder(finding.name, document=document, kind="Person")
                yield finding.start, finding.end, placeholder, "personnavn"

    def _parts(self, cleaned: CleanedDocument, text: str, named: Sequence[NameFinding]) -> Iterator[NameFinding]:
        """Names this document is known to hold (also in removed parts) wherever they stand again."""
        known = {f.name for f in [*named, *self._private(find_names(cleaned.raw.text), cleaned.raw.text)]}
        words = {part for name in known for part in [name, *name.split()] if len(part) > 2}
        public = {part for name in self.public for part in name.split()}
        for word in sorted(words - public, key=lambda w: (-len(w), w)):
            for match in re.finditer(rf"(?<!Brdr\. )(?<!\w){re.escape(word)}(?=s?(?!\w))", text):
                yield NameFinding(match.start(), match.end(), word, "gentaget navn")


def _is_own(finding: NameFinding, text: str) -> bool:
    """Whether a name is the writer's or a speaker's: signature, name field, or label of a turn."""
    return finding.why in _PLACES or text[finding.end : finding.end + 1] == ":"


def _kind(finding: NameFinding, text: str) -> str:
    return "Medarbejder" if _STAFF.search(text[max(0, finding.start - 40) : finding.start]) else "Person"


def _mask(view: View, start: int, end: int, placeholder: str, reason: str) -> Edit:
    raw_start, raw_end = view.to_raw(start, end)
    return Edit(start=raw_start, end=raw_end, replacement=placeholder, reason=reason)
