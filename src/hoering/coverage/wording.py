"""How a position asks and what a draft's passage reserves, read from a few words."""

from __future__ import annotations

import re

# "Kritik af, at …", "Ønske om …": the direction of a title, which says nothing of its matter.
_DIRECTION = re.compile(
    r"^(?:(?:kritik af|bekymring for|ønske om|ros for|støtte til|modstand mod|forslag om|krav om)(?:, at\b)?|"
    r"kritik:|ønske:|ros:|støtte:|bekymring:|tak for)\s*",
    re.IGNORECASE,
)
_RESERVED = re.compile(
    r"\b(?:så vidt muligt|i det omfang|hvor det giver mening|om muligt|undersøge[rs]?|kigger på|opmærksomme? på|"
    r"(?:nedsætte|nedsætter) en arbejdsgruppe|have blik for|overveje[rs]?|forsøge[rs]?|se på|drøfte[rs]?|"
    r"(?:tale|drøftelser?) med (?:regionen|staten|ministeriet|kl)|i dialog|usikre|får\b.{0,30}\boplyst|på sigt|"
    r"håber|belyses|afdækkes|bestræber?|tilstræbe[rs]?|følge[rs]? udviklingen|vende[rs]? tilbage til|"
    r"ser (?:vi|byrådet|kommunen) frem til|ambition\w*|søge[rs]? at)\b",
    re.IGNORECASE,
)
# What was, how many there are, what matters: present tense that promises nothing.
_DESCRIBING = re.compile(
    r"\b(?:har fortalt|fortalte|mødte|oplevede|sagde|er blevet|erfaringen er|i de kommende år|omkring \d+|"
    r"har \d[\d.]* |\d[\d.]* (?:indbyggere|kvadratkilometer)|hver (?:tredje|fjerde|femte)|"
    r"vigtige?)\b",
    re.IGNORECASE,
)
# "styrke samarbejdet med lægerne": a direction, and nothing that could be seen to be done or not.
_AIMING = re.compile(
    r"\b(?:styrke[rst]?|styrket|fremmer?|forbedrer?|udvikler?|understøtter?|fokus(?:erer?)?)\b", re.IGNORECASE
)
# "4.2 ", "Handling: ": what a plan of action puts before a sentence, and its columns after it.
_LABEL = re.compile(r"^(?:[A-ZÆØÅ]?\d+(?:\.\d+)*\.?\s+)?(?:[A-ZÆØÅ]\w+:\s+)?")
_COLUMNS = " | "
_ASKING = re.compile(r"\b(?:hvem|hvor(?:dan|når)?|hvad|hvilke[nt]?)\b[^.?!]*\?", re.IGNORECASE)
_LACKING = re.compile(
    r"\b(?:ikke|næsten ikke|slet ikke|intet sted|ingen steder|kun) (?:\w+ ){0,3}?(?:nævnt|omtalt|beskrevet)\b|"
    r"\b(?:mangler|savnes) (?:noget om|i (?:udkastet|politikken))|\bmangler i\b|\bstår (?:der )?ikke\b|\bikke står\b|"
    r"\bnæsten ikke nævnt\b|\buklart\b|\bikke er sat\b",
    re.IGNORECASE,
)
_GUARDING = re.compile(
    r"\b(?:må ikke|lad(?:e)? være|i stedet for|uden at|betænkelig\w*|erstatning|imod|"
    r"modstand\w*|ikke blive|ikke føre)\b",
    re.IGNORECASE,
)

_REFUSING = re.compile(r"\b(?:ingen|ikke|aldrig|kun|uden at|frivilligt)\b", re.IGNORECASE)


def matter_of(title: str) -> str:
    """A title without its direction.

    >>> matter_of("Ønske om, at fleksjob bliver flere"), matter_of("Ros for en fast kontaktperson")
    ('fleksjob bliver flere', 'en fast kontaktperson')
    """
    return _DIRECTION.sub("", title).strip(" »«")


def is_reserved(text: str) -> bool:
    """Whether a passage makes a reservation or only looks into something: "så vidt muligt", "undersøge"."""
    return _RESERVED.search(text) is not None


def describes(text: str) -> bool:
    """Whether a text tells how things are or were, so that its present tense is no promise."""
    return _DESCRIBING.search(text) is not None


def only_aims(text: str) -> bool:
    """Whether a text names an aim at large: "styrke", "fremme", "have fokus på"."""
    return _AIMING.search(text) is not None


def bare(text: str) -> str:
    """A draft's sentence without number, label and further columns.

    >>> bare("4.2 Handling: Vi ringer til alle. | Ejer: Jobcentret | År: 2027")
    'Vi ringer til alle.'
    """
    return _LABEL.sub("", text).partition(_COLUMNS)[0]


def says_lacking(text: str) -> bool:
    """Whether words complain that something does not stand in the draft."""
    return _LACKING.search(text) is not None


def guards(text: str) -> bool:
    """Whether words want something *not* to happen; that a draft speaks of it is then no answer."""
    return _GUARDING.search(text) is not None


def asks(text: str) -> bool:
    """Whether words put a question that wants an answer of its own."""
    return _ASKING.search(text) is not None


def refuses(text: str) -> bool:
    """Whether a passage rules something out."""
    return _REFUSING.search(text) is not None
