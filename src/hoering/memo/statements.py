"""What the answers say: one statement per claim, under its own theme, its words looked up again in their text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import pandas as pd

from hoering.codebook import load
from hoering.errors import CodebookError
from hoering.memo.answers import Hearing
from hoering.memo.wording import is_minority, is_plain, title_phrase, told_title
from hoering.positions.matters import Matters
from hoering.records import Problem, Quotation, Source
from hoering.report.verify import verified
from hoering.report.word_elements import holds

# What is said of the draft as a whole, of the hearing, or of nothing in the codebook belongs to no theme of the draft.
_GENERAL = re.compile(r"\b(?:udkastet som helhed|blevet hørt|det videre arbejde|brede vendinger|konkret udkast)\b")
# How a position says that its claims are of one matter; see `hoering.positions.find`.
_SAME_MATTER = "samme sag"
# So many statements of each kind are all of them.
EVERYTHING = 1_000
# Fewer words than this say nothing alone.
_FEWEST_WORDS = 4
_GOOD_LENGTH = range(6, 46)
# A line that a list follows.
_UNFINISHED = re.compile(r"(?::|\b(?:for|om|til|på|med|af|i|at))\s*\Z")
# A sentence that begins so leans on the one before it.
_POINTING = re.compile(r"(?:det|den|de|dem|dette|disse|denne|hun|han|ham|hende|ellers|så|her|dér)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One claim of an answer.

    ``party`` is whose it is (two answers of one organisation are one party's). ``words`` are verbatim, from
    ``start`` to ``end`` of the raw text, on ``page``. ``phrase`` says it in neutral words, as its position's title
    does, where its own sentence is plainly about that; else it is ``""``. ``voice`` is set where the answer renders
    somebody else's view. ``clear`` tells that the sentence says by itself what it is, ``general`` that it is about
    the draft as a whole or the hearing.
    """

    claim: str
    answer: Source
    party: str
    theme: str
    stance: str
    position: str
    words: str
    page: int
    start: int
    end: int
    phrase: str
    voice: str
    general: bool
    clear: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Joined:
    """An answer that refers to another's: who, whose, and the words by which it does."""

    answer: Source
    other: Source
    words: str
    page: int


@dataclass(frozen=True)
class Statements:
    """All statements of a hearing's answers."""

    hearing: Hearing

    @property
    def all(self) -> list[Statement]:
        """Every statement that can be quoted, by answer and place."""
        return self._read[0]

    @property
    def refused(self) -> list[Problem]:
        """A problem for each that cannot."""
        return self._read[1]

    @cached_property
    def by_theme(self) -> Mapping[str, tuple[Statement, ...]]:
        """Statements by theme, but for the general ones."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.all:
            if not statement.general:
                found[statement.theme].append(statement)
        return {theme: tuple(own) for theme, own in found.items()}

    @cached_property
    def general(self) -> tuple[Statement, ...]:
        """What is said of the draft as a whole, of the hearing, or of no theme."""
        return tuple(statement for statement in self.all if statement.general)

    @cached_property
    def clear_parties(self) -> frozenset[str]:
        """Parties that say at least one thing clearly, so that what only leans on its neighbours may be left out."""
        return frozenset(statement.party for statement in self.all if statement.clear)

    @cached_property
    def answers_on(self) -> Mapping[str, int]:
        """How many answers claim something under each theme, whether it is their claim's own theme or another of it."""
        members, positions = self.hearing.material.table("position_members"), self.hearing.material.table("positions")
        claims = members[(members["basis"] == "claim") & members["source"].isin(list(self.hearing.by_source))]
        counted = (
            claims.merge(positions[["position_id", "theme"]], on="position_id").groupby("theme")["source"].nunique()
        )
        return {str(theme): int(count) for theme, count in counted.items()}

    @cached_property
    def joined(self) -> list[Joined]:
        """Who refers to whose answer."""
        answers, texts = self.hearing.by_source, self.hearing.material.texts
        found = []
        for item in self.hearing.material.endorsements:
            if item.source in answers and item.joins in answers and item.source in texts:
                text = texts[item.source]
                words = " ".join(text.view.quote(item.start, item.end).split())
                found.append(Joined(answers[item.source], answers[item.joins], words, text.page_of(item.start)))
        return found

    def joined_in(self, theme: str) -> list[Joined]:
        """Who refers to the answer of somebody that says something about a theme, as the positions have it."""
        material = self.hearing.material
        positions, members = material.table("positions"), material.table("position_members")
        own = set(positions.loc[positions["theme"] == theme, "position_id"])
        joiners = members[(members["basis"] == "joins") & members["position_id"].isin(list(own))]
        sources = set(joiners["source"])
        claiming = {statement.answer.source for statement in self.by_theme.get(theme, ())}
        return [j for j in self.joined if j.answer.source in sources and j.other.source in claiming]

    @cached_property
    def _read(self) -> tuple[list[Statement], list[Problem]]:
        rows = self._rows()
        quotations = {str(row["concern_id"]): _quotation(row) for row in rows}
        good, problems = verified(quotations.values(), self.hearing.material.texts)
        kept = {quotation.coding_id for quotation in good if holds(quotation.text)}
        found = [self._statement(row) for row in rows if row["concern_id"] in kept]
        return sorted(found, key=lambda s: (s.answer.number, s.start, s.end, s.claim)), problems

    def _rows(self) -> list[dict[str, object]]:
        """One row per claim of an answer: its own theme's membership, with the position's title."""
        material = self.hearing.material
        members = material.table("position_members")
        claims = members[(members["basis"] == "claim") & members["source"].isin(list(self.hearing.by_source))]
        titles = material.table("positions")[["position_id", "theme", "stance", "title", "why"]]
        concerns = material.table("concerns")[["concern_id", "target_theme", "score"]]
        joined = claims.merge(titles, on="position_id").merge(concerns, on="concern_id")
        own = joined[joined["theme"] == joined["target_theme"]].drop_duplicates("concern_id")
        titled = self._headings()
        own = own[[place not in titled for place in zip(own["source"], own["start"], strict=True)]]
        return [{str(key): value for key, value in row.items()} for row in pd.DataFrame(own).to_dict("records")]

    def _headings(self) -> set[tuple[str, int]]:
        """Where the answers' own headings begin: a heading is no statement."""
        segments = self.hearing.material.frames.get("segments")
        if segments is None:
            return set()
        own = segments.loc[segments["level"] == "heading", ["source", "start"]]
        return {(str(source), int(start)) for source, start in own.to_numpy().tolist()}

    def _phrase(self, row: Mapping[str, object], words: str) -> str:
        """The title of the position if the sentence is about it; where no matters are known, if its claims are."""
        title, book = str(row["title"]), self.hearing.material.book
        if self._matters:
            label = book.label_of(str(row["theme"]))
            return title_phrase(title, words, str(row["stance"]), label, self._matters)
        return told_title(title) if str(row["why"]).startswith(_SAME_MATTER) else ""

    @cached_property
    def _matters(self) -> Matters:
        """The matters of the run's codebook; the table of codes has none, but a codebook that ships may be the same."""
        material = self.hearing.material
        return Matters.of(material.book) or _shipped(material.settings.codebook, material.settings.codebook_version)

    def _statement(self, row: Mapping[str, object]) -> Statement:
        answer = self.hearing.by_source[str(row["source"])]
        words, stance, theme = str(row["quote"]), str(row["stance"]), str(row["theme"])
        phrase = "" if is_minority(words) else self._phrase(row, words)
        voice = str(row["voice"])
        return Statement(
            claim=str(row["concern_id"]),
            answer=answer,
            party=self.hearing.party(answer),
            theme=theme,
            stance=stance,
            position=str(row["position_id"]),
            words=" ".join(words.split()),
            page=int(str(row["page"])),
            start=int(str(row["start"])),
            end=int(str(row["end"])),
            phrase=phrase,
            voice="" if voice in ("", "ukendt", answer.sender_type) else voice,
            clear=not _POINTING.match(words)
            and not _UNFINISHED.search(words)
            and is_plain(words, stance, phrase, answer.sender),
            general=not theme or _GENERAL.search(phrase) is not None,
            weight=float(str(row["score"])),
        )


@cache
def _shipped(name: str, version: str) -> Matters:
    """The matters of a codebook that ships, none where it is another or of another version."""
    try:
        book = load(name)
    except CodebookError:
        return Matters.none()
    return Matters.of(book) if book.version == version else Matters.none()


def _quotation(row: Mapping[str, object]) -> Quotation:
    return Quotation(
        coding_id=str(row["concern_id"]),
        source=str(row["source"]),
        number=int(str(row["number"])),
        document=str(row["document"]),
        page=int(str(row["page"])),
        start=int(str(row["start"])),
        end=int(str(row["end"])),
        text=str(row["quote"]),
        speaker="",
        sender=str(row["sender"]),
        sender_type=str(row["sender_type"]),
        voice=str(row["voice"]),
        stance=str(row["stance"]),
    )


def telling(statements: Iterable[Statement]) -> list[Statement]:
    """Statements, those that say most in few words first."""
    return sorted(statements, key=_worth)


def main_points(statements: Sequence[Statement], each: int) -> list[Statement]:
    """What a party says of each kind (support, criticism, proposals), so many of each at most, in the text's order."""
    chosen: list[Statement] = []
    for stance in ("stoette", "kritik", "forslag"):
        own = [statement for statement in telling(statements) if statement.stance == stance]
        long = [statement for statement in own if len(statement.words.split()) >= _FEWEST_WORDS] or own
        chosen += sorted(long[:each], key=lambda s: (s.answer.number, s.start))
    return chosen


def _worth(statement: Statement) -> tuple[bool, bool, bool, float, int, int]:
    good = len(statement.words.split()) in _GOOD_LENGTH
    return (
        not statement.clear,
        not good,
        not statement.phrase,
        -statement.weight,
        statement.answer.number,
        statement.start,
    )
