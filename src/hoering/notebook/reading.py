"""The page of notebook 01: what was received, what became of it, and what was masked."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Self

import pandas as pd
import plotly.graph_objects as go
from pandas.io.formats.style import Styler

from hoering import views
from hoering.errors import HoeringError, NothingReadError
from hoering.notebook.case import Case
from hoering.notebook.note import Note, where
from hoering.notebook.progress import told
from hoering.pipeline import run
from hoering.pseudonymise.key_file import AUDIT_FILE
from hoering.read import find_files
from hoering.register import REGISTER
from hoering.report import danish

_PLACES = 20


class Reading(Case):
    """A run that is made here, and what there is to see of it."""

    @staticmethod
    def folder(raw: str | Path) -> Styler:
        """What lies in the folder, by folder and format, before anything is read.

        Raises:
            NothingReadError: the folder is missing or empty; the message says what to do.
        """
        path = Path(raw)
        if not path.is_dir():
            raise NothingReadError(
                f"Mappen {where(path)} findes ikke.{_others(path)}\nLav mappen, læg høringens dokumenter i den, ret "
                "navnet i den første celle, og kør cellerne igen."
            )
        found = find_files(path)
        if not found:
            raise NothingReadError(
                f"Der ligger ingen filer i {where(path)}.{_others(path)}\nLæg høringens dokumenter i mappen (træk dem "
                "ind i fillisten til venstre, eller kopiér dem i Stifinder), og kør cellerne igen."
            )
        rows: dict[str, Counter[str]] = {}
        for file in found:
            folder = file.document.rpartition("/")[0] or "(selve mappen)"
            rows.setdefault(folder, Counter())[file.path.suffix.lower() or "uden endelse"] += 1
        listed = [(folder, counts.total(), _formats(counts)) for folder, counts in sorted(rows.items())]
        return views.show(pd.DataFrame(listed, columns=["Mappe", "Filer", "Formater"]), rows=40)

    @classmethod
    def run(cls, raw: str | Path, out: str | Path, codebook: str | Path) -> Self:
        """Read, clean, mask and code the folder, and write the papers; nothing is done anew that is done already.

        Args:
            raw: folder with the documents.
            out: where the results are put.
            codebook: a shipped codebook's name, or a YAML file.

        Raises:
            HoeringError: nothing could be read, or the codebook or a list is at fault.
        """
        run(raw, out, codebook_name=codebook, stage=told)
        return cls.open(out)

    def statuses(self) -> Styler:
        """What became of what was received."""
        return views.show(views.statuses(self.documents))

    def problems(self) -> Styler:
        """What could not be done, and why."""
        return views.show(views.problem_table(self.table("problems")), rows=60)

    def sources(self, rows: int = 30) -> Styler:
        """What each submission that is used is taken for, and by what."""
        register = views.source_register(self.documents, self.book)
        used = register[register["Status"] == "Brugt"]
        return views.show(used.drop(columns=["Sider", "Status", "Årsag"]), rows=rows)

    def register(self) -> Note:
        """Where the register of sources lies, and how it is corrected."""
        return Note.of(
            "Ret kilderne i Excel:",
            where(self.project.processed / REGISTER),
            "Skriv i de gule felter, gem og luk filen, og kør forfra. Det, I har rettet, bliver stående. "
            "Skriv »ja« i Udelad, hvis en henvendelse ikke skal med.",
        )

    def kinds(self) -> Styler:
        """How many submissions there are of each kind."""
        used = self.documents.loc[self.documents["status"] == "used", "kind"].map(self.labels.kind)
        return views.show(used.value_counts().rename_axis("Slags").to_frame("Henvendelser"))

    def campaigns(self) -> Styler:
        """Groups of letters that are nearly the same."""
        return views.show(views.group_table(self.table("groups"), self.table("copies"), self.documents))

    def joined(self) -> Styler:
        """Who joins whose answer."""
        return views.show(views.endorsement_table(self.table("endorsements"), self.documents))

    def masked(self) -> Styler:
        """How often each kind of personal detail was replaced."""
        reasons = views.removals_by_reason(self.table("removals"))
        own = reasons[reasons["Hvad der sker"] == "Erstattet"].sort_values("Steder", ascending=False)
        return views.show(own[["Årsag", "Det er", "Steder", "Dokumenter"]])

    def audit(self) -> Note:
        """Where the sheet lies on which each replacement is approved."""
        return Note.of(
            "Se maskeringen efter i Excel:",
            where(self.project.confidential / AUDIT_FILE),
            "Arket viser hver erstatning, mulige overseelser og steder, hvor nogen kan kendes. Det rummer rigtige "
            "navne: Del det ikke, og slet det, når I er færdige.",
            "Er et navn overset, eller er noget erstattet, som skal blive stående, så skriv det i filen "
            "anonymisering.yaml ved siden af dokumenterne (data/raw/README.md viser hvordan), og kør igen.",
        )

    def flags(self) -> Styler:
        """Where somebody may be known without a name."""
        names = {"document": "Dokument", "page": "Side", "why": "Hvorfor", "text": "Tekst"}
        return views.show(self.table("flags")[list(names)].rename(columns=names), rows=_PLACES)

    def removals(self) -> Styler:
        """What was taken out or mended, by reason."""
        return views.show(views.removals_by_reason(self.table("removals")), rows=40)

    def removals_figure(self, at_most: int = 12) -> go.Figure:
        """The reasons for which most was taken out or mended."""
        return views.removals_figure(views.removals_by_reason(self.table("removals")).head(at_most))

    def shares(self, rows: int = 15) -> Styler:
        """How much of each document is gone or changed."""
        return views.show(views.removals_by_document(self.documents, self.table("removals")), rows=rows)

    def account(self) -> Styler:
        """Every character of what was received, in one line."""
        whole = views.ledger(self.documents, self.table("segments"), self.table("removals")).tail(1)
        return views.show(whole.drop(columns=["Kilde", "Status"]))

    def before_and_after(self, document: str = "", rows: int = 60) -> Styler:
        """A document's safe text with its gaps; without a name the one from which most was taken out.

        Raises:
            HoeringError: nothing of a document by that name was used.
        """
        removals, segments = self.table("removals"), self.table("segments")
        if not document:
            shares = views.removals_by_document(self.documents, removals)
            there = shares[shares["Dokument"].isin(segments["document"])]
            if there.empty:
                raise HoeringError("Der er ingen brugt tekst at vise.")
            document = there.sort_values("Tegn taget ud eller ændret")["Dokument"].iloc[-1]
        return views.show(views.before_and_after(segments, removals, document), rows=rows, title=f"{document}.")

    def done(self) -> Note:
        """What was found, and where the finished papers lie."""
        codings = danish.counted(len(self.codings), "kodning", "kodninger")
        return Note.of(
            f"Færdig: {codings} (maskinelle forslag).", "Rapporterne ligger her:", where(self.project.reports)
        )


def _formats(counts: Counter[str]) -> str:
    return ", ".join(f"{danish.number(count)} {ending}" for ending, count in sorted(counts.items()))


def _others(path: Path) -> str:
    """Folders beside it that hold something, for one who has mistyped a name."""
    beside = path.resolve().parent
    if not beside.is_dir():
        return ""
    names = sorted(item.name for item in beside.iterdir() if item.is_dir() and item.name != path.resolve().name)
    shown = [name for name in names if not name.startswith(".")]
    return f" Ved siden af ligger: {danish.listed(shown)}." if shown else ""
