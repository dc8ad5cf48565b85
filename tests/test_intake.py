"""A folder as a secretariat gets it: letters bundled, a campaign, a portal's export, a table of answers, a mail."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pandas as pd
import pytest

import hoering
from hoering import RunResult

pytestmark = [pytest.mark.model, pytest.mark.usefixtures("loaded_once")]

CAMPAIGN = """Kære byråd

Vi er dybt bekymrede over, at busruten til praktikstederne bliver nedlagt i udkastet til den nye politik. Uden bussen
kan de unge ikke komme ud i lære, og de ledige kan ikke nå deres samtaler på jobcentret.

Derfor opfordrer vi byrådet til at bevare busruten og til at tage transport med i politikken.
{own}
Med venlig hilsen
{name}
"""
OWN = """
Selv er jeg enlig mor og har mistet en praktikplads på savværket, fordi der ingen bus gik om morgenen.
"""
BUNDLE = """Seniorrådet i Vestrup
Torvet 2, 8999 Vestrup

Til Vestrup Kommune
12. april 2026
Vedr. udkast til beskæftigelsespolitik

Seniorrådet har drøftet udkastet. Vi synes, at ældre ledige mangler et særskilt afsnit i politikken.

Med venlig hilsen
Seniorrådet
Inger Toft, formand

Fagligt Forbund Vestrup
Havnegade 14, 8999 Vestrup

Til Vestrup Kommune
14. april 2026
Høringssvar til beskæftigelsespolitikken

Forbundet savner en plan for opkvalificering af de ufaglærte. Vi vil gerne deltage i arbejdet.

Med venlig hilsen
Kurt Enemark
"""
EXPORT = """Afsender
Birgit Sand
Indsendt
01/04/2026 10:11
Sagsnummer
HS-2026-114
Kontakt
Mette Lund, sagsbehandler
Høringssvar
Jeg synes, at jobcentret skal have åbent om aftenen, så vi på skiftehold kan komme til samtale.

Afsender
Vestrup Handelsforening
Indsendt
02/04/2026 12:00
Sagsnummer
HS-2026-115
Kontakt
Mette Lund, sagsbehandler
Høringssvar
Handelsforeningen foreslår, at kommunen holder et årligt møde med butikkerne om lærepladser.
"""
TABLE = """Respondent;Organisation;Dato;Hvad er vigtigt for dig?
1;;2026-04-01;Jeg vil gerne have en fast sagsbehandler, der ringer.
2;Café Perron ApS;2026-04-02;Vi mangler lærlinge og vil gerne have en kontaktperson.
"""
ENCLOSED = "Rådet mener, at der bør være et mål for fleksjob i kommunens egne institutioner."


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> RunResult:
    folder = tmp_path_factory.mktemp("raw")
    names = {"Karen Holm": "", "Ib Skov": "", "Lone Bisgaard": OWN, "Per Krogh": ""}
    for number, (name, own) in enumerate(names.items(), 1):
        (folder / f"svar {number}.txt").write_text(CAMPAIGN.format(name=name, own=own), encoding="utf-8")
    joins = "Jeg er enig med Karen Holm i alt, hvad hun skriver om bussen. Der bør være lys.\n\nHilsen Bo Lind\n"
    for file, text in {"enig": joins, "samlet": BUNDLE, "eksport": EXPORT}.items():
        (folder / f"{file}.txt").write_text(text, encoding="utf-8")
    (folder / "svar.csv").write_text(TABLE, encoding="utf-8")
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Handicaprådet <raad@eksempel.dk>", "Høringssvar"
    mail["Date"] = "Wed, 15 Apr 2026 10:11:00 +0200"
    mail.set_content("Vedhæftet vores høringssvar.\n\nVenlig hilsen\nHandicaprådet\n")
    mail.add_attachment(ENCLOSED.encode(), maintype="text", subtype="plain", filename="svar.txt")
    (folder / "mail.eml").write_bytes(mail.as_bytes())
    return hoering.run(folder, tmp_path_factory.mktemp("ud"))


@pytest.fixture(scope="module")
def documents(result: RunResult) -> pd.DataFrame:
    return result.table("documents").set_index("source")


def test_letters_in_one_file_have_their_own_sender_and_date(documents: pd.DataFrame) -> None:
    told = documents.loc[["samlet.txt#1", "samlet.txt#2"], ["sender", "sender_type", "date"]]
    assert told.to_numpy().tolist() == [
        ["Seniorrådet i Vestrup", "raad", "2026-04-12"],
        ["Fagligt Forbund Vestrup", "fagforeninger", "2026-04-14"],
    ]


def test_answers_of_an_export_are_told_apart_and_the_contact_person_sends_none(documents: pd.DataFrame) -> None:
    told = documents.loc[["eksport.txt#1", "eksport.txt#2"], ["sender_type", "date"]]
    assert told["date"].tolist() == ["2026-04-01", "2026-04-02"]
    assert told["sender_type"].tolist()[0] == "borgere"
    assert documents.loc["eksport.txt#2", "sender"] == "Vestrup Handelsforening"


def test_a_row_of_a_table_says_who_sent_it_and_when(documents: pd.DataFrame) -> None:
    told = documents.loc[["svar.csv#1", "svar.csv#2"], ["sender", "sender_type", "date"]]
    assert told.to_numpy().tolist() == [
        ["Borger, svar 1", "borgere", "2026-04-01"],
        ["Café Perron ApS", "virksomheder", "2026-04-02"],
    ]


def test_an_enclosure_has_the_sender_of_its_mail_and_the_cover_is_set_aside(documents: pd.DataFrame) -> None:
    enclosure, cover = documents.loc["mail.eml/svar.txt#1"], documents.loc["mail.eml#1"]
    assert (enclosure["sender"], enclosure["date"]) == ("Handicaprådet", "2026-04-15")
    assert (cover["status"], cover["number"]) == ("excluded", 0)


def test_a_campaign_counts_its_senders_and_its_text_once(result: RunResult, documents: pd.DataFrame) -> None:
    campaign = documents[documents["group"] == "Kampagne 1 (4 afsendere)"]
    assert campaign.index.tolist() == [f"svar {n}.txt#1" for n in (1, 2, 3, 4)]
    assert set(campaign["status"]) == {"used"}
    transport = result.table("themes").set_index("code").loc["mobilitet"]
    numbers = {int(n) for n in transport["source_numbers"].split(", ")}
    assert set(campaign["number"]) <= numbers
    # One text for the four, one for what one of them adds, and the answers outside the campaign.
    assert transport["texts"] == 2 + len(numbers - set(campaign["number"]))


def test_what_one_of_them_adds_is_told_by_place(result: RunResult) -> None:
    (passage,) = result.table("own_passages").to_dict("records")
    text = CAMPAIGN.format(name="Lone Bisgaard", own=OWN)
    assert passage["source"] == "svar 3.txt#1"
    assert text[passage["start"] : passage["end"]].strip() == OWN.strip()


def test_who_agrees_points_to_the_answer_that_is_joined(result: RunResult, documents: pd.DataFrame) -> None:
    (joined,) = result.table("endorsements").to_dict("records")
    assert (joined["source"], joined["joins"], joined["reason"]) == ("enig.txt#1", "svar 1.txt#1", "")
    assert "Karen" not in joined["named"]
    html = result.reports[0].read_text(encoding="utf-8")
    assert f"tilslutter sig henvendelse {documents.loc['svar 1.txt#1', 'number']}" in html
    assert "regnet efter tekst er der" in html


def test_numbers_are_masked_and_the_key_lies_apart(result: RunResult) -> None:
    segments = " ".join(result.table("segments")["text"])
    assert not any(name in segments for name in ("Karen", "Bisgaard", "HS-2026", "Mette Lund"))
    folder = result.project.confidential
    assert {path.name for path in folder.iterdir()} == {".gitignore", "noegle.csv", "anonymisering.xlsx"}
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.glob("*.*"))


def test_a_file_that_the_source_list_gives_one_sender_is_one_source(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "samlet.txt").write_text(BUNDLE, encoding="utf-8")
    (raw / "kilder.csv").write_text("fil;afsender\nsamlet.txt;Seniorrådet\n", encoding="utf-8")
    documents = hoering.run(raw, tmp_path / "ud").table("documents")
    assert documents["sender"].tolist() == ["Seniorrådet"]
