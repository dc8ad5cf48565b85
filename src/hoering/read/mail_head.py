"""Who sent a mail, when and about what; an attachment has that from the mail it lay in."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import parseaddr

from hoering.sensitive import RawText

# Before the keys of metadata that an attachment inherits from its mail ("mail:from").
OF_MAIL = "mail:"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailHead:
    """The head of a mail: ``sender`` is the name (the address where there is none), ``date`` is ISO without the time.

    ``mail`` is the document of the mail where the text is an attachment of it, and empty for the mail itself.
    """

    sender: str
    address: str
    date: str
    subject: str
    mail: str = ""


def mail_head(raw: RawText) -> MailHead | None:
    """The head of the mail a text is or was attached to; None where there is none."""
    own = "from" in raw.metadata or "subject" in raw.metadata
    prefix = "" if own else OF_MAIL
    said = {key: raw.metadata.get(f"{prefix}{key}", "") for key in ("from", "date", "subject", "document")}
    if not any(said.values()):
        return None
    name, address = parseaddr(said["from"])
    return MailHead(
        sender=name.strip() or address or said["from"],
        address=address,
        date=said["date"][:10],
        subject=said["subject"],
        mail="" if own else said["document"],
    )
