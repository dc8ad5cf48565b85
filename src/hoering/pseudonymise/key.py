"""Who gets which placeholder: the same person the same one within a consultation.

The key is built in memory and placeholders follow from the order of the documents, so that no run needs an
old key and the same input gives the same placeholders. What two names make of one person:

- The same full name, in any letters, is the same person, in all documents. Two persons with one name cannot
  be told apart; `PseudonymKey.people` and the audit sheet show where that may be so.
- A first name or surname alone, or an initial and a surname, is a person of the same document; in another
  document it is somebody else.
- "Lis Holm" is "Lis Marie Holm" of the same document, if nobody else there is and she has no placeholder yet.
- Names the user has put together (``samme_person``) are one person.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyedPerson:
    """A line of the key: a placeholder, the names behind it and the documents they stand in, in order met."""

    placeholder: str
    names: tuple[str, ...]
    documents: tuple[str, ...]

    @property
    def full_names(self) -> tuple[str, ...]:
        """The names of two or more words."""
        return tuple(name for name in self.names if " " in name)


@dataclass(slots=True)
class PseudonymKey:
    """Hands out placeholders such as ``[Borger 1]`` and remembers them for the consultation.

    ``aliases`` maps a name in small letters to the name that its person goes by.
    """

    aliases: Mapping[str, str] = field(default_factory=dict)
    _numbers: dict[str, int] = field(init=False, default_factory=lambda: defaultdict(int))
    _by_name: dict[str, str] = field(init=False, default_factory=dict)
    _names: dict[str, dict[str, None]] = field(init=False, default_factory=lambda: defaultdict(dict))
    _documents: dict[str, dict[str, None]] = field(init=False, default_factory=lambda: defaultdict(dict))

    def placeholder(self, name: str, *, document: str, kind: str) -> str:
        """Placeholder of a name.

        A first name or surname alone takes the placeholder of a full name in the same document, where
        that was asked for before; in another document it is somebody else.

        Args:
            name: the name as found, without genitive.
            document: where it stands.
            kind: what the placeholder calls a person met for the first time ("Borger", "Person").
        """
        known = self.aliases.get(_folded(name))
        folded = _folded(known or name)
        parts = folded.split()
        key = folded if known or len(parts) > 1 else f"{document}\n{folded}"
        placeholder = (
            self._by_name.get(key)
            or self._by_initial(document, parts)
            or self._by_middle_name(document, parts)
            or self._new(kind)
        )
        self._by_name[key] = placeholder
        for part in (parts[0], parts[-1]):
            self._by_name.setdefault(f"{document}\n{part}", placeholder)
        self._names[placeholder].setdefault(" ".join(name.split()))
        self._documents[placeholder].setdefault(document)
        return placeholder

    def full_names(self) -> list[str]:
        """All names of two or more words, longest first."""
        return sorted((key for key in self._by_name if " " in key and "\n" not in key), key=lambda k: (-len(k), k))

    def people(self) -> list[KeyedPerson]:
        """The whole key, by kind and number; names as they were met, one of each spelling."""
        return [
            KeyedPerson(placeholder=p, names=_spellings(names), documents=tuple(self._documents[p]))
            for p, names in sorted(self._names.items(), key=lambda item: _order(item[0]))
        ]

    def _by_initial(self, document: str, parts: Sequence[str]) -> str:
        """Placeholder of "Mads Jensen" for "M. Jensen" in the same document."""
        if len(parts) < 2 or not parts[0].endswith("."):
            return ""
        same = [p for key, p in self._by_name.items() if _is_short_for(parts, key.split())]
        here = self._by_name.get(f"{document}\n{parts[-1]}", "")
        return here if here in same else ""

    def _by_middle_name(self, document: str, parts: Sequence[str]) -> str:
        """Placeholder of "Lis Marie Holm" for "Lis Holm", where both names lead to nobody else in the document."""
        if len(parts) < 2:
            return ""
        here = self._by_name.get(f"{document}\n{parts[0]}", "")
        if not here or here != self._by_name.get(f"{document}\n{parts[-1]}", ""):
            return ""
        full = [_folded(name).split() for name in self._names[here] if " " in name]
        return here if any(_leaves_out(parts, name) for name in full) else ""

    def _new(self, kind: str) -> str:
        self._numbers[kind] += 1
        return f"[{kind} {self._numbers[kind]}]"


def alike(people: Sequence[KeyedPerson]) -> list[tuple[str, str]]:
    """Pairs of placeholders that may be one person: first name and surname agree, a middle name is missing.

    In order of the list. "Lis Holm" in one document and "Lis Marie Holm" in another.
    """
    by_ends: dict[tuple[str, str], list[tuple[str, list[str]]]] = defaultdict(list)
    for person in people:
        for name in person.full_names:
            parts = _folded(name).split()
            by_ends[parts[0], parts[-1]].append((person.placeholder, parts))
    pairs: dict[tuple[str, str], None] = {}
    for same in by_ends.values():
        for number, (first, one) in enumerate(same):
            for second, other in same[number + 1 :]:
                if first != second and (_leaves_out(one, other) or _leaves_out(other, one)):
                    pairs.setdefault((first, second))
    return sorted(pairs, key=lambda pair: (_order(pair[0]), _order(pair[1])))


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _spellings(names: Mapping[str, None]) -> tuple[str, ...]:
    """One of each name whatever its letters, the first that is not all capitals or all small."""
    best: dict[str, str] = {}
    for name in names:
        folded = _folded(name)
        if folded not in best or (best[folded].isupper() or best[folded].islower()):
            best[folded] = name
    return tuple(best.values())


def _order(placeholder: str) -> tuple[str, int]:
    kind, _, number = placeholder.strip("[]").rpartition(" ")
    return kind, int(number)


def _is_short_for(parts: Sequence[str], full: Sequence[str]) -> bool:
    return len(full) > 1 and full[-1] == parts[-1] and full[0][:1] == parts[0][:1]


def _leaves_out(parts: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a name is another one less some of its middle names."""
    if len(parts) >= len(full) or (parts[0], parts[-1]) != (full[0], full[-1]):
        return False
    middle = iter(full[1:-1])
    return all(part in middle for part in parts[1:-1])
