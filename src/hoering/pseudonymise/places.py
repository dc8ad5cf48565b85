"""Names by where they stand: signature, form field, label of a turn, after a title or "jeg hedder".

Here a name may be one that no list holds, or in small letters, or an ordinary word elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from hoering.language.lemmas import is_known_word
from hoering.pseudonymise.finding import NameFinding
from hoering.pseudonymise.words import (
    BIG,
    SMALL,
    WORD,
    is_acronym,
    is_first_name,
    is_institution,
    is_listed_patronymic,
    is_name_in_sentence,
    is_ordinary,
    is_place_or_party,
    is_surname,
    is_unheard_of,
    may_be_name,
    titled,
    without_genitive,
)

_LINE_NAME = r"([^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3})"
_LINE_END = r"[ \t]*(?:[,(/|–\r\n]|- |$)"
_CLOSER = r"(?:hils(?:en|ner)|mvh|vh|kh|veg?ne)"
_SIGNATURE = re.compile(
    rf"^[^\n]{{0,40}}\b{_CLOSER}\b[.,]?[ \t]*\r?\n\s*{_LINE_NAME}{_LINE_END}", re.IGNORECASE | re.MULTILINE
)
_INLINE_SIGNATURE = re.compile(rf"\b(?i:hilsen|hilsner|mvh|vh|kh)\b[.,]? (?:fra )?({WORD}(?: {WORD}){{0,3}})")
_LAST_LINE = re.compile(r"\n\s*\n\s*([a-zæøå]{3,12})\s*\Z")
_LAST_FULL_NAME = re.compile(rf"\n\s*\n\s*({WORD}(?: {WORD}){{1,3}})\s*\Z")
_PORTAL = re.compile(r"^(?:Fulde )?[Nn]avn:?[ \t]*\r?\n[ \t]*([^\r\n]+)", re.MULTILINE)
_FIELD = re.compile(
    rf"^(?:(?:Fulde |Borgers )?[Nn]avn|Fornavn|Efternavn|Deltagere?|Informant|Interviewperson|Kontaktperson):[ \t]*"
    rf"{_LINE_NAME}{_LINE_END}",
    re.MULTILINE,
)
_LABEL = re.compile(rf"^[ \t]*({WORD})(?: ?\([^)\n]{{1,20}}\))?[ \t]?:", re.MULTILINE)
_LABEL_REPEATS = 3
_ROLE = re.compile(r"(?:tor|tør|dent|mant|tager|leder|chef|peut|stent|viewer|styrer|rent|givere?)\d*$", re.IGNORECASE)

_TITLE = re.compile(
    r"(?<!\w)(?:(?i:hr|fru|frk|frøken|familien|doktor|dr|fr)\.?(?: og (?i:fru|hr)\.?)?"
    r"|(?i:overlæge|læge|psykolog|sagsbehandler|(?:social|job|virksomheds)?rådgiver|(?:job|virksomheds|unge)?konsulent"
    r"|mentor|kollega|kontaktperson|nabo|tandlæge|fysioterapeut|tolk|lærer)(?:en|n|s)?)"
    rf" ((?:[{BIG}]\.? )*{WORD}(?: {WORD})*)"
)
_CIVIL = re.compile(r"\A(?:hr|fru|frk|frøken|familien|fr|dr|doktor)\b", re.IGNORECASE)

_KIN = (
    r"(?:søn|datter|mand|kone|kæreste|samlever|ekskone|eksmand|eks|bror|søster|mor|far|moster|faster|onkel|tante|fætter|kusine"
    r"|svigermor|svigerfar|svoger|svigerinde|nabo|ven|veninde|kammerat|kollega|makker|chef|sagsbehandler|rådgiver|mentor"
    r"|konsulent|læge|lærer|barnebarn|dreng|pige|elev|lærling|svend|ansat)"
)
_OWN = r"(?:[Mm]in|[Mm]it|[Dd]in|[Hh]ans|[Hh]endes|[Vv]ores|[Dd]eres)"
_RELATED = re.compile(rf"\b{_OWN} (?:[{SMALL}]+ )?{_KIN} ({WORD}(?: {WORD})*)")
_INTRODUCED = re.compile(
    rf"(?:\b(?i:jeg|han|hun) hedder|\b{_KIN},? (?:som |der )?hedder|\b(?i:mit|hans|hendes) navn er)"
    rf" ([{BIG}{SMALL}]+(?:[ -][{BIG}{SMALL}]+){{0,2}})"
)
_CALLED_SMALL = re.compile(
    rf"\b[{SMALL}]+ hedder ([{SMALL}]{{3,}}(?: [{SMALL}]{{3,}})?)(?![\w@-])|\bdet er ([{SMALL}]{{4,}})(?=[.,!\n])"
)
_SHORTEST_SURNAME = 3
_RELATED_SMALL = re.compile(rf"\b{_OWN} (?:[{SMALL}]+ )?{_KIN},? (?:der hedder )?([{SMALL}]{{3,}})(?![\w@-])")
_APPOSED = re.compile(rf"(?:, |hedder |ved navn |navn er |kaldes )({WORD})(?=[,.])")
_NICKNAME = re.compile(
    rf"\b(?:(?i:jeg|han|hun|ham|hende|mig)\b(?: [{SMALL}]+){{0,2}}|{WORD},?(?: også)?)"
    rf" kald(?:et|es|te|t|er)(?: for| ham| hende| mig)* [”\"»']?({WORD})"
)
_IN_SENTENCE = re.compile(rf"(?<![.:!?] )\b(\w[{SMALL}]*),? ({WORD})(?= [{SMALL}]|[,.;?!)]|$)", re.MULTILINE)
_NO_NAME_AFTER = frozenset({"at", "den", "det", "en", "et", "sankt", "hver", "i", "på"})
_AGED = re.compile(
    rf"(?<![\w@-])({WORD}(?: {WORD}){{0,2}})(?:, | på | \()(?:1[6-9]|[2-9]\d)(?: år)?(?=[,.;)]| og\b| fra\b| gammel|$)",
    re.MULTILINE,
)
_INITIALS = re.compile(rf"(?<![\w.@])(?:[{BIG}]\. ?){{1,3}}({WORD})(?![\w@])")
_SMALL_LETTERS = re.compile(
    rf"(?<![^\W_])(?<![@.-])(?=(([{SMALL}]{{2,}})[ ._-]([{SMALL}]{{2,}}))(?![^\W_]|[@-]))", re.MULTILINE
)


def names_by_place(text: str) -> Iterator[NameFinding]:
    """Names that the words and lines around them tell."""
    yield from _signatures(text)
    yield from _labels(text)
    yield from _titles(text)
    yield from _introductions(text)
    yield from _aged(text)
    yield from _ambiguous(text)
    yield from _abbreviated(text)


def _signatures(text: str) -> Iterator[NameFinding]:
    """Below the closing formula, as a last line, in the portal's name field."""
    for regex, why in (
        (_SIGNATURE, "underskrift"),
        (_INLINE_SIGNATURE, "underskrift"),
        (_LAST_LINE, "underskrift"),
        (_PORTAL, "navnefelt"),
        (_FIELD, "navnefelt"),
    ):
        for match in regex.finditer(text):
            name = match[1].strip()
            words = name.split()
            institution = any(is_institution(w) or is_place_or_party(w) or is_acronym(w) for w in words)
            ordinary = len(words) == 1 and is_ordinary(titled(name))
            if not institution and not ordinary and 1 <= len(words) <= 4:
                yield NameFinding(match.start(1), match.start(1) + len(name), _usual(name), why)
    for match in _LAST_FULL_NAME.finditer(text):
        if all(is_unheard_of(word) or is_first_name(word) or is_surname(word) for word in match[1].split()):
            yield NameFinding(match.start(1), match.end(1), match[1], "underskrift")


def _labels(text: str) -> Iterator[NameFinding]:
    """``Bo: Jeg synes …``, and ``Fatuma:`` where the label comes back and is no word."""
    found = list(_LABEL.finditer(text))
    counts = Counter(match[1] for match in found)
    for match in found:
        often = counts[match[1]] >= _LABEL_REPEATS and is_unheard_of(match[1])
        if (often and not _ROLE.search(match[1])) or may_be_name(match[1]):
            yield NameFinding(match.start(1), match.end(1), match[1], "taleretiket")


def _titles(text: str) -> Iterator[NameFinding]:
    """``fru Madsen``, ``hr. og fru Holm``, ``lægen Kofoed``."""
    for match in _TITLE.finditer(text):
        first, last = match[1].split()[0], match[1].split()[-1]
        civil = _CIVIL.match(match[0]) and (is_unheard_of(last) or not is_ordinary(last))
        listed = is_surname(last) or is_first_name(first) or is_name_in_sentence(first)
        if (civil or listed) and not is_institution(last):
            yield _named(match, match[1], "titel foran")


def _introductions(text: str) -> Iterator[NameFinding]:
    """``jeg hedder birthe``, ``min søn Bo``, ``kaldet Skipper``."""
    for match in _INTRODUCED.finditer(text):
        if name := _introduced(match[1]):
            yield NameFinding(match.start(1), match.start(1) + len(name), _usual(name), "præsentation")
    for match in _RELATED.finditer(text):
        first = match[1].split()[0]
        if may_be_name(first) or is_first_name(first) or is_unheard_of(first):
            yield _named(match, match[1], "præsentation")
    for match in _RELATED_SMALL.finditer(text):
        if is_first_name(match[1].capitalize()) and not match[1].endswith("s"):
            yield NameFinding(match.start(1), match.end(1), match[1].capitalize(), "præsentation")
    for match in _CALLED_SMALL.finditer(text):
        if name := _introduced(match[match.lastindex or 0]):
            start = match.start(match.lastindex or 0)
            yield NameFinding(start, start + len(name), _usual(name), "præsentation")
    for match in _NICKNAME.finditer(text):
        if not is_institution(match[1]) and not is_place_or_party(match[1]):
            yield _named(match, match[1], "kaldenavn")


def _aged(text: str) -> Iterator[NameFinding]:
    """``Fatuma, 54 år``."""
    for match in _AGED.finditer(text):
        words = match[1].split()
        if all(is_unheard_of(word) or may_be_name(word) or is_first_name(word) for word in words):
            yield _named(match, match[1], "alder efter")


def _introduced(run: str) -> str:
    """How much of the words after "jeg hedder" is the name."""
    words = run.split()
    first = titled(words[0])
    capital = words[0][0].isupper()
    if not (is_first_name(first) or (capital and (may_be_name(first) or is_unheard_of(first)))):
        return ""
    taken = [words[0]]
    for word in words[1:]:
        if not (word[0].isupper() or is_surname(word.capitalize()) or _is_no_word(word)):
            break
        taken.append(word)
    return " ".join(taken)


def _is_no_word(word: str) -> bool:
    return len(word) > _SHORTEST_SURNAME and not is_known_word(word) and not is_place_or_party(word.capitalize())


def _ambiguous(text: str) -> Iterator[NameFinding]:
    """``, Bo,`` and ``det var Bo der``: names that are ordinary words elsewhere."""
    for match in _APPOSED.finditer(text):
        if may_be_name(match[1]):
            yield _named(match, match[1], "navn i indskud")
    for match in _IN_SENTENCE.finditer(text):
        before = match[1]
        if before.islower() and before not in _NO_NAME_AFTER and is_name_in_sentence(match[2]):
            yield NameFinding(match.start(2), match.end(2), match[2], "navn i sætning")


def _abbreviated(text: str) -> Iterator[NameFinding]:
    """``M. Jensen``, ``mads.holm`` and ``mads jensen``."""
    for match in _INITIALS.finditer(text):
        if is_surname(match[1]) and not is_institution(match[1]):
            yield _named(match, match[0], "forbogstav", group=0)
    for match in _SMALL_LETTERS.finditer(text):
        first, last = match[2].capitalize(), match[3].capitalize()
        surname = is_listed_patronymic(last) if " " in match[1] else is_surname(last)
        if surname and (is_first_name(first) or may_be_name(first)):
            name = without_genitive(f"{first} {last}")
            yield NameFinding(match.start(), match.start() + len(name), name, "navn i små bogstaver")


def _named(match: re.Match[str], name: str, why: str, *, group: int = 1) -> NameFinding:
    bare = without_genitive(name)
    return NameFinding(match.start(group), match.start(group) + len(bare), bare, why)


def _usual(name: str) -> str:
    return titled(name) if name.islower() or name.isupper() else name
