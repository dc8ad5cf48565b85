"""A draft cut into what can answer a position: its sentences and list items, with the section each stands in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hoering.coverage.drafts import Draft
from hoering.coverage.records import Passage
from hoering.records import Segment

# What stands over a list of promises and is no section: "Vi vil", "Kommunen vil:", "Det gør vi".
_LEAD = re.compile(
    r"(?:derfor )?(?:vi|kommunen|byrådet|jobcentret)\s(?:vil|skal)\b[^.]{0,40}:?|(?:det|sådan) (?:gør|vil) vi:?",
    re.IGNORECASE,
)
_QUESTION = 60
_FEWEST_WORDS = 3
OPENING = "(før første overskrift)"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a draft and its place; the first is what stands before any heading, with an empty place."""

    title: str
    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parts:
    """A draft's sections and passages in reading order; a passage's ``section`` is a place in ``sections``."""

    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]

    def of(self, section: int) -> list[Passage]:
        """The passages of a section."""
        return [passage for passage in self.passages if passage.section == section]


def parts_of(draft: Draft) -> Parts:
    """Cut a draft; headings without any passage of their own, such as a line with a name, are no sections."""
    sections: list[Section] = [Section(OPENING, 1, 0, 0)]
    passages: list[Passage] = []
    inside: dict[str, list[Segment]] = defaultdict(list)
    for sentence in draft.sentences:
        inside[sentence.parent].append(sentence)
    codes = _codes(draft)
    led = False
    for item in draft.segments:
        if is_lead(item.text):
            led = True
        elif _is_heading(item):
            sections.append(Section(item.text, item.page, item.start, item.end))
            led = False
        else:
            led = led and _continues(item)
            found = _passages(item, inside[item.segment_id], codes, len(passages), len(sections) - 1, led)
            passages += found
    return _filled(sections, passages)


def is_lead(text: str) -> bool:
    """Whether a line only leads to a list of promises."""
    return _LEAD.fullmatch(text.strip()) is not None


def _is_heading(item: Segment) -> bool:
    text = item.text.strip()
    asks = item.level == "paragraph" and text.endswith("?") and len(text) <= _QUESTION and text[:1].isupper()
    return item.level == "heading" or asks


def _continues(item: Segment) -> bool:
    """Whether a line goes on with a list: it is marked as an item, or begins in the middle of a sentence."""
    return item.level == "item" or item.text[:1].islower()


def _passages(
    item: Segment,
    sentences: list[Segment],
    codes: Mapping[tuple[int, int, str], frozenset[str]],
    number: int,
    section: int,
    led: bool,
) -> Iterator[Passage]:
    for sentence in sentences:
        if len(sentence.text.split()) < _FEWEST_WORDS:
            continue
        place = sentence.start, sentence.end
        yield Passage(
            number=number,
            page=sentence.page,
            start=sentence.start,
            end=sentence.end,
            text=sentence.text,
            section=section,
            led=led,
            paragraph=item.text,
            themes=codes.get((*place, "theme"), frozenset()),
            actors=codes.get((*place, "actor"), frozenset()),
        )
        number += 1


def _codes(draft: Draft) -> Mapping[tuple[int, int, str], frozenset[str]]:
    found: dict[tuple[int, int, str], set[str]] = defaultdict(set)
    for coding in draft.codings:
        found[coding.start, coding.end, coding.kind].add(coding.code)
    return {place: frozenset(codes) for place, codes in found.items()}


def _filled(sections: list[Section], passages: list[Passage]) -> Parts:
    used = sorted({passage.section for passage in passages})
    new = {old: place for place, old in enumerate(used)}
    return Parts(
        tuple(sections[old] for old in used),
        tuple(replace(passage, section=new[passage.section]) for passage in passages),
    )
