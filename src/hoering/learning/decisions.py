"""What people have decided about codings, and where two decisions cannot both be true."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from hoering.errors import DecisionsError
from hoering.learning.places import Place

DecidedKind = Literal["theme", "actor", "stance"]
Verdict = Literal["yes", "no", "corrected", "none"]
KINDS: tuple[DecidedKind, ...] = get_args(DecidedKind)
KIND_LABELS: Mapping[DecidedKind, str] = {"theme": "tema", "actor": "aktør", "stance": "holdning"}

# Faults listed in one message; more would hide the first.
_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's word on one code and one sentence.

    ``verdict``: ``yes`` (has the code, also where the machine did not suggest it), ``no``, ``corrected`` (not
    ``code`` but ``corrected``) or ``none``, where only ``complete`` is said: the sentence has no other codes of
    this kind than those said yes to. ``start`` and ``end`` are offsets in the document's raw text, -1 where the
    person gave only the quotation; ``where`` is the row in the table.
    """

    document: str
    start: int
    end: int
    quote: str
    kind: DecidedKind
    code: str
    verdict: Verdict
    corrected: str = ""
    complete: bool = False
    who: str = ""
    when: str = ""
    codebook: str
    where: str = ""

    @property
    def place(self) -> Place:
        """Where the sentence stands."""
        return self.document, self.start, self.end

    @property
    def right(self) -> str:
        """The code the sentence has by this decision; empty where it says only what it has not."""
        return self.corrected or (self.code if self.verdict == "yes" else "")

    @property
    def wrong(self) -> str:
        """The code the sentence has not by this decision; empty where it says only what it has."""
        return self.code if self.verdict in ("no", "corrected") else ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions of one codebook and version; ``told`` says in Danish which were set aside, and why."""

    items: tuple[Decision, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """A hash of what was decided; the order of rows, who and when do not count."""
        said = sorted(repr((d.place, d.quote, d.kind, d.right, d.wrong, d.complete, d.codebook)) for d in self.items)
        return hashlib.sha256("\n".join(said).encode()).hexdigest()


def contradictions(items: Iterable[Decision]) -> Iterator[str]:
    """Decisions that cannot both be true, in Danish; the first row of each and the one that says otherwise."""
    said: dict[tuple[object, ...], tuple[bool | str, str]] = {}
    for item in items:
        sentence = (item.place if item.start >= 0 else item.quote, item.kind)
        claims: list[tuple[tuple[object, ...], bool | str]] = [
            ((*sentence, code), has) for code, has in ((item.right, True), (item.wrong, False)) if code
        ]
        if item.kind == "stance":
            claims.append(((*sentence,), item.right))
        for key, claim in claims:
            first, where = said.setdefault(key, (claim, item.where))
            if first != claim:
                yield (
                    f"{where} og {item.where} siger hver sit om {KIND_LABELS[item.kind]} i »{short(item.quote)}«. "
                    "Bliv enige, og lad kun den ene stå."
                )
                break


def require_none(faults: Sequence[str], file: str) -> None:
    """Raise `DecisionsError` where there are faults; the message lists the first of them."""
    if faults:
        more = [f"… og {len(faults) - _SHOWN} til"] if len(faults) > _SHOWN else []
        lines = "".join(f"\n  - {line}" for line in [*faults[:_SHOWN], *more])
        raise DecisionsError(f"{file} er ikke brugt. Ret dette, og prøv igen:{lines}")


def counted(number: int) -> str:
    """How many decisions, in Danish."""
    return "1 beslutning" if number == 1 else f"{number} beslutninger"


def short(text: str) -> str:
    """A quotation short enough for a message."""
    return text if len(text) <= 60 else f"{text[:57]}…"
