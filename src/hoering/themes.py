"""From codings to themes: how often, by whom, on which side, with which quotations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from types import MappingProxyType

from hoering.codebook import Code, Codebook
from hoering.duplicates import Passage, count_voices, is_own
from hoering.records import Coding, Quotation, Source, Theme

# The draft that is being heard is coded, so that it can be compared, but is nobody's answer to itself.
NOT_COUNTED = frozenset({"politik"})

_STANCE_ORDER = {"kritik": 0, "forslag": 1, "stoette": 2, "neutral": 3}
_GOOD_LENGTH = range(6, 61)

Place = tuple[str, int, int]


def themes(
    codings: Iterable[Coding],
    sources: Iterable[Source],
    book: Codebook,
    own: Mapping[str, Sequence[Passage]] = MappingProxyType({}),
) -> list[Theme]:
    """Themes with at least one counted sentence, the one met in most sources first.

    Questions of an interviewer and the draft itself are not counted.

    Args:
        codings: all codings.
        sources: what was received.
        book: the codebook.
        own: the passages that each near copy has and no other of its group, in the raw text, by source.
    """
    used = [s for s in sources if s.status == "used" and s.kind not in NOT_COUNTED]
    numbers = {s.source: s.number for s in used}
    groups = {s.source: s.group for s in used if s.group}
    counted = [c for c in codings if c.source in numbers and c.role != "interviewer"]
    stances = _by_place(counted, "stance")
    voices = _by_place(counted, "voice")
    found: dict[str, list[Coding]] = defaultdict(list)
    for coding in counted:
        if coding.kind == "theme":
            found[coding.code].append(coding)
    made = [
        replace(_theme(code, found[code.id], numbers, stances, voices), texts=_texts(found[code.id], groups, own))
        for code in book.themes
        if code.id in found
    ]
    return sorted(made, key=lambda t: (-len(t.sources), -t.sentences, t.label))


def _texts(codings: Iterable[Coding], groups: Mapping[str, str], own: Mapping[str, Sequence[Passage]]) -> int:
    """How many different texts codings stand in: of a campaign one, and each that says it in words of its own."""
    listed = list(codings)
    in_own_words = {c.source for c in listed if c.source in groups and is_own(c.start, c.end, own.get(c.source, ()))}
    return count_voices((c.source for c in listed), sender_of={}, group_of=groups, in_own_words=in_own_words).texts


def _by_place(codings: Iterable[Coding], kind: str) -> dict[Place, Coding]:
    return {_place(c): c for c in codings if c.kind == kind}


def _place(coding: Coding) -> Place:
    return coding.source, coding.start, coding.end


def _theme(
    code: Code,
    codings: Sequence[Coding],
    numbers: Mapping[str, int],
    stances: Mapping[Place, Coding],
    voices: Mapping[Place, Coding],
) -> Theme:
    quotations = [_quotation(c, numbers[c.source], stances, voices) for c in codings]
    return Theme(
        code=code.id,
        label=code.label,
        definition=code.definition,
        sentences=len(quotations),
        sources=tuple(sorted({q.number for q in quotations})),
        voices=dict(sorted(Counter(q.voice for q in quotations).items())),
        stances={stance: sum(q.stance == stance for q in quotations) for stance in _STANCE_ORDER},
        quotations=tuple(_worth_showing_first(quotations, {c.coding_id: c.score for c in codings})),
    )


def _quotation(
    coding: Coding, number: int, stances: Mapping[Place, Coding], voices: Mapping[Place, Coding]
) -> Quotation:
    stance, voice = stances.get(_place(coding)), voices.get(_place(coding))
    return Quotation(
        coding_id=coding.coding_id,
        source=coding.source,
        number=number,
        document=coding.document,
        page=coding.page,
        start=coding.start,
        end=coding.end,
        text=coding.quote,
        speaker=coding.speaker,
        sender=coding.sender,
        sender_type=coding.sender_type,
        voice=voice.code if voice else "ukendt",
        stance=stance.code if stance else "neutral",
        strength=stance.score if stance else 0.0,
    )


def _worth_showing_first(quotations: Sequence[Quotation], scores: Mapping[str, float]) -> list[Quotation]:
    """By stance; within a stance the strongest of each source in turn, so that no sender fills the page."""

    def worth(quotation: Quotation) -> float:
        return scores[quotation.coding_id] + quotation.strength

    ordered: list[Quotation] = []
    for stance in _STANCE_ORDER:
        per_source: dict[str, list[Quotation]] = defaultdict(list)
        for quotation in quotations:
            if quotation.stance == stance:
                per_source[quotation.source].append(quotation)
        for own in per_source.values():
            own.sort(key=lambda q: (len(q.text.split()) not in _GOOD_LENGTH, -worth(q), q.start))
        queues = sorted(per_source.values(), key=lambda own: (-worth(own[0]), own[0].number))
        ordered.extend(_different_first(q for turn in zip_longest(*queues) for q in turn if q is not None))
    return ordered


def _different_first(quotations: Iterable[Quotation]) -> list[Quotation]:
    """What has been quoted already goes last: the sentences of a campaign stand there once before all others do."""
    seen: set[str] = set()
    first: list[Quotation] = []
    again: list[Quotation] = []
    for quotation in quotations:
        words = " ".join(quotation.text.casefold().split())
        (again if words in seen else first).append(quotation)
        seen.add(words)
    return first + again
