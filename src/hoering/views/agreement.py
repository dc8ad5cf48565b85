"""A person's own codings: a sheet to fill in, and how well a run agrees with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
from spacy.language import Language

from hoering.agreement import Unit, agreement, match
from hoering.coding import SentenceCoder
from hoering.learning.material import LastRun
from hoering.learning.places import place_of
from hoering.tables import read_table

_TO_FILL = ["temaer", "parter", "holdning"]
_QUESTIONS = {"themes": "Temaer", "actors": "Omtalte parter", "stance": "Holdning", "voice": "Stemme"}
_MEASURES = {
    "micro_f1": "mikro-F1",
    "samples_f1": "F1 pr. sætning",
    "accuracy": "andel ens",
    "kappa": "kappa",
}
_SEED = 5


def coding_sheet(codings: pd.DataFrame, rows: int = 100) -> pd.DataFrame:
    """Sentences drawn by lot for a person to code, without the machine's codes, which would sway them.

    The columns are those that ``hoering eval`` reads. The same run gives the same sentences. Questions of an
    interviewer are left out.

    Args:
        codings: the table ``codings`` of a run.
        rows: how many sentences.
    """
    said = codings[codings["role"] != "interviewer"].drop_duplicates(["document", "start", "end"])
    drawn = said.sample(min(rows, len(said)), random_state=_SEED).sort_values(["document", "start"])
    names = {"document": "fil", "start": "start", "end": "slut", "quote": "tekst"}
    return drawn[list(names)].rename(columns=names).reset_index(drop=True).assign(**dict.fromkeys(_TO_FILL, ""))


def filled_by(coder: SentenceCoder, sheet: pd.DataFrame, processed: Path, nlp: Language) -> pd.DataFrame:
    """The sheet as another coder would fill it in, to see how two coders agree.

    Args:
        coder: who fills it in.
        sheet: from `coding_sheet`.
        processed: folder with the tables of the run.
        nlp: the language pipeline of the run.
    """
    found = {
        place_of(sentence.segment): suggested
        for item in LastRun.read(processed).material(nlp, set(sheet["fil"]))
        for sentence, suggested in zip(
            item.sentences, coder.suggest(item.source, item.sentences, item.voices), strict=True
        )
    }
    own = [found[place] for place in zip(sheet["fil"], sheet["start"], sheet["slut"], strict=True)]
    return sheet.assign(
        temaer=["|".join(theme.code for theme in item.themes) for item in own],
        parter=["|".join(actor.code for actor in item.actors) for item in own],
        holdning=[item.stance.code for item in own],
    )


def agreement_table(units: Sequence[Unit], processed: Path) -> pd.DataFrame:
    """The main figures of ``hoering eval`` for what machines coded.

    ``Fra`` and ``Til`` are the interval of 95 % over documents drawn anew, empty where there are too few.

    Args:
        units: a person's codings, read by `hoering.facit.read_facit`.
        processed: folder with the tables of the run.
    """
    codings = read_table(processed, "codings")
    machines = codings[~codings["coder"].str.startswith("human:") & (codings["kind"] != "topic")]
    found = match(units, machines, read_table(processed, "removals"))
    figures = agreement(units, [item.answer for item in found]).figures
    rows = [
        (_QUESTIONS[question], _MEASURES[measure], estimate.value, *(estimate.by_source or (None, None)))
        for name, estimate in figures.items()
        for question, measure in [name.split("_", 1)]
        if measure in _MEASURES
    ]
    return pd.DataFrame(rows, columns=["Spørgsmål", "Mål", "Værdi", "Fra", "Til"])
