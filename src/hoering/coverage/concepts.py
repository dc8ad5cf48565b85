"""What positions and drafts speak of, whatever words they choose: a list of synonyms (`concepts.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import yaml

_JOINED = " & "
_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept by its Danish name.

    ``who`` is a group or party, of whom anything may be wanted; ``wide`` is so general that sharing it is no sign of
    the same matter. ``ways`` are alternatives, each of expressions that must all stand in a text in small letters.
    """

    name: str
    who: bool
    wide: bool
    ways: tuple[tuple[re.Pattern[str], ...], ...]

    def is_in(self, text: str) -> bool:
        """Whether a text, in small letters, speaks of it."""
        return any(all(part.search(text) for part in way) for way in self.ways)


@lru_cache(maxsize=_REMEMBERED)
def concepts_in(text: str) -> frozenset[str]:
    """The names of the concepts a text speaks of.

    >>> sorted(concepts_in("Borgeren skal have den samme rådgiver"))
    ['den samme kontakt']
    """
    small = text.lower()
    return frozenset(concept.name for concept in concepts().values() if concept.is_in(small))


@cache
def concepts() -> Mapping[str, Concept]:
    """All concepts by name, in the order of the file."""
    listed = yaml.safe_load((resources.files("hoering.coverage") / "concepts.yaml").read_text(encoding="utf-8"))
    return {str(item["name"]): _concept(item) for item in listed}


def _concept(item: Mapping[str, object]) -> Concept:
    when = item["when"]
    if not isinstance(when, list):
        raise TypeError(f"concepts.yaml: {item['name']} has no list of expressions")
    return Concept(
        name=str(item["name"]),
        who=bool(item.get("who", False)),
        wide=bool(item.get("wide", False)),
        ways=tuple(tuple(re.compile(part) for part in str(way).split(_JOINED)) for way in when),
    )
