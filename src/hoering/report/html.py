"""The report as one HTML file that opens anywhere, prints well and never asks the network for anything."""

from __future__ import annotations

from functools import cache

import plotly.graph_objects as go
from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape
from plotly.io import to_html
from plotly.offline import get_plotlyjs

from hoering.fillers import MARK
from hoering.report import charts, danish
from hoering.report.model import CAUTION, ThemeReport
from hoering.report.quotes import Quote


def render_html(report: ThemeReport) -> str:
    """A whole page with styles, script and figures inside; the same report gives the same text."""
    themes = [section.theme for section in report.themes]
    figures = [charts.theme_voices(themes, report.labels), charts.theme_stances(themes, report.labels)]
    # Without themes there is nothing to draw, and plotly.js is 99 % of the file.
    drawn = figures if themes else []
    return _template().render(
        report=report,
        caution=CAUTION,
        plotlyjs=Markup(get_plotlyjs()) if drawn else "",
        figures=[_figure(figure, f"figur-{i}") for i, figure in enumerate(drawn, 1)],
        themes=[(section.anchor, section.theme.label) for section in report.themes],
        types=_present(report, "type"),
        stances=_present(report, "stance"),
        has_fillers=any(quote.omissions for quote in _quotes(report)),
        said=_said,
        danish=danish,
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
    return environment.get_template("report.html.j2")


def _figure(figure: go.Figure, name: str) -> Markup:
    config = {"displayModeBar": False, "responsive": True}
    # A fixed id: plotly would draw a random one, and the bytes would differ from run to run.
    text = to_html(figure, config=config, include_plotlyjs=False, full_html=False, div_id=name)
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


def _present(report: ThemeReport, field: str) -> list[tuple[str, str]]:
    """Codes and labels that the filter may choose among: those that some quotation has."""
    labels = report.labels
    codes = {getattr(quote, field) for quote in _quotes(report)}
    if field == "type":
        return [(code, labels.actor(code)) for code in sorted(codes, key=labels.actor_order)]
    order = [group.stance for section in report.themes for group in section.groups]
    return [(code, labels.heading(code)) for code in dict.fromkeys(order) if code in codes]


def _quotes(report: ThemeReport) -> list[Quote]:
    return [quote for section in report.themes for group in section.groups for quote in group.quotes]
