"""What a document says it is about: the subject line of a mail or letter, or the heading of a piece."""

from __future__ import annotations

import re
from itertools import islice

from hoering.clean.lines import lines_of, reads_as_clause
from hoering.identify.dates import first_date
from hoering.identify.guess import Guess
from hoering.sensitive import RawDocument

_SUBJECT = re.compile(
    r"^(?:Emne|Vedr(?:ørende)?\.?|Ang(?:ående)?\.?|Subject)[ \t]*:?[ \t]+([^\r\n]{4,160})", re.MULTILINE
)
_OWN_NAME = re.compile(
    r"^((?:(?:Klage og )?Høringssvar|Svar på høring|Bemærkninger|Indspil|Input|Kommentarer)[,:]?"
    r" (?:til|vedr|om|over|på|ang|fra|[–-])[^\r\n]{4,160}"
    r"|(?-i:[A-ZÆØÅ])[^\r\n.]{2,50}s (?:høringssvar|bemærkninger|kommentarer|svar på høring)\b[^\r\n.]{0,80}$)",
    re.MULTILINE | re.IGNORECASE,
)
_REPLY = re.compile(r"^(?:(?:re|sv|vs|fw|fwd|fvs?):\s*)+", re.IGNORECASE)
_TOP = 2000
_HEADING_LINES = 8
# Lines at the top that are no title: kind of document, sender, number, date, place of publication, byline.
_NO_TITLE = re.compile(
    r"(?:NOTAT|Notat|DEBAT|Debat|LEDER|Leder|KRONIK|LÆSERBREV|Læserbrev|J\.? ?nr|Sags?(?:nr|id|\. nr)|Dato|Til |Af "
    r"|AF |Del |Læs |Debatindlæg|Foto|Tekst|Publiceret|Offentliggjort)|.*(?:[Kk]ommune|Avis|Tidende|Dagblad|Folkeblad)"
    r"(?: \d.*|, [A-ZÆØÅ].*| · .*)?$|.*\b(?:mener)$"
)
_LABELLED = re.compile(r"^Punkt \d+\w?[:.] (?=\S)")
_HEADING = (12, 110)


def guess_subject(document: RawDocument, kind: str) -> Guess:
    """Subject of a document in its own words; empty where it has none."""
    if given := document.raw.metadata.get("subject", ""):
        return Guess(_REPLY.sub("", given), 0.95, "mailhoved")
    top = document.text[:_TOP]
    for regex, score, why in ((_SUBJECT, 0.9, "emnelinje"), (_OWN_NAME, 0.8, "overskrift")):
        if found := regex.search(top):
            return Guess(_REPLY.sub("", found[1].strip()), score, why)
    if kind in {"nyhed", "debat", "notat", "politik"} and (heading := _heading(document)):
        return Guess(heading, 0.5, "første overskrift")
    return Guess("")


def _heading(document: RawDocument) -> str:
    """The first line near the top that looks like a heading."""
    marked = [document.text[m.start : m.end] for m in document.raw.marks if m.kind == "heading"]
    lines = marked or [line.text for line in islice(lines_of(document.text), _HEADING_LINES)]
    for line in lines:
        bare = _LABELLED.sub("", " ".join(line.strip("#* ").split()))
        if _HEADING[0] <= len(bare) <= _HEADING[1] and not bare.endswith((".", ":", ",")) and _is_title(bare):
            return bare
    return ""


def _is_title(line: str) -> bool:
    return (
        line[0].isupper()
        and not _NO_TITLE.match(line)
        and not first_date(line)
        and (" " in line or reads_as_clause(line))
    )
