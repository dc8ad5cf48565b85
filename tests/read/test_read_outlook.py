from __future__ import annotations

import datetime
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hoering.read import Reading

ReadFolder = Callable[[], Reading]
MakeOle = Callable[[dict[str, Any]], bytes]

BROKEN = "Mailen er beskadiget og kan ikke åbnes."
_SENT = datetime.datetime(2026, 4, 15, 8, 11, tzinfo=datetime.UTC)
_FILETIME = (_SENT - datetime.datetime(1601, 1, 1, tzinfo=datetime.UTC)) // datetime.timedelta(microseconds=1) * 10

SUBJECT, SENDER, ADDRESS, TO, BODY, HTML, RTF = 0x0037, 0x0C1A, 0x0C1F, 0x0E04, 0x1000, 0x1013, 0x1009


def storage(head: int, values: dict[int, str | bytes], numbers: dict[int, int] | None = None) -> dict[str, Any]:
    """A storage with its properties as in [MS-OXMSG]: texts as UTF-16, bytes, and 32-bit numbers."""
    streams: dict[str, Any] = {}
    segments = bytes(head)
    for pid, value in values.items():
        kind, data = (0x001F, value.encode("utf-16-le")) if isinstance(value, str) else (0x0102, value)
        streams[f"__substg1.0_{pid:04X}{kind:04X}"] = data
        segments += struct.pack("<HHIII", kind, pid, 6, len(data), 0)
    for pid, number in (numbers or {}).items():
        segments += struct.pack("<HHIiI", 0x0003, pid, 6, number, 0)
    if head != 8:
        segments += struct.pack("<HHIQ", 0x0040, 0x0039, 6, _FILETIME)
    return {**streams, "__properties_version1.0": segments}


def mail(
    body: str | bytes | None = "Vi ønsker kurser.\r\n", *attachments: dict[str, Any], head: int = 32
) -> dict[str, Any]:
    values: dict[int, str | bytes] = {
        SUBJECT: "Høring om job", SENDER: "Ida Holm", ADDRESS: "ida@eksempel.dk", TO: "hoering@eksempel.dk",
    }  # fmt: skip
    if body is not None:
        values[BODY if isinstance(body, str) else HTML] = body
    parts = {f"__attach_version1.0_#{n:08X}": attachment for n, attachment in enumerate(attachments)}
    return {**storage(head, values, {0x3FDE: 65001}), **parts}


def attached(name: str, data: bytes) -> dict[str, Any]:
    return storage(8, {0x3707: name, 0x3701: data, 0x370E: "application/octet-stream"}, {0x3705: 1})


def attached_mail(inner: dict[str, Any]) -> dict[str, Any]:
    return {**storage(8, {0x3001: "Indre svar"}, {0x3705: 5}), "__substg1.0_3701000D": inner}


@pytest.fixture
def read_msg(tmp_path: Path, read_folder: ReadFolder, make_ole: MakeOle) -> Callable[[dict[str, Any] | bytes], Reading]:
    def read(message: dict[str, Any] | bytes) -> Reading:
        (tmp_path / "svar.msg").write_bytes(message if isinstance(message, bytes) else make_ole(message))
        return read_folder()

    return read


ReadMsg = Callable[[dict[str, Any] | bytes], Reading]


def texts(reading: Reading) -> dict[str, str]:
    return {d.document: d.text for d in reading.items}


HEAD = (
    "Fra: Ida Holm <ida@eksempel.dk>\nDato: 15. april 2026 kl. 08.11\nTil: hoering@eksempel.dk\nEmne: Høring om job\n\n"
)


def test_head_and_body_are_read_as_those_of_any_mail(read_msg: ReadMsg) -> None:
    (document,) = read_msg(mail()).items
    assert document.text == HEAD + "Vi ønsker kurser.\n"
    assert (document.format, document.raw.metadata["date"]) == ("msg", "2026-04-15T08:11+00:00")


def test_html_is_read_where_there_is_no_plain_text(read_msg: ReadMsg) -> None:
    (document,) = read_msg(mail("<html><body><p>Vi ønsker kurser æøå.</p></body></html>".encode())).items
    assert document.text.endswith("\n\nVi ønsker kurser æøå.\n")


def test_quoted_mails_are_marked(read_msg: ReadMsg) -> None:
    (document,) = read_msg(
        mail("Enig.\r\n\r\nFra: Per\r\nSendt: 14. april\r\nTil: Ida\r\nEmne: Job\r\n\r\nNå?\r\n")
    ).items
    assert [m.kind for m in document.raw.marks] == ["quoted reply"]


def test_attachments_large_and_small_are_documents_of_their_own(read_msg: ReadMsg) -> None:
    long = "Vi ønsker flere kurser. " * 400
    reading = read_msg(mail("Se bilag.", attached("svar.txt", "Æblet.".encode()), attached("lang.md", long.encode())))
    assert list(texts(reading)) == ["svar.msg", "svar.msg/svar.txt", "svar.msg/lang.md"]
    assert texts(reading)["svar.msg/svar.txt"] == "Æblet."
    assert texts(reading)["svar.msg/lang.md"] == long


def test_an_attached_mail_is_opened_and_has_one_hash_in_every_run(read_msg: ReadMsg) -> None:
    message = mail("Ydre.", attached_mail(mail("Indre.", attached("notat.txt", b"Et notat."), head=24)))
    first, second = read_msg(message), read_msg(message)
    assert list(texts(first)) == ["svar.msg", "svar.msg/Indre svar.eml", "svar.msg/Indre svar.eml/notat.txt"]
    assert texts(first)["svar.msg/Indre svar.eml"].endswith("\n\nIndre.\n")
    assert [d.sha256 for d in first.items] == [d.sha256 for d in second.items]


def test_a_text_kept_as_rtf_only_is_a_problem_and_attachments_are_read(read_msg: ReadMsg) -> None:
    message = mail(None, attached("svar.txt", b"Vores svar."))
    message["__substg1.0_10090102"] = b"LZFu"
    message["__properties_version1.0"] += struct.pack("<HHIII", 0x0102, RTF, 6, 4, 0)
    reading = read_msg(message)
    assert list(texts(reading)) == ["svar.msg/svar.txt"]
    assert [(p.item, p.reason) for p in reading.problems] == [
        ("svar.msg/mailtekst.rtf", "Mailens tekst er gemt som RTF. Gem mailen som .eml.")
    ]


@pytest.mark.parametrize("data", [b"Vi er ingen mail", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)])
def test_what_is_no_mail_is_broken(read_msg: ReadMsg, data: bytes) -> None:
    assert [p.reason for p in read_msg(data).problems] == [BROKEN]


def test_an_ole_file_that_is_no_mail_is_broken(read_msg: ReadMsg) -> None:
    assert [p.reason for p in read_msg({"WordDocument": b"x" * 5000}).problems] == [BROKEN]
