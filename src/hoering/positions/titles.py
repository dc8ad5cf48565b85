"""Titles with a direction: "Ønske om den samme sagsbehandler hele vejen", "Kritik af skiftende sagsbehandlere".

A title is the name of the matter that several claims are all about, or what a claim asks for in its own words, or its
words as a quotation. Nothing else is said. Form: the municipal reports described in the project's notes on the
profession (standard direction, one stand per title, plain words).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from hoering.codebook.model import ELSE
from hoering.positions.grouping import Group
from hoering.positions.likeness import texts_of
from hoering.positions.matters import Matters
from hoering.positions.records import Claim

# How many different claims, and what share of them, must surely say what a title says.
SURE_AT_LEAST, SURE_SHARE = 2, 0.5
# Letters by which a word of a theme's label is known in a sentence.
_STEM = 6
_LONGEST = 90
_SHORTEST = 25

_WORRY = re.compile(r"(?<!ikke )\b(?:bekym\w+|frygt\w*|risiko)\b")
_SUPPORT = re.compile(
    r"\b(?:støtter?|bakker|enige?|positiv\w*|hilser|tilslutter|rigtigt set|synes godt|glade? for at se|kvitterer)\b"
)
_ASKED = re.compile(
    r"\b(?:foreslår|ønsker|anbefaler|opfordrer til|efterlyser|ser gerne|beder om|vil gerne have|håber)"
    r"(?: (?:derfor|også|desuden|dog))?(?:,)? (?P<what>.+)$",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:jeg|vi|os|mig|min|mit|mine|vores|vor|undertegnede)\b", re.IGNORECASE)
# Words that point out of the sentence: as a title nobody would know to what.
_POINTING = re.compile(r"\b(?:det|den|de|dem|dér|denne|dette|disse|han|hun|ham|hende)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:en|et|ét|én|flere|bedre|mere|mindre|færre|fælles|at)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;:–]|, (?=(?:som|der|når|hvis|så|og|men|sådan|fordi|da|inden|både|særligt)\b)|\. ")
# After "at", what follows one of the other commas may hold the verb: "at kommunen, når den kan, hjælper".
_AT_CLAUSE_END = re.compile(r"[;:–]|, (?=(?:så|men|sådan|fordi|da)\b)|\. ")


def is_quoted(title: str) -> bool:
    """Whether a title is a direction and a claim's own words, and not what several claims have in common.

    >>> is_quoted("Kritik: »Bussen kom ikke.«"), is_quoted("Kritik af busserne")
    (True, False)
    """
    return ": »" in title


def title(group: Group, quoted: Claim, theme: str, matters: Matters) -> str:
    """The title of a position.

    The matter gives it where at least half of the claims, two in different words, surely say what the title says. What
    is told in one sentence only, by one sender or word for word by many, keeps its own words: of sixty such titles of
    the example that named a matter about seventeen did not fit, and on papers of another place six of nine did not.

    Args:
        group: the claims.
        quoted: the claim that says it best.
        theme: the theme's label, for what is not mentioned at all.
        matters: those of the codebook.
    """
    said = {tuple(" ".join(text.casefold().split()) for text in texts_of(claim)) for claim in group.claims}
    if group.matter and _holds(group, said, matters):
        phrase = _phrase(group, theme, matters)
        return phrase if phrase[0].isupper() else _joined(direction(group), phrase)
    # What one of several asks for in his own words, the others may not.
    asked = _asked(quoted.quote) if quoted.stance == "forslag" and len(said) == 1 else ""
    if asked:
        return _joined("Ønske om", f", {asked}" if asked.startswith("at ") else asked)
    return f"{direction(group).split()[0]}: {_quotation(quoted.quote)}"


def _joined(start: str, phrase: str) -> str:
    return f"{start}{phrase}" if phrase.startswith(",") else f"{start} {phrase}"


def _holds(group: Group, said: Collection[tuple[str, ...]], matters: Matters) -> bool:
    """Whether the title of a group's matter may be printed over it; ``said`` are the different texts of its claims."""
    stance = group.claims[0].stance
    sure = sum(any(matters.certain_in(text, stance, group.matter) for text in texts) for texts in said)
    return sure >= SURE_AT_LEAST and sure >= SURE_SHARE * len(said)


def _phrase(group: Group, theme: str, matters: Matters) -> str:
    """What stands after the direction; the theme's name only where at least half of the claims name it."""
    phrases, stance = matters.known[group.matter].phrases, group.claims[0].stance
    names = re.findall(r"[^\W\d_]{3,}(?:-[^\W\d_]+)*", theme.lower())
    named = sum(
        claim.target_actor == claim.theme or any(name[:_STEM] in claim.quote.lower() for name in names)
        for claim in group.claims
    )
    name = stance if 2 * named >= len(group.claims) else stance + ELSE
    return phrases.get(name, phrases[stance]).replace("{theme}", _small(theme))


def direction(group: Group) -> str:
    """How a title begins: by the stance, and by what most of the claims' own sentences do."""
    texts, stance = [claim.quote.lower() for claim in group.claims], group.claims[0].stance
    if stance == "kritik":
        return "Bekymring for" if _most(texts, _WORRY) else "Kritik af"
    if stance == "stoette":
        return "Støtte til" if _most(texts, _SUPPORT) else "Ros for"
    return "Ønske om"


def _most(texts: Sequence[str], words: re.Pattern[str]) -> bool:
    return 2 * sum(words.search(text) is not None for text in texts) > len(texts)


def _asked(sentence: str) -> str:
    """What a sentence asks for in words that can stand after "Ønske om", or ``""``."""
    match = _ASKED.search(sentence)
    if match is None:
        return ""
    end = _AT_CLAUSE_END if match["what"].lower().startswith("at ") else _CLAUSE_END
    what = end.split(match["what"], maxsplit=1)[0].strip(' .,!?"”»«')
    if not _ARTICLE.match(what) or _FIRST.search(what) or len(what.split()) < 3 or len(what) > _LONGEST:
        return ""
    return "" if _POINTING.match(what.removeprefix("at ").strip()) else what


def _quotation(sentence: str) -> str:
    """A sentence in quotation marks; a long one only to the end of a clause, and then with " …" after it."""
    plain = " ".join(sentence.split())
    if plain != sentence or len(sentence) <= _LONGEST:
        return f"»{sentence}«" if len(sentence) <= _LONGEST else f"»{_cut(sentence)}« …"
    return f"»{_cut(sentence)}« …"


def _cut(sentence: str) -> str:
    ends = [m.start() for m in re.finditer(r"[,;:–]", sentence) if _SHORTEST <= m.start() <= _LONGEST]
    end = ends[-1] if ends else sentence.rfind(" ", 0, _LONGEST)
    return sentence[:end].rstrip(" ,;:–") if end > 0 else sentence[:_LONGEST]


def _small(label: str) -> str:
    return label[:1].lower() + label[1:] if label[1:2].islower() or label[1:2] == "-" else label
