from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hoering.comparison import read_parts, split
from hoering.comparison.parts import together
from hoering.comparison.shared import shared
from hoering.errors import PaperError
from tests.report.conftest import BOOK, Letter, build

from .conftest import FIRST, SECOND, part

Make = Callable[..., Path]


def test_projects_are_called_after_their_folders_and_the_same_name_is_told_apart(make_project: Make) -> None:
    first, second = make_project("a/ravnsø", FIRST), make_project("b/ravnsø", SECOND)
    assert [p.name for p in read_parts([first, second])] == ["ravnsø (1)", "ravnsø (2)"]
    assert [p.name for p in read_parts([first, second], ["2025", " 2026 "])] == ["2025", "2026"]


@pytest.mark.parametrize(("names", "reason"), [(["a"], "2 projekter, men 1 navne"), (["a", "a"], "forskellige"),
                                               (["a", " "], "tomme")])  # fmt: skip
def test_names_must_fit(make_project: Make, names: list[str], reason: str) -> None:
    with pytest.raises(PaperError, match=reason):
        read_parts([make_project("a", FIRST), make_project("b", SECOND)], names)


def test_one_project_or_one_without_a_run_is_told(make_project: Make, tmp_path: Path) -> None:
    project = make_project("a", FIRST)
    with pytest.raises(PaperError, match="mindst to projekter"):
        read_parts([project])
    with pytest.raises(PaperError, match="ingen færdig kørsel"):
        read_parts([project, tmp_path / "tom"])
    with pytest.raises(PaperError, match="Højst 12"):
        read_parts([project] * 13)


def test_sources_of_two_parts_are_never_taken_for_each_other() -> None:
    same = [part("a", FIRST, 1), part("b", FIRST, 2)]
    both = together(same)
    assert len({source.source for source in both.sources}) == len(both.sources) == 2 * len(FIRST)
    assert len(both.texts) == 2 * len(FIRST)
    assert {source.document for source in both.sources} >= {"a: råd/brev 1.txt", "b: råd/brev 1.txt"}


def test_split_by_phase_in_the_order_of_time_and_without_the_draft() -> None:
    parts = split(build(FIRST), "fase")
    assert [(p.name, p.total) for p in parts] == [("Inddragelse", 2), ("Høring", 1)]
    assert all(source.kind != "politik" for p in parts for source in p.material.sources)


@pytest.mark.parametrize(("by", "names"), [
    ("form", ["Interview", "Høringssvar"]), ("kind", ["Interview", "Høringssvar"]),
    ("afsendertype", ["Virksomheder", "Borgere", "Råd"]), ("mappe", ["borgere", "råd"]),
    ("dokument", ["borgere/brev 2.txt", "borgere/brev 3.txt", "råd/brev 1.txt"]),
])  # fmt: skip
def test_split_by_what_is_known(by: str, names: list[str]) -> None:
    assert [p.name for p in split(build(FIRST), by)] == names


def test_what_is_not_known_is_a_part_of_its_own_and_the_last() -> None:
    letters = [*FIRST[:3], Letter(more={"phase": ""})]
    assert [p.name for p in split(build(letters), "fase")][-1] == "Uden fase"


def test_a_position_is_counted_anew_in_each_part() -> None:
    material = build(FIRST)
    (whole,) = [p for p in material.positions if p.theme == "bus"]
    assert whole.numbers == (1, 2)
    by_name = {p.name: p.material.positions for p in split(material, "afsendertype")}
    (council,) = [p for p in by_name["Råd"] if p.theme == "bus"]
    assert (council.numbers, council.senders, dict(council.sender_types), council.claims) == ((1,), 1, {"raad": 1}, 1)
    (citizens,) = [p for p in by_name["Borgere"] if p.theme == "bus"]
    assert (citizens.numbers, citizens.position_id) == ((2,), council.position_id)


def test_nothing_to_split_or_an_unknown_column_is_told() -> None:
    with pytest.raises(PaperError, match="samme spor"):
        split(build(FIRST), "spor")
    with pytest.raises(PaperError, match="fase, spor, form, afsendertype, mappe og dokument"):
        split(build(FIRST), "farve")
    many = [Letter(more={"document": f"{n}.txt"}) for n in range(13)]
    with pytest.raises(PaperError, match="er der 13 dele"):
        split(build(many), "dokument")


def test_only_shared_themes_are_compared_and_the_others_named() -> None:
    fewer = BOOK.model_copy(update={"themes": BOOK.themes[:2], "version": "2"})
    found = shared([part("a", FIRST), part("b", SECOND, 2, build(SECOND[1:], book=fewer))])
    assert [code.id for code in found.themes] == ["unge", "moede"]
    assert any("forskellige kodebøger: »a« med prøve 1 og »b« med prøve 2" in note for note in found.notes)
    assert any("er i »a«: Bus og transport" in note for note in found.notes)


def test_no_theme_in_common_is_an_error() -> None:
    other = BOOK.model_copy(update={"id": "anden", "themes": tuple(
        code.model_copy(update={"label": f"Ny {code.label}"}) for code in BOOK.themes)})  # fmt: skip
    with pytest.raises(PaperError, match="ingen temaer til fælles"):
        shared([part("a", FIRST), part("b", SECOND, 2, build([], book=other))])


def test_the_same_run_twice_is_told() -> None:
    assert any("samme projekt" in note for note in shared([part("a", FIRST), part("a", FIRST, 2)]).notes)
