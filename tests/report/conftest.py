"""Makers of small invented records; every one fills in what a test does not care about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import pytest

from hoering.records import Quotation, Source, Theme
from hoering.report import Labels, ThemeReport, build
from hoering.report.labels import KINDS, OUTSIDERS

ACTORS = {
    "virksomheder": "Virksomheder",
    "a_kasser": "A-kasser",
    "borgere": "Borgere",
    "politikere": "Politikere",
}
STANCES = {"kritik": "Kritik", "forslag": "Forslag", "stoette": "Støtte", "neutral": "Neutral"}

MakeSource = Callable[..., Source]
MakeQuotation = Callable[..., Quotation]
MakeTheme = Callable[..., Theme]
MakeReport = Callable[..., ThemeReport]


@pytest.fixture
def labels() -> Labels:
    return Labels(actors=ACTORS | OUTSIDERS, stances=STANCES, kinds=KINDS)


@pytest.fixture
def make_source() -> MakeSource:
    def make(number: int, sender: str = "Enhedslisten", sender_type: str = "politikere", **other: str) -> Source:
        values = {
            "source": f"s{number}",
            "document": f"svar_{number}.pdf",
            "kind": "hoeringssvar",
            "date": "2024-03-07",
            "sha256": "0" * 64,
            "status": "used",
        }
        merged = values | other
        return Source(number=number, sender=sender, sender_type=sender_type, **merged)  # type: ignore[arg-type]

    return make


@pytest.fixture
def make_quotation() -> MakeQuotation:
    def make(text: str = "Vi savner en plan.", number: int = 1, stance: str = "kritik", **other: object) -> Quotation:
        start = int(str(other.get("start", 10)))
        values: dict[str, object] = {
            "coding_id": f"c{number}-{start}",
            "source": f"s{number}",
            "document": f"svar_{number}.pdf",
            "page": 1,
            "start": start,
            "end": start + len(text),
            "speaker": "",
            "sender": "Enhedslisten",
            "sender_type": "politikere",
            "voice": "politikere",
        }
        return Quotation(number=number, text=text, stance=stance, **(values | other))  # type: ignore[arg-type]

    return make


@pytest.fixture
def make_theme() -> MakeTheme:
    def make(label: str = "Unge", quotations: Sequence[Quotation] = (), **other: object) -> Theme:
        values: dict[str, object] = {
            "code": label.lower(),
            "definition": f"Alt om {label.lower()}.",
            "sentences": len(quotations),
            "sources": tuple(sorted({q.number for q in quotations})),
            "voices": Counter(q.voice for q in quotations),
            "stances": Counter(q.stance for q in quotations),
            "quotations": tuple(quotations),
        }
        return Theme(label=label, **(values | other))  # type: ignore[arg-type]

    return make


@pytest.fixture
def make_report(labels: Labels) -> MakeReport:
    def make(themes: Sequence[Theme] = (), sources: Sequence[Source] = (), **other: object) -> ThemeReport:
        values: dict[str, object] = {"title": "Beskæftigelse i Eksempelby", "method": ["hoering 0.1.0"]}
        return build(themes=themes, sources=sources, labels=labels, **(values | other))  # type: ignore[arg-type]

    return make


@pytest.fixture
def report(
    make_report: MakeReport, make_theme: MakeTheme, make_quotation: MakeQuotation, make_source: MakeSource
) -> ThemeReport:
    """Two themes, three used sources, two set aside."""
    critical = make_quotation("Der mangler »ro« & plads til <unge>.", start=10)
    proposing = make_quotation(
        "A-kassen bør med til den første samtale.", 2, "forslag",
        sender="Mads & Søn <b>Byg</b>", sender_type="virksomheder", voice="virksomheder", page=2, start=1042,
    )  # fmt: skip
    quoted = make_quotation(
        "Det er dejligt, at nogen spørger os.", 3, "stoette",
        sender="Eksempelbladet", sender_type="journalist", voice="borgere", start=5,
    )  # fmt: skip
    return make_report(
        [make_theme("Unge", [critical, quoted]), make_theme("A-kasser", [critical, proposing])],
        [
            make_source(1),
            make_source(2, "Mads & Søn <b>Byg</b>", "virksomheder", kind="interview", date="2024-01-15"),
            make_source(3, "Eksempelbladet", "journalist", kind="nyhed", date=""),
            make_source(0, document="kopi.pdf", source="d1", status="duplicate", reason="Samme tekst som svar_1.pdf."),
            make_source(0, document="scan.pdf", source="d2", status="unreadable"),
        ],
    )
