"""A coder with what people's decisions have taught on top of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.special import expit, logit

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding.evidence import Suggestion
from hoering.coding.protocol import LogOdds, Suggested, WeighingCoder
from hoering.learning.decisions import DecidedKind
from hoering.learning.known import codes_of
from hoering.learning.layer import Layer
from hoering.learning.margins import Margins, margins, of_kind
from hoering.learning.residual import Floats, Residual
from hoering.learning.words import words_of
from hoering.records import Source

# Less than this, and the reason does not mention what people have decided.
_WORTH_TELLING = 0.1
_WORDS_TOLD = 3


@dataclass(slots=True)
class LearnedCoder:
    """Suggests what its base suggests, moved by what was learned; as a `WeighingCoder` it can be built upon itself."""

    base: WeighingCoder
    layer: Layer
    book: Codebook

    @property
    def name(self) -> str:
        """As it stands in the table of codings: "learned:patterns"."""
        return f"learned:{self.base.name.rpartition(':')[2]}"

    def log_odds(self, source: Source, sentences: Sequence[Sentence], voices: Sequence[Suggestion]) -> LogOdds:
        """The base's log odds after learning; above 0 exactly where a theme or actor is suggested."""
        own, table = self._look(source, sentences, voices)
        return LogOdds(*(self._moved(own, table, kind) for kind in ("theme", "actor", "stance")))

    def suggest(self, source: Source, sentences: Sequence[Sentence], voices: Sequence[Suggestion]) -> list[Suggested]:
        """Suggestions for each sentence; the reason tells where people's decisions had a part in it."""
        own, table = self._look(source, sentences, voices)
        themes, actors, stances = (self._suggest(own, table, kind) for kind in ("theme", "actor", "stance"))
        return [
            Suggested(tuple(theme), tuple(actor), stance)
            for theme, actor, (stance,) in zip(themes, actors, stances, strict=True)
        ]

    def _look(
        self, source: Source, sentences: Sequence[Sentence], voices: Sequence[Suggestion]
    ) -> tuple[Margins, csr_matrix]:
        words = [words_of(source, sentence, voice) for sentence, voice in zip(sentences, voices, strict=True)]
        return margins(self.base, self.book, source, sentences, voices), self.layer.vocabulary.table(words)

    def _moved(self, own: Margins, table: csr_matrix, kind: DecidedKind) -> Floats:
        odds = own.odds[kind].copy()
        for column, code in enumerate(codes_of(self.book)[kind]):
            if learned := self.layer.learned.get(kind, {}).get(code.id):
                odds[:, column] = learned.moved(odds[:, column], table)
        return odds

    def _suggest(self, own: Margins, table: csr_matrix, kind: DecidedKind) -> list[list[Suggestion]]:
        before = [{item.code: item for item in of_kind(found, kind)} for found in own.suggested]
        if not self.layer.learned.get(kind):
            return [list(items.values()) for items in before]
        moved = self._moved(own, table, kind)
        chosen = chosen_codes(moved, kind)
        codes = [code.id for code in codes_of(self.book)[kind]]
        found: list[list[Suggestion]] = []
        for row, items in enumerate(before):
            found.append([])
            for column in np.flatnonzero(chosen[row]):
                code = codes[column]
                shift = float(moved[row, column] - own.odds[kind][row, column])
                why = self._why(table[row], shift, self.layer.learned[kind].get(code))
                found[-1].append(_suggestion(code, items.get(code), float(moved[row, column]), shift, why))
        return found

    def _why(self, words: csr_matrix, shift: float, learned: Residual | None) -> str:
        """How far people's decisions moved the code, and by which words of the sentence."""
        if learned is None or abs(shift) < _WORTH_TELLING:
            return ""
        sign = 1.0 if shift > 0 else -1.0
        part = sign * learned.words[words.indices] * words.data
        best = [words.indices[i] for i in np.argsort(-part, kind="stable")[:_WORDS_TOLD] if part[i] > 0]
        told = ", ".join(f"»{self.layer.vocabulary.words[place].lstrip('-')}«" for place in best)
        amount = f"{shift:+.1f}".replace(".", ",").replace("-", "−")
        return f"menneskers beslutninger: {amount}" + (f" ({told})" if told else "")


def chosen_codes(odds: Floats, kind: DecidedKind) -> np.ndarray:
    """Which codes are suggested: themes and actors above 0, of the stances the one with most for it."""
    if kind != "stance":
        return np.asarray(odds > 0)
    chosen = np.zeros(odds.shape, dtype=bool)
    if odds.size:
        chosen[np.arange(len(odds)), odds.argmax(axis=1)] = True
    return chosen


def _suggestion(code: str, before: Suggestion | None, odds: float, shift: float, why: str) -> Suggestion:
    """The base's own suggestion with its score moved, or a new one."""
    if before is None:
        return Suggestion(code=code, score=round(float(expit(odds)), 3), why=why or "ingen anden holdning vejer mere")
    if not why:
        return before
    certain = min(max(before.score, 0.001), 0.999)
    score = round(float(expit(logit(certain) + shift)), 3)
    return Suggestion(code=code, score=score, why="; ".join(filter(None, (before.why, why))))
