"""How a hearing memo tells what somebody says: sender first, present tense, neutral words, then the exact ones.

Three ways, the first that fits: the sender's own verb and the rest of the sentence quoted ("foreslår, »at …«"); the
neutral words of a position's title and then the sentence; or a verb for the kind of statement and then the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from hoering.codebook.model import ELSE
from hoering.positions.matters import Matters
from hoering.positions.titles import is_quoted
from hoering.report import danish

COUNTS = (
    "ingen", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv",
)  # fmt: skip

# A writer's own verb, first person, and how it is told of him. Longer ones first, for they begin alike.
_VERBS: Mapping[str, str] = {
    "undrer os over": "undrer sig over", "undrer os": "undrer sig", "undrer mig over": "undrer sig over",
    "noterer os": "noterer sig", "glæder os over": "glæder sig over", "glæder os til": "glæder sig til",
    "er bekymrede for": "er bekymret for", "er bekymret for": "er bekymret for",
    "er bekymrede over": "er bekymret over", "er bekymret over": "er bekymret over",
    "er bange for": "er bange for", "er enige i": "er enig i", "er enig i": "er enig i",
    "er uenige i": "er uenig i", "er uenig i": "er uenig i",
    "er glade for": "er glad for", "er glad for": "er glad for",
    "er positive over for": "er positiv over for", "er positiv over for": "er positiv over for",
    "er positivt over for": "er positiv over for", "er i tvivl om": "er i tvivl om",
    "er dog i tvivl om": "er dog i tvivl om", "er kritiske over for": "er kritisk over for", "er imod": "er imod",
    "er tilfredse med": "er tilfreds med", "er tilfreds med": "er tilfreds med",
    "bakker op om": "bakker op om", "ser gerne": "ser gerne", "ser positivt på": "ser positivt på",
    "vil gerne": "vil gerne", "vil bede om": "beder om", "vil pege på": "peger på", "vil opfordre": "opfordrer",
    "vil foreslå": "foreslår", "vil anbefale": "anbefaler", "kan godt lide": "kan godt lide",
    "synes godt om": "synes godt om",
    "deltager gerne": "deltager gerne", "bidrager gerne": "bidrager gerne", "stiller gerne": "stiller gerne",
    "foreslår": "foreslår", "anbefaler": "anbefaler", "opfordrer": "opfordrer", "ønsker": "ønsker", "mener": "mener",
    "finder": "finder", "bemærker": "bemærker", "anfører": "anfører", "påpeger": "påpeger",
    "efterlyser": "efterlyser", "savner": "savner", "mangler": "mangler", "støtter": "støtter", "håber": "håber",
    "frygter": "frygter", "synes": "synes", "understreger": "understreger", "kvitterer": "kvitterer",
    "takker": "takker", "roser": "roser", "beder": "beder", "kræver": "kræver", "forventer": "forventer",
    "vurderer": "vurderer", "beklager": "beklager", "peger på": "peger på", "advarer": "advarer",
    "oplever": "oplever", "opfatter": "opfatter", "læser": "læser", "noterer": "noterer",
}  # fmt: skip
_ADVERBS = r"(?: (?:derfor|også|desuden|dog|endvidere|samtidig|i øvrigt|særligt|især|fortsat))*"
_BODY = (
    "rådet", "udvalget", "foreningen", "forbundet", "skolen", "organisationen", "a-kassen", "panelet", "centret",
    "centeret", "kommunen", "virksomheden", "bestyrelsen", "samvirket", "gruppen", "forummet", "klubben", "afdelingen",
)  # fmt: skip
_TITLE = re.compile(r"(Kritik af|Bekymring for|Ønske om|Støtte til|Ros for|Tak for)(?P<what>,? .+)", re.DOTALL)
_TOLD = {
    "Kritik af": ("kritiserer", "kritiserer"),
    "Bekymring for": ("er bekymret for", "er bekymrede for"),
    "Ønske om": ("ønsker", "ønsker"),
    "Støtte til": ("bakker op om", "bakker op om"),
    "Ros for": ("roser", "roser"),
    "Tak for": ("takker for", "takker for"),
}
_PLURAL = {"er bekymret": "er bekymrede", "er positiv": "er positive"}
_WORRY = re.compile(r"(?<!ikke )\b(?:bekymre\w*|frygte?r?)\b", re.IGNORECASE)
_WISH = re.compile(r"\b(?:ønsker?|vil gerne|ser gerne|håber|gerne)\b", re.IGNORECASE)
_SHOULD = re.compile(r"\b(?:bør|skal|må|burde|skulle|kunne|behov for|foreslår?|vigtigt?)\b", re.IGNORECASE)
_SUPPORT = re.compile(
    r"\b(?:gode?|godt|glade?|tilfredse?|enige?|støtter?|bakker|positiv\w*|hilser|velkommen|velkomment|rigtig|rigtigt|"
    r"flinke?|søde?|fint|fine|roser?|hjalp|hjulpet|dejligt?|stor betydning|vi er for|kan lide)\b",
    re.IGNORECASE,
)
_MINORITY = re.compile(
    r"(?:et mindretal\w*|mindretallet|(?:et|to|tre|enkelte|nogle) medlem(?:mer)? "
    r"(?:af rådet|i rådet|i udvalget|i bestyrelsen|mener|ønsker|foreslår|finder))\b",
    re.IGNORECASE,
)
_NEUTRAL = "bemærker"
_THANKS = re.compile(r"\btak\b|\btakker\b", re.IGNORECASE)


def count_word(value: int) -> str:
    """A small number in letters, as Danes write it in running text.

    >>> count_word(2), count_word(13)
    ('to', '13')
    """
    return COUNTS[value] if value < len(COUNTS) else danish.number(value)


def title_phrase(title: str, words: str, stance: str, theme: str, matters: Matters) -> str:
    """The neutral words of a position's title, if a sentence plainly is about that; else ``""``.

    Args:
        title: the title of the position, "Ønske om den samme sagsbehandler hele vejen".
        words: the sentence.
        stance: its stance.
        theme: the label of its theme.
        matters: those of the codebook.
    """
    if is_quoted(title):
        return ""
    small = " ".join(title.casefold().split())
    for name in matters.named_in(words, stance):
        phrases = matters.known[name].phrases
        for form in (stance, stance + ELSE):
            phrase = phrases.get(form, "").replace("{theme}", theme)
            if phrase and small.endswith(phrase.casefold().strip()) and matters.certain_in(words, stance, name):
                return told_title(phrase if phrase[:1].isupper() else title)
    return ""


def told_title(title: str) -> str:
    """A title that can be told of its senders; ``""`` for one that only quotes."""
    return title if _TITLE.fullmatch(title) else ""


def predicate(phrase: str, *, several: bool = False) -> str:
    """What a title says of its senders.

    >>> predicate("Kritik af, at bussen ikke kører", several=True)
    'kritiserer, at bussen ikke kører'
    """
    match = _TITLE.fullmatch(phrase)
    if match is None:
        return ""
    what = " ".join(match["what"].split())
    return f"{_TOLD[match[1]][several]}{what if what.startswith(',') else f' {what}'}"


def told(words: str, stance: str, phrase: str, sender: str) -> str:
    """A statement after its sender's name, without the place: 'foreslår, »at møderne genoptages«'.

    Args:
        words: the sentence, verbatim.
        stance: kritik, forslag or stoette.
        phrase: the position's title where it fits, else ``""``.
        sender: the sender's name, which may stand first in the sentence.
    """
    if is_minority(words):
        return f"gengiver et mindretals synspunkt: {quoted(words)}"
    own = _own_verb(words, sender)
    if own:
        return own
    start = predicate(phrase) or _verb(words, stance)
    return f"{start}: {quoted(words)}"


def told_of_several(words: str, stance: str, phrase: str) -> str:
    """A statement that several make, without the words: "er bekymrede for lang ventetid"."""
    if phrase:
        return predicate(phrase, several=True)
    return _PLURAL.get(verb := _verb(words, stance), verb)


def quoted(words: str) -> str:
    """Words in quotation marks, without the stop that ends them."""
    plain = words.strip()
    return f"»{plain[:-1] if plain.endswith('.') and not plain.endswith('..') else plain}«"


def continuing(sender: str, private: bool, sender_type: str) -> str:
    """What a sender is called the second time: "Rådet", "A-kassen", "Borgeren"; the name where nothing is sure."""
    if private:
        return "Borgeren"
    small = f" {sender.casefold()} "
    for ending, noun in _NOUNS:
        if re.search(ending, small):
            return noun
    return _BY_TYPE.get(sender_type, sender)


_BY_TYPE = {
    "virksomheder": "Virksomheden", "fagforeninger": "Organisationen", "civilsamfund": "Organisationen",
    "arbejdsgiverorganisationer": "Organisationen",
}  # fmt: skip
_NOUNS = (
    (r"råd(?:et)? ", "Rådet"), (r"panel(?:et)? ", "Panelet"), (r"udvalg(?:et)? ", "Udvalget"),
    (r"a-kassen? ", "A-kassen"), (r"forbund(?:et)? ", "Forbundet"), (r"forening(?:en)? ", "Foreningen"),
    (r"skole(?:n)? ", "Skolen"), (r" \w+ kommune ", "Kommunen"),
)  # fmt: skip


def _own_verb(words: str, sender: str) -> str:
    """The sender's own verb and the rest of the sentence in quotation marks, or ``""``."""
    named = len(sender) > 2 and words[: len(sender) + 1].casefold() == f"{sender} ".casefold()
    subject = None if named else _subject().match(words)
    if not named and subject is None:
        return ""
    match = _predicate().match(words, len(sender) + 1 if subject is None else subject.end())
    if match is None or len(match["rest"].split()) < 2:
        return ""
    return f"{_VERBS[match['verb'].lower()]}{match['adverb']}{match['between']}{quoted(match['rest'].strip())}"


@cache
def _subject() -> re.Pattern[str]:
    """How a writer names himself: "vi", "jeg", "rådet", "seniorrådet"."""
    bodies = "|".join((*_BODY, r"[\w-]+(?:rådet|udvalget|panelet|foreningen|skolen)"))
    return re.compile(rf"(?:vi|jeg|{bodies}) ", re.IGNORECASE)


@cache
def _predicate() -> re.Pattern[str]:
    """A verb of `_VERBS`, adverbs, and the rest of the sentence."""
    verbs = "|".join(sorted(map(re.escape, _VERBS), key=len, reverse=True))
    return re.compile(
        rf"(?P<verb>{verbs})(?P<adverb>{_ADVERBS})(?P<between>,? )(?P<rest>.+)\Z", re.IGNORECASE | re.DOTALL
    )


def is_minority(words: str) -> bool:
    """Whether a body tells what only some of its members think.

    >>> is_minority("Et mindretal i rådet ønsker flere busser.")
    True
    """
    return _MINORITY.match(words) is not None


def is_plain(words: str, stance: str, phrase: str, sender: str) -> bool:
    """Whether a statement's own words tell what it is, so that it can be told by more than "bemærker"."""
    return bool(phrase or _own_verb(words, sender)) or _verb(words, stance) != _NEUTRAL


def _verb(words: str, stance: str) -> str:
    """A verb that says no more than the words themselves do: asks, worries, wants, proposes, supports."""
    if words.rstrip().endswith("?"):
        return "spørger"
    if stance == "kritik":
        return "er bekymret" if _WORRY.search(words) else "påpeger"
    if stance == "forslag":
        wishes = _WISH.search(words) and not _SHOULD.search(words)
        return "ønsker" if wishes else "peger på et behov" if _SHOULD.search(words) else _NEUTRAL
    return "takker" if _THANKS.search(words) else "er positiv" if _SUPPORT.search(words) else _NEUTRAL


def sentence(subject: str, predicate_: str, reference: str) -> str:
    """A whole sentence with its reference before the stop: "Rådet ønsker …: »…« (svar 7, s. 1)."."""
    return f"{subject[:1].upper()}{subject[1:]} {predicate_} ({reference})."
