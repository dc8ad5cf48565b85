"""What a group of near copies is called: a campaign, the same news, or several versions by one sender."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from hoering.duplicates.exact import senders
from hoering.duplicates.records import Letter

GroupKind = Literal["campaign", "alike", "news", "versions", "text"]
ANSWERS = frozenset({"hoeringssvar", "debat", "survey"})
# Two neighbours who send the same letter are no campaign.
_CAMPAIGN = 3
_LABELS: dict[GroupKind, tuple[str, str]] = {
    "campaign": ("Kampagne", "afsendere"),
    "alike": ("Enslydende svar", "afsendere"),
    "news": ("Samme nyhed", "steder"),
    "versions": ("Udgaver af samme svar", "udgaver"),
    "text": ("Samme tekst", "kilder"),
}


def group_kind(letters: Sequence[Letter]) -> GroupKind:
    """What the letters of a group are to each other."""
    count = senders(letters)
    if count == 1:
        return "versions"
    if {letter.kind for letter in letters} == {"nyhed"}:
        return "news"
    if not {letter.kind for letter in letters} <= ANSWERS:
        return "text"
    return "campaign" if count >= _CAMPAIGN else "alike"


def group_labels(groups: Sequence[Sequence[Letter]]) -> list[tuple[GroupKind, str]]:
    """Kind and Danish label of each group, numbered by kind in the order given: "Kampagne 1 (12 afsendere)"."""
    numbers: Counter[GroupKind] = Counter()
    made: list[tuple[GroupKind, str]] = []
    for letters in groups:
        kind = group_kind(letters)
        numbers[kind] += 1
        name, unit = _LABELS[kind]
        count = senders(letters) if unit == "afsendere" else len(letters)
        made.append((kind, f"{name} {numbers[kind]} ({count} {unit})"))
    return made
