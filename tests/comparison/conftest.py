"""Two small invented consultations about one matter, and what is compared of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import pytest

from hoering.comparison import Part
from hoering.comparison.parts import apart
from hoering.material import Material
from hoering.tables import parquet_bytes
from tests.report.conftest import Letter, Said, build

BUS = "Kritik af busser, der ikke kører"
FIRST = (
    Letter("Handicaprådet", "raad", [
        Said("Vi savner én fast sagsbehandler.", says="Ønske om én fast sagsbehandler", stance="forslag"),
        Said("Bussen kører ikke om aftenen.", ["bus"], says=BUS),
    ], more={"date": "2025-02-01", "phase": "inddragelse", "document": "råd/brev 1.txt"}),
    Letter(said=[Said("Der går ingen bus til havnen.", ["bus"], says=BUS)],
           more={"date": "2025-03-01", "phase": "inddragelse", "document": "borgere/brev 2.txt"}),
    Letter("Havnens Værft", "virksomheder", [Said("De unge mangler, og =praktik er svært.", ["unge"])],
           kind="interview", more={"date": "2026-01-05", "phase": "høring", "document": "borgere/brev 3.txt"}),
    Letter("Kommunen", "politikere", [Said("Udkast til politik om unge.", ["unge"], "neutral")], "politik"),
)  # fmt: skip
SECOND = (
    Letter("A-kassen Kompas", "a_kasser", [Said("Bussen holder for langt fra fabrikken.", ["bus"], says=BUS)]),
    Letter("Ungepanelet", "raad", [Said("Mødet var godt og venligt.", stance="stoette", says="Ros for møder")]),
)  # fmt: skip


def part(name: str, letters: Sequence[Letter], number: int = 1, material: Material | None = None) -> Part:
    return Part(name, apart(material or build(letters), name, number), run=name)


@pytest.fixture
def two() -> list[Part]:
    return [part("Runde 1", FIRST, 1), part("Runde 2", SECOND, 2)]


@pytest.fixture
def make_project(tmp_path: Path) -> Callable[[str, Sequence[Letter]], Path]:
    """Writes a finished run to a folder of that name."""

    def make(name: str, letters: Sequence[Letter]) -> Path:
        material = build(letters)
        processed = tmp_path / name / "data" / "processed"
        processed.mkdir(parents=True)
        for table, frame in material.frames.items():
            (processed / f"{table}.parquet").write_bytes(parquet_bytes(frame))
        (processed / "manifest.json").write_text(json.dumps({"settings": asdict(material.settings)}), encoding="utf-8")
        return tmp_path / name

    return make
