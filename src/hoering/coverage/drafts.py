"""A draft as it is held against positions: read by `hoering.draft.read_draft`, past the privacy step."""

from __future__ import annotations

from dataclasses import dataclass, field

from hoering.positions.matters import Matters
from hoering.records import Coding, SafeText, Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft past the privacy step.

    ``document`` is the file's name, ``sha256`` its hash; ``segments`` are headings, paragraphs and items in reading
    order, ``sentences`` the sentences in them, ``codings`` what the coder found, ``matters`` those of the codebook it
    was read by.
    """

    document: str
    sha256: str
    text: SafeText
    segments: tuple[Segment, ...]
    sentences: tuple[Segment, ...]
    codings: tuple[Coding, ...]
    matters: Matters = field(default_factory=Matters.none, repr=False)
