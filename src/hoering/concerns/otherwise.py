"""Targets where no verb tells: whom a pronoun stands for, or the only party there is."""

from __future__ import annotations

from hoering.concerns.mentions import Mention
from hoering.concerns.pronouns import antecedent, is_pronoun
from hoering.concerns.reading import GUESS, Reading
from hoering.concerns.records import Target
from hoering.concerns.words import words

# Prepositions before one who only stands by.
_ASIDE = words("i på til med ved om under for blandt efter gennem via inden")


def referent(reading: Reading) -> Target | None:
    """Whom "de", "den" or "deres" stands for, where the clause names nobody: a party named before it."""
    if reading.within(reading.start):
        return None
    place = next((i for i in range(reading.start, len(reading.low)) if is_pronoun(reading, i)), None)
    return None if place is None else antecedent(reading, place)


def only_party(reading: Reading) -> Target | None:
    """The only party the sentence is about; of several the authority that holds the hearing.

    What a hearing's answer is about is mostly the authority's, so that is taken also where it is coded and not named;
    any other party is where it is named outside a place ("på fabrikken").
    """
    named = [m.code for m in reading.within(reading.start) if not _is_aside(reading, m)]
    around = [m.code for m in reading.within(reading.start)]
    coded = list(reading.coded) if not reading.start or around else []
    codes = {code for code in (*around, *coded) if code not in (reading.private, reading.voice)}
    if codes == {reading.authority}:
        return Target(reading.authority, (), GUESS, "eneste part, der omtales")
    if reading.authority in codes:
        return Target(reading.authority, (), GUESS / 2, "myndigheden blandt flere omtalte")
    others = codes & set(named)
    return Target(others.pop(), (), GUESS / 2, "eneste part, der omtales") if len(others) == 1 else None


def _is_aside(reading: Reading, mention: Mention) -> bool:
    """Whether a party is only a place, an aim or a companion: "på fabrikken", "sammen med lægen", "at vælge skole"."""
    return reading.preposition(mention) in _ASIDE or reading.after_infinitive(mention)
