"""Invented letters with known groups, and what is found in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from hoering.duplicates import Copies, Letter, find_copies

DATA = Path(__file__).parents[1] / "data"
# The first was written before the rules, the others after them: see the head of each.
SETS = ("enslydende_breve", "enslydende_breve_ny", "enslydende_breve_sidst")


@dataclass(frozen=True)
class Letters:
    rows: dict[str, dict[str, Any]]
    letters: tuple[Letter, ...]
    copies: Copies


@cache
def read(name: str) -> Letters:
    rows = yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))
    letters = tuple(
        Letter(source=row["id"], kind=row["kind"], sender=row["sender"], text="\n\n".join(row["text"])) for row in rows
    )
    return Letters({row["id"]: row for row in rows}, letters, find_copies(letters))


@pytest.fixture(params=SETS)
def known(request: pytest.FixtureRequest) -> Letters:
    return read(request.param)
