"""A paper as one HTML file that opens anywhere, prints well and never asks the network for anything."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape
from plotly.io import to_html
from plotly.offline import get_plotlyjs

from hoering.fillers import MARK
from hoering.records import SafeText
from hoering.report import danish
from hoering.report.blocks import NO_QUOTE, Grid, Paper, Picture, flat, headings, quotes
from hoering.report.figures import Figure
from hoering.report.interactive import interactive
from hoering.report.quotes import Quote

# Tables of more rows than this are folded away on the screen.
OPEN_ROWS = 60
_NUMBERED = {"Grid": "Tabel", "Picture": "Figur"}


def render_page(paper: Paper, texts: Mapping[str, SafeText]) -> str:
    """A whole page with styles, script, figures and source texts inside; the same paper gives the same text.

    Args:
        paper: what to print.
        texts: the readable texts of the sources, by id; a quotation of a source that is among them opens its place.
    """
    shown = _Sources.of(paper, texts)
    drawn = [block for block in flat(paper.blocks) if isinstance(block, Picture)]
    return _template().render(
        paper=paper,
        contents=headings(paper),
        # plotly.js is most of the file: without figures it stays out.
        plotlyjs=Markup(get_plotlyjs()) if drawn else "",
        chart=chart,
        numbered=_numbers(paper),
        has_fillers=any(quote.omissions for quote in quotes(paper)),
        said=_said,
        place=shown.place,
        sources=Markup(shown.json()),
        open_rows=OPEN_ROWS,
        danish=danish,
        kind_of=lambda block: type(block).__name__,
        self_id=id,
        no_quote=NO_QUOTE,
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("hoering.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("paper.html.j2")


@dataclass(frozen=True, slots=True)
class _Sources:
    """The texts that quotations of a paper stand in, and where in them."""

    texts: Mapping[str, SafeText]
    order: Mapping[str, int]

    @classmethod
    def of(cls, paper: Paper, texts: Mapping[str, SafeText]) -> _Sources:
        cited = {quote.source for quote in quotes(paper)}
        cited |= {place[0] for block in flat(paper.blocks) if isinstance(block, Grid) for place in block.places}
        known = sorted(cited & texts.keys(), key=lambda s: (texts[s].source.number, s))
        return cls(texts, {source: number for number, source in enumerate(known)})

    def place(self, source: str, start: int, end: int) -> Markup:
        """Attributes that lead to a place in a text: which text, and from and to in code points."""
        if source not in self.order:
            return Markup("")
        first, last = self.texts[source].view.to_view(start, end)
        return Markup(' data-kilde="{}" data-fra="{}" data-til="{}"').format(self.order[source], first, last)

    def json(self) -> str:
        """All texts as JSON that no markup in them can break out of."""
        rows = [list(self._row(self.texts[source])) for source in self.order]
        return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")

    def _row(self, text: SafeText) -> Iterator[str]:
        yield f"Henvendelse {text.source.number}"
        yield " · ".join(part for part in (text.source.sender, text.source.document) if part)
        yield text.view.text


def _numbers(paper: Paper) -> Mapping[int, int]:
    """The running number of every table and figure, by the identity of its block."""
    counts = dict.fromkeys(_NUMBERED.values(), 0)
    numbers: dict[int, int] = {}
    for block in flat(paper.blocks):
        if word := _NUMBERED.get(type(block).__name__):
            counts[word] += 1
            numbers[id(block)] = counts[word]
    return numbers


def chart(figure: Figure, number: int) -> Markup:
    """A figure as HTML, its script and numbers in it; the same figure gives the same text."""
    config = {"displayModeBar": False, "responsive": True}
    drawn = interactive(figure)
    # Its title is the caption below, as on paper.
    top = drawn.layout.margin.t - 60
    drawn.update_layout(title=None, height=drawn.layout.height - 60, margin_t=top)
    # A fixed id: plotly would draw a random one, and the bytes would differ from run to run.
    text = to_html(drawn, config=config, include_plotlyjs=False, full_html=False, div_id=f"figur-{number}")
    return Markup(text)


def _said(quote: Quote) -> Markup:
    """A quotation word for word, its fillers in elements that the page can hide, each with a place for a mark."""
    parts: list[Markup] = []
    here = 0
    for gap in quote.omissions:
        filler = Markup('<span class="filler">{}</span>').format(quote.text[gap.start : gap.end])
        mark = Markup('<span class="gap" data-mark="{}"></span>').format(gap.blank + MARK)
        parts += [escape(quote.text[here : gap.start]), filler, mark]
        here = gap.end
    return Markup("").join([*parts, escape(quote.text[here:])])
