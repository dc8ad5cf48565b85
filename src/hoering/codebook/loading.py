"""From a file to a checked codebook."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import yaml

from hoering.codebook import inheriting
from hoering.codebook.faults import Fault, refuse
from hoering.codebook.lexicon import lexicon_patterns
from hoering.codebook.matters import listed
from hoering.codebook.model import Codebook
from hoering.codebook.nodes import child, fault_at, file_of, name_of, node_at, plain
from hoering.codebook.rules import broken
from hoering.codebook.schema import validated
from hoering.errors import CodebookError

DEFAULT = "beskaeftigelse"

_SUFFIXES = frozenset({".yaml", ".yml"})


def load(name_or_path: str | Path = DEFAULT) -> Codebook:
    """Load a shipped codebook by name or any codebook by path.

    Raises:
        CodebookError: the file is missing, is not YAML, or breaks a rule; each fault is told with file, line and
            what to mend.
    """
    path = _locate(str(name_or_path), Path())
    root = inheriting.read(path, _locate)
    book, faults = validated(plain(root), root)
    if book is not None:
        faults += [_fault(root, place, what) for place, what in broken(book)]
    refuse(faults)
    assert book is not None  # what else has no faults
    return _with_matters(_with_lexicon(book.with_groups(), root), root)


def shipped() -> list[str]:
    """The names of the codebooks that ship with hoering; what they build on is none."""
    files = (item for item in (resources.files("hoering") / "codebooks").iterdir() if item.name.endswith(".yaml"))
    return sorted(item.name.removesuffix(".yaml") for item in files if "\nthemes:" in item.read_text(encoding="utf-8"))


def _locate(name: str, folder: Path) -> Path:
    path = folder / name
    if path.suffix in _SUFFIXES:
        if not path.is_file():
            raise CodebookError(f"Kodebogen {path.name} findes ikke.")
        return path
    found = Path(str(resources.files("hoering") / "codebooks" / f"{name}.yaml"))
    if not found.is_file():
        raise CodebookError(f"Der følger ingen kodebog med navnet »{name}« med hoering.")
    return found


def _fault(root: yaml.MappingNode, place: tuple[str | int, ...], what: str) -> Fault:
    # A pattern's message names pattern and code itself.
    where = "" if what.startswith("Mønsteret ") else name_of(root, place)
    return fault_at(node_at(root, place), what, where)


def _with_matters(book: Codebook, root: yaml.MappingNode) -> Codebook:
    return book.model_copy(update={"matter_list": listed(root, book)}) if book.matters else book


def _with_lexicon(book: Codebook, root: yaml.MappingNode) -> Codebook:
    if not book.lexicon:
        return book
    says = file_of(child(root, "lexicon") or root)
    return book.model_copy(update={"lexicon_patterns": lexicon_patterns(says, book)})
