from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from hoering.report import ThemeReport, render_page
from hoering.report.blocks import Heading, Paper, Paragraph

Make = Callable[..., Any]


@pytest.fixture(scope="module")
def page(report: ThemeReport) -> str:
    return render_page(report.paper, report.material.texts)


def body(page: str) -> str:
    """The page without styles and scripts."""
    return re.sub(r"(?s)<(script|style)\b.*?</\1>", "", page)


def test_same_paper_same_text(report: ThemeReport, page: str) -> None:
    assert render_page(report.paper, report.material.texts) == page


def test_the_page_asks_no_network(page: str) -> None:
    assert "default-src 'none'" in page
    assert not re.search(r'(?:src|href)="(?!#)', body(page))
    assert not re.search(r"<(?:link|iframe|img)\b", body(page))


def test_every_link_leads_somewhere_and_no_place_is_there_twice(page: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', body(page))
    assert len(ids) == len(set(ids))
    for target in set(re.findall(r'href="#([^"]+)"', body(page))):
        assert target in ids


def test_markup_in_names_and_quotations_is_shown_and_not_obeyed(page: str) -> None:
    assert "Mads &amp; Søn &lt;b&gt;Byg&lt;/b&gt;" in page
    assert "<b>Byg" not in page
    assert "<unge>" not in page


def test_filters_offer_what_there_is(page: str) -> None:
    assert re.findall(r'<option value="([^"]*)">', body(page)) == [
        "*", "tema-1", "tema-2", "tema-3",
        "*", "virksomheder", "borgere", "raad", "journalist",
        "*", "kritik", "forslag", "stoette",
    ]  # fmt: skip
    entries = re.findall(r'class="entry" data-theme="([^"]*)" data-types="([^"]*)" data-stance="([^"]*)"', page)
    assert ("tema-2", "journalist raad virksomheder", "kritik") in entries
    assert ("tema-1", "borgere", "stoette") in entries


def test_a_quotation_opens_its_place_in_the_source(page: str) -> None:
    embedded = re.search(r'<script type="application/json" id="tekster">(.*?)</script>', page, re.DOTALL)
    assert embedded
    texts = json.loads(embedded[1])
    links = re.findall(r'data-kilde="(\d+)" data-fra="(\d+)" data-til="(\d+)">(Henvendelse \d+)', page)
    found = {(name, texts[int(k)][2][int(a) : int(b)]) for k, a, b, name in links}
    assert ("Henvendelse 1", "Bussen kører ikke om aftenen.") in found
    assert ("Henvendelse 2", "Vi kan ikke få folk hjem & »ud« til <unge> om natten.") in found
    assert all(texts[int(k)][0] == name for k, _, _, name in links)


def test_a_source_text_cannot_break_out_of_its_script(make_material: Make, letter: Make, said: Make) -> None:
    bad = "</script><script>alert(1)</script><!--"
    report = ThemeReport(make_material([letter(bad, "raad", [said(f"{bad} Vi savner svar.")])]), title=bad)
    page = render_page(report.paper, report.material.texts)
    assert bad not in page
    assert "<script>alert(1)" not in page


def test_figures_say_what_they_show(page: str) -> None:
    assert len(re.findall(r'<figure class="chart" role="group" aria-label="[^"]{60,}"', page)) == 4
    assert "<figcaption>Figur 1. Hvem taler om hvad?" in page


def test_a_paper_without_figures_is_small(report: ThemeReport) -> None:
    small = Paper(title="Notat", subtitle="", blocks=(Heading("Et", 1, "et"), Paragraph("Tekst.")))
    page = render_page(small, report.material.texts)
    assert len(page) < 20_000
    assert "<form" not in page


def test_fillers_can_be_hidden_and_the_quotation_stays_verbatim(make_material: Make, letter: Make, said: Make) -> None:
    text = "Øh, det <var>, altså, svært at jeg jeg ventede."
    report = ThemeReport(make_material([letter(said=[said(text)], kind="interview")]))
    page = render_page(report.paper, report.material.texts)
    (first, *_) = re.findall("<blockquote>(.*?)</blockquote>", page)
    assert re.findall('<span class="filler">(.*?)</span>', first) == ["Øh,", ", altså,", " jeg"]
    assert '<input type="checkbox" id="fyldord" autocomplete="off" checked> Vis fyldord' in body(page)


def test_a_letter_has_no_fillers_to_hide(make_material: Make, letter: Make, said: Make) -> None:
    report = ThemeReport(make_material([letter(said=[said("Øh, det var altså svært.")])]))
    page = render_page(report.paper, report.material.texts)
    for absent in ('class="filler"', 'id="fyldord"', 'getElementById("fyldord")'):
        assert absent not in page
