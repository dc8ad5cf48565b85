from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

from markupsafe import escape

from hoering.report import ThemeReport, render_html

Make = Callable[..., Any]


class Blocks(HTMLParser):
    """Texts of all blockquotes, as a browser reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.open = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "blockquote":
            self.open = True
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.open = self.open and tag != "blockquote"

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts[-1] += data


def quoted(page: str) -> list[str]:
    blocks = Blocks()
    blocks.feed(page)
    return blocks.texts


def body(page: str) -> str:
    """The page without styles and scripts."""
    return re.sub(r"(?s)<(script|style)\b.*?</\1>", "", page)


def test_same_report_same_bytes(report: ThemeReport) -> None:
    assert render_html(report) == render_html(report)


def test_quotations_are_verbatim_and_escaped(report: ThemeReport) -> None:
    page = render_html(report)
    wanted = [q.text for s in report.themes for g in s.groups for q in g.quotes]
    assert quoted(page)[-len(wanted) :] == wanted
    assert "&lt;unge&gt;" in page
    assert "<unge>" not in page
    assert "<b>Byg</b>" not in page
    assert str(escape("Mads & Søn <b>Byg</b>")) in page


def test_counts_on_the_page_are_those_of_the_records(report: ThemeReport) -> None:
    page = body(render_html(report))
    for section in report.themes:
        assert section.count_line in page
    for line in (*report.facts.lines, *report.method):
        assert line in page
    assert '<th scope="row">A-kasser</th><td>1</td><td>1</td><td>–</td><td>2</td>' in page


def test_everything_has_its_place(report: ThemeReport) -> None:
    page = body(render_html(report))
    headings = ("Kort fortalt", "Overblik i tal", "Hvem vil hvad", "Temaer", "Bilag 1: Afsendere",
                "Bilag 2: Lagt til side", "Bilag 3: Metode og forbehold")  # fmt: skip
    for heading in headings:
        assert re.search(f"<h2[^>]*>{heading}</h2>", page)
    assert page.count("Forvaltningens bemærkninger") == 2
    assert 'Henvendelse <a href="#h1">1</a>, <a href="#h3">3</a>' in page
    for target in set(re.findall(r'href="#([^"]+)"', page)):
        assert f'id="{target}"' in page


def test_the_page_asks_no_network(report: ThemeReport) -> None:
    page = render_html(report)
    assert "default-src 'none'" in page
    assert not re.search(r'(?:src|href)="(?!#)', body(page))
    assert not re.search(r"<(?:link|iframe|img)\b", body(page))


def test_filters_offer_what_there_is(report: ThemeReport) -> None:
    page = body(render_html(report))
    assert re.findall(r'<option value="([^"]*)">', page) == [
        "*", "tema-1", "tema-2",
        "*", "virksomheder", "borgere", "politikere",
        "*", "kritik", "stoette", "forslag",
    ]  # fmt: skip


def test_the_rest_is_folded_away(make_report: Make, make_theme: Make, make_quotation: Make) -> None:
    page = body(render_html(make_report([make_theme("Unge", [make_quotation(start=i) for i in range(1, 8)])])))
    assert "<summary>3 citater mere</summary>" in page


def test_a_label_cannot_break_out_of_the_script(make_report: Make, make_theme: Make, make_quotation: Make) -> None:
    bad = "</script><script>alert(1)</script>"
    page = render_html(make_report([make_theme(bad, [make_quotation()])], title=bad))
    assert bad not in page
    assert "<script>alert(1)" not in page


def test_no_themes_makes_a_small_sensible_page(make_report: Make) -> None:
    page = render_html(make_report())
    assert len(page) < 20_000
    for line in ("Der er ikke fundet temaer", "Ingen henvendelser er brugt.", "Intet er lagt til side"):
        assert line in page
    assert "<select" not in page


def test_one_source(make_report: Make, make_theme: Make, make_quotation: Make, make_source: Make) -> None:
    page = body(render_html(make_report([make_theme("Unge", [make_quotation()])], [make_source(1)])))
    assert "(1 henvendelse, 1 sætning · Politikere 1)" in page
    assert "Der er modtaget 1 henvendelse: 1 er brugt." in page


def test_three_thousand_quotations(make_report: Make, make_theme: Make, make_quotation: Make) -> None:
    many = [make_quotation(f"Sætning nummer {i}.", i % 40 + 1, start=i * 30) for i in range(3000)]
    page = render_html(make_report([make_theme("Unge", many)]))
    assert "(40 henvendelser, 3.000 sætninger · Politikere 3.000)" in page
    assert set(quoted(page)) == {quotation.text for quotation in many}


def spoken_report(
    make_report: Make, make_theme: Make, make_quotation: Make, make_source: Make, kind: str
) -> ThemeReport:
    quotation = make_quotation("Øh, det <var>, altså, svært at jeg jeg ventede.")
    return make_report([make_theme("Unge", [quotation])], [make_source(1, kind=kind)])


def test_fillers_can_be_hidden_and_the_quotation_stays_verbatim(
    make_report: Make, make_theme: Make, make_quotation: Make, make_source: Make
) -> None:
    page = render_html(spoken_report(make_report, make_theme, make_quotation, make_source, "interview"))
    assert set(quoted(page)) == {"Øh, det <var>, altså, svært at jeg jeg ventede."}
    (first, *_) = re.findall("<blockquote>(.*?)</blockquote>", page)
    assert re.findall('<span class="filler">(.*?)</span>', first) == ["Øh,", ", altså,", " jeg"]
    assert re.findall('data-mark="(.*?)"', first) == ["[…]", " […]", " […]"]
    assert '<input type="checkbox" id="fyldord" autocomplete="off" checked> Vis fyldord' in body(page)


def test_a_letter_has_no_fillers_to_hide(
    make_report: Make, make_theme: Make, make_quotation: Make, make_source: Make
) -> None:
    page = render_html(spoken_report(make_report, make_theme, make_quotation, make_source, "hoeringssvar"))
    assert set(quoted(page)) == {"Øh, det <var>, altså, svært at jeg jeg ventede."}
    for absent in ('class="filler"', 'id="fyldord"', 'getElementById("fyldord")'):
        assert absent not in page
