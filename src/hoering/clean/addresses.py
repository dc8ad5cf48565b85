"""Blocks of addresses: streets, phones with one letter, opening hours, also where they cut a sentence in two.

A letterhead that stands in the middle of a page comes out of a PDF line by line between two halves of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoering.clean.lines import Line, ends_sentence, lines_of, reads_as_clause
from hoering.edits import Edit
from hoering.sensitive import RawDocument

_STREET = re.compile(
    r"(?:[A-ZÆØÅ][\w.'-]* ){0,3}[A-ZÆØÅ]?[\w.'-]*"
    r"(?:vej|gade|allé|alle|plads(?:en)?|stræde|torv(?:et)?|vænge(?:t)?|boulevard|parken|have(?:n)?|bakke(?:n)?|bro|brogade"
    r"|toft(?:en)?|mark(?:en)?|kaj(?:en)?|dal(?:en)?|høj(?:en)?|sti(?:en)?) \d{1,3} ?[A-Za-z]?"
    r"(?:, ?(?:\d{1,2}\.?|st\.?|kld\.?)(?: ?(?:sal|t[vh]\.?|mf\.?))?)?(?:, ?\d{4} [A-ZÆØÅ][\w ]+)?,?"
)
_PHONE = re.compile(r"(?:[TMFDE]|Tlf|Tel|Fax|Mob|Direkte)[.:]{0,2} ?(?:\+45 ?)?\d{2} ?\d{2} ?\d{2} ?\d{2}")
_POSTCODE = re.compile(r"(?:DK-?)?(?!20[1-9]\d)\d{4} [A-ZÆØÅ][a-zæøå]+(?: [A-ZÆØÅ]{1,2})?")
_MAIL = re.compile(r"(?:[EM]|E-?mail|Mail)?[.:]{0,2} ?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", re.IGNORECASE)
_WEB = re.compile(r"(?:(?:W|Web|Hjemmeside)[.:]{0,2} ?)?(?:https?://|www\.)\S{3,100}", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:CVR|EAN|P|SE)[-. ]*(?:nr|nummer)?[.:]* ?[\d ]{8,20}|(?:J|Sags|Dok)\.? ?nr[.:]* ?[\w./-]{3,40}", re.I
)
_DAY = r"(?:man|tirs|ons|tors|fre|lør|søn)(?:dag)?"
_HOURS = re.compile(
    rf"(?:åbningstid(?:er)?|telefontid)?:? ?{_DAY}(?: ?(?:-|–|til|og|,) ?{_DAY})*:? ?(?:kl\.? ?)?"
    r"\d{1,2}(?:[.:]\d{2})? ?(?:-|–|til) ?\d{1,2}(?:[.:]\d{2})?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:Adresse|Postadresse|Besøgsadresse|Kontakt|Telefon|Åbningstider?|Telefontid(?:er)?|E-?mail):?")
_SURE = (_STREET, _PHONE, _POSTCODE, _MAIL, _WEB, _NUMBER, _HOURS)
# Two lines are a block; a single one may be an example in a sentence broken over lines.
_FEWEST = 2
_LONGEST = 120
_LONGEST_NAME = 60

_HIDDEN_MAIL = re.compile(r"\[\s?email[\s\xa0]protected\s?\]", re.IGNORECASE)
_BEFORE_MAIL = re.compile(r"(?:E-?mail|Mail|Kontakt(?: os)?(?: på)?|Skriv til|Send til)?[: ]*\W*", re.IGNORECASE)


def address_blocks(document: RawDocument) -> Iterator[Edit]:
    """Lines of an address, two or more on each other, with labels among them and a name right above."""
    lines = list(lines_of(document.text))
    sure = [len(line.text) <= _LONGEST and any(regex.fullmatch(line.text) for regex in _SURE) for line in lines]
    position = 0
    while position < len(lines):
        end = position
        while end < len(lines) and (sure[end] or _LABEL.fullmatch(lines[end].text)):
            end += 1
        if sum(sure[position:end]) >= _FEWEST:
            first = position - 1 if position and _is_name(lines, position - 1) else position
            for line in lines[first:end]:
                yield Edit(start=line.start, end=line.end, reason="kontaktoplysning")
        position = max(end, position + 1)


def _is_name(lines: list[Line], position: int) -> bool:
    """Whether the line above an address is whose it is: capital letters but for small words, and below half a sentence.

    Below a blank line or a full stop it may be a heading, which stays.
    """
    text = lines[position].text
    words = re.findall(r"[^\W\d_]+", text)
    capital = sum(word[0].isupper() for word in words)
    above = lines[position - 1].text if position else ""
    cut = bool(above) and not ends_sentence(above) and reads_as_clause(above)
    return cut and len(text) <= _LONGEST_NAME and capital * 2 > len(words) and not reads_as_clause(text)


def hidden_mails(document: RawDocument) -> Iterator[Edit]:
    """``[email protected]``, that web sites put in place of an address; with its label where the line holds no more."""
    for line in lines_of(document.text):
        for match in _HIDDEN_MAIL.finditer(line.text):
            alone = _BEFORE_MAIL.fullmatch(line.text[: match.start()]) and not any(
                c.isalnum() for c in line.text[match.end() :]
            )
            start = line.start if alone else line.start + match.start()
            yield Edit(start=start, end=line.end if alone else line.start + match.end(), reason="kontaktoplysning")
