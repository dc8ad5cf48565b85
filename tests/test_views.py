from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from hoering import HoeringError, views
from hoering.codebook import ActorCode, Code, Codebook
from hoering.records import Coding, Problem, Removal, Segment, Source
from hoering.tables import records_frame, themes_frame

LETTER, NEWS, DRAFT = "svar/Roklub.pdf#1", "nyheder/Avisen.html#1", "politik/Udkast.docx#1"


def entry(id: str, label: str, exclude: str = "") -> Code:
    return Code(id=id, label=label, definition=f"Om {label.lower()}.", exclude=exclude)


@pytest.fixture
def book() -> Codebook:
    return Codebook(
        id="proeve",
        label="Prøve",
        version="1",
        themes=(entry("bus", "Bus og tog", exclude="Cykler: `cykel`."), entry("cykel", "Cykler")),
        actors=tuple(
            ActorCode(id=code, label=label, definition=label)
            for code, label in (("borgere", "Borgere"), ("foreninger", "Foreninger"))
        ),
        stances=(entry("kritik", "Kritik og bekymring"), entry("forslag", "Ønsker og forslag")),
    )


def source(name: str, number: int, kind: str, sender: str, sender_type: str, **other: object) -> Source:
    values: dict[str, object] = {"status": "used", "date": "2026-03-07", "end": 400, "basis": "filnavn"} | other
    return Source(
        source=name, document=name.partition("#")[0], number=number, kind=kind, sender=sender,
        sender_type=sender_type, sha256="0" * 64, **values,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.fixture
def documents() -> pd.DataFrame:
    return records_frame(
        "documents",
        [
            source(LETTER, 1, "hoeringssvar", "Roklubben", "foreninger"),
            source(NEWS, 2, "nyhed", "Avisen", "journalist"),
            source(DRAFT, 3, "politik", "Kommunen", "ukendt"),
            source("tom.txt#1", 0, "", "", "", status="unreadable", reason="Filen er tom.", date="", end=0),
        ],
    )


def codings_of(
    name: str,
    start: int,
    quote: str,
    themes: str,
    stance: str,
    voice: str,
    sender: str,
    sender_type: str,
    role: str = "",
) -> list[Coding]:
    coded = [("theme", code) for code in themes.split()] + [("stance", stance), ("voice", voice)]
    return [
        Coding(
            coding_id=f"{name}{start}{kind}{code}", source=name, document=name.partition("#")[0], page=2, start=start,
            end=start + len(quote), quote=quote, kind=kind, code=code, score=0.75, why="mønster: bus*",
            coder="rule:patterns", sender=sender, sender_type=sender_type, role=role,
        )  # type: ignore[arg-type]
        for kind, code in coded
    ]  # fmt: skip


@pytest.fixture
def codings() -> pd.DataFrame:
    letter = ("Roklubben", "foreninger")
    return records_frame(
        "codings",
        [
            *codings_of(LETTER, 10, "Bussen kører aldrig <i>.", "bus", "kritik", "foreninger", *letter),
            *codings_of(LETTER, 50, "Lav en cykelsti langs bussen.", "bus cykel", "forslag", "foreninger", *letter),
            *codings_of(LETTER, 90, "Venlig hilsen.", "", "neutral", "foreninger", *letter),
            *codings_of(NEWS, 10, "Cyklen er stjålet.", "cykel", "kritik", "borgere", "Avisen", "journalist"),
            *codings_of(NEWS, 60, "Hvad med bussen?", "bus", "kritik", "borgere", "A", "journalist", "interviewer"),
            *codings_of(DRAFT, 10, "Vi vil have flere busser.", "bus", "forslag", "ukendt", "Kommunen", "ukendt"),
        ],
    )


@pytest.fixture
def sentences(codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook) -> pd.DataFrame:
    return views.sentences(codings, documents, book)


@pytest.fixture
def removals() -> pd.DataFrame:
    places = [
        (0, 40, "brevhoved", ""), (40, 45, "brevhoved", ""), (60, 70, "personnavn", "[Person 1]"),
        (80, 81, "linjeskift", " "), (90, 91, "linjeskift", " "), (200, 220, "underskrift", ""),
    ]  # fmt: skip
    made = [Removal(document="svar/Roklub.pdf", start=a, end=b, reason=r, replacement=n) for a, b, r, n in places]
    return records_frame("removals", made)


@pytest.fixture
def segments() -> pd.DataFrame:
    def segment(id: str, start: int, end: int, text: str, parent: str = "") -> Segment:
        return Segment(
            segment_id=id, source=LETTER, document="svar/Roklub.pdf", parent=parent,
            level="sentence" if parent else "paragraph", page=1, start=start, end=end, text=text,
        )  # fmt: skip

    return records_frame(
        "segments",
        [
            segment("0", 50, 85, "Ifølge [Person 1] er bussen væk."),
            segment("0.0", 50, 85, "Ifølge [Person 1] er bussen væk.", parent="0"),
            segment("1", 100, 150, "Lav en cykelsti."),
        ],
    )


def test_sentences_are_those_the_report_counts(sentences: pd.DataFrame) -> None:
    assert sentences["Citat"].tolist() == [
        "Bussen kører aldrig <i>.",
        "Lav en cykelsti langs bussen.",
        "Venlig hilsen.",
        "Cyklen er stjålet.",
    ]
    assert sentences["Temaer"].tolist() == ["Bus og tog", "Bus og tog; Cykler", "", "Cykler"]
    assert sentences["Holdning"].tolist() == [
        "Kritik og bekymring",
        "Ønsker og forslag",
        "neutral",
        "Kritik og bekymring",
    ]
    assert sentences["Stemme"].tolist() == ["Foreninger"] * 3 + ["Borgere"]
    assert sentences["Afsendertype"].tolist() == ["Foreninger"] * 3 + ["Journalist"]
    assert sentences["Sted"][0] == "Henvendelse 1, høringssvar, s. 2, tegn 10–34"


def test_a_sentence_with_two_themes_comes_twice(sentences: pd.DataFrame) -> None:
    coded = views.by_theme(sentences)
    assert coded["Tema"].tolist() == ["Bus og tog", "Bus og tog", "Cykler", "Cykler"]


def test_counts_agree_with_the_themes(
    sentences: pd.DataFrame, codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook
) -> None:
    themes = views.themes_of(codings, documents, book)
    assert views.by_theme(sentences)["Tema"].value_counts().to_dict() == {t.label: t.sentences for t in themes}
    table = views.theme_table(themes_frame(themes))
    assert table.loc[table["Tema"] == "Cykler", ["Henvendelser", "Sætninger"]].to_numpy().tolist() == [[2, 2]]


def test_stances_are_counted_in_their_own_order(sentences: pd.DataFrame, book: Codebook) -> None:
    counted = views.stances_by(views.by_theme(sentences), "Tema", book)
    assert list(counted.columns) == ["Tema", "Kritik og bekymring", "Ønsker og forslag", "I alt"]
    assert counted.to_numpy().tolist() == [["Bus og tog", 1, 1, 2], ["Cykler", 1, 1, 2]]


def test_every_code_comes_with_its_reason(codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook) -> None:
    table = views.coding_table(codings, documents, book)
    assert len(table) == len(codings)
    assert table.iloc[0].tolist() == [
        "Bussen kører aldrig <i>.", "Tema", "Bus og tog", 0.75, "mønster: bus*",
        "Henvendelse 1, høringssvar, s. 2, tegn 10–34", "svar/Roklub.pdf",
    ]  # fmt: skip


def test_what_was_received(documents: pd.DataFrame, book: Codebook) -> None:
    assert views.statuses(documents)[["Status", "Henvendelser"]].to_numpy().tolist() == [
        ["Brugt", 3],
        ["Kan ikke læses", 1],
    ]
    register = views.source_register(documents, book)
    assert register.iloc[0].tolist() == [
        1, "svar/Roklub.pdf", "Høringssvar", "Roklubben", "Foreninger", "7. marts 2026", 1, "Brugt", "", "filnavn",
    ]  # fmt: skip
    assert register.iloc[-1][["Afsendertype", "Dato", "Status", "Årsag"]].tolist() == [
        "", "", "Kan ikke læses", "Filen er tom.",
    ]  # fmt: skip
    assert views.sender_types(documents, book)["Afsendertype"].tolist() == ["Foreninger", "Journalist"]


def test_problems_have_danish_headings() -> None:
    problems = records_frame("problems", [Problem(stage="læsning", item="tom.txt", reason="Filen er tom.")])
    assert list(views.problem_table(problems).columns) == ["Trin", "Hvad", "Årsag"]


def test_removals_are_counted_by_reason(removals: pd.DataFrame) -> None:
    counted = views.removals_by_reason(removals)
    assert counted[["Årsag", "Hvad der sker", "Steder", "Tegn", "Dokumenter"]].to_numpy().tolist() == [
        ["brevhoved", "Taget ud", 2, 45, 1],
        ["underskrift", "Taget ud", 1, 20, 1],
        ["personnavn", "Erstattet", 1, 10, 1],
        ["linjeskift", "Rettet", 2, 2, 1],
    ]


def test_removals_are_counted_by_document(documents: pd.DataFrame, removals: pd.DataFrame) -> None:
    counted = views.removals_by_document(documents, removals)
    assert counted.iloc[0].tolist() == ["svar/Roklub.pdf", 400, 6, 77, 19.25]
    assert counted["Steder"].tolist() == [6, 0, 0]


def test_before_and_after_shows_no_words_that_were_taken_out(segments: pd.DataFrame, removals: pd.DataFrame) -> None:
    assert views.before_and_after(segments, removals, "svar/Roklub.pdf").to_numpy().tolist() == [
        ["Taget ud", "[brevhoved: 45 tegn]", ""],
        ["Afsnit", "Ifølge [Person 1] er bussen væk.", "personnavn, linjeskift"],
        ["Afsnit", "Lav en cykelsti.", "linjeskift"],
        ["Taget ud", "[underskrift: 20 tegn]", ""],
    ]
    with pytest.raises(HoeringError, match="ukendt"):
        views.before_and_after(segments, removals, "ukendt.pdf")


def test_codes_in_the_codebook_are_named_by_label(book: Codebook) -> None:
    assert views.codebook_table(book)["Hører ikke med"].tolist() == ["Cykler: »Cykler«.", ""]


def test_who_wants_what(codings: pd.DataFrame, documents: pd.DataFrame, book: Codebook) -> None:
    wishes = views.who_wants_what(codings, documents, book, at_most=1)
    assert wishes.iloc[:, :5].to_numpy().tolist() == [
        ["Borgere", "Borgere", "Avisen", "Cykler", ""],
        ["Roklubben", "Foreninger", "", "Bus og tog", "Cykler og 1 tema til"],
    ]


def test_groups_are_compared_in_per_cent(sentences: pd.DataFrame) -> None:
    coded = views.by_theme(sentences)
    compared = views.compare_groups(coded, "Borgere", "Foreninger").round(1)
    assert compared.to_numpy().tolist() == [["Cykler", 100.0, 33.3, 66.7], ["Bus og tog", 0.0, 66.7, -66.7]]
    (bars,) = views.difference_figure(compared).data
    assert list(bars.y) == ["Cykler", "Bus og tog"]
    with pytest.raises(HoeringError, match=r"»Staten«\. Der er: Borgere og Foreninger"):
        views.compare_groups(coded, "Borgere", "Staten")


def test_figures_have_danish_titles(documents: pd.DataFrame, removals: pd.DataFrame, book: Codebook) -> None:
    senders = views.sender_figure(views.sender_types(documents, book))
    assert "Hvem har skrevet" in senders.layout.title.text
    assert list(senders.data[0].x) == [1, 1]
    assert list(views.removals_figure(views.removals_by_reason(removals)).data[0].x) == [45, 20, 10, 2]


def test_show_escapes_counts_rows_and_writes_numbers_in_danish(sentences: pd.DataFrame) -> None:
    page = views.show(sentences.assign(Antal=1234), rows=1).to_html()
    assert "Bussen kører aldrig &lt;i&gt;." in page
    assert "1.234" in page
    assert "Viser de første 1 af 4 rækker." in page
    named = views.show(sentences["Stemme"].value_counts().to_frame("Antal")).to_html()
    assert "Stemme" in named
    assert "Viser" not in named


def test_the_preview_keeps_links_inside_the_report(tmp_path: Path) -> None:
    path = tmp_path / "temarapport.html"
    path.write_text('<html><head></head><body><a href="#a">å</a></body></html>', encoding="utf-8")
    page = views.preview(path)._repr_html_()
    assert "&lt;head&gt;&lt;base href=&quot;about:srcdoc&quot;&gt;" in page
    assert 'height="700"' in page
    with pytest.raises(HoeringError, match="findes ikke"):
        views.preview(tmp_path / "mangler.html")


def test_nothing_in_nothing_out(book: Codebook) -> None:
    documents, codings, removals = (records_frame(name, []) for name in ("documents", "codings", "removals"))
    spoken = views.sentences(codings, documents, book)
    made = [
        views.statuses(documents),
        views.source_register(documents, book),
        views.removals_by_reason(removals),
        views.removals_by_document(documents, removals),
        views.theme_table(themes_frame([])),
        views.coding_table(codings, documents, book),
        spoken,
        views.by_theme(spoken),
        views.stances_by(views.by_theme(spoken), "Tema", book),
        views.sender_types(documents, book),
        views.who_wants_what(codings, documents, book),
    ]
    for frame in made:
        assert frame.empty
        assert len(frame.columns) > 1
        assert "table" in views.show(frame).to_html()
