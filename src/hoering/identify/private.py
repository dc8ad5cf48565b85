"""Signs that somebody writes as a private person: family, own case, "as a mother", a home address."""

from __future__ import annotations

import re

from hoering.coding.people import NAME

_I = re.compile(r"\b(?:jeg|mig|min|mit|mine)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:vi|os|vores)\b", re.IGNORECASE)
_RELATIVE = (
    r"(?:mand|kone|hustru|kæreste|søn|datter|sønner|døtre|børn|barn|mor|far|bror|søster|nabo|svigersøn|svigerdatter"
    r"|barnebarn|børnebørn|familie)"
)
_DECLARED = re.compile(
    r"som (?:privatperson|privat borger|almindelig borger|borger|ledig|sygemeldt|pårørende|mor|far|forælder|forældre)\b"
    r"|for egen regning|på egne vegne|\bprivatperson\b|ikke på (?:vegne|min arbejdsplads)",
    re.IGNORECASE,
)
_FAMILY = re.compile(rf"\b(?:min|mit|mine|vores) (?:\w+ )?{_RELATIVE}\b|\bvi er (?:bedste)?forældre\b", re.IGNORECASE)
_OWN_CASE = re.compile(
    r"\bjeg (?:er|var|blev|har været|har selv været|har selv|fik|mistede) (?:\w+ ){0,3}?(?:ledig|arbejdsløs|sygemeldt"
    r"|syg|fyret|førtidspension\w*|fleksjob\w*|kontanthjælp\w*|dagpenge\w*|sygedagpenge\w*|efterløn\w*|pensionist|nyuddannet"
    r"|praktik|\d+ år)"
    r"|\bmin (?:sagsbehandler|mentor|sag|sygdom|ulykke|a-kasse|fagforening|læge)\b"
    r"|\bsom (?:ledig|sygemeldt|arbejdsløs|nyuddannet|enlig)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"^\d{4} [A-ZÆØÅ]", re.MULTILINE)
_CLOSING = re.compile(r"^[^\n]{0,25}\b(?:hilsen|hilsner|mvh|vh|kh)\b\.?[ ,]*([^\n]*)\n*([^\n]*)", re.I | re.M)
_FIRST_NAMES = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+)?(?: [A-ZÆØÅ]\.)?(?: og [A-ZÆØÅ][a-zæøå]+)?")
_COUPLE = re.compile(r"[A-ZÆØÅ][a-zæøå]+ og [A-ZÆØÅ][a-zæøå]+(?: [A-ZÆØÅ][a-zæøå]+)?")


def in_first_person(text: str) -> bool:
    """Whether "I" is said more often than "we"."""
    return len(_I.findall(text)) > len(_WE.findall(text))


def private_signs(text: str) -> dict[str, float]:
    """Signs of a private writer with their weights; the keys are reasons in Danish.

    Args:
        text: the whole text of a letter.
    """
    signs: dict[str, float] = {}
    if _DECLARED.search(text):
        signs["skriver som privatperson"] = 3
    if _FAMILY.search(text):
        signs["skriver om sin familie"] = 1.5
    if _OWN_CASE.search(text):
        signs["skriver om sin egen sag"] = 1.5
    if in_first_person(text):
        signs["skriver i jeg-form uden organisation"] = 1.5
    if _home_address(text):
        signs["navn og adresse i brevhovedet"] = 1.5
    if _signed_by_person(text):
        signs["underskrevet af en person"] = 0.5
    return signs


def _home_address(text: str) -> bool:
    lines = [line.strip() for line in text.splitlines() if line.strip()][:3]
    named = bool(lines) and (NAME.fullmatch(lines[0]) or _COUPLE.fullmatch(lines[0]))
    return bool(named) and _CODE.search("\n".join(lines[1:])) is not None


def _signed_by_person(text: str) -> bool:
    """Whether the closing is followed by a name alone."""
    closed = _CLOSING.search(text)
    if not closed:
        return False
    name = closed[1].strip(" ,.") or closed[2].strip(" ,.")
    return bool(NAME.fullmatch(name) or _FIRST_NAMES.fullmatch(name) or _COUPLE.fullmatch(name))
