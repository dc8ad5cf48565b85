"""How many voices some sources are: every sender counts, and a text that many have sent counts once as a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """``senders`` who stand behind something, and the different ``texts`` they have sent."""

    senders: int
    texts: int


def count_voices(
    sources: Iterable[str],
    *,
    sender_of: Mapping[str, str],
    group_of: Mapping[str, str],
    in_own_words: Set[str] = frozenset(),
) -> Voices:
    """Count the voices of sources, for example of those in which a theme is coded.

    Args:
        sources: ids of sources that are not set aside; the same id twice counts once.
        sender_of: the sender of each; a source that is missing or whose sender is empty is a sender of its own.
        group_of: the label of the group each is in; missing or empty for what stands alone.
        in_own_words: those of the sources that say it in their own passages, outside the common text.

    >>> group_of = {"a": "Kampagne 1", "b": "Kampagne 1", "c": "Kampagne 1"}
    >>> count_voices("abcd", sender_of={}, group_of=group_of, in_own_words={"c"})
    Voices(senders=4, texts=3)
    """
    found = set(sources)
    senders = {sender_of.get(source) or f"\n{source}" for source in found}
    texts = {source if source in in_own_words else group_of.get(source) or source for source in found}
    return Voices(senders=len(senders), texts=len(texts))
