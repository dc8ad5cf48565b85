"""Papers, municipalities and parties named in a text."""

from __future__ import annotations

import re
from collections import Counter

from hoering.language.gazetteer import names


def paper_in(text: str) -> str:
    """The newspaper or broadcaster a text names most often; empty where it names none."""
    broadcasters = re.findall(r"\b((?:TV|Radio) [A-ZÆØÅ][\wæøå]+)\b", text)
    suffixes = "|".join(sorted(map(re.escape, names("media_suffix")), key=len, reverse=True))
    found = re.findall(rf"\b((?:[A-ZÆØÅ][\wæøå]+ ){{1,2}}(?:{suffixes}))\b", text) if suffixes else []
    known = [name for name in names("media") if len(name) > 4 and re.search(rf"\b{re.escape(name)}\b", text)]
    counts = Counter([*found, *known, *broadcasters])
    return counts.most_common(1)[0][0] if counts else ""


def municipality_in(text: str) -> str:
    """The municipality a text names most often, as "Ravnsø Kommune"; empty where it names none."""
    found = Counter(re.findall(r"\b([A-ZÆØÅ][\wæøå-]+) [Kk]ommunes?\b", text))
    return f"{found.most_common(1)[0][0]} Kommune" if found else ""


def party_in(role: str) -> str:
    """The party or local list named in somebody's role; empty where none is."""
    found = [name for name in names("party") if re.search(rf"\b{re.escape(name)}\b", role)]
    if found:
        return max(found, key=len)
    lists = re.findall(r"\b[A-ZÆØÅ][\wæøå]*(?:listen|liste|partiet)\b|[A-ZÆØÅ][\wæøå]+ Liste\b", role)
    return lists[0] if lists else ""
