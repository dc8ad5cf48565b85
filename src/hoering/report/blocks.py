"""What every paper is made of, before it has a format: headings, paragraphs, quotations, tables, figures.

A paper is a row of blocks with finished Danish text. `hoering.report.word`, `html` and `markdown` print the same
blocks, so that the same words and numbers stand in all three, and `hoering.report.recount` can hold a finished file
against them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from hoering.report import danish
from hoering.report.figures import Figure
from hoering.report.quotes import Quote

ParagraphKind = Literal["text", "note", "caution", "count", "bullet", "label"]
GroupKind = Literal["theme", "entry", "page"]

REMARKS = "Forvaltningens bemærkninger"
NUMBERS_SHOWN = 15
# The column of a table that holds quotations.
QUOTED = 2
NO_QUOTE = "Ingen citater kan vises, fordi ordlyden ikke kunne findes igen i teksten."


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; ``anchor`` is where links lead, ``new_page`` begins a page on paper."""

    text: str
    level: int
    anchor: str = ""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``see`` is the anchor of a heading that it refers to, and its words the link."""

    text: str
    kind: ParagraphKind = "text"
    see: tuple[str, str] | None = None

    @property
    def parts(self) -> tuple[str, str]:
        """The text before and after the words of the reference, which stands in parentheses within the sentence."""
        if self.see is None:
            return self.text, ""
        stop = "." if self.text.endswith(".") else ""
        return f"{self.text.removesuffix('.')} (", f"){stop}"

    @property
    def line(self) -> str:
        """The text as it is read, with the reference."""
        before, after = self.parts
        return f"{before}{self.see[1]}{after}" if self.see else before


@dataclass(frozen=True, slots=True)
class Numbers:
    """The line "Henvendelse 3, 7, 11": which submissions an entry counts."""

    numbers: tuple[int, ...]
    lead: str = "Henvendelse"

    @property
    def line(self) -> str:
        """The line as it is read."""
        return f"{self.lead} {', '.join(map(str, self.numbers))}"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with its source below it; with ``short`` the source is one line, without the document's name."""

    quote: Quote
    short: bool = False

    @property
    def source(self) -> str:
        """The line below the quotation."""
        if self.short:
            return f"{self.quote.who} – {self.quote.reference}"
        return f"{self.quote.who}\n{self.quote.reference} · {self.quote.document}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """What one sender says: its direction or title, whose it is, and the words.

    ``gathered`` says that the title tells what is wanted, so that it may stand without them.
    """

    title: str
    numbers: tuple[int, ...]
    sign: str
    types: tuple[str, ...]
    stance: str
    quote: Quote | None
    gathered: bool = False

    @property
    def who(self) -> str:
        """Submission and type: "7, B"."""
        return f"{', '.join(map(str, self.numbers))}, {self.sign}"

    @property
    def line(self) -> str:
        """In one line: "Ønske om en bus (7, B, s. 2)", "Kritik: »Jeg bliver bange.« (7, B, s. 2)"."""
        if self.quote is None:
            return f"{self.title} ({self.who}). {NO_QUOTE}"
        said = self.title if self.gathered else f"{self.title}: »{self.quote.text}«"
        return f"{said} ({self.who}, s. {self.quote.page})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Singles:
    """The positions under a theme that one sender each is behind: close together, for they are many."""

    theme: str
    rows: tuple[Single, ...]

    columns = ("Synspunkt", "Nr.", "Med egne ord")


@dataclass(frozen=True, slots=True)
class Briefly:
    """The same on paper: a line each."""

    rows: tuple[Single, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table of texts: ``widths`` share the page in parts; with ``counts`` all columns but the first are numbers.

    ``anchors`` are those of the rows, where links lead to them; ``places`` are, in a table of quotations, where each
    stands: source, start and end, as in `hoering.records.Quotation`. With ``headed`` a cell's parts, with an empty line
    between them, each begin with a heading on a line of its own, and a row may run over the end of a page.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()
    counts: bool = False
    anchors: tuple[str, ...] = ()
    places: tuple[tuple[str, int, int], ...] = ()
    headed: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure, static on paper and interactive on the screen."""

    figure: Figure


@dataclass(frozen=True, slots=True)
class Remarks:
    """The empty field for what the administration has to say."""

    title: str = REMARKS


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of contents: headings of level 1 and 2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Blocks that belong together: a theme, an entry under it, or a page of its own.

    ``theme``, ``types`` and ``stance`` are what the reader of the page on the screen can choose by.
    """

    kind: GroupKind
    blocks: tuple[Block, ...]
    theme: str = ""
    types: tuple[str, ...] = ()
    stance: str = ""


Block = Heading | Paragraph | Numbers | Quoted | Singles | Briefly | Grid | Picture | Remarks | Contents | Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole paper; ``choices`` are the filters on the screen: themes, types and stances with their labels."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    choices: Choices = field(default_factory=lambda: Choices())


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the reader of the page on the screen can choose among: codes and labels, empty where there is nothing."""

    themes: tuple[tuple[str, str], ...] = ()
    types: tuple[tuple[str, str], ...] = ()
    stances: tuple[tuple[str, str], ...] = ()


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block in reading order, those within groups too, without the groups."""
    for block in blocks:
        if isinstance(block, Group):
            yield from flat(block.blocks)
        else:
            yield block


def headings(paper: Paper) -> list[Heading]:
    """The headings that stand in the list of contents."""
    found = (block for block in flat(paper.blocks) if isinstance(block, Heading))
    return [block for block in found if block.level <= 2 and block.anchor]


def quotes(paper: Paper) -> list[Quote]:
    """Every quotation with its source, in order, but for those in tables of all quotations."""
    found: list[Quote] = []
    for block in flat(paper.blocks):
        if isinstance(block, Quoted):
            found.append(block.quote)
        elif isinstance(block, Singles | Briefly):
            found += [row.quote for row in block.rows if row.quote]
    return found


def referring(numbers: Iterable[int]) -> str:
    """A reference in running text; long ones are cut, for they stand whole under the theme.

    >>> referring([3, 7]), referring([4])
    ('henvendelse 3 og 7', 'henvendelse 4')
    """
    listed = [str(number) for number in numbers]
    # To leave out a single one would take more room than to name it.
    if len(listed) <= NUMBERS_SHOWN + 1:
        return f"henvendelse {danish.listed(listed)}"
    rest = danish.number(len(listed) - NUMBERS_SHOWN)
    return f"henvendelse {', '.join(listed[:NUMBERS_SHOWN])} og {rest} andre"
