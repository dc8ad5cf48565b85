"""Texts with no body: "læs svaret her", and lists of other documents. From these nobody's concern can be told.

Only what is sure is refused: every line must be a pointer, a title or a part of a letter's frame. A short answer, a
list of wishes and "ingen bemærkninger" are answers.
"""

from __future__ import annotations

import re

POINTER_ONLY = "Teksten henviser kun til et svar, der ligger et andet sted (vedhæftet eller bag et link)."
LIST_ONLY = "Teksten er kun en liste over andre dokumenter."

_ANSWER = r"(?:hørings)?(?:svar(?:et)?|brev(?:et)?|bemærkninger(?:ne)?|indlæg(?:get)?|bilag(?:et)?|notat(?:et)?)"
_OWN = rf"(?:(?:hele|det fulde|vores|mit|vort|et|dette|foreningens|[A-ZÆØÅ][\w-]+s) ){{0,5}}{_ANSWER}"
_FILE = r"\S[^\n]{0,100}\.(?:pdf|docx?|odt|rtf|xlsx?|jpe?g|png|zip|pptx?)"
_ENCLOSED = r"(?:vedhæftede?|vedlagte?|vedhæftning(?:en)?|bilag(?:et)?|(?:ved)?hæftede? (?:fil|dokument)(?:er)?)"
_LINK = r"(?:https?://\S+|www\.\S+|[\w-]+(?:\.[\w-]+)+/\S*)"
_POINTER = re.compile(
    rf"(?:(?:læs|hent|se|find|download|åbn|klik for at læse) (?:venligst )?{_OWN}"
    rf"(?: (?:her|som pdf|i pdf|nedenfor|på))?"
    rf"|(?:læs (?:mere|videre)|læs her|se her|download|hent(?: fil| pdf)?|åbn fil)"
    rf"|se (?:venligst )?(?:{_ENCLOSED}(?: (?:fil(?:er)?|dokument(?:er)?|bilag|pdf|{_ANSWER}))?)"
    rf"|(?:jeg|vi|der) (?:har |er )?(?:hermed )?(?:vedhæfte[rt]|vedlægge?r?|vedlagt|fremsende[rs]?|sende[rs]?)"
    rf"(?: hermed)? {_OWN}(?: (?:fra|til|på vegne af|i|som|over|om)\b.{{1,100}})?"
    rf"|hermed (?:fremsendes|vedhæftes|følger|sendes|vedlagt)? ?{_OWN}(?: (?:fra|til|på vegne af|over|om)\b.{{1,100}})?"
    rf"|(?:vedhæftet|vedlagt)(?: er)?(?: {_OWN})(?: (?:fra|til)\b.{{1,100}})?"
    rf"|{_OWN} (?:er )?(?:vedhæftet|vedlagt)"
    rf"|{_OWN} (?:fremgår af|findes i|ligger i|kan læses (?:på|i|her)|kan ses|kan hentes|ses i)\b.{{0,100}}"
    rf"|(?:du|i) kan (?:læse|hente|finde|se) {_OWN}(?: (?:her|på)\b.{{0,80}})?"
    rf"|(?:bilag|vedhæft\w+|vedlagt|fil(?:er)?|dokument(?:er)?)\s*\d{{0,2}}:?(?: ?{_FILE})?"
    rf"|{_FILE}(?: ?\(?[\d.,]+ ?[kKmM][bB]\)?)?|{_LINK})",
    re.IGNORECASE,
)
# What may follow a pointer in its line: a link, a size, a stop.
_AFTER = re.compile(rf"(?:[\s:.,!–>»-]|{_LINK}|\(?[\d.,]+ ?[kKmM][bB]\)?|\(?pdf\)?|{_FILE})*+")
_LIST_HEAD = re.compile(
    r"(?:relaterede?|lignende|andre|øvrige|flere|seneste|nyeste|mest læste) (?:dokumenter|artikler|høringssvar|sider"
    r"|nyheder|indlæg|svar|sager)|se også|læs også|i samme sag|dokumenter på sagen",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"(?:[•·*–-] ?)?(?:{_FILE}(?: ?\(?[\d.,]+ ?[kKmM][bB]\)?)?|.{{2,80}}?(?: ?\.){{4,}} ?\d{{1,4}})")
_FRAME = re.compile(
    r"(?:kære|hej|goddag|til rette vedkommende)\b[^.!?]{0,60}[,!]?"
    r"|(?:(?:med )?(?:de )?(?:bedste|venlige?|mange|kærlige?) hils(?:en|ner)|hilsen|mvh|vh|kh)\b.{0,60}"
    r"|(?:vedr|ang|emne|til|dato|fra)\b[.:]? ?.{0,100}|tak\W*|på forhånd tak\W*",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:(?:med )?(?:de )?(?:bedste|venlige?|mange|kærlige?) hils|hilsen|mvh\b|vh\b|kh\b)", re.IGNORECASE
)
_TITLE = re.compile(r"(?:[\w’'-]*hørings)?svar(?: .{1,90})?|.{2,60}s (?:høringssvar|svar)(?: .{1,90})?", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:jeg|vi|ikke|skal|bør|vil|er|har|mangler|ønsker|savner|synes|mener|foreslår|bakker|enig|ingen)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 100
_LONGEST_NAME = 60
_LONGEST_POINTER = 250
_FEWEST = 3


def no_body(text: str) -> str:
    """Why a text is no answer, in Danish; empty where it may be one.

    Args:
        text: a readable text, with or without its letterhead and signature.
    """
    lines = [line.strip() for line in text.splitlines() if any(c.isalnum() for c in line)]
    if _is_list(lines):
        return LIST_ONLY
    return POINTER_ONLY if _only_points(lines) else ""


def _only_points(lines: list[str]) -> bool:
    """Whether every line is a pointer, a title of an answer, or a greeting, closing or name around them."""
    found = False
    for position, line in enumerate(lines):
        if _is_pointer(line):
            found = True
        elif _SAYS.search(line) or not (
            _FRAME.fullmatch(line) or _is_title(line) or _is_signature(line, lines[:position])
        ):
            return False
    return found


def _is_signature(line: str, above: list[str]) -> bool:
    """Whether a line can be a name, title or address below a closing formula."""
    short = len(line) <= _LONGEST_NAME and not line.endswith((".", "!", "?")) and not line.lower().startswith("ps")
    return short and any(_CLOSING.match(before) for before in above)


def _is_pointer(line: str) -> bool:
    if len(line) > _LONGEST_POINTER:
        return False
    match = _POINTER.match(line)
    if match and _AFTER.fullmatch(line, match.end()):
        return True
    return _POINTER.fullmatch(line.rstrip(" .!:")) is not None and not _goes_on(line)


def _goes_on(line: str) -> bool:
    """Whether a line says more after its first sentence, or has a clause that is no pointer's own."""
    return re.search(r"[.!?:] +\S", line) is not None or re.search(r",? \b(?:men|og vi|for vi)\b", line) is not None


def _is_title(line: str) -> bool:
    return _TITLE.fullmatch(line) is not None and not line.endswith((".", "!", "?")) and not _SAYS.search(line)


def _is_list(lines: list[str]) -> bool:
    """Whether lines are a heading for other documents and their titles, or nearly all names of files or contents."""
    if len(lines) < _FEWEST:
        return False
    if sum(_LISTED.fullmatch(line) is not None for line in lines) >= len(lines) - 1:
        return True
    if not _LIST_HEAD.fullmatch(lines[0].rstrip(" :")):
        return False
    return all(len(line) <= _LONGEST_TITLE and not line.endswith((".", "!", "?")) for line in lines[1:])
