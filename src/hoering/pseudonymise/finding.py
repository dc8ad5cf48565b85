"""The record that every rule for names hands over."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameFinding:
    """A person's name at a place in a text (genitive -s left outside) and how it was found.

    ``name`` is the name as it is usually written, so that ``BIRTHE HANSEN`` and ``birthe.hansen`` are
    the same person as "Birthe Hansen".
    """

    start: int
    end: int
    name: str
    why: str
