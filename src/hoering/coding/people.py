"""Who the people named in a text are: the party their title, party letter or organisation puts them in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hoering.codebook import Codebook
from hoering.debates import debate_label, is_debate
from hoering.language import gazetteer
from hoering.patterns import Pattern, PatternIndex, parse

_PART = r"[A-ZÆØÅ][a-zæøåéüöä]+(?:-[A-ZÆØÅ][a-zæøåé]+)?"
NAME = re.compile(
    r"\[[A-ZÆØÅ]\w+ \d+\]"
    rf"|(?<![\w-]){_PART}(?: (?:[A-ZÆØÅ]\.|{_PART}|af|von|de|al|el))* {_PART}(?![\w-])"
)
_PARTY_LETTER = re.compile(r"\s?\(([A-ZÆØÅ]{1,3})\)")
_WORDS = re.compile(r"[\w/-]+")
_BEFORE = 90
_AFTER = 110
_SENTENCE_END = re.compile(r"[.!?:;”\n](?=\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A name as it stands at a place, and the party (actor id) that words around it give, if any.

    ``bound`` is set where the party stands in brackets or after "fra": ``(S)``, ``fra Fælleslisten``.
    """

    name: str
    start: int
    end: int
    party: str
    title: str
    bound: bool = False


@dataclass(slots=True)
class PartyFinder:
    """Tells the party of a person from the words around the name, and of an organisation from its name."""

    book: Codebook
    _roles: PatternIndex = field(init=False)
    _senders: PatternIndex = field(init=False)

    def __post_init__(self) -> None:
        self._roles = PatternIndex(_patterns(self.book, "roles") + _patterns(self.book, "senders"))
        self._senders = PatternIndex(_patterns(self.book, "senders"))

    def of_organisation(self, name: str) -> str:
        """Actor id an organisation's name tells, or ``""``; the longest pattern wins, then the first code."""
        return _best(self._senders, name)

    def of_title(self, title: str) -> str:
        """Actor id a title or label ("jobcenterchef i Ravnsø", "Medarbejder 2") tells, or ``""``."""
        return _best(self._roles, title)

    def people(self, text: str) -> Iterator[Person]:
        """All names in a text with what stands by them."""
        for match in NAME.finditer(text):
            start = match.start() + self._title_length(match[0])
            before = _clause_before(text, start)
            after = _clause_after(text, match.end())
            party, title = self._party(before, after)
            bound = bool(title) and after.lstrip().startswith(("(", "fra ", "og ")) and title in after
            name = text[start : match.end()]
            yield Person(name=name, start=start, end=match.end(), party=party, title=title, bound=bound)

    def _title_length(self, name: str) -> int:
        """How much of a run of capitalised words is a title that opens the sentence: "Borgmester Ib Lund"."""
        first = name.split()[0]
        return len(first) + 1 if name.count(" ") >= 2 and not name.startswith("[") and self.of_title(first) else 0

    def _party(self, before: str, after: str) -> tuple[str, str]:
        if letter := _PARTY_LETTER.match(after):
            return "politikere", letter[0].strip()
        for title in (_apposition(after), _title_before(before)):
            if title and (party := self.of_title(title)):
                return party, title
        return "", ""


def _patterns(book: Codebook, field_name: str) -> list[Pattern]:
    return [parse(text, code=code.id, weight=1.0) for code in book.actors for text in getattr(code, field_name)]


def _best(index: PatternIndex, text: str) -> str:
    words = _WORDS.findall(text)
    hits = index.find(words, words)
    if not hits:
        return ""
    # More words, then more letters: "formand for handicaprådet" beats "formand", "erhvervsråd" beats "*råd".
    best = max(hits, key=lambda h: (len(h.pattern.words), len(h.pattern.text.replace("*", ""))))
    return best.pattern.code


def _clause_before(text: str, start: int) -> str:
    clause = text[max(0, start - _BEFORE) : start]
    cut = [m.end() for m in _SENTENCE_END.finditer(clause)]
    return clause[cut[-1] :] if cut else clause


def _clause_after(text: str, end: int) -> str:
    clause = text[end : end + _AFTER]
    cut = _SENTENCE_END.search(clause)
    return clause[: cut.start()] if cut else clause


_APPOSITION = re.compile(
    r"\s?(?:,|–|-|\(|fra\b|og [^,.]{3,40} fra\b)\s?(?!der\b|som\b|men\b|og\b|at\b|hvor\b|har\b)([^,;)]{2,70})"
)


def _apposition(after: str) -> str:
    """``, jobcenterchef i Ravnsø Kommune`` or ``(Ravnsølisten)`` or ``fra Fælleslisten`` after a name."""
    match = _APPOSITION.match(after)
    return match[1].strip() if match else ""


def _title_before(before: str) -> str:
    """The words directly before a name, back to the last comma that does not belong to a title."""
    words = re.split(
        r"(?:siger|fortæller|mener|udtaler|understreger|sagde|forklarer|oplyser|spørger|med|af|og)\s", before
    )
    return words[-1].strip(" ,–")[-70:]


# What may stand between the start of an apposition and the title in it: "der er tidligere formand for …".
_MODIFIERS = frozenset({
    "der", "som", "er", "var", "og", "den", "det", "ny", "nye", "nyvalgt", "nyvalgte", "tidligere", "forhenværende",
    "nuværende", "siddende", "kommende", "mangeårig", "mangeårige", "fungerende", "konstitueret", "første", "menigt",
    "vores", "kommunens", "byens", "byrådets",
})  # fmt: skip
_OF = frozenset({"i", "for", "af", "ved", "på"})
_BODY = re.compile(r"(?:udvalg|råd|kommune|forvaltning|bestyrelse|ting|parti|liste)(?:en|et|ets|ens|s|t)?$")
_LOCAL_LIST = re.compile(r"[A-ZÆØÅ][\wæøå]*(?:listen|partiet)\b|[A-ZÆØÅ]\w+ Liste\b")
_PARTY_PLACE = re.compile(rf"\s?[,(–-]\s?|\s(?:og (?:{NAME.pattern}) )?fra ")
_TITLE_PLACE = re.compile(r"\s?[,(–-]\s?")
_NEXT_LINE = re.compile(r"[ \t]*\r?\n[ \t]*([^\n]{3,60}?)(?<![.!?:])[ \t]*\r?(?:\n|$)")


# What made a name public, beside the ids of actors.
POLITICIANS = "politikere"
STAFF = "ansatte"
PARTY = "parti"
OWN_TITLE = "egen titel"

# Staff without a leader's title: named in no default; see ``ansatte`` in the rules for masking.
_STAFF_TITLES = (
    "sagsbehandler*", "*rådgiver*", "*konsulent*", "medarbejder*", "jobformidler*", "*mentor*", "fuldmægtig*",
    "*koordinator*", "*vejleder*",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPerson:
    """A name that stays, and what stands by it: a title, or a party with the rule "parti".

    ``rule`` is the actor id the title belongs to, "egen titel", "ansatte" or "parti".
    """

    name: str
    title: str
    rule: str

    @property
    def why(self) -> str:
        """The reason in Danish: "titel: borgmester", "parti: (S)"."""
        kind = {PARTY: "parti", STAFF: "ansat", OWN_TITLE: "egen titel"}.get(self.rule, "titel")
        return f"{kind}: {self.title}"


def public_titles(
    book: Codebook, *, leave_out: Iterable[str] = (), own: Iterable[str] = (), staff: bool = False
) -> PatternIndex:
    """The titles whose holders stay named.

    Args:
        book: whose ``public`` titles are taken, each under its actor's id.
        leave_out: actor ids whose titles are left out; see `leaders`.
        own: further patterns of the user's.
        staff: whether staff without a leader's title stays named too.
    """
    out = set(leave_out)
    patterns = [p for p in _patterns(book, "public") if p.code not in out]
    patterns += [parse(text, code=OWN_TITLE, weight=1.0) for text in own]
    patterns += [parse(text, code=STAFF, weight=1.0) for text in _STAFF_TITLES if staff]
    return PatternIndex(patterns)


def leaders(book: Codebook) -> frozenset[str]:
    """Actor ids with public titles that are no politicians': leaders in the administration and the state."""
    return frozenset(actor.id for actor in book.actors if actor.public) - {POLITICIANS}


def public_names(texts: Iterable[str], finder: PartyFinder, book: Codebook) -> frozenset[str]:
    """Names that stand by a public title or a party somewhere in the consultation, so that they stay named.

    Stricter than `PartyFinder`, which tells whose voice it is: the title must be the person's own, side by
    side with the name. "Borgmesteren svarede Karen Lind" makes nobody public.
    """
    return frozenset(person.name for person in public_people(texts, finder, public_titles(book)))


def public_people(
    texts: Iterable[str], finder: PartyFinder, titles: PatternIndex, *, parties: bool = True
) -> list[PublicPerson]:
    """The same with what made each public, in order of name; the first evidence met counts.

    Args:
        texts: all texts of the consultation, in order.
        finder: tells names.
        titles: see `public_titles`.
        parties: whether a party or party letter by the name is enough.
    """
    found: dict[str, PublicPerson] = {}
    for text in texts:
        for debater in _debaters(text) if parties else ():
            found.setdefault(debater.name, debater)
        for person in finder.people(text):
            name = person.name.removeprefix("Af ")  # a byline
            if name in found or " " not in name or name.startswith("["):
                continue
            if evidence := _evidence(person, text, titles, parties=parties):
                title, rule = evidence
                found[name] = PublicPerson(name=name, title=" ".join(title.split()), rule=rule)
    return [found[name] for name in sorted(found)]


# What opens a label and is no part of the name: "Fru Ida Holm", "Rådmand Bo Krag".
_ADDRESS = re.compile(r"^(?:[Hh]r\.|[Ff]ru|[Ff]rk\.|\w*(?:[Bb]orgmester|[Rr]ådmand|[Ff]ormand)(?:en)?) ")


def _debaters(text: str) -> Iterator[PublicPerson]:
    """Who has turns in a debate as a politician: by party, office or form of address in the label of a turn."""
    lines = text.splitlines()
    if not is_debate(lines):
        return
    for label in dict.fromkeys(label for line in lines if (label := debate_label(line.strip()))):
        named = NAME.search(_ADDRESS.sub("", label.text))
        if label.sure and named and not named[0].startswith("["):
            title = label.text.partition(named[0])[0].strip(" (") or label.text.partition(named[0])[2].strip(" ()")
            yield PublicPerson(name=named[0], title=title, rule=POLITICIANS)


def _evidence(person: Person, text: str, titles: PatternIndex, *, parties: bool) -> tuple[str, str] | None:
    """The words by a name that make it public, and the code of the rule."""
    before = _clause_before(text, person.start).rpartition("\n")[2]
    after = text[person.end : person.end + _AFTER]
    if parties and _has_party_letter(after):
        return after[: after.index(")") + 1], PARTY
    if parties and (party := _has_party(after)):
        return party, PARTY
    return _title_touches(before, titles) or _title_opens(after, titles) or _title_below(after, titles)


def _has_party_letter(after: str) -> bool:
    letter = _PARTY_LETTER.match(after)
    return letter is not None and (len(letter[1]) == 1 or letter[1] in gazetteer.names("party_letter"))


def _has_party(after: str) -> str:
    """The party in ``(Ravnsølisten)``, ``fra Venstre``, ``og Ib Lund fra Venstre``, ``, Venstre,``, or ``""``."""
    place = _PARTY_PLACE.match(after)
    if place is None:
        return ""
    rest = after[place.end() :]
    if own := _LOCAL_LIST.match(rest):
        return own[0]
    word = r"(?![\w-])"
    names = (party for party in gazetteer.names("party") if party[0].isupper())
    return max((party for party in names if re.match(re.escape(party) + word, rest)), key=len, default="")


def _title_touches(before: str, titles: PatternIndex) -> tuple[str, str] | None:
    """``borgmester ▯``, ``formand for Socialudvalget ▯``: nothing but what the title is of may stand between."""
    words = list(_WORDS.finditer(before))
    if not words or not re.fullmatch(r"\s?", before[words[-1].end() :]):
        return None
    forms = [word[0] for word in words]
    for hit in titles.find(forms, forms):
        rest = forms[hit.end :]
        between = before[words[hit.end - 1].end() :]
        own = all(word in _OF or word[0].isupper() or _BODY.search(word) for word in rest)
        genitive = not rest and forms[hit.end - 1].endswith(("ens", "ets", "nes"))
        if own and not genitive and not {",", ";"} & set(between) and (not rest or rest[-1] not in _OF):
            return before[words[hit.start].start() :].strip(), hit.pattern.code
    return None


def _title_opens(after: str, titles: PatternIndex) -> tuple[str, str] | None:
    """``▯, tidligere borgmester i Ravnsø``; not ``▯, borgmester Ib Lund`` or ``▯, borgmesteren og alle andre``."""
    place = _TITLE_PLACE.match(after)
    if place is None:
        return None
    return _opens_with_title(_clause_after(after, place.end()), titles)


def _title_below(after: str, titles: PatternIndex) -> tuple[str, str] | None:
    """The title on the line below the name, as in signatures and forewords."""
    line = _NEXT_LINE.match(after)
    return _opens_with_title(line[1], titles) if line is not None else None


def _opens_with_title(text: str, titles: PatternIndex) -> tuple[str, str] | None:
    words = list(_WORDS.finditer(text))
    forms = [word[0] for word in words]
    for hit in titles.find(forms, forms):
        modifiers = forms[: hit.start]
        following = text[words[hit.end - 1].end() :]
        next_word = forms[hit.end] if hit.end < len(forms) else ""
        others = NAME.match(following.lstrip())
        definite = forms[hit.start].endswith(("en", "et", "ne")) and hit.end == hit.start + 1 and next_word not in _OF
        plain = all(word.lower() in _MODIFIERS or word[0].isupper() or word.isdigit() for word in modifiers)
        if plain and not definite and (others is None or others[0].endswith(("Kommune", "Byråd"))):
            return text[: words[hit.end - 1].end()].strip(), hit.pattern.code
    return None
