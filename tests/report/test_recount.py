"""A finished file in which one thing is wrong must not pass: a count, a reference, a quotation, a page."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from hoering.material import Material
from hoering.report import ThemeReport, check, render_markdown, render_page, render_word, theme_papers
from hoering.report.recount.counting import faults
from hoering.report.recount.html_file import read_html
from hoering.report.recount.lines import expected
from hoering.report.recount.markdown_file import read_markdown
from hoering.report.recount.tables import Tables
from hoering.report.recount.word_file import read_word

SUFFIXES = ("docx", "html", "md")
QUOTE = "Bussen kører ikke om aftenen."
# What stands in all three formats, and what is planted in its place.
PLANTED = {
    "count of a theme": ("Bus og transport (3 henvendelser)", "Bus og transport (4 henvendelser)"),
    "count of a position": ("(3, V 1, R 1, J 1) Kritik", "(4, V 1, R 2, J 1) Kritik"),
    "count by type": ("(3, V 1, R 1, J 1) Kritik", "(3, V 1, R 2) Kritik"),
    "reference of a position": ("Henvendelse 1, 2, 4", "Henvendelse 1, 2, 3"),
    "reference that is not there": ("Henvendelse 1, 3", "Henvendelse 1, 9"),
    "words of a quotation": (QUOTE, "Bussen kører aldrig om aftenen."),
    "page of a quotation": ("s. 2, tegn 33–62", "s. 1, tegn 33–62"),
    "place of a quotation": ("s. 2, tegn 33–62", "s. 2, tegn 33–61"),
    "source of a quotation": ("Henvendelse 1, høringssvar, s. 2", "Henvendelse 2, høringssvar, s. 2"),
    "received": ("Der er modtaget 8 henvendelser", "Der er modtaget 9 henvendelser"),
    "used": ("henvendelser: 6 er brugt", "henvendelser: 7 er brugt"),
    "with remarks": ("4 henvendelser rummer bemærkninger", "5 henvendelser rummer bemærkninger"),
}


def printed(report: ThemeReport, suffix: str) -> bytes:
    if suffix == "docx":
        return render_word(report.paper).data
    text = render_page(report.paper, report.material.texts) if suffix == "html" else render_markdown(report.paper)
    return text.encode()


def replaced(data: bytes, suffix: str, old: str, new: str) -> bytes:
    """The file with one text planted everywhere in place of another, whatever elements part it."""
    if suffix != "docx":
        return _changed(data.decode(), old, new).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for item in source.infolist():
            content = source.read(item)
            if item.filename == "word/document.xml":
                content = _changed(content.decode(), old, new).encode()
            target.writestr(item, content)
    return made.getvalue()


def _changed(text: str, old: str, new: str) -> str:
    """Letter by letter, so that elements between the letters stay where they are."""
    same = next(i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b)
    tags = r"(?:<[^>]*>|\\)*"
    pattern = re.compile(tags.join(map(re.escape, old)))
    changed, count = pattern.subn(lambda match: _put(match[0], old, new, same), text)
    assert count, old
    return changed


def _put(found: str, old: str, new: str, same: int) -> str:
    if found == old:
        return new
    assert len(old) == len(new)
    letters, made, place = iter(new), "", 0
    while place < len(found):
        tag = re.match(r"<[^>]*>|\\", found[place:])
        made += tag[0] if tag else next(letters)
        place += len(tag[0]) if tag else 1
    return made


@pytest.fixture(scope="module")
def files(report: ThemeReport) -> dict[str, bytes]:
    return {suffix: printed(report, suffix) for suffix in SUFFIXES}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_true_paper_has_no_faults(report: ThemeReport, files: dict[str, bytes], suffix: str) -> None:
    assert check(files[suffix], suffix, report.paper, report.material) == []


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_error_is_found(report: ThemeReport, files: dict[str, bytes], suffix: str, kind: str) -> None:
    data = replaced(files[suffix], suffix, *PLANTED[kind])
    assert check(data, suffix, report.paper, report.material)


READERS: dict[str, Callable[[bytes], Any]] = {
    "docx": read_word,
    "html": lambda data: read_html(data.decode()).lines,
    "md": lambda data: read_markdown(data.decode()),
}


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("kind", PLANTED)
def test_counting_in_the_tables_finds_it_alone(
    report: ThemeReport, files: dict[str, bytes], suffix: str, kind: str
) -> None:
    """Also where the paper itself was counted wrong, so that file and paper agree."""
    lines = READERS[suffix](replaced(files[suffix], suffix, *PLANTED[kind]))
    assert list(faults(lines, Tables(report.material)))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_all_formats_say_the_same(report: ThemeReport, files: dict[str, bytes], suffix: str) -> None:
    lines = READERS[suffix](files[suffix])
    assert [line.plain for line in lines] == [line.plain for line in expected(report.paper)]


def test_a_line_too_many_or_too_few_is_found(report: ThemeReport) -> None:
    text = render_markdown(report.paper)
    for wrong in (text + "\nIntet.\n", text.replace("er rettet mod politikere", "er rettet mod råd")):
        assert check(wrong.encode(), "md", report.paper, report.material)


def test_a_number_in_a_picture_of_the_page_is_found(report: ThemeReport, files: dict[str, bytes]) -> None:
    page = files["html"].decode()
    wrong = page.replace('"z":[[', '"z":[[7,', 1)
    assert wrong != page
    assert check(wrong.encode(), "html", report.paper, report.material)


def test_a_quotation_that_opens_another_place_is_found(report: ThemeReport, files: dict[str, bytes]) -> None:
    page = files["html"].decode()
    wrong = page.replace('data-fra="33"', 'data-fra="32"', 1)
    assert wrong != page
    assert "åbner et forkert sted" in check(wrong.encode(), "html", report.paper, report.material)[0]


def changed(material: Material, table: str, column: str, row: int, value: object) -> Material:
    frame = material.table(table).copy()
    frame.loc[row, column] = value
    return Material(frames={**material.frames, table: frame}, settings=material.settings)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("positions", "senders", 5),
        ("position_members", "number", 2),
        ("codings", "code", "unge"),
    ],
)
def test_tables_that_contradict_each_other_stop_the_paper(
    material: Material, table: str, column: str, value: object
) -> None:
    """The report is made from the one table and checked by the other."""
    stale = ThemeReport(material)
    assert check(printed(stale, "md"), "md", stale.paper, changed(material, table, column, 0, value))


def test_a_paper_that_is_wrong_is_not_handed_over(material: Material) -> None:
    wrong = changed(material, "positions", "source_numbers", 0, "1, 2, 3")
    made = theme_papers(wrong)
    assert made.files == {}
    assert [problem.item for problem in made.problems] == ["temarapport.docx", "temarapport.html", "temarapport.md"]
    assert "Filen er ikke skrevet, fordi den ikke stemmer med tabellerne" in made.problems[0].reason


def test_a_quotation_that_is_not_in_the_text_is_left_out_and_said(material: Material) -> None:
    frame = material.table("texts").copy()
    frame["text"] = frame["text"].str.replace("aftenen", "natten!")
    made = theme_papers(dataclasses.replace(material, frames={**material.frames, "texts": frame}), ("md",))
    assert QUOTE not in made.files["temarapport.md"].decode()
    assert any("ordlyden stemmer ikke med teksten" in problem.reason for problem in made.problems)
    assert not any("Bussen" in problem.reason for problem in made.problems)
