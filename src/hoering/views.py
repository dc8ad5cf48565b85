"""Tables and figures to look at in a notebook: finished tables in, Danish headings out.

Every function takes tables of a run (``result.table("codings")``) and gives a new frame or a figure;
`show` prints a frame so that long quotations can be read.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd
import plotly.graph_objects as go
from pandas.io.formats.style import Styler

from hoering.codebook import Codebook
from hoering.errors import HoeringError
from hoering.records import Coding, Source, Theme
from hoering.report import Labels, danish
from hoering.report.findings import who_wants_what as wishes_of
from hoering.report.labels import stance_order
from hoering.report.quotes import kinds_of
from hoering.themes import NOT_COUNTED, themes

T = TypeVar("T")

_STATUSES = {
    "used": ("Brugt", "Læst, renset og kodet."),
    "duplicate": ("Dublet", "Samme tekst som en anden henvendelse. Tæller kun én gang."),
    "unreadable": ("Kan ikke læses", "Filen er tom, beskadiget, scannet uden tekst eller i et ukendt format."),
    "excluded": ("Udeladt", "Sat til side efter en regel eller efter kilder.csv."),
}
_LEVELS = {"heading": "Overskrift", "paragraph": "Afsnit", "turn": "Replik", "item": "Punkt"}
_CODING_KINDS = {"theme": "Tema", "actor": "Omtalt part", "stance": "Holdning", "voice": "Stemme"}
_MASKED, _MENDED, _OUT = "Erstattet", "Rettet", "Taget ud"
_REASONS = {
    "personnavn": (_MASKED, "Navn på en privatperson, nu [Person 1] eller [Borger 1]"),
    "CPR-nummer": (_MASKED, "Personnummer"),
    "telefonnummer": (_MASKED, "Telefonnummer"),
    "e-mail": (_MASKED, "E-mailadresse"),
    "adresse": (_MASKED, "Privat adresse"),
    "linjeskift": (_MENDED, "Linjer brudt midt i en sætning er samlet"),
    "orddeling": (_MENDED, "Ord delt ved linjeslut er samlet"),
    "manglende mellemrum": (_MENDED, "Mellemrum sat ind mellem to sætninger"),
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

_BLUE, _ORANGE = "#0072B2", "#D55E00"
_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif"
# Least width of a column, in em, by the number of letters in its longest text.
_WIDTHS = ((100, 22), (60, 18), (30, 13))
_JOINED = "; "
_PLACE = ["source", "start", "end"]


def show(frame: pd.DataFrame, rows: int = 20, decimals: int = 1) -> Styler:
    """A frame to read: text to the left and unbroken, Danish numbers, and how many rows were left out.

    A named index is shown as columns, any other is not shown.
    """
    named = any(name is not None for name in frame.index.names)
    whole = frame.reset_index() if named else frame.reset_index(drop=True)
    shown = whole.head(rows)
    styled = (
        shown.style.hide(axis="index")
        .format(precision=decimals, thousands=".", decimal=",", na_rep="", escape="html")
        .format_index(axis="columns", escape="html")
        .set_table_styles(_TABLE_STYLES)
        .set_table_styles({column: _column_styles(shown[column]) for column in shown}, overwrite=False)
    )
    left = len(whole) - len(shown)
    if left:
        styled = styled.set_caption(
            f"Viser de første {danish.number(len(shown))} af {danish.counted(len(whole), 'række', 'rækker')}."
        )
    return styled


_TABLE_STYLES: list[Any] = [
    {"selector": "th", "props": "vertical-align: bottom;"},
    {"selector": "td", "props": "vertical-align: top; white-space: normal; line-height: 1.4;"},
    {"selector": "caption", "props": "caption-side: bottom; text-align: left; padding-top: 0.5em;"},
]


def _column_styles(column: pd.Series[Any]) -> list[Any]:
    """Numbers to the right; text to the left, with room enough for the longest."""
    if pd.api.types.is_numeric_dtype(column):
        return [{"selector": "", "props": "text-align: right;"}]
    longest = column.astype(str).str.len().max()
    width = next((f"min-width: {em}em; " for letters, em in _WIDTHS if longest > letters), "")
    return [{"selector": "", "props": f"{width}max-width: 44em; text-align: left;"}]


def statuses(documents: pd.DataFrame) -> pd.DataFrame:
    """What became of what was received: one row per status that occurs."""
    found = documents["status"].value_counts()
    rows = [
        {"Status": label, "Henvendelser": int(found[status]), "Det betyder": meaning}
        for status, (label, meaning) in _STATUSES.items()
        if status in found
    ]
    return pd.DataFrame(rows, columns=["Status", "Henvendelser", "Det betyder"])


def source_register(documents: pd.DataFrame, book: Codebook) -> pd.DataFrame:
    """One row per thing received: who, what, when, what became of it, and what that was read from."""
    labels = Labels.of(book)
    return pd.DataFrame(
        {
            "Henvendelse": documents["number"],
            "Dokument": documents["document"],
            "Slags": documents["kind"].map(labels.kind),
            "Afsender": documents["sender"],
            "Afsendertype": _actors(documents["sender_type"], labels).where(documents["status"] == "used", ""),
            "Dato": documents["date"].map(danish.date),
            "Sider": documents["pages"],
            "Status": documents["status"].map({status: label for status, (label, _) in _STATUSES.items()}),
            "Årsag": documents["reason"],
            "Bestemt ud fra": documents["basis"],
        }
    )


def problem_table(problems: pd.DataFrame) -> pd.DataFrame:
    """What could not be done, with Danish headings."""
    return problems.rename(columns={"stage": "Trin", "item": "Hvad", "reason": "Årsag"})


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


def themes_of(codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook) -> list[Theme]:
    """The themes of a run as records, for the figures in `hoering.report.charts`."""
    return themes(_records(codings, Coding), _records(documents, Source), book)


def coding_table(codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook) -> pd.DataFrame:
    """One row per code on a sentence, with its reason and its place."""
    labels = Labels.of(book)
    used = _placed(codings, documents, labels)
    return pd.DataFrame(
        {
            "Citat": used["quote"],
            "Slags kode": used["kind"].map(_CODING_KINDS),
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
            "Afsendertype": _actors(first["sender_type"], labels),
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


def sender_types(documents: pd.DataFrame, book: Codebook) -> pd.DataFrame:
    """Submissions and different senders per type, most first; the draft that is heard is left out."""
    labels = Labels.of(book)
    used = documents[(documents["status"] == "used") & ~documents["kind"].isin(NOT_COUNTED)]
    counts = used.groupby("sender_type")["sender"].agg(["size", "nunique"]).reset_index()
    frame = pd.DataFrame(
        {
            "Afsendertype": _actors(counts["sender_type"], labels),
            "Henvendelser": counts["size"],
            "Forskellige afsendere": counts["nunique"],
        }
    )
    return frame.sort_values("Henvendelser", ascending=False, ignore_index=True, kind="stable")


def who_wants_what(codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook, at_most: int = 4) -> pd.DataFrame:
    """One row per party: what it criticises, what it proposes, and one quotation (see `hoering.report`).

    ``at_most`` is how many themes are named, those with most sentences first.
    """
    labels = Labels.of(book)
    kinds = kinds_of(_records(documents, Source))
    wishes = wishes_of(themes_of(codings, documents, book), labels=labels, kinds=kinds)
    rows = [
        {
            "Hvem": wish.name,
            "Type": wish.label,
            "Gengivet af": wish.via,
            "Kritiserer eller savner noget om": _weighted(wish.criticised, at_most),
            "Foreslår eller ønsker noget om": _weighted(wish.proposed, at_most),
            "Citat": wish.quotes[0].text if wish.quotes else "",
            "Sted": wish.quotes[0].reference if wish.quotes else "",
        }
        for wish in wishes
    ]
    columns = ["Hvem", "Type", "Gengivet af", "Kritiserer eller savner noget om"]
    return pd.DataFrame(rows, columns=[*columns, "Foreslår eller ønsker noget om", "Citat", "Sted"])


def compare_groups(coded: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """How much of what two voices say is about each theme, in per cent, and the difference in points.

    Args:
        coded: the frame of `by_theme`.
        first: a value of the column Stemme.
        second: another one; a positive difference means that ``first`` speaks more about the theme.

    Raises:
        HoeringError: nobody speaks with one of the two voices.
    """
    shares = {voice: _shares(coded, voice) for voice in (first, second)}
    frame = pd.DataFrame(shares).fillna(0.0)
    frame.columns = pd.Index([f"{first} (%)", f"{second} (%)"])
    frame["Forskel"] = frame.iloc[:, 0] - frame.iloc[:, 1]
    return frame.sort_values("Forskel", ascending=False).rename_axis("Tema").reset_index()


def removals_figure(by_reason: pd.DataFrame) -> go.Figure:
    """Bars of the frame of `removals_by_reason`: characters per reason."""
    return _bars(
        by_reason["Årsag"],
        by_reason["Tegn"],
        "Hvad er taget ud eller ændret?",
        "Antal tegn i alle dokumenter, efter årsag.",
    )


def sender_figure(types: pd.DataFrame) -> go.Figure:
    """Bars of the frame of `sender_types`: submissions per type of sender."""
    return _bars(
        types["Afsendertype"], types["Henvendelser"], "Hvem har skrevet eller er blevet interviewet?",
        "Antal henvendelser efter afsendertype.",
    )  # fmt: skip


def difference_figure(compared: pd.DataFrame) -> go.Figure:
    """Bars of the frame of `compare_groups`: to the right what the first voice speaks more about."""
    first, second = (str(column).removesuffix(" (%)") for column in compared.columns[1:3])
    figure = _bars(
        compared["Tema"],
        compared["Forskel"].round(1),
        f"Hvad fylder mest for hvem: {first} eller {second}?",
        f"Forskel i procentpoint. Til højre fylder temaet mest hos {first}, til venstre hos {second}.",
    )
    colours = [_BLUE if value >= 0 else _ORANGE for value in compared["Forskel"]]
    figure.update_traces(marker_color=colours, texttemplate="%{x:+.1f}", hovertemplate="%{y}: %{x:+.1f}<extra></extra>")
    figure.update_xaxes(zeroline=True, zerolinecolor="#333333", zerolinewidth=1.5)
    return figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A report shown inside a notebook, wherever its file lies."""

    path: Path
    height: int

    def _repr_html_(self) -> str:
        # Without a base of its own, a link within the report would open the notebook inside the frame.
        page = self.path.read_text(encoding="utf-8").replace("<head>", '<head><base href="about:srcdoc">', 1)
        return (
            f'<div><iframe srcdoc="{html.escape(page)}" width="100%" height="{self.height}" '
            'style="border: 1px solid #C5CCD3" title="Temarapport"></iframe></div>'
        )


def preview(path: Path, height: int = 700) -> Preview:
    """Show an HTML report in the notebook.

    Raises:
        HoeringError: the file is not there.
    """
    if not path.is_file():
        raise HoeringError(f"Rapporten {path} findes ikke. Kør hoering.run først.")
    return Preview(path=path, height=height)


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


def _weighted(pairs: tuple[tuple[str, int], ...], at_most: int) -> str:
    named = [label if count == 1 else f"{label} ({danish.number(count)})" for label, count in pairs[:at_most]]
    left = len(pairs) - len(named)
    return _JOINED.join(named) + (f" og {danish.counted(left, 'tema til', 'temaer til')}" if left else "")


def _records(frame: pd.DataFrame, record: type[T]) -> list[T]:
    names = [field.name for field in fields(record)]  # type: ignore[arg-type]
    return [record(**dict(zip(names, row, strict=True))) for row in frame[names].itertuples(index=False, name=None)]


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


def _actors(codes: pd.Series[str], labels: Labels) -> pd.Series[str]:
    return codes.map(labels.actor)


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


def _with_labels(text: str, book: Codebook) -> str:
    """Codes in backticks become the labels people know."""
    return re.sub(r"`([a-z0-9_]+)`", lambda match: f"»{book.label_of(match.group(1))}«", text)


def _shares(coded: pd.DataFrame, voice: str) -> pd.Series[float]:
    own = coded.loc[coded["Stemme"] == voice, "Tema"]
    if own.empty:
        known = danish.listed(sorted(coded["Stemme"].unique()))
        raise HoeringError(f"Der er ingen sætninger med stemmen »{voice}«. Der er: {known}.")
    return 100 * own.value_counts(normalize=True)


def _bars(names: pd.Series[str], values: pd.Series[Any], question: str, explanation: str) -> go.Figure:
    """Lying bars with their numbers, the first row on top."""
    figure = go.Figure(
        go.Bar(
            x=values,
            y=names.map(html.escape),
            orientation="h",
            text=values,
            texttemplate="%{x:,}",
            textposition="outside",
            cliponaxis=False,
            marker={"color": _BLUE},
            hovertemplate="%{y}: %{x:,}<extra></extra>",
        )
    )
    height = 110 + 28 * max(len(names), 1)
    title = f"<b>{html.escape(question)}</b><br><span style='font-size:13px'>{html.escape(explanation)}</span>"
    figure.update_layout(
        title={"text": title, "x": 0, "xanchor": "left", "y": 1 - 30 / height, "yanchor": "top"},
        height=height,
        template="none",
        font={"family": _FONT, "size": 14, "color": "#1B2733"},
        margin={"l": 10, "r": 60, "t": 85, "b": 20},
        separators=",.",
        bargap=0.3,
    )
    figure.update_yaxes(autorange="reversed", automargin=True, ticks="", ticksuffix="  ")
    figure.update_xaxes(showticklabels=False, showgrid=False, zeroline=False)
    return figure
