"""Every method of every page, on a run of a few letters and on runs with hardly anything in them."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import plotly.graph_objects as go
import pytest
from pandas.io.formats.style import Styler

import hoering
from hoering import HoeringError
from hoering.notebook import Case, Coding, Deciding, Note, Papers, Parties, Reading, Topics
from hoering.views import Preview

PAGES = (Reading, Coding, Parties, Papers, Deciding, Topics)
SENTENCE = "Bussen kører for sjældent, og kommunen bør sætte flere ind."
# What a method must be given; all others are called without anything.
GIVEN: dict[str, tuple[object, ...]] = {
    "Coding.search": ("bus",), "Papers.figure": (1,), "Papers.compare": ("afsendertype",),
    "Deciding.words": (SENTENCE,), "Deciding.patterns": (SENTENCE,), "Deciding.codes_of": (SENTENCE,),
    "Deciding.ask": (False,), "Deciding.learn": (False,), "Deciding.own_sheet": (False,),
}  # fmt: skip
LETTERS = {
    "svar/Mette.txt": "Hej.\n\nJeg synes, at bussen kører alt for sjældent om aftenen. Jobcentret bør ringe tilbage, "
    "når man har spurgt om hjælp. Det er trist, at sagsbehandleren skifter hele tiden.\n\nVenlig hilsen\nMette Holm\n",
    "svar/Fagforeningen Sammenhold.txt": "Høringssvar fra Fagforeningen Sammenhold\n\nVi foreslår, at kommunen giver "
    "kurser til ledige over 50 år. Vi er glade for, at virksomhederne får en fast kontaktperson i jobcentret.",
}


def made(root: Path, letters: dict[str, str]) -> Path:
    """A run over the letters; gives the folder of its results."""
    for name, text in letters.items():
        path = root / "raw" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    hoering.run(root / "raw", root / "out")
    return root / "out"


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory, loaded_once: None) -> dict[str, Path]:
    """A run of two letters, and one of a letter that says nothing."""
    root = tmp_path_factory.mktemp("pages")
    return {"to": made(root / "to", LETTERS), "intet": made(root / "intet", {"brev.txt": "Tak for kaffen i går.\n"})}


def methods(page: type[Case]) -> list[str]:
    """What a page can show."""
    return [
        name
        for name, member in inspect.getmembers(page, inspect.isfunction)
        if not name.startswith("_") and name not in ("open", "run", "folder", "table", "theme")
    ]


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.parametrize("which", ["to", "intet"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_everything_can_be_shown_or_says_in_danish_why_not(page: type[Case], which: str, runs: dict[str, Path]) -> None:
    case = page.open(runs[which])
    refused = {}
    for name in methods(page):
        try:
            shown = getattr(case, name)(*GIVEN.get(f"{page.__name__}.{name}", ()))
        except HoeringError as error:
            refused[name] = str(error)
        else:
            assert isinstance(shown, Styler | go.Figure | Note | Preview), name
            assert shown._repr_html_(), name
    assert all(reason.endswith(".") for reason in refused.values()), refused
    assert not refused or which == "intet", refused


@pytest.mark.model
@pytest.mark.slow
def test_what_a_person_writes_in_the_first_cell_is_used_or_refused(runs: dict[str, Path]) -> None:
    coding, parties = Coding.open(runs["to"]), Parties.open(runs["to"])
    theme = coding.theme()
    assert theme in coding.criticism(theme).to_html()
    assert "bussen" in coding.search("BUSSEN").to_html()
    with pytest.raises(HoeringError, match=r"intet tema »Ukendt« i kodebogen\. Der er: "):
        coding.criticism("Ukendt")
    with pytest.raises(HoeringError, match=r"typen »Ukendt«\. Der er: "):
        parties.quotes("Ukendt")
    with pytest.raises(HoeringError, match=r"stemmen »Ukendt«\. Der er: "):
        parties.shares("Ukendt")
    with pytest.raises(HoeringError, match="Der er ingen brugt tekst fra »Ukendt«"):
        Reading.open(runs["to"]).before_and_after("Ukendt")


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.usefixtures("loaded_once")
def test_decisions_are_asked_for_only_when_it_is_said(tmp_path: Path) -> None:
    out = made(tmp_path, LETTERS)
    sheet = out / "data" / "processed" / "beslutninger.xlsx"
    assert "SKEMA = True" in repr(Deciding.open(out).ask(False))
    assert not sheet.exists()
    assert "lagt til" in repr(Deciding.open(out).ask(True))
    assert sheet.is_file()
    assert "0 af " in repr(Deciding.open(out).ask(False))
    with pytest.raises(HoeringError, match="ingen beslutninger"):
        Deciding.open(out).learn(True)


def test_without_a_run_it_is_said_which_notebook_comes_first(tmp_path: Path) -> None:
    for page in PAGES:
        with pytest.raises(HoeringError, match=r"Åbn 01_laes_og_rens\.ipynb") as caught:
            page.open(tmp_path)
        assert caught.value._render_traceback_() == [str(caught.value)]


def test_a_folder_is_listed_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "min_sag" / "svar").mkdir(parents=True)
    with pytest.raises(HoeringError, match=r"Der ligger ingen filer i .*min_sag\.\nLæg høringens dokumenter i mappen"):
        Reading.folder(tmp_path / "min_sag")
    with pytest.raises(HoeringError, match=r"min_sga findes ikke. Ved siden af ligger: min_sag\."):
        Reading.folder(tmp_path / "min_sga")
    for name in ("a.txt", "b.TXT", "c.pdf"):
        (tmp_path / "min_sag" / "svar" / name).write_text("x", encoding="utf-8")
    page = Reading.folder(tmp_path / "min_sag").data  # type: ignore[attr-defined]
    assert page.to_numpy().tolist() == [["svar", 3, "1 .pdf, 2 .txt"]]


def test_a_note_is_escaped_and_reads_without_a_browser() -> None:
    note = Note.of("Først <b>", "", "så & sidst")
    assert repr(note) == "Først <b>\nså & sidst"
    assert "<strong>Først &lt;b&gt;</strong><br>så &amp; sidst" in note._repr_html_()


@pytest.mark.model
@pytest.mark.slow
def test_a_draft_is_held_against_what_people_want(runs: dict[str, Path], tmp_path: Path) -> None:
    draft = tmp_path / "udkast.txt"
    draft.write_text("Udkast til politik\n\nKommunen tilbyder kurser til alle ledige over 50 år.\n", encoding="utf-8")
    papers = Papers.open(runs["to"])
    told = repr(papers.coverage(draft.as_posix()))
    assert re.match(r"Af \d+ synspunkter er \d+ dækket", told)
    assert (runs["to"] / "reports" / "udkastdaekning.docx").is_file()
    assert (runs["to"] / "data" / "processed" / "coverage.parquet").is_file()
    assert "Udkastdækning ligger her" in repr(papers.coverage(draft.as_posix()))
    assert "Ikke nævnt i udkastet." in papers.left_out(draft.as_posix())._repr_html_()
    with pytest.raises(HoeringError, match="findes ikke"):
        papers.coverage("mangler.docx")
