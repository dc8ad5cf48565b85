"""Entities by rule on top of a statistical model's: names of the gazetteer, bodies by their form, persons by title.

A model trained on news takes "Beskæftigelsesindsatsen" for a person and misses "(S)". The rules add what spelling
and the gazetteer make sure, keep of the model's entities what does not clash, and drop what cannot be a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from hoering.language.entity_shapes import ORGANISATION, PERSON, PLACE, Found, Shapes, Text
from hoering.language.gazetteer import Gazetteer
from hoering.language.lemmas import is_known_word

_LABELS = {
    PLACE: ("municipality", "municipality_variant", "place"),
    ORGANISATION: (
        "region",
        "region_variant",
        "party",
        "party_short",
        "media",
        "union",
        "unemployment_fund",
        "employer_organisation",
        "organisation",
        "authority",
    ),
}
_OPENERS = frozenset("”“„»«\"'’‘([-–—•:/*#")
# What parties do and alternatives and sides of a road do not.
_PARTY_VERBS = frozenset({
    "afviser", "bakker", "foreslår", "frygter", "kræver", "kritiserer", "lover", "mener", "opfordrer", "siger",
    "spørger", "stemmer", "stemte", "støtter", "støttede", "takker", "udtaler", "ønsker", "(",
})  # fmt: skip


@Language.factory(
    "hoering_entities", assigns=["doc.ents", "token.ent_type", "token.ent_iob"], default_config={"gazetteer": None}
)
def create_entities(nlp: Language, name: str, gazetteer: str | None) -> EntityRules:
    """The component; ``gazetteer`` is the path of a user's own list, on top of the one that ships."""
    return EntityRules(nlp, Gazetteer.load(Path(gazetteer) if gazetteer else None))


class EntityRules:
    """Sets a doc's entities (PER, ORG, LOC) from rules and from what a model before it has found."""

    def __init__(self, nlp: Language, gazetteer: Gazetteer) -> None:
        self._shapes = Shapes(gazetteer)
        self._ambiguous = gazetteer.names("ambiguous")
        self._parties = gazetteer.names("party", "party_short")
        self._peers = self._parties | gazetteer.names("municipality")
        self._nouns = tuple(sorted(gazetteer.names("noun_suffix")))
        self._directions = gazetteer.names("place", "municipality")
        self._matcher = PhraseMatcher(nlp.vocab)
        for label, kinds in _LABELS.items():
            forms = sorted({form for name in gazetteer.names(*kinds) for form in _forms(name)})
            self._matcher.add(label, [_as_tokens(nlp, form) for form in forms])

    def __call__(self, doc: Doc) -> Doc:
        """Replace the entities of a doc."""
        if len(doc):
            words = [token.text for token in doc]
            text = Text(words, _fresh(words, doc.to_array("SENT_START").tolist()))
            found = self.find(doc, text)
            if found or doc.ents:
                doc.ents = self._merged(doc, text, found)
        return doc

    def find(self, doc: Doc, text: Text) -> list[Found]:
        """What the rules find, in order and without overlaps."""
        listed = list(self._listed(doc, text))
        # "Rådet for Socialt Udsatte, SAND og Røde Kors" is three names, and "Mener Liberal Alliance" is none.
        whole = {i for f in listed if f.label == ORGANISATION and f.end - f.start > 1 for i in range(f.start, f.end)}
        shaped = [f for f in self._shapes.organisations(text) if whole.isdisjoint(range(f.start, f.end))]
        places = _longest(f for f in [*listed, *shaped] if text.at(f.start - 1) != "[")
        taken = [False] * len(text.words)
        for found in places:
            if found.label == ORGANISATION:
                taken[found.start : found.end] = [True] * (found.end - found.start)
        return _longest([*self._shapes.persons(text, taken), *places])

    def _listed(self, doc: Doc, text: Text) -> Iterator[Found]:
        for key, start, end in self._matcher(doc):
            found = Found(start, end, doc.vocab.strings[key])
            if found.label == PLACE and self._is_surname(text, found):
                continue
            if text.fresh[start] and self._is_word(text, found):
                continue
            if found.label == ORGANISATION and end - start == 1 and _in_capitals(text, start):
                continue
            yield self._with_place(text, found)

    def _is_word(self, text: Text, found: Found) -> bool:
        """Whether an ambiguous name has its capital from its place alone: "Vejen er lang", "Venstre side"."""
        name = " ".join(text.words[found.start : found.end])
        bare = name if name in self._ambiguous else name.removesuffix("s")
        if bare not in self._ambiguous:
            return False
        following = text.at(found.end)
        if following in {"og", ","}:  # "Venstre og Moderaterne", "Skive, Struer og Lemvig"
            return text.at(found.end + 1) not in self._peers
        return bare not in self._parties or following not in _PARTY_VERBS

    def _is_surname(self, text: Text, found: Found) -> bool:
        """``Karen Skanderborg``: a town after a word with a capital that is no known word."""
        before = text.at(found.start - 1)
        if not before.isalpha() or not before[0].isupper() or before.isupper():
            return False
        return not text.fresh[found.start - 1] or not is_known_word(before.lower())

    def _with_place(self, text: Text, found: Found) -> Found:
        """``FH Aalborg`` and ``3F Midtjylland`` whole."""
        acronym = found.label == ORGANISATION and text.at(found.end - 1).isupper() and text.at(found.end - 1) != "EU"
        return found._replace(end=found.end + 1) if acronym and text.at(found.end) in self._directions else found

    def _merged(self, doc: Doc, text: Text, found: list[Found]) -> list[Span]:
        owner: dict[int, Found] = {i: item for item in found for i in range(item.start, item.end)}
        tagged = doc.has_annotation("POS")
        kept: list[Found] = []
        for entity in doc.ents:
            item = Found(entity.start, entity.end, entity.label_)
            rivals = {owner[i] for i in range(entity.start, entity.end) if i in owner}
            if rivals and not _outdoes(item, rivals):
                continue
            if not rivals and self._is_no_name(text, item, entity if tagged else None):
                continue
            kept.append(item)
        covered = {i for item in kept for i in range(item.start, item.end)}
        kept += [item for item in found if item.start not in covered and item.end - 1 not in covered]
        return [Span(doc, item.start, item.end, label=item.label) for item in sorted(kept)]

    def _is_no_name(self, text: Text, found: Found, tagged: Span | None) -> bool:
        """A placeholder, a common noun, or no proper noun in it."""
        if _in_placeholder(text, found):
            return True
        word = text.at(found.start)
        if found.end - found.start == 1 and word.lower().removesuffix("s").endswith(self._nouns):
            return True
        return tagged is not None and not any(token.pos_ == "PROPN" for token in tagged)


def _as_tokens(nlp: Language, name: str) -> Doc:
    words = name.split(" ")
    # Letters alone are never cut, and a tokenizer takes its time.
    return Doc(nlp.vocab, words=words) if all(word.isalpha() for word in words) else nlp.make_doc(name)


def _forms(name: str) -> Iterator[str]:
    """A name and its genitives."""
    yield name
    if name[-1] in "sxz":
        yield from (f"{name}'", f"{name}’")
    else:
        yield f"{name}s"
    if name[-1].isupper():
        yield from (f"{name}'s", f"{name}’s")


def _fresh(words: Sequence[str], starts: Sequence[int]) -> list[bool]:
    """For each word whether its place explains a capital: a sentence start, or a mark before it."""
    split = any(starts[1:])
    after = (before in _OPENERS or before.isspace() or (not split and before[-1] in ".!?") for before in words[:-1])
    return [is_after or start == 1 for is_after, start in zip([True, *after], starts, strict=True)]


def _in_capitals(text: Text, i: int) -> bool:
    """``DA VI KOM``: a line in capitals makes acronyms of words."""
    around = (text.at(i - 1), text.at(i + 1))
    return text.at(i).isupper() and any(len(word) > 1 and word.isalpha() and word.isupper() for word in around)


def _in_placeholder(text: Text, found: Found) -> bool:
    """``[Borger 1]``"""
    left = next((text.at(i) for i in range(found.start, max(-1, found.start - 4), -1) if text.at(i) in {"[", "]"}), "")
    return left == "["


def _outdoes(item: Found, rivals: set[Found]) -> bool:
    """Whether a model's entity is longer than the one by rule inside it, and of a kind that may hold it."""
    if len(rivals) > 1:
        return False
    (rival,) = rivals
    inside = item.start <= rival.start and rival.end <= item.end and item[:2] != rival[:2]
    return inside and (item.label == rival.label != PERSON or (rival.label == PLACE and item.label != PLACE))


def _longest(found: Iterable[Found]) -> list[Found]:
    """Without overlaps: the longest, and of two as long the first."""
    chosen: list[Found] = []
    taken: set[int] = set()
    for item in sorted(found, key=lambda item: (item.start - item.end, item.start)):
        if taken.isdisjoint(range(item.start, item.end)):
            chosen.append(item)
            taken.update(range(item.start, item.end))
    return sorted(chosen)
