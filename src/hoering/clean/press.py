"""What a newspaper or its site adds to an article: date stamp, dateline, byline, caption, share and comment lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hoering.clean.lines import lines_of, reads_as_clause
from hoering.edits import Edit
from hoering.sensitive import RawDocument

_NAME = r"[A-ZÆØÅ][\w.'-]+(?: (?:(?!og )[a-z]{2,3} )?[A-ZÆØÅ][\w.'-]+)+"
_PHOTO = r"(?:[Aa]rkivf|[Pp]rivatf|[Pp]ressef|[Gg]enref|F)oto(?:graf|s)?"
_MONTH = "(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"

_DATE_STAMP = re.compile(r"\A\s*date \d{4}-\d{2}(?:-\d{2})?\b\s*")
_DATELINE = re.compile(r"(?:\A|(?<=\n))(?:\s*)([A-ZÆØÅ]{3,}(?: [A-ZÆØÅ]{2,}){0,2}[.:])(?= [A-ZÆØÅ”»–\"])")
_BYLINE = re.compile(
    rf"(?:(?:[Tt]ekst|[Tt]ekst og foto|[Aa]f journalist|Af [a-zæøå]+redaktør)[: ]+|Af ){_NAME}"
    rf"(?:(?:, | og ){_NAME})*(?: ?\(\w{{1,3}}\))?(?:[,–-].{{0,100}})?"
)
_CAPTION = re.compile(rf"(?:^|(?<=[.!?”»\s])){_PHOTO}(?:: ?[^.\n]{{0,60}}(?:/[^.\n]{{0,30}})?\.?)?$")
_INLINE_CAPTION = re.compile(rf"(?<=[\w.!?”»)] ){_PHOTO}: ?[^\n.]{{1,60}}\.?\s*$")
_PUBLISHED = re.compile(
    r"(?:Publiceret|Opdateret|Sidst opdateret|Udgivet|Offentliggjort)(?::|\b)\s?(?:d(?:en|\.) ?)?"
    r"(?:\d{1,2}[./-]|\d{4}-|i (?:dag|går)\b|for \d+ \w+ siden|(?:man|tirs|ons|tors|fre|lør|søn)dag).{0,50}"
    rf"|\d{{1,2}}\. {_MONTH} \d{{4}}(?:,? kl\.? ?\d{{1,2}}[.:]\d{{2}})?"
    r"|.{0,40}Læsetid:.{0,20}"
)
_GENRE = re.compile(r"LÆSERBREV(?:E)?|KLUMME|DEBAT(?:INDLÆG)?|KRONIK|LEDER|Læserbrev|Debat(?:indlæg)?", re.UNICODE)
_SITE = re.compile(
    r"Share\.?|Tweet|Print|Udskriv|Del|Del (?:artikel|artiklen|på [A-ZÆØÅ].{1,20}|med en ven)"
    r"|Kopi[eé]r link|Send(?: til en ven)?"
    r"|Læs op|Til toppen|Spring til indhold|Gå til hovedindhold(?:et)?|Hop til indhold|Annonce|Luk|Menu|Søg"
    r"|Log ind(?: for at .{0,40})?"
    r"|Der er lukket for kommentarer\.?|\d+ kommentar(?:er)?|Kommentarer(?: \(\d+\))?|Skriv (?:en )?kommentar\b.{0,40}"
    r"|Læs (?:også|mere)(?::.{0,150})?|Artiklen fortsætter.{0,40}|Kontakt redaktionen.{0,80}"
    r"|Følg (?:os|debatten)(?: her\b.{0,40}| på [A-ZÆØÅ].{0,60})?"
    r"|Dette indlæg er alene udtryk for.{0,200}|© ?.{0,80}|Kommentaren er fjernet.{0,80}|Indlæser.{0,20}"
)
_COUNTER_LINES = 5


def date_stamp(document: RawDocument) -> Iterator[Edit]:
    """The scraper's ``date 2026-03`` before the text."""
    if match := _DATE_STAMP.match(document.text):
        yield Edit(start=match.start(), end=match.end(), reason="datostempel")


def dateline(document: RawDocument) -> Iterator[Edit]:
    """A place in capitals that opens the article: ``RAVNSØ.`` (only the first, only near the top).

    That it is a place and not a cry (``NEJ.``) shows when the text names it again inside a sentence.
    """
    stamp = _DATE_STAMP.match(document.text)
    begin = stamp.end() if stamp else 0
    match = _DATELINE.search(document.text, 0, begin + 1500)
    head = re.compile(r"\s*([A-ZÆØÅ]{3,}[.:])(?= [A-ZÆØÅ])").match(document.text, begin)
    found = head or match
    if found and re.search(rf"[a-zæøå,] {re.escape(found[1][:-1].title())}(?:s\b|\b)", document.text):
        yield Edit(start=found.start(1), end=found.end(1), reason="stedlinje")


def byline(document: RawDocument) -> Iterator[Edit]:
    """``Af N.N.`` with or without a role, on a line of its own."""
    for line in lines_of(document.text):
        if len(line.text) > 140 or line.text.endswith((".", "?", "!")) or reads_as_clause(line.text):
            continue
        if _BYLINE.fullmatch(line.text):
            yield Edit(start=line.start, end=line.end, reason="byline")


def caption(document: RawDocument) -> Iterator[Edit]:
    """``Foto: …`` as a line or at the end of one."""
    for line in lines_of(document.text):
        match = _CAPTION.fullmatch(line.text) or _INLINE_CAPTION.search(line.text)
        if match:
            yield Edit(start=line.start + match.start(), end=line.end, reason="billedtekst")


def published(document: RawDocument) -> Iterator[Edit]:
    """``Publiceret 3. marts …`` and other lines that only date the text."""
    for line in lines_of(document.text):
        if _PUBLISHED.fullmatch(line.text):
            yield Edit(start=line.start, end=line.end, reason="datolinje")


def genre(document: RawDocument) -> Iterator[Edit]:
    """The newspaper's genre label: ``LÆSERBREV`` on a line, or ``debat`` before the first sentence."""
    own_lines = {(line.start, line.end) for line in lines_of(document.text) if _GENRE.fullmatch(line.text)}
    for start, end in own_lines:
        yield Edit(start=start, end=end, reason="genremærke")
    if match := re.search(r"(?:\A|\n)\s*(debat|læserbrev|kronik) (?=[A-ZÆØÅ])", document.text[:2000]):
        yield Edit(start=match.start(1), end=match.end(), reason="genremærke")
    stamp = _DATE_STAMP.match(document.text)
    match = re.compile(r"LÆSERBREV\b").match(document.text, stamp.end() if stamp else 0)
    if match and match.span() not in own_lines:
        yield Edit(start=match.start(), end=match.end(), reason="genremærke")


def site_lines(document: RawDocument) -> Iterator[Edit]:
    """Share buttons, comment notices, links to other articles; in saved web text also a counter under the title."""
    web_text = document.format in {"txt", "html", "htm"}
    for position, line in enumerate(lines_of(document.text)):
        counter = web_text and position < _COUNTER_LINES and re.fullmatch(r"\d{1,3}", line.text)
        if counter or _SITE.fullmatch(line.text):
            yield Edit(start=line.start, end=line.end, reason="deling og kommentarer")


def navigation(document: RawDocument) -> Iterator[Edit]:
    """What the HTML reader marked as not belonging to the article."""
    end = 0
    for mark in sorted(document.raw.marks, key=lambda m: (m.start, -m.end)):
        if mark.kind == "navigation" and mark.end > end:
            yield Edit(start=max(mark.start, end), end=mark.end, reason="navigation")
            end = mark.end
