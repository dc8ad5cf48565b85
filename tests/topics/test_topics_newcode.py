"""A topic becomes a code."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from spacy.language import Language

from hoering import codebook, topics
from hoering.codebook.examples import try_examples
from hoering.codebook.reading import Reader
from hoering.codebook_commands import codebook_commands
from hoering.errors import HoeringError
from hoering.topics.codefile import added
from hoering.topics.newcode import new_code

pytestmark = pytest.mark.model

OWN = """\
# Min egen bog
extends: aeldre   # rør ikke
themes:
  - id: hjaelp
    label: Hjælp
    definition: >-
      Hjælp i
      hjemmet.
    strong: [hjælp*]   # et mønster

  # sidst
actors: [borgere, kommune]
"""


@pytest.fixture(scope="module")
def bus(small_model: topics.TopicModel) -> int:
    return next(topic.id for topic in small_model.topics if "stoppested" in topic.terms)


def test_it_loads_and_finds_its_own_examples(
    small_model: topics.TopicModel, bus: int, nlp: Language, tmp_path: Path
) -> None:
    path, below = tmp_path / "ny" / "min.yaml", tmp_path / "kultur.yaml"
    below.write_text(OWN.replace("extends", "id: kultur\nversion: '3'\nextends", 1), encoding="utf-8")
    made = new_code(small_model, bus, path, nlp, base=below)
    book, base = codebook.load(path), codebook.load(below)
    assert made.is_new_file
    assert [theme.id for theme in book.themes] == [*(theme.id for theme in base.themes), made.code.id]
    assert (book.id, book.version) == (base.id, f"{base.version}-udvidet")
    code = book.themes[-1]
    assert code.model_dump() == made.code.model_dump()
    assert code.label == small_model.topics[bus].label
    assert 1 <= len(code.examples) <= 5
    own = {place for place, topic in enumerate(small_model.assignments) if topic == bus}
    assert set(code.examples) <= {small_model.corpus.corpus.texts[place] for place in own}
    reader = Reader(book, nlp)
    trials = [trial for trial in try_examples(reader) if trial.code == code.id]
    assert [trial.found for trial in trials] == [True] * len(code.examples)
    (reading,) = next(reader.read(["Sovsen smager af ingenting."]))
    assert code.id not in [found.code for found in reading.suggested(book, "themes")]
    assert "læs dem" in path.read_text(encoding="utf-8")
    assert any("ordrette" in note for note in made.notes)
    checked = CliRunner().invoke(codebook_commands, ["check", str(path)])
    assert "I alt: 0 fejl" in checked.output


def test_a_file_that_is_there_gets_the_code_and_keeps_the_rest(
    small_model: topics.TopicModel, bus: int, nlp: Language, tmp_path: Path
) -> None:
    path = tmp_path / "min.yaml"
    path.write_text(OWN, encoding="utf-8", newline="\r\n")
    made = new_code(small_model, bus, path, nlp, label="Busser: altid for sent", definition="Om busser.")
    assert not made.is_new_file
    text = path.read_bytes().decode()
    assert text.count("\r\n") == text.count("\n")
    kept = [line for line in text.splitlines() if line in OWN.splitlines()]
    assert kept == OWN.splitlines()
    assert [theme.id for theme in codebook.load(path).themes] == ["hjaelp", "busser_altid_for_sent"]
    again = new_code(small_model, bus, path, nlp, label="Busser – altid for sent")
    assert again.code.id == "busser_altid_for_sent_2"
    with pytest.raises(HoeringError, match="har allerede »Busser: altid for sent«"):
        new_code(small_model, bus, path, nlp, label="Busser: altid for sent")


def test_a_codebook_beside_it_can_be_built_on(
    small_model: topics.TopicModel, bus: int, nlp: Language, tmp_path: Path
) -> None:
    base = tmp_path / "kultur" / "bog.yaml"
    base.parent.mkdir()
    base.write_text(OWN.replace("extends", "id: kultur\nextends", 1), encoding="utf-8")
    made = new_code(small_model, bus, tmp_path / "ny.yaml", nlp, base=base)
    assert "extends: kultur/bog.yaml" in (tmp_path / "ny.yaml").read_text(encoding="utf-8")
    assert [theme.id for theme in codebook.load(tmp_path / "ny.yaml").themes] == ["hjaelp", made.code.id]


def test_what_cannot_be_done_changes_nothing(
    small_model: topics.TopicModel, bus: int, nlp: Language, tmp_path: Path
) -> None:
    path = tmp_path / "min.yaml"
    for asked, message in [
        ({"id": "hjaelp"}, "findes allerede"),
        ({"id": "Hjælp!"}, "små bogstaver"),
        ({"topic": "Rumfart"}, "intet emne"),
    ]:
        path.write_text(OWN, encoding="utf-8")
        with pytest.raises(HoeringError, match=message):
            new_code(small_model, **({"topic": bus, "to": path, "nlp": nlp} | asked))  # type: ignore[arg-type]
        assert path.read_text(encoding="utf-8") == OWN
    path.write_text("extends: aeldre\nversion: '2'\n", encoding="utf-8")
    with pytest.raises(HoeringError, match="ingen liste »themes«"):
        new_code(small_model, bus, path, nlp)
    with pytest.raises(HoeringError, match=r"\.yaml"):
        new_code(small_model, bus, tmp_path / "min.txt", nlp)
    with pytest.raises(HoeringError, match="uden sine afsnit"):
        new_code(replace(small_model, corpus=None), bus, tmp_path / "ny.yaml", nlp)
    assert sorted(item.name for item in tmp_path.iterdir()) == ["min.yaml"]


@pytest.mark.parametrize("end", ["", "\n", "\n\n# slut\n"])
def test_the_code_stands_after_the_last_theme(end: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(f"themes:\n- id: a\n  label: A\n  strong:\n  - b  # c{end}", encoding="utf-8")
    code = codebook.Code(id="ny", label="Ny", definition="Ny.", strong=("æ",))
    text = added(path, code, "Om koden.")
    assert text.index("# c\n") < text.index("# Om koden.\n") < text.index("- id: ny\n")
    assert text.endswith("- æ\n" + end.removeprefix("\n"))
