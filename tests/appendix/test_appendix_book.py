"""The finished appendix, read again with openpyxl and held against the tables it was made of."""

from __future__ import annotations

import datetime
import io
from collections import Counter
from dataclasses import replace
from typing import Any

import openpyxl
import pandas as pd
import pytest

from hoering import tables
from hoering.appendix import APPENDIX, appendix_file
from hoering.appendix.codings import maker
from hoering.material import Material
from hoering.report.draw import figures
from hoering.report.tally import Tally
from hoering.spreadsheet import Limits
from tests.report.conftest import LETTERS, Letter, Said, build

Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def material() -> Material:
    return build(LETTERS, joins=[(5, 1)])


@pytest.fixture(scope="module")
def sheets(material: Material) -> dict[str, Rows]:
    return read(appendix_file(material).files[APPENDIX])


def read(data: bytes) -> dict[str, Rows]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {page.title: rows(page.iter_rows(values_only=True)) for page in book.worksheets[1:]}


def rows(values: Any) -> Rows:
    head, *below = list(values)
    return [dict(zip(head, row, strict=True)) for row in below]


def front(data: bytes) -> str:
    page = openpyxl.load_workbook(io.BytesIO(data))["Læs mig"]
    return "\n".join(str(cell) for row in page.iter_rows(values_only=True) for cell in row if cell is not None)


def test_sheets_and_their_order(sheets: dict[str, Rows]) -> None:
    assert list(sheets) == [
        "Afsendere", "Synspunkter", "Synspunkternes henvendelser", "Påstande", "Kodninger", "Figurernes tal",
    ]  # fmt: skip


def test_all_senders_stand_there_also_those_without_remarks_and_those_set_aside(sheets: dict[str, Rows]) -> None:
    listed = sheets["Afsendere"]
    assert len(listed) == len(LETTERS)
    by_document = {row["Dokument"]: row for row in listed}
    assert by_document["svar_5.pdf"]["Bemærkninger"] == "uden"
    assert by_document["svar_6.pdf"]["Bemærkninger"] == "selve udkastet"
    assert by_document["svar_1.pdf"]["Bemærkninger"] == "med"
    assert by_document["svar_1.pdf"]["Dato"] == datetime.datetime(2026, 2, 1)
    assert (by_document["kopi.pdf"]["Status"], by_document["kopi.pdf"]["Nr."]) == ("Dublet", None)
    assert by_document["scan.pdf"]["Hvorfor lagt til side"] == "Ingen tekst i filen."
    assert by_document["svar_5.pdf"]["Tilslutning"] == "tilslutter sig henvendelse 1"


def test_a_date_known_to_the_month_is_told_in_words() -> None:
    (row,) = read(appendix_file(build([Letter(more={"date": "2026-03"})])).files[APPENDIX])["Afsendere"]
    assert row["Dato"] == "marts 2026"


def test_every_position_counts_what_stands_behind_it(sheets: dict[str, Rows], material: Material) -> None:
    assert len(sheets["Synspunkter"]) == len(material.positions) > 0
    behind: dict[str, set[int]] = {}
    for row in sheets["Synspunkternes henvendelser"]:
        behind.setdefault(row["Synspunkt-id"], set()).add(row["Henvendelse"])
    for row in sheets["Synspunkter"]:
        numbers = {int(part) for part in row["Henvendelser"].split(", ")}
        assert numbers == behind[row["Synspunkt-id"]]
        assert row["Afsendere"] == sum(int(part.rsplit(" ", 1)[1]) for part in row["Afsendere efter type"].split(", "))
        assert row["Forvaltningens bemærkninger"] is None


def test_every_quotation_stands_where_it_says(sheets: dict[str, Rows], material: Material) -> None:
    texts = {source.document: material.texts[source.source] for source in material.used}
    found = [row for name in ("Synspunkternes henvendelser", "Påstande", "Kodninger") for row in sheets[name]]
    assert len(found) > 30
    for row in found:
        text = texts[row["Dokument"]]
        assert text.view.quote(row["Fra tegn"], row["Til tegn"]) == row["Citat"]
        assert text.page_of(row["Fra tegn"]) == row["Side"]
        assert text.source.number == row["Henvendelse"]


def test_a_quotation_that_does_not_stand_there_is_left_out_and_told(material: Material) -> None:
    codings = material.table("codings").copy()
    codings.loc[codings.index[0], "quote"] = "Det har ingen sagt."
    made = appendix_file(replace(material, frames={**material.frames, "codings": codings}))
    listed = read(made.files[APPENDIX])["Kodninger"]
    assert "Det har ingen sagt." not in {row["Citat"] for row in listed}
    assert listed[0]["Citat"].startswith("[Citatet er udeladt")
    assert len(made.problems) == 1
    assert "Det har ingen sagt" not in made.problems[0].reason


def test_codings_have_labels_strength_maker_and_whether_they_count(sheets: dict[str, Rows], material: Material) -> None:
    listed = sheets["Kodninger"]
    assert len(listed) == len(material.codings)
    assert {row["Slags kode"] for row in listed} == {"Tema", "Holdning", "Stemme"}
    assert {row["Kodet af"] for row in listed} == {"Regel (patterns)"}
    assert all(isinstance(row["Styrke"], float) for row in listed)
    draft = {row["Tæller med"] for row in listed if row["Dokument"] == "svar_6.pdf"}
    assert draft == {"nej"}
    assert {row["Tæller med"] for row in listed if row["Dokument"] == "svar_1.pdf"} == {"ja"}
    themes = Counter(row["Kode"] for row in listed if row["Slags kode"] == "Tema" and row["Tæller med"] == "ja")
    assert themes == {theme.label: theme.sentences for theme in material.themes}


def test_the_figures_numbers_are_those_of_the_report(sheets: dict[str, Rows], material: Material) -> None:
    drawn = figures(Tally(material))
    cells = {
        (figure.title, row, column): count
        for figure in drawn
        for row, counts in figure.rows
        for column, count in zip(figure.columns, counts, strict=True)
    }
    assert cells == {(r["Figur"], r["Række"], r["Kolonne"]): r["Antal"] for r in sheets["Figurernes tal"]}


def test_the_front_says_what_it_is_how_much_there_is_and_with_which_versions(material: Material) -> None:
    text = front(appendix_file(material).files[APPENDIX])
    assert "Der er modtaget 8 henvendelser: 6 er brugt" in text
    assert "ingen afstemning" in text
    assert "Kodebog: prøve 1" in text
    assert "Kodninger" in text


def test_who_in_the_secretariat_has_decided_is_nobodys_affair() -> None:
    assert maker("human:Anne Madsen") == "Menneske"
    assert maker("topic:kmeans") == "Emnemodel (kmeans)"
    assert maker("noget nyt") == "noget nyt"


def test_names_with_markup_and_texts_like_formulas_stay_as_they_are() -> None:
    letter = Letter("=Mads & Søn <b>", "virksomheder", [Said("=1+1 er to, og bussen & <toget> mangler.", ["bus"])])
    found = read(appendix_file(build([letter])).files[APPENDIX])
    assert found["Afsendere"][0]["Afsender"] == "=Mads & Søn <b>"
    assert {row["Citat"] for row in found["Påstande"]} == {"=1+1 er to, og bussen & <toget> mangler."}


def test_a_quotation_excel_cannot_hold_is_not_bent() -> None:
    found = read(appendix_file(build([Letter(said=[Said("Bussen\x0b mangler.", ["bus"])])])).files[APPENDIX])
    assert all("Excel ikke kan vise" in row["Citat"] for row in found["Kodninger"])


def test_nothing_received_and_nothing_coded() -> None:
    empty = read(appendix_file(build([])).files[APPENDIX])
    assert all(not listed for listed in empty.values())
    silent = read(appendix_file(build([Letter()])).files[APPENDIX])
    assert [row["Bemærkninger"] for row in silent["Afsendere"]] == ["uden"]
    assert silent["Kodninger"] == []


def test_topics_stand_there_with_their_examples_where_the_run_looked_for_them(material: Material) -> None:
    source = material.used[0]
    quote = material.texts[source.source].view.text.split(". ")[0].split("\n")[0]
    frames = {
        **material.frames,
        "topics": tables.records_frame("topics", []).reindex([0]).assign(
            topic=0, label="bus, aften", key_words="bus, aften", passages=4, share=0.25, sources=3,
            stability=float("nan"), coverage_code="bus", coverage=0.5, new=False, method="BERTopic",
        ),
        "topic_examples": tables.records_frame("topic_examples", []).reindex([0]).assign(
            topic=0, rank=1, segment_id="x", source=source.source, document=source.document, page=1, start=0,
            end=len(quote), quote=quote, score=0.9,
        ),
    }  # fmt: skip
    found = read(appendix_file(replace(material, frames=frames)).files[APPENDIX])
    (topic,), (example,) = found["Emner"], found["Emnernes eksempler"]
    assert (topic["Andel af afsnit"], topic["Stabilitet"], topic["Ligner mest temaet"]) == (
        0.25,
        None,
        "Bus og transport",
    )
    assert (example["Emne"], example["Citat"]) == ("bus, aften", quote)


def covered(material: Material) -> pd.DataFrame:
    rows = [
        {
            "position_id": p.position_id, "theme": p.theme, "stance": p.stance, "title": p.title, "senders": p.senders,
            "source_numbers": "1", "verdict": "ikke nævnt", "draft": "udkast.docx", "section": "", "page": 0,
            "start": 0, "end": 0, "passage": "", "score": 0.1, "why": "intet ligner", "earlier_verdict": "",
            "change": "",
        }
        for p in material.positions
    ]  # fmt: skip
    return pd.DataFrame(rows)


def test_the_coverage_of_a_draft_stands_there_where_it_is_of_this_run(material: Material) -> None:
    coverage = covered(material)
    found = read(appendix_file(material, coverage=coverage).files[APPENDIX])["Udkastets dækning"]
    assert [row["Synspunkt-id"] for row in found] == [p.position_id for p in material.positions]
    assert (found[0]["Forslag til vurdering"], found[0]["Side"]) == ("ikke nævnt", None)
    stale = appendix_file(material, coverage=coverage.assign(position_id="andet")).files[APPENDIX]
    assert "Udkastets dækning" not in read(stale)
    assert "fra en anden kørsel" in front(stale)


def test_the_same_tables_give_the_same_bytes(material: Material) -> None:
    again = Material(frames=material.frames, settings=material.settings)
    assert appendix_file(material).files == appendix_file(again).files


def test_more_rows_than_the_program_takes(material: Material) -> None:
    data = appendix_file(material, Limits(rows=4)).files[APPENDIX]
    assert len(read(data)["Kodninger"]) == 3
    assert "mere kan Excel ikke have på et ark" in front(data)
