"""Holds a finished memo or item against the tables by another road: quotations, references, names and totals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hoering.material import Material
from hoering.memo.wording import COUNTS
from hoering.records import SafeText
from hoering.report.recount.counting import number
from hoering.report.recount.lines import Line

_PLACE = re.compile(r"« \((?:svar|henvendelse) (?P<number>\d+), s\. (?P<page>\d+)\)")
_LISTED = re.compile(r" \(svar (?P<numbers>\d[\d, og]*?)(?: og (?P<more>[\d.]+) andre)?\)")
_SAYS = re.compile(r" \(svar (?P<numbers>\d+), s\. \d+\) henviser")
_CITIZENS = re.compile(r"(?:\A|[ ,])(?P<count>[\wæøå.]+) borgere?\Z", re.IGNORECASE)
_RECEIVED = re.compile(r"Der er modtaget ([\d.]+) høringssvar")
_GROUP = re.compile(r"[abc]\) Svar .* \(([\d.]+)\)\Z")
_TOTALS, _PARTIES, _ANSWERS = "Høringen i tal", "Hørte parter og deres svar", "Høringssvar"
_MOST = "Flest svar har bemærkninger til "
_WEIGHED = re.compile(r"(?:, | og )?(.+?) \(([\d.]+) svar\)")
_PRIVATE_NAME = "Borger"
_NO_NAME = "afsender uden navn"


def faults(lines: Sequence[Line], material: Material, *, debate: bool = False) -> Iterator[str]:
    """What is wrong in a finished paper, in Danish; nothing where every number, name, reference and quotation is right.

    Args:
        lines: the lines of the file, as `hoering.report.recount` reads them.
        material: the tables.
        debate: whether contributions to the public debate count as answers.
    """
    reader = _Reader(material, debate)
    for line in lines:
        for text in (line.text, *line.cells):
            yield from reader.text(" ".join(text.split()))
        reader.remember(line)
    yield from reader.sums()


class _Reader:
    def __init__(self, material: Material, debate: bool) -> None:
        self.material = material
        self.debate = debate
        self.private = material.book.private
        documents = material.table("documents")
        used = documents[documents["status"] == "used"]
        self.rows: Mapping[int, dict[str, str]] = {
            int(row["number"]): {str(key): str(value) for key, value in row.items()} for row in used.to_dict("records")
        }
        self.texts = {text.source.number: _Readable(text) for text in material.texts.values()}
        concerns = material.table("concerns")
        self.remarked = {str(source) for source in concerns["source"]}
        self.caption = ""
        self.tables: dict[str, list[tuple[str, ...]]] = {}
        self.groups: list[int] = []
        self.received: list[int] = []
        self.themes: list[tuple[str, int]] = []

    def text(self, text: str) -> Iterator[str]:
        """The faults of a paragraph or cell: its quotations, the senders it names, and how many citizens it counts."""
        for match in _PLACE.finditer(text):
            yield from self._quoted(_words(text, match.start()), int(match["number"]), int(match["page"]))
        told = _unquoted(text)
        for match in (*_LISTED.finditer(told), *_SAYS.finditer(told)):
            found = [int(part) for part in re.findall(r"\d+", match["numbers"])]
            yield from self._named(told[: match.start()], found, number(match.groupdict().get("more") or ""))

    def remember(self, line: Line) -> None:
        """Keeps what is counted at the end."""
        if line.kind == "caption":
            self.caption = line.text.partition(". ")[2]
        elif line.kind == "row":
            self.tables.setdefault(self.caption, []).append(line.cells)
        elif match := _GROUP.match(line.text):
            self.groups.append(number(match[1]))
        if line.text.startswith(_MOST):
            self.themes += [(label, number(count)) for label, count in _WEIGHED.findall(line.text.removeprefix(_MOST))]
        self.received += [number(match[1]) for match in _RECEIVED.finditer(_unquoted(_plain(line.text)))]

    def sums(self) -> Iterator[str]:
        """Whether totals are the sums of their parts, and the list of answers is what the tables hold."""
        yield from self._weighed()
        listed = [row for row in self.tables.get(_ANSWERS, [])[1:] if len(row) > 1]
        for row in listed:
            yield from self._answer(row)
        if listed:
            yield from _equal("modtagne høringssvar", self.received, len(listed))
        totals = {row[0]: number(row[1]) for row in self.tables.get(_TOTALS, [])[1:] if len(row) == 2}
        if totals:
            yield from self._totals(totals, listed)

    def _totals(self, totals: Mapping[str, int], listed: Sequence[tuple[str, ...]]) -> Iterator[str]:
        every = totals["Svar i alt"]
        remarked = sum(row[4] == "med" for row in listed)
        yield from _equal("Svar i alt", [len(listed), sum(self.groups), *self.received], every)
        yield from _equal("svar med bemærkninger", [totals["– med bemærkninger"]], remarked)
        yield from _equal("svar uden bemærkninger", [totals["– uden bemærkninger"]], len(listed) - remarked)
        if "Hørte parter i alt" not in totals:
            return
        parties = [row for row in self.tables.get(_PARTIES, [])[1:] if len(row) == 4]
        silent = sum(row[1] == "–" for row in parties)
        theirs = {part for row in parties for part in re.findall(r"\d+", row[1])}
        yield from _equal("hørte parter", [totals["Hørte parter i alt"]], len(parties))
        yield from _equal("parter uden svar", [totals["– som ikke har svaret"]], silent)
        yield from _equal("parter med svar", [totals["– som har svaret"]], len(parties) - silent)
        yield from _equal("svar fra hørte parter", [totals["– fra hørte parter"]], len(theirs))
        yield from _equal("svar fra andre", [totals["– fra andre"]], every - len(theirs))
        for row in parties:
            for part in re.findall(r"\d+", row[1]):
                sender = _plain(self.rows.get(int(part), {}).get("sender", ""))
                if not sender or sender not in row[2]:
                    yield f"Svar {part} er ikke fra »{row[2]}«."

    def _weighed(self) -> Iterator[str]:
        """Themes with how many answers claim something under them, counted in the positions."""
        members = self.material.table("position_members")
        both = members[members["basis"] == "claim"].merge(self.material.table("positions"), on="position_id")
        for label, count in self.themes:
            codes = [code.id for code in self.material.book.themes if code.label == label]
            own = set(both.loc[both["theme"].isin(codes), "number"])
            right = sum(is_answer(self.rows[int(numbered)], debate=self.debate) for numbered in own)
            yield from _equal(f"svar om {label}", [count], right)

    def _answer(self, row: Sequence[str]) -> Iterator[str]:
        known = self.rows.get(number(row[0]))
        if known is None:
            yield f"Svar {row[0]} findes ikke."
            return
        sender = _PRIVATE_NAME if known["sender_type"] == self.private else _plain(known["sender"])
        if sender and row[1] != sender:
            yield f"Svar {row[0]} er ikke fra »{row[1]}«."
        if (row[4] == "med") != (known["source"] in self.remarked):
            yield f"Svar {row[0]} står som »{row[4]}« bemærkninger."

    def _quoted(self, words: str, numbered: int, page: int) -> Iterator[str]:
        text = self.texts.get(numbered)
        if text is None:
            yield f"Svar {numbered} findes ikke."
        elif not words or page not in text.pages(words):
            yield f"»{words[:80]}« står ikke i svar {numbered}, s. {page}."

    def _named(self, before: str, numbers: Sequence[int], more: int) -> Iterator[str]:
        citizens = _CITIZENS.search(before)
        private = [self.rows[n]["sender_type"] == self.private for n in numbers if n in self.rows]
        if citizens and all(private) and not before.endswith("en anden borger"):
            counted = _counted(citizens["count"])
            if counted != len(numbers) + more:
                yield f"Der står {citizens['count']} borgere, men der er {len(numbers) + more}: svar {numbers}."
        for numbered in numbers:
            known = self.rows.get(numbered)
            if known is None:
                yield f"Svar {numbered} findes ikke."
                continue
            name = _plain(known["sender"]) or _NO_NAME
            ends = ("borger", "borgere") if known["sender_type"] == self.private else (name.casefold(),)
            right = before.casefold().endswith(ends)
            if not right:
                yield f"Svar {numbered} er ikke fra »{before[-60:]}«."


def is_answer(row: Mapping[str, str], *, debate: bool = False) -> bool:
    """Whether a row of ``documents`` is an answer in the hearing."""
    phase = row["phase"].strip().lower()
    if row["kind"] == "hoeringssvar":
        return phase == "" or phase.startswith("høring")
    if row["kind"] == "debat" and debate:
        return True
    return row["kind"] in ("debat", "survey", "ukendt") and phase.startswith("høring")


def _words(text: str, end: int) -> str:
    """The quotation that ends at a place; quotation marks within it are its own."""
    depth = 0
    for place in range(end, -1, -1):
        depth += (text[place] == "«") - (text[place] == "»")
        if depth == 0:
            return text[place + 1 : end]
    return ""


def _unquoted(text: str) -> str:
    """A text without the quotations in it that have a place: what answers say is not what the paper says."""
    for match in reversed(list(_PLACE.finditer(text))):
        words = _words(text, match.start())
        text = text[: match.start() - len(words)] + text[match.start() :]
    return text


@dataclass(frozen=True)
class _Readable:
    """A text with single spaces, and where in the view each of its characters stands."""

    text: SafeText

    @cached_property
    def _plain(self) -> tuple[str, list[int]]:
        found = [(m.start(), m[0]) for m in re.finditer(r"\s+|\S", self.text.view.text)]
        return "".join(" " if part.isspace() else part for _, part in found), [start for start, _ in found]

    def pages(self, words: str) -> set[int]:
        """The pages on which words stand, however spaces and line ends stand."""
        plain, places = self._plain
        found, here = set(), plain.find(words)
        while here >= 0:
            found.add(self.text.page_of(self.text.view.to_raw(places[here], places[here] + 1)[0]))
            here = plain.find(words, here + 1)
        return found


def _counted(word: str) -> int:
    small = word.lower()
    return COUNTS.index(small) if small in COUNTS else number(word) if word[0].isdigit() else -1


def _equal(what: str, found: Sequence[int], right: int) -> Iterator[str]:
    for value in found:
        if value != right:
            yield f"{what}: {value} skal være {right}."


def _plain(name: str) -> str:
    return " ".join(name.split())
