"""The draft's own order: its headings, and under which of them it says most about each theme."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from hoering.errors import PaperError
from hoering.material import Material
from hoering.records import Source

OTHER = "Andre emner"
WITHOUT_DRAFT = "Bemærkninger efter emne"
# What stands before the policy itself touches everything; a theme belongs there only where it stands nowhere else.
_FRONT = re.compile(r"(?:forord|indledning|indhold\w*|baggrund|resumé|sammenfatning|læsevejledning)\b", re.IGNORECASE)
# A heading that names a theme says more than a sentence on it.
_NAMED = 2.0
_LONGEST_QUESTION = 80


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the memo: a heading of the draft, and the codes of the themes it is about, in the draft's order."""

    title: str
    themes: tuple[str, ...]


def chosen(drafts: Sequence[Source], wanted: str = "") -> Source | None:
    """The draft that is heard: the one a person names by number, file or title, or the longest; None where none is.

    Raises:
        PaperError: a draft is named that the run does not have.
    """
    if wanted:
        fits = [source for source in drafts if _is(source, wanted)]
        if not fits:
            listed = "; ".join(f"{source.number}: {source.document}" for source in drafts) or "ingen"
            raise PaperError(
                f"Udkastet »{wanted}« er ikke i kørslen. Udkast i kørslen: {listed}. Læg filen i mappen »politik« og "
                "kør »hoering run« igen."
            )
        return fits[0]
    return max(drafts, key=lambda source: (source.end - source.start, -source.number), default=None)


def sections(material: Material, draft: Source | None, themes: Sequence[str]) -> list[Section]:
    """All themes given, each under one heading: those of the draft in its order, those it does not have last.

    Args:
        material: the tables of the run.
        draft: what is heard; None where the material has none.
        themes: codes of themes, in the order they come where the draft gives none.
    """
    if draft is None:
        return [Section(WITHOUT_DRAFT, tuple(themes))] if themes else []
    heads = headings(material, draft)
    weights = _weights(material, draft, heads)
    placed: dict[int, list[str]] = defaultdict(list)
    for theme in themes:
        if weights.get(theme):
            placed[_best(weights[theme], heads)].append(theme)
    made = [
        Section(heads[place][1], tuple(sorted(own, key=lambda t: (-weights[t][place], themes.index(t)))))
        for place, own in sorted(placed.items())
    ]
    rest = tuple(theme for theme in themes if not weights.get(theme))
    return [*made, Section(OTHER, rest)] if rest else made


def headings(material: Material, draft: Source) -> list[tuple[int, str]]:
    """Where each heading of the draft that has text below it begins, and its words.

    Headings that come again and again ("Vi vil") only divide the text under others.
    """
    segments = material.frames.get("segments")
    if segments is None:
        return []
    own = segments[(segments["source"] == draft.source) & segments["level"].isin(["heading", "paragraph", "item"])]
    rows = own.sort_values(["start", "end"], kind="stable")[["level", "start", "text"]].to_numpy().tolist()
    lines = [(level == "heading" or _asks(text), int(start), " ".join(text.split())) for level, start, text in rows]
    times = Counter(text for head, _, text in lines if head)
    kept = [(head, start, text) for head, start, text in lines if not head or times[text] == 1]
    return [
        (start, text)
        for (head, start, text), below in pairwise(kept)
        if head and not below[0] and any(letter.isalpha() for letter in text)
    ]


def _asks(text: str) -> bool:
    """Whether a short paragraph is a heading that asks: "Hvorfor en ny politik?"."""
    return len(text) <= _LONGEST_QUESTION and text.endswith("?") and text.count("?") == 1 and "." not in text


def _weights(material: Material, draft: Source, heads: Sequence[tuple[int, str]]) -> Mapping[str, Mapping[int, float]]:
    """How much each section says of each theme: the scores of its coded sentences."""
    codings: pd.DataFrame = material.table("codings")
    own = codings[(codings["source"] == draft.source) & (codings["kind"] == "theme")]
    starts = [start for start, _ in heads]
    found: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for start, code, score in own[["start", "code", "score"]].to_numpy().tolist():
        place = bisect_right(starts, start) - 1
        if place >= 0:
            found[code][place] += score * (_NAMED if start == starts[place] else 1.0)
    return found


def _best(weights: Mapping[int, float], heads: Sequence[tuple[int, str]]) -> int:
    body = {place: weight for place, weight in weights.items() if not _FRONT.match(heads[place][1])}
    ranked = body or weights
    return max(ranked, key=lambda place: (ranked[place], -place))


def _is(source: Source, wanted: str) -> bool:
    plain = wanted.strip().casefold().replace("\\", "/")
    file = source.document.casefold()
    return plain in (
        str(source.number),
        file,
        file.rpartition("/")[2],
        source.title.casefold(),
        source.subject.casefold(),
    )
