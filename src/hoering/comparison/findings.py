"""The findings of a comparison: a sentence each, with the numbers it rests on. A difference is told, not explained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoering.codebook import Code
from hoering.comparison.counting import FEW, Cell, Comparison
from hoering.comparison.matching import Common
from hoering.report import danish
from hoering.report.tally import STANCES

# Percentage points from which a difference is told, where both sides have at least `FEW` submissions.
WIDE = 10
_DIFFERENCES, _ONLY = 3, 6
_HOLDING = {"kritik": "Kritik", "forslag": "Forslag", "stoette": "Støtte"}


@dataclass(frozen=True, slots=True)
class Difference:
    """Two parts, by their place, and how far apart their shares of something are, the larger first."""

    high: int
    low: int
    points: int


def findings(comparison: Comparison) -> list[str]:
    """The sentences, those there is a ground for."""
    return list(_findings(comparison))


def _findings(comparison: Comparison) -> Iterator[str]:
    yield from _largest(comparison)
    yield from _differences(comparison)
    yield from _one_sided(comparison)
    yield from _stances(comparison)
    yield from _positions(comparison)


def _largest(comparison: Comparison) -> Iterator[str]:
    """The theme most submissions speak of in each part; nothing where two have as many."""
    for place, part in enumerate(comparison.parts):
        counts = sorted(((comparison.theme(code.id)[place], code) for code in comparison.themes),
                        key=lambda item: -item[0].count)  # fmt: skip
        if counts and counts[0][0].count and (len(counts) < 2 or counts[0][0].count > counts[1][0].count):
            cell, code = counts[0]
            yield f"I »{part.name}« er »{code.label}« det tema, flest taler om: {of(cell)}."


def _differences(comparison: Comparison) -> Iterator[str]:
    """The themes whose shares are furthest apart."""
    found = [(difference, code) for code in comparison.themes
             if (difference := apart(comparison.theme(code.id))) is not None]  # fmt: skip
    found.sort(key=lambda item: -item[0].points)
    for difference, code in found[:_DIFFERENCES]:
        high, low = comparison.parts[difference.high].name, comparison.parts[difference.low].name
        cells = comparison.theme(code.id)
        yield (
            f"»{code.label}« fylder mere i »{high}« end i »{low}«: {of(cells[difference.high])} "
            f"mod {of(cells[difference.low])}."
        )


def _one_sided(comparison: Comparison) -> Iterator[str]:
    """Themes that only one part speaks of, where the others have submissions at all."""
    if sum(part.total > 0 for part in comparison.parts) < 2:
        return
    for place, part in enumerate(comparison.parts):
        own = [(code, cells[place].count) for code in comparison.themes
               if (cells := comparison.theme(code.id))[place].count == sum(cell.count for cell in cells)]  # fmt: skip
        if own:
            named = [f"»{code.label}« ({danish.sources(count)})" for code, count in own[:_ONLY]]
            rest = [f"{danish.counted(len(own) - _ONLY, 'tema', 'temaer')} mere"] if len(own) > _ONLY else []
            yield f"Kun i »{part.name}« er der talt om {danish.listed([*named, *rest])}."


def _stances(comparison: Comparison) -> Iterator[str]:
    """Where the stances of all that is said are far apart."""
    for stance in STANCES:
        cells = comparison.overall(stance)
        difference = apart(cells)
        if difference is not None:
            high, low = comparison.parts[difference.high].name, comparison.parts[difference.low].name
            yield (
                f"{_HOLDING[stance]} er mere udbredt i »{high}« end i »{low}«: {of(cells[difference.high])} "
                f"mod {of(cells[difference.low])}."
            )


def _positions(comparison: Comparison) -> Iterator[str]:
    if not comparison.positions:
        return
    count = len(comparison.again)
    where = "begge materialer" if len(comparison.parts) == 2 else "to materialer eller flere"
    if not count:
        yield f"Ingen synspunkter går igen i {where}."
        return
    most = max(comparison.again, key=lambda common: (len(common.by_part), common.senders))
    tied = [c for c in comparison.again if (len(c.by_part), c.senders) == (len(most.by_part), most.senders)]
    text = f"{danish.counted(count, 'synspunkt går', 'synspunkter går')} igen i {where}"
    if len(tied) == 1:
        text += f"; flest er der bag »{most.title.replace('»', '›').replace('«', '‹')}« ({behind(most, comparison)})"
    yield f"{text}."


def apart(cells: Sequence[Cell]) -> Difference | None:
    """The two parts furthest apart, if they are both large enough and the difference wide enough to be told."""
    enough = [place for place, cell in enumerate(cells) if cell.total >= FEW]
    if len(enough) < 2:
        return None
    high = max(enough, key=lambda place: (cells[place].share, -place))
    low = min(enough, key=lambda place: (cells[place].share, place))
    points = cells[high].share - cells[low].share
    return Difference(high, low, points) if points >= WIDE else None


def of(cell: Cell) -> str:
    """How many of how many, in words.

    >>> of(Cell(12, 40))
    '12 af 40 henvendelser (30 %)'
    """
    return f"{danish.number(cell.count)} af {danish.sources(cell.total)} ({cell.share} %)"


def behind(common: Common, comparison: Comparison) -> str:
    """How many senders are behind a position in each part."""
    return "; ".join(
        f"{comparison.parts[place].name}: {danish.counted(position.senders, 'afsender', 'afsendere')}"
        for place, position in common.by_part.items()
    )


def labels_of(codes: Sequence[Code]) -> str:
    """Several themes as one text."""
    return danish.listed([code.label for code in codes])
