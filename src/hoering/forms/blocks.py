"""From the fields of a text to its forms: where one answer ends and the next begins, and what each says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from hoering.forms.cells import Cell, cells_of
from hoering.forms.fields import run_at
from hoering.forms.labels import plain
from hoering.forms.records import Form, FormField, Span
from hoering.forms.table import rows_of_table
from hoering.forms.values import files_in, is_nobody, iso_date, role_of, yes_no

# A label that comes back among these begins the next answer.
_ONCE = frozenset({"sender", "name", "organisation", "submitted", "case_number", "answer_id"})
_NAMES = frozenset({"sender", "name", "organisation"})
_LINE = re.compile(r"[^\r\n]+")
# Share of the answers of an export in which a line stands that is a question and not somebody's words.
_ASKED = 0.6


def forms_in(text: str) -> tuple[Form, ...]:
    """The forms of a raw text in order, one per answer; none where it is no form export.

    Args:
        text: raw decoded text; offsets of the forms are code points in it.
    """
    groups = rows_of_table(text) or list(_grouped(_runs(cells_of(text)), text))
    if not groups:
        return ()
    starts = _starts(groups, text)
    parts = [*starts, len(text)]
    forms = [_form(start, end, fields) for (start, end), fields in zip(pairwise(parts), groups, strict=True)]
    return tuple(_with_questions(forms, text))


def _runs(cells: Sequence[Cell]) -> list[list[FormField]]:
    """Runs of fields in order; a field alone below an answer counts where its label comes back."""
    found: list[list[FormField]] = []
    alone: list[tuple[str, FormField]] = []
    labels: Counter[str] = Counter()
    position = 0
    while position < len(cells):
        if not cells[position].key:
            position += 1
            continue
        run = run_at(cells, position)
        if run.fields and run.is_form(alone=not found):
            found.append(run.fields)
            labels.update(plain(cell.label) for cell in cells[position : run.next] if cell.key)
        elif found and len(run.fields) == 1 and run.inline and run.fields[0].key == "other":
            alone.append((plain(cells[position].label), run.fields[0]))
        position = max(run.next, position + 1)  # no part of a run is a form where the whole is none
    labels.update(label for label, _ in alone)
    found += [[field] for label, field in alone if labels[label] >= max(2, _ASKED * len(found))]
    return sorted(found, key=lambda fields: fields[0].label)


def _grouped(runs: Iterable[list[FormField]], text: str) -> Iterator[list[FormField]]:
    """Fields by answer: a label that comes back begins the next one."""
    group: list[FormField] = []
    seen: set[str] = set()
    for run in runs:
        for field in run:
            label = plain(text[slice(*field.label)])
            if field.key in _ONCE and label in seen:
                yield group
                group, seen = [], set()
            if field.key in _ONCE:
                seen.add(label)
            group.append(field)
    if group:
        yield group


def _starts(groups: Sequence[Sequence[FormField]], text: str) -> list[int]:
    """Where each answer starts: at its first field, or after the last one's fields where fields stand below answers."""
    ends = [_end(group) for group in groups]
    # A label that comes back in the middle of a line begins there, and not at what the line has of the answer before.
    starts = [
        max(_line_start(text, group[0].label[0]), before) for group, before in zip(groups, [0, *ends], strict=False)
    ]
    below = all(_has_words(text[a:b]) for a, b in zip([0, *ends], starts, strict=False))
    if below and not _has_words(text[ends[-1] :]) and re.search(r"[.!?]\s", text[: starts[0]]):
        return [0, *ends[:-1]]
    return starts


def _end(fields: Sequence[FormField]) -> int:
    return max(end for field in fields for _, end in (field.label, *field.values))


def _has_words(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _form(start: int, end: int, fields: Sequence[FormField]) -> Form:
    first: dict[str, str] = {}
    for field in fields:
        if field.text and not (field.key in _NAMES and is_nobody(field.text)):
            first.setdefault(field.key, field.text)
    own = " ".join(filter(None, (first.get("first_name", ""), first.get("last_name", ""))))
    said, name = first.get("sender", ""), first.get("name", "") or own
    role = role_of(first.get("role", "")) or role_of(said)
    if role_of(said):
        said = ""
    organisation = first.get("organisation", "") or (said if name and said != name else "")
    return Form(
        start=start,
        end=end,
        fields=tuple(fields),
        sender=organisation or said or name,
        organisation=organisation,
        name=name,
        role=role,
        submitted=iso_date(first.get("submitted", "")),
        case_number=first.get("case_number", ""),
        hearing_id=first.get("hearing_id", ""),
        answer_id=first.get("answer_id", ""),
        contact=" ".join(field.text for field in fields if field.key == "contact" and field.text),
        attachments=tuple(name for field in fields if field.key == "attachments" for name in files_in(field.text)),
        publish=yes_no(first.get("publish", "")),
    )


def _with_questions(forms: Sequence[Form], text: str) -> list[Form]:
    """Forms with the questions that come back in most of them as fields."""
    if len(forms) < 2:
        return list(forms)
    asked = [dict(_questions(form, text)) for form in forms]
    counts = Counter(key for lines in asked for key in lines)
    common = {key for key, count in counts.items() if count >= max(2, _ASKED * len(forms))}
    return [
        replace(
            form, fields=(*form.fields, *(FormField(key="question", label=s) for k, s in lines.items() if k in common))
        )
        for form, lines in zip(forms, asked, strict=True)
    ]


def _questions(form: Form, text: str) -> Iterator[tuple[str, Span]]:
    taken = [span for field in form.fields for span in (field.label, *field.values)]
    for match in _LINE.finditer(text, form.start, form.end):
        line = match[0].strip()
        if line.endswith(("?", ":")) and any(c.isalpha() for c in line):
            start = match.start() + match[0].index(line[0])
            if not any(a < start + len(line) and start < b for a, b in taken):
                yield line.casefold(), (start, start + len(line))


def removals(text: str, form: Form) -> list[Span]:
    """The places of labels and values, so that the answer itself is left; cells of one row are one place.

    A value of several lines is several places, and what only separates two fields of a line goes with them.
    """
    spans = sorted(span for field in form.fields for span in (field.label, *field.values) if span[0] < span[1])
    merged: list[Span] = []
    for start, end in spans:
        if merged and _is_between(text[merged[-1][1] : start]):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return [_whole_line(text, start, end) for start, end in merged]


def _is_between(text: str) -> bool:
    """Whether two places stand in one line with only signs between them."""
    return "\n" not in text and "\r" not in text and not _has_words(text)


def _whole_line(text: str, start: int, end: int) -> Span:
    """A place with the signs of a table around it, where the line holds nothing else."""
    first, last = _line_start(text, start), end
    while last < len(text) and text[last] not in "\r\n":
        last += 1
    if _has_words(text[first:start]) or _has_words(text[end:last]) or not text[first:start].strip(" \t"):
        return start, end
    return first + len(text[first:start]) - len(text[first:start].lstrip()), first + len(text[first:last].rstrip())


def _line_start(text: str, place: int) -> int:
    return max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1
