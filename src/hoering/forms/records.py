"""What a form export says: fields with their places, and one form per answer."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One label and its value, with their places in the raw text (code points, end exclusive).

    ``key`` is ``sender``, ``name``, ``organisation``, ``role``, ``submitted``, ``case_number``, ``hearing_id``,
    ``answer_id``, ``contact``, ``attachments``, ``publish``, ``address``, ``postcode``, ``email``, ``phone``,
    ``other``, ``section`` (a heading over fields), ``question`` (asked in every answer) or ``body`` (the label before
    the answer itself, whose text is no value). ``values`` are the places of the value's lines, none where it is empty.
    """

    key: str
    label: Span
    values: tuple[Span, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One answer of an export: ``start`` and ``end`` are its part of the text, from its first field to the next answer.

    ``sender`` is the organisation, or else the person who answers; never the contact person of the administration,
    who is ``contact``. ``role`` is ``privat``, ``forening``, ``virksomhed`` or ``myndighed``; ``submitted`` an ISO
    date; ``publish`` is ``ja`` or ``nej``. What the export does not say is empty.
    """

    start: int
    end: int
    fields: tuple[FormField, ...]
    sender: str = ""
    organisation: str = ""
    name: str = ""
    role: str = ""
    submitted: str = ""
    case_number: str = ""
    hearing_id: str = ""
    answer_id: str = ""
    contact: str = ""
    attachments: tuple[str, ...] = ()
    publish: str = ""
