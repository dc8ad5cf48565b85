"""Matters that answers come back to, by the words they are told in (`matters.yaml`): "sagsbehandlerskift", "bussen".

Two people who want the same seldom use the same words: "Hun er vikar og stopper til sommer" and "Hver gang forfra" are
one complaint. A list of the profession's usual matters says so where no likeness of words can.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import yaml

JOINED = " & "
_REMEMBERED = 20_000
_BUT = ", men "
# The phrase of a stance where the sentences do not name the theme that it names.
ELSE = "_ellers"
STANCES = ("kritik", "forslag", "stoette")


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter: how a position on it is named by stance, and when a sentence is about it.

    ``ways`` are alternatives, each of expressions that must all stand in the sentence (in small letters). A ``wide``
    matter alone makes no two claims alike: what is not mentioned may be anything.
    """

    id: str
    phrases: Mapping[str, str]
    ways: tuple[tuple[re.Pattern[str], ...], ...]
    wide: bool = False

    def place_in(self, text: str) -> int | None:
        """Where a sentence, in small letters, begins to be about it; None where it is not."""
        places = (_place(way, text) for way in self.ways)
        return min((place for place in places if place is not None), default=None)


@lru_cache(maxsize=_REMEMBERED)
def matters_in(text: str, stance: str) -> tuple[str, ...]:
    """The ids of the matters a sentence is about, the one it begins with first; what follows a "men" is what it wants.

    >>> matters_in("Én indgang er godt, men virksomheden skal have svar inden for få dage.", "forslag")
    ('svartid', 'en_indgang')
    """
    small = text.lower()
    turn = small.rfind(_BUT)
    places = ((matter.place_in(small), matter.id) for matter in matters().values() if stance in matter.phrases)
    found = [(place < turn, place, name) for place, name in places if place is not None]
    return tuple(name for _, _, name in sorted(found))


def _place(way: Sequence[re.Pattern[str]], text: str) -> int | None:
    """Where the first of the expressions ends, if all stand in the text."""
    first = None
    for part in way:
        found = part.search(text)
        if found is None:
            return None
        first = found.end() if first is None else min(first, found.end())
    return first


@cache
def matters() -> Mapping[str, Matter]:
    """All matters by id, in the order of the file."""
    listed = yaml.safe_load((resources.files("hoering.positions") / "matters.yaml").read_text(encoding="utf-8"))
    return {item["id"]: _matter(item) for item in listed}


def _matter(item: Mapping[str, object]) -> Matter:
    when = item["when"]
    if not isinstance(when, list):
        raise TypeError(f"matters.yaml: {item['id']} has no list of expressions")
    return Matter(
        id=str(item["id"]),
        phrases={name: str(item[name]) for stance in STANCES for name in (stance, stance + ELSE) if name in item},
        ways=tuple(tuple(re.compile(part) for part in str(way).split(JOINED)) for way in when),
        wide=bool(item.get("wide", False)),
    )
