"""The register a person corrects: written, filled in as in Excel, read back, and nothing of it ever lost."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from hoering import run
from hoering.errors import SourceListError
from hoering.read.source_list import ListedSource
from hoering.records import Source
from hoering.register import REGISTER, Choices, Correction, by_key, key_of_source, read_register, register_bytes

CHOICES = Choices(
    kinds={"hoeringssvar": "Høringssvar", "debat": "Debatindlæg"},
    sender_types={"borgere": "Borgere", "raad": "Råd og nævn"},
)
LETTER = "Kære byråd\nJeg synes, at bussen skal køre til praktikstederne hver morgen.\nVenlig hilsen\nen borger\n"


def source(name: str = "brev.txt", number: int = 1, part: int = 1, sha256: str = "c0ffee" * 10) -> Source:
    return Source(
        source=f"{name}#{part}", document=name, number=number, kind="hoeringssvar", sender="Borger (nr. 1)",
        sender_type="borgere", date="2026-04-01", subject="Busser", sha256=sha256, end=90, status="used",
        basis="type: ordlyd (0,80)", kind_score=0.8, sender_score=0.5,
    )  # fmt: skip


def filled(path: Path, data: bytes, cells: dict[str, object], row: int = 0) -> None:
    """Write into the yellow cells of a row, by the head of their columns, as a person does."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    page = book.worksheets[0]
    head = {cell.value: cell.column for cell in page[2]}
    for name, value in cells.items():
        page.cell(row + 3, head[name], value)
    book.save(path)


def table(data: bytes) -> list[dict[str, object]]:
    rows = list(openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(min_row=2, values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def test_each_source_has_a_row_with_what_it_is_taken_to_be_and_from_what() -> None:
    (row,) = table(register_bytes([source()], {}, CHOICES))
    assert (row["Nr."], row["Fil"], row["Status"], row["Afsendertype"]) == (1, "brev.txt", "brugt", "Borgere")
    assert (row["Sikkerhed"], row["Grundlag"], row["Nøgle"]) == (0.5, "type: ordlyd (0,80)", "c0ffeec0ffee-1")
    assert row["Ret afsender"] is None


def test_same_sources_give_the_same_bytes() -> None:
    assert register_bytes([source()], {}, CHOICES) == register_bytes([source()], {}, CHOICES)


def test_what_a_person_writes_is_read_back_by_label_or_id(tmp_path: Path) -> None:
    path = tmp_path / REGISTER
    cells = {"Ret afsender": "Seniorrådet", "Ret afsendertype": "råd og nævn", "Ret type": "debat"}
    filled(path, register_bytes([source()], {}, CHOICES), {**cells, "Ret dato": "7. april 2026", "Udelad": "ja"})
    (item,) = read_register(path, CHOICES).items
    assert item.key == key_of_source(source())
    assert item.said == ListedSource(
        document="brev.txt", kind="debat", sender="Seniorrådet", sender_type="raad", date="2026-04-07", by=REGISTER
    )
    assert item.set_aside == "Udeladt i kilder.xlsx."


def test_untouched_rows_and_a_missing_file_say_nothing(tmp_path: Path) -> None:
    assert read_register(tmp_path / REGISTER, CHOICES).items == ()
    (tmp_path / REGISTER).write_bytes(register_bytes([source()], {}, CHOICES))
    assert read_register(tmp_path / REGISTER, CHOICES).items == ()


def test_a_cell_that_cannot_be_used_is_told_and_kept(tmp_path: Path) -> None:
    path = tmp_path / REGISTER
    filled(path, register_bytes([source()], {}, CHOICES), {"Ret dato": "i foråret", "Ret afsender": "Seniorrådet"})
    outcome = read_register(path, CHOICES)
    assert [p.reason for p in outcome.problems] == [
        "række 3: »i foråret« kan ikke bruges i »Ret dato«; feltet er sprunget over."
    ]
    assert (outcome.items[0].said.date, outcome.items[0].said.sender) == ("", "Seniorrådet")
    (row,) = table(register_bytes([source()], by_key(outcome.items), CHOICES))
    assert (row["Ret dato"], row["Ret afsender"]) == ("i foråret", "Seniorrådet")


def test_a_correction_follows_its_file_and_stays_when_the_file_is_gone() -> None:
    correction = Correction(
        key="c0ffeec0ffee-1", said=ListedSource(document="brev.txt"), typed={"sender": "Seniorrådet"}, note="ringet"
    )
    moved, other = source("arkiv/brev (2).txt"), source("andet.txt", 2, sha256="beef" * 16)
    row, _ = table(register_bytes([moved, other], {correction.key: correction}, CHOICES))
    assert (row["Fil"], row["Ret afsender"], row["Bemærkning"]) == ("arkiv/brev (2).txt", "Seniorrådet", "ringet")
    gone = table(register_bytes([other], {correction.key: correction}, CHOICES))[-1]
    assert (gone["Status"], gone["Ret afsender"]) == ("findes ikke mere i mappen", "Seniorrådet")


def test_text_that_looks_like_a_formula_is_text() -> None:
    risky = Correction(key="c0ffeec0ffee-1", said=ListedSource(document="brev.txt"), note="=1+1")
    page = openpyxl.load_workbook(io.BytesIO(register_bytes([source()], {risky.key: risky}, CHOICES))).worksheets[0]
    (cell,) = [c for c in page[3] if c.value == "=1+1"]
    assert cell.data_type == "s"


@pytest.mark.parametrize("data", [b"ikke en projektmappe", b""])
def test_a_file_that_is_no_register_stops_the_run_before_it_is_written_over(tmp_path: Path, data: bytes) -> None:
    (tmp_path / REGISTER).write_bytes(data)
    with pytest.raises(SourceListError, match="kan ikke læses"):
        read_register(tmp_path / REGISTER, CHOICES)


@pytest.mark.model
@pytest.mark.usefixtures("loaded_once")
def test_a_run_uses_the_register_and_never_changes_what_stands_in_it(tmp_path: Path) -> None:
    raw, out = tmp_path / "raw", tmp_path / "ud"
    raw.mkdir()
    (raw / "brev.txt").write_text(LETTER, encoding="utf-8")
    (raw / "andet.txt").write_text(
        "Kære alle\nVi mangler kurser i byen, og de skal være om aftenen.\n", encoding="utf-8"
    )
    before = run(raw, out).table("documents").set_index("document")
    register = out / "data" / "processed" / REGISTER
    assert run(raw, out).skipped
    rows = table(register.read_bytes())
    place = next(i for i, row in enumerate(rows) if row["Fil"] == "andet.txt")
    filled(register, register.read_bytes(), {"Ret afsender": "Seniorrådet", "Ret afsendertype": "raad"}, place)
    second = run(raw, out)
    assert not second.skipped
    after = second.table("documents").set_index("document")
    assert before.loc["andet.txt", "sender"] != "Seniorrådet"
    assert (after.loc["andet.txt", "sender"], after.loc["andet.txt", "sender_type"]) == ("Seniorrådet", "raad")
    assert after.loc["brev.txt", "sender"] == before.loc["brev.txt", "sender"]
    assert table(register.read_bytes())[place]["Ret afsender"] == "Seniorrådet"
    assert run(raw, out).skipped


@pytest.mark.model
@pytest.mark.usefixtures("loaded_once")
def test_letters_in_one_file_are_sources_of_their_own_and_can_be_left_out(tmp_path: Path) -> None:
    raw, out = tmp_path / "raw", tmp_path / "ud"
    raw.mkdir()
    several = (
        LETTER + "\nTil byrådet\nHøringssvar fra Seniorrådet\nRådet mener, at der bør være kurser for de ældre "
        "ledige i byen.\nMed venlig hilsen\nSeniorrådet\n"
    )
    (raw / "samlet.txt").write_text(several, encoding="utf-8")
    documents = run(raw, out).table("documents")
    assert documents["source"].tolist() == ["samlet.txt#1", "samlet.txt#2"]
    assert documents["sender_type"].tolist() == ["borgere", "raad"]
    register = out / "data" / "processed" / REGISTER
    filled(register, register.read_bytes(), {"Udelad": "ja", "Bemærkning": "sendt for sent"}, 1)
    documents = run(raw, out).table("documents").set_index("source")
    assert documents.loc["samlet.txt#2", "status"] == "excluded"
    assert documents.loc["samlet.txt#2", "reason"] == "Udeladt i kilder.xlsx: sendt for sent."
    assert documents.loc["samlet.txt#1", "number"] == 1
