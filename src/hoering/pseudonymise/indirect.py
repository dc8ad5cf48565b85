"""Who may be recognised although no name stands: a rare job, a small place and an illness in one passage.

Works on masked text and changes nothing: what is found is a question to a person. The words are in
``indirect_words.tsv``; what counts is how many *kinds* of them meet about one person, and how rare they are.
The weights and limits are set by hand on the invented passages in ``tests/data/indirekte.tsv``; no source
gives such numbers for Danish consultation answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import wordfreq

from hoering.language import gazetteer
from hoering.pseudonymise.words import is_acronym, is_institution
from hoering.records import Flag, SafeText

LABELS = {
    "illness": "helbred",
    "job": "job",
    "origin": "oprindelse",
    "family": "familie",
    "event": "hændelse",
    "unique": "enestående",
    "workplace": "arbejdssted",
    "place": "sted",
    "age": "alder",
    "rare": "sjældne ord",
}

# One passage: three points of two kinds, one of them a place or a rare thing. A whole letter gathers more by
# chance, so it takes five points of four kinds and a place.
_ENOUGH = 3
_ENOUGH_IN_ALL, _KINDS_IN_ALL = 5, 4
_FULL_SCORE = 6
_RARE = 2

_OF_ONE = {"hoeringssvar", "debat", "survey"}

# A passage about people in general ("borgere med sclerose") points at nobody.
_ONE_PERSON = re.compile(
    r"\b(?:jeg|mig|min|mit|mine|han|hun|ham|hende|hans|hendes)\b|\[(?:Borger|Person|Medarbejder) \d+\]"
    r"|\bvores (?:søn|datter|barn|far|mor)\b|\b(?:en|den|vores) (?:\w+ )?(?:mand|kvinde|borger|dreng|pige|elev)\b"
    r"|\bvi er de eneste\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\b(?:1[5-9]|[2-9]\d) år(?! siden)\b|\b\d\d-årig|\b(?:er|på) (?:1[5-9]|[2-9]\d)(?=[,.]| og\b)", re.IGNORECASE
)
_DURATION = re.compile(r"(?:\b(?:i|efter|om|over|på under|for|hver|de sidste|gennem|mere end)) $", re.IGNORECASE)
_WORD_OF_PLACE = r"[A-ZÆØÅ][a-zæøåé]+"
_PLACE = re.compile(
    r"\b(?:i|på|ved|fra|til|uden for|omkring|nær) "
    r"((?:(?:Nr|Sdr|Gl|St|Ll|Vr|Ndr)\. ?"
    r"|(?:[Nn]ørre|[Ss]ønder|[Vv]ester|[Øø]ster|[Ll]ille|[Ss]tore|[Gg]ammel|Ny|Kirke) )?"
    rf"{_WORD_OF_PLACE}(?: (?:Skole|Kirke|Havn|By|by|Friskole|Efterskole|Plejehjem)\b)?)(?! (?:Kommune|Region)\b)"
)
# "hun bager", "han lærer": verbs that look like trades.
_SUBJECT = re.compile(r"\b(?:jeg|du|han|hun|den|det|vi|man|der|de)(?: (?:ikke|også|selv))? $", re.IGNORECASE)
# Whom everybody meets: a trade only where somebody *is* it.
_MET = frozenset({"læge", "lægen", "psykolog", "tandlæge", "sygeplejerske", "mester", "mesteren", "tolk"})
_IS = re.compile(r"\b(?:er|som|var|uddannet|tidligere|blev|bliver|arbejder som|ansat som)(?: \w+)? $", re.IGNORECASE)
_SMALL_WORD = re.compile(r"(?<![\w\[-])[a-zæøå]{7,}(?![\w\]-])")
# Words every consultation on employment has, however seldom they are elsewhere.
_OF_THE_TRADE = re.compile(
    r"job|hjælp|penge|ydelse|pension|ledig|beskæftig|arbejd|praktik|sagsbeh|samtale|forløb|indsats|borger|kommun|udvalg"
    r"|udbetal|syge|ansøg|afslag|ansæt|uddann|opkval|virksomhed|vejled|rådgiv|kontakt|møde|udkast|politik|hørings|mentor"
    r"|rehab|afklar|aktiv|integration|sprog|dansk|digital|løntil|flex|fleks|sanktion|rådighed|parat|netværk|ventetid|team"
    r"|center|skema|brev|regel|krav|time|medarbejd|fagforening|unge|aften|bussen|kollektiv|ernes$|ingerne?s?$|hed(?:en)?s?$"
    r"|(?:lig|ende|ede|es|ere|este)$"
)
_NOT_PLACES = ("organisation", "union", "unemployment_fund", "employer_organisation", "authority", "party", "media")


@dataclass(frozen=True, slots=True)
class IndirectFinding:
    """The same as a place in the text that was looked in."""

    start: int
    end: int
    why: str
    score: float


@dataclass(frozen=True, slots=True)
class _Trait:
    start: int
    end: int
    kind: str
    weight: int
    words: str


def indirect_flags(text: SafeText, *, private: str) -> list[Flag]:
    """Passages of a masked source a person should look at, in order.

    Args:
        text: one source past the privacy step.
        private: actor id of private senders; their letters and answers are also judged as a whole (an interview
            may hold several persons, and tells of each at length).
    """
    first, last = text.view.to_view(text.source.start, text.source.end)
    own = text.source.sender_type == private and text.source.kind in _OF_ONE
    flags = []
    for found in find_indirect(text.view.text[first:last], one_sender=own):
        start, end = text.view.to_raw(first + found.start, first + found.end)
        flags.append(
            Flag(
                document=text.source.document, page=text.page_of(start), start=start, end=end,
                why=found.why, score=found.score, text=text.view.text[first + found.start : first + found.end].strip(),
            )
        )  # fmt: skip
    return flags


def find_indirect(text: str, *, one_sender: bool = False) -> list[IndirectFinding]:
    """Lines of a text that tell enough of one person; with ``one_sender`` else the text as a whole.

    >>> find_indirect("Jeg er jordemoder i Lindholt og har sclerose.")[0].why
    'job (jordemoder) + sted (Lindholt) + helbred (sclerose)'
    """
    found = []
    for line in re.finditer(r"[^\n]+", text):
        if _ONE_PERSON.search(line[0]):
            traits = _traits(line[0])
            if _is_enough(traits):
                found.append(_finding(traits, line.start(), line.end()))
    if one_sender and not found:
        return _in_all(text)
    return found


def _in_all(text: str) -> list[IndirectFinding]:
    """A letter about its writer, whose traits stand apart from each other."""
    traits = [
        _Trait(line.start() + t.start, line.start() + t.end, t.kind, t.weight, t.words)
        for line in re.finditer(r"[^\n]+", text)
        if _ONE_PERSON.search(line[0])
        for t in _traits(line[0])
        if t.kind != "rare"
    ]
    best = _best_of_kind(traits)
    places = {"place", "workplace"} & {t.kind for t in best}
    if sum(t.weight for t in best) < _ENOUGH_IN_ALL or len(best) < _KINDS_IN_ALL or not places:
        return []
    return [_finding(traits, min(t.start for t in best), max(t.end for t in best), prefix="hele svaret: ")]


def _is_enough(traits: Sequence[_Trait]) -> bool:
    best = _best_of_kind(traits)
    rare_thing = any(t.weight >= _RARE and t.kind != "rare" for t in best)
    place = any(t.kind == "place" for t in best)
    return (rare_thing or place) and len(best) > 1 and sum(t.weight for t in best) >= _ENOUGH


def _finding(traits: Sequence[_Trait], start: int, end: int, prefix: str = "") -> IndirectFinding:
    best = _best_of_kind(traits)
    why = " + ".join(f"{LABELS[t.kind]} ({t.words})" for t in best)
    score = min(1.0, sum(t.weight for t in best) / _FULL_SCORE)
    return IndirectFinding(start, end, prefix + why, round(score, 2))


def _best_of_kind(traits: Sequence[_Trait]) -> list[_Trait]:
    """Of every kind the rarest, else the first; in order of place."""
    best: dict[str, _Trait] = {}
    for trait in traits:
        if trait.kind not in best or trait.weight > best[trait.kind].weight:
            best[trait.kind] = trait
    return sorted(best.values(), key=lambda t: (t.start, t.kind))


def _traits(line: str) -> list[_Trait]:
    found = [
        _Trait(match.start(), match.end(), kind, weight, match[0])
        for kind, weight, words in _words()
        for match in words.finditer(line)
    ]
    found = [t for t in found if t.kind != "job" or _is_trade(t, line)]
    found += _rare_words(line)
    found += [_Trait(m.start(), m.end(), "age", 1, m[0]) for m in _AGE.finditer(line) if _is_age(m, line)]
    found += [_Trait(m.start(1), m.end(1), "place", 1, m[1]) for m in _PLACE.finditer(line) if _is_small(m[1])]
    return sorted(found, key=lambda t: (t.start, t.kind))


def _is_trade(trait: _Trait, line: str) -> bool:
    before = line[max(0, trait.start - 24) : trait.start]
    if trait.words.lower() in _MET:
        return bool(_IS.search(before))
    return not (trait.words.endswith("er") and _SUBJECT.search(before))


def _rare_words(line: str) -> list[_Trait]:
    """The words that general Danish hardly has, one trait of weight 1 or (two of them and more) 2."""
    rare = [m for m in _SMALL_WORD.finditer(line) if _is_rare(m[0])]
    if not rare:
        return []
    words = ", ".join(dict.fromkeys(m[0] for m in rare))
    weight = 1 if len({m[0] for m in rare}) == 1 else _RARE
    return [_Trait(rare[0].start(), rare[-1].end(), "rare", weight, words)]


@cache
def _is_rare(word: str) -> bool:
    """A word of seven letters or more below one in a million that is no word of the administration."""
    return not _OF_THE_TRADE.search(word) and wordfreq.word_frequency(word, "da", minimum=0.0) == 0.0


def _is_age(match: re.Match[str], line: str) -> bool:
    """Not "i 20 år" and not "efter 15 år"."""
    return not _DURATION.search(line[max(0, match.start() - 14) : match.start()])


def _is_small(place: str) -> bool:
    """A place that is neither a large town or country nor an organisation's or authority's name."""
    head = place.split()[0]
    if head in _elsewhere() or place in _named() or is_acronym(place):
        return False
    return len(place.split()) > 1 or not is_institution(place)


@cache
def _named() -> frozenset[str]:
    return frozenset().union(*(gazetteer.names(kind) for kind in _NOT_PLACES))


@cache
def _words() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    return tuple((kind, int(weight), _regex(words)) for kind, weight, words in _table() if kind in LABELS)


@cache
def _elsewhere() -> frozenset[str]:
    """Large towns, parts of the country and countries: "fra Aarhus" tells little."""
    return frozenset(word for kind, _, words in _table() if kind == "not_place" for word in words.split("|"))


def _table() -> Iterator[list[str]]:
    table = (resources.files("hoering.pseudonymise") / "indirect_words.tsv").read_text(encoding="utf-8")
    return (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))


def _regex(words: str) -> re.Pattern[str]:
    forms = [re.escape(w).replace(r"\*", r"\w*").replace(r"\ ", r"\s") for w in words.split("|")]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE)
