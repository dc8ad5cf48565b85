"""The codebook, the codes that were set, and the sentences they were set on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pandas as pd

from hoering.codebook import Codebook
from hoering.report import Labels
from hoering.report.labels import stance_order
from hoering.themes import NOT_COUNTED

CODING_KINDS = {"theme": "Tema", "actor": "Omtalt part", "stance": "Holdning", "voice": "Stemme"}
_PLACE = ["source", "start", "end"]
_JOINED = "; "


def codebook_table(book: Codebook) -> pd.DataFrame:
    """The themes of a codebook as people need them: what they cover, what belongs and what does not."""
    rows = [
        {
            "Tema": code.label,
            "Dækker": _with_labels(code.definition, book),
            "Hører med": _with_labels(code.include, book),
            "Hører ikke med": _with_labels(code.exclude, book),
        }
        for code in book.themes
    ]
    return pd.DataFrame(rows, columns=["Tema", "Dækker", "Hører med", "Hører ikke med"])


def theme_table(found: pd.DataFrame) -> pd.DataFrame:
    """The table ``themes`` of a run with Danish headings, without the columns made for machines."""
    names = {
        "label": "Tema",
        "sources": "Henvendelser",
        "sentences": "Sætninger",
        "kritik": "Kritik og bekymring",
        "forslag": "Ønsker og forslag",
        "stoette": "Støtte og ros",
        "neutral": "Neutral omtale",
    }
    return found[list(names)].rename(columns=names)


def coding_table(codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook) -> pd.DataFrame:
    """One row per code on a sentence, with its reason and its place."""
    labels = Labels.of(book)
    used = _placed(codings[codings["kind"].isin(list(CODING_KINDS))], documents, labels)
    return pd.DataFrame(
        {
            "Citat": used["quote"],
            "Slags kode": used["kind"].map(CODING_KINDS),
            "Kode": [_label(kind, code, labels, book) for kind, code in zip(used["kind"], used["code"], strict=True)],
            "Styrke": used["score"],
            "Begrundelse": used["why"],
            "Sted": used["place"],
            "Dokument": used["document"],
        }
    )


def sentences(codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook) -> pd.DataFrame:
    """One row per sentence: its themes, stance and voice, who sent it, the words and where they stand.

    As in the report, questions of an interviewer and the draft that is being heard are left out.
    """
    labels = Labels.of(book)
    counted = documents[(documents["status"] == "used") & ~documents["kind"].isin(NOT_COUNTED)]
    used = codings[codings["source"].isin(counted["source"]) & (codings["role"] != "interviewer")]
    first = _placed(used.drop_duplicates(_PLACE), documents, labels)
    codes = {kind: _codes_by_place(used, kind) for kind in ("theme", "stance", "voice")}
    places = list(first[_PLACE].itertuples(index=False, name=None))
    return pd.DataFrame(
        {
            "Henvendelse": first["number"],
            "Slags": first["source_kind"],
            "Afsender": first["sender"],
            "Afsendertype": first["sender_type"].map(labels.actor),
            "Stemme": _texts(labels.actor(codes["voice"].get(place, ["ukendt"])[0]) for place in places),
            "Taler": first["speaker"],
            "Temaer": _texts(_joined(codes["theme"].get(place, []), book) for place in places),
            "Holdning": _texts(labels.stance(codes["stance"].get(place, ["neutral"])[0]) for place in places),
            "Citat": first["quote"],
            "Sted": first["place"],
            "Dokument": first["document"],
        }
    )


def by_theme(spoken: pd.DataFrame) -> pd.DataFrame:
    """The frame of `sentences` with one row per sentence and theme, in the column Tema.

    Sentences without a theme are left out, and one with two themes comes twice.
    """
    coded = spoken[spoken["Temaer"] != ""]
    split = coded.assign(Temaer=coded["Temaer"].str.split(_JOINED)).explode("Temaer", ignore_index=True)
    return split.rename(columns={"Temaer": "Tema"})


def stances_by(coded: pd.DataFrame, column: str, book: Codebook) -> pd.DataFrame:
    """Sentences per value of a column (Tema, Stemme, Afsender …) and stance, most sentences first."""
    labels = Labels.of(book)
    counts = pd.crosstab(coded[column], coded["Holdning"])
    order = [labels.stance(code) for code in sorted(labels.stances, key=stance_order)]
    counts = counts.reindex(columns=[label for label in order if label in counts])
    counts.columns.name = None
    counts["I alt"] = counts.sum(axis="columns")
    return counts.sort_values("I alt", ascending=False).reset_index()


def _with_labels(text: str, book: Codebook) -> str:
    """Codes in backticks become the labels people know."""
    return re.sub(r"`([a-z0-9_]+)`", lambda match: f"»{book.label_of(match.group(1))}«", text)


def _placed(codings: pd.DataFrame, documents: pd.DataFrame, labels: Labels) -> pd.DataFrame:
    """Codings with number and kind of their source, and the place as the report writes it."""
    own = documents[["source", "number", "kind"]].rename(columns={"kind": "source_kind"})
    joined = codings.merge(own, on="source", how="left", validate="many_to_one")
    joined["source_kind"] = joined["source_kind"].map(labels.kind)
    joined["place"] = [
        f"Henvendelse {number}, {kind[:1].lower()}{kind[1:]}, s. {page}, tegn {start}–{end}"
        for number, kind, page, start, end in joined[["number", "source_kind", "page", "start", "end"]].itertuples(
            index=False, name=None
        )
    ]
    return joined


def _label(kind: str, code: str, labels: Labels, book: Codebook) -> str:
    if kind == "theme":
        return book.label_of(code)
    return labels.stance(code) if kind == "stance" else labels.actor(code)


def _codes_by_place(codings: pd.DataFrame, kind: str) -> dict[tuple[Any, ...], list[str]]:
    found: dict[tuple[Any, ...], list[str]] = {}
    for *place, code in codings.loc[codings["kind"] == kind, [*_PLACE, "code"]].itertuples(index=False, name=None):
        found.setdefault(tuple(place), []).append(code)
    return found


def _texts(values: Iterable[str]) -> pd.Series[str]:
    """A column of text, also when there is none."""
    return pd.Series(list(values), dtype="str")


def _joined(codes: Iterable[str], book: Codebook) -> str:
    names = {code.id: code.label for code in book.themes}
    return _JOINED.join(names.get(code, code) for code in codes)
