"""The file of a codebook of one's own: made anew, or with one theme more; nothing else in it changes."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import yaml

from hoering.codebook import Code, Codebook, load
from hoering.codebook.nodes import child, compose
from hoering.errors import HoeringError, OutputError
from hoering.tables import write_files

_WIDTH = 120
_FIELDS = ("id", "label", "definition", "examples", "strong", "medium", "weak")
_READ_THEM = "Eksemplerne er ordrette sætninger fra materialet: læs dem igennem, før filen deles med andre."


def new_file(base: Codebook, name: str | Path, path: Path, code: Code, remark: str) -> str:
    """A codebook that has the themes of another and this one.

    Id and label are those of the base, so that a coder trained for it still serves; the version is another.

    Args:
        base: the codebook it builds on.
        name: by what it was found.
        path: where the file will lie.
        code: the new theme.
        remark: a comment above it.
    """
    head = (
        f"# Bygger på kodebogen {base.label} og lægger temaer til. Et bart id henter temaet derfra.\n"
        f"# Se filen efter med: hoering codebook check {path.name}\n"
    )
    facts = {"extends": _seen_from(path, name), "version": f"{base.version}-udvidet"}
    return head + _yaml(facts) + "themes:\n" + _yaml([theme.id for theme in base.themes]) + code_text(code, remark)


def added(path: Path, code: Code, remark: str) -> str:
    """The text of a codebook with one theme more, after the last one it has.

    Raises:
        HoeringError: its themes are no list with one entry a line.
        CodebookError: it cannot be read.
    """
    themes = child(compose(path), "themes")
    if not isinstance(themes, yaml.SequenceNode) or themes.flow_style or not themes.value:
        raise HoeringError(
            f"{path.name} har ingen liste »themes« med et tema pr. linje, som koden kan lægges til. Vælg en anden fil."
        )
    lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    last = _last_line(themes.value[-1])
    before, after = "".join(lines[: last + 1]), "".join(lines[last + 1 :])
    first = lines[themes.value[0].start_mark.line]
    indent = first[: len(first) - len(first.lstrip())]
    block = "".join(f"{indent}{line}" for line in code_text(code, remark).splitlines(keepends=True))
    return (before if before.endswith("\n") else f"{before}\n") + block + after


def written(path: Path, text: str, themes: Sequence[str]) -> None:
    """Write a codebook, if it loads and has these themes.

    Raises:
        HoeringError: it would not load; the file stays as it was.
        OutputError: it cannot be written.
    """
    newline = "\r\n" if path.exists() and b"\r\n" in path.read_bytes() else "\n"
    data = text.replace("\n", newline).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Beside its place, as what it builds on may be named from there.
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".yaml")
    except OSError as error:
        raise OutputError(f"Kodebogen kan ikke skrives i {path.parent.name}.") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        met = [theme.id for theme in load(Path(name)).themes]
    finally:
        Path(name).unlink(missing_ok=True)
    if met != list(themes):
        raise HoeringError(f"Koden kan ikke lægges til i {path.name}, som listen »themes« er skrevet. Vælg en ny fil.")
    write_files({path: data})


def code_text(code: Code, remark: str) -> str:
    """A theme as it stands in a codebook's file, with a remark above it."""
    facts = {name: value for name in _FIELDS if (value := getattr(code, name))}
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in facts.items()}
    return f"# {remark}\n# {_READ_THEM}\n" + _yaml([plain])


def _yaml(value: object) -> str:
    text: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=_WIDTH, default_flow_style=False)
    return text


def _seen_from(path: Path, name: str | Path) -> str:
    """A shipped codebook by its name, a file by its way from the folder of ``path``."""
    if Path(name).suffix not in (".yaml", ".yml"):
        return str(name)
    return Path(os.path.relpath(name, path.parent)).as_posix()


def _last_line(node: yaml.Node) -> int:
    """The last line on which a node has something, from 0."""
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        return _last_line(node.value[-1][1])
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        return _last_line(node.value[-1])
    end = node.end_mark
    return int(end.line if end.column else max(end.line - 1, node.start_mark.line))
