"""What a coder is: anything that suggests themes, actors and a stance for the sentences of a source.

Voice is told by the structure of a text (turns, quotation marks, who sends) and is worked out before, in the same way
for every coder.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from hoering.annotate import Sentence
from hoering.coding.evidence import Suggestion
from hoering.records import Source


class Suggested(NamedTuple):
    """What is suggested for one sentence: any number of themes and actors, exactly one stance."""

    themes: tuple[Suggestion, ...]
    actors: tuple[Suggestion, ...]
    stance: Suggestion


class LogOdds(NamedTuple):
    """How much speaks for every code, whether it is suggested or not: sentences by codes in the codebook's order.

    0 is where a coder is as much for as against a code; an order of magnitude, not always a probability.
    """

    themes: NDArray[np.float64]
    actors: NDArray[np.float64]
    stances: NDArray[np.float64]


class SentenceCoder(Protocol):
    """A coder of sentences, made for one codebook."""

    @property
    def name(self) -> str:
        """How the coder is named in the table of codings ("rule:patterns")."""

    def suggest(self, source: Source, sentences: Sequence[Sentence], voices: Sequence[Suggestion]) -> list[Suggested]:
        """Suggestions for each sentence, each with a score from 0 to 1 and a reason in Danish.

        Args:
            source: what the sentences stand in: kind, sender and sender's type.
            sentences: all of its sentences, in reading order.
            voices: for each sentence the party whose view it renders.
        """


@runtime_checkable
class WeighingCoder(SentenceCoder, Protocol):
    """A coder that can also say how much speaks for the codes it does not suggest; what is learned builds on that."""

    def log_odds(self, source: Source, sentences: Sequence[Sentence], voices: Sequence[Suggestion]) -> LogOdds:
        """How much speaks for every code in every sentence; the same arguments as `suggest`."""
