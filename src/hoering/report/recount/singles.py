"""Counts what one sender each says, where it stands in lines as in Word and Markdown, in the tables themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hoering.records import SafeText
from hoering.report.blocks import NO_QUOTE
from hoering.report.condensed import AGAIN
from hoering.report.recount.tables import Tables

_HEADING = re.compile(r"Synspunkter(?:, som én afsender står bag)? \(([\d.]+)\)\Z")
_LINE = re.compile(r"(?P<said>.+) \((?P<numbers>\d+(?:, \d+)*), [^()]*?, s\. (?P<page>\d+)\)\Z", re.DOTALL)
_OWN_WORDS = re.compile(r"[^»]+: »(?P<words>.+)«\Z", re.DOTALL)
_AGAIN = re.compile(rf"{AGAIN}([\d.]+) synspunkt(?:er)? fra henvendelse ([\d, og]+), som")
_MORE = re.compile(r"([\d.]+) synspunkt(?:er)? mere, som én afsender")


class SinglesReader:
    """Reads the lines under the headings "Synspunkter, som én afsender står bag (64)"."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.theme = ""
        self.due = self.found = -1

    def heading(self, text: str, theme: str) -> Iterator[str]:
        """The next heading, and the label of the theme it stands under; faults of the lines before it."""
        yield from self.end()
        if match := _HEADING.match(text):
            self.theme, self.due, self.found = theme, int(match[1].replace(".", "")), 0
            right = self.tables.alone[theme]
            if self.due != right:
                yield f"»{theme}« har {right} synspunkter med én afsender, ikke {self.due}."

    def row(self, cells: Sequence[str]) -> None:
        """A row of a table: there are no lines, and `counting` reads the rows. The field for remarks is one cell."""
        if len(cells) > 1:
            self.due = -1

    def line(self, text: str) -> Iterator[str]:
        """The faults of a paragraph below the heading."""
        if self.due < 0:
            return
        if match := _AGAIN.match(text):
            self.found += int(match[1].replace(".", ""))
            yield from self._known(match[2])
        elif match := _MORE.match(text):
            self.found += int(match[1].replace(".", ""))
        elif text.endswith(NO_QUOTE):
            self.found += 1
        elif match := _LINE.match(text):
            self.found += 1
            yield from self._single(match["said"], match["numbers"], int(match["page"]))
        else:
            self.found += 1  # a quotation that Word cannot hold

    def end(self) -> Iterator[str]:
        """What is wrong where the lines end."""
        if self.due >= 0 and self.found != self.due:
            yield f"Under »{self.theme}« står {self.found} af {self.due} synspunkter med én afsender."
        self.due = -1

    def _known(self, listed: str) -> Iterator[str]:
        unknown = [part for part in re.findall(r"\d+", listed) if int(part) not in self.tables.used]
        if unknown:
            yield f"Henvendelse {unknown[0]} findes ikke."

    def _single(self, said: str, listed: str, page: int) -> Iterator[str]:
        numbers = {int(part) for part in listed.split(", ")}
        own = _OWN_WORDS.match(said)
        if own is None:
            known = self.tables.positions.get((self.theme, " ".join(said.split())), [])
            if not any(senders == 1 and members == numbers for senders, _, members in known):
                yield f"»{said[:80]}« fra henvendelse {listed} findes ikke under »{self.theme}«."
            return
        texts = [self._text(number) for number in numbers]
        if not any(text is not None and page in set(_pages(own["words"], text)) for text in texts):
            yield f"»{own['words'][:80]}« står ikke i henvendelse {listed}, s. {page}."

    def _text(self, number: int) -> SafeText | None:
        row = self.tables.used.get(number)
        return None if row is None else self.tables.material.texts.get(row["source"])


def _pages(words: str, text: SafeText) -> Iterator[int]:
    """The pages on which words stand, however the spaces between them stand."""
    view = text.view
    here = view.text.find(words)
    if here < 0:
        spaced = re.compile(r"\s+".join(map(re.escape, words.split())))
        places = [match.span() for match in spaced.finditer(view.text)]
    else:
        places = []
        while here >= 0:
            places.append((here, here + len(words)))
            here = view.text.find(words, here + 1)
    for start, end in places:
        yield text.page_of(view.to_raw(start, end)[0])
