"""From letters to copies: exact ones first, then groups of near copies, then what each letter adds."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from hoering.duplicates.alike import SIZE, Alike, Demand, Shingled, alike
from hoering.duplicates.common import common_text
from hoering.duplicates.exact import Same, exact_copies, sender_key, senders
from hoering.duplicates.labels import ANSWERS, group_labels
from hoering.duplicates.own import own_passages
from hoering.duplicates.records import Copies, Group, Letter, Likeness, Passage
from hoering.duplicates.repeats import repeated_passages
from hoering.duplicates.words import Word, shingles

# The draft that is heard: letters quote it, and are not alike for that.
_DRAFT = "politik"
# What is no answer needs more in common: interviews have the interviewer's questions, papers their headings. A
# story is cut to half its length by the next site, and what is left is still the same story.
_DEMANDS = {"nyhed": Demand(least=12)}
_DEMAND_OF_OTHERS = Demand(share=0.7)
# Words of others: the law, the draft. Two who quote the same have not written the same.
_QUOTED = re.compile(r"»[^«\n]{40,900}«|[”“\"][^”“\"\n]{40,900}[”“\"]")
# An authority's word that it has nothing to say is written alike by all of them.
_NO_REMARKS = re.compile(r"\b(?:ingen|ikke (?:\w+ ){0,4})\s*bemærkninger\b|\bintet at bemærke\b", re.IGNORECASE)
_SHORT = 80
# A form's questions stand in more than half of so many answers or more.
_FORM_ANSWERS = 4

Owned = dict[int, tuple[tuple[Passage, ...], float]]


def find_copies(letters: Sequence[Letter]) -> Copies:
    """Find duplicates, groups of near copies, letters inside longer documents, and what each letter adds.

    The same letters give the same result, in any order but for which of several equals comes first.
    """
    same = exact_copies(letters)
    known = frozenset(run for letter in letters if letter.kind == _DRAFT for run in shingles(letter.words, SIZE))
    firsts = [i for i, first in enumerate(same.first) if i == first]
    near = alike([_shingled(letters[i], known, form) for i, form in zip(firsts, _forms(letters, firsts), strict=True)])
    groups = _groups(letters, same, firsts, near)
    labels = group_labels([[letters[i] for i in group] for group in groups])
    label_of = {i: label for group, (_, label) in zip(groups, labels, strict=True) for i in group}
    held = {firsts[part]: letters[firsts[host]].source for part, host in near.held_by.items()}
    own = _own(letters, groups, known)
    return Copies(
        likenesses=tuple(
            _likeness(letters, i, same, label_of.get(_root(same, i), ""), held.get(_root(same, i), ""), own)
            for i in range(len(letters))
        ),
        groups=tuple(
            Group(
                label=label,
                kind=kind,
                sources=tuple(letters[i].source for i in group),
                senders=senders(letters[i] for i in group),
                common=common_text([letters[i] for i in group]),
            )
            for group, (kind, label) in zip(groups, labels, strict=True)
        ),
    )


def _root(same: Same, index: int) -> int:
    """The first letter with the same words; a duplicate of a copy leads to the first of all."""
    while same.first[index] != index:
        index = same.first[index]
    return index


def _shingled(letter: Letter, known: AbstractSet[str], form: AbstractSet[str]) -> Shingled:
    sender = sender_key(letter)
    if letter.kind == _DRAFT:
        return Shingled((), _DRAFT, sender)
    if letter.kind not in ANSWERS:
        own = tuple(run for run in shingles(letter.words, SIZE) if run not in known)
        return Shingled(own, letter.kind, sender, _DEMANDS.get(letter.kind, _DEMAND_OF_OTHERS))
    if len(letter.words) < _SHORT and _NO_REMARKS.search(letter.text):
        return Shingled((), "svar", sender)
    own = tuple(run for run in shingles(_unquoted(letter), SIZE) if run not in known and run not in form)
    return Shingled(own, "svar", sender)


def _unquoted(letter: Letter) -> list[Word]:
    quoted = [match.span() for match in _QUOTED.finditer(letter.text)]
    return [word for word in letter.words if not any(start <= word.start < end for start, end in quoted)]


def _forms(letters: Sequence[Letter], firsts: Sequence[int]) -> list[AbstractSet[str]]:
    """For each of some letters the runs of words that are its form's questions."""
    by_document: dict[str, list[int]] = defaultdict(list)
    for i in firsts:
        if letters[i].kind == "survey":
            by_document[letters[i].source.rpartition("#")[0]].append(i)
    form_of: dict[int, AbstractSet[str]] = {}
    for answers in by_document.values():
        if len(answers) >= _FORM_ANSWERS:
            counts = Counter(run for i in answers for run in set(shingles(letters[i].words, SIZE)))
            form = frozenset(run for run, count in counts.items() if 2 * count > len(answers))
            form_of.update(dict.fromkeys(answers, form))
    return [form_of.get(i, frozenset()) for i in firsts]


def _groups(letters: Sequence[Letter], same: Same, firsts: Sequence[int], near: Alike) -> list[list[int]]:
    """Groups of two or more letters that are not set aside: the largest first, letters in the order they came."""
    leader_of = {i: firsts[near.leaders[place]] for place, i in enumerate(firsts)}
    members: dict[int, list[int]] = defaultdict(list)
    for i in range(len(letters)):
        if i not in same.set_aside:
            members[leader_of[_root(same, i)]].append(i)
    return sorted((group for group in members.values() if len(group) > 1), key=lambda g: (-len(g), g))


def _own(letters: Sequence[Letter], groups: Sequence[Sequence[int]], known: AbstractSet[str]) -> Owned:
    owned: Owned = {}
    for group in groups:
        found = own_passages([(letters[i].text, letters[i].words) for i in group], known)
        owned.update(zip(group, found, strict=True))
    return owned


def _likeness(letters: Sequence[Letter], index: int, same: Same, group: str, part_of: str, own: Owned) -> Likeness:
    letter = letters[index]
    set_aside = index in same.set_aside
    whole = (Passage(start=letter.words[0].start, end=letter.words[-1].end),) if letter.words else ()
    passages, share = ((), 0.0) if set_aside or not whole else own.get(index, (whole, 1.0))
    return Likeness(
        source=letter.source,
        same_as=letters[same.first[index]].source if same.first[index] != index else "",
        set_aside=set_aside,
        group=group,
        part_of=part_of,
        own=passages,
        own_share=share,
        repeats=repeated_passages(letter.words),
    )
