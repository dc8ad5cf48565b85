"""Reading order, paragraphs and furniture of PDF pages as they are met: each test draws one and says how it is read."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
import reportlab
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from hoering.read.pdf import read_pdf
from hoering.sensitive import RawText

WIDTH, HEIGHT = A4
UNGE = (
    "Vi har læst udkastet med stor interesse og vil gerne rose kommunen for at inddrage de unge så tidligt. "
    "Mange unge i Ravnsø mangler en voksen, der følger dem gennem hele forløbet, og vi foreslår derfor, at alle "
    "under 30 år får en fast mentor. Det har vi selv gode erfaringer med fra produktionsskolen."
)
BUS = (
    "Bussen fra Hedelund holder op med at køre klokken 17.40, og derfor kan vores lærlinge ikke nå hjem fra "
    "aftenholdet. Vi har skrevet om det to gange uden at få svar, og det undrer os, for der er plads i bussen."
)
PLAN = (
    "Planen bør følges op af mål, som kan måles, og af en ansvarlig for hvert af dem. Ellers bliver det ved de "
    "gode hensigter, og det har vi set før. Vi deltager gerne i arbejdet med at finde de rigtige mål i efteråret."
)


def wrapped(text: str, width: float, size: float, indent: float) -> list[str]:
    first = simpleSplit(text, "Helvetica", size, width - indent)[0]
    return [first, *simpleSplit(text.removeprefix(first), "Helvetica", size, width)]


class Paper:
    """A canvas that is written on from the top."""

    def __init__(self) -> None:
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=A4)

    def line(self, x: float, y: float, text: str, size: float = 10, *, bold: bool = False, right: bool = False) -> None:
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        (self.canvas.drawRightString if right else self.canvas.drawString)(x, HEIGHT - y, text)

    def text(
        self, x: float, y: float, width: float, text: str | Sequence[str], size: float = 10, *, indent: float = 0.0,
        bold: bool = False, step: float = 1.3,
    ) -> float:  # fmt: skip
        """Write a paragraph (or lines that are already parted); gives the height of the next line."""
        lines = wrapped(text, width, size, indent) if isinstance(text, str) else text
        for number, line in enumerate(lines):
            self.line(x + (indent if number == 0 else 0), y, line, size, bold=bold)
            y += step * size
        return y

    def page(self) -> None:
        self.canvas.showPage()

    def read(self) -> RawText:
        self.canvas.save()
        return read_pdf(self.buffer.getvalue())


@pytest.fixture
def paper() -> Paper:
    return Paper()


def blocks(raw: RawText) -> Iterator[tuple[str, str]]:
    """What a reader sees: paragraphs in one piece with their kind, lines of addresses and rows one by one."""
    furniture = [m for m in raw.marks if m.kind == "page furniture"]
    whole = [m for m in raw.marks if m.kind == "paragraph"]
    hidden = [False] * len(raw.text)
    for mark in furniture:
        hidden[mark.start : mark.end] = [True] * (mark.end - mark.start)
    kinds = [m for m in raw.marks if m.kind in {"heading", "footnote"}]
    place = 0
    for match in re.finditer(r"[^\n\f]+", raw.text):
        if match.start() < place or hidden[match.start()]:
            continue
        mark = next((m for m in whole if m.start <= match.start() < m.end), None)
        end = mark.end if mark else match.end()
        text = "".join(" " if hide else c for c, hide in zip(raw.text, hidden, strict=True))[match.start() : end]
        kind = next((m.kind for m in kinds if m.start <= match.start() < m.end), "")
        yield re.sub(r"-\s*\n\s*(?=[a-zæøå])", "", text) if "\n" in text else text, kind
        place = end


def read(raw: RawText) -> list[str]:
    return [re.sub(r"[ \n\f]+", " ", text) for text, _ in blocks(raw)]


def of_kind(raw: RawText, kind: str) -> list[str]:
    return [raw.text[m.start : m.end] for m in raw.marks if m.kind == kind]


def test_one_column_with_gaps_between_paragraphs(paper: Paper) -> None:
    y = paper.text(70, 80, 450, UNGE)
    y = paper.text(70, y + 8, 450, BUS)
    paper.text(70, y + 8, 450, PLAN)
    assert read(paper.read()) == [UNGE, BUS, PLAN]


def test_one_column_with_indented_paragraphs(paper: Paper) -> None:
    y = paper.text(70, 80, 450, UNGE)
    y = paper.text(70, y, 450, BUS, indent=14)
    paper.text(70, y, 450, PLAN, indent=14)
    assert read(paper.read()) == [UNGE, BUS, PLAN]


@pytest.mark.parametrize("step", [1.15, 1.5, 2.0])
def test_the_spacing_of_lines_does_not_part_paragraphs(paper: Paper, step: float) -> None:
    y = paper.text(70, 80, 450, UNGE, step=step)
    paper.text(70, y + 9 * step, 450, BUS, step=step)
    assert read(paper.read()) == [UNGE, BUS]


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("shift", [0.0, 4.0])
def test_columns_are_read_one_after_the_other(paper: Paper, count: int, shift: float) -> None:
    width = (455 - 14 * (count - 1)) / count
    for number, text in enumerate([UNGE + " " + BUS, PLAN + " " + UNGE, BUS + " " + PLAN][:count]):
        paper.text(70 + number * (width + 14), 100 + number * shift, width, text, 9)
    assert read(paper.read()) == [UNGE + " " + BUS, PLAN + " " + UNGE, BUS + " " + PLAN][:count]


def test_a_headline_across_columns_comes_before_them_and_one_between_parts_them(paper: Paper) -> None:
    paper.line(70, 80, "Høringssvar fra ungerådet til udkastet til politik", 18, bold=True)
    y = paper.text(70, 104, 220, UNGE)
    paper.text(305, 104, 220, BUS)
    y += 4
    paper.line(70, y, "Hvad vi foreslår, når det gælder kommunens egen indsats", 14, bold=True)
    paper.text(70, y + 20, 220, PLAN)
    paper.text(305, y + 20, 220, UNGE)
    assert read(paper.read()) == [
        "Høringssvar fra ungerådet til udkastet til politik", UNGE, BUS,
        "Hvad vi foreslår, når det gælder kommunens egen indsats", PLAN, UNGE,
    ]  # fmt: skip


def test_short_headings_stay_in_their_column(paper: Paper) -> None:
    y = paper.text(70, 92, 220, ["De unge"], bold=True)
    y = paper.text(70, y, 220, UNGE)
    y = paper.text(70, y + 10, 220, ["Bussen"], bold=True)
    paper.text(70, y, 220, BUS)
    y = paper.text(305, 92, 220, PLAN)
    y = paper.text(305, y + 10, 220, ["Til sidst"], bold=True)
    paper.text(305, y, 220, BUS)
    raw = paper.read()
    assert read(raw) == ["De unge", UNGE, "Bussen", BUS, PLAN, "Til sidst", BUS]
    assert of_kind(raw, "heading") == ["De unge", "Bussen", "Til sidst"]


def test_a_sentence_runs_on_from_column_to_column(paper: Paper) -> None:
    lines = simpleSplit(UNGE, "Helvetica", 10, 220)
    paper.text(70, 100, 220, lines[:4])
    y = paper.text(305, 100, 220, lines[4:])
    paper.text(305, y + 8, 220, BUS)
    assert read(paper.read()) == [UNGE, BUS]


def furnished(paper: Paper, number: int, body: Callable[[float], None], *, footer: str = "", odd: bool = True) -> None:
    paper.line(70 if odd else 525, 40, "Ungerådet i Ravnsø" if odd else "Høringssvar 2026", 8, right=not odd)
    body(80)
    paper.line(297, 810, footer or str(number), 8)
    paper.page()


@pytest.mark.parametrize("footer", ["", "Side {n} af 4", "- {n} -", "Sag 26/118 · Side {n}"])
def test_running_headers_and_footers_are_marked_and_cut_no_sentence(paper: Paper, footer: str) -> None:
    lines = simpleSplit(" ".join([UNGE, BUS, PLAN]), "Helvetica", 10, 450)
    shares = [lines[0:3], lines[3:5], lines[5:7], lines[7:]]
    for number, share in enumerate(shares, 1):
        furnished(
            paper, number, lambda y, s=share: paper.text(70, y, 450, s) and None, footer=footer.format(n=number),
            odd=number % 2 == 1,
        )  # fmt: skip
    raw = paper.read()
    assert read(raw) == [" ".join([UNGE, BUS, PLAN])]
    feet = [footer.format(n=n) or str(n) for n in range(1, 5)]
    heads = ["Ungerådet i Ravnsø", "Høringssvar 2026"] * 2
    assert of_kind(raw, "page furniture") == [part for pair in zip(heads, feet, strict=True) for part in pair]


def test_headings_that_count_up_at_the_top_of_pages_are_text(paper: Paper) -> None:
    for number in (1, 2, 3):
        paper.line(70, 80, f"Pejlemærke {number}", 14, bold=True)
        paper.text(70, 110, 450, [UNGE, BUS, PLAN][number - 1])
        paper.page()
    raw = paper.read()
    assert of_kind(raw, "page furniture") == []
    assert of_kind(raw, "heading") == ["Pejlemærke 1", "Pejlemærke 2", "Pejlemærke 3"]


def test_an_answer_that_comes_back_at_the_top_of_two_pages_is_text(paper: Paper) -> None:
    for text in (UNGE, BUS):
        y = paper.text(70, 80, 450, ["Det er vi ikke enige i."])
        paper.text(70, y, 450, text)
        paper.page()
    assert of_kind(paper.read(), "page furniture") == []


def test_footnotes_come_after_the_text_and_their_marks_are_known(paper: Paper) -> None:
    paper.line(70, 80, "Vi støtter forslaget om mentorer")
    x = 70 + paper.canvas.stringWidth("Vi støtter forslaget om mentorer", "Helvetica", 10)
    paper.line(x, 76, "1", 6)
    paper.line(x + 6.5, 80, "til alle unge under 30 år i kommunen, og det samme gør")
    y = paper.text(70, 93, 450, ["skolerne og virksomhederne i hele Ravnsø."])
    paper.text(70, y + 8, 450, BUS)
    paper.canvas.line(70, 110, 214, 110)
    paper.line(70, HEIGHT - 96, "1", 5)
    paper.line(75, HEIGHT - 92, "Se forslaget i udkastet, afsnit 4, hvor mentorerne er omtalt første gang.", 8)
    raw = paper.read()
    assert read(raw) == [
        "Vi støtter forslaget om mentorer1 til alle unge under 30 år i kommunen, og det samme gør skolerne og "
        "virksomhederne i hele Ravnsø.",
        BUS,
        "1 Se forslaget i udkastet, afsnit 4, hvor mentorerne er omtalt første gang.",
    ]
    assert of_kind(raw, "note mark") == ["1"]
    assert of_kind(raw, "footnote") == ["1 Se forslaget i udkastet, afsnit 4, hvor mentorerne er omtalt første gang."]


def test_footnotes_stand_in_no_sentence_that_runs_on_to_the_next_page(paper: Paper) -> None:
    lines = simpleSplit(UNGE, "Helvetica", 10, 450)
    y = paper.text(70, 80, 450, BUS)
    paper.text(70, y + 8, 450, lines[:2])
    note = "1 Se forslaget i udkastet, afsnit 4, hvor mentorerne er omtalt og"
    paper.canvas.line(70, 110, 214, 110)
    paper.line(70, HEIGHT - 96, note, 8)
    paper.page()
    paper.text(70, 80, 450, lines[2:])
    paper.canvas.line(70, 110, 214, 110)
    paper.line(70, HEIGHT - 96, "hvor deres opgaver er nævnt.", 8)
    raw = paper.read()
    assert read(raw) == [BUS, note, UNGE, "hvor deres opgaver er nævnt."]
    assert of_kind(raw, "footnote") == [note, "hvor deres opgaver er nævnt."]


def test_hyphens_at_the_end_of_lines_columns_and_pages_stay_in_the_raw_text(paper: Paper) -> None:
    filler = simpleSplit(UNGE, "Helvetica", 10, 220)
    paper.text(70, 100, 220, [*filler, "Det gælder både social- og beskæftigelses-"])
    paper.text(305, 100, 220, ["indsatsen, og det gælder i særlig grad a-", "kasserne i hele kommunen, for medlem-"])
    paper.page()
    paper.text(70, 100, 220, ["merne får ingen hjælp af de andre."])
    raw = paper.read()
    assert "beskæftigelses-\nindsatsen" in raw.text
    assert [raw.text[m.start : m.end].split()[0] for m in raw.marks if m.kind == "paragraph"] == ["Vi", "Det"]
    assert read(raw)[-1].endswith("for medlemmerne får ingen hjælp af de andre.")


ROWS = [["Indsats", "2024", "2025"], ["Mentor til unge", "12", "31"], ["Fleksjob", "204", "198"]]


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_is_read_row_by_row(paper: Paper, ruled: bool) -> None:
    y = paper.text(70, 80, 450, UNGE) + 20
    for number, row in enumerate(ROWS):
        for x, cell in zip((74, 304, 404), row, strict=True):
            paper.line(x, y + number * 18, cell)
    if ruled:
        for number in range(4):
            paper.canvas.line(70, HEIGHT - y + 13 - number * 18, 500, HEIGHT - y + 13 - number * 18)
        for x in (70, 300, 400, 500):
            paper.canvas.line(x, HEIGHT - y + 13, x, HEIGHT - y + 13 - 54)
    paper.text(70, y + 70, 450, BUS)
    raw = paper.read()
    assert read(raw) == [UNGE, *("\t".join(row) for row in ROWS), BUS]
    assert of_kind(raw, "table") == ["\n".join("\t".join(row) for row in ROWS)]


def test_cells_of_sentences_are_paragraphs_of_their_own_row_by_row(paper: Paper) -> None:
    for number, (left, right) in enumerate([(UNGE, BUS), (PLAN, UNGE)]):
        paper.text(74, 95 + number * 150, 200, left)
        paper.text(294, 95 + number * 150, 200, right)
    for y in (80, 230, 380):
        paper.canvas.line(70, HEIGHT - y, 500, HEIGHT - y)
    for x in (70, 290, 500):
        paper.canvas.line(x, HEIGHT - 80, x, HEIGHT - 380)
    assert read(paper.read()) == [UNGE, BUS, PLAN, UNGE]


def test_a_form_is_read_line_by_line(paper: Paper) -> None:
    for number, (label, value) in enumerate([("Navn:", "Ungerådet"), ("By:", "Ravnsø"), ("Dato:", "9. april 2026")]):
        paper.line(70, 80 + number * 15, label)
        paper.line(180, 80 + number * 15, value)
    assert read(paper.read()) == ["Navn: Ungerådet", "By: Ravnsø", "Dato: 9. april 2026"]


def test_a_letterhead_at_the_right_does_not_mix_with_the_address(paper: Paper) -> None:
    for number, text in enumerate(["Ravnsø Kommune", "Møllegade 8", "8999 Ravnsø"]):
        paper.line(70, 100 + 13 * number, text)
    for number, text in enumerate(["Ungerådet", "Havnegade 3", "8999 Ravnsø", "9. april 2026"]):
        paper.line(400, 100 + 13 * number, text)
    paper.line(70, 200, "Høringssvar om unge", 14, bold=True)
    paper.text(70, 225, 450, UNGE)
    assert read(paper.read()) == [
        "Ravnsø Kommune", "Møllegade 8", "8999 Ravnsø", "Ungerådet", "Havnegade 3", "8999 Ravnsø", "9. april 2026",
        "Høringssvar om unge", UNGE,
    ]  # fmt: skip


@pytest.mark.parametrize("x", [30, 470])
def test_a_note_in_the_margin_cuts_no_sentence(paper: Paper, x: float) -> None:
    y = paper.text(120, 80, 330, UNGE)
    paper.text(120, y, 330, BUS, indent=12)
    paper.text(x, 106, 80, ["Mentorer", "til alle unge"], 8)
    raw = read(paper.read())
    assert sorted(raw) == sorted([UNGE, BUS, "Mentorer til alle unge"])
    assert raw.index(BUS) == raw.index(UNGE) + 1


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_turned_reads_as_one_that_is_not(paper: Paper, turn: int) -> None:
    paper.canvas.setPageSize(A4 if turn == 180 else A4[::-1])  # reportlab turns the size as well
    paper.canvas.setPageRotation(turn)
    y = paper.text(70, 80, 450, UNGE)
    paper.text(70, y + 8, 450, BUS)
    assert read(paper.read()) == [UNGE, BUS]


def test_text_that_runs_up_the_page_is_read_after_the_rest(paper: Paper) -> None:
    paper.text(70, 80, 450, UNGE)
    paper.canvas.saveState()
    paper.canvas.rotate(90)
    paper.canvas.drawString(200, -40, "Modtaget den 9. april")
    paper.canvas.restoreState()
    assert read(paper.read()) == [UNGE, "Modtaget den 9. april"]


def test_bullets_and_numbers_stay_with_their_text(paper: Paper) -> None:
    items = ["•", "1.", "–", "a)"]
    for number, mark in enumerate(items):
        paper.line(80, 80 + 26 * number, mark)
        paper.text(98, 80 + 26 * number, 300, ["flere mentorer til de unge, som ikke er i gang med", "en uddannelse"])
    assert read(paper.read()) == [
        f"{mark} flere mentorer til de unge, som ikke er i gang med en uddannelse" for mark in items
    ]


def test_items_that_end_in_no_stop_are_still_items(paper: Paper) -> None:
    items = ["– svartid på henvendelser fra virksomheder", "– hvor mange opslåede stillinger", "– hvor mange forløb"]
    y = paper.text(70, 80, 230, UNGE)
    paper.text(70, y + 6, 230, items)
    assert read(paper.read()) == [UNGE, *items]


def test_letters_drawn_one_by_one_in_any_order_are_words(paper: Paper) -> None:
    text = "Vi vil have flere i job"
    places = []
    x = 70.0
    for letter in text:
        places.append((x, letter))
        x += paper.canvas.stringWidth(letter, "Helvetica", 10)
    for x, letter in [*places[1::2], *places[::2]]:
        if letter != " ":
            paper.line(x, 80, letter)
    assert read(paper.read()) == [text]


def test_lines_drawn_from_the_bottom_up_are_read_from_the_top_down(paper: Paper) -> None:
    lines = simpleSplit(UNGE, "Helvetica", 10, 450)
    for number in reversed(range(len(lines))):
        paper.line(70, 80 + 13 * number, lines[number])
    assert read(paper.read()) == [UNGE]


@pytest.mark.parametrize("shift", [0.0, 0.3, 0.8])
def test_letters_struck_twice_are_read_once_and_are_bold(paper: Paper, shift: float) -> None:
    paper.text(70, 110, 450, UNGE)
    paper.line(70, 80, "Jobcenteret og alle de ufaglærte")
    paper.line(70 + shift, 80, "Jobcenteret og alle de ufaglærte")
    raw = paper.read()
    assert read(raw)[0] == "Jobcenteret og alle de ufaglærte"
    assert of_kind(raw, "heading") == ["Jobcenteret og alle de ufaglærte"]


def test_ligatures_are_letters(paper: Paper) -> None:
    pdfmetrics.registerFont(TTFont("Vera", str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))
    paper.canvas.setFont("Vera", 10)
    paper.canvas.drawString(70, 700, "Vi \ufb01nder \ufb02ere")
    assert read(paper.read()) == ["Vi finder flere"]


def test_an_accent_drawn_over_a_letter_is_part_of_it(paper: Paper) -> None:
    x = 70 + paper.canvas.stringWidth("M", "Helvetica", 10)
    paper.line(70, 80, "M")
    paper.line(x, 80, "u")
    paper.line(x + 1, 80, "\u00a8")
    paper.line(x + paper.canvas.stringWidth("u", "Helvetica", 10), 80, "ller")
    assert read(paper.read()) == ["Müller"]


def test_text_in_a_drawing_that_is_put_in_is_read(paper: Paper) -> None:
    paper.canvas.beginForm("boks")
    paper.line(70, 200, "Vi vil have flere i job")
    paper.canvas.endForm()
    paper.line(70, 80, "Vores svar")
    paper.canvas.doForm("boks")
    assert read(paper.read()) == ["Vores svar", "Vi vil have flere i job"]


@pytest.mark.parametrize("gap", [1.5, 4.0, 7.0])
def test_spaced_letters_are_words(paper: Paper, gap: float) -> None:
    text = paper.canvas.beginText(70, HEIGHT - 80)
    text.setFont("Helvetica", 12)
    text.setCharSpace(gap)
    text.textOut("NOTAT OM UNGE")
    paper.canvas.drawText(text)
    assert read(paper.read()) == ["NOTAT OM UNGE"]


def test_capitals_with_typed_spaces_are_one_word(paper: Paper) -> None:
    paper.line(70, 80, "H Ø R I N G S S V A R", 14)
    paper.text(70, 110, 450, UNGE)
    assert read(paper.read()) == ["HØRINGSSVAR", UNGE]


def test_lines_of_contents_stay_lines(paper: Paper) -> None:
    for number, (title, page) in enumerate([("Indledning", 3), ("De unge", 5), ("Bussen", 12)]):
        paper.line(70, 80 + 14 * number, title + " " + "." * (60 - len(title)) + f" {page}")
    lines = read(paper.read())
    assert [re.sub(r" \.{10,} ", " … ", line) for line in lines] == ["Indledning … 3", "De unge … 5", "Bussen … 12"]


WORDS = st.lists(st.sampled_from(["vi", "unge", "i", "Ravnsø", "har", "job", "§12", "æøå"]), min_size=1, max_size=9)
LINES = st.tuples(st.integers(40, 90), st.integers(40, 800), st.sampled_from([7, 10, 14]), WORDS)


@settings(max_examples=40, deadline=None)
@given(pages=st.lists(st.lists(LINES, max_size=8), min_size=1, max_size=3))
def test_whatever_is_drawn_is_in_the_text_once_and_places_are_right(
    pages: list[list[tuple[int, int, int, list[str]]]],
) -> None:
    paper = Paper()
    for page in pages:
        used: list[int] = []
        for x, y, size, words in page:
            if all(abs(y - other) > 24 for other in used):
                paper.line(x, y, " ".join(words), size)
                used.append(y)
        if not used:
            paper.line(70, 400, "tom")
        paper.page()
    raw = paper.read()
    assert [(p.number, raw.text[p.end - 1]) for p in raw.pages] == [(n, "\f") for n in range(1, len(pages) + 1)]
    assert [p.start for p in raw.pages] == [0, *(p.end for p in raw.pages[:-1])]
    assert raw.pages[-1].end == len(raw.text)
    for place, page in zip(raw.pages, pages, strict=True):
        drawn: list[str] = []
        used = []
        for _, y, _, words in page:
            if all(abs(y - other) > 24 for other in used):
                drawn += words
                used.append(y)
        assert sorted(raw.text[place.start : place.end].split()) == sorted(drawn or ["tom"])
    for mark in raw.marks:
        assert 0 <= mark.start < mark.end <= len(raw.text)
        assert raw.text[mark.start : mark.end].strip()
