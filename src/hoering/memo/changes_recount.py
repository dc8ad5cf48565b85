"""Holds the suggestions in a finished memo's list of changes against the tables and both drafts, by another road."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from hoering.coverage.records import ABSENT, PARTLY, VERDICTS
from hoering.material import Material
from hoering.memo.changes import CAPTION
from hoering.memo.recount import is_answer
from hoering.records import SafeText
from hoering.report.recount.counting import number
from hoering.report.recount.lines import Line

_VERDICT = "|".join(VERDICTS)
_REMARK = re.compile(
    r"(?P<title>.+?) Henvendelse (?P<numbers>\d+(?:(?:, | og )\d+)*); "
    rf"før (?P<before>{_VERDICT}), nu (?P<now>{_VERDICT})(?: |\Z)"
)
_WORDS = re.compile(r"»(?P<words>.+)« \(s\. (?P<page>\d+)\)\Z")
_COUNT = re.compile(r"Forslagene er (?P<remarks>[\d.]+) bemærkning(?:er)? ved (?P<places>[\d.]+) sted(?:er)? i det nye")
_ASKING = ("kritik", "forslag")


def change_faults(
    lines: Sequence[Line], material: Material, before: SafeText, now: SafeText, *, debate: bool = False
) -> Iterator[str]:
    """What is wrong in the suggested changes of a finished memo, in Danish.

    Args:
        lines: the lines of the file.
        material: the tables.
        before: the draft that was heard.
        now: the revised one.
        debate: whether contributions to the public debate count as answers.
    """
    rows = [row for row in _rows(lines) if row[1] or row[2]]
    known = _known(material, debate)
    counted = 0
    for _, remarks, words, _ in rows:
        found = list(_REMARK.finditer(remarks))
        counted += len(found)
        if not found or found[-1].end() != len(remarks):
            yield f"Forslaget »{remarks[:80]}« kan ikke læses."
        for remark in found:
            yield from _remark(remark, known)
        yield from _words(words, before, now)
    for line in lines:
        if match := _COUNT.match(" ".join(line.text.split())):
            said = number(match["remarks"]), number(match["places"])
            if said != (counted, len(rows)):
                yield f"Der står {said[0]} bemærkninger ved {said[1]} steder, men der er {counted} ved {len(rows)}."


def _rows(lines: Sequence[Line]) -> Iterator[tuple[str, ...]]:
    """The rows of the list of changes without its head."""
    here = head = False
    for line in lines:
        if line.kind == "caption":
            here, head = line.text.partition(". ")[2] == CAPTION, True
        elif here and line.kind == "row" and len(line.cells) == 4:
            if not head:
                yield tuple(" ".join(cell.split()) for cell in line.cells)
            head = False
        else:
            here = False


def _known(material: Material, debate: bool) -> Mapping[str, list[set[int]]]:
    """The answers behind each position that criticises or asks, by its title."""
    documents = material.table("documents")
    answers = {
        int(row["number"])
        for row in documents[documents["status"] == "used"].astype(str).to_dict("records")
        if is_answer({str(key): value for key, value in row.items()}, debate=debate)
    }
    positions = material.table("positions")
    asking = positions.loc[positions["stance"].isin(_ASKING), ["title", "source_numbers"]]
    found: dict[str, list[set[int]]] = defaultdict(list)
    for title, numbers in asking.to_numpy().tolist():
        found[" ".join(title.split())].append({int(part) for part in re.findall(r"\d+", numbers)} & answers)
    return found


def _remark(remark: re.Match[str], known: Mapping[str, Sequence[set[int]]]) -> Iterator[str]:
    """Whether a position of this title exists, and the numbers are those behind one or more of its kind."""
    title, said = remark["title"], {int(part) for part in re.findall(r"\d+", remark["numbers"])}
    whole = [numbers for numbers in known.get(title, []) if numbers and numbers <= said]
    if title not in known:
        yield f"Synspunktet »{title[:80]}« findes ikke."
    elif set().union(*whole) != said:
        yield f"»{title[:80]}« har ikke svarene {remark['numbers']} bag sig."
    if remark["before"] not in (PARTLY, ABSENT) or VERDICTS.index(remark["now"]) >= VERDICTS.index(remark["before"]):
        yield f"»{title[:80]}« er ikke taget op, når det før var {remark['before']} og nu er {remark['now']}."


def _words(cell: str, before: SafeText, now: SafeText) -> Iterator[str]:
    match = _WORDS.match(cell)
    if match is None:
        yield f"Ordene »{cell[:80]}« kan ikke læses."
        return
    words = match["words"]
    if int(match["page"]) not in set(_pages(words, now)):
        yield f"»{words[:80]}« står ikke på s. {match['page']} i det nye udkast."
    if f" {words} " in f" {' '.join(before.view.text.split())} ":
        yield f"»{words[:80]}« stod også i det udkast, der var i høring."


def _pages(words: str, text: SafeText) -> Iterator[int]:
    """The pages on which words stand, however spaces and line ends stand between them."""
    spaced = re.compile(r"\s+".join(map(re.escape, words.split())))
    for match in spaced.finditer(text.view.text):
        yield text.page_of(text.view.to_raw(match.start(), match.end())[0])
