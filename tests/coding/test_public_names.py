"""Who stays named: politicians and people in public office by their own title, nobody by standing near one."""

from __future__ import annotations

import pytest

from hoering.codebook import Codebook
from hoering.coding.people import (
    POLITICIANS,
    PartyFinder,
    leaders,
    public_names,
    public_people,
    public_titles,
)


@pytest.fixture(scope="module")
def finder(book: Codebook) -> PartyFinder:
    return PartyFinder(book)


def public(text: str, finder: PartyFinder) -> set[str]:
    return set(public_names([text], finder, finder.book))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Borgmester Henrik Munkholm åbnede mødet.", "Henrik Munkholm"),
        ("Tidligere borgmester Ib Lund kom.", "Ib Lund"),
        ("Viceborgmester Anne-Mette Ørsted Dahl (V) kom.", "Anne-Mette Ørsted Dahl"),
        ("Udvalgsformand Karen Dalsgaard svarede.", "Karen Dalsgaard"),
        ("Formand for Beskæftigelsesudvalget Karen Dalsgaard svarede.", "Karen Dalsgaard"),
        ("Karen Dalsgaard, formand for Beskæftigelsesudvalget, svarede.", "Karen Dalsgaard"),
        ("Karen Dalsgaard, der er udvalgsformand, svarede.", "Karen Dalsgaard"),
        ("Karen Dalsgaard, udvalgsformand og næstformand i noget andet", "Karen Dalsgaard"),
        ("Karen Dalsgaard\nUdvalgsformand\n", "Karen Dalsgaard"),
        ("Medlem af byrådet Ib Lund kom.", "Ib Lund"),
        ("Ib Lund, tidligere byrådsmedlem, kom.", "Ib Lund"),
        ("Gruppeformand for SF Ole Friis kom.", "Ole Friis"),
        ("Amir Sadeghi (J) kom.", "Amir Sadeghi"),
        ("Amir Sadeghi (Fælleslisten) kom.", "Amir Sadeghi"),
        ("Amir Sadeghi fra Fælleslisten kom.", "Amir Sadeghi"),
        ("Amir Sadeghi, Fælleslisten, kom.", "Amir Sadeghi"),
        ("Amir Sadeghi fra Enhedslisten kom.", "Amir Sadeghi"),
        ("Ifølge jobcenterchef Pia Ottesen er det godt.", "Pia Ottesen"),
        ("Pia Ottesen, jobcenterchef i Ravnsø Kommune, kom.", "Pia Ottesen"),
    ],
)
def test_own_title_or_party_keeps_the_name(text: str, name: str, finder: PartyFinder) -> None:
    assert public(text, finder) == {name}


def test_both_of_two_from_a_party_stay(finder: PartyFinder) -> None:
    assert public("Ib Lund og Vibe Krogh fra Enhedslisten kom.", finder) == {"Ib Lund", "Vibe Krogh"}


@pytest.mark.parametrize(
    "text",
    [
        "Borgmesteren svarede Birgit Dam, at det var godt.",
        "Borgmesteren besøgte Birgit Dam i går.",
        "Udvalgsformanden takkede Birgit Dam for svaret.",
        "Udvalgsformandens svar til Birgit Dam var kort.",
        "Jobcenterchefen ringede til Birgit Dam.",
        "Jobcenterchefens nabo Birgit Dam kom.",
        "Ministeren og Birgit Dam var enige.",
        "Birgit Dam skrev til borgmesteren.",
        "Birgit Dam, der kender borgmesteren, kom.",
        "Birgit Dam, som er nabo til borgmesteren, kom.",
        "Birgit Dam – nabo til borgmesteren – kom.",
        "Birgit Dam, gift med borgmesteren, kom.",
        "Birgit Dam, borgmesteren og alle andre kom.",
        "Birgit Dam fra udvalget kom.",
        "Birgit Dam fra venstre side kom.",
        "Birgit Dam (54) kom.",
        "Birgit Dam (AK) kom.",
        "Til udvalgsformanden\nBirgit Dam skriver her.",
        "Birgit Dam\nBorgmesteren har lovet mig et svar.",
        "Lene Kragh, formand for Fagligt Forbund, kom.",
        "Direktør Claus Dahl fra Maskinværket kom.",
        "Min sagsbehandler Lone Dam kom.",
        "Birgit Dam, mor til en byrådskandidat, kom.",
        "[Person 1], borgmester, kom.",
        "",
    ],
)
def test_standing_near_a_title_makes_nobody_public(text: str, finder: PartyFinder) -> None:
    assert public(text, finder) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Birgit Dam, min nabo, og borgmester Ib Lund kom.", "Ib Lund"),
        ("Birgit Dam, borgmester Ib Lund og alle andre kom.", "Ib Lund"),
        ("Birgit Dam og byrådsmedlem Ib Lund kom.", "Ib Lund"),
        ("Borgmester Ib Lund og Birgit Dam kom.", "Ib Lund"),
    ],
)
def test_of_two_names_only_the_one_with_the_title_stays(text: str, name: str, finder: PartyFinder) -> None:
    assert public(text, finder) == {name}


def test_public_in_one_text_is_public_in_the_consultation(finder: PartyFinder) -> None:
    texts = ["Ib Lund kom.", "Borgmester Ib Lund gik.", "Birgit Dam blev."]
    assert public_names(texts, finder, finder.book) == {"Ib Lund"}


@pytest.mark.parametrize(
    ("title", "party"),
    [
        ("jobcenterchef i Ravnsø", "jobcenter_kommune"),
        ("borgmester", "politikere"),
        ("tillidsrepræsentant", "fagforeninger"),
        ("noget helt andet", ""),
        ("", ""),
    ],
)
def test_title_tells_the_party(title: str, party: str, finder: PartyFinder) -> None:
    assert finder.of_title(title) == party


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("A-kassen Kompas", "a_kasser"),
        ("Handicaprådet", "raad"),
        ("Ravnsø Erhvervsskole", "uddannelse"),
        ("Strandby Fiskeindustri ApS", "virksomheder"),
        ("Byggefagenes Samvirke", "fagforeninger"),
        ("Skovlev Kommune", "jobcenter_kommune"),
        ("Enhedslisten", "politikere"),
        ("Blomst", ""),
        ("", ""),
    ],
)
def test_name_of_an_organisation_tells_the_party(name: str, party: str, finder: PartyFinder) -> None:
    assert finder.of_organisation(name) == party


def test_people_in_a_text_come_with_place_party_and_title(finder: PartyFinder) -> None:
    text = "I går talte borgmester Ib Lund med Birgit Dam."
    people = list(finder.people(text))
    mayor, citizen = people
    assert (mayor.name, mayor.party, mayor.title) == ("Ib Lund", "politikere", "I går talte borgmester")
    assert (citizen.name, citizen.party, citizen.title) == ("Birgit Dam", "", "")
    assert [text[p.start : p.end] for p in people] == ["Ib Lund", "Birgit Dam"]


def test_title_at_the_start_of_a_sentence_is_no_part_of_the_name(finder: PartyFinder) -> None:
    assert [p.name for p in finder.people("Borgmester Ib Lund kom.")] == ["Ib Lund"]


def people(text: str, finder: PartyFinder, **how: object) -> list[tuple[str, str]]:
    titles = public_titles(finder.book, **how)  # type: ignore[arg-type]
    return [(person.name, person.why) for person in public_people([text], finder, titles)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Borgmester Henrik Munkholm åbnede mødet.", "titel: Borgmester"),
        ("Henrik Munkholm (S) åbnede mødet.", "parti: (S)"),
        ("Henrik Munkholm, jobcenterchef i Ravnsø, åbnede mødet.", "titel: jobcenterchef"),
        ("Af Henrik Munkholm, byrådsmedlem\nMødet blev åbnet.", "titel: byrådsmedlem"),
    ],
)
def test_what_made_a_name_public_is_told(text: str, why: str, finder: PartyFinder) -> None:
    assert people(text, finder) == [("Henrik Munkholm", why)]


def test_titles_can_be_left_out_and_own_ones_given(finder: PartyFinder) -> None:
    text = "Borgmester Ib Lund, jobcenterchef Bo Dam, chefredaktør Åse Krag og sagsbehandler Mia Friis kom."
    both = [("Bo Dam", "titel: jobcenterchef"), ("Ib Lund", "titel: Borgmester")]
    assert people(text, finder) == both
    assert people(text, finder, leave_out={POLITICIANS}) == both[:1]
    assert people(text, finder, leave_out=leaders(finder.book)) == both[1:]
    assert people(text, finder, own=["chefredaktør"]) == [*both, ("Åse Krag", "egen titel: chefredaktør")]
    assert people(text, finder, staff=True) == [*both, ("Mia Friis", "ansat: sagsbehandler")]


def test_party_can_be_left_out(finder: PartyFinder) -> None:
    titles = public_titles(finder.book, leave_out={POLITICIANS})
    assert public_people(["Ib Lund (S) kom."], finder, titles, parties=False) == []


def test_who_has_the_floor_in_a_debate_stays_named(finder: PartyFinder, book: Codebook) -> None:
    debate = (
        "Formanden (Bo Krag):\nOrdet er frit.\nFru Ida Holm (Frit Land): Tak.\nIb Dam (QX): Nej.\nIda Friis (QX): Jo."
    )
    assert public_names([debate], finder, book) == {"Bo Krag", "Ida Holm", "Ib Dam", "Ida Friis"}
    assert public_names([debate.replace("Ib Dam (QX)", "Ib Dam")], finder, book) == frozenset()
