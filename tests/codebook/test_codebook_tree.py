from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoering import codebook
from hoering.codebook.tree import branches, loops
from hoering.errors import CodebookError

Culture = Callable[..., Path]

GROUPS = """\
groups:
- id: ude
  label: Kultur ude
  definition: 'Hvad man går ud til; ikke `bibliotek`.'
- id: hjemme
  label: Kultur hjemme
  definition: Hvad man låner med hjem.
themes:"""
LIBRARY = ("  definition: Bøger og lån.\n", "  definition: Bøger og lån.\n  parent: hjemme\n")
STAGE = ("  definition: Teater og dans.\n", "  definition: Teater og dans.\n  parent: ude\n")


@dataclass(frozen=True)
class Entry:
    id: str
    parent: str = ""


def complaint(path: Path) -> str:
    with pytest.raises(CodebookError) as caught:
        codebook.load(path)
    return str(caught.value)


def test_themes_stand_under_headings_and_broader_themes_in_the_codebooks_order(culture: Culture) -> None:
    under_theme = ("  definition: Bøger og lån.\n", "  definition: Bøger og lån.\n  parent: scenekunst\n")
    book = codebook.load(culture(("themes:", GROUPS), STAGE, under_theme))
    assert [[(depth, entry.id) for depth, entry in branch.walk()] for branch in book.tree()] == [
        [(0, "ude"), (1, "scenekunst"), (2, "bibliotek")],
        [(0, "hjemme")],
    ]


def test_headings_are_no_codes_and_leave_the_list_of_themes_as_it_is(culture: Culture) -> None:
    plain = codebook.load(culture())
    book = codebook.load(culture(("themes:", GROUPS), STAGE, LIBRARY))
    assert [code.id for code in book.codes()] == [code.id for code in plain.codes()]
    assert book.theme_patterns() == plain.theme_patterns()
    assert [entry.id for entry in book.roots()] == ["ude", "hjemme"]
    assert [entry.id for entry in plain.roots()] == ["scenekunst", "bibliotek"]
    assert book.label_of("hjemme") == "Kultur hjemme"


def test_headings_may_stand_under_headings(culture: Culture) -> None:
    nested = GROUPS.replace("låner med hjem.", "låner med hjem.\n  parent: ude")
    book = codebook.load(culture(("themes:", nested), LIBRARY))
    assert [entry.id for entry in book.roots()] == ["ude", "scenekunst"]
    assert [entry.id for _, entry in book.tree()[0].walk()] == ["ude", "hjemme", "bibliotek"]


def test_headings_are_taken_from_the_codebook_built_on(culture: Culture) -> None:
    base = culture(("themes:", GROUPS), STAGE)
    film = base.parent / "film.yaml"
    film.write_text('extends: kultur.yaml\nid: film\nlabel: Film\nversion: "1"\ngroups: [ude]\n', encoding="utf-8")
    assert [heading.id for heading in codebook.load(film).groups] == ["ude"]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (
            [STAGE],
            "linje 10: themes.scenekunst.parent: »ude« er hverken en gruppe eller et tema; "
            "vælg blandt scenekunst, bibliotek.",
        ),
        (
            [("themes:", GROUPS), (STAGE[0], STAGE[1].replace("ude", "hjeme"))],
            "linje 17: themes.scenekunst.parent: »hjeme« er hverken en gruppe eller et tema; mente du »hjemme«?",
        ),
        (
            [("themes:", GROUPS.replace("id: ude", "id: bibliotek"))],
            "linje 7: groups.bibliotek.id: »bibliotek« er også et tema; giv gruppen et andet id.",
        ),
        (
            [("themes:", GROUPS.replace("id: ude", "id: hjemme"))],
            "linje 10: groups.hjemme.id: koden »hjemme« står to gange under groups; "
            "slet den ene, eller giv den et nyt id.",
        ),
        (
            [(STAGE[0], STAGE[1].replace("ude", "scenekunst"))],
            "linje 10: themes.scenekunst.parent: grupper og temaer går i ring: scenekunst → scenekunst; bryd kæden.",
        ),
        (
            [("themes:", GROUPS.replace("med hjem.", "med hjem.\n  parent: bibliotek")), LIBRARY],
            "linje 13: groups.hjemme.parent: grupper og temaer går i ring: hjemme → bibliotek → hjemme; bryd kæden.",
        ),
        (
            [("  definition: De, der ser på.\n", "  definition: De, der ser på.\n  parent: kunstnere\n")],
            "linje 25: actors.publikum.parent: kun temaer og grupper kan stå under noget; slet linjen.",
        ),
        (
            [("themes:", GROUPS.replace("Hvad man låner med hjem.", "' '"))],
            "linje 12: groups.hjemme.definition: er tom; skriv en tekst.",
        ),
        (
            [("themes:", GROUPS.replace("med hjem.", "med hjem.\n  strong: [bog]"))],
            "linje 13: groups.hjemme.strong: ukendt nøgle; vælg blandt id, label, definition, parent.",
        ),
    ],
)
def test_a_fault_in_the_tree_is_told_with_file_and_line(
    culture: Culture, changes: list[tuple[str, str]], told: str
) -> None:
    assert complaint(culture(*changes)) == f"Kodebogen kultur.yaml, {told}"


def test_each_ring_is_told_once_and_what_leads_into_it_is_no_part() -> None:
    entries = [Entry("vej", "a"), Entry("a", "b"), Entry("b", "a"), Entry("selv", "selv"), Entry("fri", "ukendt")]
    assert loops(entries) == [("a", "b", "a"), ("selv", "selv")]


NAMES = "abcdef"


@given(st.lists(st.sampled_from(["", *NAMES, "ukendt"]), min_size=len(NAMES), max_size=len(NAMES)))
def test_every_entry_stands_in_the_tree_once_or_below_a_ring_or_something_unknown(parents: list[str]) -> None:
    entries = [Entry(name, parent) for name, parent in zip(NAMES, parents, strict=True)]
    walked = [entry for branch in branches(entries) for _, entry in branch.walk()]
    assert len(walked) == len(set(walked))
    lost = set(entries) - set(walked)
    in_rings = {name for ring in loops(entries) for name in ring}
    # Upwards from what is lost one comes to a ring or to something unknown, never to the top.
    assert {entry.parent for entry in lost} <= {entry.id for entry in lost} | {"ukendt"}
    assert in_rings <= {entry.id for entry in lost}
    assert not lost or in_rings or "ukendt" in parents
