"""Attachments know the mail they lay in: who sent it, when and about what."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from hoering.read import MailHead, Reading, mail_head
from hoering.sensitive import RawText

ReadFolder = Callable[[], Reading]
OF_PORTEN = MailHead(
    sender="Værestedet Porten", address="porten@post.example", date="2030-02-01", subject="Høringssvar", mail="svar.eml"
)


def mail(subject: str = "Høringssvar", body: str = "Se vores svar.", sender: str = "Værestedet Porten") -> EmailMessage:
    message = EmailMessage()
    message["From"] = f"{sender} <porten@post.example>"
    message["Date"] = "Fri, 01 Feb 2030 10:11:00 +0100"
    message["Subject"] = subject
    message.set_content(body)
    return message


def attach(message: EmailMessage, name: str, data: bytes) -> None:
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)


def heads(tmp_path: Path, read_folder: ReadFolder, message: EmailMessage) -> dict[str, MailHead | None]:
    (tmp_path / "svar.eml").write_bytes(message.as_bytes())
    return {document.document: mail_head(document.raw) for document in read_folder().items}


def test_an_attachment_inherits_sender_date_and_subject(tmp_path: Path, read_folder: ReadFolder) -> None:
    message = mail()
    attach(message, "brev.txt", b"Vi vil have ro.")
    found = heads(tmp_path, read_folder, message)
    assert found["svar.eml/brev.txt"] == OF_PORTEN
    own = found["svar.eml"]
    assert own is not None
    assert (own.sender, own.mail) == ("Værestedet Porten", "")


def test_a_mail_with_nothing_but_an_attachment_passes_its_head_on(tmp_path: Path, read_folder: ReadFolder) -> None:
    message = mail(body=" ")
    attach(message, "brev.txt", b"Vi vil have ro.")
    assert heads(tmp_path, read_folder, message) == {"svar.eml/brev.txt": OF_PORTEN}


def test_what_lies_in_a_zip_file_in_a_mail_inherits_too(tmp_path: Path, read_folder: ReadFolder) -> None:
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as archive:
        archive.writestr("brev.txt", "Vi vil have ro.")
    message = mail()
    attach(message, "bilag.zip", buffer.getvalue())
    assert heads(tmp_path, read_folder, message)["svar.eml/bilag.zip/brev.txt"] == OF_PORTEN


def test_an_attached_mail_is_its_own_and_its_attachments_are_its(tmp_path: Path, read_folder: ReadFolder) -> None:
    inner = mail(subject="Indefra", sender="Broen")
    attach(inner, "brev.txt", b"Vi vil have ro.")
    message = mail()
    message.add_attachment(inner, filename="indre.eml")
    found = heads(tmp_path, read_folder, message)
    told = {name: (head.sender, head.subject, head.mail) for name, head in found.items() if head is not None}
    assert told["svar.eml/indre.eml"] == ("Broen", "Indefra", "")
    assert told["svar.eml/indre.eml/brev.txt"] == ("Broen", "Indefra", "svar.eml/indre.eml")


def test_a_file_of_its_own_has_no_mail(tmp_path: Path, read_folder: ReadFolder) -> None:
    (tmp_path / "brev.txt").write_text("Vi vil have ro.", encoding="utf-8")
    assert [mail_head(document.raw) for document in read_folder().items] == [None]


@pytest.mark.parametrize(
    ("written", "sender", "address"),
    [
        ("porten@post.example", "porten@post.example", "porten@post.example"),
        ('"Krog, Ida" <ida@post.example>', "Krog, Ida", "ida@post.example"),
        ("", "", ""),
    ],
)
def test_the_sender_is_a_name_or_else_an_address(written: str, sender: str, address: str) -> None:
    head = mail_head(RawText(text="", metadata={"from": written, "subject": "Svar"}))
    assert head is not None
    assert (head.sender, head.address, head.date) == (sender, address, "")
