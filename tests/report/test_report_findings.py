from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hoering.material import Material
from hoering.report import ThemeReport
from hoering.report.blocks import Heading, flat

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
        "Flest henvendelser med kritik er der om »Bus og transport« (3).",
        "Flest henvendelser med ønsker og forslag er der om »Mødet med jobcentret« (2).",
        "Flest henvendelser med støtte er der om »Mødet med jobcentret« (1).",
        (
            "Under temaerne står 5 synspunkter: 3 med kritik eller bekymring, 1 med ønsker og forslag og 1 med støtte "
            "og ros; 2 af dem har mere end én afsender bag sig."
        ),
    ]
    anchors = {block.anchor for block in flat(report.paper.blocks) if isinstance(block, Heading)}
    assert {anchor for anchor, _ in found.values()} <= anchors


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
    assert found == [
        "»Mødet med jobcentret« er det tema, flest henvendelser berører (1 af 1): 1 rummer kritik.",
        "Der er ingen henvendelser fra: Virksomheder, A-kasser, Politikere og Råd.",
    ]


def test_five_findings_also_where_everything_is_tied(make_material: Make, letter: Make, said: Make) -> None:
    """Four themes that everybody touches, and nobody agrees with anybody."""
    themes = ["moede", "bus", "unge"]
    letters = [letter(said=[said(f"Sag {n} {s}.", themes, s) for s in ("kritik", "forslag")]) for n in range(2)]
    found = sentences(make_material(letters))
    assert len(found) >= 5
    assert found[0].endswith("er de temaer, flest henvendelser berører (2 af 2).")
    assert (
        "Flest henvendelser med kritik er der om »Bus og transport«, »Mødet med jobcentret« og »Unge« (2 hver)."
        in found
    )
    assert found[-2] == (
        "Under temaerne står 12 synspunkter: 6 med kritik eller bekymring og 6 med ønsker og forslag; "
        "én afsender bag hvert."
    )


def test_opposite_stands_make_a_divided_theme(make_material: Make, letter: Make, said: Make) -> None:
    letters = [letter(said=[said(f"Nej {n}."), said(f"Ja {n}.", stance="stoette")]) for n in range(2)]
    assert (
        "Meningerne er mest delte om »Mødet med jobcentret«: 2 henvendelser med kritik og 2 med støtte."
        in sentences(make_material(letters))
    )


def test_nothing_to_find(make_material: Make) -> None:
    assert sentences(make_material([])) == []
