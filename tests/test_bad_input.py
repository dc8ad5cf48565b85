"""A folder full of what goes wrong: each file is named in Danish, the rest is processed."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from reportlab.lib import pdfencrypt
from reportlab.pdfgen import canvas

import hoering

pytestmark = [pytest.mark.model, pytest.mark.usefixtures("loaded_once")]

BROKEN_WORD = "Word-filen er beskadiget og kan ikke åbnes."
BROKEN_PDF = "PDF-filen er beskadiget og kan ikke åbnes."


@pytest.fixture(scope="module")
def bad_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    raw = tmp_path_factory.mktemp("modtaget")
    (raw / "brev med mellemrum æøå.txt").write_text("Vi savner en plan for de unge.", encoding="utf-8")
    (raw / "windows.txt").write_bytes("Vi ønsker bedre møder med jobcentret.".encode("cp1252"))
    (raw / "tom.txt").write_bytes(b"")
    (raw / "blank.txt").write_text("  \n\n ", encoding="utf-8")
    (raw / "regneark.xyz").write_bytes(b"123")
    (raw / "forkert tegnsæt.txt").write_bytes("Vi ønsker ".encode() + b"\x81\x8d" + "møder".encode("cp1252"))
    (raw / "næsten.txt").write_bytes("Vi ønsker færre møder og en bus på tværs.".encode() + b" \xe6ble")
    (raw / "nul.txt").write_bytes(b"Vi\0vil\0have\0bus")
    (raw / "defekt.docx").write_bytes(b"PK\x03\x04" + b"x" * 3000)
    (raw / "laast.docx").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    with zipfile.ZipFile(raw / "ikke word.docx", "w") as archive:
        archive.writestr("a.txt", "x")
    (raw / "defekt.pdf").write_bytes(b"%PDF-1.4\n%junk")
    locked = canvas.Canvas(str(raw / "laast.pdf"), encrypt=pdfencrypt.StandardEncryption("kode", ownerPassword="ejer"))
    locked.drawString(100, 700, "Vi savner handling")
    locked.save()
    (raw / "side.html").write_text("ikke en webside", encoding="utf-8")
    (raw / "afkortet.html").write_text("<html><body><p>Vi savner handling fra kommunen.<di", encoding="utf-8")
    (raw / "stor.txt").write_bytes(b"Vi vil have en bus. " * 260_000)
    (raw / "ring").symlink_to(raw, target_is_directory=True)
    (raw / ".DS_Store").write_bytes(b"x")
    return raw


@pytest.fixture(scope="module")
def result(bad_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> hoering.RunResult:
    return hoering.run(bad_folder, tmp_path_factory.mktemp("ud"))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("tom.txt", "Filen er tom (0 byte)."),
        ("blank.txt", "Filen indeholder ingen tekst."),
        ("regneark.xyz", "Formatet .xyz kan ikke læses endnu"),
        ("forkert tegnsæt.txt", "Filen er ikke læsbar tekst i UTF-8 eller Windows-1252"),
        ("nul.txt", "Filen er ikke læsbar tekst i UTF-8 eller Windows-1252"),
        ("defekt.docx", BROKEN_WORD),
        ("ikke word.docx", BROKEN_WORD),
        ("laast.docx", "Word-filen er beskyttet med adgangskode."),
        ("defekt.pdf", BROKEN_PDF),
        ("laast.pdf", "PDF-filen er beskyttet med adgangskode."),
        ("side.html", "Filen hedder .html, men er ikke en webside."),
        ("stor.txt", "Filen er for stor"),
        ("ring", "Genvej (symbolsk lænke) følges ikke."),
    ],
)
def test_each_is_a_problem_in_danish_and_a_row_in_documents(result: hoering.RunResult, name: str, reason: str) -> None:
    problems = result.table("problems").set_index("item")["reason"]
    assert problems[name].startswith(reason)
    row = result.table("documents").set_index("document").loc[name]
    assert row["status"] in {"unreadable", "excluded"}
    assert row["reason"].startswith(reason)


def test_the_rest_is_used(result: hoering.RunResult) -> None:
    documents = result.table("documents")
    assert set(documents.loc[documents["status"] == "used", "document"]) == {
        "afkortet.html", "brev med mellemrum æøå.txt", "næsten.txt", "windows.txt",
    }  # fmt: skip


def test_a_stray_byte_is_a_problem_and_the_file_is_used(result: hoering.RunResult) -> None:
    problems = result.table("problems").set_index("item")["reason"]
    assert problems["næsten.txt"] == "1 tegn kunne ikke læses (blandet tegnkodning) og vises som \ufffd."
    assert result.table("documents")["document"].tolist().count("næsten.txt") == 1


def test_system_files_are_excluded_without_a_problem(result: hoering.RunResult) -> None:
    row = result.table("documents").set_index("document").loc[".DS_Store"]
    assert row[["status", "reason"]].tolist() == ["excluded", "Systemfil, ikke et dokument."]
    assert ".DS_Store" not in set(result.table("problems")["item"])
