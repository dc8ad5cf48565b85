"""Whose view a turn renders: what a speaker's label tells of the party, in interviews, surveys and debates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hoering.coding.people import POLITICIANS, PartyFinder
from hoering.debates import debate_label
from hoering.roles import role_of_word

# A minister who debates is one of the debaters.
_STATE = "staten"
UNKNOWN = "ukendt"
JOURNALIST = "journalist"
# Titles that every organisation has.
_ANYWHERE = re.compile(
    r"(?:formand|næstformand|leder|chef|direktør|konsulent|rådgiver|medarbejder|sekretær|talsperson|afdelingsleder|frivillig)"
    r"(?:en|et)?[ .]*\d*",
    re.IGNORECASE,
)
# Who asks for a paper.
_PRESS = re.compile(r"\b(?:avisen|journalist\w*|\w*redaktion\w*|reporter\w*|studievært\w*|medie\w*)\b", re.IGNORECASE)
_BRACKET = re.compile(r"\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class LabelReader:
    """Tells the party of a speaker by the label; needs the codebook's words for roles."""

    finder: PartyFinder

    def of_speaker(self, label: str) -> str:
        """Actor id of a speaker in an interview or a survey, ``""`` where the label tells nothing.

        One or two letters ("S:", "IP:") stand for a role in the transcript only.
        """
        bare = label.strip("[]")
        return self.finder.of_title(bare) if len(bare) > 3 else ""

    def of_answer(self, label: str, sender: str) -> str:
        """Actor id of who answers: what the label tells, else the sender.

        "Leder" or "Konsulent" alone is whoever sent it: the leader of an association, the consultant of a union.
        """
        told = self.of_speaker(label)
        own = sender in {"", UNKNOWN, self.finder.book.private}
        return sender if told and not own and _ANYWHERE.fullmatch(label.strip()) else told or sender

    def of_interviewer(self, label: str) -> str:
        """Who asks: a paper, a panel that its label names, or somebody whose view the questions do not tell."""
        if _PRESS.search(label):
            return JOURNALIST
        return UNKNOWN if role_of_word(label) or not label else self.of_speaker(label) or UNKNOWN

    def of_debater(self, label: str) -> str:
        """Actor id of who has a turn in a debate: a politician, if the label does not tell another party."""
        read = debate_label(f"{label}:")
        if read and read.sure:
            return POLITICIANS
        in_brackets = _BRACKET.search(label)
        told = self.finder.of_title(in_brackets[1] if read and in_brackets else label)
        return told if told and told != _STATE else POLITICIANS
