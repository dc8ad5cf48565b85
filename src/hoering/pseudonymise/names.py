"""Names of persons: found by a list of first names, by the places names stand in, and by the language model.

Detection only. Who is public and stays named is decided by the caller.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language

from hoering.language.lemmas import is_known_word
from hoering.language.pieces import pieces
from hoering.pseudonymise.finding import Claims, NameFinding
from hoering.pseudonymise.misspelt import one_spelling
from hoering.pseudonymise.places import names_by_place
from hoering.pseudonymise.words import (
    BIG,
    CAPS,
    LINK,
    SPACE,
    WORD,
    has_foreign_letter,
    is_ambiguous,
    is_first_name,
    is_institution,
    is_listed_patronymic,
    is_ordinary,
    is_place_or_party,
    is_surname,
    is_unheard_of,
    titled,
    without_genitive,
)

_CAPITALS = re.compile(rf"(?<![\w@-]){WORD}(?:{SPACE}{{1,3}}(?:{LINK}{SPACE})*{WORD})*(?![\w@])(?!-\w)")
_ALL_CAPS = re.compile(rf"(?<![\w@.-]){CAPS}(?: (?:[{BIG}]\. )*{CAPS})*(?![\w@-])")
_BROKEN = re.compile(rf"(?<![\w@.-])({WORD}(?: {WORD})*)[ \t]*\r?\n[ \t]*({WORD}(?: {WORD})*)(?![\w@-])")
_INITIAL_AFTER = re.compile(rf" (?!I\b)[{BIG}]\b\.?(?=[ ,.;:)]|$)")
_STOP = re.compile(r"[.!?…:][”»\")]*\s+[”»\"–-]?\s*\Z")
_SHORT_CAPS = 3

# "Brdr. Kvist", "Firmaet Lund", "Hansen & Søn": a family's name, but a firm.
_FIRM_BEFORE = re.compile(r"(?:Brdr\.|Brødrene|[Ff]irmaet|[Ff]irma) $")
_FIRM_AFTER = re.compile(r"s? (?:A[/-]S|ApS|[IPK][/-]S|(?:&|og) (?:Søn|Sønner|Co|Døtre)\b)")


def find_names(text: str, nlp: Language | None = None) -> list[NameFinding]:
    """All person names in a text, in order, none overlapping.

    Args:
        text: the text to look in.
        nlp: a pipeline with entities; without it the lists and patterns work alone.
    """
    found = [*names_by_place(text), *_from_lists(text), *_from_capitals(text), *_over_lines(text)]
    if nlp is not None and "ner" in nlp.pipe_names:
        found.extend(_from_model(text, nlp))
    return one_spelling(_resolved(f for f in found if not is_firm(text, f.start, f.end)))


def is_firm(text: str, start: int, end: int) -> bool:
    """Whether what stands around a name makes it a firm's: "Brdr. Kvist", "Kvist A/S"."""
    return bool(_FIRM_BEFORE.search(text[max(0, start - 12) : start]) or _FIRM_AFTER.match(text, end))


def _from_lists(text: str) -> Iterator[NameFinding]:
    for match in _CAPITALS.finditer(text):
        words = [(m[0], match.start() + m.start(), match.start() + m.end()) for m in re.finditer(r"\S+", match[0])]
        for finding in _name_in(words):
            yield _with_initial(text, finding)


def _name_in(words: list[tuple[str, int, int]]) -> Iterator[NameFinding]:
    """The name in a run of capitalised words: from the first given name to the end of the run."""
    for position, (word, _, _) in enumerate(words):
        rest = words[position + 1 :]
        ambiguous = is_ambiguous(word) and bool(rest) and is_surname(rest[-1][0])
        if is_first_name(word) or ambiguous:
            taken = _before_institution(words[_start(words, position) :])
            if len(taken) > 1 or not rest:  # "Sofie Skolen" is an institution's name
                yield _finding(taken, "navneliste")
            return
        if position == 0 and rest and is_surname(rest[-1][0]) and _is_family(word, rest[-1][0]):
            yield _finding(words, "efternavn")
            return
    if len(words) == 1 and is_listed_patronymic(words[0][0]):
        yield _finding(words, "efternavn")
    elif len(words) > 1 and _is_foreign([word for word, _, _ in words]):
        yield _finding(words, "fremmed navn")


def _start(words: list[tuple[str, int, int]], position: int) -> int:
    """Where the name begins whose first listed name stands at a position: "Nguyễn Thị Hoa", "Hans Kristian"."""
    if position and _is_foreign([word for word, _, _ in words[:position]]):
        return 0
    while position and (is_ambiguous(words[position - 1][0]) or _is_strange(words[position - 1][0])):
        position -= 1
    return position


def _is_strange(word: str) -> bool:
    """A word that can be nothing but a name: "Fatuma" before "Warsame"."""
    spoken = len(word) > 2 and any(c in "aeiouyæøå" for c in word.lower())  # not "Mvh"
    return spoken and word[0].isupper() and is_unheard_of(word) and not is_place_or_party(word)


def _before_institution(words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    length = next((i for i, (word, _, _) in enumerate(words) if i and is_institution(word)), len(words))
    return words[:length]


def _is_family(word: str, last: str) -> bool:
    return last.removesuffix("s").endswith(("sen", "sdatter")) and not is_ordinary(word) and not is_institution(word)


def _is_foreign(words: Sequence[str]) -> bool:
    names = all(is_unheard_of(word) or is_ambiguous(word) or is_first_name(word) or is_surname(word) for word in words)
    return names and any(has_foreign_letter(word) for word in words)


def _finding(words: list[tuple[str, int, int]], why: str) -> NameFinding:
    start, end = words[0][1], words[-1][2]
    name = " ".join(word for word, _, _ in words)
    bare = without_genitive(name)
    return NameFinding(start, end - (len(name) - len(bare)), bare, why)


def _with_initial(text: str, finding: NameFinding) -> NameFinding:
    """``Kamilla B.`` whole; the name to remember is without the letter."""
    after = _INITIAL_AFTER.match(text, finding.end)
    return NameFinding(finding.start, after.end(), finding.name, finding.why) if after else finding


def _from_capitals(text: str) -> Iterator[NameFinding]:
    """``HENNING BRUUN``, in a line of capitals or alone."""
    for match in _ALL_CAPS.finditer(text):
        words = [(m[0], match.start() + m.start(), match.start() + m.end()) for m in re.finditer(r"\S+", match[0])]
        for position, (word, _, _) in enumerate(words):
            taken = _capitals_from(words[position:])
            if taken and position and match.end() == _label_end(text, match.end()):
                taken = [*_strange_before(words[:position]), *taken]
            if taken and (len(taken) > 1 or len(word) > _SHORT_CAPS or match.end() == _label_end(text, match.end())):
                found = _finding([(titled(word), start, end) for word, start, end in taken], "store bogstaver")
                yield NameFinding(found.start, taken[-1][2], found.name, found.why)
                break


def _strange_before(words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    return words if all(_is_strange(titled(word)) for word, _, _ in words) else []


def _label_end(text: str, end: int) -> int:
    return end if text[end : end + 1] == ":" else -1


def _capitals_from(words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    first = titled(words[0][0])
    length = 1
    while length < len(words) and (words[length][0].endswith(".") or is_surname(titled(words[length][0]))):
        length += 1
    listed = is_first_name(first) or (is_ambiguous(first) and length > 1)
    return words[:length] if listed else []


def _over_lines(text: str) -> Iterator[NameFinding]:
    """A first name at the end of a line and a surname at the start of the next."""
    for match in _BROKEN.finditer(text):
        above = list(re.finditer(r"\S+", match[1]))
        first = next((word for word in above if is_first_name(word[0])), None)
        if first is not None and is_surname(match[2].split()[0]) and not is_institution(match[2].split()[-1]):
            below = without_genitive(match[2])
            name = f"{match[1][first.start() :]} {below}"
            yield NameFinding(match.start() + first.start(), match.start(2) + len(below), name, "navn over to linjer")


def _from_model(text: str, nlp: Language) -> Iterator[NameFinding]:
    lines = [
        (line.start() + offset, piece) for line in re.finditer(r"[^\r\n\f]+", text) for offset, piece in pieces(line[0])
    ]
    keep = [name for name in ("tok2vec", "transformer", "ner") if name in nlp.pipe_names]
    with nlp.select_pipes(enable=keep):
        for (begin, _), doc in zip(lines, nlp.pipe([piece for _, piece in lines]), strict=True):
            for entity in doc.ents:
                if entity.label_ not in {"PER", "PERSON"} or _is_first_word(entity.text, doc.text[: entity.start_char]):
                    continue
                if _is_plausible(entity.text):
                    start = begin + entity.start_char
                    bare = without_genitive(entity.text)
                    yield NameFinding(start, start + len(bare), bare, "sprogmodel")


def _is_first_word(name: str, before: str) -> bool:
    """Whether a single word has its capital from the start of a sentence: "Gade op og gade ned"."""
    opens = not before.strip(' ”»"–-') or _STOP.search(before)
    return bool(opens) and " " not in name and not is_first_name(name) and is_known_word(name.lower())


def _is_plausible(name: str) -> bool:
    """The model also tags capitalised nouns and places; a single known word is not a name to it."""
    words = name.split()
    if not all(re.fullmatch(rf"{WORD}|{LINK}", word) for word in words):
        return False
    if any(is_institution(word) or is_place_or_party(word) for word in words):
        return False
    if len(words) == 1:
        return is_first_name(name) or is_surname(name)
    listed = any(is_first_name(w) or is_surname(w) or is_ambiguous(w) for w in words)
    return listed or all(is_unheard_of(w) for w in words)


def _resolved(found: Iterable[NameFinding]) -> list[NameFinding]:
    """Longest first where findings overlap, and of two alike the first."""
    longest_first = sorted(found, key=lambda f: (-(f.end - f.start), f.start))
    return sorted(Claims().grant(longest_first), key=lambda f: f.start)
