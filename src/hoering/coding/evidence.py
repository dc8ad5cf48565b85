"""How pattern hits in a sentence add up to a suggested code, its score and its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from hoering.patterns import Hit

# One strong pattern, or medium and weak ones that together weigh as much (see `hoering.codebook.Code`).
THRESHOLD = 3.0


# By code the patterns that fired in a sentence and their weights.
Fired = dict[str, dict[str, float]]


class Suggestion(NamedTuple):
    """A code suggested for a sentence, with a score from 0 to 1 and the reason in Danish.

    ``speaker`` is who speaks, where the suggestion is about that.
    """

    code: str
    score: float
    why: str
    speaker: str = ""


def weigh(hits: Iterable[Hit]) -> Fired:
    """Per code the patterns that fired and their weights; a pattern that fires twice counts once."""
    fired: Fired = defaultdict(dict)
    for pattern, _, _ in hits:
        fired[pattern.code][pattern.text] = pattern.weight
    return fired


def suggestions(codes: Iterable[str], hits: Iterable[Hit]) -> list[Suggestion]:
    """The suggestions that hits make for ``codes``, in the order of these."""
    fired = weigh(hits)
    found = [suggestion(code, fired[code]) for code in codes if code in fired] if fired else []
    return [item for item in found if item is not None]


def suggestion(code: str, fired: dict[str, float]) -> Suggestion | None:
    """The suggestion these patterns make, or None where they weigh too little."""
    total = sum(fired.values())
    if total < THRESHOLD:
        return None
    return Suggestion(code=code, score=confidence(total), why=reason(fired))


def confidence(total: float) -> float:
    """A weight as a score: 0.6 at the threshold, towards 1 above. An order, not a probability."""
    return round(total / (total + 2.0), 3)


def reason(fired: dict[str, float]) -> str:
    """The patterns that spoke for the code, heaviest first; what only leans a little is counted, not listed."""
    told = sorted([(-weight, text) for text, weight in fired.items() if weight >= 1])
    faint = len([weight for weight in fired.values() if 0 < weight < 1])
    parts = [f"mønster: {', '.join([text for _, text in told])}"] if told else []
    if faint:
        parts.append(f"{faint} svage ord" if faint > 1 else "1 svagt ord")
    return "; ".join(parts)
