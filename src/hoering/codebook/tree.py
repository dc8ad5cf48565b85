"""Codes as a tree: what stands under what, by the ``parent`` each entry names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Rooted(Protocol):
    """What can stand in a tree: an id, and the id of what it stands under, or ``""``."""

    @property
    def id(self) -> str:
        """What others name it by."""

    @property
    def parent(self) -> str:
        """The id it stands under."""


T = TypeVar("T", bound=Rooted)


@dataclass(frozen=True, slots=True)
class Branch(Generic[T]):
    """An entry with the branches that stand under it, in the order of the codebook."""

    entry: T
    children: tuple[Branch[T], ...] = ()

    def walk(self, depth: int = 0) -> Iterator[tuple[int, T]]:
        """The entry and all below it from top to bottom, each with how deep it stands (0: this one)."""
        yield depth, self.entry
        for child in self.children:
            yield from child.walk(depth + 1)


def branches(entries: Sequence[T], parent: str = "") -> tuple[Branch[T], ...]:
    """The branches under an id; under ``""`` the whole tree. For entries without `loops`."""
    return tuple(Branch(entry, branches(entries, entry.id)) for entry in entries if entry.parent == parent)


def loops(entries: Iterable[Rooted]) -> list[tuple[str, ...]]:
    """The rings that entries stand in, each once, from the first entry in it back to that one.

    >>> from types import SimpleNamespace as Entry
    >>> loops([Entry(id="a", parent="b"), Entry(id="b", parent="c"), Entry(id="c", parent="b")])
    [('b', 'c', 'b')]
    """
    parents = {entry.id: entry.parent for entry in entries}
    found: list[tuple[str, ...]] = []
    in_ring: set[str] = set()
    for name in parents:
        chain = _upwards(name, parents)
        if chain[-1] == name and len(chain) > 1 and name not in in_ring:
            found.append(chain)
            in_ring.update(chain)
    return found


def _upwards(name: str, parents: Mapping[str, str]) -> tuple[str, ...]:
    """An id, what it stands under, and so on, until nothing is named or one comes again."""
    chain = [name]
    while (above := parents.get(chain[-1], "")) and above not in chain:
        chain.append(above)
    return (*chain, above) if above else tuple(chain)
