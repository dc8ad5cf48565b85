"""The clause of a sentence that counts: what follows "men", or the main clause after "selvom …,"."""

from __future__ import annotations

from collections.abc import Sequence

_CONCESSIVE = frozenset({"selvom", "skønt", "uanset", "trods"})
_NOT_ONLY = frozenset({"kun", "bare", "blot", "alene"})
# A concession and what follows it are at least "men", a word and a full stop.
_LEAST = 3


def claim_start(forms: Sequence[str]) -> int:
    """Position of the first token of the claim: what follows "men", or the main clause after "selvom …,".

    "ikke kun … men også" takes nothing back, so there the claim is the whole sentence.

    >>> claim_start("Vi er glade for kurset , men bussen kører ikke .".split())
    7
    """
    low = [form.lower() for form in forms]
    for place in range(len(low) - _LEAST, 0, -1):
        if low[place] == "men" and not _adds(low, place):
            return place + 1
    if low and (low[0] in _CONCESSIVE or low[:2] == ["selv", "om"] or low[:3] == ["på", "trods", "af"]):
        comma = next((i for i, word in enumerate(low) if word == ","), 0)
        return comma + 1 if comma and len(low) - comma > _LEAST else 0
    return 0


def _adds(low: Sequence[str], place: int) -> bool:
    only = any(low[i] == "ikke" and low[i + 1] in _NOT_ONLY for i in range(place - 1))
    return only or low[place + 1] == "også"
