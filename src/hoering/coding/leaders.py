"""Leaders who are named without what they lead: "formand Ib Lund", "leder af Nye Hænder"."""

from __future__ import annotations

import re

from hoering.coding.people import PartyFinder, Person

_TITLE = re.compile(
    r"\b(?:lands|lokal|fag|nærmeste |daglig |centrale? )?"
    r"(?:formand|næstformand|forkvinde|leder|direktør|vicedirektør|talsmand|talsperson|sekretariatsleder|sekretariatschef)\b"
)
_APPOSITION = re.compile(rf"(?:,| \(| –) ?(?:der er |som er )?(?P<title>{_TITLE.pattern}[^,.;:)\n]{{0,50}})")
_OF_NAME = re.compile(r"\b(?:af|for|i|hos|fra) ([A-ZÆØÅ][\w&/.-]*(?: [A-ZÆØÅ][\w&/.-]*)*)")
_SENTENCE_END = re.compile(r"[.!?:][”»«\"]? (?=[A-ZÆØÅ”»«\"])")
_BEFORE = 40
# Nobody leads these by such a title, and every text names them.
_NOT_LED = re.compile(r"\b(?:\w*kommunen?s?|udvalget?s?|byrådets?|jobcent\w+)\b", re.IGNORECASE)


def leads(text: str, person: Person) -> bool:
    """Whether a title stands by a name that says the person leads something, whatever it is."""
    line = text.rfind("\n", 0, person.start) + 1
    before = text[max(line, person.start - _BEFORE) : person.start]
    return any(title.end() >= len(before) - 2 for title in _TITLE.finditer(before)) or bool(
        _APPOSITION.match(text, person.end)
    )


def led_by(text: str, person: Person, finder: PartyFinder) -> str:
    """Actor id of what a leader leads, by the organisation named last before the name, or ``""``.

    Looked for in the sentence, its paragraph and the one before; where a proper name tells what it is that is led
    ("leder af Nye Hænder"), by what the text calls it elsewhere ("foreningen Nye Hænder").
    """
    told = _APPOSITION.match(text, person.end)
    if told and (named := _OF_NAME.search(told["title"])):
        called = re.search(rf"([\w-]{{5,}}) {re.escape(named[1])}(?!\w)", text)
        return finder.of_organisation(called[1]) if called else ""
    line = text.rfind("\n", 0, person.start) + 1
    ends = [match.end() for match in _SENTENCE_END.finditer(text, line, person.start)]
    above = text.rfind("\n", 0, max(0, line - 1)) + 1
    for begin in (ends[-1] if ends else line, line, above):
        if party := finder.of_organisation(_NOT_LED.sub("", text[begin : person.start])):
            return party
    return ""
