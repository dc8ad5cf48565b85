"""What people coded: units of text and the answers given to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["themes", "actors", "stance", "voice"]

NO_STANCE, NO_VOICE = "neutral", "ukendt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How a unit is coded, by a person or a machine; None where the question was not asked.

    ``boilerplate`` says of a person's answer that the unit is no content, of a machine's that cleaning took it out.
    """

    themes: frozenset[str] | None = None
    actors: frozenset[str] | None = None
    stance: str | None = None
    voice: str | None = None
    boilerplate: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit (mostly a sentence) of a document and a person's answer to it.

    ``file`` is the document's name, with or without folder; ``start`` and ``end`` are code points in the raw text, end
    exclusive. Without them the unit is found by its ``text``.
    """

    file: str
    answer: Answer
    text: str = ""
    start: int | None = None
    end: int | None = None

    @property
    def place(self) -> tuple[int, int] | None:
        """Start and end in the raw text, where both are known."""
        return None if self.start is None or self.end is None else (self.start, self.end)
