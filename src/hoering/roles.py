"""Who asks and who answers in a transcript: roles from labels, legends and what the speakers do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

INTERVIEWER = "interviewer"
INFORMANT = "informant"
UNKNOWN = ""
# Of an interpreter or an observer a legend tells that they neither ask nor answer.
OTHER = "anden"

_NUMBER = r"[ .]*\d*\.?"
_ASKS = re.compile(
    r"(?:i|int|intv|interv|interviewer(?:en)?|mod|moderator(?:en)?|ordstyrer(?:en)?|facilitator(?:en)?|mødeleder(?:en)?"
    r"|spørger(?:en)?|udspørger|spørgsmål|spm|sp|q|question|medie|medium|journalist(?:en)?|studievært|vært(?:en)?"
    rf"|forsker(?:en)?){_NUMBER}",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"(?:ip|inf|informant(?:en)?|interviewperson(?:en)?|interviewede|svarperson(?:en)?|svarer|svar|sv|respondent(?:en)?|resp"
    r"|(?:borger|deltager|medarbejder)(?:en)?|den (?:unge|ledige|ansatte)|pårørende|kursist(?:en)?)"
    rf"{_NUMBER}(?: [A-ZÆØÅ])?",
    re.IGNORECASE,
)
# Neither asks nor answers for itself.
_ASIDE = re.compile(
    rf"(?:tolk(?:en)?|referent(?:en)?|observatør(?:en)?|alle|flere|ukendt|uidentificeret){_NUMBER}", re.IGNORECASE
)
_WELCOME = re.compile(
    r"\bvelkommen\b|\btak,? (?:for(?:di)?|for at) (?:du|i)\b|\bjeg (?:optager|hedder|vil gerne starte)\b"
    r"|\bformålet med\b",
    re.IGNORECASE,
)
_BRACKET = re.compile(r" ?\(([^()]*)\)$")

# One speaker asks most: so many questions, so large a share of all questions and of the speaker's own turns.
_QUESTIONS, _OF_ALL, _OF_OWN = 2, 0.7, 0.5
# Less of all questions will do for the one who bids the others welcome.
_OF_ALL_WELCOMING = 0.5

_PAIR = r"[^=,\[\]]{1,12} = (?:interviewer|informant|anden|ukendt)"
_LEGEND = re.compile(rf"\[({_PAIR}(?:, {_PAIR})*)\]")


@dataclass(frozen=True, slots=True)
class Role:
    """``interviewer``, ``informant`` or empty where it cannot be told, and the reason in Danish."""

    role: str
    why: str


@lru_cache(maxsize=1024)
def bare(label: str) -> str:
    """A label as it is compared: without the words in brackets after it, final stop and capitals.

    >>> bare("Bent (sagsbehandler)"), bare("Int.")
    ('bent', 'int')
    """
    return _BRACKET.sub("", label).strip().rstrip(".").casefold()


@lru_cache(maxsize=1024)
def is_role_word(label: str) -> bool:
    """Whether a label says by itself what its speaker does: ``Interviewer``, ``IP2``, ``Borger 1``."""
    word = bare(label)
    return bool(_ASKS.fullmatch(word) or _ANSWERS.fullmatch(word))


def role_of_word(text: str) -> str:
    """The role that a label or a description tells, empty where it tells none.

    >>> role_of_word("Ordstyrer"), role_of_word("IP2"), role_of_word("Anne")
    ('interviewer', 'informant', '')
    """
    word = bare(text)
    if _ASKS.fullmatch(word):
        return INTERVIEWER
    return INFORMANT if _ANSWERS.fullmatch(word) else UNKNOWN


def role_of_description(text: str) -> str:
    """The role told by the words of a legend or a bracket: "kommunens interviewer", "svarperson, leder", "tolk".

    >>> role_of_description("kommunens interviewer"), role_of_description("tolk"), role_of_description("Anne")
    ('interviewer', 'anden', '')
    """
    words = re.findall(r"\w{3,}", text)
    told = [OTHER if _ASIDE.fullmatch(bare(word)) else role_of_word(word) for word in words]
    return next((role for role in told if role), UNKNOWN)


def told_role(role: str, why: str) -> Role:
    """What `role_of_description` gave as a role and its reason."""
    return Role(UNKNOWN if role == OTHER else role, why)


def legend_line(roles: Mapping[str, str]) -> str:
    """What stands in the readable text for a legend of labels: the roles, and nobody's name.

    >>> legend_line({"I": "interviewer", "A": ""})
    '[I = interviewer, A = ukendt]'
    """
    pairs = [f"{label} = {role or 'ukendt'}" for label, role in roles.items()]
    return f"[{', '.join(pairs)}]"


def read_legend(line: str) -> dict[str, str]:
    """Labels and roles out of what `legend_line` wrote; nothing out of any other line."""
    match = _LEGEND.fullmatch(line.strip())
    pairs = [pair.split(" = ") for pair in match[1].split(", ")] if match else []
    return {label: "" if role == "ukendt" else role for label, role in pairs}


def roles_of(turns: Sequence[tuple[str, str]], told: Mapping[str, Role]) -> dict[str, Role]:
    """The role of each speaker of a transcript, with its reason.

    Args:
        turns: label and what is said, in order of place; labels of one speaker are alike.
        told: roles by `bare` label that a legend or the head of the transcript tells.

    Returns:
        A role for every label; the order of authority is what is told, what the label means, who asks the
        questions, and that whoever is not the interviewer answers.
    """
    labels = list(dict.fromkeys(label for label, _ in turns))
    found = {label: told[bare(label)] for label in labels if bare(label) in told}
    found |= {label: role for label in labels if label not in found and (role := _by_label(label))}
    asking = _asking(turns, [label for label in labels if found.get(label, _NONE).role != INFORMANT])
    if asking and asking[0] not in found:
        # "I" is an initial, and no interviewer, where someone else asks the questions.
        found = {label: role for label, role in found.items() if len(bare(label)) > 1 or role.why != _LABEL}
        if not _has_interviewer(found):
            found[asking[0]] = Role(INTERVIEWER, asking[1])
    if _has_interviewer(found):
        rest = [label for label in labels if label not in found and not _ASIDE.fullmatch(bare(label))]
        found |= dict.fromkeys(rest, Role(INFORMANT, "en anden er interviewer"))
    return {label: found.get(label, _NONE) for label in labels}


_NONE = Role(UNKNOWN, "intet i teksten viser rollen")
_LABEL = "etiketten"


def _by_label(label: str) -> Role | None:
    described = _BRACKET.search(label)
    if described and (role := role_of_description(described[1])):
        return told_role(role, "parentesen efter etiketten")
    role = role_of_word(label)
    return Role(role, _LABEL) if role else None


def _has_interviewer(found: Mapping[str, Role]) -> bool:
    return any(role.role == INTERVIEWER for role in found.values())


def _asking(turns: Sequence[tuple[str, str]], candidates: Iterable[str]) -> tuple[str, str] | None:
    """The one who asks most of the questions, and the reason."""
    spoken = Counter(label for label, _ in turns)
    asked = Counter(label for label, said in turns if "?" in said)
    total = sum(asked.values())
    label = max(candidates, key=lambda c: asked[c], default="")
    count = asked[label]
    if count < _QUESTIONS or count < _OF_OWN * spoken[label]:
        return None
    first, said = turns[0]
    if count >= _OF_ALL * total:
        return label, f"stiller {count} af {total} spørgsmål"
    if first == label and _WELCOME.search(said) and count >= _OF_ALL_WELCOMING * total:
        return label, f"indleder og stiller {count} af {total} spørgsmål"
    return None
