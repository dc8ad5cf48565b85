"""What is counted for a report, each number from the tables of the run: per theme, type, stance, party and phase."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from hoering.material import Material
from hoering.records import Problem, Quotation, Source, Theme
from hoering.report.labels import Labels
from hoering.report.periods import Periods
from hoering.report.verify import verified_themes

STANCES = ("kritik", "forslag", "stoette")


@dataclass(frozen=True)
class Tally:
    """The counts behind one report. Submissions are counted, not sentences, unless it is said."""

    material: Material

    @cached_property
    def labels(self) -> Labels:
        """Danish labels of the codes."""
        return Labels.of(self.material.book)

    @cached_property
    def by_number(self) -> Mapping[int, Source]:
        """Submissions in use by their number."""
        return {source.number: source for source in self.material.used}

    @cached_property
    def _checked(self) -> tuple[list[Theme], list[Problem]]:
        return verified_themes(self.material.themes, self.material.texts)

    @property
    def themes(self) -> list[Theme]:
        """Themes, the one met in most submissions first; only quotations that could be found again."""
        return self._checked[0]

    @property
    def refused(self) -> list[Problem]:
        """A problem for each quotation that could not be found again."""
        return self._checked[1]

    @cached_property
    def remarked(self) -> frozenset[int]:
        """Numbers of the submissions with remarks: with at least one claim that criticises, proposes or supports."""
        return frozenset(concern.number for concern in self.material.concerns)

    @cached_property
    def anchors(self) -> Mapping[str, str]:
        """Where each theme stands; codes of other codebooks may hold anything, so numbers are used."""
        return {theme.code: f"tema-{index}" for index, theme in enumerate(self.themes, 1)}

    def types_of(self, theme: Theme) -> Counter[str]:
        """Submissions on a theme per type of sender."""
        return Counter(self.by_number[number].sender_type or "ukendt" for number in theme.sources)

    def stances_of(self, theme: Theme) -> Counter[str]:
        """Submissions with at least one sentence of each stance on a theme; one may have several."""
        pairs = {(quotation.stance, quotation.number) for quotation in self.every(theme)}
        return Counter(stance for stance, _ in pairs)

    def every(self, theme: Theme) -> tuple[Quotation, ...]:
        """All sentences on a theme, also those that may not be printed."""
        return self._whole[theme.code]

    @cached_property
    def _whole(self) -> Mapping[str, tuple[Quotation, ...]]:
        return {theme.code: theme.quotations for theme in self.material.themes}

    @cached_property
    def wants(self) -> Mapping[str, Counter[str]]:
        """Claims by whose they are, per party they are directed at; those directed at nobody are left out."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for concern in self.material.concerns:
            if concern.target_actor:
                found[concern.voice or "ukendt"][concern.target_actor] += 1
        return found

    @cached_property
    def periods(self) -> Periods:
        """The phases of the consultation where most submissions have one, else the months; none where neither says."""
        return Periods.of(self.material.answers)

    def periods_of(self, theme: Theme) -> Counter[str]:
        """Submissions on a theme per period."""
        return Counter(self.periods.period(self.by_number[number]) for number in theme.sources)
