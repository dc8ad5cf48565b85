"""Whether the sentence a decision is about stands where it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hoering.learning.decisions import Decision, Decisions, contradictions, counted, require_none, short
from hoering.learning.places import Place


def placed(decisions: Decisions, texts: Mapping[Place, str], file: str) -> Decisions:
    """The decisions whose sentence stands where they say, or, without a place, once in the document.

    Args:
        decisions: as read.
        texts: the readable text of every sentence of the run, by place.
        file: name of the table, for the messages.

    Returns:
        The decisions in place; what does not stand there is told with its row. Decisions about documents that
        are not in this run are counted and kept apart.

    Raises:
        DecisionsError: two decisions turn out to be about the same sentence and contradict each other.
    """
    by_quote: dict[tuple[str, str], list[Place]] = {}
    for place, text in texts.items():
        by_quote.setdefault((place[0], _plain(text)), []).append(place)
    known = {document for document, _, _ in texts}
    found, told, elsewhere = [], [], 0
    for item in decisions.items:
        where = by_quote.get((item.document, _plain(item.quote)), [])
        if item.document not in known:
            elsewhere += 1
        elif item.start < 0 and len(where) == 1:
            found.append(replace(item, start=where[0][1], end=where[0][2]))
        elif item.place in where:
            found.append(item)
        else:
            told.append(f"{file}, {item.where}: {_not_there(item, len(where))}")
    if elsewhere:
        told.append(f"{counted(elsewhere)} gælder dokumenter, der ikke er med i kørslen.")
    require_none(list(contradictions(found)), file)
    return Decisions(tuple(found), (*decisions.told, *told))


def _not_there(item: Decision, count: int) -> str:
    quote = f"»{short(item.quote)}«"
    if item.start < 0 and count:
        return f"{quote} står {count} steder i {item.document}. Skriv Start og Slut."
    if count:
        return f"{quote} står ikke ved {item.start}–{item.end}. Slet Start og Slut, så findes stedet igen."
    return f"{quote} står ikke som sætning i {item.document}. Ret citatet, eller lad rækken ude."


def _plain(text: str) -> str:
    return " ".join(text.split())
