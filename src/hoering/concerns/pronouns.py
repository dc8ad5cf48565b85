"""Whom "de", "den" and "hun" stand for."""

from __future__ import annotations

from hoering.concerns.reading import GUESS, Reading
from hoering.concerns.records import NO_TARGET, Target
from hoering.concerns.words import words

_OUGHT = frozenset({"bør", "burde"})
_MUST = frozenset({"skal", "skulle", "må", "måtte"})
_CAN = frozenset({"kan", "kunne", "vil", "ville"})
_MODALS = _OUGHT | _MUST | _CAN
_FINITE = _MODALS | words("er var bliver blev har havde får fik")
_THEY = frozenset({"de", "den", "han", "hun", "dem", "deres", "dens", "hans", "hendes"})
_ADVERBS = words("også nu da dog jo altså derfor så selv bare i det mindste gerne godt ikke hellere snart")


def is_pronoun(reading: Reading, place: int) -> bool:
    """Whether the word at ``place`` stands for somebody; "de ledige" and "den plan" begin with an article."""
    word = reading.low[place]
    following = reading.low[place + 1] if place + 1 < len(reading.low) else ""
    if word == "de":
        return reading.lemmas[place].lower() == "de"
    if word == "den":
        previous = reading.low[place - 1] if place else ""
        if following.endswith("er") and reading.lemmas[place + 1].lower().endswith("e"):
            return True
        return following in _FINITE | _ADVERBS or (previous in _FINITE and not following.endswith("e"))
    return word in _THEY


def antecedent(reading: Reading, place: int) -> Target:
    """The party named last before a pronoun, here or in the sentence before; `NO_TARGET` where nobody can tell."""
    earlier = [m for m in reading.within(0, place) if m.code not in (reading.private, reading.voice)]
    if earlier:
        return reading.target(earlier[-1], GUESS, f"»{reading.forms[place]}« viser tilbage")
    if reading.before:
        return Target(reading.before, (), GUESS, f"»{reading.forms[place]}« viser tilbage til sætningen før")
    # A coder that reads the sentences around may have told whom the word stands for.
    unnamed = reading.coded - {m.code for m in reading.named} - {reading.private, reading.voice}
    return Target(next(iter(unnamed)), (), GUESS, f"»{reading.forms[place]}«") if len(unnamed) == 1 else NO_TARGET
