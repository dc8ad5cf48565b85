"""From claims to positions: grouped, counted, titled."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from hoering.codebook import Codebook
from hoering.codebook.model import MATTER_STANCES
from hoering.duplicates import Passage
from hoering.positions.counting import Joining, Tally
from hoering.positions.grouping import Group, groups
from hoering.positions.likeness import Language
from hoering.positions.matters import Matters
from hoering.positions.records import Claim, Member, Position
from hoering.positions.showing import order
from hoering.positions.titles import title
from hoering.records import Source
from hoering.themes import NOT_COUNTED
from hoering.topics.words import forms

# Words a position is said to share stand in at least so many of its claims.
_SHARED = 0.5
_WORDS = 4
OTHER = "Andre emner"


def find_positions(
    claims: Iterable[Claim],
    sources: Iterable[Source],
    book: Codebook,
    *,
    own: Mapping[str, Sequence[Passage]] = MappingProxyType({}),
    joinings: Iterable[Joining] = (),
) -> list[Position]:
    """Positions by theme in the codebook's order, then by stance, those of most senders first.

    Every claim is in exactly one; opposite stances are never together.

    Args:
        claims: from `hoering.positions.claims_of`, in the order of the sources.
        sources: what was received; claims of a draft or of what is not used are left out.
        book: the codebook.
        own: the passages that each near copy has and no other of its group, in the raw text, by source.
        joinings: who joins whose answer.
    """
    used = {s.source: s for s in sources if s.status == "used" and s.kind not in NOT_COUNTED}
    counted = [claim for claim in claims if claim.source in used]
    behind: dict[str, list[Joining]] = defaultdict(list)
    for joining in joinings:
        if joining.source.source in used:
            behind[joining.joins].append(joining)
    tally = Tally(used, own, behind, book.private)
    language = Language.of(counted, Matters.of(book))
    labels = {code.id: code.label for code in book.themes}
    parts: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in counted:
        parts[claim.theme, claim.stance].append(claim)
    found = [
        _position(group, language, tally, labels.get(claim.theme, OTHER))
        for own_claims in parts.values()
        for claim in own_claims[:1]
        for group in groups(own_claims, language)
    ]
    return sorted(found, key=lambda p: _order(p, list(labels)))


def _order(position: Position, themes: Sequence[str]) -> tuple[int, str, int, int, tuple[int, ...], str]:
    theme = themes.index(position.theme) if position.theme in themes else len(themes)
    stance = MATTER_STANCES.index(position.stance) if position.stance in MATTER_STANCES else len(MATTER_STANCES)
    return theme, position.theme, stance, -position.senders, position.numbers, position.position_id


def _position(group: Group, language: Language, tally: Tally, theme: str) -> Position:
    first = group.claims[0]
    ranked = order(group)
    heading = title(group, group.claims[ranked[0]], theme, language.matters)
    joining = tally.joining(group.claims)
    counts = tally.counts(group.claims, joining)
    words = _shared_words(group, language)
    identity = f"{first.theme}|{first.stance}|{first.concern_id}"
    return Position(
        position_id=hashlib.sha256(identity.encode()).hexdigest()[:12],
        theme=first.theme,
        stance=first.stance,
        target_actor=_target(group.claims),
        title=heading,
        senders=counts.senders,
        numbers=counts.numbers,
        sender_types=counts.sender_types,
        texts=counts.texts,
        claims=len(group.claims),
        joined=tuple(item.source.number for item in joining),
        words=words,
        score=group.score,
        why=_why(group, words, language.matters),
        members=(
            *(_member(rank, group, place) for rank, place in enumerate(ranked, 1)),
            *(_joiner(rank, item) for rank, item in enumerate(joining, len(ranked) + 1)),
        ),
    )


def _target(claims: Sequence[Claim]) -> str:
    """The party most claims are directed at, where at least half name it."""
    named = Counter(claim.target_actor for claim in claims if claim.target_actor).most_common(1)
    return named[0][0] if named and 2 * named[0][1] >= len(claims) else ""


def _shared_words(group: Group, language: Language) -> tuple[str, ...]:
    if len(group.claims) < 2:
        return ()
    met = Counter(term for read in group.read for term in read.terms)
    least = max(2, _SHARED * len(group.read))
    shared = [term for term, count in met.items() if count >= least]
    ordered = sorted(shared, key=lambda term: (-met[term] * float(language.worth[language.places[term]]), term))
    return tuple(_shown(term, group, language) for term in ordered[:_WORDS])


def _shown(term: str, group: Group, language: Language) -> str:
    """A base form as the claims write it most often."""
    written = Counter(
        form.lower() for claim in group.claims for form in forms(claim.quote) if term in language.reader.of(form)[:1]
    )
    return min(written, key=lambda form: (-written[form], len(form), form), default=term)


def _why(group: Group, words: Sequence[str], matters: Matters) -> str:
    if len(group.claims) == 1:
        return "står alene: ingen anden påstand om temaet siger det samme"
    reasons = [f"samme sag: {matters.spoken(group.matter, group.claims[0].stance)}"] if group.matter else []
    reasons += [f"fælles ord: {', '.join(words)}"] if words else []
    return "; ".join(reasons or ["ordene ligner hinanden i betydning"])


def _member(rank: int, group: Group, place: int) -> Member:
    claim = group.claims[place]
    return Member(
        rank=rank,
        basis="claim",
        concern_id=claim.concern_id,
        coding_id=claim.coding_id,
        source=claim.source,
        number=claim.number,
        document=claim.document,
        page=claim.page,
        start=claim.start,
        end=claim.end,
        quote=claim.quote,
        voice=claim.voice,
        speaker=claim.speaker,
        sender=claim.sender,
        sender_type=claim.sender_type,
        target_actor=claim.target_actor,
        also=tuple((start, end) for start, end, _ in claim.also),
        likeness=group.likeness[place],
    )


def _joiner(rank: int, joining: Joining) -> Member:
    source = joining.source
    return Member(
        rank=rank,
        basis="joins",
        concern_id="",
        coding_id="",
        source=source.source,
        number=source.number,
        document=source.document,
        page=joining.page,
        start=joining.start,
        end=joining.end,
        quote=joining.quote,
        voice=source.sender_type,
        speaker="",
        sender=source.sender,
        sender_type=source.sender_type,
        target_actor="",
        also=(),
        likeness=0.0,
    )
