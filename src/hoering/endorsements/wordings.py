"""The words by which a writer joins an answer, as patterns.

Each has a group ``trigger``, and one of these for what is joined: ``says`` ("det, NAME skriver"), ``from`` ("svaret
fra NAME"), ``of`` ("NAMEs svar"), ``bare`` (the name alone), ``vague`` ("de øvrige svar"), ``back`` ("hendes svar"),
or ``pronoun`` and none for what was named before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoering.endorsements.names import DEFINITE

_CAPITAL = r"(?!\d+\b)[A-ZÆØÅ0-9][\w/&’'-]*(?:\.(?=\w)[\w/&’'-]*)*"
NAME = (
    r"(?:\[[^\]\n]{2,40}\]s?"
    rf"|{_CAPITAL}(?: (?:{_CAPITAL}|(?:og|i|for|af|på|ved|&)(?= (?:\w+ )?[A-ZÆØÅ0-9])))*"
    rf"|\w*{DEFINITE}s?(?: i {_CAPITAL}(?: [Kk]ommunes?)?)?)"
)
_NEAR = (
    r"(?:mine? (?:nabo|naboer|genbo|kollega|kolleger|søster|bror|mor|far|mand|kone|datter|søn)"
    r"|naboen|naboerne|de andre)"
)
# What is sent in, and what it is made of.
_SENT = (
    r"(?:(?:hørings)?svar(?:et|ene)?|bemærkning(?:er|erne)|indlæg(?:get|gene)?|indsigelse[nr]?"
    r"|\w*brev(?:et|ene)?)"
)
_ANSWER = (
    rf"(?:{_SENT}|synspunkt(?:er|erne)?|kritik(?:ken)?|bekymring(?:er|en|erne)?|betragtning(?:er|erne)|udtalelse[nr]?"
    r"|anbefaling(?:er|erne)|pointer(?:ne)?|kommentar(?:er|erne)|forslag(?:et|ene)?|holdning(?:er|en|erne)?"
    r"|ønske(?:r|t|rne)?|krav(?:et|ene)?|ord)"
)
_SAYS = (
    r"(?:skriver|skrev|skrevet|fremfør\w*|anfør\w*|siger|sagt|foreslå\w*|nævner|nævnt|påpege\w*|mener|peger|udtryk\w*)"
)
_OF = (
    rf"(?:alt )?(?:det|hvad|(?:de |det |den )?{_ANSWER}),?(?: som)? (?P<says>{NAME}|{_NEAR})"
    rf" (?:(?:har|også|selv|så) )*{_SAYS}"
    rf"|(?:(?:det|de|den|et) )?(?:\w+ )??{_ANSWER},?(?: (?:som|der|er|indsendt|afgivet|skrevet))*"
    rf" (?:fra|af) (?P<from>{NAME})"
    rf"|(?:det |de |både )?(?P<of>{NAME}) (?:\w+ )??{_ANSWER}\b"
)
_VAGUE = (
    r"(?P<vague>(?:(?:det|de|alle|flere af) )?(?:ovenstående|øvrige|andre|foregående|tidligere|forrige)s?"
    rf" (?:\w+ )?{_SENT}"
    rf"|{_NEAR}s {_ANSWER}|(?:dem|de|alle),? (?:som|der) (?:allerede )?har skrevet)\b"
    rf"|(?P<back>(?:hendes|hans|deres) (?:\w+ )?{_SENT})\b"
)
_PRONOUN = r"(?P<pronoun>hende|ham|det|dem|den|denne|dette)(?= *(?:[.!,]|$))"
_BARE = rf"(?:både )?(?P<bare>{NAME}|{_NEAR})"
_ADVERBS = (
    r"(?: (?:fuldt|helt|ud|fuldstændigt?|ganske|meget|derfor|også|i øvrigt|i det hele(?: taget)?|blot|alene|kun|gerne"
    r"|varmt|vi|jeg|rådet|både))*"
)
_AGREE = r"\benig[et]?"
_BACK_UP = rf"\b(?:bakker?|støtter?){_ADVERBS} op (?:om|bag)"
_WITH_BARE_NAME = (
    rf"{_AGREE}(?: i det hele)? med",
    r"\bpå linje med",
    rf"\b(?:til)?slutter?{_ADVERBS} (?:os|mig|sig)(?: til| op om)?{_ADVERBS}",
    _BACK_UP,
)
# After these the bare name is no answer: one supports a person, refers to a law, shares a room.
_WITH_ANSWER = (
    rf"\bstøtter?{_ADVERBS}",
    rf"\bhenviser?{_ADVERBS} til",
    rf"\bhenholder?{_ADVERBS} (?:os|mig|sig){_ADVERBS} til",
    r"^\W*se(?: også)?",
    r"\bskriver?(?: gerne)? under på",
    rf"\bdeler{_ADVERBS}",
    r"\b(?:ikke|intet|ingenting) (?:\w+ ){0,3}at tilføje(?: \w+)?(?: til| end)",
)


def _wordings() -> Iterator[str]:
    for trigger in _WITH_BARE_NAME:
        yield rf"(?P<trigger>(?i:{trigger})) +(?:{_OF}|{_VAGUE}|{_PRONOUN}|{_BARE})"
    for trigger in _WITH_ANSWER:
        yield rf"(?P<trigger>(?i:{trigger})) +(?:{_OF}|{_VAGUE}|{_PRONOUN})"
    yield rf"(?P<trigger>(?i:\bgiver?)) (?P<bare>{NAME}) (?:helt |fuldstændig )?ret\b"
    # "… og det bakker jeg op om", "… som vi er helt enige med"
    yield rf"(?P<trigger>(?i:{_AGREE}|{_BACK_UP}))(?=(?: med)?(?:[.!]|$))"


WORDINGS = tuple(re.compile(wording) for wording in _wordings())
