"""Which of the themes coded on a sentence its claim is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hoering.concerns.mentions import Mention
from hoering.patterns import Hit

# A theme whose words all stand before the claim ("glad for kurset, men …"), or only name who says it ("ifølge
# fagforeningen"), is worth half.
_OUTSIDE = 0.5


def themes_by_weight(
    coded: Mapping[str, float], hits: Iterable[Hit], start: int, speakers: Iterable[Mention] = ()
) -> list[str]:
    """The themes of a sentence, the one its claim is about first.

    Args:
        coded: the themes coded on the sentence, with their scores.
        hits: those of theme patterns in it.
        start: first token of the clause that carries the claim.
        speakers: the parties named only as those who say it.
    """
    spoken = [hit for hit in hits if hit.pattern.code in coded and hit.pattern.weight > 0]
    saying = list(speakers)
    inside = {hit.pattern.code for hit in spoken if hit.end > start and not _is_within(hit, saying)}
    outside = {hit.pattern.code for hit in spoken} - inside
    first = {code: min((h.start for h in spoken if h.pattern.code == code), default=len(coded)) for code in coded}
    return sorted(coded, key=lambda c: (-coded[c] * (_OUTSIDE if c in outside else 1), first[c], c))


def _is_within(hit: Hit, spans: Iterable[Mention]) -> bool:
    return any(span.start <= hit.start and hit.end <= span.end for span in spans)
