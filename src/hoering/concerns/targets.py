"""Whom a claim is directed at: which rules are asked for which stance, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hoering.concerns.objects import agent, missed, praised, requested, unmentioned
from hoering.concerns.otherwise import only_party, referent
from hoering.concerns.reading import Reading
from hoering.concerns.records import NO_TARGET, Target
from hoering.concerns.subjects import cleft, condition, promise, subject, subject_of_modal, subject_of_wish

Rule = Callable[[Reading], Target | None]

_RULES: dict[str, Sequence[Rule]] = {
    "forslag": (requested, condition, subject_of_modal, subject_of_wish, agent, promise, referent, only_party),
    "kritik": (missed, unmentioned, agent, cleft, subject, referent, only_party),
    "stoette": (praised, agent, cleft, subject, referent, only_party),
}


def target(reading: Reading) -> Target:
    """Whom the claim of a sentence is directed at; the first rule that applies decides.

    `NO_TARGET` is given where none does, or where "de" is asked to do something and nobody can tell who that is.
    """
    for rule in _RULES.get(reading.stance, ()):
        found = rule(reading)
        if found is not None:
            return found
    return NO_TARGET
