"""What kind of document it is, by its file name and its wording."""

from __future__ import annotations

import re
from collections import defaultdict

from hoering.identify.guess import UNKNOWN, Guess, strength
from hoering.sensitive import RawDocument

# Kind, weight, where to look (path or text), what for. The heaviest sum wins; at a tie the first here.
_KIND_CUES: tuple[tuple[str, float, str, str], ...] = (
    ("survey", 5, "text", r"^Svar \d+:"),
    ("survey", 3, "path", r"spørgeskema|unders(?:ø|oe)gelse|survey|åbne svar|besvarelse"),
    ("interview", 3, "path", r"interview|fokusgruppe|transskri|udskrift"),
    ("interview", 3, "text", r"^(?:I|IP|INT|Interviewer|Moderator):"),
    ("politik", 2, "path", r"politik\b|udkast|\bplan\b"),
    ("politik", 3, "text", r"\A.{0,200}\b[Uu]dkast til [\w-]*politik\b.{0,300}^Forord$"),
    ("notat", 3, "path", r"notat|procesplan|referat|opsamling|dagsorden|sagsfremstilling|indstilling"),
    (
        "notat",
        3,
        "text",
        r"[Ff]orvaltningen (?:foreslår|indstiller|vurderer|gennemfører)|^#{1,4} |\bReferent:|\bIndstilling\b",
    ),
    ("hoeringssvar", 4, "text", r"\A.{0,1500}(?:[Hh]øringssvar|[Ss]var på høring|[Vv]edr\.? høring)"),
    ("hoeringssvar", 2, "path", r"h(?:ø|oe)ringssvar|\bsvar\b"),
    ("hoeringssvar", 1, "text", r"^(?:Med venlig hilsen|Venlig hilsen|Mvh|Mange hilsner|Hilsen|Kære|Hej)\b"),
    ("debat", 5, "text", r"\A.{0,400}(?:LÆSERBREV|Læserbrev|DEBAT\b|^debat |KRONIK|^Debat$)"),
    ("debat", 2, "path", r"debat|læserbrev|kronik|klumme"),
    ("debat", 3, "text", r"Dette indlæg er alene udtryk for"),
    ("nyhed", 2, "path", r"nyhed|artikel|presse"),
    ("nyhed", 3, "text", r"^Af [A-ZÆØÅ][\w.-]+(?: [A-ZÆØÅ][\w.-]+)+$"),
    (
        "nyhed",
        2,
        "text",
        r"^(?:Share\.|Del artiklen|Der er lukket for kommentarer|Læs også)|\A\s*date \d{4}-\d{2}",
    ),
    ("nyhed", 1, "text", r"[”»–].{10,400}\b(?:siger|fortæller|udtaler|forklarer) [A-ZÆØÅ]"),
)
_FLAGS = re.MULTILINE | re.DOTALL
_COMPILED_CUES = tuple((k, w, where, re.compile(regex, _FLAGS)) for k, w, where, regex in _KIND_CUES)


def guess_kind(document: RawDocument) -> Guess:
    """Kind of a document; unknown where nothing tells."""
    totals: dict[str, float] = {kind: 0.0 for kind, *_ in _KIND_CUES}
    whys: dict[str, list[str]] = defaultdict(list)
    for kind, weight, where, regex in _COMPILED_CUES:
        if regex.search(document.document.lower() if where == "path" else document.text):
            totals[kind] += weight
            whys[kind].append("filnavn" if where == "path" else "ordlyd")
    best = max(totals, key=lambda kind: totals[kind])
    if totals[best] == 0:
        return Guess(UNKNOWN)
    return Guess(best, strength(totals[best], sum(totals.values())), " og ".join(dict.fromkeys(whys[best])))
