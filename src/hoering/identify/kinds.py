"""What kind of document it is, by its file name and its wording."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from hoering.debates import is_debate
from hoering.identify.guess import UNKNOWN, Guess, strength
from hoering.sensitive import RawDocument

_POLITICIAN = (
    r"(?:byråds|folketings|regionsråds|udvalgs)?(?:medlem af|medlem|kandidat|formand)|borgmester|rådmand|spidskandidat"
    r"|gruppeformand|(?:byråds|kommunalbestyrelses|folketings|regionsråds|udvalgs)\w+"
)
_MONTH = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
# Kind, weight, where to look (path or text), what for. The heaviest sum wins; at a tie the first here.
_KIND_CUES: tuple[tuple[str, float, str, str], ...] = (
    ("survey", 5, "text", r"^Svar \d+:"),
    ("survey", 3, "path", r"spørgeskema|unders(?:ø|oe)gelse|survey|åbne svar|besvarelse"),
    ("survey", 4, "text", r"\A.{0,120}(?:[Ss]pørgeskema|\w*undersøgelse\b|[Rr]undspørge|[Tt]ilfredshedsmåling)"),
    (
        "survey",
        3,
        "text",
        r"^(?:Respondent|Svarperson|Besvaret|Besvarelse)\b|\bbesvarelse (?:nr\.? ?)?\d+|^Svar nr\. \d+",
    ),
    ("interview", 3, "path", r"interview|fokusgruppe|transskri|udskrift"),
    ("interview", 3, "text", r"^(?:I|IP|INT|Interviewer|Moderator|Spørger):"),
    ("interview", 2, "text", r"\A\s*(?:\w*[Ii]nterview|Fokusgruppe|Transs?kri\w+|Udskrift)\b"),
    ("politik", 2, "path", r"politik\b|udkast|\bplan\b"),
    ("politik", 3, "text", r"\A.{0,200}\b[Uu]dkast til [\w-]*politik\b.{0,300}^Forord$"),
    (
        "politik",
        3,
        "text",
        r"\A(?:[^\n]{0,80}\n){0,2}(?!Høring|Vedr|Til|Bem|Komm|Svar)[^\n]{0,40}(?:politik|strategi|plan)\b[^\n]{0,40}$",
    ),
    (
        "politik",
        3,
        "text",
        r"^(?:Forord|Vision|Værdier|Indledning|Fokusområder|Velkommen|Borgmesterens forord)\b[^\n]{0,60}$"
        r".{0,3000}^(?:Mål|Pejlemærke|Indsatsområde|Indsats|Fokusområde|Fokusområder|Vision|Værdi|Tema)\b",
    ),
    ("notat", 3, "path", r"notat|procesplan|referat|opsamling|dagsorden|sagsfremstilling|indstilling"),
    (
        "notat",
        3,
        "text",
        r"[Ff]orvaltningen (?:foreslår|indstiller|vurderer|gennemfører)|^#{1,4} |\bReferent:|\bIndstilling\b",
    ),
    (
        "notat",
        4,
        "text",
        r"\A.{0,250}^(?:NOTAT|N O T A T|Notat|Høringsnotat|Hvidbog|Referat|Sagsfremstilling|Opsamling)\b",
    ),
    ("notat", 3, "text", r"\b(?:Dette notat|Notatet)\b|[Aa]dministrationen (?:foreslår|indstiller|vurderer|anbefaler)"),
    ("notat", 3, "text", r"\b(?:er|er der) (?:modtaget|indkommet) \d+ (?:hørings)?svar"),
    ("hoeringssvar", 3, "text", r"\A.{0,1500}(?:[Hh]øringssvar|[Ss]var på høring|[Vv]edr\.? høring)"),
    (
        "hoeringssvar",
        1,
        "text",
        r"\A.{0,1200}^[^\n]{0,60}(?:[Hh]øringssvar|[Ss]var på høring|[Vv]edr\.? høring)[^\n.]{0,90}$",
    ),
    (
        "hoeringssvar",
        2,
        "text",
        r"^(?:(?:Emne|Vedr|Ang)[^\n]{0,40})?(?:Bemærkninger|Kommentarer|Indspil|Input)\b(?: (?:til|fra|vedr)[^\n]*)?$",
    ),
    (
        "hoeringssvar",
        2,
        "text",
        r"^(?:Emne|Subject|Vedr|Vedrørende|Ang|Angående)\b[.:]*[^\n]*(?:[Hh]øring|[Uu]dkast|[Pp]olitik)",
    ),
    ("hoeringssvar", 3, "text", r"^Afsender\b.{0,400}^(?:Indsendt|Sagsnummer|Hørings-id)\b"),
    ("hoeringssvar", 2, "path", r"h(?:ø|oe)ringssvar|\bsvar\b"),
    ("hoeringssvar", 1, "text", r"^(?:Kære|Hej|Til (?:byrådet|kommunen|udvalget|[A-ZÆØÅ]))"),
    (
        "hoeringssvar",
        1,
        "text",
        r"^(?:[A-ZÆØÅ]\w+ ){0,2}(?:[a-zæøå]+ ){0,2}(?:[Hh]ilsen|[Hh]ilsner)\b|^(?:Mvh|Vh|Kh)\b|\bvegne\b",
    ),
    (
        "hoeringssvar",
        1.5,
        "text",
        r"\b(?:[Uu]dkastet|[Pp]olitikken|beskæftigelsespolitik\w*|jeres (?:udkast|politik)|det nye udkast)\b",
    ),
    (
        "hoeringssvar",
        1,
        "text",
        r"\b(?:[Vv]i|[Jj]eg|[Rr]ådet|[Ff]oreningen|[Kk]redsen) (?:\w+ ){0,3}?"
        r"(?:foreslår|savner|anbefaler|opfordrer|ønsker|synes|mener|støtter|imod|bakker|kvitterer|gerne have)\b",
    ),
    ("debat", 5, "text", r"\A.{0,400}(?:LÆSERBREV|Læserbrev|DEBAT\b|^debat |KRONIK|^Debat$)"),
    ("debat", 5, "text", r"\A.{0,300}(?:^LEDER\b|^Leder(?:en)?$|^Lederen? |[Dd]ebatindlæg\b|^[^\n]{3,40} mener$)"),
    ("debat", 2, "path", r"debat|læserbrev|kronik|klumme"),
    ("debat", 3, "text", r"Dette indlæg er alene udtryk for"),
    (
        "debat",
        5,
        "text",
        rf"\A.{{0,300}}^(?:Af )?[A-ZÆØÅ][\w.-]+(?: [A-ZÆØÅ][\w.-]+)+"
        rf"(?:,| \([A-ZÆØÅ]{{1,2}}\),) ?[^\n]{{0,60}}\b(?:{_POLITICIAN})\b",
    ),
    ("debat", 1, "text", r"\?\s.{0,400}\?|\?\s+[A-ZÆØÅ][^.?!]{0,40}[.!]\s*\Z"),
    ("nyhed", 2, "path", r"nyhed|artikel|presse"),
    ("nyhed", 3, "text", r"^Af:? [A-ZÆØÅ][\w.-]+(?: [A-ZÆØÅ][\w.-]+)+(?:, journalist)?$|^AF [A-ZÆØÅ ]+$"),
    ("nyhed", 3, "text", r"^(?:Tekst|Foto|Tekst og foto|Arkivfoto|Journalist):|\bPubliceret \d|, journalist$"),
    ("nyhed", 1, "text", rf"\A.{{0,200}}\d{{1,2}}\. ?(?:{_MONTH}) \d{{4}},? kl\. ?\d"),
    (
        "nyhed",
        2,
        "text",
        r"^(?:Share\.|Del artiklen|Der er lukket for kommentarer|Læs også)|\A\s*date \d{4}-\d{2}",
    ),
    ("nyhed", 1, "text", r"[”»–].{10,400}\b(?:siger|fortæller|udtaler|forklarer) [A-ZÆØÅ]"),
    ("nyhed", 1, "text", r"^– .{10,400}, (?:siger|fortæller|sagde|udtaler|forklarer)\b"),
)
_FLAGS = re.MULTILINE | re.DOTALL
_COMPILED_CUES = tuple((k, w, where, re.compile(regex, _FLAGS)) for k, w, where, regex in _KIND_CUES)
# A greeting alone, or a word about the policy alone, does not make a kind.
_LEAST = 2.0
# How sure a debate is that is told by its turns.
_DEBATE = 0.95
_UTTERANCE = re.compile(r"^([A-ZÆØÅ][\w .]{0,24}):[ \t]+(\S.*)$", re.MULTILINE)


def guess_kind(document: RawDocument) -> Guess:
    """Kind of a document; unknown where nothing tells."""
    if is_debate(document.text.splitlines()):
        return Guess("debat", _DEBATE, "politikere har ordet på skift")
    totals: dict[str, float] = {kind: 0.0 for kind, *_ in _KIND_CUES}
    whys: dict[str, list[str]] = defaultdict(list)
    for kind, weight, where, regex in _COMPILED_CUES:
        if regex.search(document.document.lower() if where == "path" else document.text):
            totals[kind] += weight
            whys[kind].append("filnavn" if where == "path" else "ordlyd")
    if _is_dialogue(document.text):
        totals["interview"] += 4
        whys["interview"].append("ordlyd")
    best = max(totals, key=lambda kind: totals[kind])
    if totals[best] < _LEAST:
        return Guess(UNKNOWN)
    return Guess(best, strength(totals[best], sum(totals.values())), " og ".join(dict.fromkeys(whys[best])))


def _is_dialogue(text: str) -> bool:
    """Whether two speakers take turns and one of them asks."""
    turns = [(m[1], m[2]) for m in _UTTERANCE.finditer(text)]
    counts = Counter(label for label, _ in turns)
    speaking = [label for label, count in counts.items() if count >= 2]
    asked = Counter(label for label, said in turns if said.rstrip().endswith("?"))
    return len(speaking) >= 2 and any(asked[label] * 2 >= counts[label] for label in speaking)
