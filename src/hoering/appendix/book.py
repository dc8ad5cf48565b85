"""The appendix as a file: which sheets, in which order, and what the front sheet says."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from hoering.appendix.basis import Basis
from hoering.appendix.codings import claims, codings
from hoering.appendix.draft import STALE, draft, is_of
from hoering.appendix.numbers import numbers
from hoering.appendix.positions import members, positions
from hoering.appendix.senders import senders
from hoering.appendix.topics import topics
from hoering.material import Material
from hoering.report.appendix import LIMITS, versions
from hoering.report.caution import caution
from hoering.report.draw import figures
from hoering.report.opening import Opening
from hoering.report.papers import Papers
from hoering.report.topic_figures import topic_figures
from hoering.spreadsheet import EXCEL, Front, Limits, Sheet, spreadsheet_bytes

APPENDIX = "bilag.xlsx"
_READING = (
    "Filtrér med pilene i øverste række; den og de første kolonner bliver stående, når I ruller.",
    "Numrene i »Henvendelse« er dem, temarapporten bruger.",
    "»Fra tegn« og »Til tegn« siger, hvor citatet står i dokumentets rå tekst, talt i tegn fra begyndelsen.",
    "»Styrke« og »Lighed« går fra 0 til 1 og siger, hvor sikkert programmet er; det er en rangorden.",
    "»Tæller med« er nej for selve udkastet og for interviewerens spørgsmål, som er kodet, men ikke tælles.",
    "Et menneskes kodning står som »Menneske«; hvem det er, står kun i tabellen »decisions«.",
)


def appendix_file(material: Material, limits: Limits = EXCEL, coverage: pd.DataFrame | None = None) -> Papers:
    """The appendix of a run, and a problem for each quotation that could not be found again and is left out.

    The same tables give the same bytes.

    Args:
        material: the tables of the run.
        limits: what the spreadsheet program takes.
        coverage: the table ``coverage``, if a draft has been held against the positions; that of another run is left
            out.
    """
    basis = Basis(material)
    fresh = coverage is not None and is_of(coverage, basis)
    sheets = list(_sheets(basis, coverage if fresh else None))
    notes = (STALE,) if coverage is not None and not fresh else ()
    data = spreadsheet_bytes(_front(basis, notes), sheets, limits)
    return Papers(files={APPENDIX: data}, problems=tuple(dict.fromkeys(basis.checked.problems)))


def _sheets(basis: Basis, coverage: pd.DataFrame | None) -> Iterator[Sheet]:
    yield senders(basis)
    yield positions(basis)
    yield members(basis)
    yield claims(basis)
    yield codings(basis)
    yield from topics(basis)
    if coverage is not None:
        yield draft(coverage, basis)
    yield numbers([*figures(basis.tally), *topic_figures(basis.tally)])


def _front(basis: Basis, notes: tuple[str, ...]) -> Front:
    return Front(
        title="Bilag til temarapporten",
        sections=(
            ("", (*Opening(basis.tally).lines, *notes, caution(basis.material))),
            ("Sådan læses arkene", _READING),
            ("Forbehold", LIMITS),
            ("Versioner", tuple(versions(basis.material.settings))),
        ),
    )
