"""The last gate: a finished file, held against the paper counted anew and against the tables."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from plotly.offline import get_plotlyjs

from hoering.material import Material
from hoering.report.blocks import Paper, Picture, flat
from hoering.report.page import chart
from hoering.report.recount.counting import faults
from hoering.report.recount.html_file import read_html
from hoering.report.recount.lines import Line, differences, expected
from hoering.report.recount.markdown_file import read_markdown
from hoering.report.recount.reworded import reworded_faults
from hoering.report.recount.tables import Tables
from hoering.report.recount.word_file import as_word_holds, read_word

AT_MOST = 5


def check(data: bytes, suffix: str, paper: Paper, material: Material, *, tables: bool = True) -> list[str]:
    """What is wrong in a finished file, in Danish; nothing where every number, reference and quotation is right.

    Args:
        data: the file.
        suffix: ``docx``, ``html`` or ``md``.
        paper: the paper it is of, counted from the tables now.
        material: the tables.
        tables: also count what it says in the tables; for papers other than the theme report it may say too little.
    """
    return list(islice(_check(data, suffix, paper, material, tables), AT_MOST))


def _check(data: bytes, suffix: str, paper: Paper, material: Material, tables: bool) -> Iterator[str]:
    wanted, printed = list(expected(paper)), list[Line]()
    if suffix == "docx":
        printed, wanted = read_word(data), [as_word_holds(line) for line in wanted]
    elif suffix == "md":
        printed = read_markdown(data.decode())
    else:
        page = data.decode()
        # Its drawing library is most of a page and none of what it says.
        read = read_html(page.replace(get_plotlyjs(), "", 1))
        printed = read.lines
        yield from (f"Et citat åbner et forkert sted: »{o.printed[:80]}«." for o in read.opened if o.printed != o.found)
        yield from _charts(page, paper)
    yield from differences(wanted, printed)
    if tables:
        yield from faults(printed, Tables(material))
        yield from reworded_faults(printed)


def _charts(page: str, paper: Paper) -> Iterator[str]:
    drawn = [block.figure for block in flat(paper.blocks) if isinstance(block, Picture)]
    for place, figure in enumerate(drawn, 1):
        if str(chart(figure, place)) not in page:
            yield f"Figur {place} viser andre tal end tabellerne."
