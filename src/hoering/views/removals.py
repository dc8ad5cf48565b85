"""What was taken out, mended or masked: counts, and a document with its gaps (never the words)."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from hoering.errors import HoeringError
from hoering.report import danish
from hoering.views.bars import bars

_LEVELS = {"heading": "Overskrift", "paragraph": "Afsnit", "turn": "Replik", "item": "Punkt"}
_MASKED, _MENDED, _OUT = "Erstattet", "Rettet", "Taget ud"
_REASONS = {
    "personnavn": (_MASKED, "Navn på en privatperson, nu [Person 1] eller [Borger 1]"),
    "CPR-nummer": (_MASKED, "Personnummer"),
    "telefonnummer": (_MASKED, "Telefonnummer"),
    "e-mail": (_MASKED, "E-mailadresse"),
    "adresse": (_MASKED, "Privat adresse"),
    "fødselsdato": (_MASKED, "Fødselsdato"),
    "nummer på pas, kort eller login": (_MASKED, "Nummer på pas, kørekort, sundhedskort eller login"),
    "medlems- eller kundenummer": (_MASKED, "Nummer som medlem eller kunde"),
    "sagsnummer": (_MASKED, "Nummer på en sag eller journal"),
    "nummerplade": (_MASKED, "Registreringsnummer på en bil"),
    "kontonummer": (_MASKED, "Bankkonto"),
    "kortnummer": (_MASKED, "Betalingskort"),
    "profil på nettet": (_MASKED, "Personlig side eller profil"),
    "IP-adresse": (_MASKED, "En computers adresse"),
    "linjeskift": (_MENDED, "Linjer brudt midt i en sætning er samlet"),
    "orddeling": (_MENDED, "Ord delt ved linjeslut er samlet"),
    "manglende mellemrum": (_MENDED, "Mellemrum sat ind mellem to sætninger"),
    "sammenskrevne ord delt": (_MENDED, "Mellemrum sat ind mellem to ord"),
    "linje uden ord": (_OUT, "Streger og tegn, der står alene på en linje"),
    "citeret mail": (_OUT, "Den mail, der blev svaret på"),
    "spørgsmål i skemaet": (_OUT, "Skemaets spørgsmål, når et svar er en række i en tabel"),
    "baggrundsfelt": (_OUT, "Andre felter i en tabelrække end svaret"),
    "særtegn": (_MENDED, "Usynlige eller fejllæste tegn"),
    "Markdown": (_MENDED, "Tegn, der kun styrer opsætningen"),
    "brevhoved": (_OUT, "Afsender, modtager og dato øverst i et brev"),
    "underskrift": (_OUT, "Hilsen, navn og titel nederst i et brev"),
    "hilsen": (_OUT, "»Kære …« og lignende"),
    "emnelinje": (_OUT, "»Vedrørende …«"),
    "mailhoved": (_OUT, "Fra, til og dato i en mail"),
    "mailfod": (_OUT, "Fast tekst om fortrolighed nederst i en mail"),
    "formularfelt": (_OUT, "Felter fra en høringsportal eller formular"),
    "kontaktoplysning": (_OUT, "Linjer med telefon, adresse eller hjemmeside"),
    "sidehoved eller sidefod": (_OUT, "Tekst, der går igen på hver side"),
    "sidetal": (_OUT, "Sidetal"),
    "indholdsfortegnelse": (_OUT, "Linjer i en indholdsfortegnelse"),
    "fodnotetegn": (_OUT, "Det lille tal, der henviser til en fodnote"),
    "navigation": (_OUT, "Menuer og links på en hjemmeside"),
    "deling og kommentarer": (_OUT, "»Del artiklen« og kommentarspor"),
    "byline": (_OUT, "Hvem der har skrevet artiklen"),
    "billedtekst": (_OUT, "Tekst under et foto"),
    "datolinje": (_OUT, "Linje med dato i en artikel"),
    "datostempel": (_OUT, "Dato sat på af et program"),
    "stedlinje": (_OUT, "By foran artiklens første sætning"),
    "genremærke": (_OUT, "»Læserbrev«, »Debat« og lignende"),
    "tidskode": (_OUT, "Tidsangivelser i en udskrift"),
    "udskriftsmærke": (_OUT, "Bemærkninger som »(griner)« i en udskrift"),
}


def removals_by_reason(removals: pd.DataFrame) -> pd.DataFrame:
    """What was taken out, mended or masked: places, characters and documents per reason, most first."""
    counted = (
        _with_length(removals)
        .groupby("reason")
        .agg(places=("length", "size"), length=("length", "sum"), documents=("document", "nunique"))
    )
    counted = counted.sort_values(["length", "places"], ascending=False).reset_index()
    return pd.DataFrame(
        {
            "Årsag": counted["reason"],
            "Hvad der sker": counted["reason"].map(_what_happens),
            "Det er": counted["reason"].map(lambda reason: _REASONS.get(reason, (_OUT, ""))[1]),
            "Steder": counted["places"],
            "Tegn": counted["length"],
            "Dokumenter": counted["documents"],
        }
    )


def removals_by_document(documents: pd.DataFrame, removals: pd.DataFrame) -> pd.DataFrame:
    """How much of each document that was used is gone or changed, the largest share first."""
    before = documents[documents["status"] == "used"].groupby("document")["end"].max()
    changed = _with_length(removals).groupby("document")["length"].agg(["size", "sum"])
    both = changed.reindex(before.index, fill_value=0)
    frame = pd.DataFrame(
        {
            "Dokument": before.index,
            "Tegn i alt": before.to_numpy(),
            "Steder": both["size"].to_numpy(),
            "Tegn taget ud eller ændret": both["sum"].to_numpy(),
            "Procent": (100 * both["sum"] / before.clip(lower=1)).to_numpy(dtype="float64"),
        }
    )
    return frame.sort_values("Procent", ascending=False, ignore_index=True)


def removals_figure(by_reason: pd.DataFrame) -> go.Figure:
    """Bars of the frame of `removals_by_reason`: characters per reason."""
    return bars(
        by_reason["Årsag"],
        by_reason["Tegn"],
        "Hvad er taget ud eller ændret?",
        "Antal tegn i alle dokumenter, efter årsag.",
    )


def before_and_after(segments: pd.DataFrame, removals: pd.DataFrame, document: str) -> pd.DataFrame:
    """A document in reading order: its safe text, and in between what was taken out (never the words).

    What was changed inside a paragraph stands beside it.

    Raises:
        HoeringError: nothing of a document by that name was used.
    """
    parts = segments[(segments["document"] == document) & (segments["parent"] == "")]
    if parts.empty:
        raise HoeringError(f"Der er ingen brugt tekst fra »{document}«. Vælg et navn fra kolonnen Dokument.")
    edits = _with_length(removals[removals["document"] == document]).sort_values("start")
    rows: list[dict[str, Any]] = []
    for part in parts.sort_values("start").itertuples():
        until = edits[edits["start"] < part.end]
        mended = (until["start"] >= part.start) | (until["reason"].map(_what_happens) == _MENDED)
        rows += _taken_out(until[~mended])
        what = _LEVELS.get(str(part.level), str(part.level))
        rows.append({"Hvad": what, "Tekst": part.text, "Ændret i teksten": _counts(until.loc[mended, "reason"])})
        edits = edits[edits["start"] >= part.end]
    rows += _taken_out(edits)
    return pd.DataFrame(rows, columns=["Hvad", "Tekst", "Ændret i teksten"])


def _with_length(removals: pd.DataFrame) -> pd.DataFrame:
    return removals.assign(length=removals["end"] - removals["start"])


def _what_happens(reason: str) -> str:
    return _REASONS.get(reason, (_OUT, ""))[0]


def _taken_out(edits: pd.DataFrame) -> list[dict[str, Any]]:
    """A row for each run of removals with the same reason."""
    run = (edits["reason"] != edits["reason"].shift()).cumsum()
    return [
        {
            "Hvad": _what_happens(str(group["reason"].iloc[0])),
            "Tekst": f"[{group['reason'].iloc[0]}: {danish.number(int(group['length'].sum()))} tegn]",
            "Ændret i teksten": "",
        }
        for _, group in edits.groupby(run)
    ]


def _counts(reasons: pd.Series[str]) -> str:
    found = reasons.value_counts(sort=False)
    return ", ".join(str(r) if n == 1 else f"{r} ({danish.number(int(n))})" for r, n in found.items())
