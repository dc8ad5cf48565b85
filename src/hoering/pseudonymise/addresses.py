"""Where a person lives: streets with a number, farms and villages with a post code, and the street of "jeg bor på".

A street once found with its number is found again wherever the text repeats it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hoering.pseudonymise.finding import Finding, Mask, Rule
from hoering.pseudonymise.words import is_place_or_party

_STREET_ENDING = (
    r"(?:vej|vejen|gade|gaden|vænget|vænge|allé|alle|alléen|stræde|strædet|stien|sti|parken|park|plads|pladsen|torv|torvet"
    r"|toften|toft|tofte|bakken|bakke|lunden|lund|haven|have|engen|eng|marken|krogen|krog|dalen|skoven|gården|vangen|vang"
    r"|brynet|bo|kaj|kajen|boulevard|boulevarden|draget|hegnet|krattet|dyssen|banken|svinget|skrænten|brinken|højen|høj"
    r"|åsen|løkken|agrene|ager|kæret|mosen|ledet|diget|kvarteret|volden|led|kær|skellet|porten|passagen|dammen|stranden)"
)
# These alone say "street" also in small letters.
_PLAIN_ENDING = r"(?:vej|vejen|gade|gaden|vænget|vænge|allé|alléen|stræde|strædet|boulevard|boulevarden)"
# With these a word after "bor på" is a street and not Amager or Hedelund.
_NO_TOWN_ENDING = (
    r"(?:vej|vejen|gade|gaden|vænget|vænge|allé|alléen|stræde|strædet|stien|parken|pladsen|torvet|toften|bakken|lunden"
    r"|haven|engen|marken|krogen|dalen|skoven|vangen|boulevard|boulevarden|draget|hegnet|krattet|dyssen|banken|svinget"
    r"|skrænten|brinken|højen|åsen|løkken|agrene|kæret|mosen|ledet|diget|kvarteret|volden|dammen)"
)
_STREET_WORD = (
    r"(?:Vej|Gade|Vænge|Allé|Alle|Stræde|Sti|Park|Plads|Torv|Toft|Bakke|Have|Gård|Kaj|Boulevard|Huse|Strand|Mark)"
)
_NO_STREET = r"(?!(?:I|På|Ved|Fra|Til|Hos|Og|Min|Mit|Vores|Den|Det|Jeg|Vi|Han|Hun|Adresse|Adr|Bopæl)\b)"
_CAPITAL = r"[A-ZÆØÅ][\w.'’-]{0,40}"
_NUMBER = r"(?:\d{1,3}|\d[\dlO]{1,2})(?: ?[-–/] ?\d{1,3})? ?[A-Za-z]?(?![\w-])"
_DOOR = r"(?:(?:t\.?h|t\.?v|m\.?f)\b\.?|dør ?\d{1,3}\b|(?<=\. )\d{1,2}\b(?!\. ?[a-zæøå\d]))"
_STOREY = r"(?:\d{1,2}\.|st\b\.?|stuen|kl\b\.|kld\b\.?|kælderen)(?: ?sal\b)?"
_FLOOR = rf"(?:{_STOREY}(?:,? ?{_DOOR})?|\d{{1,2}} ?sal\b|sal\b|{_DOOR})"
_ROOM = r"(?:(?:vær(?:else)?|lejl(?:ighed)?|opg(?:ang)?|bolig|hus)\b\.? ?\d{1,4}[A-Za-z]?)"
_HOUSE = rf" {_NUMBER}(?:,? ?{_FLOOR})?(?:,? ?{_ROOM})?"
_CODE = r"(?:DK[- ]?)?[1-9][\dO]{3}"
_TOWN = r"(?:(?:Kgs|St|Sdr|Nr|Gl|Ll|Vr|Ndr)\. )?[A-ZÆØÅ][a-zæøåé]+(?: (?:[A-ZÆØÅ]{1,2}\b|[A-ZÆØÅ][a-zæøå]+))?"
_CITY = rf"(?:,\s[A-ZÆØÅ][a-zæøå]+)?,?\s{{1,3}}{_CODE} {_TOWN}"
_SMALL_CITY = rf"(?:,?\s{{1,3}}{_CODE} [A-Za-zÆØÅæøå]+(?: [a-zæøåA-ZÆØÅ]\b)?)?"
_CARE_OF = rf"(?:[cC]/[oO] {_CAPITAL}(?: {_CAPITAL}){{0,2}},\s)?"
_FARM = r"(?:[A-ZÆØÅ][a-zæøå]+ [\"”»'][^\"”»«'\n]{2,25}[\"”»«'],\s)?"
_LIVES = (
    r"\b(?i:bor|boede|boet|bopæl|bosat|hjemme|flytted?e?|flyttet|adresse(?:n)?|naboer|overfor|genbo)\b"
    r"(?: (?:nu|stadig|alene|også|begge|igen|jo|selv|her|er)){0,2}"
)

_NAMED_STREET = rf"(?:{_CAPITAL} ){{0,3}}(?:[A-ZÆØÅ][\w.'’-]{{0,40}}{_STREET_ENDING}|{_CAPITAL} {_STREET_WORD})"
_SMALL_STREET = (
    rf"(?:(?:sct|skt|gl|gammel|ny|nr|nørre|sdr|sønder|øster|vester|store|lille)\.? )?[a-zæøåé.]{{2,40}}{_PLAIN_ENDING}"
)
_STREETS = (
    # Rønnebærvej 14; Gl. Strandvej 12B, 8900 Byen; Nørre Allé 7; H.C. Andersens Vej 4; c/o Holm, Parkvænget 71
    re.compile(rf"\b{_CARE_OF}{_FARM}{_NO_STREET}{_NAMED_STREET}{_HOUSE}(?:{_CITY})?"),
    # any name with a house number and a town: Møllehøj 3, 4000 Roskilde; Ved Skoven 22, 2740 Skovlunde
    re.compile(
        rf"\b{_CARE_OF}{_FARM}(?:(?:Ved|På|Bag|Over|Under|Mellem) )?{_NO_STREET}"
        rf"{_CAPITAL}(?: {_CAPITAL}){{0,2}}{_HOUSE}{_CITY}"
    ),
    # Engen 14, Torvet 2, 2.tv: words of their own, with a floor or after "bor"
    re.compile(rf"\b(?=[A-ZÆØÅ])(?i:{_STREET_ENDING}) {_NUMBER},? ?{_FLOOR}(?:{_CITY})?"),
)
_SMALL = (
    re.compile(rf"{_LIVES} (?:på |i |til )?((?i:[\w.]{{0,40}}{_STREET_ENDING}){_HOUSE}{_SMALL_CITY})"),
    re.compile(rf"(?<![\w.-])({_SMALL_STREET}{_HOUSE}{_SMALL_CITY})"),
    re.compile(
        rf"\b(?:til|på|i|bor) ((?:(?:sct|skt|gl|h\.c)\.? )?[a-zæøåé]{{2,40}}s (?:vej|gade|plads|allé|stræde)"
        rf"{_HOUSE}{_SMALL_CITY})"
    ),
)
_ROADS = re.compile(r"(?:motor|hoved|side|om|gen|ud|adgangs|cykel|grus|priv?at)(?:vej|vejen|gade)\b", re.IGNORECASE)
_BARE_STREET = re.compile(
    rf"{_LIVES} "
    rf"(?:på|til|ved) ((?:{_CAPITAL} ){{0,2}}[A-ZÆØÅ][\w.'’-]{{0,40}}{_NO_TOWN_ENDING}|(?:{_CAPITAL} )+{_STREET_WORD})"
    r"(?![\w-])"
)
_BARE_STREET_IN = re.compile(rf"{_LIVES} i ((?:{_CAPITAL} ){{0,2}}[A-ZÆØÅ][\w.'’-]{{1,40}}{_PLAIN_ENDING})(?![\w-])")
_BARE_TOWN = re.compile(rf"{_LIVES}(?: [a-zæøå]+)? ?(?:på|i|til|ved|:)? ((?<!\d){_CODE} {_TOWN})")
_BOX = re.compile(rf"\b(?i:post(?:boks|box)) \d{{1,5}}\b(?:{_CITY})?")
_FIELD = re.compile(
    r"^[ \t*]*(?:[Pp]rivat)?(?:[Aa]dresse|[Bb]opæl|ADRESSE|[Aa]dr\.|[Vv]ejnavn)\**:\**[ \t]*([^\n;|]{2,70}?)"
    r"(?=[ \t\r]*(?:$|[;|]|,? (?i:tlf|telefon|mobil|mail|e-mail|cpr)\b))",
    re.MULTILINE,
)
_LONG_ENOUGH = 8
_AGAIN = re.compile(rf"({_CAPITAL}(?: {_CAPITAL})* \d{{1,3}} ?[A-Za-z]?)(?![\w-])")


def _is_house(match: re.Match[str]) -> bool:
    """Whether the street is no town ("Danmark 2 gange") and no road in general ("motorvej 3")."""
    name = re.split(r" \d", match[match.lastindex or 0])[0]
    return not _ROADS.search(name) and (not is_place_or_party(name) or "," in match[0])


def _is_no_place(match: re.Match[str]) -> bool:
    return not any(is_place_or_party(word) for word in match[1].split())


def _has_digit(match: re.Match[str]) -> bool:
    return any(c.isdigit() for c in match[1])


_MASK = Mask("[adresse]", "adresse")
_RULES = (
    *(Rule(_MASK, regex, accepts=_is_house) for regex in _STREETS),
    *(Rule(_MASK, regex, group=1, accepts=_is_house) for regex in _SMALL),
    Rule(_MASK, _BARE_STREET, group=1, accepts=_is_no_place),
    Rule(_MASK, _BARE_STREET_IN, group=1, accepts=_is_no_place),
    Rule(_MASK, _BARE_TOWN, group=1),
    Rule(_MASK, _BOX),
    Rule(_MASK, _FIELD, group=1, accepts=_has_digit),
)


def find_addresses(text: str) -> Iterator[Finding]:
    """Streets with a number, with floor, door and town where they follow; and what "bor på" makes an address."""
    found = [finding for rule in _RULES for finding in rule.find(text)]
    yield from found
    yield from _again(found, text)


def _again(found: Sequence[Finding], text: str) -> Iterator[Finding]:
    """Streets that were found with a number, where they stand again, with the number or without."""
    heads: set[str] = {head[1] for f in found if (head := _AGAIN.match(text, f.start, f.end))}
    for street in sorted(heads, key=lambda h: (-len(h), h)):
        for match in re.finditer(rf"(?<!\w){re.escape(street)}(?![\w-])", text):
            yield _MASK.at(match.start(), match.end())
    for street in sorted({re.sub(r" \d.*", "", head) for head in heads}):
        if _is_telling(street):
            for match in re.finditer(rf"(?<![\w-]){re.escape(street)}(?![\w-])", text):
                yield _MASK.at(match.start(), match.end())


def _is_telling(street: str) -> bool:
    """Whether a street's name is one also without a number: "Rønnebærvej", not "Torvet"."""
    return len(street) >= _LONG_ENOUGH and not any(is_place_or_party(word) for word in street.split())
