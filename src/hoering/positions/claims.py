"""From concerns to what is grouped: a concern under each of its themes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from hoering.concerns import Concern
from hoering.positions.records import Claim
from hoering.records import Coding

Place = tuple[str, int, int]


def claims_of(concerns: Iterable[Concern], codings: Iterable[Coding]) -> list[Claim]:
    """Each concern once under each of its themes, under ``""`` where it has none; in the order of the concerns.

    Args:
        concerns: all concerns of the consultation.
        codings: all codings; those of other kinds than themes only lend the sentences' words.
    """
    coded: dict[Place, dict[str, str]] = {}
    texts: dict[Place, str] = {}
    for coding in codings:
        place = coding.source, coding.start, coding.end
        texts[place] = coding.quote
        if coding.kind == "theme":
            coded.setdefault(place, {})[coding.code] = coding.coding_id
    return [claim for concern in concerns for claim in _claims(concern, coded, texts)]


def _claims(concern: Concern, coded: Mapping[Place, Mapping[str, str]], texts: Mapping[Place, str]) -> Iterator[Claim]:
    places = [(concern.start, concern.end), *concern.also]
    for theme in (concern.target_theme, *concern.other_themes):
        own = [place for place in places if theme in coded.get((concern.source, *place), {})] or places[:1]
        shown = own[0]
        yield Claim(
            concern_id=concern.concern_id,
            coding_id=coded.get((concern.source, *shown), {}).get(theme, ""),
            source=concern.source,
            number=concern.number,
            document=concern.document,
            page=concern.page,
            start=shown[0],
            end=shown[1],
            quote=texts.get((concern.source, *shown), concern.quote),
            voice=concern.voice,
            speaker=concern.speaker,
            sender=concern.sender,
            sender_type=concern.sender_type,
            theme=theme,
            stance=concern.stance,
            target_actor=concern.target_actor,
            weight=concern.score,
            also=tuple((*place, texts.get((concern.source, *place), "")) for place in sorted(own[1:])),
        )
