"""Which columns of a table hold what: chosen by the user by name, or told by their heads and cells.

A choice is written in the column ``kolonner`` of the source list, with semicolons between: names of the columns that
hold the answers, and, where wanted, ``afsender=…``, ``organisation=…``, ``type=…``, ``dato=…`` and ``ark=…``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hoering.forms.labels import key_of
from hoering.forms.values import is_date, yes_no

# What is before "=" in a choice, and the field it sets.
_WORDS = {
    "afsender": "sender",
    "navn": "sender",
    "organisation": "organisation",
    "type": "role",
    "dato": "date",
    "ark": "sheet",
}
# Parts of heads, for columns whose head is no label of a form; the first that fits counts.
_HEADS = (
    ("organisation", re.compile(r"organisation|forening|virksomhed|firma|myndighed|på vegne af", re.IGNORECASE)),
    ("role", re.compile(r"udtaler|afsendertype|respondenttype|svarer (?:du|jeg) som", re.IGNORECASE)),
    ("sender", re.compile(r"afsender|høringspart|indsender", re.IGNORECASE)),
    ("name", re.compile(r"\bnavn\b|fornavn|efternavn|fulde navn", re.IGNORECASE)),
    ("submitted", re.compile(r"dato|indsendt|tidspunkt|stempel|besvaret|modtaget|oprettet|afsluttet", re.IGNORECASE)),
)  # fmt: skip
_USES = frozenset({"organisation", "role", "sender", "name", "submitted"})
_MOST = 0.8
# Names of people and organisations have fewer words a cell than answers.
_WORDS_OF_A_NAME = 8
# A beginning this long names a column whose name begins with it.
_BEGINNING = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """A user's choice of columns by name; an empty field leaves it to the rules.

    ``text`` are the columns of the answers, ``sender``, ``organisation``, ``role`` and ``date`` say who and when,
    ``sheet`` is the only sheet to be read.
    """

    text: tuple[str, ...] = ()
    sender: str = ""
    organisation: str = ""
    role: str = ""
    date: str = ""
    sheet: str = ""

    @classmethod
    def of(cls, written: str) -> Columns:
        """What stands in ``kolonner``.

        >>> Columns.of("Kommentar; Hvad er vigtigt?; afsender=Navn").text
        ('Kommentar', 'Hvad er vigtigt?')
        """
        text: list[str] = []
        named: dict[str, str] = {}
        for part in filter(None, (part.strip() for part in re.split(r"[;\n]", written))):
            word, sign, name = part.partition("=")
            field = _WORDS.get(word.strip().casefold(), "")
            if sign and field:
                named[field] = name.strip()
            else:
                text.append(part)
        return cls(text=tuple(text), **named)

    def named(self) -> list[str]:
        """All names of columns in the choice."""
        return [name for name in (*self.text, self.sender, self.organisation, self.role, self.date) if name]


def places(name: str, head: Sequence[str]) -> list[int]:
    """The columns with a name, case and blanks aside; else the one whose name begins so, or whose letter it is."""
    wanted = _bare(name)
    bare = [_bare(cell) for cell in head]
    if same := [i for i, cell in enumerate(bare) if cell == wanted]:
        return same
    begin = [i for i, cell in enumerate(bare) if len(wanted) >= _BEGINNING and cell.startswith(wanted)]
    if len(begin) == 1:
        return begin
    letter = re.fullmatch(r"(?:kolonne )?([a-z]{1,2})", wanted)
    number = _number(letter[1]) if letter else len(head)
    return [number] if number < len(head) else []


def letter_of(column: int) -> str:
    """The letter over a column in a spreadsheet, counted from 0.

    >>> letter_of(0), letter_of(27)
    ('A', 'AB')
    """
    return letter_of(column // 26 - 1) + chr(65 + column % 26) if column >= 26 else chr(65 + column)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("a") + 1
    return number - 1


def _bare(name: str) -> str:
    return " ".join(name.casefold().split())


def use_of(head: str, cells: Sequence[str]) -> str:
    """What a column of background says: ``organisation``, ``sender``, ``name``, ``role``, ``submitted``, or nothing.

    Args:
        head: the column's head.
        cells: its cells that hold anything.
    """
    if not cells:
        return ""
    use = key_of(head)
    if use not in _USES:
        use = next((use for use, regex in _HEADS if regex.search(head)), "")
    if use == "submitted":
        return use if _share(is_date, cells) else ""
    if use in {"organisation", "sender", "name"}:
        is_name = sum(len(cell.split()) for cell in cells) <= _WORDS_OF_A_NAME * len(cells)
        return use if is_name and not head.strip().endswith("?") and not _share(yes_no, cells) else ""
    return use


def _share(test: Callable[[str], object], cells: Sequence[str]) -> bool:
    """Whether nearly all of the first cells pass."""
    sample = cells[:200]
    return sum(bool(test(cell)) for cell in sample) >= _MOST * len(sample)
