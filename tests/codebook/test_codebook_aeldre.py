"""Another field is another file: a small invented consultation about elder care, run with its own codebook."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

import hoering
from hoering import language, tables
from hoering.codebook import Codebook

pytestmark = pytest.mark.model

ANSWER = """Til Klitby Kommune

Høringssvar fra Ældrerådet om den nye ældrepolitik

Ældrerådet er glad for, at der skal bygges et nyt plejehjem ved åen.
Vi savner dog et ord om de mange forskellige hjælpere, der kommer hos den samme borger.
Der bør sættes gang i flere dagcentre, så ensomheden ikke vokser i landsbyerne.

På Ældrerådets vegne
Formand Orla Tangvig
"""

LETTER = """Til kommunen

Min mor er femoghalvfems og bor alene i Strandgade.
Hjemmeplejen kommer, når det passer dem, og badet blev aflyst tre gange i april.
Visitator gav afslag på rengøring, og klagen har ligget siden jul.
Jeg bliver selv slidt op, og jeg ville ønske, at man kunne få aflastning i weekenden.

Venlig hilsen
Rigmor Vadstrup
"""

NEWS = """Mangel på hænder i Klitby

Af Jens Ulrik Bro

– Vi mangler uddannede medarbejdere på alle vagter, siger ældrechef Tove Krogslund.

Fra årsskiftet flytter maden ind på plejehjemmene igen, og to kokke er allerede ansat.
"""

MINUTES = """Referat af møde i bruger- og pårørenderådet på Plejehjem Fyrretræet

Demenskoordinatoren fortalte om den skærmede have.
Flere pårørende klagede over, at medicinen ikke fulgte med, når beboere blev udskrevet fra sygehuset.
Rådet foreslår, at der tales med hver beboer om ønsker til den sidste tid.
"""

EXPECTED = {
    "svar.txt": {"plejebolig", "faste_folk", "faellesskab"},
    "brev.txt": {"hjaelp_i_hjemmet", "visitation", "paaroerende_rolle"},
    "avis.txt": {"bemanding", "maaltider"},
    "referat.txt": {"demens", "sygehus_og_laege", "livets_afslutning"},
}


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory, nlp: Language) -> hoering.RunResult:
    raw = tmp_path_factory.mktemp("klitby")
    for name, text in zip(EXPECTED, (ANSWER, LETTER, NEWS, MINUTES), strict=True):
        (raw / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(language, "load", lambda *_, **__: nlp)
        return hoering.run(raw, tmp_path_factory.mktemp("ud"), codebook_name="aeldre")


def test_the_expected_themes_are_found_in_each_text(result: hoering.RunResult) -> None:
    codings = result.table("codings")
    found = codings[codings["kind"] == "theme"].groupby("document")["code"].agg(set)
    assert {name: EXPECTED[name] - found[name] for name in EXPECTED} == {name: set() for name in EXPECTED}


def test_few_themes_are_found_that_nobody_speaks_of(result: hoering.RunResult) -> None:
    codings = result.table("codings")
    found = codings[codings["kind"] == "theme"].groupby("document")["code"].agg(set)
    assert sum(len(found[name] - EXPECTED[name]) for name in EXPECTED) <= 4


def test_every_code_set_is_one_of_the_codebooks(
    result: hoering.RunResult, load_shipped: Callable[[str], Codebook]
) -> None:
    book = load_shipped("aeldre")
    codings = result.table("codings")
    assert set(codings["codebook"]) == {book.stamp}
    known = {"theme": book.themes, "actor": book.actors, "stance": book.stances}
    for kind, codes in known.items():
        assert set(codings.loc[codings["kind"] == kind, "code"]) <= {code.id for code in codes}


def test_parties_and_stances_of_the_field_are_found(result: hoering.RunResult) -> None:
    codings = result.table("codings")
    sent = result.table("documents").set_index("document")["sender_type"]
    assert sent["svar.txt"] == "aeldreraad"
    spoken_of = set(codings.loc[codings["kind"] == "actor", "code"])
    assert {"plejehjem", "hjemmepleje", "paaroerende", "medarbejdere", "kommune", "borgere"} <= spoken_of
    praise = codings[(codings["kind"] == "stance") & codings["quote"].str.startswith("Ældrerådet er glad")]
    assert praise["code"].tolist() == ["stoette"]


def test_the_report_speaks_the_fields_language(result: hoering.RunResult) -> None:
    html = result.reports[0].read_text(encoding="utf-8")
    assert "Plejehjem og boliger" in html
    assert "Kodebog: aeldre" in html
    assert len(tables.read_table(result.project.processed, "themes")) >= 10
