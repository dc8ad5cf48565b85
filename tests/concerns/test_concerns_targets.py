from __future__ import annotations

from collections.abc import Callable

import pytest

from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.concerns import ConcernFinder, Target

MakeSentence = Callable[..., Sentence]


def aimed(book: Codebook, sentence: Sentence, stance: str, *, coded: str = "", before: str = "") -> Target:
    return ConcernFinder(book).target(sentence, stance=stance, voice="fag", actors=coded.split(), before=before)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Kommunen bør svare hurtigere.", "kommune"),
        ("Derfor bør skolen tage ordet.", "skoler"),
        ("Kommunens konsulenter bør komme ud.", "kommune"),
        ("Skolens konsulent bør komme ud.", "skoler"),
        ("Vi opfordrer kommunen til at tale med skolen.", "kommune"),
        ("Vi foreslår, at skolen holder åbent for kommunen.", "skoler"),
        ("Vi foreslår, at I ringer først.", "kommune"),
        ("Hvis skolen lyttede, kunne vi nå det.", "skoler"),
        ("Hvis skolen lukker, bør kommunen handle.", "kommune"),
        ("De ledige bør have ret til at vælge skole.", ""),
        ("De ledige bør melde sig.", "borgere"),
        ("Vi vil holde møde hver måned.", "fag"),
        ("Vi vil gerne have flere møder.", ""),
        ("Fagforeningen lover at holde møde.", "fag"),
        ("Der bør være flere busser.", ""),
        ("Lav et kursus på kommunen.", "kommune"),
        ("Lav et kursus på skolen.", ""),
    ],
)
def test_a_proposal_is_directed_at_who_should_do_it(
    small_book: Codebook, make_sentence: MakeSentence, text: str, target: str
) -> None:
    assert aimed(small_book, make_sentence(text), "forslag").code == target


@pytest.mark.parametrize(
    ("text", "target", "missed"),
    [
        ("Vi savner a-kasserne i planen.", "kasser", True),
        ("Vi savner unge i planen.", "borgere", True),
        ("Vi savner tal, ellers må kommunen gætte.", "kommune", False),
        ("Planen nævner hverken skolen eller andre.", "skoler", True),
        ("Kommunen glemmer de unge.", "kommune", False),
        ("Skolen er ikke blevet hørt.", "skoler", True),
        ("Der står ikke et ord om skolen.", "skoler", True),
        ("Uden skolen falder det hele.", "skoler", True),
        ("Vi er blevet glemt af kommunen igen.", "kommune", False),
        ("Det er skolen, der sover.", "skoler", False),
        ("Kommunens breve er dårlige.", "kommune", False),
        ("Fagforeningen mener, at skolen sover.", "skoler", False),
        ("Ifølge kommunen sover skolen.", "skoler", False),
        ("Fint med skolen, men kommunen sover dybt.", "kommune", False),
        ("Fint med skolen, men bussen kører dårligt.", "", False),
        ("De ledige går hjem.", "", False),
    ],
)
def test_criticism_is_directed_at_who_does_it_or_is_missed(
    small_book: Codebook, make_sentence: MakeSentence, text: str, target: str, missed: bool
) -> None:
    found = aimed(small_book, make_sentence(text), "kritik")
    assert (found.code, found.missed) == (target, missed)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Vi roser kommunen for at lytte til skolen.", "kommune"),
        ("Tak til skolens konsulent.", "skoler"),
        ("Kommunen har hjulpet os.", "kommune"),
        ("Fagforeningen har hjulpet os.", ""),
        ("Tak til de ledige.", "borgere"),
        ("Vi roser kommunens unge.", "borgere"),
    ],
)
def test_support_is_directed_at_who_is_praised(
    small_book: Codebook, make_sentence: MakeSentence, text: str, target: str
) -> None:
    assert aimed(small_book, make_sentence(text), "stoette").code == target


def test_de_is_the_party_named_before(small_book: Codebook, make_sentence: MakeSentence) -> None:
    sentence = make_sentence("De bør komme ud.")
    assert aimed(small_book, sentence, "forslag", before="skoler").code == "skoler"
    assert aimed(small_book, sentence, "forslag", coded="kasser").code == "kasser"
    assert aimed(small_book, sentence, "forslag") == Target()
    assert aimed(small_book, make_sentence("Den hjælper ingen."), "kritik", before="skoler").code == "skoler"


def test_where_grammar_tells_nothing_the_only_party_is_meant(small_book: Codebook, make_sentence: MakeSentence) -> None:
    sentence = make_sentence("Det går sent.")
    assert aimed(small_book, sentence, "kritik", coded="kommune borgere").code == "kommune"
    assert aimed(small_book, sentence, "kritik", coded="skoler kommune").code == "kommune"
    assert aimed(small_book, sentence, "kritik", coded="skoler").code == ""


def test_parties_side_by_side_are_all_told(small_book: Codebook, make_sentence: MakeSentence) -> None:
    found = aimed(small_book, make_sentence("Vi savner kommunen, skolen og a-kassen."), "kritik")
    assert (found.code, found.others) == ("kommune", ("skoler", "kasser"))


def test_a_target_tells_its_reason(small_book: Codebook, make_sentence: MakeSentence) -> None:
    assert aimed(small_book, make_sentence("Skolen bør vågne."), "forslag").why == "grundled for »bør« (Skolen)"


def test_a_neutral_sentence_has_no_target(small_book: Codebook, make_sentence: MakeSentence) -> None:
    assert aimed(small_book, make_sentence("Skolen bør vågne."), "neutral") == Target()
