from __future__ import annotations

import re
from pathlib import Path

import pytest

from hoering import codebook
from hoering.codebook import Codebook
from hoering.errors import CodebookError


def _words(text: str) -> list[str]:
    return text.split()


THEMES = _words("""
    virksomhedernes_ansvar rekruttering virksomhedssamarbejde opkvalificering fagforeninger a_kasser borgernes_stemme
    moedet_med_jobcentret helhedsorienteret_indsats udsatte_borgere unge sundhed social_arv faellesskaber
    varig_tilknytning tidlig_indsats mobilitet lovgivning styring proces integration sammenhaeng_politikker
""")
ACTORS = _words("""
    virksomheder arbejdsgiverorganisationer fagforeninger a_kasser borgere jobcenter_kommune politikere raad staten
    uddannelse sundhedsvaesen civilsamfund
""")
STANCES = ["kritik", "forslag", "stoette", "neutral"]

CULTURE = """\
id: kultur
label: Kultur
version: "2"
authority: forvaltning
private: publikum
themes:
- id: scenekunst
  label: Scenekunst
  definition: Teater og dans.
  strong: [teater*]
  medium: [scene, dans]
- id: bibliotek
  label: Bibliotek
  definition: Bøger og lån.
  strong: [bibliotek*]
actors:
- id: kunstnere
  label: Kunstnere
  definition: De, der optræder.
  strong: [skuespiller]
  roles: [skuespiller]
- id: publikum
  label: Publikum
  definition: De, der ser på.
  strong: [tilskuer]
- id: forvaltning
  label: Forvaltningen
  definition: Kulturforvaltningen.
  strong: [kulturforvaltning*]
stances:
- id: kritik
  label: Kritik
  definition: Savner noget.
  strong: [savne/savner]
- id: neutral
  label: Neutral
  definition: Alt andet.
"""


def write(folder: Path, *, old: str = "", new: str = "", lexicon: str | bytes | None = None) -> Path:
    """The culture codebook with one change, in a folder."""
    text = CULTURE
    if old:
        assert text.count(old) >= 1
        text = text.replace(old, new, 1)
    if lexicon is not None:
        text = text.replace("themes:", "lexicon: ord.tsv\nthemes:", 1)
        data = lexicon if isinstance(lexicon, bytes) else lexicon.encode()
        (folder / "ord.tsv").write_bytes(data)
    path = folder / "kultur.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_codebook_has_the_codes_of_the_guide(book: Codebook) -> None:
    assert sorted(code.id for code in book.themes) == sorted(THEMES)
    assert sorted(code.id for code in book.actors) == sorted(ACTORS)
    assert sorted(code.id for code in book.stances) == sorted(STANCES)
    assert (len(THEMES), len(ACTORS), len(STANCES)) == (22, 12, 4)


def test_every_shipped_code_is_explained(book: Codebook) -> None:
    codes = (*book.themes, *book.actors, *book.stances)
    assert [code.id for code in codes if not (code.label.strip() and len(code.definition) > 20)] == []
    assert [code.id for code in codes if code.label == code.id] == []


def test_every_shipped_theme_and_actor_can_be_found(book: Codebook) -> None:
    weights = {code.id: {p.weight for p in code.patterns()} for code in (*book.themes, *book.actors)}
    assert [code for code, found in weights.items() if 3.0 not in found] == []
    assert {p.code for p in book.lexicon_patterns} <= set(THEMES)


def test_the_shipped_codebook_names_parties_that_it_has(book: Codebook) -> None:
    assert book.authority in ACTORS
    assert book.private in ACTORS


def test_label_of_a_code_and_of_an_unknown_one(book: Codebook) -> None:
    assert book.label_of("virksomheder") == "Virksomheder"
    assert book.label_of("ukendt_kode") == "ukendt_kode"


def test_the_codes_pattern_lists_weigh_as_they_say(tmp_path: Path) -> None:
    changed = "strong: [teater*]\n  weak: [tæppe]\n  against: [operationsbord]"
    scene = codebook.load(write(tmp_path, old="strong: [teater*]", new=changed)).themes[0]
    assert {p.text: p.weight for p in scene.patterns()} == {
        "teater*": 3.0,
        "scene": 2.0,
        "dans": 2.0,
        "tæppe": 1.0,
        "operationsbord": -3.0,
    }


def test_the_lexicon_adds_patterns_and_leaves_the_codes_own_alone(tmp_path: Path) -> None:
    path = write(tmp_path, lexicon="scenekunst\tballet\t1.5\nscenekunst\tdans\t0.5\nbibliotek\tlåne ~ bog\t2\n")
    patterns = codebook.load(path).theme_patterns()
    found = [(p.code, p.text, p.weight) for p in patterns if p.text in {"ballet", "dans", "låne ~ bog"}]
    assert found == [("scenekunst", "dans", 2.0), ("scenekunst", "ballet", 1.5), ("bibliotek", "låne ~ bog", 2.0)]


def test_a_lexicon_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    book = codebook.load(write(tmp_path, lexicon="scenekunst\tballet\t1\n".encode("utf-8-sig")))
    assert [p.text for p in book.lexicon_patterns] == ["ballet"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("label: Kultur\n", "", "fejl ved label: mangler"),
        ("label: Kultur\n", 'label: ""\n', "fejl ved label: er tom"),
        ('version: "2"', "version: 2", "fejl ved version: skal være tekst"),
        ("  definition: Teater og dans.\n", "", "fejl ved themes.scenekunst.definition: mangler"),
        ("strong: [teater*]", "stærk: [teater*]", "fejl ved themes.scenekunst.stærk: ukendt nøgle"),
        ("strong: [skuespiller]", "strong: skuespiller", "fejl ved actors.kunstnere.strong: skal være en liste"),
        ("medium: [scene, dans]", "medium: [scene, no]", "fejl ved themes.scenekunst.medium.2: skal være tekst"),
        ("id: bibliotek", "id: scenekunst", "fejl ved roden: koden »scenekunst« står to gange under themes"),
        ("id: publikum", "id: kunstnere", "fejl ved roden: koden »kunstnere« står to gange under actors"),
        (
            "id: kunstnere",
            "id: Kunst nere",
            "fejl ved actors.Kunst nere.id: må kun bestå af små bogstaver a-z, tal og _",
        ),
        ("actors:", "actors: 3\nandet:", "fejl ved actors: skal være en liste"),
        ("themes:", "themes: [5]\nandet:", "fejl ved themes.1: skal være en kode med id, label og definition"),
        (
            "strong: [teater*]",
            'strong: ["teater ~"]',
            "Mønsteret »teater ~« under »scenekunst« er ikke et helt mønster.",
        ),
        ("roles: [skuespiller]", 'roles: ["*"]', "Mønsteret »*« under »kunstnere« har et tomt ord."),
        ("strong: [savne/savner]", 'strong: ["~ svar"]', "Mønsteret »~ svar« under »kritik« er ikke et helt mønster."),
    ],
)
def test_a_fault_is_told_with_file_and_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(CodebookError, match=re.escape(f"Kodebogen kultur.yaml: {message}")):
        codebook.load(write(tmp_path, old=old, new=new))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id: kultur", "id: [kultur", "linje 2"),
        ("  medium: [scene, dans]", "  strong: [scene]", "linje 11, nøglen »strong« står to gange"),
    ],
)
def test_bad_yaml_is_told_with_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(CodebookError) as caught:
        codebook.load(write(tmp_path, old=old, new=new))
    assert str(caught.value) == f"Kodebogen kultur.yaml er ikke gyldig YAML: {message}"


@pytest.mark.parametrize(
    ("lexicon", "message"),
    [
        ("scenekunst\tballet\t1\nscenekunst ballet 1\n", "ord.tsv, linje 2: ventede kode, ord og vægt."),
        ("scenekunst\tballet\n", "ord.tsv, linje 1: ventede kode, ord og vægt."),
        ("film\tbiograf\t1\n", "ord.tsv, linje 1: ventede kode, ord og vægt."),
        ("scenekunst\tballet\tmeget\n", "ord.tsv, linje 1: vægten »meget« er ikke et tal."),
        (
            "scenekunst\tballet\t1\nscenekunst\tballet ~\t1\n",
            "ord.tsv, linje 2: Mønsteret »ballet ~« under »scenekunst« er ikke et helt mønster.",
        ),
        (b"scenekunst\tb\xe6k\t1\n", "Ordlisten ord.tsv kan ikke læses."),
    ],
)
def test_a_bad_lexicon_line_is_told_with_file_and_line(tmp_path: Path, lexicon: str | bytes, message: str) -> None:
    path = write(tmp_path, lexicon=lexicon)
    with pytest.raises(CodebookError) as caught:
        codebook.load(path)
    assert str(caught.value) == message


def test_a_lexicon_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, lexicon="")
    (tmp_path / "ord.tsv").unlink()
    with pytest.raises(CodebookError) as caught:
        codebook.load(path)
    assert str(caught.value) == "Kodebogen kultur.yaml nævner ordlisten ord.tsv, som ikke findes."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "Kodebogen k.yml er tom eller har ikke den rette form."),
        (b"- kun\n- en liste\n", "Kodebogen k.yml er tom eller har ikke den rette form."),
        (b"label: \xe6\xf8\xe5", "Kodebogen k.yml kan ikke læses."),
    ],
)
def test_a_file_that_is_no_codebook_is_told(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "k.yml"
    path.write_bytes(content)
    with pytest.raises(CodebookError) as caught:
        codebook.load(path)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("kultur", "Der følger ingen kodebog med navnet »kultur« med hoering."),
        ("andet/kultur.yaml", "Kodebogen kultur.yaml findes ikke."),
    ],
)
def test_a_codebook_that_is_not_there_is_told(name: str, message: str) -> None:
    with pytest.raises(CodebookError) as caught:
        codebook.load(name)
    assert str(caught.value) == message
