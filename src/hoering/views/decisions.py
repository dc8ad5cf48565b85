"""What people are asked to decide on, and what a decision does to the codings."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from spacy.language import Language

from hoering.codebook import Codebook
from hoering.coding import WeighingCoder
from hoering.learning.material import LastRun
from hoering.learning.places import Place, place_of
from hoering.learning.reading import read_decisions
from hoering.learning.sample import ask
from hoering.learning.settle import settle
from hoering.learning.sheet import CSV, HEADS
from hoering.records import Coding
from hoering.report import Labels

_PLACE = ["document", "start", "end"]


def open_questions(
    processed: Path, coder: WeighingCoder, book: Codebook, nlp: Language, documents: Collection[str], sentences: int = 5
) -> pd.DataFrame:
    """Rows as ``hoering learn --skema`` adds them to the table of decisions; nothing is written.

    Args:
        processed: folder with the tables of a run.
        coder: the coder that is in doubt.
        book: the codebook of the run.
        nlp: the language pipeline of the run.
        documents: names of the documents to ask about; all of a consultation takes as long as a run.
        sentences: how many sentences to ask about at most.
    """
    material = LastRun.read(processed).material(nlp, documents)
    rows = ask(material, coder, book, sentences=sentences, leave_out=())
    return pd.DataFrame([{head: row.get(head, "") for head in HEADS} for row in rows], columns=list(HEADS))


def with_decisions(codings: pd.DataFrame, decided: pd.DataFrame, book: Codebook) -> pd.DataFrame:
    """The codes of the sentences that were decided on, before and after; voices are nothing to decide on.

    Args:
        codings: the table ``codings`` of a run.
        decided: rows of the table of decisions, filled in.
        book: the codebook of the run.

    Raises:
        DecisionsError: a row cannot be used; told with its row.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, CSV)
        decided.to_csv(path, sep=";", index=False)
        decisions = read_decisions(path, book).items
    places = pd.MultiIndex.from_tuples([item.place for item in decisions], names=_PLACE)
    own = codings[pd.MultiIndex.from_frame(codings[_PLACE]).isin(places) & (codings["kind"] != "topic")]
    before = _codings(own)
    after = settle(before, decisions).codings
    quotes = {place_of(coding): coding.quote for coding in before}
    rows = [(quotes[place], _named(before, place, book), _named(after, place, book)) for place in quotes]
    return pd.DataFrame(rows, columns=["Citat", "Før", "Efter"], dtype="str")


def decided_table(decisions: pd.DataFrame, book: Codebook) -> pd.DataFrame:
    """One row per decision that was used in a run, and what it did.

    Args:
        decisions: the table ``decisions`` of the run.
        book: the codebook of the run.
    """
    labels = Labels.of(book)
    named = {"theme": book.label_of, "actor": labels.actor, "stance": labels.stance}
    kinds = {"theme": "Tema", "actor": "Omtalt part", "stance": "Holdning"}
    codes = zip(decisions["kind"], decisions["code"], strict=True)
    return pd.DataFrame(
        {
            "Citat": decisions["quote"],
            "Slags kode": decisions["kind"].map(kinds),
            "Kode": pd.Series([named[kind](code) if code else "" for kind, code in codes], dtype="str"),
            "Virkning": decisions["effect"],
            "Hvem": decisions["who"],
        }
    )


def _codings(frame: pd.DataFrame) -> list[Coding]:
    rows: list[dict[Any, Any]] = frame.to_dict("records")
    return [Coding(**row) for row in rows]


def _named(codings: Sequence[Coding], place: Place, book: Codebook) -> str:
    labels = Labels.of(book)
    named = {"theme": book.label_of, "actor": labels.actor, "stance": labels.stance}
    own = [coding for coding in codings if place_of(coding) == place and coding.kind in named]
    return "; ".join(named[coding.kind](coding.code) for coding in own)
