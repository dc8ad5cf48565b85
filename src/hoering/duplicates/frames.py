"""Copies as tables: ``copies`` has a row per source, ``groups`` a row per group, ``own_passages`` a row per passage."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from hoering.duplicates.records import Copies, Passage

_COPIES = {
    "source": "str", "same_as": "str", "set_aside": "bool", "group": "str", "part_of": "str", "own_share": "float64",
}  # fmt: skip
_GROUPS = {"label": "str", "kind": "str", "sources": "int64", "senders": "int64", "common": "str"}
_PASSAGES = {"source": "str", "kind": "str", "start": "int64", "end": "int64"}


def copies_frame(copies: Copies) -> pd.DataFrame:
    """One row per source, in order."""
    rows = [[getattr(likeness, column) for column in _COPIES] for likeness in copies.likenesses]
    return pd.DataFrame(rows, columns=list(_COPIES)).astype(_COPIES)


def groups_frame(copies: Copies) -> pd.DataFrame:
    """One row per group, the largest first; which sources are in it stands in `copies_frame`."""
    rows = [[g.label, g.kind, len(g.sources), g.senders, g.common] for g in copies.groups]
    return pd.DataFrame(rows, columns=list(_GROUPS)).astype(_GROUPS)


def passages_frame(
    own: Mapping[str, tuple[Passage, ...]], repeats: Mapping[str, tuple[Passage, ...]] | None = None
) -> pd.DataFrame:
    """One row per passage, of kind ``own`` or ``repeat``.

    Args:
        own: own passages by source, in the raw text (see `hoering.duplicates.places.in_raw`).
        repeats: repeated passages, likewise.
    """
    kinds = (("own", own), ("repeat", repeats or {}))
    rows = [[source, kind, p.start, p.end] for kind, found in kinds for source, ps in found.items() for p in ps]
    return pd.DataFrame(rows, columns=list(_PASSAGES)).astype(_PASSAGES)
