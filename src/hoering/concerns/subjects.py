"""Targets that are the subject of their clause: who should do something, who does something.

Each rule takes a `Reading` and gives a `Target`, or None where it does not apply.
"""

from __future__ import annotations

from collections.abc import Sequence

from hoering.concerns.mentions import Mention
from hoering.concerns.pronouns import antecedent, is_pronoun
from hoering.concerns.reading import GUESS, LIKELY, NEAR, SURE, Reading
from hoering.concerns.records import Target
from hoering.concerns.words import words

_OUGHT = frozenset({"bør", "burde"})
_MUST = frozenset({"skal", "skulle", "må", "måtte"})
_CAN = frozenset({"kan", "kunne", "vil", "ville"})
_OWN = frozenset({"vi", "jeg"})
# Verbs that make their subject one who gets something, and those that only open a wish.
_RECEIVE = words("have få kunne vide slippe blive ha")
_PERFORM = words("gerne hellere foreslå opfordre anbefale bede pege høre ønske se rose takke")
_CLEFT = frozenset({"der", "som"})
_SUBORDINATE = _CLEFT | {"hvis", "når", "så", "for", "før", "fordi", "hvor"}
_ADVERBS = words("også nu da dog jo altså derfor så selv bare i det mindste gerne godt ikke hellere snart")


def subject_of_modal(reading: Reading) -> Target | None:
    """As in "Kommunen bør …", "derfor skal skolerne …", "vi vil …": who should do it."""
    place = _modal(reading)
    return None if place is None else _subject(reading, place)


def condition(reading: Reading) -> Target | None:
    """As in "Hvis staten skar i kravene, kunne vi …": whom a wish in the form of a condition is about."""
    if reading.low[reading.content : reading.content + 1] != ("hvis",) or _modal(reading, (_OUGHT, _MUST)) is not None:
        return None
    first = next((m for m in reading.within(reading.content + 1) if not reading.preposition(m)), None)
    return blamed(reading, first, LIKELY, "grundled i betingelsen")


def subject_of_wish(reading: Reading) -> Target | None:
    """As in "vi ser gerne, at a-kassen kommer med": whom a wish is about that uses no modal verb."""
    if reading.content == reading.start:
        return None
    if reading.forms[reading.content] == "I":
        return Target(reading.authority, (), LIKELY, "tiltalt (I)")
    return subject(reading)


def subject(reading: Reading) -> Target | None:
    """The first party near the beginning of its clause that no preposition governs, as the subject."""
    found = [m for m in reading.within(reading.content) if _may_be_subject(reading, m)]
    return next((t for m in found if (t := blamed(reading, m, LIKELY, "grundled"))), None)


def cleft(reading: Reading) -> Target | None:
    """As in "Det er lægerne, der …"."""
    start = reading.content
    if reading.low[start : start + 1] != ("det",) or reading.low[start + 1 : start + 2] not in {("er",), ("var",)}:
        return None
    first = next(iter(reading.within(start + 2)), None)
    if first is None or first.code == reading.private or _CLEFT.isdisjoint(reading.low[first.end : first.end + 2]):
        return None
    return reading.target(first, SURE, "det er dem, der gør det")


def promise(reading: Reading) -> Target | None:
    """As in "kommunen forpligter sig til …": the party itself, where it proposes and is its own subject."""
    own = (m for m in reading.within(reading.content) if m.code == reading.voice != reading.private)
    first = next(own, None)
    if first is None or not reading.follows(first, reading.content) or reading.is_genitive(first):
        return None
    return reading.target(first, GUESS, "egen part som grundled")


def blamed(reading: Reading, mention: Mention | None, score: float, why: str) -> Target | None:
    """The target a subject makes, if it may be one: citizens are not, nor who speaks unless it is a proposal."""
    # Nobody blames or praises himself; "virksomheden har skrevet to gange" tells what has happened to it.
    spared = {reading.private} if reading.stance == "forslag" else {reading.private, reading.voice}
    if mention is None or reading.head(mention).code in spared:
        return None
    return reading.target(mention, score, why)


def _modal(reading: Reading, kinds: Sequence[frozenset[str]] = (_OUGHT, _MUST, _CAN)) -> int | None:
    """The modal verb of the claim; "bør" is one wherever it stands, "kan" only where there is no other."""
    for verbs in kinds:
        for place in range(reading.content, len(reading.low)):
            if reading.low[place] in verbs and not _is_subordinate(reading, place):
                return place
    return None


def _is_subordinate(reading: Reading, place: int) -> bool:
    begin = reading.clause_of(place)
    opener = reading.low[begin]
    return opener in _SUBORDINATE and (begin != reading.content or opener in {"hvis", "når"})


def _subject(reading: Reading, place: int) -> Target | None:
    begin = reading.clause_of(place)
    why = f"grundled for »{reading.forms[place]}«"
    before = [m for m in reading.within(begin, place) if not reading.preposition(m)]
    after = [m for m in reading.within(place + 1) if reading.follows(m, place + 1)]
    said = reading.low[begin:place]
    if before and (begin == reading.content or said[0] not in _CLEFT):
        return _doer(reading, before[0], place, why)
    # A pronoun that is the whole subject stands next to its verb.
    near = [i for i in (place - 1, place + 1) if begin <= i < len(reading.low)]
    for i in near:
        if reading.low[i] in _OWN:
            return _own_party(reading, place)
        if reading.forms[i] == "I" and i + 1 != len(reading.low):
            return Target(reading.authority, (), LIKELY, "tiltalt (I)")
        if is_pronoun(reading, i):
            return antecedent(reading, i)
    if after and (not said or reading.low[place - 1] not in {"der", "man"}):
        return _doer(reading, after[0], place, why)
    earlier = [m for m in reading.within(reading.content, begin) if not reading.preposition(m)]
    return _doer(reading, earlier[0], place, why) if earlier and not said else None


def _doer(reading: Reading, mention: Mention, place: int, why: str) -> Target | None:
    """A subject that should do something; citizens who should only get something are not asked to."""
    is_private = reading.head(mention).code == reading.private
    if is_private and (reading.low[place] in _CAN or _gets(reading, max(place, mention.end - 1))):
        return None
    return reading.target(mention, SURE, why)


def _gets(reading: Reading, place: int) -> bool:
    verb = next((w for w in reading.low[place + 1 : place + 5] if w not in _ADVERBS), "")
    return verb in _RECEIVE or (verb.endswith("s") and len(verb) > 3)


def _own_party(reading: Reading, place: int) -> Target | None:
    """As in "Vi vil …" as a promise of who speaks; "vi vil gerne have" and "vi skal have" ask others."""
    following = [word.lower() for word in reading.lemmas[place + 1 : place + 4]]
    asks = any(word in _PERFORM | _RECEIVE for word in following)
    if asks or reading.stance != "forslag" or reading.voice in ("", "ukendt", "journalist", reading.private):
        return None
    return Target(reading.voice, (), LIKELY, "taler om sig selv (vi)")


def _may_be_subject(reading: Reading, mention: Mention) -> bool:
    begin = reading.clause_of(mention.start)
    near = mention.start - begin <= NEAR
    return near and not reading.preposition(mention) and not reading.after_infinitive(mention)
