"""Whose turn each line of a transcript belongs to, by its label, by a label above it, or by its form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from hoering.roles import (
    INFORMANT,
    INTERVIEWER,
    Role,
    bare,
    is_role_word,
    read_legend,
    role_of_word,
    roles_of,
    told_role,
)

# "Anne", "Medarbejder 4", "[Borger 1]", "Sagsbehandler [Person 2]", "Krogh, Sofie".
_MASK = r"\[[^\]\n=]{2,30}\]"
_NAME = rf"(?:{_MASK}|[A-ZÆØÅ][\w.'’-]*)(?:,? (?:{_MASK}|[\w.'’-]+)){{0,3}}"
_FULL = rf"{_NAME}(?: ?\([^()\n]{{1,40}}\))?"
_CODE = r"[A-ZÆØÅ]{1,3}\d{0,2}"
_SMALL = r"[a-zæøå]{2,20}(?: ?\d{1,2})?"
_LABELS = (
    re.compile(rf"({_FULL}|{_SMALL})\s?:(?=\s|$)"),
    re.compile(rf"({_CODE}):(?=[A-ZÆØÅ\d”»\"])"),
    re.compile(rf"({_CODE}|{_MASK}|[A-ZÆØÅ][\w-]*(?: \d)?) [–—-] (?=\S)"),
)
_ALONE = re.compile(rf"{_FULL}")
# A tab is a blank in the readable text: "I Hvad skete der?"
_SPACED = re.compile(rf"({_MASK}|[A-ZÆØÅ][\w-]*\.?(?: \d{{1,2}})?) (?=[A-ZÆØÅ”»\"])")

# What stands above an answer and tells who gave it: "Svar 2 (virksomhed, bygge)", "Respondent: Leder i en butik".
_ANSWERER = re.compile(
    r"(?:Svar|Besvarelse|Deltager|Respondent|Svarperson)(?: nr\.?)? ?\d+ ?(?:\([^()\n]{2,60}\)|[–-] [^\n.?!]{2,60})"
    r"|(?:Respondent|Svarperson|Afgivet af|Rolle|Svar fra)(?: nr\.?)?(?: ?\d+)?: ?[^\n.?!]{2,60}"
)

# Words before a colon that are no speakers, though they may come back.
_NOBODY = frozenset({
    "husk", "fx", "f.eks", "eks", "eksempel", "eksempler", "obs", "nb", "note", "noter", "bemærk", "bemærkning",
    "advarsel", "fordele", "fordel", "ulemper", "ulempe", "plus", "minus", "konklusion", "resultat", "resultater",
    "tema", "temaer", "emne", "emner", "dato", "sted", "tid", "tidspunkt", "varighed", "længde", "optaget", "alder",
    "køn", "kilde", "kilder", "kl", "kl.", "klokken", "side", "bilag", "tlf", "telefon", "mobil", "mail", "e-mail",
    "ps", "citat", "opsummering", "baggrund", "formål", "problem", "problemer", "løsning", "løsninger", "forslag",
    "ønske", "ønsker", "økonomi", "mål", "krav", "regel", "regler", "punkt", "pkt", "dag", "uge", "udskrift", "ja",
    "nej", "jo", "okay", "nå", "tak", "mm", "hm", "godt", "fint", "præcis", "måske", "altså", "og", "men", "så",
    "for", "eller", "om", "når", "hvis", "fordi", "da", "at", "som", "her", "der", "det", "den", "de", "en", "et",
    "jeg", "vi", "du", "man", "han", "hun", "i", "nu", "først", "derefter", "bagefter", "samtidig", "desuden",
    "også", "kun", "ikke", "aldrig", "mit", "min", "mine", "vores", "deres", "hvad", "hvem", "hvor", "hvordan",
    "hvorfor", "hvornår",
})  # fmt: skip
_CLAUSE = frozenset({
    "er", "var", "har", "havde", "skal", "skulle", "vil", "ville", "kan", "kunne", "må", "bør", "bliver", "blev",
    "får", "fik", "går", "gik", "gør", "gjorde", "siger", "sagde", "spørger", "spurgte", "svarer", "svarede",
    "tænker", "tænkte", "skriver", "skrev", "hedder", "lyder", "lød", "mener", "synes", "ved", "vidste",
})  # fmt: skip

# A label must come back before it is taken for a speaker, or a sentence such as "Husk: …" would be one.
_REPEATS = 2
_TURNS = 4
_NEARLY_ALL = 0.8
_SPEECH_WORDS = 3
_SPEECH_END = re.compile(r"[.?!…][”»\"')\s]*$")
_HEAD = re.compile(r"(?P<role>[\w ]{2,25}?)\s?[:=]\s*(?P<names>\S.{0,80})")

_DASHED = re.compile(r"[-–—]\s?(?=[A-ZÆØÅ”»\"])")
_QUOTED = re.compile(r"[*_]{0,2}[”“»\"]\s?\w")
_QUESTION = re.compile(r"\?[\s”»\"*_]*$")
_LONE_QUESTION = re.compile(r"[*_]{0,2}[A-ZÆØÅ][^.!?]{8,120}\?[*_]{0,2}")
_LINES_AN_ANSWER = 5
# Of a speaker in a text that is no transcript by its kind.
_PERSON = re.compile(
    rf"{_MASK}|[A-ZÆØÅ][\w-]+,? [A-ZÆØÅ]|\(\w{{3,}}|^[A-ZÆØÅ]\w{{3,}}(?:en|eren|chef|leder)$|^(?:Mand|Kvinde)\b"
)
_LINES_A_TURN = 3
# Without labels the form must be plain: so large a share of the one kind of lines are questions, and half of it at
# most of the other.
_MOSTLY = 0.75


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose a line is: speaker and role, empty where nothing tells; ``begins`` where the line bears a label."""

    speaker: str = ""
    role: str = ""
    begins: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A speaker of a transcript: the label in its fullest form, the role, why, and the number of turns."""

    label: str
    role: str
    why: str
    turns: int


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it stands at the start of a line, and how many characters of the line it takes."""

    text: str
    end: int

    @property
    def key(self) -> str:
        """Alike for labels of one speaker."""
        return bare(self.text)

    @property
    def family(self) -> str:
        """Alike for labels that are numbered: ``borger #``."""
        return re.sub(r"\d+", "#", self.key)


def label_end(line: str, speaker: str) -> int:
    """How many characters of a line that begins a turn are its label; all where it holds nothing else.

    >>> label_end("IP: Nej", "IP"), label_end("IP Nej", "IP"), label_end("Anne Holm", "Anne Holm")
    (3, 2, 9)
    """
    label = turn_label(line)
    if label is None and (spaced := _SPACED.match(line)) and bare(spaced[1]) == bare(speaker):
        return spaced.end() - 1
    return label.end if label else len(line)


def whose(lines: Sequence[str], *, unlabelled: bool = True) -> list[Turn]:
    """Whose turn each line belongs to; a line without a label belongs to the speaker before it.

    Args:
        lines: the lines of one transcript, stripped, in order.
        unlabelled: whether roles may be told by form alone where no label is found: a dash before each
            turn, or answers in quotation marks.
    """
    labels = _labels(lines, alone=unlabelled) if unlabelled else _answerers(lines) or _labels(lines, alone=False)
    if not labels:
        return _by_form(lines) if unlabelled else [Turn() for _ in lines]
    cast = _cast(lines, labels)
    turns = [
        Turn() if label is None else Turn(cast[label.key].label, cast[label.key].role, number in labels)
        for number, label in enumerate(_held(lines, labels))
    ]
    asked = _asked_above(lines, labels) if unlabelled and not any(t.role == INTERVIEWER for t in turns) else set()
    if not asked:
        return turns
    answers = [replace(turn, role=INFORMANT) if turn.speaker else turn for turn in turns]
    return [Turn(role=INTERVIEWER) if n in asked else turn for n, turn in enumerate(answers)]


def is_conversation(turns: Sequence[Turn]) -> bool:
    """Whether turns found in a text that is no transcript by its kind are those of several speakers.

    A paper may have numbered chapters and fields with labels: speakers have names, titles or roles, and most of the
    text is theirs.
    """
    labels = [turn.speaker for turn in turns if turn.begins]
    named = [label for label in labels if is_role_word(label) or _PERSON.search(label)]
    held = sum(1 for turn in turns if turn.speaker)
    enough = len(labels) >= _TURNS and len(set(labels)) >= _REPEATS and len(named) >= _MOSTLY * len(labels)
    return enough and held >= _MOSTLY * len(turns) and len(labels) >= held / _LINES_A_TURN


def speakers(lines: Sequence[str]) -> list[Speaker]:
    """The labelled speakers of a transcript, in the order they speak, each role with its reason."""
    return list(_cast(lines, _labels(lines, alone=True)).values())


def turn_label(line: str) -> Label | None:
    """What may be a speaker's label at the start of a line; whether it is one, the other lines tell."""
    for pattern in _LABELS:
        match = pattern.match(line)
        if match and not _is_nobody(match[1]):
            return Label(match[1], match.end())
    return None


@lru_cache(maxsize=1024)
def _is_nobody(label: str) -> bool:
    words = re.findall(r"[\w.-]+", label.casefold())
    return (words[0] in _NOBODY and not is_role_word(label)) or not _CLAUSE.isdisjoint(words)


def _labels(lines: Sequence[str], *, alone: bool) -> dict[int, Label]:
    """The labels that begin turns, by the number of their line."""
    read = {number: label for number, line in enumerate(lines) if (label := turn_label(line))}
    found = _coming_back(read)
    if found:
        last = max(found)
        read = {n: label for n, label in read.items() if n < last and _speaks_once(label, lines[n])}
        return dict(sorted((read | found).items()))
    return _spaced(lines) or _alone(lines) if alone else {}


def _coming_back(labels: Mapping[int, Label]) -> dict[int, Label]:
    families = Counter(label.family for label in labels.values())
    found = {number: label for number, label in labels.items() if families[label.family] >= _REPEATS}
    if not any(is_role_word(label.text) for label in found.values()):
        found = {number: label for number, label in found.items() if not label.text[0].islower()}
    return found if len(found) >= _TURNS else {}


def _speaks_once(label: Label, line: str) -> bool:
    """``Moderator: Velkommen til alle.`` stands once and is a turn; ``Interviewer: Birgit`` is not."""
    said = line[label.end :]
    known = is_role_word(label.text) or bool(_PERSON.search(label.text))
    return known and len(said.split()) >= _SPEECH_WORDS and bool(_SPEECH_END.search(said))


def _answerers(lines: Sequence[str]) -> dict[int, Label]:
    """Lines of their own that tell who gave the answer below."""
    found = {n: Label(line, len(line)) for n, line in enumerate(lines) if _ANSWERER.fullmatch(line)}
    return found if len(found) >= _REPEATS else {}


def _spaced(lines: Sequence[str]) -> dict[int, Label]:
    """Labels without a mark behind them: a few first words that nearly all lines begin with, capitals after them."""
    read = {n: Label(m[1], m.end() - 1) for n, line in enumerate(lines) if (m := _SPACED.match(line))}
    found = _coming_back(read)
    several = 1 < len({label.key for label in found.values()}) <= len(found) / _REPEATS
    return found if several and len(found) >= _NEARLY_ALL * len(lines) else {}


def _alone(lines: Sequence[str]) -> dict[int, Label]:
    """Labels on lines of their own, with what is said below."""
    read = {
        number: Label(line, len(line))
        for number, line in enumerate(lines)
        if _ALONE.fullmatch(line) and not line.endswith((".", "?", "!")) and not _is_nobody(line)
    }
    followed = {n: label for n, label in read.items() if n + 1 < len(lines) and n + 1 not in read}
    found = _coming_back(followed)
    return found if len({label.key for label in found.values()}) > 1 else {}


def _held(lines: Sequence[str], labels: Mapping[int, Label]) -> Iterator[Label | None]:
    """For every line the label it stands under."""
    label: Label | None = None
    for number in range(len(lines)):
        label = labels.get(number, label)
        yield label


def _asked_above(lines: Sequence[str], labels: Mapping[int, Label]) -> set[int]:
    """Questions without a label, each above a turn, where only those who answer have one."""
    asked = {number - 1 for number in labels if number and number - 1 not in labels}
    questions = {number for number in asked if _QUESTION.search(lines[number])}
    return questions if len(questions) >= max(_TURNS - 1, _MOSTLY * len(labels)) else set()


def _cast(lines: Sequence[str], labels: Mapping[int, Label]) -> dict[str, Speaker]:
    if not labels:
        return {}
    said: list[tuple[str, list[str]]] = []
    for number, label in enumerate(_held(lines, labels)):
        if number in labels and label:
            said.append((label.key, [lines[number][label.end :]]))
        elif said:
            said[-1][1].append(lines[number])
    # The longest form of a label tells most: "Bent (sagsbehandler)" is "Bent" later on.
    fullest: dict[str, str] = {}
    for label in labels.values():
        fullest[label.key] = max(fullest.get(label.key, ""), label.text, key=len)
    told = _told(lines[: min(labels)], fullest)
    turns = Counter(key for key, _ in said)
    roles = roles_of([(fullest[key], "\n".join(spoken)) for key, spoken in said], told)
    return {
        key: Speaker(label=fullest[key], role=roles[fullest[key]].role, why=roles[fullest[key]].why, turns=turns[key])
        for key in turns
    }


def _told(head: Sequence[str], speaking: Mapping[str, str]) -> dict[str, Role]:
    """Roles that the lines before the first turn tell: a legend, or ``Interviewer: Birgit``."""
    found: dict[str, Role] = {}
    for line in head:
        found |= {
            bare(label): told_role(role, "forklaringen øverst") for label, role in read_legend(line).items() if role
        }
        match = _HEAD.fullmatch(line)
        role = role_of_word(match["role"]) if match else ""
        if match and role:
            names = [bare(name) for name in re.split(r", | og | / |/|;", match["names"])]
            same = [key for key in speaking for name in names if key in (name, name.split(" ")[0])]
            found |= dict.fromkeys(same, Role(role, "oplysningen øverst"))
    return found


def _by_form(lines: Sequence[str]) -> list[Turn]:
    """Roles where no label is: turns behind dashes, answers in quotation marks, or questions set as headings."""
    roles = _by_dashes(lines) or _by_quotation_marks(lines) or _by_questions(lines)
    return [Turn(role=roles.get(number, "")) for number in range(len(lines))]


def _by_dashes(lines: Sequence[str]) -> dict[int, str]:
    dashed = [number for number, line in enumerate(lines) if _DASHED.match(line)]
    if len(dashed) < _TURNS:
        return {}
    for asking, answering in ((dashed[::2], dashed[1::2]), (dashed[1::2], dashed[::2])):
        share = _share(lines, asking)
        if share >= _MOSTLY and _share(lines, answering) <= share / 2:
            return dict.fromkeys(asking, INTERVIEWER) | dict.fromkeys(answering, INFORMANT)
    return {}


def _share(lines: Sequence[str], numbers: Sequence[int]) -> float:
    return sum(1 for number in numbers if _QUESTION.search(lines[number])) / len(numbers)


def _by_quotation_marks(lines: Sequence[str]) -> dict[int, str]:
    quoted = [number for number, line in enumerate(lines) if _QUOTED.match(line)]
    asking = [n for n, line in enumerate(lines) if _QUESTION.search(line) and not _QUOTED.match(line)]
    answered = [number for number in asking if number + 1 in quoted]
    if len(answered) < _TURNS - 1 or len(answered) < _MOSTLY * len(asking):
        return {}
    return dict.fromkeys(answered, INTERVIEWER) | dict.fromkeys(quoted, INFORMANT)


def _by_questions(lines: Sequence[str]) -> dict[int, str]:
    """Questions on lines of their own above notes of the answers; whether these were said so is not known."""
    asking = [n for n, line in enumerate(lines) if _LONE_QUESTION.fullmatch(line)]
    answered = [n for n in asking if n + 1 < len(lines) and n + 1 not in asking]
    enough = len(answered) >= _TURNS and len(answered) == len(asking) and len(lines) <= _LINES_AN_ANSWER * len(asking)
    return dict.fromkeys(asking, INTERVIEWER) if enough else {}
