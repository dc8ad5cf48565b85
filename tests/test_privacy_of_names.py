"""Names that reach a run by another road than the text: file names, folders, and the source list."""

from __future__ import annotations

import pytest

import hoering
from hoering import tables
from hoering.project import MANIFEST

pytestmark = [pytest.mark.model, pytest.mark.usefixtures("loaded_once")]

SOURCE_LIST = """fil;type;afsender;afsendertype;dato
breve/svar_birgit_vangsgaard.txt;hoeringssvar;Birgit Vangsgaard, 54 år;borgere;2026-04-01
breve/Svar fra Oluf Skovmose.txt;hoeringssvar;;;
breve/12345678.txt;Kurt Enemark;;Kurt Enemark;Kurt Enemark
"""
LETTER = "Der mangler busser ud til os, og derfor kan min søn ikke komme på arbejde om morgenen. Det er trist for {}.\n"
NAMES = ["Birgit", "Vangsgaard", "vangsgaard", "Oluf", "Skovmose", "Kurt", "Enemark", "Jytte", "12345678", "87654321"]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    root = tmp_path_factory.mktemp("navne")
    breve = root / "rå" / "breve"
    (breve / "Jytte").mkdir(parents=True)
    (root / "rå" / "kilder.csv").write_text(SOURCE_LIST, encoding="utf-8")
    for number, name in enumerate(["svar_birgit_vangsgaard", "12345678", "87654321", "Jytte/svar"]):
        (breve / f"{name}.txt").write_text(LETTER.format(f"mine {number} naboer"), encoding="utf-8")
    (breve / "Kurt Enemark.xyz").write_bytes(b"\x00\x01")
    result = hoering.run(root / "rå", root / "ud")
    texts = {name: "\n".join(map(str, result.table(name).to_numpy().ravel())) for name in tables.TABLES}
    texts[MANIFEST] = (result.project.processed / MANIFEST).read_text(encoding="utf-8")
    return texts


@pytest.mark.parametrize("name", NAMES)
def test_name_or_number_in_a_file_name_or_source_list_is_written_nowhere(name: str, written: dict[str, str]) -> None:
    assert [file for file, text in written.items() if name in text] == []


def test_files_whose_numbers_are_masked_stay_apart(written: dict[str, str]) -> None:
    assert "breve/[telefon].txt" in written["documents"]
    assert "breve/[telefon] (2).txt" in written["documents"]
