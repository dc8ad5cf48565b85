"""What a sentence's surroundings say of a code: what the words say of its neighbours, who speaks, which patterns fired.

"De skal høres før" names nobody: the sentence before does. A sentence is therefore weighed twice, first by its own
words alone (the *decisions*), then with the decisions on its neighbours and on the whole piece beside the codebook's
patterns, the kind of document, the voice and the pronouns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hoering.annotate import Sentence
from hoering.coding.evidence import THRESHOLD

Table = NDArray[np.float64]

KINDS = ("interview", "hoeringssvar", "survey", "debat", "nyhed", "notat")
# A draft of a policy is written as other papers of an administration are, and was trained on as one.
_READ_AS = {"politik": "notat"}

# Pronouns by whom they point at; the first two are crossed with the voice: a citizen's "jeg" is a citizen.
_PRONOUNS = (
    frozenset({"jeg", "mig", "min", "mit", "mine"}),
    frozenset({"vi", "os", "vores"}),
    frozenset({"du", "dig", "din", "i", "jer", "jeres"}),
    frozenset({"han", "hun", "ham", "hende", "hans", "hendes"}),
    frozenset({"de", "dem", "deres"}),
    frozenset({"man"}),
    frozenset({"den", "det", "dette", "denne"}),
)
_CROSSED = 2

# The neighbours that count: places before (after, where negative), and what they and the rest are called.
_NEAR = (1, 2, -1)
NEIGHBOURS = ("sætningen før", "to sætninger før", "sætningen efter", "resten af teksten")

_SHORT, _LONG = 5, 30

# So that a weight that is held small can matter for each: decisions are mostly between -1.5 and 0.5, the mean of a
# piece between -1 and -0.5, pattern weights 0 to 6.
_DECISION, _PIECE, _SUM, _SITUATION = 2.0, 4.0, 0.5, 0.7
_HEAVIEST = 2.0


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who speaks in what: kind of document, voice of each sentence, and all voices there are."""

    kind: str
    voices: Sequence[str]
    known: Sequence[str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the codes of one kind: decisions and pattern weights, sentences by codes, and what is usual."""

    decisions: Table
    patterns: Table
    usual: Table

    @classmethod
    def of(cls, decisions: Table, weights: Table, usual: Table) -> Evidence:
        """Pattern weights are counted in what is enough, and no further than twice that."""
        return cls(decisions, np.clip(weights / THRESHOLD, -1.0, _HEAVIEST), usual)


def shared(evidence: Evidence, situation: Table) -> Table:
    """Columns that every code weighs in its own way: all decisions, all patterns, and the situation."""
    return np.hstack([evidence.decisions, _SUM * evidence.patterns, _SITUATION * situation])


def own(evidence: Evidence, *, context: bool) -> NDArray[np.float64]:
    """What only the code itself weighs: features by sentences by codes.

    Args:
        evidence: of the sentences of one piece, in reading order.
        context: whether neighbours and the whole piece count.
    """
    found, patterns = evidence.decisions, evidence.patterns
    layers = [_DECISION * found, patterns, (patterns >= 1).astype(float), _SUM * _shifted(patterns, 1, 0.0)]
    if context:
        near = [_shifted(found, by, evidence.usual) for by in _NEAR]
        layers += [*near, _PIECE * _others(found, evidence.usual)]
    return np.stack(layers)


def neighbours(evidence: Evidence, weights: Table) -> NDArray[np.float64]:
    """How much each of `NEIGHBOURS` adds to the log odds, compared with what is usual: neighbours, sentences, codes.

    Args:
        evidence: of the piece.
        weights: of the codes' own features by codes (`own` with ``context``).
    """
    found, usual = evidence.decisions, evidence.usual
    near = [_shifted(found, by, usual) - usual for by in _NEAR]
    whole = _PIECE * (_others(found, usual) - usual)
    adds: NDArray[np.float64] = np.stack([*near, whole]) * weights[-len(NEIGHBOURS) :, None, :]
    return adds


def _shifted(table: Table, by: int, filler: Table | float) -> Table:
    """Each sentence's row replaced by that of the one ``by`` places before it (after it, where negative)."""
    moved = np.empty_like(table)
    moved[:] = filler
    if by > 0:
        moved[by:] = table[:-by]
    else:
        moved[:by] = table[-by:]
    return moved


def _others(table: Table, usual: Table) -> Table:
    """The mean over the other sentences of the piece, drawn towards what is usual where these are few."""
    mean: Table = (table.sum(axis=0) - table + 2 * usual) / (len(table) + 1)
    return mean


def situation(sentences: Sequence[Sentence], speaking: Speaking) -> Table:
    """Who speaks, in what kind of document, of whom by pronoun, and the sentence's form; sentences by columns."""
    voices, crossing = len(speaking.known), _CROSSED + 1
    table = np.zeros((len(sentences), len(KINDS) + voices * crossing + len(_PRONOUNS) + 3))
    kind = _READ_AS.get(speaking.kind, speaking.kind)
    if kind in KINDS:
        table[:, KINDS.index(kind)] = 1
    pronouns = np.array([_pronouns(sentence) for sentence in sentences]).reshape(-1, len(_PRONOUNS))
    first = len(KINDS) + voices * crossing
    table[:, first : first + len(_PRONOUNS)] = pronouns
    for row, (sentence, voice) in enumerate(zip(sentences, speaking.voices, strict=True)):
        if voice in speaking.known:
            at = len(KINDS) + speaking.known.index(voice) * crossing
            table[row, at] = 1
            table[row, at + 1 : at + crossing] = pronouns[row, :_CROSSED]
        table[row, -3:] = _form(sentence)
    return table


def _pronouns(sentence: Sentence) -> list[bool]:
    present = {form.lower() for form in sentence.forms}
    return [not group.isdisjoint(present) for group in _PRONOUNS]


def _form(sentence: Sentence) -> tuple[float, float, float]:
    length = len(sentence.forms)
    asks = sentence.text.rstrip('”“»«"’) ').endswith("?")
    return min(length, _LONG) / _LONG, float(length < _SHORT), float(asks)
