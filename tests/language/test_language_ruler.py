from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

from hoering.language import ruler  # noqa: F401  (registers the component)
from hoering.language.entity_shapes import Shapes, Text
from hoering.language.gazetteer import Gazetteer

TABLE = Path(__file__).parents[1] / "data" / "navne.tsv"
ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]

Entity = tuple[str, str]
Find = Callable[[str], list[Entity]]


@pytest.fixture(scope="session")
def find(rules: Language) -> Find:
    """The entities of a text by the rules alone."""
    return lambda text: entities(rules(text))


def entities(doc: Doc) -> list[Entity]:
    return [(entity.text, entity.label_) for entity in doc.ents]


def cells(cell: str) -> list[Entity]:
    """``Rebild/LOC | FH/ORG`` as texts and labels."""
    parts = [] if cell == "-" else cell.split(" | ")
    return [(text, label) for text, _, label in (part.rpartition("/") for part in parts)]


def with_model(nlp: Language, text: str, found: list[Entity]) -> Doc:
    """The rules on a doc in which a model has found some entities."""
    doc = nlp.get_pipe("hoering_sentences")(nlp.make_doc(text))
    spans, at = [], 0
    for name, label in found:
        at = text.index(name, at)
        spans.append(doc.char_span(at, at + len(name), label=label))
        at += len(name)
    doc.ents = spans
    return nlp.get_pipe("hoering_entities")(doc)


@pytest.mark.parametrize(
    ("sentence", "before", "after"),
    [pytest.param(*row, id=f"{kind}-{number}") for number, (kind, *row) in enumerate(ROWS)],
)
def test_table_of_names(rules: Language, sentence: str, before: str, after: str) -> None:
    assert entities(with_model(rules, sentence, cells(before))) == cells(after)


@pytest.mark.model
def test_rules_stand_their_ground_beside_the_model(nlp: Language, rules: Language) -> None:
    """Whatever the model finds, nearly all rows keep the entities that the rules alone are sure of."""
    names = [pipe for pipe in ("tok2vec", "morphologizer", "ner") if pipe in nlp.pipe_names]
    kept = 0
    for _, sentence, _, after in ROWS:
        doc = rules.get_pipe("hoering_sentences")(rules.make_doc(sentence))
        alone = {(e.text, e.label_) for e in rules.get_pipe("hoering_entities")(doc.copy()).ents}
        both = Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
        for name in names:
            both = nlp.get_pipe(name)(both)
        found = {(e.text, e.label_) for e in rules.get_pipe("hoering_entities")(both).ents}
        kept += (alone & set(cells(after))) <= found
    assert kept / len(ROWS) >= 0.95


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi har mødt kommunen, udvalget og fagforeningen.",
        "Gruppen af unge vokser, og listen er lang.",
        "Se bilag (A), punkt (B) og figur (C).",
        "Beskæftigelsesområdet og Uddannelsesområdet er to områder.",
        "Det er den store by, og vejen er lang.",
    ],
)
def test_common_words_are_no_names(find: Find, sentence: str) -> None:
    assert find(sentence) == []


def test_entities_of_other_labels_are_kept(rules: Language) -> None:
    doc = with_model(rules, "Bogen Den lange vej ligger i Rebild.", [("Den lange vej", "MISC")])
    assert entities(doc) == [("Den lange vej", "MISC"), ("Rebild", "LOC")]


@pytest.mark.parametrize(("tag", "kept"), [("PROPN", [("Kvistgaarden", "ORG")]), ("NOUN", [])])
def test_a_model_s_entity_needs_a_proper_noun_where_words_are_tagged(
    rules: Language, tag: str, kept: list[Entity]
) -> None:
    doc = Doc(rules.vocab, words=["Kvistgaarden", "lukker"], pos=[tag, "VERB"])
    doc.ents = [Span(doc, 0, 1, label="ORG")]
    assert entities(rules.get_pipe("hoering_entities")(doc)) == kept


@pytest.mark.parametrize(
    ("model", "kept"),
    [
        (("Jobcenterchef Karen Holt", "PER"), [("Karen Holt", "PER")]),
        (("Rebild", "PER"), [("Karen Holt", "PER"), ("Rebild", "LOC")]),
        (("Karen", "PER"), [("Karen Holt", "PER"), ("Rebild", "LOC")]),
    ],
)
def test_a_rule_wins_where_it_clashes_with_the_model(rules: Language, model: Entity, kept: list[Entity]) -> None:
    doc = with_model(rules, "Jobcenterchef Karen Holt fra Rebild svarer.", [model])
    assert entities(doc)[: len(kept)] == kept


def test_sentences_need_not_be_set(rules: Language) -> None:
    doc = rules.make_doc("Det er trist. Vejen til Kolding er lang. Venstre svinger.")
    assert entities(rules.get_pipe("hoering_entities")(doc)) == [("Kolding", "LOC")]


def test_names_of_a_users_own_list_are_found(tmp_path: Path) -> None:
    own = "sted\tSkovlev\nfagforening\tByggefagenes Samvirke\nmyndighed\tRavnsø Hjælpekasse\ntitel\tstrandfoged\n"
    (tmp_path / "navne.tsv").write_text(own, encoding="utf-8")
    nlp = spacy.blank("da")
    nlp.add_pipe("hoering_entities", config={"gazetteer": str(tmp_path / "navne.tsv")})
    assert entities(nlp("Strandfoged Per Holm fra Skovlev er i Byggefagenes Samvirke.")) == [
        ("Per Holm", "PER"),
        ("Skovlev", "LOC"),
        ("Byggefagenes Samvirke", "ORG"),
    ]


def test_an_own_name_may_be_marked_as_a_word(tmp_path: Path) -> None:
    (tmp_path / "navne.tsv").write_text("sted\tHavnen\nflertydig\tHavnen\n", encoding="utf-8")
    nlp = spacy.blank("da")
    nlp.add_pipe("hoering_entities", config={"gazetteer": str(tmp_path / "navne.tsv")})
    assert entities(nlp("Havnen er stor. Vi bor i Havnen.")) == [("Havnen", "LOC")]


def test_a_pipeline_with_rules_can_be_saved_and_loaded(rules: Language, tmp_path: Path) -> None:
    rules.to_disk(tmp_path / "regler")
    text = "Formand for Ældrerådet, Karen Holt (S), bor i Rebild."
    assert entities(spacy.load(tmp_path / "regler")(text)) == entities(rules(text)) != []


def test_the_forms_of_bodies_come_from_the_gazetteer() -> None:
    shapes = Shapes(Gazetteer({"body_suffix_name": frozenset({"lauget"}), "title": frozenset({"oldermand"})}))
    text = Text(["Brandlauget", "og", "oldermanden", "Per", "Holm"], [True, *[False] * 4])
    assert list(shapes.organisations(text)) == [(0, 1, "ORG")]
    assert list(shapes.persons(text, [True, *[False] * 4])) == [(3, 5, "PER")]


WORDS = """Karen Holt ( S ) , formand for og Rebild Kommune FH [ ] Social- Sundhedsudvalget Udvalget Af . i Venstre 1
Jobcenter Foto : & - kommune"""


@settings(max_examples=200, deadline=None)
@given(
    words=st.lists(st.sampled_from([*WORDS.split(), "\n"]), max_size=14),
    ents=st.lists(st.tuples(st.integers(0, 13), st.integers(1, 4), st.sampled_from(["PER", "ORG", "LOC"])), max_size=3),
)
def test_any_words_get_entities_that_do_not_overlap(
    rules: Language, words: list[str], ents: list[tuple[int, int, str]]
) -> None:
    doc = Doc(rules.vocab, words=words)
    spans = [Span(doc, a, min(a + n, len(doc)), label=label) for a, n, label in ents if a < len(doc)]
    doc.ents = spacy.util.filter_spans(spans)
    doc = rules.get_pipe("hoering_entities")(doc)
    assert {entity.label_ for entity in doc.ents} <= {"PER", "ORG", "LOC"}
    assert all(entity.text[0] not in "(,.[ \n" for entity in doc.ents if entity not in spans)
