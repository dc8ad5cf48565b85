"""A codebook's file as YAML nodes, which know their file and line, also after one file is laid on another."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from yaml.constructor import SafeConstructor

from hoering.codebook.faults import Fault, Place
from hoering.errors import CodebookError

# The C parser is ten times as fast; not every build of PyYAML has it.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_SYNTAX = {
    "did not find expected ',' or ']'": "en liste i [ ] er ikke afsluttet, eller der mangler et komma",
    "expected ',' or ']', but got": "en liste i [ ] er ikke afsluttet, eller der mangler et komma",
    "mapping values are not allowed": "kolon midt i en tekst (sæt citationstegn om), eller forkert indrykning",
    "tab character": "tabulator i indrykningen; brug mellemrum",
    "did not find expected key": "indrykningen passer ikke, eller et citationstegn mangler",
    "could not find expected ':'": "der mangler et kolon efter nøglen",
    "cannot start any token": "en linje begynder med et tegn, YAML ikke tillader (tabulator, %, @ eller `)",
    "unexpected end of stream": "et citationstegn er ikke lukket",
    "did not find expected '-' indicator": "listens punkter står ikke under hinanden",
    "undefined alias": "* foran et ord læses som YAML-henvisning; sæt citationstegn om mønsteret",
    "did not find expected alphabetic or numeric character": "* eller & forrest i et ord; sæt citationstegn om det",
}


class _Text(io.StringIO):
    """Text whose nodes will know the file they stand in."""

    def __init__(self, text: str, path: Path) -> None:
        super().__init__(text)
        self.name = str(path)


def compose(path: Path) -> yaml.MappingNode:
    """The file's nodes.

    Raises:
        CodebookError: it cannot be read, is not YAML, or is no mapping.
    """
    try:
        root = yaml.compose(_Text(path.read_text(encoding="utf-8-sig"), path), Loader=_Loader)
    except yaml.YAMLError as error:
        raise CodebookError(f"Kodebogen {path.name} er ikke gyldig YAML: {_syntax(error)}") from error
    except RecursionError as error:
        raise CodebookError(f"Kodebogen {path.name} har alt for mange lister i hinanden.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise CodebookError(f"Kodebogen {path.name} kan ikke læses; gem den som tekst i UTF-8.") from error
    if not isinstance(root, yaml.MappingNode):
        raise CodebookError(f"Kodebogen {path.name} er tom eller har ikke den rette form.")
    return root


def plain(root: yaml.MappingNode) -> dict[str, Any]:
    """The values of nodes."""
    try:
        values: dict[str, Any] = SafeConstructor().construct_document(root)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        file = Path(mark.name).name if mark else "?"
        raise CodebookError(f"Kodebogen {file} er ikke gyldig YAML: {_syntax(error)}") from error
    return values


def double_keys(root: yaml.Node) -> list[Fault]:
    """Keys that stand twice in one entry: YAML itself would silently keep the last."""
    found = []
    for node in _all(root):
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, _ in node.value:
                if isinstance(key, yaml.ScalarNode) and key.value in seen:
                    what = f"nøglen »{key.value}« står to gange; slet den ene, eller slå dem sammen"
                    found.append(fault_at(key, what))
                seen.add(str(key.value))
    return found


def fault_at(node: yaml.Node, what: str, where: str = "") -> Fault:
    """A fault at a node."""
    return Fault(file_of(node).name, node.start_mark.line + 1, where, what)


def file_of(node: yaml.Node) -> Path:
    """The file a node stands in."""
    return Path(node.start_mark.name)


def child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """The value of a key, if the node has it."""
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    return None


def scalar(node: yaml.Node | None, key: str) -> str:
    """The text of a key, or ``""``."""
    value = child(node, key)
    return str(value.value) if isinstance(value, yaml.ScalarNode) else ""


def node_at(root: yaml.Node, place: Place) -> yaml.Node:
    """The node a path leads to, for a value with a key the key; where the path ends early, the last one on it."""
    shown = inner = root
    for part in place:
        if isinstance(inner, yaml.SequenceNode) and isinstance(part, int) and part < len(inner.value):
            shown = inner = inner.value[part]
            continue
        pair = _pair(inner, str(part))
        if pair is None:
            break
        shown, inner = pair
    return shown


def name_of(root: yaml.Node, place: Place) -> str:
    """A path for people, with the id of a code in place of its number: ``themes.scenekunst.strong.2``."""
    names: list[str] = []
    node: yaml.Node | None = root
    for part in place:
        if isinstance(part, int):
            node = node.value[part] if isinstance(node, yaml.SequenceNode) and part < len(node.value) else None
            names.append(scalar(node, "id") or str(part + 1))
        else:
            node = child(node, part)
            names.append(part)
    return ".".join(names)


def _pair(node: yaml.Node, key: str) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((name, value) for name, value in node.value if name.value == key), None)
    return None


def _all(root: yaml.Node) -> Iterator[yaml.Node]:
    """Every node once, also where references make one stand in many places, or in itself."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def _syntax(error: yaml.YAMLError) -> str:
    problem = str(getattr(error, "problem", "") or "")
    # What is not closed is seen at the end of the file, but is to be mended where it was opened.
    opened = "end of stream" in problem and getattr(error, "context_mark", None)
    mark = opened or getattr(error, "problem_mark", None)
    where = f"linje {mark.line + 1}" if mark else "ukendt sted"
    hint = next((danish for english, danish in _SYNTAX.items() if english in problem), "")
    return f"{where}: {hint}." if hint else f"{where}."
