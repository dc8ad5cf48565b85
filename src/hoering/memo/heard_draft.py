"""The draft that was heard, from the tables of the run, as it is held against positions."""

from __future__ import annotations

from hoering.coverage.drafts import Draft
from hoering.errors import PaperError
from hoering.material import Material
from hoering.records import Coding, Segment, Source
from hoering.tables import records_of

_PASSAGES = ("heading", "paragraph", "item", "turn")


def heard_draft(material: Material, source: Source) -> Draft:
    """A draft that is among the sources of a run, as `hoering.draft.read_draft` reads one from a file.

    Args:
        material: the tables of the run.
        source: the draft, one of the sources in use.

    Raises:
        PaperError: an older run left no text or no segments of it.
    """
    text = material.texts.get(source.source)
    segments = material.frames.get("segments")
    if text is None or segments is None:
        raise PaperError("Kørslen har ikke udkastets tekst. Kør »hoering run« igen.")
    own = segments[segments["source"] == source.source].sort_values(["start", "end"], kind="stable")
    codings = material.table("codings")
    return Draft(
        document=source.document.rpartition("/")[2],
        sha256=source.sha256,
        text=text,
        segments=tuple(records_of(own[own["level"].isin(_PASSAGES)], Segment)),
        sentences=tuple(records_of(own[own["level"] == "sentence"], Segment)),
        codings=tuple(records_of(codings[codings["source"] == source.source], Coding)),
    )
