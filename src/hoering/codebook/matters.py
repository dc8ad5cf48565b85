"""The matters of a field: what people come back to in it, beside the codebook in a file of their own.

A codebook names its files (``matters: min.sager.yaml``); those of the codebook it builds on are read first. Positions
are grouped and titled by them (`hoering.positions`); a codebook without any is grouped by words and meaning alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from hoering.codebook.faults import Fault, Place, meant, refuse
from hoering.codebook.groups import resolved, written_out
from hoering.codebook.model import Codebook, Matter
from hoering.codebook.nodes import child, compose, double_keys, fault_at, file_of, name_of, node_at, plain
from hoering.codebook.schema import MESSAGES
from hoering.errors import CodebookError
from hoering.patterns import Groups, parse

TOP = "matters"
JOINED = " & "
_PATTERNS = ("strong", "medium")
_EXPRESSIONS = ("expressions", "certain")


def listed(root: yaml.MappingNode, book: Codebook) -> tuple[Matter, ...]:
    """The matters of all files a codebook names; one of the same id later on stands for the earlier.

    Args:
        root: the codebook's nodes, those of its base laid under.
        book: the codebook, for its groups of words.

    Raises:
        CodebookError: a file is missing or breaks a rule; each fault is told with file, line and what to mend.
    """
    groups = resolved(book.words)
    found: dict[str, Matter] = {}
    for node in _named(root):
        file = file_of(node).parent / str(node.value)
        if not file.is_file():
            refuse([fault_at(node, f"filen {node.value} findes ikke; den skal ligge ved siden af kodebogen", TOP)])
        found |= {matter.id: matter for matter in _read(file, groups)}
    return tuple(found.values())


def _named(root: yaml.MappingNode) -> list[yaml.ScalarNode]:
    node = child(root, TOP)
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return [item for item in items if isinstance(item, yaml.ScalarNode)]


def _read(file: Path, groups: Groups) -> Iterator[Matter]:
    root = compose(file)
    refuse(double_keys(root))
    data = plain(root)
    refuse(fault_at(node_at(root, (key,)), f"ukendt nøgle{meant(key, [TOP])}", key) for key in data if key != TOP)
    entries = data.get(TOP)
    if not isinstance(entries, list):
        raise CodebookError(f"Kodebogen {file.name}, linje 1: skriv {TOP}: og sagerne under hinanden.")
    faults: list[Fault] = []
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        matter = _entry(entry, (TOP, number), root, faults)
        if matter is None:
            continue
        if matter.id in seen:
            what = f"sagen »{matter.id}« står to gange; slet den ene, eller giv den et nyt id"
            faults.append(fault_at(node_at(root, (TOP, number, "id")), what, f"{TOP}.{matter.id}"))
        seen.add(matter.id)
        faults += _broken(matter, (TOP, number), root, groups)
        yield matter.model_copy(
            update={name: tuple(written_out(text, groups) for text in getattr(matter, name)) for name in _PATTERNS}
        )
    refuse(faults)


def _entry(entry: Any, place: Place, root: yaml.MappingNode, faults: list[Fault]) -> Matter | None:
    if not isinstance(entry, Mapping):
        faults.append(fault_at(node_at(root, place), "skal være en sag med id, overskrift og mønstre", TOP))
        return None
    try:
        return Matter.model_validate(entry)
    except ValidationError as error:
        for item in error.errors():
            where = (*place, *item["loc"])
            what = MESSAGES.get(item["type"], item["msg"].removeprefix("Value error, "))
            if item["type"] == "extra_forbidden":
                what = f"ukendt nøgle{meant(str(item['loc'][-1]), list(Matter.model_fields))}"
            faults.append(fault_at(node_at(root, where), what, name_of(root, where)))
        return None


def _broken(matter: Matter, place: Place, root: yaml.MappingNode, groups: Groups) -> Iterator[Fault]:
    """What is wrong with a matter of the right form."""
    here = f"{TOP}.{matter.id}"
    if not matter.phrases:
        yield fault_at(node_at(root, place), "mangler en overskrift; skriv kritik, forslag eller stoette", here)
    if not (matter.strong or matter.medium or matter.expressions):
        yield fault_at(node_at(root, place), "mangler ord at kendes på; skriv strong eller medium", here)
    for name in _PATTERNS:
        for number, text in enumerate(getattr(matter, name)):
            for part in text.split(JOINED):
                try:
                    parse(part, code=matter.id, weight=1.0, groups=groups)
                except CodebookError as error:
                    yield fault_at(node_at(root, (*place, name, number)), str(error).rstrip("."))
    for name in _EXPRESSIONS:
        for number, text in enumerate(getattr(matter, name)):
            for part in text.split(JOINED):
                try:
                    re.compile(part)
                except re.error:
                    what = f"»{part}« er ikke et regulært udtryk"
                    yield fault_at(node_at(root, (*place, name, number)), what, here)
