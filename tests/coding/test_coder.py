from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hoering import codebook
from hoering.annotate import Sentence
from hoering.codebook import Codebook
from hoering.coding import PATTERNS, Coder
from hoering.records import Coding, Segment, Source

MakeDocument = Callable[..., tuple[Source, list[Segment], list[Sentence]]]

CULTURE = """\
id: kultur
label: Kultur
version: "2"
lexicon: kultur.tsv
authority: forvaltning
private: publikum
themes:
- {id: scenekunst, label: Scenekunst, definition: Teater og dans., strong: [teater*], medium: [scene]}
- {id: bibliotek, label: Bibliotek, definition: Bøger og lån., strong: [bibliotek*]}
actors:
- {id: kunstnere, label: Kunstnere, definition: De optræder., strong: [skuespiller*], roles: [skuespiller]}
- {id: publikum, label: Publikum, definition: De ser på., strong: [tilskuer*]}
- id: forvaltning
  label: Forvaltning
  definition: Den styrer.
  strong: [kulturforvaltning*]
  senders: [kulturforvaltningen]
stances:
- {id: kritik, label: Kritik, definition: Savner noget., strong: [savner]}
- {id: forslag, label: Forslag, definition: Foreslår noget., strong: [bør]}
- {id: neutral, label: Neutral, definition: Alt andet.}
"""


@pytest.fixture
def culture(tmp_path: Path) -> Codebook:
    """Another domain: nothing but a YAML file and its list of words."""
    (tmp_path / "kultur.yaml").write_text(CULTURE, encoding="utf-8")
    (tmp_path / "kultur.tsv").write_text("scenekunst\tballet\t1\n", encoding="utf-8")
    return codebook.load(tmp_path / "kultur.yaml")


def codes(codings: list[Coding], text: str) -> dict[str, list[str]]:
    """The codes on one sentence, by kind."""
    kinds: dict[str, list[str]] = {}
    for coding in codings:
        if coding.quote == text:
            kinds.setdefault(coding.kind, []).append(coding.code)
    return kinds


def test_another_domain_codes_with_its_own_words_and_parties(culture: Codebook, make_document: MakeDocument) -> None:
    document = make_document(
        [
            ["Skuespiller Bo Krag savner et teater."],
            ["”Der er ingen scene til ballet i hele byen,” siger han."],
            ["[Person 1] siger, at tilskuerne bør spørges."],
            ["Kulturforvaltningen svarer, at biblioteket bør bruges."],
        ]
    )
    codings = Coder(culture).code(*document)
    assert codes(codings, "Skuespiller Bo Krag savner et teater.") == {
        "theme": ["scenekunst"],
        "actor": ["kunstnere"],
        "stance": ["kritik"],
        "voice": ["kunstnere"],
    }
    assert codes(codings, "”Der er ingen scene til ballet i hele byen,” siger han.") == {
        "theme": ["scenekunst"],
        "stance": ["neutral"],
        "voice": ["kunstnere"],
    }
    assert codes(codings, "[Person 1] siger, at tilskuerne bør spørges.") == {
        "actor": ["publikum"],
        "stance": ["forslag"],
        "voice": ["publikum"],
    }
    assert codes(codings, "Kulturforvaltningen svarer, at biblioteket bør bruges.") == {
        "theme": ["bibliotek"],
        "actor": ["forvaltning"],
        "stance": ["forslag"],
        "voice": ["forvaltning"],
    }
    assert {coding.codebook for coding in codings} == {"kultur 2"}


def test_who_asks_in_an_interview_tells_no_view(culture: Codebook, make_document: MakeDocument) -> None:
    paragraphs = [["I: Ja?"], ["IP: Nej."], ["I: Jo?"], ["IP: Tja."]]
    codings = Coder(culture).code(*make_document(paragraphs, kind="interview", sender_type="publikum"))
    assert [c.code for c in codings if c.kind == "voice"] == ["ukendt", "publikum", "ukendt", "publikum"]


@pytest.mark.parametrize(("domain", "asking"), [("culture", "forvaltning"), ("small_book", "ukendt")])
def test_the_questions_of_a_survey_are_the_authoritys_where_the_codebook_has_it(
    request: pytest.FixtureRequest, make_document: MakeDocument, domain: str, asking: str
) -> None:
    paragraphs = [["Spørgsmål: Ja?"], ["Svar: Nej."], ["Spørgsmål: Jo?"], ["Svar: Tja."]]
    document = make_document(paragraphs, kind="survey", sender_type="publikum")
    codings = Coder(request.getfixturevalue(domain)).code(*document)
    assert [c.code for c in codings if c.kind == "voice"] == [asking, "publikum", asking, "publikum"]


def test_every_sentence_gets_one_stance_and_one_voice(small_book: Codebook, make_document: MakeDocument) -> None:
    source, segments, sentences = make_document(
        [["Vi savner en bus.", "Byrådet bør handle."], ["Kære udvalg"]], kind="hoeringssvar", sender_type="borgere"
    )
    codings = Coder(small_book).code(source, segments, sentences)
    for kind in ("stance", "voice"):
        assert [c.quote for c in codings if c.kind == kind] == [s.text for s in sentences]


def test_a_coding_tells_where_who_and_why(small_book: Codebook, make_document: MakeDocument) -> None:
    source, segments, sentences = make_document(
        [["Kære alle."], ["Vi savner bussen."]], kind="hoeringssvar", sender_type="borgere", lemmas={"bussen": "bus"}
    )
    coding = next(c for c in Coder(small_book).code(source, segments, sentences) if c.kind == "theme")
    assert (coding.source, coding.document, coding.start, coding.end) == ("k", "k.txt", 11, 28)
    assert (coding.code, coding.quote, coding.score, coding.why) == ("bus", "Vi savner bussen.", 0.6, "mønster: bus*")
    assert (coding.coder, coding.sender, coding.sender_type) == (PATTERNS, "Ravnsø", "borgere")
    assert (coding.segment_id, coding.codebook) == ("k:0001.00", "lille 1")


def test_ids_tell_codings_apart_and_stay_the_same(small_book: Codebook, make_document: MakeDocument) -> None:
    document = make_document([["Vi savner bus og skole.", "Vi savner bus og skole."]], kind="debat")
    first, second = (Coder(small_book).code(*document) for _ in range(2))
    assert first == second
    assert len({coding.coding_id for coding in first}) == len(first) == 8


def test_the_first_person_counts_for_the_voice_that_speaks(small_book: Codebook, make_document: MakeDocument) -> None:
    paragraphs = [["I: Har du prøvet det?"], ["IP: Jeg venter."], ["I: Jeg spørger."], ["IP: Ja."]]
    codings = Coder(small_book).code(*make_document(paragraphs, kind="interview", sender_type="borgere"))
    assert [(c.quote, c.code) for c in codings if c.kind == "actor"] == [("Jeg venter.", "borgere")]
    assert [c.role for c in codings if c.kind == "voice"] == ["interviewer", "informant"] * 2


def test_nothing_coded_is_nothing(small_book: Codebook, make_document: MakeDocument) -> None:
    source, _, _ = make_document([["Intet."]])
    assert Coder(small_book).code(source, [], []) == []
