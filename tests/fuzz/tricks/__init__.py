"""Files made to do harm: bombs, endless nesting, entities, links to other places, odd names. Each is small to store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.fuzz.tricks.archives import archives
from tests.fuzz.tricks.entities import entities
from tests.fuzz.tricks.mails import mails, outlooks
from tests.fuzz.tricks.pages import pages
from tests.fuzz.tricks.pdfs import pdfs
from tests.fuzz.tricks.rich_texts import rich_texts
from tests.fuzz.tricks.tables import tables
from tests.fuzz.tricks.texts import pictures, subtitles, texts, wrong_endings


def tricks(link: str, secret: Path) -> Iterator[tuple[str, bytes]]:
    """Names and contents; ``link`` is an address nothing may be fetched from, ``secret`` a file not to be read."""
    made = (
        *archives(), *entities(link, secret), *pages(link, secret), *mails(link), *tables(), *rich_texts(link),
        *pdfs(link), *outlooks(), *subtitles(), *texts(), *pictures(), *wrong_endings(),
    )  # fmt: skip
    for number, (name, data) in enumerate(made):
        yield f"{number:03} {name}", data


def odd_names() -> Iterator[tuple[str, bytes]]:
    """Sound text under names that are hard on programs."""
    text = "Vi ønsker flere pladser i jobcentret.".encode()
    for name in (
        "ny\nlinje.txt", "-rf.txt", "emoji \U0001f600.txt", "æøå" * 40 + ".txt", "slut .txt", "..txt", "a.txt.exe",
        "omvendt \u202etxt.exe.txt", "CON.txt", "tab\t.txt", "$(touch x).txt", "'; drop table.txt", "e\u0301.txt",
        "nul\u2400.txt", "{0}.txt", "[Borger 1].txt", "<script>.txt", "%2e%2e.txt", "a.TXT ", ".txt",
    ):  # fmt: skip
        yield name, text
