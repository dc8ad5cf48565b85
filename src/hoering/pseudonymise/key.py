"""Who gets which placeholder: the same person the same one within a consultation.

The key is built in memory and never written; placeholders follow from the order of the documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class PseudonymKey:
    """Hands out placeholders such as ``[Borger 1]`` and remembers them for the consultation."""

    _numbers: dict[str, int] = field(init=False, default_factory=lambda: defaultdict(int))
    _by_name: dict[str, str] = field(init=False, default_factory=dict)

    def placeholder(self, name: str, *, document: str, kind: str) -> str:
        """Placeholder of a name.

        A first name or surname alone takes the placeholder of a full name in the same document, where
        that was asked for before; in another document it is somebody else.

        Args:
            name: the name as found, without genitive.
            document: where it stands.
            kind: what the placeholder calls a person met for the first time ("Borger", "Person").
        """
        folded = name.casefold()
        parts = folded.split()
        key = folded if len(parts) > 1 else f"{document}\n{folded}"
        placeholder = self._by_name.get(key) or self._by_initial(document, parts) or self._new(kind)
        self._by_name[key] = placeholder
        for part in (parts[0], parts[-1]):
            self._by_name.setdefault(f"{document}\n{part}", placeholder)
        return placeholder

    def full_names(self) -> list[str]:
        """All names of two or more words, longest first."""
        return sorted((key for key in self._by_name if " " in key and "\n" not in key), key=lambda k: (-len(k), k))

    def _by_initial(self, document: str, parts: Sequence[str]) -> str:
        """Placeholder of "Mads Jensen" for "M. Jensen" in the same document."""
        if len(parts) < 2 or not parts[0].endswith("."):
            return ""
        same = [p for key, p in self._by_name.items() if _is_short_for(parts, key.split())]
        here = self._by_name.get(f"{document}\n{parts[-1]}", "")
        return here if here in same else ""

    def _new(self, kind: str) -> str:
        self._numbers[kind] += 1
        return f"[{kind} {self._numbers[kind]}]"


def _is_short_for(parts: Sequence[str], full: Sequence[str]) -> bool:
    return len(full) > 1 and full[-1] == parts[-1] and full[0][:1] == parts[0][:1]
