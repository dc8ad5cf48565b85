"""What a paragraph says, as the rows have it: all that a rewording of it may say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hoering.report.entries import Entries, Entry
from hoering.report.labels import Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A composed paragraph and what it was composed from; all text is pseudonymised.

    Args:
        text: the composed paragraph.
        title: the position it stands under.
        stance: the code of its stance: ``kritik``, ``forslag`` or ``stoette``.
        quotes: the exact quotations printed below it.
        counts: numbers with their nouns, as "3 borgere".
        parties: labels of every type of sender of the codebook, in lower case; only those in the rows may be named.
    """

    text: str
    title: str
    stance: str
    quotes: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[str, ...]:
        """Every text a number, name or word may come from."""
        return (self.text, self.title, *self.counts, *self.quotes)

    @property
    def own(self) -> tuple[str, str]:
        """The composed words alone, which decide what is for and what against."""
        return self.text, self.title


def facts_of(entry: Entry, text: str, entries: Entries) -> Facts:
    """The facts behind the paragraph ``text`` of an entry."""
    labels = entries.tally.labels
    return Facts(
        text=text,
        title=entry.title,
        stance=entry.stance,
        quotes=tuple(quote.text for quote in entry.quotes),
        counts=tuple(_counts(entry, labels)),
        parties=tuple(label.lower() for label in labels.actors.values()),
    )


def _counts(entry: Entry, labels: Labels) -> Iterator[str]:
    yield f"{entry.senders} {'afsender' if entry.senders == 1 else 'afsendere'}"
    # As many submissions as senders stand in the heading; another number stands nowhere on the page to be checked by.
    if len(entry.numbers) == entry.senders:
        yield f"{entry.senders} {'henvendelse' if entry.senders == 1 else 'henvendelser'}"
    for code, count in entry.types.items():
        yield f"{count} {labels.actor(code).lower()}"
