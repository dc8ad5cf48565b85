"""The figures of a comparison as numbers; `hoering.report` draws them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hoering.comparison.counting import Cell, Comparison
from hoering.report.figures import Figure, apart
from hoering.report.labels import stance_order
from hoering.report.tally import STANCES

# Rows of bars that stand on one page.
_BARS = 24
_UNIT = "henvendelser i procent"


def figures(comparison: Comparison) -> list[Figure]:
    """The figures there is something to draw in."""
    return list(_figures(comparison)) if comparison.themes else []


def _figures(comparison: Comparison) -> Iterator[Figure]:
    names = apart((code.label, code.id) for code in comparison.themes)
    yield _heat(
        comparison,
        "temaer",
        "Hvor mange taler om hvad?",
        "Procent af hvert materiales henvendelser, der taler om temaet. Jo mørkere felt, jo flere af dem.",
        {name: comparison.theme(code.id) for name, code in zip(names, comparison.themes, strict=True)},
    )
    yield _sides(comparison, names)
    actor = comparison.labels.actor
    yield _heat(
        comparison,
        "typer",
        "Hvem har svaret?",
        "Procent af hvert materiales henvendelser, efter afsenderens type.",
        {actor(code): cells for code, cells in comparison.types.items()},
    )
    if comparison.mentioned:
        yield _heat(
            comparison,
            "parter",
            "Hvem bliver nævnt?",
            "Procent af hvert materiales henvendelser, der nævner parten.",
            {actor(code): cells for code, cells in comparison.mentioned.items()},
        )


def _heat(comparison: Comparison, key: str, title: str, note: str, rows: Mapping[str, tuple[Cell, ...]]) -> Figure:
    names = tuple(part.name for part in comparison.parts)
    return Figure(
        key=key,
        kind="heat",
        title=title,
        note=note,
        unit=_UNIT,
        columns=names,
        codes=names,
        rows=tuple((row, tuple(cell.share for cell in cells)) for row, cells in rows.items()),
    )


def _sides(comparison: Comparison, names: list[str]) -> Figure:
    """The largest themes, a bar for each part under one another."""
    codes = sorted(STANCES, key=stance_order)
    most = max(1, _BARS // len(comparison.parts))
    shown = list(zip(names, comparison.themes, strict=True))[:most]
    rows = []
    for name, theme in shown:
        cells = [comparison.stance(theme.id, stance) for stance in codes]
        for place, part in enumerate(comparison.parts):
            rows.append((f"{part.name}: {name}", tuple(own[place].share for own in cells)))
    which = f" De {most} største temaer er vist." if len(comparison.themes) > most else ""
    return Figure(
        key="sider",
        kind="sides",
        title="Kritik, forslag og støtte",
        note="Procent af hvert materiales henvendelser med kritik (til venstre) og med forslag eller støtte (til "
        f"højre) om temaet. En henvendelse kan rumme flere.{which}",
        unit=_UNIT,
        columns=tuple(map(comparison.labels.heading, codes)),
        codes=tuple(codes),
        rows=tuple(rows),
        left=frozenset({"kritik"}),
    )
