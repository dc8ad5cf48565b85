"""What a codebook makes of a sentence: its words, the patterns that fired, and what they add up to."""

from __future__ import annotations

from dataclasses import dataclass

from hoering.codebook.model import KINDS, Codebook
from hoering.codebook.reading import Reader, Reading
from hoering.coding.evidence import THRESHOLD, weigh
from hoering.language.compounds import parts as parts_of


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its lemma and, for a compound, the lemmas of its parts."""

    form: str
    lemma: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fired:
    """A pattern of a code that fired, and the words it fired on."""

    pattern: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the patterns of a code add up to, and whether and why it is suggested (``note``, in Danish).

    ``kind`` is ``themes``, ``actors`` or ``stances``; ``score`` is 0 for a code that is not suggested.
    """

    kind: str
    code: str
    total: float
    score: float
    suggested: bool
    note: str
    fired: tuple[Fired, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One sentence explained; verdicts by kind, the heaviest first."""

    text: str
    tokens: tuple[Token, ...]
    verdicts: tuple[Verdict, ...]


def explain(text: str, reader: Reader) -> list[Explanation]:
    """What the codebook makes of each sentence of a text, by its patterns alone.

    A run knows more: who speaks, what stood before, and what people have taught it.
    """
    (readings,) = reader.read([text])
    return [_explained(reading, reader.book) for reading in readings]


def _explained(reading: Reading, book: Codebook) -> Explanation:
    sentence = reading.sentence
    tokens = (Token(form, lemma, _parts(form)) for form, lemma in zip(sentence.forms, sentence.lemmas, strict=True))
    verdicts = (verdict for kind in KINDS for verdict in _verdicts(reading, book, kind))
    return Explanation(text=sentence.text, tokens=tuple(tokens), verdicts=tuple(verdicts))


def _parts(form: str) -> tuple[str, ...]:
    found = parts_of(form)
    return tuple(part.lemma for part in found) if len(found) > 1 else ()


def _verdicts(reading: Reading, book: Codebook, kind: str) -> list[Verdict]:
    scores = {item.code: (item.score, item.why) for item in reading.suggested(book, kind)}
    fired = weigh(reading.hits[kind])
    found = []
    for code in dict.fromkeys([*fired, *scores]):
        score, why = scores.get(code, (0.0, ""))
        total = sum(fired.get(code, {}).values())
        found.append(
            Verdict(
                kind=kind,
                code=code,
                total=total,
                score=score,
                suggested=code in scores,
                note="" if fired.get(code) and code in scores else why or _short(total, kind),
                fired=_fired(reading, kind, code),
            )
        )
    return sorted(found, key=lambda verdict: (not verdict.suggested, -verdict.total))


def _short(total: float, kind: str) -> str:
    if total <= 0:
        return "mønstrene taler imod"
    if total < THRESHOLD:
        return f"for lidt: {total:.3g} af {THRESHOLD:g}".replace(".", ",")
    return "vendt af »ikke« eller overtrumfet af en anden holdning" if kind == "stances" else ""


def _fired(reading: Reading, kind: str, code: str) -> tuple[Fired, ...]:
    """The patterns of a code that fired, the heaviest first; one that fired twice counts once, as in a run."""
    words: dict[str, tuple[float, list[str]]] = {}
    for pattern, start, end in reading.hits[kind]:
        if pattern.code == code:
            places = words.setdefault(pattern.text, (pattern.weight, []))[1]
            places.append(" ".join(reading.sentence.forms[start:end]))
    found = [Fired(text, weight, "; ".join(places)) for text, (weight, places) in words.items()]
    return tuple(sorted(found, key=lambda item: -abs(item.weight)))
