from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from hoering.report import ThemeReport

Make = Callable[..., Any]


@pytest.fixture
def busy(make_report: Make, make_theme: Make, make_quotation: Make, make_source: Make) -> ThemeReport:
    """Five themes of falling width, each with its own mix."""
    mixes = {
        "Mødet med jobcentret": ["kritik"] * 3 + ["forslag"] * 2,
        "Opkvalificering": ["forslag"] * 4,
        "Unge": ["stoette"] * 2 + ["kritik"],
        "Styring": ["neutral"] * 2,
        "Mobilitet": ["neutral"],
    }
    themes = []
    for row, (label, stances) in enumerate(mixes.items()):
        quotations = [
            make_quotation(f"{label}, sætning {i}.", i + 1, stance, start=100 * row + i, sender=f"Parti {i}")
            for i, stance in enumerate(stances)
        ]
        themes.append(make_theme(label, quotations))
    report: ThemeReport = make_report(themes, [make_source(i, f"Parti {i - 1}") for i in range(1, 8)])
    return report


def test_findings_are_counts_and_labels(busy: ThemeReport) -> None:
    assert [finding.sentence for finding in busy.findings] == [
        (
            "Mødet med jobcentret er det tema, flest henvendelser berører (5 af 7): "
            "3 sætninger er kritiske og 2 rummer forslag."
        ),
        "Derefter kommer Opkvalificering (4 af 7): 4 sætninger rummer forslag.",
        "Mest kritik står der om Mødet med jobcentret (3 sætninger).",
        "Flest ønsker og forslag står der om Opkvalificering (4 sætninger).",
        "Mest støtte og ros får Unge (2 sætninger).",
        "Meningerne er mest delte om Unge: 1 sætning med kritik og 2 med støtte.",
        "Mobilitet er det tema, færrest henvendelser berører (1 af 7).",
    ]


def test_each_finding_has_its_own_quotation_of_the_right_kind(busy: ThemeReport) -> None:
    quotes = [finding.quote for finding in busy.findings]
    texts = [quote.text for quote in quotes if quote]
    assert len(texts) == len(set(texts)) == 7
    assert quotes[2] is not None
    assert quotes[2].stance == "kritik"
    assert texts[2].startswith("Mødet med jobcentret")


def test_a_shared_first_place_is_said(
    make_report: Make, make_theme: Make, make_quotation: Make, make_source: Make
) -> None:
    themes = [make_theme(label, [make_quotation(start=i + 1)]) for i, label in enumerate(("Unge", "Styring"))]
    sentences = [f.sentence for f in make_report(themes, [make_source(1)]).findings]
    assert sentences[0] == "Unge og Styring er de temaer, flest henvendelser berører (1 af 1)."
    assert sentences[1] == "Mest kritik står der om Unge og Styring (1 sætning hver)."


def test_one_theme_is_compared_with_nothing(
    make_report: Make, make_theme: Make, make_quotation: Make, make_source: Make
) -> None:
    (finding,) = make_report([make_theme("Unge", [make_quotation()])], [make_source(1)]).findings
    assert finding.sentence == "Unge er det tema, flest henvendelser berører (1 af 1): 1 sætning er kritisk."


def test_a_theme_without_sentences_is_no_finding(make_report: Make, make_theme: Make) -> None:
    assert make_report([make_theme("Unge")]).findings == ()


def test_who_wants_what(make_report: Make, make_theme: Make, make_quotation: Make) -> None:
    first = make_quotation("Vi savner en plan.", start=1)
    second = make_quotation("Vi savner svar.", start=50)
    third = make_quotation("A-kassen bør være med.", stance="forslag", start=90)
    praise = make_quotation("Det er godt.", 2, "stoette", sender="Krifa", sender_type="a_kasser", voice="a_kasser")
    relayed = make_quotation("Det tager for lang tid.", 3, sender="Eksempelbladet", sender_type="journalist",
                             voice="borgere", speaker="Mette F.")  # fmt: skip
    themes = [make_theme("A-kasser", [first, third, praise]), make_theme("Unge", [first, second, relayed])]
    citizen, party = make_report(themes).wishes
    assert citizen.heading == "Mette F. (Borgere), gengivet af Eksempelbladet"
    assert citizen.text == "kritiserer eller savner noget om: Unge."
    assert party.heading == "Enhedslisten (Politikere)"
    assert party.text == (
        "kritiserer eller savner noget om: Unge (2), A-kasser. Foreslår eller ønsker noget om: A-kasser."
    )
    assert [quote.text for quote in party.quotes] == [
        "Vi savner en plan.",
        "Vi savner svar.",
        "A-kassen bør være med.",
    ]
