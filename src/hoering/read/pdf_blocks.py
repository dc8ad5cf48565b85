"""From lines to blocks that belong together, and the order in which a person would read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hoering.read.pdf_glyphs import Rule
from hoering.read.pdf_lines import Line

# In sizes of the letters: lines further apart (double spacing is 2.3) are no longer one block.
_MAX_PITCH = 2.4
_SAME_SIZE = 0.93
# A side of a gutter is running text, and read to its end, when it has this many lines, and enough of them reach
# its edge and begin with a small letter, as those of an address do not.
_COLUMN_LINES = 4
_FULL = 0.8
_SHARE = 0.35
# Pages with more blocks than this are drawings; they are read from the top down.
_MAX_BLOCKS = 400

# The cells of a table, row by row; a cell is its lines.
Rows = tuple[tuple[tuple[Line, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that follow one another, or a table; in points from the upper left corner."""

    lines: tuple[Line, ...]
    rows: Rows = ()

    @property
    def x0(self) -> float:
        """Left edge."""
        return min(line.x0 for line in self.lines)

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(line.x1 for line in self.lines)

    @property
    def top(self) -> float:
        """Upper edge."""
        return min(line.top for line in self.lines)

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return max(line.bottom for line in self.lines)


def blocks_of(lines: Sequence[Line], rules: Sequence[Rule] = ()) -> list[Block]:
    """Chain each line with the one below it where neither has another choice."""
    ordered = sorted(lines, key=lambda line: (line.baseline, line.x0))
    below = [_below(ordered, place) for place in range(len(ordered))]
    above: dict[int, int] = {}
    for found in below:
        for place in found:
            above[place] = above.get(place, 0) + 1
    flat = [rule for rule in rules if rule.horizontal]
    follows: dict[int, int] = {}
    for place, found in enumerate(below):
        if len(found) == 1 and above[found[0]] == 1 and _is_linked(ordered[place], ordered[found[0]], flat):
            follows[place] = found[0]
    starts = set(range(len(ordered))) - set(follows.values())
    blocks = []
    for start in sorted(starts):
        chain = [start]
        while chain[-1] in follows:
            chain.append(follows[chain[-1]])
        blocks.append(Block(tuple(ordered[place] for place in chain)))
    return blocks


def _below(ordered: Sequence[Line], place: int) -> list[int]:
    """The lines directly under a line: those on the nearest height that share some of its width."""
    line = ordered[place]
    found: list[int] = []
    for other in range(place + 1, len(ordered)):
        step = ordered[other].baseline - line.baseline
        if step > _MAX_PITCH * max(line.size, ordered[other].size):
            break
        if found and ordered[other].baseline - ordered[found[0]].baseline > 0.5 * line.size:
            break
        if step > 0.5 * min(line.size, ordered[other].size) and _overlap(line, ordered[other]) > 0:
            found.append(other)
    return found


def _overlap(one: Line | Block, other: Line | Block) -> float:
    return min(one.x1, other.x1) - max(one.x0, other.x0)


def _is_linked(line: Line, after: Line, flat: Sequence[Rule]) -> bool:
    if min(line.size, after.size) < _SAME_SIZE * max(line.size, after.size):
        return False
    left, right = max(line.x0, after.x0), min(line.x1, after.x1)
    low, high = line.baseline + 0.1 * line.size, after.baseline - 0.6 * after.size
    return not any(low < r.top and r.bottom < high and r.x0 < right and r.x1 > left for r in flat)


def in_reading_order(blocks: Sequence[Block]) -> list[Block]:
    """Columns one after the other, and what stands across them in its place between.

    Bands that no block crosses are read from the top down. Where neighbouring bands part along one gutter
    and both sides are running text, they are one pair of columns, read to its end on the left first.
    """
    if len(blocks) > _MAX_BLOCKS:
        return sorted(blocks, key=lambda b: (b.top, b.x0))
    ordered: list[Block] = []
    for region in _regions(_bands(blocks)):
        if len(region) == 1:
            ordered += region
            continue
        sides = _sides(region)
        if sides is None:
            ordered += _peeled(region)
        else:
            ordered += [*in_reading_order(sides[0]), *in_reading_order(sides[1])]
    return ordered


def _bands(blocks: Sequence[Block]) -> list[list[Block]]:
    bands: list[list[Block]] = []
    reach = float("-inf")
    for block in sorted(blocks, key=lambda b: (b.top, b.x0)):
        # Lines set tightly reach a little into each other.
        slack = 0.25 * block.lines[0].size
        if bands and block.top < reach - slack:
            bands[-1].append(block)
        else:
            bands.append([block])
        reach = max(reach, block.bottom)
    return bands


def _regions(bands: list[list[Block]]) -> list[list[Block]]:
    regions: list[list[Block]] = []
    place = 0
    while place < len(bands):
        best = place + 1
        region = list(bands[place])
        for end in range(place + 1, len(bands)):
            region = [*region, *bands[end]]
            sides = _sides(region)
            if sides is None:
                break
            is_pair = _is_text(sides[0]) and _is_text(sides[1]) and _beside(*sides)
            if is_pair and (_spans(bands[end], sides) or _goes_on(bands[end])):
                best = end + 1
        regions.append([block for band in bands[place:best] for block in band])
        place = best
    return regions


def _sides(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]] | None:
    """The blocks left and right of the first gutter that no block crosses."""
    reach = float("-inf")
    ordered = sorted(blocks, key=lambda b: b.x0)
    for place, block in enumerate(ordered):
        if place and block.x0 > reach + 0.3 * block.lines[0].size:
            return ordered[:place], ordered[place:]
        reach = max(reach, block.x1)
    return None


def _is_text(side: Sequence[Block]) -> bool:
    lines = [line for block in side for line in block.lines if not block.rows]
    if len(lines) < _COLUMN_LINES:
        return False
    widest = max(line.x1 - line.x0 for line in lines)
    full = sum(line.x1 - line.x0 >= _FULL * widest for line in lines)
    small = sum(line.text[:1].islower() for line in lines)
    return full >= _SHARE * len(lines) and small >= _SHARE * len(lines)


def _spans(band: Sequence[Block], sides: tuple[list[Block], list[Block]]) -> bool:
    """Whether a band has blocks on both sides of a gutter."""
    return all(any(block is other for block in band for other in side) for side in sides)


def _goes_on(band: Sequence[Block]) -> bool:
    """Whether a band on one side only is the rest of a column: a heading or a table may be what comes after."""
    return all(len(block.lines) > 1 and not block.rows for block in band) and any(
        line.text[:1].islower() for block in band for line in block.lines
    )


def _beside(left: Sequence[Block], right: Sequence[Block]) -> bool:
    """Whether two sides share at least half the height of the shorter one."""
    tops, bottoms = (
        [min(b.top for b in side) for side in (left, right)],
        [max(b.bottom for b in side) for side in (left, right)],
    )
    shared = min(bottoms) - max(tops)
    return shared >= 0.5 * min(bottoms[0] - tops[0], bottoms[1] - tops[1])


def _peeled(region: list[Block]) -> list[Block]:
    """Blocks that can be parted neither way: the topmost first, then the rest in its own order."""
    first, *rest = sorted(region, key=lambda b: (b.top, b.x0))
    return [first, *in_reading_order(rest)] if rest else [first]
