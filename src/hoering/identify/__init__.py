"""What a document is and who sends it: guessed from the text around the text, each guess with score and reason.

Runs on the sensitive side, before cleaning takes letterheads and signatures away. What a person says (the source
list, the register) overrules every guess; what cannot be told stays unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from hoering.codebook import Codebook
from hoering.identify.dates import first_date as first_date
from hoering.identify.dates import guess_date as guess_date
from hoering.identify.guess import UNKNOWN as UNKNOWN
from hoering.identify.guess import Guess as Guess
from hoering.identify.kinds import guess_kind as guess_kind
from hoering.identify.senders import UNKNOWN_SENDER as UNKNOWN_SENDER
from hoering.identify.senders import UNNAMED as UNNAMED
from hoering.identify.senders import SenderFinder
from hoering.identify.subjects import guess_subject as guess_subject
from hoering.read.source_list import ListedSource
from hoering.sensitive import RawDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a document, or a letter in it, is taken to be."""

    kind: Guess
    sender: Guess
    sender_type: Guess
    date: Guess
    subject: Guess
    phase: str = ""
    track: str = ""
    title: str = ""

    @property
    def basis(self) -> str:
        """From what each field was taken, in Danish, with its score."""
        guesses = {"type": self.kind, "afsender": self.sender, "afsendertype": self.sender_type}
        guesses |= {"dato": self.date, "emne": self.subject}
        if self.sender.why == self.sender_type.why:
            del guesses["afsendertype"]
        return "; ".join(f"{name}: {g.why} ({g.score:.2f})".replace(".", ",") for name, g in guesses.items())


@dataclass(slots=True)
class Identifier:
    """Guesses what documents are by a codebook's words for senders."""

    book: Codebook
    senders: SenderFinder = field(init=False)

    def __post_init__(self) -> None:
        self.senders = SenderFinder(self.book)

    def identify(self, document: RawDocument, said: Sequence[ListedSource] = (), *, file_name: bool = True) -> Identity:
        """What is said of a document, and for the rest what can be guessed.

        Args:
            document: the document, or one letter of several in it (`RawDocument.part`).
            said: what persons say of it, those with most authority first.
            file_name: whether the file's name may tell who sent it; not where several letters share it.
        """
        kind = _said(said, "kind") or guess_kind(document)
        guess = self.senders.find(document, kind.value, file_name=file_name)
        sender = _said(said, "sender")
        named = _by_name(self.senders.type_of_name(sender.value), sender.why) if sender else None
        return Identity(
            kind=kind,
            sender=sender or guess.name,
            sender_type=_said(said, "sender_type") or named or guess.type,
            date=_said(said, "date") or guess_date(document),
            subject=_said(said, "subject") or guess_subject(document, kind.value),
            phase=next((listed.phase for listed in said if listed.phase), ""),
            track=next((listed.track for listed in said if listed.track), ""),
            title=PurePosixPath(document.document).stem,
        )


def _said(said: Sequence[ListedSource], name: str) -> Guess | None:
    return next((Guess(value, 1.0, listed.by) for listed in said if (value := getattr(listed, name))), None)


def _by_name(sender_type: str, by: str) -> Guess | None:
    return Guess(sender_type, 0.9, f"afsenderens navn i {by}") if sender_type else None
