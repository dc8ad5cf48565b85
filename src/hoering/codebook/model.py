"""What a codebook holds: codes with explanations for people and patterns for the machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr

from hoering.codebook.groups import resolved, written_out
from hoering.codebook.tree import Branch, branches
from hoering.patterns import Groups, Pattern, parse

Text = Annotated[str, Field(min_length=1)]
Names = Annotated[tuple[Text, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else value)]
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]

# The pattern lists of a code and what a pattern in each weighs.
WEIGHTS: Mapping[str, float] = {"strong": 3.0, "medium": 2.0, "weak": 1.0, "against": -3.0}
# The pattern lists of an actor that match titles and names of organisations and have no weight.
NAMES = ("roles", "senders", "public")
# The stances a matter has titles for, and the end of the key where the sentences do not name the theme.
MATTER_STANCES = ("kritik", "forslag", "stoette")
ELSE = "_ellers"
# The lists of codes in a codebook.
KINDS = ("themes", "actors", "stances")


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Track(_Entry):
    """A guiding question of a consultation, which codes may be linked to."""

    id: Identifier
    question: Text


class Heading(_Entry):
    """What themes are gathered under for people (``groups``): nothing is coded with it, so it has no patterns.

    ``parent`` is the id of another heading, or of a theme, that this one stands under.
    """

    id: Identifier
    label: Text
    definition: Text
    parent: str = ""


class Code(_Entry):
    """One code: its Danish label and definition for people, its patterns for the machine.

    The four lists hold patterns (see `hoering.patterns`) by what they weigh: a ``strong``
    pattern is enough alone, two ``medium`` or three ``weak`` ones are, ``against`` speaks against.
    ``parent`` is the id of the broader theme or the heading that a theme stands under; other codes have none.
    ``tracks`` are ids of the guiding questions it answers.
    """

    id: Identifier
    label: Text
    definition: Text
    parent: str = ""
    include: str = ""
    exclude: str = ""
    tracks: tuple[Text, ...] = ()
    examples: tuple[Text, ...] = ()
    counterexamples: tuple[Text, ...] = ()
    strong: tuple[Text, ...] = ()
    medium: tuple[Text, ...] = ()
    weak: tuple[Text, ...] = ()
    against: tuple[Text, ...] = ()
    _groups: Groups = PrivateAttr(default_factory=dict)

    def patterns(self) -> list[Pattern]:
        """The code's patterns, parsed. Raises `CodebookError` for one that cannot be read."""
        lists = ((getattr(self, name), weight) for name, weight in WEIGHTS.items())
        return [parse(t, code=self.id, weight=w, groups=self._groups) for texts, w in lists for t in texts]

    def with_groups(self, groups: Groups) -> Code:
        """The same code with the words that stand for ``<name>`` in its patterns."""
        copy = self.model_copy()
        copy._groups = groups
        return copy


class ActorCode(Code):
    """A party: spoken about (patterns), speaking (``roles``) or sending (``senders``).

    ``roles`` are titles as they stand by a name ("jobcenterchef"); ``senders`` are words in the name
    of an organisation ("a-kasse", "A/S"). Both are patterns. ``public`` titles belong to people who
    act in office and stay named.
    """

    roles: tuple[Text, ...] = ()
    senders: tuple[Text, ...] = ()
    public: tuple[Text, ...] = ()

    def with_groups(self, groups: Groups) -> ActorCode:
        """The same party; titles and names are written out, as no reason ever shows them."""
        written = {name: tuple(written_out(text, groups) for text in getattr(self, name)) for name in NAMES}
        copy = self.model_copy(update=written)
        copy._groups = groups
        return copy


class Matter(_Entry):
    """A matter that people come back to, how a position on it is titled, and the words it is known by.

    ``kritik``, ``forslag`` and ``stoette`` are what stands after "Kritik af", "Ønske om" and "Ros for" or "Støtte til":
    a title of its own where it begins with a capital letter, a clause where it begins with a comma. Without one it is
    no matter of that stance. ``{theme}`` stands for the theme; where the sentences do not name it, what ends in
    ``_ellers`` is taken. ``strong`` and ``medium`` are alternatives in the language of `hoering.patterns`,
    ``expressions`` regular expressions over small letters, as good as strong ones; " & " joins those that must all
    stand in a sentence, in any order. Where a sentence has a strong sign of a matter, medium ones of others do not
    count. A ``wide`` matter counts less than others: what is not mentioned may be anything.

    These bring claims together. Whether the title may be printed over them is stricter: ``certain`` are expressions of
    which a sentence must have one for that; without any, a strong sign is enough. ``untitled`` are stances in which the
    matter never gives a title.
    """

    id: Identifier
    kritik: str = ""
    kritik_ellers: str = ""
    forslag: str = ""
    forslag_ellers: str = ""
    stoette: str = ""
    stoette_ellers: str = ""
    wide: bool = False
    strong: tuple[Text, ...] = ()
    medium: tuple[Text, ...] = ()
    expressions: tuple[Text, ...] = ()
    certain: tuple[Text, ...] = ()
    untitled: tuple[Literal["kritik", "forslag", "stoette"], ...] = ()

    @property
    def phrases(self) -> Mapping[str, str]:
        """What stands after the direction, by stance, and by stance with ``_ellers``; those that are given."""
        names = [name for stance in MATTER_STANCES for name in (stance, stance + ELSE)]
        return {name: getattr(self, name) for name in names if getattr(self, name)}


class Codebook(_Entry):
    """A whole codebook, checked.

    ``authority`` is the actor that holds the hearing and asks the questions, ``private`` the actor a
    masked person belongs to. ``extends`` names the codebook it builds on, ``words`` are groups of words
    that patterns may name, ``tracks`` the guiding questions, ``groups`` headings that themes stand under
    (their ``parent``); the themes themselves are a plain list all the same.
    """

    id: Text
    label: Text
    version: Text
    extends: str = ""
    lexicon: str = ""
    matters: Names = ()
    authority: str = "jobcenter_kommune"
    private: str = "borgere"
    tracks: tuple[Track, ...] = ()
    words: dict[Text, tuple[Text, ...]] = {}
    groups: tuple[Heading, ...] = ()
    themes: tuple[Code, ...]
    actors: tuple[ActorCode, ...]
    stances: tuple[Code, ...]
    lexicon_patterns: tuple[Pattern, ...] = ()
    matter_list: tuple[Matter, ...] = ()

    def with_groups(self) -> Codebook:
        """The same codebook with its groups at hand in every code. The groups must be without faults."""
        groups = resolved(self.words)
        return self.model_copy(
            update={kind: tuple(code.with_groups(groups) for code in getattr(self, kind)) for kind in KINDS}
        )

    @property
    def stamp(self) -> str:
        """How codings and decisions name the codebook they were made with: id and version."""
        return f"{self.id} {self.version}"

    def codes(self) -> Iterator[Code]:
        """All codes: themes, then actors, then stances."""
        yield from (*self.themes, *self.actors, *self.stances)

    def entries(self) -> Iterator[Heading | Code]:
        """All codes, then the headings: whatever has an id and a label."""
        yield from self.codes()
        yield from self.groups

    def tree(self) -> tuple[Branch[Heading | Code], ...]:
        """The themes as a tree: headings first, then themes under no heading, each with what stands under it."""
        return branches((*self.groups, *self.themes))

    def roots(self) -> tuple[Heading | Code, ...]:
        """The entries at the top of the tree: headings and themes that stand under nothing."""
        return tuple(branch.entry for branch in self.tree())

    def theme_patterns(self) -> list[Pattern]:
        """Patterns of all themes, those of the lexicon included."""
        own = [p for code in self.themes for p in code.patterns()]
        known = {(p.code, p.text) for p in own}
        return own + [p for p in self.lexicon_patterns if (p.code, p.text) not in known]

    def label_of(self, code: str) -> str:
        """Danish label of any code or heading, or the id itself where it is unknown."""
        for entry in self.entries():
            if entry.id == code:
                return entry.label
        return code
