"""Verbs of saying, and the party a sentence lets speak by one: "Fagforeningen mener, at …", "ifølge kommunen"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import dropwhile, takewhile

from hoering.codebook import Codebook
from hoering.patterns import Hit, PatternIndex, parse

SAYS = (
    "siger|sagde|fortæller|fortalte|mener|mente|udtaler|udtalte|understreger|understregede"
    "|forklarer|forklarede|oplyser|oplyste|påpeger|påpegede|tilføjer|tilføjede|uddyber|uddybede"
    "|forsikrer|forsikrede|konstaterer|konstaterede|vurderer|vurderede|lyder det fra|skriver|skrev|meddeler|meddelte"
    "|noterer|noterede|spørger|spurgte|svarer|svarede|advarer|advarede|foreslår|foreslog|kalder|lover|lovede|erkender"
    "|erkendte|håber|fastslår|fastslog|opfordrer|opfordrede|slutter|afslutter|bemærker|bemærkede|fremhæver|fremhævede"
    "|nævner|nævnte|udtrykker|udtrykte|efterspørger|efterspurgte|takker|takkede|klager|klagede|beklager|beklagede"
    "|griner|grinede|råber|råbte|tilbyder|tilbød|indrømmer|indrømmede|gentager|gentog|anbefaler|anbefalede"
    "|efterlyser|efterlyste|roser|roste|indvender|indvendte|pointerer|pointerede|bekræfter|bekræftede|anfører|anførte"
)
SPEECH_VERB = re.compile(rf"\b(?:{SAYS})\b")
CLOSING_VERB = re.compile(rf"[,?!…–] ?(?=(?:{SAYS})\b)")
AFTER_QUOTE = re.compile(rf"(?:(?<=,)[”“«»\"]|[”“«»\"],) ?(?:{SAYS})\b")
_VIEWS = (
    rf"{SAYS}|hilser|savner|ønsker|kræver|støtter|bakker op|peger|pegede"
    r"|vil (?:nu |gerne |derfor |ikke )?(?:have|invitere)"
    "|frygter|glæder sig|kritiserer|afviser|er (?:glad|bekymret|tilfreds|godt tilfreds|imod|skeptisk|enig|uenig)"
)
VIEW_VERB = re.compile(rf"\b(?:{_VIEWS})\b")
_PRONOUN_SAYS = re.compile(rf"\b(?:{_VIEWS}) (?:han|hun)\b|\b(?:[Hh]an|[Hh]un) (?:{_VIEWS})\b")
ANNOUNCES = re.compile(r"^(?:Sådan|Det|Dette) (?:siger|lyder|mener|fortæller)\b")
ACCORDING = re.compile(r"\b[Ii]følge ")

_VERBS = frozenset(SAYS.split("|")) | {"lyder"}
# A verb that says something with the word after it: "gjorde opmærksom på", "pegede på".
_WITH = {
    word: following
    for following, words in {
        "opmærksom": ("gør", "gjorde"),
        "på": ("peger", "pegede"),
        "op": ("bakker", "bakkede"),
    }.items()
    for word in words
}
_TRIGGERS = _VERBS | {"ifølge"} | set(_WITH)
# People who are told of by no role: whoever speaks for himself.
_ANYONE = (
    "medlem", "medlemmer", "kvinde", "kvinder", "mand", "mænd", "pige", "dreng", "patient", "patienter", "person",
    "ung", "unge", "forælder", "kollega", "deltager", "deltagere",
)  # fmt: skip
_TOKEN = re.compile(r"\w[\w/-]*|[^\w\s]")
_DEFINITE = re.compile(r"(?<=\w{5})(?:ne|en|et)$")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PREPOSITIONS = _words("i på fra hos af til med for under efter ved mod over blandt mellem")
_ADVERBS = _words(
    "derfor nu samtidig også dog her hertil dertil så desuden derudover endelig bagefter senere tidligere omvendt"
    " ligeledes selv imidlertid igen først"
)
_QUANTIFIERS = _words("en et flere mange nogle to tre fire fem")
# A clause with one of these before its verb has another subject, or is no main clause.
_OTHER_SUBJECT = _words(
    "at der som hvad hvem hvor hvordan hvorfor hvornår hvilke hvilken hvis når da mens fordi om"
    " jeg du vi man han hun dette"
)
# First words of a sentence that are no part of the name after them.
OPENERS = _PREPOSITIONS | _ADVERBS | _OTHER_SUBJECT | {"ifølge", "men", "og", "både", "siden", "også"}
OFFICES = tuple(
    sorted(
        _words(
            "formand direktør leder chef talsmand talsperson ordfører repræsentant konsulent medarbejder sekretær"
            " bestyrelse ledelse"
        )
    )
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks: ``party`` is an actor id, or ``""`` where only an ``office`` is named ("formanden")."""

    name: str
    party: str
    office: str = ""


_SOMEONE_ELSE = Subject("", "")


@dataclass(frozen=True, slots=True)
class _Word:
    form: str
    lemma: str

    @property
    def low(self) -> str:
        return self.form.lower()

    @property
    def is_word(self) -> bool:
        return self.form[0].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.form[0].isupper() or (self.form[0].isdigit() and not self.form.isdigit())

    @property
    def is_genitive(self) -> bool:
        return self.low.endswith("s") and not self.lemma.endswith("s")

    @property
    def is_office(self) -> bool:
        return self.lemma.endswith(OFFICES)


@dataclass(slots=True)
class SubjectFinder:
    """Finds the organisation or group that is the subject of a verb of saying, by the codebook's actors."""

    book: Codebook
    _index: PatternIndex = field(init=False)

    def __post_init__(self) -> None:
        texts = [(code.id, text) for code in self.book.actors for text in (*code.roles, *code.senders)]
        known = {text for _, text in texts}
        if self.book.private in {code.id for code in self.book.actors}:
            texts += [(self.book.private, text) for text in _ANYONE if text not in known]
        self._index = PatternIndex([parse(text, code=code, weight=1.0) for code, text in texts])

    def subject(self, text: str, lemmas: Mapping[str, str], names: Set[str] = frozenset()) -> Subject | None:
        """The party that the main clause of a sentence lets speak, or None.

        Args:
            text: the sentence, or what stands outside the quotation in it.
            lemmas: the lemma of each word form.
            names: words of personal names; where one stands in the subject, a person speaks and no party.
        """
        forms = _TOKEN.findall(text)
        if _TRIGGERS.isdisjoint(map(str.lower, forms)):
            return None
        words = [_Word(form, _lemma(form, lemmas)) for form in forms]
        while words and not words[0].is_word and words[0].form != "[":
            words.pop(0)
        if not words or words[-1].form == "?":
            return None
        for place, word in enumerate(words):
            found = None
            if word.low == "ifølge":
                found = self._after(words[place + 1 :], names)
            elif word.low in _VERBS or _says_with(words, place):
                found = self._of_verb(words[:place], words[place + 1 :], names, heard=word.low == "lyder")
            if found is not None:
                return found if found.name else None
        return None

    def _of_verb(
        self, before: Sequence[_Word], after: Sequence[_Word], names: Set[str], *, heard: bool
    ) -> Subject | None:
        if heard:  # "lyder det fra fagforeningen"
            is_heard = [word.low for word in after[:2]] in (["det", "fra"], ["det", "hos"])
            return self._after(after[2:], names) if is_heard else None
        if not before or not (before[-1].is_word or before[-1].form == "]"):
            return self._after(after, names)
        if any(not word.is_word for word in before):
            return None
        if before[0].low in _PREPOSITIONS or before[0].low in {*_ADVERBS, "det"}:
            front = None if before[0].low in _PREPOSITIONS else self._phrase(before[1:], names, closed=True)
            return front or self._after(after, names) or _SOMEONE_ELSE
        if any(word.low in _OTHER_SUBJECT for word in before):
            return _SOMEONE_ELSE if before[0].low in _OTHER_SUBJECT else None
        return self._phrase(before, names, closed=True) or _SOMEONE_ELSE

    def _after(self, words: Sequence[_Word], names: Set[str]) -> Subject | None:
        """The subject that follows its verb, as in ", mener den lokale fagforening"."""
        rest = list(dropwhile(lambda word: word.low in _ADVERBS, words))
        return self._phrase(rest, names, closed=False)

    def _phrase(self, words: Sequence[_Word], names: Set[str], *, closed: bool) -> Subject | None:
        """The party at the head of a noun phrase; a ``closed`` one fills all of ``words``."""
        if len(words) > 2 and words[0].low in _QUANTIFIERS and words[1].low == "af":
            words = words[2:]
        own = list(takewhile(lambda word: word.is_word and word.low not in _OTHER_SUBJECT, words))
        hit = self._head(own, names)
        end = hit.end if hit is not None else 1
        if hit is None and not (own and own[0].is_office and own[0].low != own[0].lemma):
            return None
        if (
            hit is not None
            and hit.pattern.text.startswith("medlem")
            and [word.low for word in own[end : end + 1]] == ["af"]
        ):
            return None
        if _leads_to_name(words[end:], names) or (closed and not _may_follow(own[end:])):
            return None
        if hit is None:
            return Subject(own[0].form, "", own[0].lemma)
        name = " ".join(
            word.form for word in [*own[:end], *takewhile(lambda word: word.is_capital or word.is_office, own[end:])]
        )
        return Subject(name, hit.pattern.code)

    def _head(self, words: Sequence[_Word], names: Set[str]) -> Hit | None:
        """The first and longest party in a noun phrase, no party that only modifies another word."""
        stop = next((i for i, word in enumerate(words) if word.low in _PREPOSITIONS), len(words))
        found = self._index.find([word.form for word in words], [word.lemma for word in words])
        heads = [
            hit
            for hit in found
            if hit.start < min(stop, 4)
            and not any(word.form in names for word in words[: hit.end])
            and (not words[hit.end - 1].is_genitive or any(word.is_office for word in words[hit.end : hit.end + 1]))
        ]
        return min(heads, key=_rank, default=None)


def _says_with(words: Sequence[_Word], place: int) -> bool:
    """Whether a verb and a word soon after it say something together: "peger næstformand ▯ på"."""
    following = _WITH.get(words[place].low)
    return following is not None and any(word.low == following for word in words[place + 1 : place + 8])


def pronoun_says(text: str) -> bool:
    """Whether "han" or "hun" says something in a sentence."""
    low = text.lower()
    return ("han" in low or "hun" in low) and _PRONOUN_SAYS.search(text) is not None


def _rank(hit: Hit) -> tuple[int, int, bool, int]:
    """Earlier, longer, written out, more letters: "fagforening*" beats "*foreningens"."""
    text = hit.pattern.text
    return hit.start, -hit.end, text.startswith("*"), -len(text)


def _lemma(form: str, lemmas: Mapping[str, str]) -> str:
    lemma = lemmas.get(form, form).lower()
    # The language model takes unknown words at the start of a sentence for names.
    return _DEFINITE.sub("", lemma) if lemma == form.lower() else lemma


def _leads_to_name(words: Sequence[_Word], names: Set[str]) -> bool:
    """Whether a phrase goes on to a person: "formand for fagforeningen, Ib Lund"."""
    for word in words:
        if word.form == "[" or word.form in names:
            return True
        if not (word.form == "," or word.is_capital or word.is_office or word.low in _PREPOSITIONS):
            return False
    return False


def _may_follow(words: Sequence[_Word]) -> bool:
    """Whether words between a party and its verb belong to the party: "A-kassen Kompas", "borgere i salen"."""
    if not words or words[0].low in _PREPOSITIONS or words[0].low in {"og", "samt"}:
        return True
    return all(word.is_capital or word.low in _ADVERBS or word.is_office for word in words)
