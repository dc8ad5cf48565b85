"""The remarks on one theme in paragraphs: what several say first, then each sender's own, in the profession's order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hoering.memo.answers import NO_NAME, Hearing
from hoering.memo.statements import EVERYTHING, Joined, Statement, main_points, telling
from hoering.memo.wording import continuing, count_word, quoted, sentence, told, told_of_several
from hoering.records import Source
from hoering.report import danish
from hoering.report.blocks import NUMBERS_SHOWN
from hoering.report.parties import speaking

_WORDS_SHOWN = 2


@dataclass(frozen=True)
class Remarks:
    """Puts statements of a hearing into paragraphs.

    Args:
        hearing: the answers.
        each: how many statements of each kind one sender has at most under one theme; with `EVERYTHING` nothing is
            left out.
        clear: parties that say something clearly; what they say that leans on its neighbours is left out.
    """

    hearing: Hearing
    each: int = 1
    clear: frozenset[str] = frozenset()

    def paragraphs(self, statements: Sequence[Statement], joined: Iterable[Joined] = ()) -> list[str]:
        """The paragraphs on one theme."""
        together, single = _split(statements)
        return [
            *(self._of_several(group) for group in together),
            *(self._of_one(own) for own in single if self._main(own)),
            *(self._of_joiner(item) for item in joined),
        ]

    def claims(self, statements: Sequence[Statement]) -> set[str]:
        """Which statements `paragraphs` tells, quoted or in the words a group has in common."""
        together, single = _split(statements)
        told = [*together, *(self._main(own) for own in single)]
        return {statement.claim for group in told for statement in group}

    def named(self, answers: Iterable[Source]) -> str:
        """Senders with the numbers of their answers, organisations by name and private persons by how many they are.

        "Handicaprådet (svar 12), Udsatterådet (svar 25) og to borgere (svar 13 og 15)".
        """
        ordered = sorted(answers, key=_order)
        parties: dict[str, list[int]] = defaultdict(list)
        for answer in ordered:
            if not self.hearing.is_private(answer):
                parties[plain(answer.sender) or NO_NAME.lower()].append(answer.number)
        names = [f"{name} ({answer_numbers(own)})" for name, own in parties.items()]
        private = [answer.number for answer in ordered if self.hearing.is_private(answer)]
        if private:
            word = "borger" if len(private) == 1 else "borgere"
            names.append(f"{count_word(len(private))} {word} ({answer_numbers(private)})")
        return danish.listed(names)

    def subject(self, answer: Source) -> str:
        """Who says something, at the beginning of a sentence."""
        if self.hearing.is_private(answer):
            return "En borger"
        return plain(answer.sender) or NO_NAME

    def points(self, own: Sequence[Statement]) -> list[str]:
        """What one sender says of a theme, each with its place but without the sender: for the table form."""
        return [f"{_capital(self._said(statement))} ({place(statement)})." for statement in self._main(own)]

    def _main(self, own: Sequence[Statement]) -> list[Statement]:
        """The main points of one party under one theme."""
        if self.each < EVERYTHING and own[:1] and own[0].party in self.clear:
            own = [statement for statement in own if statement.clear]
        return main_points(own, self.each)

    def _of_one(self, own: Sequence[Statement]) -> str:
        answer = own[0].answer
        subject = self.subject(answer)
        again = continuing(plain(answer.sender), self.hearing.is_private(answer), answer.sender_type)
        sentences = []
        for index, statement in enumerate(self._main(own)):
            sentences.append(sentence(again if index else subject, self._said(statement), place(statement)))
        return " ".join(sentences)

    def _said(self, statement: Statement) -> str:
        if statement.voice:
            who = self.hearing.tally.labels.actor(statement.voice).lower()
            return f"gengiver et synspunkt fra {who}: {quoted(statement.words)}"
        return told(statement.words, statement.stance, statement.phrase, plain(statement.answer.sender))

    def in_short(self, group: Sequence[Statement]) -> str:
        """What several say, and who, in one sentence."""
        best = telling(group)[0]
        answers = {statement.answer.number: statement.answer for statement in group}
        start = _capital(self.named(answers.values()))
        said = told_of_several(best.words, best.stance, best.phrase)
        return f"{start} {said}." if best.phrase else f"{start} {said}: {quoted(best.words)} ({place(best)})."

    def _of_several(self, group: Sequence[Statement]) -> str:
        """The sentence, and the words of some of them where it is told in others."""
        shown = _different(telling(group))[:_WORDS_SHOWN] if group[0].phrase else []
        words = [f"{self.subject(s.answer)} skriver: {quoted(s.words)} ({place(s)})." for s in shown]
        return " ".join([self.in_short(group), *words])

    def _of_joiner(self, item: Joined) -> str:
        where = spot(item.answer.number, item.page)
        return f"{self.subject(item.answer)} ({where}) henviser til svaret fra {self.other(item)}."

    def other(self, item: Joined) -> str:
        """Whose answer somebody refers to."""
        if self.hearing.is_private(item.other):
            return f"en anden borger (svar {item.other.number})"
        return f"{plain(item.other.sender) or NO_NAME.lower()} (svar {item.other.number})"


def answer_numbers(numbers: Iterable[int]) -> str:
    """Numbers of answers in running text; very many are cut, for they stand in the appendix.

    >>> answer_numbers([7]), answer_numbers([7, 12])
    ('svar 7', 'svar 7 og 12')
    """
    ordered = sorted(set(numbers))
    if len(ordered) <= NUMBERS_SHOWN + 1:
        return f"svar {danish.listed([str(number) for number in ordered])}"
    rest = danish.number(len(ordered) - NUMBERS_SHOWN)
    return f"svar {', '.join(map(str, ordered[:NUMBERS_SHOWN]))} og {rest} andre"


def place(statement: Statement) -> str:
    """Where a statement stands: "svar 7, s. 2"."""
    return spot(statement.answer.number, statement.page)


def spot(number: int, page: int) -> str:
    """A reference that no line end comes into."""
    return f"svar\u00a0{number},\u00a0s.\u00a0{page}"


def plain(name: str) -> str:
    """A name on one line."""
    return " ".join(name.split())


def _split(statements: Sequence[Statement]) -> tuple[list[list[Statement]], list[list[Statement]]]:
    """What several say, and what is left to each party, the parties in the profession's order."""
    together = shared(statements)
    taken = {statement.claim for group in together for statement in group}
    rest: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.claim not in taken:
            rest[statement.party].append(statement)
    return together, sorted(rest.values(), key=lambda own: _order(own[0].answer))


def shared(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Statements on one theme that several parties make: told by the same neutral words, or word for word the same."""
    found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        if not statement.voice:
            found[statement.stance, statement.phrase or statement.words.casefold()].append(statement)
    several = [own for own in found.values() if len({statement.party for statement in own}) > 1]
    return sorted(several, key=lambda own: (-len({s.party for s in own}), own[0].answer.number, own[0].start))


def _different(statements: Iterable[Statement]) -> list[Statement]:
    """One of each party, and no words twice."""
    parties: set[str] = set()
    words: set[str] = set()
    kept = []
    for statement in statements:
        if statement.party not in parties and statement.words.casefold() not in words:
            kept.append(statement)
        parties.add(statement.party)
        words.add(statement.words.casefold())
    return kept


def _order(source: Source) -> tuple[int, int]:
    return speaking(source), source.number


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
