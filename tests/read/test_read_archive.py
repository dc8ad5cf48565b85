from __future__ import annotations

import hashlib
import io
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from hoering.read import Reading
from hoering.read.folder import UNPACKED

ReadFolder = Callable[[], Reading]
MakePdf = Callable[..., bytes]

SYSTEM = "Systemfil, ikke et dokument."


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def word(text: str) -> bytes:
    buffer = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(text)
    document.save(buffer)
    return buffer.getvalue()


def texts(reading: Reading) -> dict[str, str]:
    return {d.document: d.text for d in reading.items}


def problems(reading: Reading) -> dict[str, str]:
    return {p.item: p.reason for p in reading.problems}


@pytest.fixture
def read_zip(tmp_path: Path, read_folder: ReadFolder) -> Callable[[bytes], Reading]:
    def read(data: bytes) -> Reading:
        (tmp_path / "svar.zip").write_bytes(data)
        reading = read_folder()
        assert [path.name for path in tmp_path.iterdir()] == ["svar.zip"]  # nothing is unpacked onto the disk
        return reading

    return read


ReadZip = Callable[[bytes], Reading]


def test_members_of_every_format_are_documents_of_their_own(read_zip: ReadZip, make_pdf: MakePdf) -> None:
    letter = word("Vi vil have flere i job.")
    reading = read_zip(
        zipped(("brev.docx", letter), ("mappe/note.txt", b"Et notat."), ("mappe/plan.pdf", make_pdf("En plan")))
    )
    assert texts(reading) == {
        "svar.zip/brev.docx": "Vi vil have flere i job.",
        "svar.zip/mappe/note.txt": "Et notat.",
        "svar.zip/mappe/plan.pdf": "En plan\n\f",
    }
    assert (reading.items[0].format, reading.items[0].sha256) == ("docx", hashlib.sha256(letter).hexdigest())
    assert reading.problems == ()


def test_the_zip_itself_is_listed_with_its_hash_and_is_no_document(read_zip: ReadZip) -> None:
    data = zipped(("a.txt", b"Vi vil."))
    members = {m.document: m for m in read_zip(data).members}
    assert {name: (m.excluded, m.sha256) for name, m in members.items()} == {
        "svar.zip": (UNPACKED, hashlib.sha256(data).hexdigest()),
        "svar.zip/a.txt": ("", hashlib.sha256(b"Vi vil.").hexdigest()),
    }


def test_every_member_ends_as_document_problem_or_excluded(read_zip: ReadZip) -> None:
    link = zipfile.ZipInfo("genvej.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    reading = read_zip(
        zipped(
            ("a.txt", b"Vi vil."), ("b.xyz", b"Vi vil."), ("c.docx", b"ikke Word"), ("d.txt", b""), ("mappe/", b""),
            ("__MACOSX/._a.txt", b"x"), (".DS_Store", b"x"), (link, b"/etc/passwd"), ("e", b"uden endelse"),
        )
    )  # fmt: skip
    assert list(texts(reading)) == ["svar.zip/a.txt"]
    assert problems(reading).pop("svar.zip/b.xyz").startswith("Formatet .xyz kan ikke læses endnu")
    assert problems(reading)["svar.zip/c.docx"] == "Word-filen er beskadiget og kan ikke åbnes."
    assert problems(reading)["svar.zip/d.txt"] == "Filen er tom (0 byte)."
    assert problems(reading)["svar.zip/e"].startswith("Formatet uden endelse kan ikke læses endnu")
    assert {m.document: m.excluded for m in reading.members if m.excluded} == {
        "svar.zip": UNPACKED,
        "svar.zip/__MACOSX/._a.txt": SYSTEM,
        "svar.zip/.DS_Store": SYSTEM,
        "svar.zip/genvej.txt": "Genvej (symbolsk lænke) følges ikke.",
    }
    assert len(reading.members) == 9


def test_a_zip_in_a_zip_is_opened_to_a_small_depth(read_zip: ReadZip) -> None:
    data = zipped(("bund.txt", b"Helt nede."))
    for level in (3, 2, 1):
        data = zipped((f"lag{level}.zip", data), (f"ved{level}.txt", b"Vi vil."))
    reading = read_zip(data)
    assert list(texts(reading)) == [
        "svar.zip/lag1.zip/lag2.zip/ved3.txt", "svar.zip/lag1.zip/ved2.txt", "svar.zip/ved1.txt",
    ]  # fmt: skip
    assert problems(reading) == {"svar.zip/lag1.zip/lag2.zip/lag3.zip": "Filer pakket i filer åbnes kun i 3 lag."}


@pytest.mark.parametrize("name", ["../ude.txt", "/ude.txt", "C:\\ude.txt", "mappe/../../ude.txt", "..\\ude.txt"])
def test_a_path_that_leads_out_is_refused(read_zip: ReadZip, name: str) -> None:
    info = zipfile.ZipInfo("x")
    info.filename = name
    reading = read_zip(zipped((info, b"Vi vil."), ("inde.txt", b"Vi vil.")))
    assert list(texts(reading)) == ["svar.zip/inde.txt"]
    ((item, reason),) = problems(reading).items()
    assert item.startswith("svar.zip/")
    assert item.endswith("ude.txt")
    assert ".." not in item
    assert reason == "Stien i zip-filen peger ud af den og følges ikke."


def test_a_protected_member_says_so(read_zip: ReadZip) -> None:
    data = bytearray(zipped(("a.txt", b"Vi vil."), ("b.txt", b"Vi vil.")))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    reading = read_zip(bytes(data))
    assert problems(reading) == {"svar.zip/a.txt": "Filen i zip-filen er beskyttet med adgangskode."}
    assert list(texts(reading)) == ["svar.zip/b.txt"]


def test_a_bomb_is_not_unpacked(read_zip: ReadZip) -> None:
    reading = read_zip(zipped(("bombe.txt", b"0" * 4_000_000), ("a.txt", b"Vi vil.")))
    assert problems(reading) == {
        "svar.zip/bombe.txt": "Filen i zip-filen er pakket usandsynligt hårdt (mulig zip-bombe) og pakkes ikke ud."
    }
    assert list(texts(reading)) == ["svar.zip/a.txt"]


def test_too_many_or_too_large_members_are_refused_unread(read_zip: ReadZip, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hoering.read.parts._MAX_FILES", 4)
    monkeypatch.setattr("hoering.read.parts._MAX_UNPACKED", 30_000_000)
    inner = zipped(("a.txt", b"Vi vil."), ("b.txt", b"Vi vil."))
    reading = read_zip(zipped(("lag.zip", inner), ("c.txt", b"Vi vil.")))
    assert len(texts(reading)) == 3
    reading = read_zip(zipped(("lag.zip", inner), ("c.txt", b"Vi vil."), ("d.txt", b"Vi vil.")))
    assert problems(reading) == {"svar.zip/lag.zip": "Filen indeholder for mange filer (2; der er plads til 1)."}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("stor.pdf", b"%PDF" + bytes(31_000_000))
    assert problems(read_zip(buffer.getvalue())) == {
        "svar.zip": "Filen fylder for meget, når den pakkes ud (31 MB; grænsen er 30 MB)."
    }


def test_a_member_over_the_limit_of_its_format_is_refused(read_zip: ReadZip, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hoering.read.walk._MAX_TEXT_BYTES", 10)
    assert problems(read_zip(zipped(("log.txt", b"Vi vil have flere.")))) == {
        "svar.zip/log.txt": "Filen er for stor (0 MB; grænsen er 0 MB)."
    }


@pytest.mark.parametrize("encoding", ["cp850", "utf-8"])
def test_danish_names_of_old_packers_are_readable(read_zip: ReadZip, encoding: str) -> None:
    raw = "Høringssvar æÅ.txt".encode(encoding)
    data = zipped(("x" * len(raw), b"Vi vil.")).replace(b"x" * len(raw), raw)
    assert list(texts(read_zip(data))) == ["svar.zip/Høringssvar æÅ.txt"]


def test_two_members_of_one_name_are_both_read(read_zip: ReadZip) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped(("a.txt", b"En."), ("a.txt", b"To."))
    assert texts(read_zip(data)) == {"svar.zip/a.txt": "En.", "svar.zip/a (2).txt": "To."}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Vi er ikke en zip-fil", "Zip-filen er beskadiget og kan ikke åbnes."),
        (zipped(("a.txt", b"Vi vil."))[:-30], "Zip-filen er beskadiget og kan ikke åbnes."),
        (zipped(), "Zip-filen er tom."),
    ],
    ids=["text", "truncated", "empty"],
)
def test_a_broken_or_empty_zip_says_so(read_zip: ReadZip, data: bytes, reason: str) -> None:
    reading = read_zip(data)
    assert (reading.items, problems(reading), reading.members) == ((), {"svar.zip": reason}, ())


def test_a_damaged_member_says_so_and_the_rest_is_read(read_zip: ReadZip) -> None:
    data = bytearray(zipped(("a.txt", b"Vi vil have flere i job."), ("b.txt", b"Vi vil.")))
    data[40:44] = b"\xff\xff\xff\xff"
    reading = read_zip(bytes(data))
    assert list(texts(reading)) == ["svar.zip/b.txt"]
    assert problems(reading)["svar.zip/a.txt"] == "Filen i zip-filen er beskadiget eller pakket på en ukendt måde."
