"""Printed debates of a parliament or a council: which lines begin a turn, whose it is, and what only frames it.

The proceedings of the Folketing set a speaker on a line of its own, ``Navn Navnesen (XX):``, a chair or a minister with
the name in brackets; minutes of councils set the label before what is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hoering.language import gazetteer
from hoering.roles import INTERVIEWER, role_of_word
from hoering.speakers import Label, Turn, turn_label

# A chair leads both an interview with many and a debate; who interviews does so alone.
_LEADS = re.compile(r"(?:ordstyrer|mødeleder|facilitator|dirigent)(?:en)?", re.IGNORECASE)

_MASK = r"\[[^\]\n]{2,30}\]"
_WORD = r"[A-ZÆØÅÖÉ][\w.'’-]*"
_NAME = rf"(?:{_MASK}|{_WORD})(?: (?:{_MASK}|{_WORD}|af|von|van|de|la|al|el)){{0,6}}"
_ORDER = r"(?:(?:[Dd]en )?(?:[Ff]g\.|[Ff]ungerende|[Ff]ørste|[Aa]nden|[Tt]redje|[Ff]jerde|[Aa]lders)\W? ?){0,2}"
_CHAIR = rf"{_ORDER}(?:[Nn]æst|[Aa]lders|[Mm]øde|[Uu]dvalgs)?(?:[Ff]ormand(?:en)?|FORMAND(?:EN)?)"
# "Klima-, energi- og forsyningsministeren", "Minister for ligestilling og minister for nordisk samarbejde".
_MINISTER = r"(?:\w+-,? (?:og )?){0,4}\w*(?:[Mm]inister|MINISTER)(?:en|EN)?(?: (?:for|og) [\w ,-]{3,90})?"
_MAYOR = rf"(?:(?:[Vv]ice)?[Bb]orgmester(?:en)?|BORGMESTER(?:EN)?|[Rr]ådmand(?:en)?)(?: {_NAME})?"
_POLITE = rf"(?:[Hh]r\.|[Ff]ru|[Ff]rk\.) {_NAME}"
_BRACKET = r" ?\((?P<bracket>[^()\n]{1,60})\)"
# What the proceedings put after a name: "(EL) (medspørger: … (EL))", ", ordfører".
_MORE = r"(?:,? ?(?:ordfører|medspørger|spørger)[\w ]{0,30}| ?\([^\n:]{2,20}:[^\n]{2,60}\)\)?)?"
_LONGEST = 150
_CLOCK = r"(?:Kl\. ?\d{1,2}[.:]\d{2}\s?)?"
_OFFICE = rf"(?P<chair>{_CHAIR})|(?P<office>{_MAYOR}|{_POLITE}|{_MINISTER})"
_LABEL = re.compile(
    rf"[*_#\s]*{_CLOCK}(?P<label>(?:{_OFFICE}|(?P<name>{_NAME}))(?:{_BRACKET})?{_MORE})\s?[*_]*:[*_]*(?=\s|$)"
)
_PARTY = re.compile(r"[A-ZÆØÅ]{1,4}|(?i:liste )\w{1,3}|.*(?:[Ll]isten?|[Pp]arti(?:et)?)")
_CAPITAL = re.compile(r"[A-ZÆØÅ]")
_FRAME = re.compile(
    r"(?:Kl\. ?\d{1,2}[.:]\d{2}|\((?:[Oo]rdfører|[Kk]ort bemærkning|[Ss]pørger|[Mm]edspørger|[Bb]egrundelse"
    r"|[Aa]fsluttende)[^()\n]{0,60}\)\.?)\s*"
)
# Of others who speak title and name are told, or they speak again: "Arbejdsmarkedschef Bo Krag".
_TITLED = re.compile(rf"[A-ZÆØÅ].* (?:{_MASK}|{_WORD})(?: ?\([^()]*\))?")
_LONG = re.compile(rf"({_WORD}(?: [\w.’'-]+){{1,6}} (?:{_MASK}|{_WORD})):(?=\s|$)")
_MARKS = "*_# \t"

# So many turns of people in office, two of them told apart, and they hold half of all turns.
_TURNS, _SPEAKERS, _SHARE = 4, 2, 0.5


@dataclass(frozen=True, slots=True)
class DebateLabel:
    """What begins a politician's turn: the label as it stands, where it ends, and how surely it is a politician's.

    ``sure`` where office, form of address or party is told; else it is a name with something in brackets.
    """

    text: str
    end: int
    sure: bool
    chair: bool = False


@lru_cache(maxsize=4096)
def debate_label(line: str) -> DebateLabel | None:
    """The label of a politician's turn at the start of a line, or None.

    >>> debate_label("Ib Lund (RL): Tak for det.").text
    'Ib Lund (RL)'
    >>> debate_label("Ib Lund: Tak for det.") is None
    True
    """
    match = _LABEL.match(line[:_LONGEST]) if ":" in line[:_LONGEST] else None
    if match is None:
        return None
    bracket = match["bracket"] or ""
    if match["name"] and not _CAPITAL.match(bracket):
        return None
    sure = not match["name"] or bool(_PARTY.fullmatch(bracket)) or bracket in gazetteer.names("party")
    return DebateLabel(match["label"], match.end(), sure, bool(match["chair"]))


def is_frame(line: str) -> bool:
    """Whether a line only frames a debate: ``Kl. 13:05``, ``(Ordfører)``.

    >>> is_frame("Kl. 13:05"), is_frame("(Kort bemærkning)."), is_frame("Kl. 13 begynder mødet")
    (True, True, False)
    """
    return bool(_FRAME.fullmatch(line.strip()))


def is_debate(lines: Sequence[str]) -> bool:
    """Whether the lines are a debate in which politicians take turns, and no interview with one of them."""
    labels = [label for line in lines if (label := debate_label(line.strip()))]
    if len(labels) < _TURNS or len({label.text for label in labels}) < _SPEAKERS:
        return False
    if sum(label.sure for label in labels) < _SPEAKERS or all(label.chair for label in labels):
        return False
    others = [other.text for line in lines if (other := _other(line.strip(_MARKS)))]
    if any(role_of_word(text) == INTERVIEWER and not _LEADS.fullmatch(text) for text in others):
        return False
    repeated = sum(count for count in Counter(others).values() if count > 1)
    return len(labels) >= _SHARE * (len(labels) + repeated)


def debate_turns(lines: Sequence[str]) -> list[Turn]:
    """Whose turn each line of a debate belongs to; what frames the turns is nobody's.

    Args:
        lines: the lines of one debate, stripped, in order.

    Returns:
        One turn for each line: empty ones for the lines before the first label and for those that only frame.
    """
    others = Counter(other.text for line in lines if (other := _other(line)))
    turns: list[Turn] = []
    speaker = ""
    for line in lines:
        label = _label_in(line, others)
        speaker = label or speaker
        turns.append(Turn() if is_frame(line) else Turn(speaker, begins=bool(label)))
    return turns


def debate_label_end(line: str) -> int:
    """How many characters of a line that begins a debater's turn are its label.

    >>> debate_label_end("Ib Lund (RL): Tak for det."), debate_label_end("Første næstformand (Bo Krag):")
    (13, 29)
    """
    label = debate_label(line) or _other(line)
    return label.end if label else len(line)


def _label_in(line: str, others: Counter[str]) -> str:
    if label := debate_label(line):
        return label.text
    other = _other(line)
    return other.text if other and (others[other.text] > 1 or _TITLED.fullmatch(other.text)) else ""


def _other(line: str) -> Label | None:
    if debate_label(line):
        return None
    long = _LONG.match(line[:_LONGEST])
    return turn_label(line) or (Label(long[1], long.end()) if long else None)
