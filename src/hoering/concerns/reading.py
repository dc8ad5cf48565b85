"""A sentence as the rules for targets read it: words, parties named, and who may stand for whom."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field

from hoering.concerns.mentions import Mention
from hoering.concerns.records import Target
from hoering.concerns.words import words

PREPOSITIONS = words(
    "i på fra hos af til med for under efter ved mod over blandt mellem om uden ifølge via gennem inden imod"
)
_DETERMINERS = words(
    "den det de en et min mit mine din dit dine vores vor vore jeres deres hans hendes dens dets alle flere mange nogle"
    " denne dette disse både hverken enten andre anden to tre"
)
_JOINS = frozenset({"og", "eller", "samt", "men", ","})

# How sure a rule is of its target: an order, no measured probability.
SURE, LIKELY, GUESS = 0.9, 0.75, 0.6

# How many words may stand before the subject in its clause: "Nu har så kommunen …", "den nye jobcenterchef".
NEAR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One sentence with all that its target is told from.

    Args:
        forms: the words as written.
        lemmas: their lemmas.
        named: the parties spoken about, in reading order.
        speakers: those named only as who says it.
        coded: actors coded on the sentence.
        voice: whose view it renders.
        stance: kritik, forslag or stoette.
        start: first token of the clause that carries the claim, see `hoering.concerns.clauses`.
        content: first token of what is claimed, after "vi foreslår, at".
        before: target of the sentence before, or the party it speaks about first.
        private: the actor that private persons belong to.
        authority: the actor that holds the hearing.
    """

    forms: tuple[str, ...]
    lemmas: tuple[str, ...]
    named: tuple[Mention, ...]
    speakers: tuple[Mention, ...]
    coded: Set[str]
    voice: str
    stance: str
    start: int
    content: int
    before: str
    private: str
    authority: str
    low: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", tuple(form.lower() for form in self.forms))

    def within(self, start: int, end: int | None = None) -> list[Mention]:
        """The parties named from token ``start`` up to ``end``."""
        stop = len(self.forms) if end is None else end
        return [m for m in self.named if start <= m.start and m.end <= stop]

    def clause_of(self, place: int) -> int:
        """Where the clause of the token at ``place`` begins: after the last comma before it."""
        commas = [i for i in range(self.content, place) if self.low[i] == ","]
        return commas[-1] + 1 if commas else self.content

    def lemmas_in(self, start: int, end: int) -> list[str]:
        """The lemmas from token ``start`` up to ``end``, in lower case."""
        return [word.lower() for word in self.lemmas[start:end]]

    def preposition(self, mention: Mention) -> str:
        """The preposition that governs a mention, ``""`` where there is none."""
        place = mention.start - 1
        while place >= 0 and mention.start - place <= 3 and self._may_modify(place):
            place -= 1
        return self.low[place] if place >= 0 and self.low[place] in PREPOSITIONS else ""

    def follows(self, mention: Mention, place: int) -> bool:
        """Whether a mention, with what modifies it, begins right at token ``place``."""
        return mention.start >= place and all(self._may_modify(i) for i in range(place, mention.start))

    def after_infinitive(self, mention: Mention) -> bool:
        """Whether a mention is the object of "at skifte", "at vælge"."""
        return mention.start >= 2 and self.low[mention.start - 2] == "at"

    def is_genitive(self, mention: Mention) -> bool:
        """Whether a mention owns what follows: "kommunens breve"."""
        last = mention.end - 1
        return self.low[last].endswith("s") and not self.lemmas[last].lower().endswith("s")

    def head(self, mention: Mention) -> Mention:
        """Whom a phrase that begins with a mention is about: "kommunens virksomheder" are the companies.

        An owner stays one where what is owned is no party ("kommunens breve") or only its staff
        ("fagforeningens konsulent").
        """
        if not self.is_genitive(mention):
            return mention
        owned = next((m for m in self.named if 0 <= m.start - mention.end <= 1), None)
        return mention if owned is None or owned.code == self.authority else self.head(owned)

    def joined(self, mention: Mention) -> tuple[str, ...]:
        """The codes of parties named side by side with a mention: "fagforeninger og a-kasser"."""
        codes: list[str] = []
        end = mention.end
        for other in self.named:
            if end < other.start <= end + 2 and self.low[end] in _JOINS:
                codes.append(other.code)
                end = other.end
        return tuple(code for code in dict.fromkeys(codes) if code != mention.code)

    def target(self, mention: Mention, score: float, why: str, *, missed: bool = False) -> Target:
        """The target that a mention makes; ``why`` is followed by the words of the mention."""
        head = self.head(mention)
        others = tuple(code for code in self.joined(head) if code != self.private)
        words = " ".join(self.forms[mention.start : head.end])
        return Target(head.code, others, score, f"{why} ({words})", missed)

    def _may_modify(self, place: int) -> bool:
        word = self.low[place]
        inflected = word.endswith("e") and word != self.lemmas[place].lower()
        return word in _DETERMINERS or inflected
