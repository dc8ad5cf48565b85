"""Counts what a finished paper says in the tables themselves: references, quotations, senders and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hoering.report.blocks import Singles
from hoering.report.recount.lines import Line
from hoering.report.recount.singles import SinglesReader
from hoering.report.recount.tables import Tables
from hoering.report.word_elements import UNSHOWN, clean

_PLACE = r"s\. (?P<page>\d+), tegn (?P<start>\d+)–(?P<end>\d+)"
_SOURCE = re.compile(rf"Henvendelse (?P<number>\d+), .*?{_PLACE}(?: · (?P<document>.+))?\Z", re.DOTALL)
_SPOT = re.compile(rf"{_PLACE}\Z")
_ENTRY = re.compile(r"\(([\d.]+), ([^()]+)\) (.+)\Z", re.DOTALL)
_WEIGHED = re.compile(r"(.+) \(([\d.]+) henvendelser?\)\Z", re.DOTALL)
_RECEIVED = re.compile(r"Der er modtaget ([\d.]+) henvendelser?: ([\d.]+) er brugt")
_REMARKED = re.compile(r"([\d.]+) henvendelser? rummer bemærkninger")
_OF_STANCE = {"Kritik og bekymring": "kritik", "Ønsker og forslag": "forslag", "Støtte og ros": "stoette"}
_TOPIC = re.compile(r"([\d.]+) afsnit i ([\d.]+) henvendelser?\.")
_TOPICS = "Emner, som teksterne selv foreslår"
_TOPIC_TABLE = "Emner, som ligner temaer i kodebogen"
_TOPICS_IN_ALL = re.compile(r"Der er ([\d.]+) emner?\.")
_ALL_QUOTES = "Alle citater med sted"
_NONE = "–"


def faults(lines: Sequence[Line], tables: Tables) -> Iterator[str]:
    """What a paper says that the tables do not, in Danish.

    Args:
        lines: the lines of the finished file.
        tables: the counts of the run.
    """
    reader = _Reader(tables)
    for line in lines:
        yield from reader.read(line)
    yield from reader.singles.end()


def number(text: str) -> int:
    """A whole number as Danes write it; a dash is none.

    >>> number("3.000"), number("–")
    (3000, 0)
    """
    return 0 if text in (_NONE, "") else int(text.replace(".", ""))


def _plain(name: str) -> str:
    """A name as any format can hold it, however its spaces stand."""
    return " ".join(clean(name).replace("\ufffd", " ").split())


class _Reader:
    """Reads a paper from top to bottom and remembers where it is."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.chapter = self.section = self.entry = self.caption = self.quote = ""
        self.head: tuple[str, ...] = ()
        self.due: set[int] | None = None
        self.singles = SinglesReader(tables)

    def read(self, line: Line) -> Iterator[str]:
        """The faults of the next line."""
        if line.kind != "row":
            self.head = ()
        if line.kind in ("h1", "h2", "h3"):
            yield from self._heading(line)
        elif line.kind == "numbers":
            yield from self._numbers(line.text)
        elif line.kind == "quote":
            self.quote = line.text
        elif line.kind == "source":
            yield from self._source(line.text)
        elif line.kind == "caption":
            self.caption = line.text.partition(". ")[2]
        elif line.kind == "row":
            self.singles.row(line.cells)
            yield from self._row(line.cells)
        elif line.kind == "p":
            yield from self.singles.line(line.text)
            yield from self._facts(line.text)

    def _heading(self, line: Line) -> Iterator[str]:
        self.due = None
        self.entry = line.text
        if line.kind == "h1":
            self.chapter, self.section = line.text, ""
        elif line.kind == "h2":
            self.section = line.text
            yield from self._weight(line.text)
        elif match := _ENTRY.match(line.text):
            yield from self._entry(number(match[1]), match[2], " ".join(match[3].split()))
        yield from self.singles.heading(line.text, self.section)

    def _weight(self, text: str) -> Iterator[str]:
        """A theme or a type of sender with its number of submissions."""
        match = _WEIGHED.match(text)
        if match is None:
            return
        name, count = match[1], number(match[2])
        if self.chapter == "Temaer":
            self.section, self.due = name, self.tables.by_theme.get(name, set())
            right = len(self.due)
        elif name in self.tables.by_type and self.chapter.startswith("Hvad de enkelte"):
            right = self.tables.by_type[name]
        else:
            return
        if count != right:
            yield f"»{name}« står med {count} henvendelser, men der er {right}."

    def _entry(self, senders: int, types: str, title: str) -> Iterator[str]:
        """A position: its senders are those of its types, and its members are its submissions."""
        by_type = sorted(number(part.rpartition(" ")[2]) for part in types.split(", "))
        known = self.tables.positions.get((self.section, title), [])
        fitting = [numbers for count, counts, numbers in known if (count, counts) == (senders, by_type)]
        if sum(by_type) != senders:
            yield f"»{title}«: {senders} afsendere, men typerne giver {sum(by_type)}."
        if not fitting:
            yield f"»{title}« under »{self.section}« med {senders} afsendere ({types}) findes ikke i tabellen."
        else:
            self.due = fitting[0] if len(fitting) == 1 else None

    def _numbers(self, text: str) -> Iterator[str]:
        found = {int(part) for part in re.findall(r"\d+", text)}
        unknown = sorted(found - self.tables.used.keys())
        if unknown:
            yield f"Henvendelse {unknown[0]} findes ikke."
        if self.due is not None and found != self.due:
            wrong = sorted(found ^ self.due)
            yield f"Under »{self.section}« er henvendelse {wrong[0]} talt forkert: linjen er »{text}«."
        self.due = None

    def _source(self, text: str) -> Iterator[str]:
        match = _SOURCE.search(text)
        if match is None:
            yield f"Kilden »{text}« kan ikke læses."
            return
        numbered = int(match["number"])
        row = self.tables.used.get(numbered)
        if row is None:
            yield f"Henvendelse {numbered} findes ikke."
        elif match["document"] and _plain(row["document"]) != _plain(match["document"]):
            yield f"Henvendelse {numbered} er ikke dokumentet »{match['document']}«."
        else:
            yield from self._place(numbered, match, self.quote)
        self.quote = ""

    def _place(self, numbered: int, spot: re.Match[str], words: str) -> Iterator[str]:
        """Whether words stand where they are said to; a quotation that Word cannot hold has none."""
        page, start, end = (int(spot[name]) for name in ("page", "start", "end"))
        row = self.tables.used.get(numbered)
        text = self.tables.material.texts.get(row["source"]) if row is not None else None
        place = f"henvendelse {numbered}, s. {page}, tegn {start}–{end}"
        if text is None:
            yield f"Teksten til {place} findes ikke."
        elif text.page_of(start) != page:
            yield f"Sidetallet passer ikke: {place}."
        elif words and words != UNSHOWN and text.view.quote(start, end).split() != words.split():
            yield f"Citatet fra {place} står ikke sådan i kilden."

    def _row(self, cells: tuple[str, ...]) -> Iterator[str]:
        if len(cells) == 1:  # the field for remarks, which may stand right after a table
            self.head = ()
        elif not self.head:
            self.head = cells
        elif self.head == Singles.columns:
            yield from self._single(cells)
        elif self.caption == _ALL_QUOTES:
            spot = _SPOT.search(cells[1])
            if spot is None:
                yield f"Stedet »{cells[1]}« kan ikke læses."
            else:
                yield from self._place(int(cells[0]), spot, cells[2])
        elif self.caption == _TOPIC_TABLE:
            yield from self._topic(cells[0], number(cells[2]), number(cells[3]))
        elif self.caption == "Alle henvendelser, der er brugt":
            yield from self._sender(cells)
        else:
            yield from self._counts(cells)

    def _single(self, cells: tuple[str, ...]) -> Iterator[str]:
        words, _, source = cells[2].rpartition("\n")
        spot = _SPOT.search(source)
        numbers = [int(part) for part in re.findall(r"\d+", cells[1])]
        if not words or spot is None:
            return
        found = [list(self._place(numbered, spot, words)) for numbered in numbers]
        if all(found):
            yield found[0][0]

    def _sender(self, cells: tuple[str, ...]) -> Iterator[str]:
        row = self.tables.used.get(number(cells[0]))
        if row is None or not _plain(cells[1]).startswith(_plain(row["sender"] or "Ukendt afsender")):
            yield f"Henvendelse {cells[0]} er ikke fra »{cells[1]}«."
        elif _plain(cells[6]) != _plain(row["document"]):
            yield f"Henvendelse {cells[0]} er ikke dokumentet »{cells[6]}«."
        elif cells[5] in ("med", "uden") and (cells[5] == "med") != (number(cells[0]) in self.tables.remarked):
            yield f"Henvendelse {cells[0]} står som »{cells[5]}« bemærkninger."

    def _counts(self, cells: tuple[str, ...]) -> Iterator[str]:
        """A row of one of the tables behind the figures."""
        if self.caption.startswith("Hvem taler om hvad"):
            right = {column: self.tables.theme_by_type.get((cells[0], column), 0) for column in self.head[1:]}
        elif self.caption.startswith("Kritik, forslag og støtte"):
            pairs = {column: (cells[0], _OF_STANCE.get(column, "")) for column in self.head[1:]}
            right = {column: self.tables.theme_by_stance.get(pair, 0) for column, pair in pairs.items()}
        elif self.caption.startswith("Hvem vil noget af hvem"):
            right = {column: self.tables.wants.get((cells[0], column), 0) for column in self.head[1:]}
        elif self.caption.startswith("Hvem taler om emnerne"):
            right = {column: self.tables.topic_by_type.get((cells[0], column), 0) for column in self.head[1:]}
        elif self.caption.startswith("Emner og temaer"):
            right = {column: self.tables.topic_by_theme.get((cells[0], column), 0) for column in self.head[1:]}
        else:
            return
        for column, cell in zip(self.head[1:], cells[1:], strict=True):
            if number(cell) != right[column]:
                yield f"Tabellen »{self.caption}«: {cells[0]}, {column} er {cell}, men skal være {right[column]}."

    def _topic(self, label: str, passages: int, sources: int) -> Iterator[str]:
        right = self.tables.topics.get(" ".join(label.split()), [])
        if (passages, sources) not in right:
            yield f"Emnet »{label}« står med {passages} afsnit i {sources} henvendelser, men det er {right}."

    def _facts(self, text: str) -> Iterator[str]:
        if self.chapter == _TOPICS and (match := _TOPIC.match(text)):
            yield from self._topic(self.entry, number(match[1]), number(match[2]))
        elif self.chapter == _TOPICS and (match := _TOPICS_IN_ALL.match(text)):
            count = sum(map(len, self.tables.topics.values()))
            if number(match[1]) != count:
                yield f"Der står {match[1]} emner, men der er {count}."
        elif match := _RECEIVED.match(text):
            right = (sum(self.tables.received.values()), self.tables.received["used"])
            if (number(match[1]), number(match[2])) != right:
                yield f"Modtaget og brugt er {match[1]} og {match[2]}, men skal være {right[0]} og {right[1]}."
        elif (match := _REMARKED.match(text)) and number(match[1]) != len(self.tables.remarked):
            yield f"{match[1]} henvendelser med bemærkninger skal være {len(self.tables.remarked)}."
