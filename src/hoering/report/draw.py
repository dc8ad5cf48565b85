"""The figures of a theme report, as numbers: who speaks of what, for and against, who wants what from whom, when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hoering.report import danish
from hoering.report.figures import Figure, apart
from hoering.report.labels import stance_order
from hoering.report.tally import STANCES, Tally


def figures(tally: Tally) -> list[Figure]:
    """The figures there is something to draw in, in the order of the report."""
    if not tally.themes:
        return []
    return list(_figures(tally, apart((theme.label, theme.code) for theme in tally.themes)))


def _figures(tally: Tally, names: Sequence[str]) -> Iterator[Figure]:
    yield _who(tally, names)
    yield _sides(tally, names)
    if tally.wants:
        yield _whom(tally)
    if tally.periods.names:
        yield _when(tally, names)


def _who(tally: Tally, names: Sequence[str]) -> Figure:
    counts = [tally.types_of(theme) for theme in tally.themes]
    codes = sorted(set().union(*counts), key=tally.labels.actor_order)
    return Figure(
        key="hvem",
        kind="heat",
        title="Hvem taler om hvad?",
        note="Antal henvendelser om hvert tema, efter afsenderens type. Jo mørkere felt, jo flere henvendelser.",
        unit="henvendelser",
        columns=tuple(map(tally.labels.actor, codes)),
        codes=tuple(codes),
        rows=tuple((name, tuple(own[code] for code in codes)) for name, own in zip(names, counts, strict=True)),
    )


def _sides(tally: Tally, names: Sequence[str]) -> Figure:
    codes = sorted(STANCES, key=stance_order)
    counts = [tally.stances_of(theme) for theme in tally.themes]
    return Figure(
        key="sider",
        kind="sides",
        title="Kritik, forslag og støtte",
        note="Antal henvendelser med kritik (til venstre) og med forslag eller støtte (til højre) om hvert tema. "
        "En henvendelse kan rumme flere.",
        unit="henvendelser",
        columns=tuple(map(tally.labels.heading, codes)),
        codes=tuple(codes),
        rows=tuple((name, tuple(own[code] for code in codes)) for name, own in zip(names, counts, strict=True)),
        left=frozenset({"kritik"}),
    )


def _whom(tally: Tally) -> Figure:
    labels = tally.labels
    targets = sorted(set().union(*tally.wants.values()), key=labels.actor_order)
    voices = sorted(tally.wants, key=labels.actor_order)
    return Figure(
        key="retning",
        kind="heat",
        title="Hvem vil noget af hvem?",
        note="Antal kritikpunkter, forslag og tilkendegivelser af støtte, efter hvis synspunkt det er (rækker), og "
        "hvem de er rettet mod (kolonner). Dem, der ikke nævner nogen, er ikke med.",
        unit="påstande",
        columns=tuple(map(labels.actor, targets)),
        codes=tuple(targets),
        rows=tuple((labels.actor(voice), tuple(tally.wants[voice][target] for target in targets)) for voice in voices),
    )


def _when(tally: Tally, names: Sequence[str]) -> Figure:
    counts = [tally.periods_of(theme) for theme in tally.themes]
    periods = tally.periods.names
    return Figure(
        key="forloeb",
        kind="heat",
        title="Temaerne gennem forløbet",
        note=f"Antal henvendelser om hvert tema i hver {tally.periods.kind}. Jo mørkere felt, jo flere henvendelser.",
        unit="henvendelser",
        columns=periods,
        codes=periods,
        rows=tuple((name, tuple(own[period] for period in periods)) for name, own in zip(names, counts, strict=True)),
    )


def table_rows(figure: Figure) -> tuple[tuple[str, ...], ...]:
    """The numbers of a figure as the rows of a table."""
    return tuple((name, *(danish.number(count) if count else "–" for count in counts)) for name, counts in figure.rows)
