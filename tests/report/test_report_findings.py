from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hoering.material import Material
from hoering.report import ThemeReport

Make = Callable[..., Any]


def sentences(material: Material) -> list[str]:
    return [finding.sentence for finding in ThemeReport(material).findings]


def test_findings_count_and_refer(report: ThemeReport) -> None:
    found = {finding.sentence: (finding.anchor, finding.label) for finding in report.findings}
    assert list(found) == [
        "»Mødet med jobcentret« og »Bus og transport« er de temaer, flest henvendelser berører (3 af 5).",
        "Derefter kommer »Unge« (1 af 5): 1 rummer kritik.",
        (
            "Den kritik, flest står bag, er »Kritik af busser, der ikke kører« (3 afsendere: V 1, R 1, J 1; "
            "henvendelse 1, 2 og 4)."
        ),
        ("Det ønske, flest står bag, er »Ønske om én fast sagsbehandler« (2 afsendere: B 1, R 1; henvendelse 1 og 3)."),
    ]
    assert set(found.values()) <= {
        ("tema-1", "Mødet med jobcentret"), ("tema-3", "Unge"),
        *((entry.anchor, "Bus og transport") for entry in report.entries.all),
        *((entry.anchor, "Mødet med jobcentret") for entry in report.entries.all),
    }  # fmt: skip


def test_never_more_than_eight(make_material: Make, letter: Make, said: Make) -> None:
    letters = [
        letter(sender, kind, [
            said(f"{stance} {sak} {n}.", ["moede"] if sak < 3 else ["bus"], stance, says=f"{stance} af sag {sak}")
            for stance in ("kritik", "forslag", "stoette") for sak in range(4)
        ])
        for n, (sender, kind) in enumerate([("A", "raad"), ("B", "a_kasser"), ("C", "virksomheder")])
    ]  # fmt: skip
    found = sentences(make_material(letters))
    assert 5 <= len(found) <= 8
    assert any(sentence.startswith("Dernæst »") for sentence in found)


def test_what_one_says_is_nobodys_most(make_material: Make, letter: Make, said: Make) -> None:
    found = sentences(make_material([letter(said=[said("Vi savner svar.", says="Kritik af ventetid")])]))
    assert found == ["»Mødet med jobcentret« er det tema, flest henvendelser berører (1 af 1): 1 rummer kritik."]


def test_opposite_stands_make_a_divided_theme(make_material: Make, letter: Make, said: Make) -> None:
    letters = [letter(said=[said(f"Nej {n}."), said(f"Ja {n}.", stance="stoette")]) for n in range(2)]
    assert (
        "Meningerne er mest delte om »Mødet med jobcentret«: 2 henvendelser med kritik og 2 med støtte."
        in sentences(make_material(letters))
    )


def test_nothing_to_find(make_material: Make) -> None:
    assert sentences(make_material([])) == []
