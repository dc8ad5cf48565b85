"""What a person signs off: every replacement with its context, what stayed named, and what to look at.

Holds names: written only to the confidential folder (`key_file`), never to ``processed/`` or ``reports/``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hoering.edits import Edit, View
from hoering.pseudonymise import Pseudonymiser, Replacement
from hoering.pseudonymise.key import KeyedPerson, alike
from hoering.pseudonymise.overlooked import overlooked
from hoering.records import Flag
from hoering.sensitive import RawDocument

_CONTEXT = 60
_PASSAGE = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Readable, masked text around a place, white space made even."""

    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    """One replacement. ``page`` is 0 outside the text (file name, sender, title)."""

    document: str
    where: str
    page: int
    placeholder: str
    reason: str
    rule: str
    original: str
    context: Context


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRow:
    """A person who stays named, why, how often and where."""

    name: str
    why: str
    times: int
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagRow:
    """A passage in which somebody may be recognised without a name."""

    document: str
    page: int
    why: str
    score: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlookedRow:
    """Words that look like a name and were left standing: how often, and the first place."""

    words: str
    times: int
    document: str
    page: int
    context: Context


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A placeholder, the names behind it, the documents, and what to check."""

    placeholder: str
    names: tuple[str, ...]
    documents: tuple[str, ...]
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """All sheets of the audit, each in its order."""

    replacements: tuple[AuditRow, ...]
    people: tuple[PersonRow, ...]
    kept: tuple[KeptRow, ...]
    flags: tuple[FlagRow, ...]
    overlooked: tuple[OverlookedRow, ...]

    def counts(self) -> list[tuple[str, int, int]]:
        """Per kind (reason, and for persons what they are called): places masked, and different placeholders."""
        places: Counter[str] = Counter()
        different: defaultdict[str, set[str]] = defaultdict(set)
        for row in self.replacements:
            kind = _kind(row)
            places[kind] += 1
            different[kind].add(row.placeholder)
        return [(kind, places[kind], len(different[kind])) for kind in sorted(places)]


def build_audit(
    masker: Pseudonymiser,
    documents: Iterable[tuple[RawDocument, Sequence[Edit]]],
    *,
    stays: Mapping[str, str],
    flags: Iterable[Flag] = (),
) -> Audit:
    """Gather what was done once all documents are masked.

    Args:
        masker: after masking.
        documents: every raw document with all its edits, as it was given to ``masker``: a letter of a file that was
            masked by itself comes by itself.
        stays: the public names and why they stay (`Rules.stays`).
        flags: what `indirect` found, with masked document names.
    """
    read = {raw.document: (raw, View.of(raw.text, edits)) for raw, edits in documents}
    return Audit(
        replacements=tuple(_rows(masker.replacements, read)),
        people=tuple(_people(masker.key.people(), {done.placeholder for done in masker.replacements})),
        kept=tuple(_kept(masker, stays)),
        flags=tuple(_flags(flags, masker.raw_names())),
        overlooked=tuple(_overlooked(read, {*stays, *masker.organisations})),
    )


def _rows(replacements: Iterable[Replacement], read: Mapping[str, tuple[RawDocument, View]]) -> Iterator[AuditRow]:
    seen: set[tuple[str, str, str]] = set()
    for done in replacements:
        if done.where == "tekst":
            raw, view = read[done.document]
            start, end = view.to_view(done.start, done.end)
            page, context = page_of(raw, done.start), context_of(view.text, start, end)
        elif (done.document, done.original, done.placeholder) in seen:
            continue  # a sender is masked anew wherever he is told of
        else:
            seen.add((done.document, done.original, done.placeholder))
            page, context = 0, Context(before="", marked=done.placeholder, after="")
        yield AuditRow(
            document=done.document, where=done.where, page=page, placeholder=done.placeholder, reason=done.reason,
            rule=done.rule, original=" ".join(done.original.split()), context=context,
        )  # fmt: skip


def _people(people: Sequence[KeyedPerson], shown: Collection[str]) -> Iterator[PersonRow]:
    same = defaultdict(list)
    for first, second in alike(people):
        same[first].append(second)
        same[second].append(first)
    for person in people:
        remarks = []
        if person.full_names and len(person.documents) > 1:
            remarks.append(
                f"Samme fulde navn i {len(person.documents)} dokumenter: kan være flere personer, der hedder det samme."
            )
        if person.placeholder in same:
            others = ", ".join(dict.fromkeys(same[person.placeholder]))
            remarks.append(f"Kan være samme person som {others}; skriv i så fald navnene under »samme_person«.")
        if person.placeholder not in shown:
            remarks.append("Står kun i tekst, der er renset væk.")
        yield PersonRow(
            placeholder=person.placeholder, names=person.names, documents=person.documents, remark=" ".join(remarks)
        )


def _kept(masker: Pseudonymiser, stays: Mapping[str, str]) -> Iterator[KeptRow]:
    documents: defaultdict[str, list[str]] = defaultdict(list)
    for mention in masker.mentions:
        documents[mention.name].append(mention.document)
    for name in sorted(stays):
        there = documents[name]
        yield KeptRow(name=name, why=stays[name], times=len(there), documents=tuple(dict.fromkeys(there)))


def _flags(flags: Iterable[Flag], raw_names: Mapping[str, str]) -> Iterator[FlagRow]:
    for flag in flags:
        text = _even(flag.text).strip()
        shown = text if len(text) <= _PASSAGE else f"{text[:_PASSAGE]}…"
        document = raw_names.get(flag.document, flag.document)
        yield FlagRow(document=document, page=flag.page, why=flag.why, score=flag.score, text=shown)


def _overlooked(read: Mapping[str, tuple[RawDocument, View]], stays: Collection[str]) -> list[OverlookedRow]:
    """One row for the same words, those met least first: a town stands often, a name slips through once."""
    first: dict[str, OverlookedRow] = {}
    times: Counter[str] = Counter()
    for raw, view in read.values():
        for found in overlooked(view.text, stays):
            words = " ".join(found.words.split())
            times[words] += 1
            if words not in first:
                page = page_of(raw, view.to_raw(found.start, found.end)[0])
                context = context_of(view.text, found.start, found.end)
                first[words] = OverlookedRow(words=words, times=0, document=raw.document, page=page, context=context)
    rows = [
        OverlookedRow(words=w, times=times[w], document=row.document, page=row.page, context=row.context)
        for w, row in first.items()
    ]
    return sorted(rows, key=lambda row: (-len(row.words.split()), row.times, row.words))


def page_of(raw: RawDocument, start: int) -> int:
    """Number of the page on which a raw offset stands."""
    return next((page.number for page in raw.pages if page.start <= start < page.end), raw.pages[-1].number)


def context_of(text: str, start: int, end: int) -> Context:
    """Some 60 characters on both sides of a place, cut at words."""
    before = text[max(0, start - _CONTEXT) : start]
    after = text[end : end + _CONTEXT]
    if start > _CONTEXT:
        before = "…" + before[before.find(" ") :] if " " in before else before
    if end + _CONTEXT < len(text):
        after = after[: after.rfind(" ") + 1] + "…" if " " in after else after
    return Context(before=_even(before), marked=_even(text[start:end]), after=_even(after))


def _even(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _kind(row: AuditRow) -> str:
    return row.placeholder.strip("[]").rpartition(" ")[0] if row.reason == "personnavn" else row.reason
