"""The user's rules: what the file may say, what is refused and how, and what each rule does to a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoering.edits import View
from hoering.errors import RulesError
from hoering.pseudonymise import CleanedDocument, Pseudonymiser
from hoering.pseudonymise.rules import RULES_FILE, Rules, load_rules, parse_rules
from hoering.sensitive import RawDocument, RawText

WHOLE = """
bevar:
  - navn: Karen  Holm
    hvorfor: har selv bedt om det
  - Kaptajn Blå
skjul: [Henrik Munkholm, Skipper]
samme_person:
  - [Mette Lund, Mette Lundt]
offentlige_titler: [chefredaktør, formand for ~2 menighedsråd*]
politikere: skjul
ledere: skjul
ansatte: bevar
"""


def masked(text: str, rules: Rules, *, public: dict[str, str] | None = None) -> str:
    stays = rules.stays(public or {})
    masker = Pseudonymiser(nlp=None, public=frozenset(stays), organisations=rules.words_that_stay(), rules=rules)
    raw = RawDocument(document="a.txt", sha256="", format="txt", raw=RawText(text=text))
    return View.of(text, masker.mask(CleanedDocument(raw=raw, edits=()))).text


def test_whole_file_is_read() -> None:
    rules = parse_rules(WHOLE)
    assert rules.stays({}) == {"Karen Holm": "regel: har selv bedt om det", "Kaptajn Blå": "regel: bevar"}
    assert rules.skjul == ("Henrik Munkholm", "Skipper")
    assert rules.aliases() == {"mette lund": "Mette Lund", "mette lundt": "Mette Lund"}
    assert (rules.politikere, rules.ledere, rules.ansatte) == ("skjul", "skjul", "bevar")


@pytest.mark.parametrize("text", ["", "# kun en bemærkning\n"])
def test_empty_file_and_no_file_are_the_defaults(text: str, tmp_path: Path) -> None:
    assert parse_rules(text) == load_rules(tmp_path) == Rules()
    assert (Rules().politikere, Rules().ledere, Rules().ansatte) == ("bevar", "bevar", "skjul")


def test_file_beside_the_documents_is_found_also_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / RULES_FILE).write_text("skjul:\n- Æble Å\n", encoding="utf-8-sig")
    assert load_rules(tmp_path).skjul == ("Æble Å",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("bevar:\n- Lis Holm\nskjulte: []\n", "linje 3, skjulte: ukendt nøgle."),
        ("bevar:\n- Lis Holm\n- navn: Ole Dam\n  fordi: x\n", "linje 4, bevar, nr. 2, fordi: ukendt nøgle."),
        ("bevar:\n- hvorfor: derfor\n", "linje 2, bevar, nr. 1: mangler."),
        ("skjul: Lis Holm\n", "linje 1, skjul: skal være en liste (en linje pr. navn med »- « foran)."),
        ("skjul:\n- Lis Holm\n- ''\n", "linje 3, skjul, nr. 2: er tom."),
        ("skjul:\n- 1234\n", "linje 2, skjul, nr. 1: skal være tekst."),
        ("\npolitikere: måske\n", "linje 2, politikere: skal være »bevar« eller »skjul«."),
        ("samme_person:\n- [Lis Holm]\n", "linje 2, samme_person, nr. 1: skal være mindst to navne."),
        ("offentlige_titler:\n- rektor\n- '~2'\n",
         "linje 3, offentlige_titler, nr. 2: mønsteret er ikke et helt mønster."),
        ("skjul: [A]\nskjul: [B]\n", "linje 2: nøglen »skjul« står to gange."),
        ("bevar: [Lis Holm]\nskjul: [lis holm]\n", "samme navn står både under »bevar« og »skjul«."),
        ("samme_person: [[A, B], [b, C]]\n", "et navn står i to grupper under »samme_person«."),
        ("skjul: [Lis Holm\nbevar: x", "ikke gyldig YAML: linje 2."),
        ("- Lis Holm\n", "skal bestå af nøgler"),
    ],
)  # fmt: skip
def test_mistake_is_told_in_danish_with_line_and_key_and_without_the_name(text: str, message: str) -> None:
    with pytest.raises(RulesError) as caught:
        parse_rules(text)
    assert str(caught.value).startswith(RULES_FILE)
    assert message in str(caught.value)
    assert "Lis Holm" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / RULES_FILE).write_bytes("skjul: [Æble]".encode("latin-1"))
    with pytest.raises(RulesError, match="UTF-8"):
        load_rules(tmp_path)


@pytest.mark.parametrize(
    ("rules", "text", "expected"),
    [
        ("bevar: [Karen Holm]", "Karen Holm og Lis Dam kom.", "Karen Holm og [Person 1] kom."),
        ("bevar: [Holm]", "Vi bor i Holm. Karen Holm kom.", "Vi bor i Holm. [Person 1] kom."),
        ("skjul: [Skipper]", "Så kom SKIPPER. Skippers båd.", "Så kom [Person 1]. [Person 1]s båd."),
        ("skjul: [Henrik Munkholm]", "Henrik Munkholm talte.", "[Person 1] talte."),
        ("skjul: [Projekt Nordlys]", "Vi i Projekt\nNordlys vil.", "Vi i [Person 1] vil."),
        ("samme_person: [[Mette Lund, Mette Lundt]]",
         "Mette Lund kom. Mette Lundt gik.", "[Person 1] kom. [Person 1] gik."),
        ("{}", "Mette Lund kom. Mette Lundt gik.", "[Person 1] kom. [Person 2] gik."),
    ],
)  # fmt: skip
def test_each_rule_does_what_it_says(rules: str, text: str, expected: str) -> None:
    assert masked(text, parse_rules(rules), public={"Henrik Munkholm": "titel: borgmester"}) == expected


def test_hidden_part_of_a_public_name_hides_the_person() -> None:
    assert parse_rules("skjul: [Munkholm]").stays({"Henrik Munkholm": "x", "Ib Lund": "y"}) == {"Ib Lund": "y"}
