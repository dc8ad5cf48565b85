"""The whole road on a small invented folder: what is written, that it repeats, that nothing is lost."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path

import pytest

import hoering
from hoering import tables
from hoering.appendix import appendix_file
from hoering.material import Material
from hoering.report import theme_papers

pytestmark = [pytest.mark.model, pytest.mark.usefixtures("loaded_once")]

LETTER = """Til Tangdal Kommune

Tangdal, den 4. maj 2026

Høringssvar til beskæftigelsespolitikken

Jeg har haft fem sagsbehandlere på to år, og hver gang starter jeg forfra.
Jeg foreslår, at man får den samme kontaktperson hele vejen.

Venlig hilsen
Birgit Vangsgaard
Tlf. 12 34 56 78
"""

ARTICLE = """ date 2026-05 Ny politik på vej

Af Ole Skriver Lund

– Vi vil have flere unge i lære hos de lokale virksomheder, siger borgmester Ditte Ravnkilde (A).

Læs også: Ny cykelsti åbner
"""


def written(folder: Path) -> Path:
    (folder / "breve").mkdir(parents=True)
    (folder / "breve" / "brev 1.txt").write_text(LETTER, encoding="utf-8")
    (folder / "breve" / "brev 1 (kopi).txt").write_text(LETTER, encoding="utf-8")
    (folder / "avis.txt").write_bytes(ARTICLE.encode("cp1252"))
    (folder / "tom.txt").write_bytes(b"")
    return folder


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """A folder of letters of its own, for a test that changes something."""
    return written(tmp_path / "rå data æøå")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> hoering.RunResult:
    """A run of the letters, for the tests that only look."""
    root = tmp_path_factory.mktemp("først")
    return hoering.run(written(root / "rå data æøå"), root / "ud")


def test_writes_every_table_the_manifest_and_the_reports(first: hoering.RunResult) -> None:
    assert {p.name for p in first.project.processed.iterdir()} == {f"{n}.parquet" for n in tables.TABLES} | {
        "manifest.json",
        "kilder.xlsx",
        "emnemodel",
    }
    assert [p.name for p in first.reports] == ["temarapport.html", "temarapport.docx", "temarapport.md", "bilag.xlsx"]
    assert first.statuses == {"used": 2, "duplicate": 1, "unreadable": 1}
    assert [p.item for p in first.problems] == ["tom.txt"]


def test_every_file_ends_in_documents_with_a_reason_unless_used(first: hoering.RunResult) -> None:
    documents = first.table("documents").set_index("document")
    assert dict(documents["status"]) == {
        "avis.txt": "used",
        "breve/brev 1 (kopi).txt": "used",
        "breve/brev 1.txt": "duplicate",
        "tom.txt": "unreadable",
    }
    assert documents.loc["breve/brev 1.txt", "reason"] == "Samme tekst og afsender som breve/brev 1 (kopi).txt."
    assert (documents["reason"].eq("") == documents["status"].eq("used")).all()


def test_quotes_stand_verbatim_at_their_offsets_in_the_raw_text(first: hoering.RunResult) -> None:
    codings = first.table("codings")
    own = codings[codings["document"] == "breve/brev 1 (kopi).txt"]
    assert len(own) > 4
    for row in own.itertuples():
        assert LETTER[row.start : row.end] == row.quote
    voiced = codings[(codings["document"] == "avis.txt") & (codings["kind"] == "voice")]
    assert voiced[["code", "speaker"]].to_numpy().tolist()[-1] == ["politikere", "Ditte Ravnkilde (A)"]


def test_every_sentence_has_one_stance_and_one_voice(first: hoering.RunResult) -> None:
    segments, codings = first.table("segments"), first.table("codings")
    sentences = set(segments.loc[segments["level"] == "sentence", "segment_id"])
    for kind in ("stance", "voice"):
        assert sorted(codings.loc[codings["kind"] == kind, "segment_id"]) == sorted(sentences)


def test_private_names_and_numbers_are_in_no_output(first: hoering.RunResult) -> None:
    for file in first.project.root.rglob("*"):
        if file.suffix in {".json", ".html"}:
            assert "Vangsgaard" not in file.read_text(encoding="utf-8")
    for name in tables.TABLES:
        text = tables.read_table(first.project.processed, name).to_csv()
        assert "Vangsgaard" not in text
        assert "12 34 56 78" not in text


def test_the_report_written_again_from_the_tables_is_the_same(first: hoering.RunResult) -> None:
    material = Material.read(first.project.processed)
    again = {**theme_papers(material).files, **appendix_file(material).files}
    assert {path.name: path.read_bytes() for path in first.reports} == again


def test_second_run_skips_and_a_changed_file_a_lost_table_or_force_runs_again(raw: Path, tmp_path: Path) -> None:
    out = tmp_path / "ud"
    assert not hoering.run(raw, out).skipped
    assert hoering.run(raw, out).skipped
    assert not hoering.run(raw, out, force=True).skipped
    (out / "data" / "processed" / "themes.parquet").unlink()
    assert not hoering.run(raw, out).skipped
    (raw / "nyt.txt").write_text("Vi ønsker en bus om aftenen.", encoding="utf-8")
    assert not hoering.run(raw, out).skipped


def test_needs_no_network(raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert hoering.run(raw, tmp_path / "ud").statuses["used"] == 2


def test_source_list_overrules_and_its_mistakes_are_problems(raw: Path, tmp_path: Path) -> None:
    (raw / "kilder.csv").write_text(
        "fil;type;afsender;afsendertype;dato\n"
        "avis.txt;debat;Tangdal Erhvervsforening;arbejdsgiverorganisationer;2026-05-09\n"
        "findes ikke.txt;;;;\n"
        "breve/brev 1.txt;;;hvemsomhelst;\n",
        encoding="utf-8",
    )
    result = hoering.run(raw, tmp_path / "ud")
    row = result.table("documents").set_index("document").loc["avis.txt"]
    assert row[["kind", "sender", "sender_type", "date"]].tolist() == [
        "debat", "Tangdal Erhvervsforening", "arbejdsgiverorganisationer", "2026-05-09",
    ]  # fmt: skip
    reasons = {p.item: p.reason for p in result.problems if p.stage == "kildeliste"}
    assert reasons["findes ikke.txt"] == "Filen står i kilder.csv, men findes ikke i mappen."
    assert reasons["kilder.csv"].startswith("linje 4: »hvemsomhelst« er ikke en gyldig afsendertype")


def test_phase_and_track_of_the_source_list_leak_nobody(raw: Path, tmp_path: Path) -> None:
    (raw / "kilder.csv").write_text(
        "fil;fase;spor\nbreve/brev 1.txt;høring;samtale med Birgit Vangsgaard\n", encoding="utf-8"
    )
    row = hoering.run(raw, tmp_path / "ud").table("documents").set_index("document").loc["breve/brev 1.txt"]
    assert row["phase"] == "høring"
    assert row["track"].startswith("samtale med [")
    assert "Vangsgaard" not in row["track"]


def test_source_list_that_cannot_be_opened_is_a_danish_error(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (raw / "kilder.csv").write_text("fil\navis.txt\n", encoding="utf-8")
    opened = Path.open

    def closed(self: Path, *arguments: object, **options: object) -> object:
        if self.name == "kilder.csv":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", closed)
    with pytest.raises(hoering.HoeringError, match=r"kilder\.csv kan ikke læses"):
        hoering.run(raw, tmp_path / "ud")


def test_manifest_names_model_and_codebook_and_has_no_clock(first: hoering.RunResult) -> None:
    manifest = json.loads((first.project.processed / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["settings"]["model"].startswith("da_")
    assert manifest["settings"]["codebook"] == "beskaeftigelse"
    assert len(manifest["inputs"]) == 4
    assert "reports/temarapport.docx" in manifest["outputs"]
    assert "2026-" not in json.dumps(manifest["settings"])


def test_without_out_the_project_of_the_folder_is_used(tmp_path: Path) -> None:
    folder = tmp_path / "projekt" / "data" / "raw" / "sag"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("Vi savner hjælp til de unge.", encoding="utf-8")
    result = hoering.run(folder)
    assert result.project.root == tmp_path / "projekt"
    assert (tmp_path / "projekt" / "reports" / "temarapport.html").is_file()


@pytest.mark.parametrize("inside", [".", "breve", "ud"])
def test_results_among_the_input_are_not_read_as_input(raw: Path, inside: str) -> None:
    (raw / "reports").mkdir()
    (raw / "reports" / "egen rapport.txt").write_text("Vi savner en plan for de unge.", encoding="utf-8")
    first = hoering.run(raw, raw / inside)
    documents = set(first.table("documents")["document"])
    assert "reports/egen rapport.txt" in documents
    assert hoering.run(raw, raw / inside).skipped
    assert set(hoering.run(raw, raw / inside, force=True).table("documents")["document"]) == documents


def test_failing_write_leaves_the_old_tables_whole(raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "ud"
    hoering.run(raw, out)
    before = {p: p.read_bytes() for p in out.rglob("*") if p.is_file()}

    def full_disk(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full_disk)
    with pytest.raises(hoering.HoeringError, match="kan ikke skrives"):
        hoering.run(raw, out, force=True)
    monkeypatch.undo()
    assert {p: p.read_bytes() for p in out.rglob("*") if p.is_file()} == before


HOUSE = """Høringssvar fra Jens Bertelsens Minde

Vi i Jens Bertelsens Minde savner svar. Jens Bertelsen var vores første formand.

Venlig hilsen
Jens Bertelsens Minde
"""


def test_a_users_own_names_stay_and_are_no_document(tmp_path: Path) -> None:
    folder = tmp_path / "svar"
    folder.mkdir()
    (folder / "svar.txt").write_text(HOUSE, encoding="utf-8")
    before = "\n".join(hoering.run(folder, tmp_path / "ud").table("segments")["text"])
    assert "Jens Bertelsen" not in before
    (folder / "navne.tsv").write_text("# vores egne\norganisation\tJens Bertelsens Minde\n", encoding="utf-8")
    after = hoering.run(folder, tmp_path / "ud")
    assert not after.skipped
    assert list(after.table("documents")["document"]) == ["svar.txt"]
    said = "\n".join(after.table("segments")["text"])
    assert "Jens Bertelsens Minde savner" in said
    assert "Jens Bertelsen var" not in said


def test_a_wrong_list_of_names_ends_before_anything_is_written(raw: Path, tmp_path: Path) -> None:
    (raw / "navne.tsv").write_text("hus\tKarens Hus\n", encoding="utf-8")
    with pytest.raises(hoering.HoeringError, match=r"»navne.tsv«, linje 1: Typen er ukendt"):
        hoering.run(raw, tmp_path / "ud")
    assert not (tmp_path / "ud").exists()
