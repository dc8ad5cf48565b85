"""What is compared: a named material each, with ids that no two of them share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from hoering.errors import PaperError
from hoering.material import Material
from hoering.project import Project
from hoering.report.tally import Tally

MOST = 12
# Columns that hold the id of a source.
_IDS = ("source", "joins", "same_as")


@dataclass(frozen=True)
class Part:
    """One of the things compared: its name, its tables, and its counts.

    ``run`` says which run it is of, so that the same one twice can be told; ``sliced`` that it is one part of a run,
    whose positions were held against each other when they were made.
    """

    name: str
    material: Material
    run: str = ""
    sliced: bool = False

    @cached_property
    def tally(self) -> Tally:
        """The counts of its theme report."""
        return Tally(self.material)

    @property
    def total(self) -> int:
        """How many submissions shares are of; the draft that is heard is not among them."""
        return len(self.material.answers)


def read_parts(projects: Sequence[Path], names: Sequence[str] = ()) -> list[Part]:
    """The finished runs of some projects.

    Args:
        projects: folders of the projects, at least two.
        names: what to call them; else they are called after their folders.

    Raises:
        PaperError: fewer than two or too many, one has no finished run, or the names do not fit.
    """
    if len(projects) < 2:
        raise PaperError("Der skal mindst to projekter til en sammenligning – eller ét projekt og --efter.")
    _not_too_many(len(projects))
    called = _names(projects, names)
    parts = []
    for number, (project, name) in enumerate(zip(projects, called, strict=True), 1):
        processed = Project(root=project).processed
        material = Material.read(processed)
        parts.append(Part(name, apart(material, name, number), str(processed.resolve())))
    return parts


def apart(material: Material, name: str, number: int) -> Material:
    """The same material with ids and file names that tell which part they belong to."""
    frames = {key: _apart(frame, name, number) for key, frame in material.frames.items()}
    return Material(frames=frames, settings=material.settings)


def _apart(frame: pd.DataFrame, name: str, number: int) -> pd.DataFrame:
    changed = {column: _prefixed(frame[column], f"{number}/") for column in _IDS if column in frame}
    if "document" in frame:
        changed["document"] = _prefixed(frame["document"], f"{name}: ")
    return frame.assign(**changed)


def _prefixed(column: pd.Series[str], prefix: str) -> pd.Series[str]:
    return pd.Series([f"{prefix}{value}" if value else value for value in column], index=column.index, dtype="object")


def together(parts: Sequence[Part]) -> Material:
    """One material with the sources and texts of all parts, where quotations of any of them are looked up."""
    first = parts[0].material
    frames = {
        name: pd.concat([part.material.frames[name] for part in parts], ignore_index=True)
        for name in ("documents", "texts")
    }
    return Material(frames={**first.frames, **frames}, settings=first.settings)


def _names(projects: Sequence[Path], names: Sequence[str]) -> list[str]:
    given = [" ".join(name.split()) for name in names]
    if not given:
        folders = [project.resolve().name or str(project) for project in projects]
        alike, met = Counter(folders), Counter[str]()
        called = []
        for folder in folders:
            met[folder] += 1
            called.append(f"{folder} ({met[folder]})" if alike[folder] > 1 else folder)
        return called
    if len(given) != len(projects):
        raise PaperError(f"Der er {len(projects)} projekter, men {len(given)} navne i --navne.")
    if not all(given) or len(set(given)) < len(given):
        raise PaperError("Navnene i --navne skal være forskellige, og ingen må være tomme.")
    return given


def _not_too_many(count: int) -> None:
    if count > MOST:
        raise PaperError(f"Højst {MOST} kan sammenlignes på én gang; her er {count}.")
