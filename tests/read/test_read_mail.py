from __future__ import annotations

import email.policy
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from hoering.clean import clean
from hoering.edits import View
from hoering.identify import guess_date
from hoering.read import Reading
from hoering.read.folder import UNPACKED
from hoering.sensitive import RawDocument

ReadFolder = Callable[[], Reading]
ReadMail = Callable[[EmailMessage | bytes], Reading]

HEAD = (
    "Fra: Ida Holm <ida@eksempel.dk>\nDato: 15. april 2026 kl. 10.11\nTil: hoering@eksempel.dk\nEmne: Høring om job\n\n"
)


def mail(body: str = "", **headers: str) -> EmailMessage:
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"] = headers.get("sender", "Ida Holm <ida@eksempel.dk>")
    message["To"] = "hoering@eksempel.dk"
    message["Subject"] = headers.get("subject", "Høring om job")
    message["Date"] = "Wed, 15 Apr 2026 10:11:00 +0200"
    if body:
        message.set_content(body)
    return message


@pytest.fixture
def read_mail(tmp_path: Path, read_folder: ReadFolder) -> ReadMail:
    def read(message: EmailMessage | bytes) -> Reading:
        data = message if isinstance(message, bytes) else message.as_bytes()
        (tmp_path / "svar.eml").write_bytes(data)
        reading = read_folder()
        assert [path.name for path in tmp_path.iterdir()] == ["svar.eml"]
        return reading

    return read


def texts(reading: Reading) -> dict[str, str]:
    return {d.document: d.text for d in reading.items}


def problems(reading: Reading) -> dict[str, str]:
    return {p.item: p.reason for p in reading.problems}


def marked(document: RawDocument) -> list[tuple[str, str]]:
    return [(m.kind, document.text[m.start : m.end].strip()) for m in document.raw.marks]


def readable(document: RawDocument) -> str:
    return " ".join(View.of(document.text, clean(document)).text.split())


def test_head_and_body_are_the_text_and_the_head_is_metadata(read_mail: ReadMail) -> None:
    (document,) = read_mail(mail("Vi ønsker flere kurser.\n")).items
    assert document.text == HEAD + "Vi ønsker flere kurser.\n"
    assert (document.document, document.format) == ("svar.eml", "eml")
    assert document.raw.metadata == {
        "from": "Ida Holm <ida@eksempel.dk>",
        "to": "hoering@eksempel.dk",
        "subject": "Høring om job",
        "date": "2026-04-15T10:11+02:00",
    }
    assert guess_date(document).value == "2026-04-15"
    assert readable(document) == "Vi ønsker flere kurser."


def test_the_plain_text_is_preferred_and_its_html_twin_is_no_document(read_mail: ReadMail) -> None:
    message = mail("Vi ønsker kurser.\n")
    message.add_alternative("<p>Vi ønsker kurser.</p>", subtype="html")
    assert texts(read_mail(message)) == {"svar.eml": HEAD + "Vi ønsker kurser.\n"}


def test_html_goes_through_the_web_reader_and_fetches_nothing(read_mail: ReadMail) -> None:
    message = mail()
    message.set_content(
        "<html><body><h1>Svar</h1><p>Vi ønsker kurser.<img src='http://eksempel.dk/p.gif'></p></body></html>",
        subtype="html",
    )
    (document,) = read_mail(message).items
    assert document.text == HEAD + "Svar\nVi ønsker kurser.\n"
    assert marked(document) == [("heading", "Svar")]


@pytest.mark.parametrize(
    "quoted",
    [
        "Den 14. april 2026 kl. 09.00 skrev Per <per@eksempel.dk>:\n> Hvad synes I?\n> Mvh Per",
        "Den tirsdag den 14. april 2026 kl. 09.00 skrev Per Lund <\nper@eksempel.dk>:\n\nHvad synes I?",
        "-----Oprindelig meddelelse-----\nFra: Per\nSendt: 14. april\nTil: Ida\nEmne: Høring\n\nHvad synes I?",
        "Fra: Per <per@eksempel.dk>\nSendt: 14. april 2026 09:00\nTil: Ida\nEmne: Høring\n\nHvad synes I?",
        "Fra: Per <per@eksempel.dk>\n\nSendt: 14. april 2026 09:00\n\nTil: Ida\n\nEmne: Høring\n\nHvad synes I?",
        "On Tue, Apr 14, 2026 at 9:00 AM Per <per@eksempel.dk> wrote:\n\nHvad synes I?",
        "________________________________\nFra: Per\nDato: 14. april\nTil: Ida\n\nHvad synes I?",
    ],
)
def test_the_mail_it_answers_is_kept_and_marked_and_cleaned_away(read_mail: ReadMail, quoted: str) -> None:
    (document,) = read_mail(mail(f"Vi ønsker flere kurser i byen.\n\n{quoted}\n", subject="Re: Høring")).items
    assert document.text.endswith(quoted + "\n")
    assert {kind for kind, _ in marked(document)} == {"quoted reply"}
    assert readable(document) == "Vi ønsker flere kurser i byen."
    assert guess_date(document).value == "2026-04-15"
    assert "citeret mail" in {edit.reason for edit in clean(document)}


def test_a_sentence_that_only_looks_like_the_head_of_a_quotation_stays(read_mail: ReadMail) -> None:
    (document,) = read_mail(mail("Den 3. maj skrev vi dette til kommunen:\nVi ønsker flere busser i byen.\n")).items
    assert marked(document) == []


def test_answers_between_the_quoted_lines_stay(read_mail: ReadMail) -> None:
    body = "Den 14. april 2026 skrev Per:\n> Hvad mangler?\nVi mangler kurser.\n> Og ellers?\nVi mangler busser.\n"
    (document,) = read_mail(mail(body)).items
    assert readable(document) == "Vi mangler kurser. Vi mangler busser."


@pytest.mark.parametrize(("subject", "own"), [("VS: Høring", "Se nedenfor.\n\n"), ("Høring", "")])
def test_a_mail_that_is_passed_on_is_no_quotation(read_mail: ReadMail, subject: str, own: str) -> None:
    body = (
        f"{own}Fra: Per <per@eksempel.dk>\nSendt: 14. april 2026\nTil: Ida\nEmne: Høring\n\nVi ønsker flere busser.\n"
    )
    (document,) = read_mail(mail(body, subject=subject)).items
    assert marked(document) == []
    assert "Vi ønsker flere busser." in readable(document)


def test_signature_and_disclaimer_are_marked_and_cleaned_away(read_mail: ReadMail) -> None:
    body = (
        "Vi ønsker flere kurser.\n\n"
        "Denne mail kan indeholde fortrolige oplysninger.\nSlet den, hvis den er sendt forkert."
        "\n\nVi mangler også busser.\n\n-- \nIda Holm\nFagligt Fællesskab\n"
    )
    (document,) = read_mail(mail(body)).items
    assert marked(document) == [
        ("disclaimer", "Denne mail kan indeholde fortrolige oplysninger.\nSlet den, hvis den er sendt forkert."),
        ("signature", "-- \nIda Holm\nFagligt Fællesskab"),
    ]
    assert readable(document) == "Vi ønsker flere kurser. Vi mangler også busser."
    assert {"mailfod", "underskrift"} <= {edit.reason for edit in clean(document)}


def test_attachments_are_documents_of_their_own(read_mail: ReadMail, make_pdf: Callable[..., bytes]) -> None:
    message = mail("Se bilag.\n")
    message.add_attachment(make_pdf("Vores svar"), maintype="application", subtype="pdf", filename="høringssvar.pdf")
    message.add_attachment("Et notat.\n", filename="../notat.txt")
    message.add_attachment(b"MZ", maintype="application", subtype="octet-stream", filename="program.exe")
    reading = read_mail(message)
    assert {name: text.strip() for name, text in texts(reading).items()} == {
        "svar.eml": HEAD + "Se bilag.",
        "svar.eml/høringssvar.pdf": "Vores svar",
        "svar.eml/notat.txt": "Et notat.",
    }
    assert problems(reading)["svar.eml/program.exe"].startswith("Formatet .exe kan ikke læses endnu")


def test_an_attached_mail_is_opened_with_its_own_attachments(read_mail: ReadMail) -> None:
    inner = mail("Indre svar.\n", sender="Per <per@eksempel.dk>")
    inner.add_attachment("Et notat.\n", filename="notat.txt")
    outer = mail("Ydre svar.\n")
    outer.add_attachment(inner)
    names = list(texts(read_mail(outer)))
    assert names[0] == "svar.eml"
    assert len(names) == 3
    assert names[1].endswith(".eml")
    assert names[2] == f"{names[1]}/notat.txt"


def test_mails_in_mails_are_opened_to_a_small_depth(read_mail: ReadMail) -> None:
    message = mail("Nederst.\n")
    for level in range(4):
        outer = mail(f"Lag {level}.\n")
        outer.add_attachment(message)
        message = outer
    reading = read_mail(message)
    assert len(reading.items) == 3
    assert list(problems(reading).values()) == ["Filer pakket i filer åbnes kun i 3 lag."]


def test_logos_and_signatures_are_listed_and_left_out(read_mail: ReadMail) -> None:
    message = mail()
    message.set_content("<p>Vi ønsker kurser.</p><img src='cid:logo'>", subtype="html")
    message.add_related(b"\x89PNG" + bytes(500), "image", "png", cid="<logo>", filename="logo.png")
    message.make_mixed()
    message.add_attachment(b"0", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    reading = read_mail(message)
    assert reading.problems == ()
    assert {m.document: m.excluded for m in reading.members} == {
        "svar.eml/logo.png": "Billede i mailens tekst (logo), ikke et bilag.",
        "svar.eml/smime.p7s": "Mailens digitale underskrift, ikke et bilag.",
    }


def test_a_mail_without_text_is_listed_and_its_attachment_is_read(read_mail: ReadMail) -> None:
    message = mail()
    message.add_attachment("Vores svar.\n", filename="svar.txt")
    reading = read_mail(message)
    assert list(texts(reading)) == ["svar.eml/svar.txt"]
    assert [m.document for m in reading.members if m.excluded == UNPACKED] == ["svar.eml"]


@pytest.mark.parametrize(
    "body", ["Vi ønsker æøå.".encode(), "Vi ønsker æøå.".encode("cp1252")], ids=["utf-8", "Windows-1252"]
)
@pytest.mark.parametrize("charset", ["", "; charset=us-ascii", "; charset=iso-8859-1", "; charset=findes-ikke"])
def test_a_wrong_or_missing_encoding_is_mended(read_mail: ReadMail, charset: str, body: bytes) -> None:
    data = b"From: Ida <ida@eksempel.dk>\r\nContent-Type: text/plain" + charset.encode() + b"\r\n\r\n" + body
    (document,) = read_mail(data).items
    assert document.text.endswith("\nVi ønsker æøå.")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Vi er ingen mail.", "Filen hedder .eml, men er ikke en mail."),
        (b"From: ida@eksempel.dk\r\nSubject: Tom\r\n\r\n", "Filen indeholder ingen tekst."),
    ],
)
def test_what_is_no_mail_or_empty_says_so(read_mail: ReadMail, data: bytes, reason: str) -> None:
    assert problems(read_mail(data)) == {"svar.eml": reason}
