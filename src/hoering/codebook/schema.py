"""The form of a codebook, checked by pydantic, and its complaints in Danish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from hoering.codebook.faults import Fault, Place, meant
from hoering.codebook.model import ActorCode, Code, Codebook, Heading, Track
from hoering.codebook.nodes import fault_at, name_of, node_at

_IDENTIFIER = "må kun bestå af små bogstaver a-z, tal og _ og skal begynde med et bogstav"

# By the kind of complaint pydantic makes.
MESSAGES = {
    "dict_type": "skal have navne og lister under sig",
    "invalid_key": "nøglen skal være tekst; sæt citationstegn om den",
    "literal_error": "kan kun være kritik, forslag eller stoette",
    "missing": "mangler; tilføj linjen",
    "model_type": "skal være en kode med id, label og definition",
    "string_pattern_mismatch": _IDENTIFIER,
    "string_too_short": "er tom; skriv en tekst",
    "string_type": "skal være tekst; sæt citationstegn om",
    "tuple_type": "skal være en liste: [a, b]",
}

# What codebooks are not to say themselves.
_NOT_IN_FILES = frozenset({"lexicon_patterns", "matter_list"})

# What an entry of each list of a codebook is.
_ENTRIES: Mapping[str, type[BaseModel]] = {
    "themes": Code,
    "stances": Code,
    "actors": ActorCode,
    "tracks": Track,
    "groups": Heading,
}


def validated(data: Mapping[str, Any], root: yaml.MappingNode) -> tuple[Codebook | None, list[Fault]]:
    """The codebook, or what keeps the data from being one."""
    faults = [_fault((key,), "extra_forbidden", root) for key in data if key in _NOT_IN_FILES]
    try:
        return Codebook.model_validate(data), faults
    except ValidationError as error:
        return None, faults + [
            _fault(item["loc"], item["type"], root, item["msg"].removeprefix("Value error, "))
            for item in error.errors()
        ]


def _fault(place: Place, kind: str, root: yaml.MappingNode, otherwise: str = "") -> Fault:
    if place and place[-1] == "[key]":
        place = place[:-1]
    if kind == "invalid_key":
        return fault_at(node_at(root, place), MESSAGES[kind], str(place[-1]))
    what = MESSAGES.get(kind, otherwise)
    if kind == "extra_forbidden":
        what = f"ukendt nøgle{meant(str(place[-1]), _known(place))}"
    return fault_at(node_at(root, place), what, name_of(root, place) or "roden")


def _known(place: Place) -> list[str]:
    """The keys an entry may have in which the last of a path is unknown."""
    model: type[BaseModel] = _ENTRIES.get(str(place[0]), Codebook) if len(place) > 1 else Codebook
    return [name for name in model.model_fields if name not in _NOT_IN_FILES]
