"""Mails (.eml): head and body as one text, and every attachment and attached mail as a document of its own."""

from __future__ import annotations

import email
import mimetypes
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage, Message
from typing import Any, cast

from hoering.errors import ReadError
from hoering.read.mail_marks import mail_marks
from hoering.read.parts import Part, Unpacked, refused
from hoering.read.plain import decode
from hoering.read.web import read_html
from hoering.sensitive import Mark, RawText

_BROKEN = "Mailen er beskadiget og kan ikke åbnes."
_HEADERS = ("from", "to", "subject", "date", "received", "message-id", "mime-version")

_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december",
)  # fmt: skip

# The parser of headers takes minutes for one of 100,000 addresses; 10,000 characters are some 200 of them.
_LONGEST_HEADER = 10_000


class _Headers(HeaderRegistry):
    """Headers as the standard library has them, but none longer than can be parsed in good time."""

    def __call__(self, name: str, value: Any) -> Any:
        return super().__call__(name, value[:_LONGEST_HEADER] if isinstance(value, str) else value)


_POLICY = policy.default.clone(header_factory=_Headers())

# Pictures with a content id stand in the body; smaller ones are logos, larger ones may be a photographed letter.
_LOGO_BYTES = 30_000


def read_mail(data: bytes) -> Unpacked:
    """Read a .eml file.

    Raises:
        ReadError: broken, or no mail.
    """
    try:
        message = email.message_from_bytes(data, policy=_POLICY)
        if not any(name in message for name in _HEADERS):
            raise ReadError("Filen hedder .eml, men er ikke en mail.")
        return unpack_mail(message)
    except ReadError:
        raise
    except Exception as error:  # the header parser lets its own slips on odd headers through
        raise ReadError(_BROKEN) from error


def unpack_mail(message: EmailMessage) -> Unpacked:
    """The text of a mail, its sender, date and subject as metadata, and its attachments; nothing is fetched."""
    leaves = list(_leaves(message))
    body = _body_part(leaves)
    parts = [_part(leaf, number) for number, leaf in enumerate(_attachments(leaves, body), 1)]
    text, marks = _body(body) if body is not None else ("", ())
    raw = _raw(message, text, marks) if text.strip() else None
    return Unpacked(raw=raw, parts=tuple(parts), metadata=_metadata(message))


def _leaves(message: Message, within: str = "") -> Iterator[tuple[EmailMessage, str]]:
    """Parts that hold content, each with the kind of multipart it stands in; attached mails are not opened."""
    if message.get_content_maintype() == "multipart" and message.is_multipart():
        for child in message.iter_parts() if isinstance(message, EmailMessage) else ():
            yield from _leaves(child, message.get_content_subtype())
    else:
        yield cast(EmailMessage, message), within


def _body_part(leaves: list[tuple[EmailMessage, str]]) -> EmailMessage | None:
    """The plain text, or else the HTML."""
    for kind in ("text/plain", "text/html"):
        for leaf, _ in leaves:
            if leaf.get_content_type() == kind and not leaf.is_attachment() and _text(leaf).strip():
                return leaf
    return None


def _attachments(leaves: list[tuple[EmailMessage, str]], body: EmailMessage | None) -> Iterator[EmailMessage]:
    for leaf, within in leaves:
        is_text = leaf.get_content_maintype() == "text" and not leaf.get_filename()
        same_in_other_form = within == "alternative" and is_text
        if leaf is not body and not same_in_other_form and not (is_text and not _text(leaf).strip()):
            yield leaf


def _text(leaf: EmailMessage) -> str:
    data = _bytes(leaf)
    charset = leaf.get_content_charset("us-ascii")
    if charset not in {"us-ascii", "iso-8859-1"}:
        try:
            return data.decode(charset)
        except (LookupError, UnicodeError):
            pass
    try:
        return decode(data)
    except ReadError:
        return data.decode("utf-8", errors="replace")


def _bytes(leaf: EmailMessage) -> bytes:
    payload = leaf.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _body(body: EmailMessage) -> tuple[str, tuple[Mark, ...]]:
    text = _text(body)
    if body.get_content_type() == "text/plain":
        return text.replace("\r\n", "\n"), ()
    page = read_html(text)
    return page.text, page.marks


def _raw(message: EmailMessage, body: str, marks: tuple[Mark, ...]) -> RawText:
    metadata = _metadata(message)
    labels = {"from": "Fra", "date": "Dato", "to": "Til", "subject": "Emne"}
    shown = {**metadata, "date": _shown_date(metadata.get("date", ""))}
    head = "".join(f"{label}: {shown[key]}\n" for key, label in labels.items() if shown.get(key)) + "\n"
    own = [*marks, *mail_marks(body, metadata.get("subject", ""))]
    placed = tuple(replace(m, start=m.start + len(head), end=m.end + len(head)) for m in own)
    return RawText(text=head + body, marks=placed, metadata=metadata)


def _metadata(message: EmailMessage) -> dict[str, str]:
    found = {key: " ".join(str(message.get(key, "")).split()) for key in ("from", "to", "subject")}
    sent = getattr(message["date"], "datetime", None)
    if sent is not None:
        found["date"] = sent.isoformat(timespec="minutes")
    return {key: value for key, value in found.items() if value}


def _shown_date(iso: str) -> str:
    """``15. april 2026 kl. 10.11``: the form that the search for a document's date trusts most."""
    if not iso:
        return ""
    return f"{int(iso[8:10])}. {_MONTHS[int(iso[5:7]) - 1]} {iso[:4]} kl. {iso[11:13]}.{iso[14:16]}"


def _part(leaf: EmailMessage, number: int) -> Part:
    name = leaf.get_filename() or ""
    if leaf.get_content_type() == "message/rfc822":
        return _attached_mail(leaf, name, number)
    data = _bytes(leaf)
    if not name:
        name = f"bilag {number}{mimetypes.guess_extension(leaf.get_content_type()) or ''}"
    return Part(name=name, size=len(data), load=lambda: data, excluded=_why_excluded(leaf, data))


def _why_excluded(leaf: EmailMessage, data: bytes) -> str:
    if leaf.get_content_type() in {"application/pkcs7-signature", "application/x-pkcs7-signature"}:
        return "Mailens digitale underskrift, ikke et bilag."
    in_body = leaf.get_content_maintype() == "image" and leaf.get("content-id") is not None
    return "Billede i mailens tekst (logo), ikke et bilag." if in_body and len(data) < _LOGO_BYTES else ""


def _attached_mail(leaf: EmailMessage, name: str, number: int) -> Part:
    payload = leaf.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload else None
    name = name or f"vedhæftet mail {number}.eml"
    name = name if name.lower().endswith(".eml") else f"{name}.eml"
    if not isinstance(inner, Message):
        return Part(name=name, size=0, load=refused(_BROKEN))
    try:
        data = inner.as_bytes()
    except Exception:  # a mail that was read leniently cannot always be written
        return Part(name=name, size=0, load=refused(_BROKEN))
    return Part(name=name, size=len(data), load=lambda: data)
