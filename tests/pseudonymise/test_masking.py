"""Who gets which placeholder, and where: across a document, across documents, in file names, over cleaning."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.clean import clean
from hoering.edits import View
from hoering.pseudonymise import CleanedDocument, Pseudonymiser
from hoering.sensitive import RawDocument, RawText

Mask = Callable[..., str]


def masker(*public: str) -> Pseudonymiser:
    return Pseudonymiser(nlp=None, public=frozenset(public))


def masked(masker: Pseudonymiser, text: str, document: str, sender_type: str = "") -> str:
    raw = RawDocument(document=document, sha256="", format="txt", raw=RawText(text=text))
    cleaned = CleanedDocument(raw=raw, edits=tuple(clean(raw)), sender_type=sender_type)
    return View.of(text, masker.mask(cleaned)).text


def test_first_name_and_surname_alone_take_the_placeholder_of_the_full_name(mask: Mask) -> None:
    text = "Birgit Vangsgaard er syg. Birgit venter. Vangsgaard klager. Det er Birgits sag."
    assert mask(text) == "[Person 1] er syg. [Person 1] venter. [Person 1] klager. Det er [Person 1]s sag."


def test_full_name_after_the_first_name_gives_the_same_placeholder(mask: Mask) -> None:
    assert mask("Birgit venter. Birgit Vangsgaard er syg.") == "[Person 1] venter. [Person 1] er syg."


def test_capitals_small_letters_and_initial_are_the_same_person(mask: Mask) -> None:
    text = "Mads Jensen er syg. MADS JENSEN igen. Også mads jensen og mads.jensen. M. Jensen skrev. JENSEN ringede."
    assert mask(text) == (
        "[Person 1] er syg. [Person 1] igen. Også [Person 1] og [Person 1]. [Person 1] skrev. [Person 1] ringede."
    )


def test_short_first_name_of_a_known_person_is_masked_again(mask: Mask) -> None:
    assert mask("Bo Lund kom. Siden gik Bo hjem.") == "[Person 1] kom. Siden gik [Person 1] hjem."


def test_two_persons_get_two_placeholders_and_a_shared_surname_is_still_masked(mask: Mask) -> None:
    assert mask("Mads Holm og Lis Holm kom. Holm gik.") == "[Person 1] og [Person 2] kom. [Person 1] gik."


def test_town_in_a_name_still_stands_as_a_town(mask: Mask) -> None:
    assert mask("Mads Viborg kom fra Viborg Kommune.") == "[Person 1] kom fra Viborg Kommune."


def test_full_name_keeps_its_placeholder_in_other_documents_and_a_first_name_does_not() -> None:
    shared = masker()
    assert masked(shared, "Vi støtter Birgit Vangsgaard i det.", "a.txt") == "Vi støtter [Person 1] i det."
    assert masked(shared, "Vi støtter Birgit i det.", "b.txt") == "Vi støtter [Person 2] i det."
    assert masked(shared, "Vi støtter Birgit Vangsgaard og Birgit i det.", "c.txt") == (
        "Vi støtter [Person 1] og [Person 1] i det."
    )


def test_citizens_and_staff_have_numbers_of_their_own() -> None:
    text = "Min sagsbehandler Lone Dam tier.\n\nDet gør Ole Friis også.\n\nMvh Birgit Vangsgaard, Birgit\n"
    raw = RawDocument(document="a.txt", sha256="", format="txt", raw=RawText(text=text))
    edits = masker().mask(CleanedDocument(raw=raw, edits=(), sender_type="borgere"))
    assert View.of(text, edits).text == (
        "Min sagsbehandler [Medarbejder 1] tier.\n\nDet gør [Person 1] også.\n\nMvh [Borger 1], [Borger 1]\n"
    )


def test_name_only_in_the_signature_that_cleaning_removed_is_masked_in_the_text() -> None:
    text = (
        "Jeg, Xhevahire, har ventet i to år på et svar fra jer om mit fleksjob.\n\n"
        "Med venlig hilsen\nXhevahire Krasniqi\nTlf. 12 34 56 78\n"
    )
    view = masked(masker(), text, "a.txt", "borgere")
    assert view.startswith("Jeg, [Borger 1], har ventet")
    assert "Xhevahire" not in view
    assert "Krasniqi" not in view


@pytest.mark.parametrize(
    "name", ["Mads Jen\u00adsen", "Mads Jen-\nsen", "Mads\u00a0Jensen", "Mads\nJensen", "Ma\u200bds Jensen"]
)
def test_name_broken_by_hyphen_line_or_odd_character_is_masked_after_cleaning(name: str) -> None:
    text = f"I går talte jeg med {name} om min sag."
    assert masked(masker(), text, "a.txt") == "I går talte jeg med [Person 1] om min sag."


def test_mask_covers_the_name_and_nothing_else_in_the_raw_text() -> None:
    text = "I går talte jeg med Mads Jen\u00adsens kone, Lis Holm, om min sag."
    raw = RawDocument(document="a.txt", sha256="", format="txt", raw=RawText(text=text))
    edits = masker().mask(CleanedDocument(raw=raw, edits=tuple(clean(raw))))
    assert [text[e.start : e.end] for e in edits if e.reason == "personnavn"] == ["Mads Jen\u00adsen", "Lis Holm"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Borgmester Henrik Munkholm og Birgit Dam talte.", "Borgmester Henrik Munkholm og [Person 1] talte."),
        ("Henrik Munkholm talte. Henrik Munkholms ord var klare.",) * 2,
        ("HENRIK MUNKHOLM talte.",) * 2,
        ("Henrik Munkholm talte. Munkholm gik. Henrik kom igen.",) * 2,
        ("Henrik Munkholm talte. Det gjorde Henrik Olsen også.", "Henrik Munkholm talte. Det gjorde [Person 1] også."),
        (
            "Henrik Munkholm talte. Henrik Olsen tav. Olsen gik.",
            "Henrik Munkholm talte. [Person 1] tav. [Person 1] gik.",
        ),
        ("Min nabo Henrik er ledig.", "Min nabo [Person 1] er ledig."),
        ("Henrik Munkholmsen er ledig.", "[Person 1] er ledig."),
    ],
)
def test_public_person_stays_named_and_nobody_else_by_a_likeness(mask: Mask, text: str, expected: str) -> None:
    assert mask(text, public=["Henrik Munkholm"]) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Høringssvar Birgit Vangsgaard.txt", "Høringssvar [Person 1].txt"),
        ("svar/Birgit/brev.txt", "svar/[Person 1]/brev.txt"),
        ("Høringssvar_Birgit_Vangsgaard.pdf", "Høringssvar_[Person 1].pdf"),
        ("mads_jensen.docx", "[Person 1].docx"),
        ("MADS JENSEN.docx", "[Person 1].docx"),
        ("Svar fra 12345678.pdf", "Svar fra [telefon].pdf"),
        ("010170-1234.pdf", "[CPR-nummer].pdf"),
        ("lis@post.example.msg", "[e-mail]"),
        ("Ravnsø Kommune 2026.pdf",) * 2,
        ("Svar til Henrik Munkholm.html",) * 2,
    ],
)
def test_file_name_is_masked(name: str, expected: str) -> None:
    assert masker("Henrik Munkholm").mask_text(name, document=name) == expected


@pytest.mark.parametrize(
    "name", ["xhevahire-krasniqi.pdf", "XhevahireKrasniqi.pdf", "svar_xhevahire_krasniqi.pdf", "Xhevahire Krasniqi.pdf"]
)
def test_file_name_is_masked_when_only_the_letter_tells_that_it_is_a_name(name: str) -> None:
    shared = masker()
    masked(shared, "Jeg har ventet i to år på et svar.\n\nMed venlig hilsen\nXhevahire Krasniqi\n", name, "borgere")
    assert "krasniqi" not in shared.mask_name(name).lower()
    assert "[Borger 1]" in shared.mask_name(name)


def test_danish_letters_in_a_file_name_may_be_written_out() -> None:
    shared = masker()
    masked(shared, "Jeg er enig med Søren Kjær om det hele.", "a.txt")
    assert shared.mask_text("soeren-kjaer.pdf", document="b") == "[Person 1].pdf"


def test_two_files_never_get_the_same_masked_name() -> None:
    shared = masker()
    assert shared.mask_name("svar/12345678.pdf") == "svar/[telefon].pdf"
    assert shared.mask_name("svar/87654321.pdf") == "svar/[telefon] (2).pdf"
    assert shared.mask_name("svar/12345678.pdf") == "svar/[telefon].pdf"


@pytest.mark.parametrize(
    ("sender", "expected"),
    [
        ("Birgit Vangsgaard", "[Borger 1]"),
        ("Borger, Birgit Vangsgaard, 54 år", "Borger, [Borger 1], 54 år"),
        ("Fælleslisten (Amir Sadeghi)",) * 2,
        ("Brdr. Kvist Tømrer & Snedker ApS",) * 2,
        ("Fagligt Forbund Ravnsø",) * 2,
        ("Borger, tlf. 12 34 56 78", "Borger, tlf. [telefon]"),
    ],
)
def test_sender_is_masked_unless_public_or_an_organisation(sender: str, expected: str) -> None:
    assert masker("Amir Sadeghi").mask_text(sender, document="a.txt", kind="Borger") == expected


def test_same_input_gives_the_same_placeholders() -> None:
    texts = [("Birgit Dam og Lis Holm kom.", "a.txt"), ("Lis Holm og Ole Friis kom.", "b.txt")]
    runs = [[masked(shared, text, name) for text, name in texts] for shared in (masker(), masker())]
    assert runs[0] == runs[1] == [["[Person 1] og [Person 2] kom.", "[Person 2] og [Person 3] kom."]][0]


def test_a_text_without_names_gets_only_its_cleaning_edits() -> None:
    raw = RawDocument(document="a.txt", sha256="", format="txt", raw=RawText(text="Der mangler busser."))
    assert masker().mask(CleanedDocument(raw=raw, edits=())) == []


@pytest.mark.parametrize(
    "text",
    [
        "Min sagsbehandler {} tier.",
        "Det sagde {}, sagsbehandler, til mig.",
        "Det sagde {} (socialrådgiver) til mig.",
        "Det sagde {}, min jobkonsulent, til mig.",
        "Det sagde virksomhedskonsulent {} til mig.",
    ],
)
def test_staff_by_title_before_or_after_the_name_is_masked_as_staff(text: str, mask: Mask) -> None:
    assert mask(text.format("Mette Lund")) == text.format("[Medarbejder 1]")
