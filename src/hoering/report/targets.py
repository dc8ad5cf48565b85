"""Target groups of an employment policy (dagpenge, fleksjob, unge …) where sentences name them.

The word lists stand in ``targets.yaml``; a user may give a list of his own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

import yaml

from hoering.errors import PaperError
from hoering.records import Quotation
from hoering.report.tally import Tally

_KEYS = {"id", "label", "words"}


@dataclass(frozen=True, slots=True)
class Group:
    """A target group: its id, its Danish label, and the words that name it (``*`` is the rest of a word)."""

    id: str
    label: str
    words: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The words as one pattern, whole words only."""
        parts = (r"\s+".join(re.escape(part).replace(r"\*", r"\w*") for part in word.split()) for word in self.words)
        return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A target group where it is named: in which submissions, how many of them do what, and in which sentences."""

    group: Group
    numbers: tuple[int, ...]
    sentences: int
    stances: Counter[str]
    themes: Counter[str]
    quotations: tuple[Quotation, ...]


def shipped() -> tuple[Group, ...]:
    """The groups that come with hoering."""
    return _parsed(
        resources.files("hoering.report").joinpath("targets.yaml").read_text(encoding="utf-8"), "targets.yaml"
    )


def load_groups(path: Path | None) -> tuple[Group, ...]:
    """The groups of a user's list, or those that come with hoering.

    Raises:
        PaperError: the list cannot be read, or a group in it lacks its id, label or words.
    """
    if path is None:
        return shipped()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise PaperError(f"Listen over målgrupper {path} kan ikke læses.") from error
    return _parsed(text, str(path))


@cache
def _parsed(text: str, name: str) -> tuple[Group, ...]:
    try:
        listed = yaml.safe_load(text) or []
    except yaml.YAMLError as error:
        raise PaperError(f"Listen over målgrupper {name} er ikke gyldig YAML.") from error
    if not isinstance(listed, list):
        raise PaperError(f"Listen over målgrupper {name} skal være en liste af grupper med id, label og words.")
    return tuple(_group(item, number, name) for number, item in enumerate(listed, 1))


def _group(item: object, number: int, name: str) -> Group:
    fault = f"Gruppe {number} i {name} skal have netop id, label og words (en liste med mindst ét ord)."
    if not isinstance(item, dict) or set(item) != _KEYS or not isinstance(item["words"], list):
        raise PaperError(fault)
    words = tuple(str(word).strip() for word in item["words"] if str(word).strip(" *"))
    if not words or not str(item["label"]).strip():
        raise PaperError(fault)
    return Group(str(item["id"]), str(item["label"]).strip(), words)


def named(tally: Tally, groups: Sequence[Group]) -> list[Named]:
    """The groups that some sentence on a theme names, in the order of the list.

    Only sentences with a theme are looked at, so that all that is said of a group stands under some theme too.
    """
    sentences: dict[tuple[str, int, int], list[tuple[str, Quotation]]] = {}
    for theme in tally.themes:
        for quotation in theme.quotations:
            place = (quotation.source, quotation.start, quotation.end)
            sentences.setdefault(place, []).append((theme.code, quotation))
    found = []
    for group in groups:
        pattern = group.pattern
        own = [pairs for pairs in sentences.values() if pattern.search(pairs[0][1].text)]
        if own:
            found.append(_named(group, own))
    return found


def _named(group: Group, own: Sequence[Sequence[tuple[str, Quotation]]]) -> Named:
    first = [pairs[0][1] for pairs in own]
    return Named(
        group=group,
        numbers=tuple(sorted({quotation.number for quotation in first})),
        sentences=len(first),
        stances=Counter(stance for _, stance in {(q.number, q.stance) for q in first}),
        themes=Counter(code for _, code in {(q.number, code) for pairs in own for code, q in pairs}),
        quotations=tuple(_telling(first)),
    )


def _telling(quotations: Sequence[Quotation]) -> list[Quotation]:
    """The plainest of each submission, those that do something before neutral mention."""
    ordered = sorted(quotations, key=lambda q: (q.stance == "neutral", -q.strength, q.number, q.start))
    best: dict[int, Quotation] = {}
    for quotation in ordered:
        best.setdefault(quotation.number, quotation)
    return list(best.values())
