"""Danish labels for the codes that reports show: who speaks or sends, what is done, what kind it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # A codebook brings patterns and coders along; printing a report needs neither.
    from hoering.codebook import Codebook

# Voices and sender types that are no actor of a codebook, because nobody speaks *about* them.
OUTSIDERS = {"journalist": "Journalist", "ukendt": "Ukendt"}

KINDS = {
    "interview": "Interview",
    "hoeringssvar": "Høringssvar",
    "debat": "Debatindlæg",
    "nyhed": "Nyhed",
    "notat": "Notat",
    "politik": "Politik/udkast",
    "survey": "Spørgeskema",
    "ukendt": "Ukendt",
}

# The order is the order of the groups under every theme.
STANCE_HEADINGS = {
    "kritik": "Kritik og bekymring",
    "forslag": "Ønsker og forslag",
    "stoette": "Støtte og ros",
    "neutral": "Neutral omtale",
}

UNKNOWN_STANCE = "Uden vurdering"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Code to Danish label; a code without one is shown as it is.

    ``private`` is the actor whose senders are persons without a name ("Borger"), each one of their own.
    ``actors`` serves both voices and sender types. The order of each mapping is the order of columns
    and legends.
    """

    actors: Mapping[str, str]
    stances: Mapping[str, str]
    kinds: Mapping[str, str]
    private: str = "borgere"

    @classmethod
    def of(cls, codebook: Codebook) -> Labels:
        """The labels of a codebook, with the built-in ones for kinds, journalists and the unknown."""
        return cls(
            actors={code.id: code.label for code in codebook.actors} | OUTSIDERS,
            stances={code.id: code.label for code in codebook.stances},
            kinds=dict(KINDS),
            private=codebook.private,
        )

    def actor(self, code: str) -> str:
        """Label of a voice or sender type; nothing counts as unknown."""
        return self.actors.get(code or "ukendt") or code or OUTSIDERS["ukendt"]

    def stance(self, code: str) -> str:
        """Short label of a stance."""
        return self.stances.get(code) or code or UNKNOWN_STANCE

    def heading(self, code: str) -> str:
        """Heading of the quotations with a stance."""
        return STANCE_HEADINGS.get(code) or self.stance(code)

    def kind(self, code: str) -> str:
        """Label of a kind of source."""
        return self.kinds.get(code) or code

    def actor_order(self, code: str) -> tuple[int, str]:
        """Sort key that puts actors in the order of the labels and strangers after them."""
        known = list(self.actors)
        code = code or "ukendt"
        return (known.index(code) if code in known else len(known), code)


def stance_order(code: str) -> tuple[int, str]:
    """Sort key that puts criticism first, then proposals, support, neutral mention, anything else."""
    known = list(STANCE_HEADINGS)
    return (known.index(code) if code in known else len(known), code)
