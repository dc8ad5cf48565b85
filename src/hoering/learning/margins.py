"""A coder's log odds, brought into line with what it suggests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding.evidence import Suggestion
from hoering.coding.protocol import Suggested, WeighingCoder
from hoering.learning.decisions import DecidedKind
from hoering.learning.known import codes_of
from hoering.learning.residual import Floats
from hoering.records import Source

# On which side of 0 something stands is what is suggested, and by how little where the coder's own weights say
# otherwise: it may go by other signs than those it weighs (first person, a question, the likeliest of all).
_LITTLE = 0.5


class Margins(NamedTuple):
    """What a coder suggests, and per kind its log odds (sentences by codes), above 0 exactly where it suggests."""

    suggested: Sequence[Suggested]
    odds: Mapping[DecidedKind, Floats]


def margins(
    coder: WeighingCoder, book: Codebook, source: Source, sentences: Sequence[Sentence], voices: Sequence[Suggestion]
) -> Margins:
    """Ask a coder for one source; the arguments are those of `WeighingCoder.suggest`."""
    suggested = coder.suggest(source, sentences, voices)
    odds = coder.log_odds(source, sentences, voices)
    by_kind: dict[DecidedKind, Floats] = {"theme": odds.themes, "actor": odds.actors, "stance": odds.stances}
    aligned: dict[DecidedKind, Floats] = {}
    for kind, own in by_kind.items():
        said = np.zeros(own.shape, dtype=bool)
        columns = {code.id: column for column, code in enumerate(codes_of(book)[kind])}
        for row, found in enumerate(suggested):
            said[row, [columns[item.code] for item in of_kind(found, kind)]] = True
        against = said != (own > 0)
        aligned[kind] = np.where(against, np.where(said, _LITTLE, -_LITTLE), own)
    return Margins(suggested, aligned)


def of_kind(found: Suggested, kind: DecidedKind) -> tuple[Suggestion, ...]:
    """The suggestions of one kind for a sentence."""
    return {"theme": found.themes, "actor": found.actors, "stance": (found.stance,)}[kind]
