"""``extends``: a codebook laid on the one it builds on.

Keys of the file itself stand for those of its base. A list of codes stands for the base's list; a plain id in it
takes that code from the base, so that the file says which parties it has and in which order. Groups of words are
joined; a group of the file's own beats the base's. Files of matters are joined too.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml

from hoering.codebook.faults import Fault, meant, refuse
from hoering.codebook.nodes import child, compose, double_keys, fault_at, scalar

_LISTS = ("themes", "actors", "stances", "tracks", "groups")

# Finds a codebook by what ``extends`` says, seen from the folder of the file that says it.
Locate = Callable[[str, Path], Path]


def read(path: Path, locate: Locate, chain: tuple[Path, ...] = ()) -> yaml.MappingNode:
    """The nodes of a file with those of its base, its base's base and so on.

    Raises:
        CodebookError: a file cannot be read, has a key twice, or builds on itself.
    """
    root = compose(path)
    refuse(double_keys(root))
    name = scalar(root, "extends")
    if not name:
        return root
    base = locate(name, path.parent)
    here = (*chain, path)
    if any(base.samefile(file) for file in here):
        first = next(number for number, file in enumerate(here) if base.samefile(file))
        ring = " → ".join(file.name for file in (*here[first:], base))
        what = f"kodebøger bygger på hinanden i ring: {ring}; fjern et af stederne"
        refuse([fault_at(child(root, "extends") or root, what, "extends")])
    return _laid_on(read(base, locate, here), root)


def _laid_on(base: yaml.MappingNode, own: yaml.MappingNode) -> yaml.MappingNode:
    faults: list[Fault] = []
    names = {key.value for key, _ in own.value}
    pairs = [(key, value) for key, value in base.value if key.value not in names and key.value != "extends"]
    for key, value in own.value:
        below = child(base, key.value)
        if key.value in _LISTS and isinstance(value, yaml.SequenceNode):
            value = _listed(value, below, key.value, faults)
        elif key.value == "matters":
            value = _all_files(below, value)
        elif key.value == "words" and isinstance(value, yaml.MappingNode) and isinstance(below, yaml.MappingNode):
            value = _joined(below, value)
        pairs.append((key, value))
    refuse(faults)
    return yaml.MappingNode(own.tag, pairs, own.start_mark, own.end_mark)


def _listed(own: yaml.SequenceNode, base: yaml.Node | None, kind: str, faults: list[Fault]) -> yaml.SequenceNode:
    codes = {scalar(item, "id"): item for item in base.value} if isinstance(base, yaml.SequenceNode) else {}
    items = []
    for item in own.value:
        if isinstance(item, yaml.ScalarNode):
            if item.value not in codes:
                what = f"»{item.value}« står ikke i den kodebog, der bygges på{meant(item.value, list(codes))}"
                faults.append(fault_at(item, what, kind))
            item = codes.get(item.value, item)
        items.append(item)
    return yaml.SequenceNode(own.tag, items, own.start_mark, own.end_mark)


def _all_files(base: yaml.Node | None, own: yaml.Node) -> yaml.SequenceNode:
    """The files of the base before the file's own; an empty list of its own takes the base's away."""
    items: list[yaml.Node] = []
    for node in (base, own) if not isinstance(own, yaml.SequenceNode) or own.value else ():
        items += node.value if isinstance(node, yaml.SequenceNode) else [node] if node is not None else []
    return yaml.SequenceNode("tag:yaml.org,2002:seq", items, own.start_mark, own.end_mark)


def _joined(base: yaml.MappingNode, own: yaml.MappingNode) -> yaml.MappingNode:
    names = {key.value for key, _ in own.value}
    pairs = [pair for pair in base.value if pair[0].value not in names]
    return yaml.MappingNode(own.tag, [*pairs, *own.value], own.start_mark, own.end_mark)
