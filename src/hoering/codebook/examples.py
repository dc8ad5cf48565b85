"""A codebook tried on its own examples and counterexamples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hoering.codebook.model import KINDS, Code, Codebook
from hoering.codebook.reading import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One example (``wanted``) or counterexample of a code, and the codes of its kind that patterns suggest for it.

    ``kind`` is ``themes``, ``actors`` or ``stances``.
    """

    kind: str
    code: str
    text: str
    wanted: bool
    suggested: tuple[str, ...]

    @property
    def found(self) -> bool:
        """Whether the code itself is suggested."""
        return self.code in self.suggested

    @property
    def right(self) -> bool:
        """Whether an example is found, or a counterexample is not."""
        return self.found == self.wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How a code does on its own texts."""

    kind: str
    code: str
    examples: int
    found: int
    counterexamples: int
    hit: int


def try_examples(reader: Reader) -> list[Trial]:
    """Every example and counterexample of every code, in the order of the codebook."""
    asked = list(_asked(reader.book))
    trials = []
    for (kind, code, text, wanted), readings in zip(asked, reader.read(text for _, _, text, _ in asked), strict=True):
        found = [item.code for reading in readings for item in reading.suggested(reader.book, kind)]
        suggested = tuple(dict.fromkeys(found))
        trials.append(Trial(kind=kind, code=code.id, text=text, wanted=wanted, suggested=suggested))
    return trials


def tallies(book: Codebook, trials: Iterable[Trial]) -> list[Tally]:
    """The trials counted per code, in the order of the codebook; codes without examples too."""
    found = list(trials)
    return [_tally(kind, code.id, found) for kind in KINDS for code in getattr(book, kind)]


def _tally(kind: str, code: str, trials: list[Trial]) -> Tally:
    own = [trial for trial in trials if (trial.kind, trial.code) == (kind, code)]
    examples = [trial.found for trial in own if trial.wanted]
    others = [trial.found for trial in own if not trial.wanted]
    return Tally(
        kind=kind, code=code, examples=len(examples), found=sum(examples), counterexamples=len(others), hit=sum(others)
    )


def _asked(book: Codebook) -> Iterator[tuple[str, Code, str, bool]]:
    for kind in KINDS:
        for code in getattr(book, kind):
            yield from ((kind, code, text, True) for text in code.examples)
            yield from ((kind, code, text, False) for text in code.counterexamples)
