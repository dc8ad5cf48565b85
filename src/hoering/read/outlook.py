"""Mails saved by Outlook (.msg): turned into the same message a .eml file holds, and read as that."""

from __future__ import annotations

import datetime
from email import policy
from email.message import EmailMessage
from typing import Any

import oxmsg
from oxmsg.domain import constants
from oxmsg.properties import Properties
from oxmsg.storage import Storage

from hoering.errors import ReadError
from hoering.read.mail import unpack_mail
from hoering.read.parts import MAX_DEPTH, Part, Unpacked, refused

_BROKEN = "Mailen er beskadiget og kan ikke åbnes."

# Property ids and the size of a property head as in [MS-OXMSG] 2.4 and [MS-OXPROPS]; python-oxmsg knows the rest.
_EMBEDDED_HEAD = 24
_EMBEDDED_MESSAGE = "__substg1.0_3701000D"
_DISPLAY_TO = 0x0E04
_SHORT_FILE_NAME = 0x3704
_DISPLAY_NAME = 0x3001
_CONTENT_ID = 0x3712
_COMPRESSED_RTF = 0x1009


def read_outlook(data: bytes) -> Unpacked:
    """Read a .msg file.

    Raises:
        ReadError: broken, or no mail saved by Outlook.
    """
    try:
        message = oxmsg.Message.load(data)
        mail = _mail(message, depth=0)
        unpacked = unpack_mail(mail)
        only_rtf = unpacked.raw is None and message.properties.binary_prop_value(_COMPRESSED_RTF)
    except Exception as error:  # struct.error, KeyError, OSError, RecursionError: olefile checks little
        raise ReadError(_BROKEN) from error
    if not only_rtf:
        return unpacked
    lost = Part(name="mailtekst.rtf", size=0, load=refused("Mailens tekst er gemt som RTF. Gem mailen som .eml."))
    return Unpacked(parts=(lost, *unpacked.parts), metadata=unpacked.metadata)


def _mail(message: oxmsg.Message, depth: int) -> EmailMessage:
    mail = EmailMessage(policy=policy.default)
    for name, value in _head(message).items():
        if value:
            mail[name] = " ".join(value.split())
    if message.body and message.body.strip():
        mail.set_content(message.body.replace("\r\n", "\n"))
    elif html := _html(message):
        mail.set_content(html, subtype="html")
    for number, attachment in enumerate(message.attachments, 1):
        _attach(mail, attachment, number, depth)
    if mail.is_multipart():
        # A fixed one, so that an attached mail has the same hash in every run; "=_" is in no encoded text.
        mail.set_boundary(f"=_hoering_{depth}")
    return mail


def _head(message: oxmsg.Message) -> dict[str, str]:
    sent = message.sent_date
    sent = sent.replace(tzinfo=sent.tzinfo or datetime.UTC) if sent else None
    return {
        "From": message.sender or "",
        "To": message.properties.str_prop_value(_DISPLAY_TO) or "",
        "Subject": message.subject,
        "Date": sent.strftime("%a, %d %b %Y %H:%M:%S %z") if sent else "",
    }


def _html(message: oxmsg.Message) -> str:
    data = message.properties.binary_prop_value(constants.PID_HTML)
    if data is None:
        return message.html_body or ""
    try:
        return data.decode(message.properties.body_encoding)
    except (LookupError, UnicodeError):
        return data.decode("utf-8", errors="replace")


def _attach(mail: EmailMessage, attachment: Any, number: int, depth: int) -> None:
    properties = attachment.properties
    name = attachment.file_name or properties.str_prop_value(_SHORT_FILE_NAME) or ""
    name = name or properties.str_prop_value(_DISPLAY_NAME) or f"bilag {number}"
    inner = next((s for s in attachment._storage.storages if s.name == _EMBEDDED_MESSAGE), None)
    if inner is not None and depth < MAX_DEPTH:
        mail.add_attachment(_mail(_embedded(inner), depth + 1), filename=f"{name}.eml")
        return
    maintype, _, subtype = (attachment.mime_type or "").partition("/")
    if not subtype or maintype in {"multipart", "message", "text"}:
        maintype, subtype = "application", "octet-stream"
    cid = properties.str_prop_value(_CONTENT_ID)
    mail.add_attachment(
        attachment.file_bytes or b"", maintype=maintype, subtype=subtype, filename=" ".join(name.split()),
        cid=f"<{cid}>" if cid else None,
    )  # fmt: skip


def _embedded(storage: Storage) -> oxmsg.Message:
    """A mail within a mail: the same storage as a mail of its own, but with a shorter head before its properties."""
    message = oxmsg.Message(storage)
    message.__dict__["_properties"] = Properties(storage, properties_header_offset=_EMBEDDED_HEAD)
    return message
