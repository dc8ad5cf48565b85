"""Answers that join another's, made ready for counting: which of its positions they stand behind.

"Vi tilslutter os Handicaprådets svar" joins all of it, "for så vidt angår opkvalificering henviser vi til …" what is
said of that theme.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from hoering.endorsements import Endorsement
from hoering.positions.counting import Joining
from hoering.records import Coding, SafeText

_ONLY = re.compile(
    r"\b(?:for så vidt angår|hvad angår|angående|vedrørende|med hensyn til|når det (?:gælder|handler om)|i forhold til"
    r"|(?:spørgsmålet|afsnittet|punktet|bemærkninger(?:ne)?|synspunkter(?:ne)?) om)\b",
    re.IGNORECASE,
)


def joinings(
    endorsements: Sequence[Endorsement],
    texts: Mapping[str, SafeText],
    codings: Sequence[Coding],
    parties: AbstractSet[str],
) -> list[Joining]:
    """The endorsements whose source is known, each with its words and the themes it is limited to.

    Args:
        endorsements: with places in the raw text.
        texts: safe texts by source.
        codings: all codings; those of the sentence of an endorsement tell its theme.
        parties: ids of actors: that somebody is named does not make him the theme.
    """
    found = []
    joining_sources = {item.source for item in endorsements if item.joins}
    coded = [c for c in codings if c.source in joining_sources and c.kind in ("theme", "stance")]
    for item in endorsements:
        text = texts.get(item.source)
        if not item.joins or text is None:
            continue
        around = [c for c in coded if c.source == item.source and c.start < item.end and item.start < c.end]
        limited = any(_ONLY.search(coding.quote) for coding in around)
        themes = frozenset(c.code for c in around if c.kind == "theme") - parties if limited else None
        found.append(
            Joining(
                source=text.source,
                joins=item.joins,
                page=text.page_of(item.start),
                start=item.start,
                end=item.end,
                quote=text.view.quote(item.start, item.end),
                themes=themes,
            )
        )
    return found
