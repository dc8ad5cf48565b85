"""The two coders made of a trained model: by the words alone, and stacked with patterns and surroundings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from hoering.annotate import Sentence
from hoering.codebook import Code, Codebook
from hoering.coding.evidence import THRESHOLD, Fired, Suggestion
from hoering.coding.protocol import LogOdds, Suggested
from hoering.coding.rules import PatternCoder
from hoering.coding.stance import NEUTRAL
from hoering.coding.trained.model import CODE_KINDS, TrainedModel, Weighing
from hoering.coding.trained.reasons import Reasons, Spoken
from hoering.coding.trained.surroundings import Evidence, Speaking, Table, situation
from hoering.records import Source

TRAINED, STACKED = "model:trained", "model:stacked"

# A sentence's likeliest theme is suggested from half the probability that a second one needs: most sentences have
# one, and on authors left out this gave both a higher micro- and a higher samples-F1 than one threshold for all.
FIRST = 0.5

# A theme or actor whose patterns fire is suggested from this share of the probability it needs otherwise: what the
# codebook says in so many words, and what people add to it, counts also where the model has seldom seen it. Tried 1,
# .8, .6, .4 and .25 on authors left out: letters gain up to .007, debates lose below .6.
TOLD = 0.6


@dataclass(frozen=True, slots=True)
class _Weighed:
    """Log odds of a kind's codes in the codebook's order, from which each is suggested, and why.

    ``least`` holds for each sentence and code, ``usual`` for a code where no pattern fires, ``first`` for the
    likeliest one.
    """

    codes: tuple[str, ...]
    odds: Table
    least: Table
    usual: Table
    first: Table
    why: Callable[[int, int], str]


@dataclass(slots=True)
class TrainedCoder:
    """Suggests by what the trained model makes of a sentence's words, said by whom.

    A code of the codebook that the model has not learned is suggested by its patterns.
    """

    book: Codebook
    model: TrainedModel
    patterns: PatternCoder = field(init=False)

    def __post_init__(self) -> None:
        self.patterns = PatternCoder(self.book)

    @property
    def name(self) -> str:
        """As it stands in the table of codings."""
        return TRAINED

    def suggest(self, source: Source, sentences: Sequence[Sentence], voices: Sequence[Suggestion]) -> list[Suggested]:
        """Suggestions for each sentence; the score is the probability that a human coder gives the code."""
        if not sentences:
            return []
        weighed = self._weigh(source, sentences, voices)
        return [
            Suggested(
                themes=tuple(_likely(weighed["themes"], row, first_is_easier=True)),
                actors=tuple(_likely(weighed["actors"], row)),
                stance=_likeliest(weighed["stances"], row),
            )
            for row in range(len(sentences))
        ]

    def log_odds(self, source: Source, sentences: Sequence[Sentence], voices: Sequence[Suggestion]) -> LogOdds:
        """Log odds of every code, less those from which it is suggested."""
        if not sentences:
            return self.patterns.log_odds(source, sentences, voices)
        weighed = self._weigh(source, sentences, voices)
        return LogOdds(*(weighed[kind].odds - weighed[kind].least for kind in CODE_KINDS))

    def _weigh(
        self, source: Source, sentences: Sequence[Sentence], voices: Sequence[Suggestion]
    ) -> dict[str, _Weighed]:
        fired = self.patterns.fired(sentences)
        weights = dict(zip(CODE_KINDS, self.patterns.weights(fired), strict=True))
        speaking = Speaking(source.kind, [voice.code for voice in voices], self.model.voices)
        rows = self.model.rows(sentences, speaking.voices)
        decisions = self.model.decisions(rows)
        around = situation(sentences, speaking)
        spoken, weighed = Spoken(self.model, rows), {}
        for kind in CODE_KINDS:
            learned = self.model.weighings[kind]
            known = Evidence.of(
                decisions[kind], _aligned(weights[kind], self._codes(kind), learned.codes), learned.usual
            )
            odds, least = self._odds(learned, known, around)
            reasons = Reasons(self.model, kind, spoken, known, self._told(getattr(fired, kind)))
            share = TOLD if self._heeds_patterns and kind != "stances" else 1.0
            weighed[kind] = _merged(self._codes(kind), learned, odds, least, weights[kind], reasons, share)
        return weighed

    def _odds(self, learned: Weighing, evidence: Evidence, around: Table) -> tuple[Table, Table]:
        """Log odds of the learned codes, and from which a code is suggested."""
        return learned.by_words(evidence.decisions), learned.alone

    def _codes(self, kind: str) -> tuple[str, ...]:
        codes: Sequence[Code] = getattr(self.book, kind)
        return tuple(code.id for code in codes)

    @property
    def _heeds_patterns(self) -> bool:
        return False

    def _told(self, fired: Sequence[Fired]) -> Sequence[Fired] | None:
        """The patterns a reason may name: none, since they have no say."""
        return fired if self._heeds_patterns else None


@dataclass(slots=True)
class StackedCoder(TrainedCoder):
    """Suggests by words, patterns, neighbours, kind of document and voice together."""

    @property
    def name(self) -> str:
        """As it stands in the table of codings."""
        return STACKED

    def _odds(self, learned: Weighing, evidence: Evidence, around: Table) -> tuple[Table, Table]:
        return learned.by_all(evidence, around), learned.together

    @property
    def _heeds_patterns(self) -> bool:
        return True


def _aligned(table: Table, codes: Sequence[str], wanted: Sequence[str]) -> Table:
    """The columns of ``wanted`` codes; zeros for one that is no longer in the codebook."""
    found = np.zeros((len(table), len(wanted)))
    for column, code in enumerate(wanted):
        if code in codes:
            found[:, column] = table[:, codes.index(code)]
    return found


def _merged(
    codes: tuple[str, ...],
    learned: Weighing,
    odds: Table,
    least: Table,
    weights: Table,
    reasons: Reasons,
    share: float,
) -> _Weighed:
    """All codes of the codebook: learned ones as the model weighs them, others by what is enough for patterns.

    ``share`` is how much of the needed probability is enough where a code's patterns fire.
    """
    merged, usual, first, told = weights - THRESHOLD, *np.zeros((3, len(codes)))
    places = {code: column for column, code in enumerate(learned.codes)}
    for column, code in enumerate(codes):
        if code in places:
            merged[:, column] = odds[:, places[code]]
            usual[column] = _odds_of(least[places[code]])
            told[column] = _odds_of(share * least[places[code]])
            first[column] = _odds_of(FIRST * least[places[code]])

    def why(row: int, column: int) -> str:
        return reasons.of(row, codes[column], learned=codes[column] in places)

    return _Weighed(codes, merged, np.where(weights >= THRESHOLD, told, usual), usual, first, why)


def _odds_of(probability: float) -> float:
    return float(np.log(probability / (1 - probability)))


def _likely(weighed: _Weighed, row: int, *, first_is_easier: bool = False) -> list[Suggestion]:
    odds = weighed.odds[row]
    suggested = odds >= weighed.least[row]
    if first_is_easier:
        likeliest = int(np.argmax(odds - weighed.usual))
        suggested[likeliest] |= odds[likeliest] >= weighed.first[likeliest]
    return [
        Suggestion(weighed.codes[column], _probability(odds[column]), weighed.why(row, int(column)))
        for column in np.flatnonzero(suggested)
    ]


def _likeliest(weighed: _Weighed, row: int) -> Suggestion:
    odds = weighed.odds[row]
    column = int(np.argmax(odds - weighed.usual))
    why = weighed.why(row, column) if weighed.codes[column] != NEUTRAL else _nothing_likely(weighed, row)
    return Suggestion(weighed.codes[column], _probability(odds[column]), why)


def _nothing_likely(weighed: _Weighed, row: int) -> str:
    """Why a sentence takes no stance: the likeliest one is too unlikely."""
    others = [column for column, code in enumerate(weighed.codes) if code != NEUTRAL]
    nearest = max(others, key=lambda column: float(weighed.odds[row, column]))
    share = f"{_probability(weighed.odds[row, nearest]):.2f}".replace(".", ",")
    return f"ingen holdning er sandsynlig nok (nærmest {weighed.codes[nearest]}, {share})"


def _probability(odds: float) -> float:
    return round(float(1 / (1 + np.exp(-odds))), 3)
