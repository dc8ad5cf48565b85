"""A person's decision stands; what the machine said is kept in the account."""

from __future__ import annotations

from collections.abc import Callable

from hoering.learning.decisions import Decision
from hoering.learning.material import Material
from hoering.learning.settle import Decided, settle
from hoering.records import Coding

MakeMaterial = Callable[..., Material]
Decide = Callable[..., Decision]
MACHINE = [(0, "theme", "bus"), (0, "theme", "skole"), (0, "actor", "borgere"), (0, "stance", "kritik"),
           (0, "voice", "borgere"), (1, "theme", "bus"), (1, "stance", "neutral"), (1, "voice", "borgere")]  # fmt: skip


def machine(material: MakeMaterial) -> list[Coding]:
    return list(material(["Vi vil så.", "Ja tak."], codings=MACHINE).codings)


def said(codings: list[Coding], start: int = 0) -> list[tuple[str, str, str]]:
    return [(c.kind, c.code, c.coder) for c in codings if c.start == start]


def effects(rows: list[Decided]) -> list[tuple[str, str, str]]:
    return [(row.code, row.effect, row.coder) for row in rows]


RULE = "rule:patterns"


def test_without_decisions_nothing_changes(material: MakeMaterial) -> None:
    codings = machine(material)
    settled = settle(codings, [])
    assert (settled.codings, settled.decided) == (codings, [])


def test_yes_makes_it_a_persons_coding_with_the_machines_reason(material: MakeMaterial, decide: Decide) -> None:
    codings = machine(material)
    settled = settle(codings, [decide(who="AB")])
    first = settled.codings[0]
    assert (first.coder, first.score) == ("human:AB", 1.0)
    assert first.why == "bekræftet af et menneske; rule:patterns: mønster: x"
    assert first.coding_id not in {c.coding_id for c in codings}
    assert (first.quote, first.segment_id, first.codebook) == ("Vi vil så.", "brev:0.0", "lille 2")
    assert settled.codings[1:] == codings[1:]
    assert effects(settled.decided) == [("bus", "bekræftet", RULE)]


def test_no_takes_it_out_and_the_account_keeps_it(material: MakeMaterial, decide: Decide) -> None:
    settled = settle(machine(material), [decide(verdict="no", who="AB", when="2026-03-01")])
    assert ("theme", "bus", RULE) not in said(settled.codings)
    assert ("theme", "bus", RULE) in said(settled.codings, 11)
    (row,) = settled.decided
    assert (row.effect, row.coder, row.score, row.why) == ("fjernet", RULE, 0.6, "mønster: x")
    assert (row.who, row.when, row.verdict, row.document, row.start) == ("AB", "2026-03-01", "no", "brev.txt", 0)


def test_what_the_machine_missed_is_added_before_the_stance(material: MakeMaterial, decide: Decide) -> None:
    settled = settle(machine(material), [decide(start=11, end=18, code="skole")])
    assert said(settled.codings, 11) == [
        ("theme", "bus", RULE),
        ("theme", "skole", "human:ukendt"),
        ("stance", "neutral", RULE),
        ("voice", "borgere", RULE),
    ]
    added = next(c for c in settled.codings if c.coder == "human:ukendt")
    assert (added.why, added.quote, added.source) == ("tilføjet af et menneske", "Ja tak.", "brev.txt#1")
    assert effects(settled.decided) == [("skole", "tilføjet", "")]


def test_a_corrected_stance_leaves_one_stance(material: MakeMaterial, decide: Decide) -> None:
    item = decide(kind="stance", code="kritik", verdict="corrected", corrected="forslag")
    settled = settle(machine(material), [item])
    assert [entry for entry in said(settled.codings) if entry[0] == "stance"] == [("stance", "forslag", "human:ukendt")]
    assert effects(settled.decided) == [("kritik", "fjernet", RULE), ("forslag", "tilføjet", "")]


def test_another_stance_than_the_machines_takes_its_place(material: MakeMaterial, decide: Decide) -> None:
    settled = settle(machine(material), [decide(kind="stance", code="forslag")])
    assert [code for kind, code, _ in said(settled.codings) if kind == "stance"] == ["forslag"]
    assert effects(settled.decided) == [("forslag", "tilføjet", ""), ("kritik", "fjernet", RULE)]


def test_a_sentence_said_to_have_no_others_loses_what_was_not_named(material: MakeMaterial, decide: Decide) -> None:
    settled = settle(machine(material), [decide(complete=True), decide(verdict="none", code="", kind="actor")])
    assert said(settled.codings) == [
        ("theme", "bus", "human:ukendt"),
        ("actor", "borgere", RULE),
        ("stance", "kritik", RULE),
        ("voice", "borgere", RULE),
    ]
    assert effects(settled.decided) == [("bus", "bekræftet", RULE), ("", "gennemset", ""), ("skole", "fjernet", RULE)]


def test_no_to_what_was_not_suggested_has_no_effect(material: MakeMaterial, decide: Decide) -> None:
    codings = machine(material)
    settled = settle(codings, [decide(start=11, end=18, code="skole", verdict="no")])
    assert settled.codings == codings
    assert effects(settled.decided) == [("skole", "uden virkning", "")]
