"""Who gets which placeholder: the same person the same one within a consultation.

The key is built in memory and never written; placeholders follow from the order of the documents.
"""

from __future__ import annotations

from collections import defaultdict
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
        placeholder = self._by_name.get(key) or self._new(kind)
        self._by_name[key] = placeholder
        for part in (parts[0], parts[-1]):
            self._by_name.setdefault(f"{document}\n{part}", placeholder)
        return placeholder

    def _new(self, kind: str) -> str:
        self._numbers[kind] += 1
        return f"[{kind} {self._numbers[kind]}]"
