"""Counts straight from the tables of a run, on no road that a paper is made on, to hold printed numbers against."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property

import pandas as pd

from hoering.material import Material

_NOBODYS = "politik"
_REMARKS = ("kritik", "forslag", "stoette")


class Tables:
    """The numbers of a run, by the Danish labels they are printed under."""

    def __init__(self, material: Material) -> None:
        self.material = material
        documents = material.table("documents")
        self.received = Counter(documents["status"])
        used = documents[documents["status"] == "used"]
        self.used = {int(row["number"]): row for row in used.to_dict("records")}
        self.answers = {n: row for n, row in self.used.items() if row["kind"] != _NOBODYS}
        self.numbers = {row["source"]: number for number, row in self.answers.items()}
        codes = material.table("codes")
        self.labels: dict[tuple[str, str], str] = {
            (kind, code): label for kind, code, label in codes[["kind", "code", "label"]].to_numpy().tolist()
        }

    def theme(self, code: str) -> str:
        """The label of a theme."""
        return self.labels.get(("theme", code), code)

    def actor(self, code: str) -> str:
        """The label of a type of sender."""
        outsiders = {"journalist": "Journalist", "ukendt": "Ukendt", "": "Ukendt"}
        return self.labels.get(("actor", code)) or outsiders.get(code, code)

    @cached_property
    def _said(self) -> pd.DataFrame:
        """Codings that count: of answers, and not an interviewer's."""
        codings = self.material.table("codings")
        counted = codings[codings["source"].isin(list(self.numbers)) & (codings["role"] != "interviewer")]
        return counted.assign(number=counted["source"].map(self.numbers))

    @cached_property
    def by_theme(self) -> Mapping[str, set[int]]:
        """Numbers of the submissions on each theme, by its label."""
        found: dict[str, set[int]] = defaultdict(set)
        own = self._said[self._said["kind"] == "theme"]
        for code, number in own[["code", "number"]].to_numpy().tolist():
            found[self.theme(code)].add(number)
        return found

    @cached_property
    def by_type(self) -> Counter[str]:
        """Submissions per type of sender, by its label."""
        return Counter(self.actor(row["sender_type"]) for row in self.answers.values())

    @cached_property
    def theme_by_type(self) -> Mapping[tuple[str, str], int]:
        """Submissions per theme and type of sender."""
        return Counter(
            (theme, self.actor(self.answers[number]["sender_type"]))
            for theme, numbers in self.by_theme.items()
            for number in numbers
        )

    @cached_property
    def theme_by_stance(self) -> Mapping[tuple[str, str], int]:
        """Submissions per theme and stance."""
        place = ["source", "start", "end"]
        stances = self._said.loc[self._said["kind"] == "stance", [*place, "code"]]
        themes = self._said.loc[self._said["kind"] == "theme", [*place, "code", "number"]]
        both = themes.merge(stances, on=place, suffixes=("", "_stance"))
        pairs = both[["code", "code_stance", "number"]].drop_duplicates().to_numpy().tolist()
        return Counter((self.theme(code), stance) for code, stance, _ in pairs)

    @cached_property
    def wants(self) -> Mapping[tuple[str, str], int]:
        """Claims per voice and party they are directed at."""
        concerns = self.material.table("concerns")
        own = concerns[concerns["source"].isin(list(self.numbers)) & (concerns["target_actor"] != "")]
        pairs = own[["voice", "target_actor"]].to_numpy().tolist()
        return Counter((self.actor(voice), self.actor(target)) for voice, target in pairs)

    @cached_property
    def remarked(self) -> set[int]:
        """Numbers of the submissions with a claim."""
        concerns = self.material.table("concerns")
        own = concerns[concerns["stance"].isin(_REMARKS)]
        return {self.numbers[source] for source in own["source"] if source in self.numbers}

    @cached_property
    def topics(self) -> Mapping[str, list[tuple[int, int]]]:
        """Passages, each copy once, and submissions of each topic, by its label, from where each passage is placed."""
        placed = self.material.frames.get("topic_assignments")
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        if placed is not None:
            for _, own in placed[placed["topic"] >= 0].groupby("topic"):
                label = " ".join(str(own["label"].iloc[0]).split())
                found[label].append((int((~own["copy"]).sum()), int(own["source"].nunique())))
        return found

    @cached_property
    def topic_by_type(self) -> Mapping[tuple[str, str], int]:
        """Submissions per topic and type of sender, by their labels."""
        placed = self.material.frames.get("topic_assignments")
        if placed is None:
            return {}
        named = placed.assign(name=self._topic_names(placed))[placed["topic"] >= 0]
        pairs = named[["name", "source"]].drop_duplicates()
        types = self.material.table("documents").set_index("source")["sender_type"]
        return Counter((name, self.actor(types[source])) for name, source in pairs.to_numpy().tolist())

    @cached_property
    def topic_by_theme(self) -> Mapping[tuple[str, str], int]:
        """Passages per topic and theme that a sentence within them is on, by their labels; copies left out."""
        placed = self.material.frames.get("topic_assignments")
        if placed is None or "start" not in placed:
            return {}
        codings = self.material.table("codings")
        themes = codings.loc[codings["kind"] == "theme", ["source", "start", "end", "code"]]
        own = placed.assign(name=self._topic_names(placed))[(placed["topic"] >= 0) & ~placed["copy"]]
        both = own.merge(themes, on="source", suffixes=("", "_said"))
        inside = both[(both["start_said"] >= both["start"]) & (both["end_said"] <= both["end"])]
        pairs = inside[["source", "start", "name", "code"]].drop_duplicates()
        return Counter((name, self.theme(code)) for name, code in pairs[["name", "code"]].to_numpy().tolist())

    @staticmethod
    def _topic_names(placed: pd.DataFrame) -> list[str]:
        """The label of each passage's topic; a label that an earlier topic has is told apart by the number."""
        topics = placed[["topic", "label"]].drop_duplicates().sort_values("topic").to_numpy().tolist()
        named: dict[int, str] = {}
        for topic, label in topics:
            plain = " ".join(str(label).split())
            named[int(topic)] = plain if plain not in named.values() else f"{plain} ({topic})"
        return [named[int(topic)] for topic in placed["topic"]]

    @cached_property
    def alone(self) -> Counter[str]:
        """How many positions of one sender each theme has, by its label."""
        rows = self.material.table("positions")[["theme", "senders"]].to_numpy().tolist()
        return Counter(self.theme(theme) for theme, senders in rows if senders == 1)

    @cached_property
    def positions(self) -> Mapping[tuple[str, str], list[tuple[int, list[int], set[int]]]]:
        """Senders, how many of each type, and submissions behind each position, by theme and title."""
        members: dict[str, set[int]] = defaultdict(set)
        rows = self.material.table("position_members")[["position_id", "number"]].to_numpy().tolist()
        for position, number in rows:
            members[position].add(int(number))
        found: dict[tuple[str, str], list[tuple[int, list[int], set[int]]]] = defaultdict(list)
        columns = ["position_id", "theme", "title", "senders", "sender_types"]
        for position, theme, title, senders, types in self.material.table("positions")[columns].to_numpy().tolist():
            counts = sorted(int(part.rpartition(": ")[2]) for part in types.split("; ") if part)
            found[self.theme(theme), " ".join(title.split())].append((int(senders), counts, members[position]))
        return found
