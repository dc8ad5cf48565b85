from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.clean import press
from hoering.sensitive import Mark, RawDocument

Removed = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        (" date 2026-03 Ny plan", [" date 2026-03 "]),
        ("date 2026-03-14\nNy plan", ["date 2026-03-14\n"]),
        ("Ny plan date 2026-03 her", []),
        ("date 2026 Ny plan", []),
        ("update 2026-03 Ny plan", []),
    ],
)
def test_date_stamp(removed: Removed, text: str, gone: list[str]) -> None:
    assert removed(press.date_stamp, text) == gone


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("RAVNSØ: Byrådet i Ravnsø siger ja.", ["RAVNSØ:"]),
        (" date 2026-03 RAVNSØ. Flere er i job i Ravnsø Kommune.", ["RAVNSØ."]),
        ("Flere i job\n\nKIRKE ASTRUP: Her i Kirke Astrup er der håb.", ["KIRKE ASTRUP:"]),
        ("RAVNSØ: Kommunen, Ravnsøs største, siger ja.", ["RAVNSØ:"]),
        ("NEJ. Vi vil ikke have flere kurser.", []),
        ("STOP: Nu er det nok. Vi siger stop.", []),
        ("KONTANTHJÆLP: Den skal op. Kontanthjælp er for lav, og kontanthjælpen falder.", []),
        ("KL: Vi bakker op.", []),
        ("DEBAT: Vi har en god debat.", []),
        ("I RAVNSØ: Byrådet i Ravnsø siger ja.", []),
        ("Vi bor i Ravnsø. RAVNSØ: Her er godt.", []),
        ("Vi bor i Ravnsø.\n" * 120 + "RAVNSØ: Her er godt.", []),
    ],
)
def test_dateline_is_a_place_the_text_names_again(removed: Removed, text: str, gone: list[str]) -> None:
    assert removed(press.dateline, text) == gone


@pytest.mark.parametrize(
    "line",
    [
        "Af Ida Krog",
        "Af Ida Krog og Bo von Friis",
        "Af Ida Krog, Bo Friis og Liv Holm",
        "Af Ida Krog, formand for Handicaprådet",
        "Af Ida Krog (A)",
        "Tekst: Ida Krog",
        "Tekst og foto: Ida Krog",
        "Af journalist Ida Krog",
        "Af debatredaktør Ida Krog",
    ],
)
def test_a_byline_goes(removed: Removed, line: str) -> None:
    assert removed(press.byline, f"Flere i job\n{line}\nVi vil.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Af de 200 ledige er 40 unge.",
        "Af de 200 ledige er 40 unge",
        "Af Ravnsøs 500 ledige er hver tredje ung",
        "Af Den Nye Plan, som vi ikke kan lide",
        "Af Ida Krog lærte jeg alt.",
        "Af Ida",
        "Aftalen Med Kommunen",
        "Teksten Er Lang",
    ],
)
def test_a_sentence_with_af_stays(removed: Removed, line: str) -> None:
    assert removed(press.byline, f"Flere i job\n{line}\nVi vil.") == []


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("Foto: Ida Krog", "Foto: Ida Krog"),
        ("Arkivfoto: Ida Krog/Avisen", "Arkivfoto: Ida Krog/Avisen"),
        ("Pressefoto", "Pressefoto"),
        ("Jobcentret i Ravnsø. Foto: Ida Krog", "Foto: Ida Krog"),
        ("Bo Friis er glad. Privatfoto.", ""),
        ("Der var et foto: det viste alt", ""),
        ("Vi tog et foto", ""),
        ("Fotografen kom", ""),
        ("Foto er min hobby", ""),
    ],
)
def test_caption(removed: Removed, line: str, gone: str) -> None:
    assert removed(press.caption, f"Vi vil.\n{line}\nVi vil.") == ([gone] if gone else [])


@pytest.mark.parametrize(
    "line",
    [
        "Publiceret 3. marts 2026",
        "Publiceret d. 3. marts 2026 kl. 09.12",
        "Opdateret: 3/3-2026",
        "Sidst opdateret i går kl. 12",
        "Udgivet for 3 timer siden",
        "Offentliggjort mandag den 3. marts",
        "Publiceret: 2026-03-03",
        "3. marts 2026 kl. 06:00",
        "3. marts 2026",
        "Læsetid: 3 min",
    ],
)
def test_a_line_that_only_dates_the_text_goes(removed: Removed, line: str) -> None:
    assert removed(press.published, f"Flere i job\n{line}\nVi vil.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Opdateret viden om arbejdsmarkedet",
        "Opdateret vejledning",
        "Udgivet materiale bør være på flere sprog",
        "Offentliggjort tal viser stigende ledighed",
        "3. kvartal 2026",
        "3. marts mistede jeg mit job",
        "Den 3. marts 2026 mistede jeg mit job",
    ],
)
def test_a_line_that_begins_like_a_date_stays(removed: Removed, line: str) -> None:
    assert removed(press.published, f"Flere i job\n{line}\nVi vil.") == []


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("LÆSERBREV\nVi vil.", ["LÆSERBREV"]),
        ("Debat\nVi vil.", ["Debat"]),
        ("DEBATINDLÆG\nVi vil.", ["DEBATINDLÆG"]),
        ("debat Kommunen har ret.", ["debat "]),
        (" date 2026-03 LÆSERBREV Kommunen har ret.", ["LÆSERBREV"]),
        (" date 2026-03 LÆSERBREV\nKommunen har ret.", ["LÆSERBREV"]),
        ("date 2026-03\nLÆSERBREV\nKommunen har ret.", ["LÆSERBREV"]),
        ("Debatten er hård\nVi vil.", []),
        ("Leder\nVi vil.", []),
        ("Vi har debat Her", []),
        ("debat og kritik", []),
    ],
)
def test_genre(removed: Removed, text: str, gone: list[str]) -> None:
    assert removed(press.genre, text) == gone


@pytest.mark.parametrize(
    "line",
    [
        "Share.", "Del artiklen", "Del på Facebook", "Kopiér link", "Send til en ven", "Læs op", "Spring til indhold",
        "0 kommentarer", "Kommentarer (4)", "Der er lukket for kommentarer.", "Skriv en kommentar", "Log ind",
        "Log ind for at skrive en kommentar", "Læs også: Flere i job", "Artiklen fortsætter under annoncen",
        "Følg os på Facebook", "Dette indlæg er alene udtryk for skribentens holdning.", "© Ravnsø Tidende", "Print",
    ],
)  # fmt: skip
def test_a_line_of_the_site_goes(removed: Removed, line: str) -> None:
    assert removed(press.site_lines, f"Vi vil.\n{line}\nVi vil.", "html") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Del jeres viden", "Del på lige fod", "Luk jobcentret", "Søg job nu", "Menuen er for lang",
        "Log ind på jobnet er svært for mange", "Følg debatten i byrådet, og I hører intet", "Følg os på arbejde",
        "3 kommentarer til udkastet", "Skriv kommentarerne ind", "Læs mere om reglerne", "Send brevene på papir",
        "Indlæser man planen, ser man intet nyt om unge uden job",
        "Skriv en kommentar til loven, sagde de, men ingen læste den siden.",
    ],
)  # fmt: skip
def test_a_wish_that_sounds_like_a_button_stays(removed: Removed, line: str) -> None:
    assert removed(press.site_lines, f"Vi vil.\n{line}\nVi vil.", "html") == []


@pytest.mark.parametrize(
    ("text", "file_format", "gone"),
    [
        ("Titel\n0\nVi vil.", "txt", ["0"]),
        ("Titel\n14\nVi vil.", "html", ["14"]),
        ("Titel\n0\nVi vil.", "docx", []),
        ("Vi vil.\n" * 5 + "Fleksjob\n12\nMentor\n40", "html", []),
        ("Titel\n2026\nVi vil.", "txt", []),
    ],
)
def test_a_counter_under_the_title_goes_in_web_text_only(
    removed: Removed, text: str, file_format: str, gone: list[str]
) -> None:
    assert removed(press.site_lines, text, file_format) == gone


def test_nested_navigation_goes_once(make_document: Callable[..., RawDocument]) -> None:
    marks = tuple(
        Mark(start=start, end=end, kind=kind)
        for start, end, kind in [(2, 4, "navigation"), (0, 8, "navigation"), (6, 12, "navigation"), (12, 20, "heading")]
    )
    edits = press.navigation(make_document("0123456789" * 2, "html", marks))
    assert [(e.start, e.end, e.reason) for e in edits] == [(0, 8, "navigation"), (8, 12, "navigation")]
