"""Runs of fields: labels with their values, as long as nothing else stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hoering.forms.cells import Cell
from hoering.forms.labels import is_strong, plain
from hoering.forms.records import FormField, Span
from hoering.forms.values import LONGEST_NAME, files_in, fits, is_contact_line, is_sentence, role_of

# Labels whose value may run on over more lines, and over how many.
_LINES = {"sender": 2, "name": 2, "organisation": 2, "address": 3, "contact": 4, "attachments": 10, "other": 2}
# What stands below "Kontakt" is about that person, not about the sender.
_OF_A_PERSON = frozenset({"name", "email", "phone", "address", "postcode"})
_FEWEST = 2
_FEWEST_WEAK = 3


@dataclass(slots=True)
class Run:
    """Fields that follow on each other, and the cell after them."""

    fields: list[FormField] = field(default_factory=list)
    strong: bool = False
    inline: bool = False
    next: int = 0

    def is_form(self, *, alone: bool) -> bool:
        """Whether these fields can only be a form's; ``alone`` where nothing before them was a form."""
        filled = {f.key for f in self.fields if f.values and f.key not in {"body", "section"}}
        if self.strong and len(filled) >= (_FEWEST if alone else 1):
            return True
        if not alone and filled == {"attachments"}:
            return any(files_in(f.text) for f in self.fields if f.key == "attachments")
        has_body = any(f.key == "body" for f in self.fields)
        return has_body and len(filled) >= _FEWEST_WEAK and bool(filled & {"name", "organisation", "sender"})


def run_at(cells: Sequence[Cell], position: int) -> Run:
    """The run of fields that begins with the cell at a position; without fields where that is no label."""
    run = Run()
    while position < len(cells):
        cell = cells[position]
        if not cell.key or (cell.loose and not run.fields):
            break
        found, position = _field(cells, position, run)
        run.fields.append(found)
        run.strong = run.strong or (is_strong(cell.label) and (bool(found.values) or found.key in {"sender", "body"}))
        run.inline = run.inline or cell.value_start < cell.end
        if found.key == "body":
            break
    run.next = position
    return run


def _field(cells: Sequence[Cell], position: int, run: Run) -> tuple[FormField, int]:
    """The field whose label stands at a position, and the position after it."""
    cell = cells[position]
    label = (cell.start, cell.label_end)
    key = _key(cell, run.fields)
    if key in {"body", "section"}:
        after = cells[position + 1] if position + 1 < len(cells) else cell
        beside = after.line == cell.line and after is not cell  # a column that holds nothing but a colon goes too
        return FormField(key=key, label=(cell.start, after.start) if beside else label), position + 1
    lines: list[Cell] = []
    if cell.value_start < cell.end:
        spans: list[Span] = [(cell.value_start, cell.end)]
        lines = _continued(cells, position + 1, key)
    else:
        lines = _below(cells, position + 1, key, run)
        spans = []
    spans += [(line.start, line.end) for line in lines]
    text = " ".join([cell.value, *(line.text for line in lines)]).strip()
    if key == "attachments":
        text = "\n".join([cell.value, *(line.text for line in lines)]).strip()
    return FormField(key=key, label=label, values=tuple(spans), text=text), position + 1 + len(lines)


def _key(cell: Cell, before: Sequence[FormField]) -> str:
    """What a label says here: a name below "Kontakt" is the contact's, a contact below an organisation its own."""
    last = before[-1] if before else None
    if last is not None and last.key == "contact" and cell.key in _OF_A_PERSON:
        named = any(f.key == "contact" and f.text and not is_contact_line(f.text) for f in before)
        return "name" if cell.key == "name" and named else "contact"
    if plain(cell.label) == "kontaktperson" and last is not None and last.key == "organisation":
        return "name"
    return cell.key


def _below(cells: Sequence[Cell], position: int, key: str, run: Run) -> list[Cell]:
    """The cells that are the value of a label with nothing beside it."""
    if position >= len(cells):
        return []
    first = cells[position]
    beside = first.line == cells[position - 1].line
    if first.key and (beside or not _is_value_after_all(cells, position, key)):
        return []
    if not beside and (run.inline or not fits(key, first.text)):
        return []
    return [first, *_continued(cells, position + 1, key)]


def _is_value_after_all(cells: Sequence[Cell], position: int, key: str) -> bool:
    """Whether a line that could be a label is the value of the one above: "Organisation" below "Udtaler sig som"."""
    cell = cells[position]
    if cell.value_start < cell.end and not cell.loose:
        return False
    after = cells[position + 1] if position + 1 < len(cells) else None
    if key == "role" and role_of(cell.text):
        return after is None or bool(after.key) or not fits(cell.key, after.text)
    return key == "other" and cell.key in {"body", "other"} and after is not None and bool(after.key)


def _continued(cells: Sequence[Cell], position: int, key: str) -> list[Cell]:
    """Further lines of a value: lines of a contact, names of files, or short lines with another label after them."""
    found: list[Cell] = []
    most = _LINES.get(key, 1) - 1
    while len(found) < most and position + len(found) < len(cells):
        cell = cells[position + len(found)]
        if cell.after_blank or cell.line == cells[position + len(found) - 1].line or is_sentence(cell.text):
            break
        if not _runs_on(cells, position + len(found), key, most):
            break
        found.append(cell)
    return found


def _runs_on(cells: Sequence[Cell], position: int, key: str, most: int) -> bool:
    """Whether a line belongs to the value above it by what it holds or by the label that follows."""
    cell = cells[position]
    if key == "contact" and is_contact_line(cell.text):
        return not cell.key or _is_bare(cell)
    if key == "attachments":
        return not cell.key and bool(files_in(cell.text))
    return not cell.key and len(cell.text) <= LONGEST_NAME and _label_within(cells, position + 1, most)


def _is_bare(cell: Cell) -> bool:
    """Whether no sign stands between label and value ("Telefon 12 00 44 10")."""
    return cell.value_start < cell.end and not cell.label.rstrip("* ").endswith((":", "?"))


def _label_within(cells: Sequence[Cell], position: int, lines: int) -> bool:
    """Whether a label follows after few lines, none of them after a blank one."""
    for cell in cells[position : position + lines]:
        if cell.key:
            return True
        if cell.after_blank:
            return False
    return False
