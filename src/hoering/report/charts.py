"""Two figures for notebooks, of sentences: who speaks about what, and for or against."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from hoering.records import Theme
from hoering.report.figures import Figure, apart
from hoering.report.interactive import interactive
from hoering.report.labels import Labels

_SIDES = ("kritik", "stoette", "forslag")


def theme_voices(themes: Sequence[Theme], labels: Labels) -> go.Figure:
    """Heat map of themes by voices: the number of sentences in each field."""
    heard = {code for theme in themes for code, count in theme.voices.items() if count}
    codes = sorted(heard, key=labels.actor_order)
    return interactive(
        Figure(
            key="stemmer",
            kind="heat",
            title="Hvem taler om hvad?",
            note="Antal sætninger om hvert tema, efter hvis stemme de gengiver. Jo mørkere felt, jo flere sætninger.",
            unit="sætninger",
            columns=tuple(map(labels.actor, codes)),
            codes=tuple(codes),
            rows=_rows(themes, [tuple(theme.voices.get(code, 0) for code in codes) for theme in themes]),
        )
    )


def theme_stances(themes: Sequence[Theme], labels: Labels) -> go.Figure:
    """Bars per theme: criticism to the left of zero, support and proposals to the right."""
    return interactive(
        Figure(
            key="holdninger",
            kind="sides",
            title="Kritik, støtte og forslag",
            note="Antal sætninger om hvert tema. Kritik peger mod venstre, støtte og forslag mod højre.",
            unit="sætninger",
            columns=tuple(map(labels.heading, _SIDES)),
            codes=_SIDES,
            rows=_rows(themes, [tuple(theme.stances.get(code, 0) for code in _SIDES) for theme in themes]),
            left=frozenset({"kritik"}),
        )
    )


def _rows(themes: Sequence[Theme], counts: Sequence[tuple[int, ...]]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    return tuple(zip(apart([(theme.label, theme.code) for theme in themes]), counts, strict=True))
