"""Targets that are the object of a verb, or who acts in a passive clause: missed, asked, praised, doing harm.

Each rule takes a `Reading` and gives a `Target`, or None where it does not apply.
"""

from __future__ import annotations

from hoering.concerns.mentions import Mention
from hoering.concerns.reading import LIKELY, NEAR, SURE, Reading
from hoering.concerns.records import Target
from hoering.concerns.subjects import blamed
from hoering.concerns.words import words

_REQUEST = words("opfordre bede appellere henstille anmode pålægge råde")
_MISS = frozenset({"savne", "efterlyse"})
_LACK = frozenset({"mangle"})
_OMIT = words("glemme overse udelade forbigå")
_NAME = words("nævne omtale beskrive inddrage høre spørge invitere")
_NOT = frozenset({"ikke", "hverken", "aldrig", "ingen", "intet"})
_WRITTEN = words("stå sige skrive ord linje tavs sætning nævne")
_SILENT = frozenset({"tavs", "savne", "mangle"})
_PRAISE = words("rose takke bakke støtte hilse tilslutte anerkende kvittere")
_PRAISE_WORDS = words("glad glade tilfreds tilfredse ros tak")
_GOES_ON = words("at hvad hvem hvor hvordan hvorfor hvilke hvilken der som")
_JOINED = frozenset({"og", "eller", "samt"})


def requested(reading: Reading) -> Target | None:
    """As in "Vi opfordrer regeringen til …", "vi beder udvalget om …": whom the verb of asking has as its object."""
    for place in range(reading.start, len(reading.lemmas)):
        if reading.lemmas[place].lower() in _REQUEST:
            asked = next((m for m in reading.within(place + 1) if m.start - place <= 4), None)
            return reading.target(asked, SURE, "den, der opfordres") if asked else None
    return None


def missed(reading: Reading) -> Target | None:
    """Who is missed ("vi savner a-kasserne", "planen nævner hverken …") or lacks something ("kommunen mangler …")."""
    for place in range(reading.start, len(reading.lemmas)):
        lemma = reading.lemmas[place].lower()
        if lemma in _MISS:
            return _object(reading, place)
        if lemma in _LACK | _OMIT or (lemma in _NAME and not _NOT.isdisjoint(reading.low)):
            return _omitter(reading, place) or _object(reading, place)
        if lemma == "uden" and (found := _without(reading, place)):
            return found
    return None


def unmentioned(reading: Reading) -> Target | None:
    """As in "der står ikke et ord om lægerne": who is not written about."""
    for place in range(reading.start + 1, len(reading.low)):
        before = set(reading.lemmas_in(reading.start, place))
        if reading.low[place] == "om" and before & _WRITTEN and (before & _NOT or before & _SILENT):
            found = next((m for m in reading.within(place + 1) if m.start - place <= NEAR), None)
            return reading.target(found, LIKELY, "den, der ikke står noget om", missed=True) if found else None
    return None


def agent(reading: Reading) -> Target | None:
    """As in "Vi er blevet svigtet af jobcentret": who does it in a passive clause."""
    for mention in reading.within(reading.content):
        if reading.preposition(mention) == "af" and mention.code != reading.private and _is_passive(reading, mention):
            return reading.target(mention, SURE, "den, der gør det")
    return None


def praised(reading: Reading) -> Target | None:
    """As in "Vi roser udvalget", "tak til a-kassen", "glade for kommunens udspil"."""
    for place in range(reading.start, len(reading.lemmas)):
        if reading.lemmas[place].lower() in _PRAISE or reading.low[place] in _PRAISE_WORDS:
            found = next((m for m in reading.within(place + 1) if _may_be_praised(reading, m, place)), None)
            return reading.target(found, SURE, f"genstand for »{reading.forms[place]}«") if found else None
    return None


def _object(reading: Reading, place: int) -> Target | None:
    for mention in reading.within(place + 1, _end_of_object(reading, place)):
        if reading.head(mention).code != reading.private or not reading.preposition(mention):
            return reading.target(mention, SURE, f"genstand for »{reading.forms[place]}«", missed=True)
    return None


def _end_of_object(reading: Reading, place: int) -> int:
    """Where the object of a verb ends: at the next comma, unless a question or an "at" goes on behind it."""
    for i in range(place + 1, len(reading.low) - 1):
        if reading.low[i] in ",;:–" and not (reading.low[i + 1] in _GOES_ON or reading.low[i + 1] in _JOINED):
            return i
        if reading.low[i] in {"ellers", "men"}:
            return i
    return len(reading.low)


def _omitter(reading: Reading, place: int) -> Target | None:
    """The party that lacks or forgets something, named as subject before or right after the verb."""
    begin = reading.clause_of(place)
    before = [m for m in reading.within(begin, place) if not reading.preposition(m)]
    if not before:
        return None
    passive = reading.lemmas[place].lower() in _NAME and any(
        w in {"blive", "være"} for w in reading.lemmas_in(begin, place)
    )
    if passive:
        return reading.target(before[0], SURE, "den, der ikke er med", missed=True)
    return blamed(reading, before[0], LIKELY, f"grundled for »{reading.forms[place]}«")


def _without(reading: Reading, place: int) -> Target | None:
    found = next((m for m in reading.within(place + 1) if m.start <= place + 3), None)
    if found is None or reading.head(found).code == reading.private:
        return None
    return reading.target(found, LIKELY, "den, der ikke er med", missed=True)


def _is_passive(reading: Reading, mention: Mention) -> bool:
    verbs = reading.low[max(reading.content, mention.start - 3) : mention.start]
    helpers = reading.lemmas_in(reading.content, mention.start)
    return "blive" in helpers or any(word.endswith("s") and len(word) > 3 for word in verbs)


def _may_be_praised(reading: Reading, mention: Mention, place: int) -> bool:
    """Citizens are praised where they are named right by the praise, not as those whom somebody helped."""
    return mention.code != reading.private or mention.start - place <= NEAR
