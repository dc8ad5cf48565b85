"""What the first page warns of: that a program made the report, and how much of it people have decided on."""

from __future__ import annotations

from collections.abc import Iterable

from hoering.material import Material
from hoering.report import danish

_MADE, _VERBATIM = "Rapporten er lavet af et program.", "Hvert citat er ordret og kan slås op i kilden."
CAUTION = (
    f"{_MADE} Temaer, holdninger og synspunkter er maskinelle forslag, som ikke er godkendt af mennesker. {_VERBATIM}"
)
# As `hoering.learning.settle` names what people have said yes to.
_PERSON = "human:"
_REMOVED = "fjernet"


def caution(material: Material) -> str:
    """The warning as it is true of a run: with how many codes people have said yes to or set, and how many refused."""
    codings = material.table("codings")
    counted = codings[codings["kind"] != "topic"]
    kept = int(counted["coder"].str.startswith(_PERSON).sum())
    decisions = material.frames.get("decisions")
    refused = int((decisions["effect"] == _REMOVED).sum()) if decisions is not None else 0
    if not kept and not refused:
        return CAUTION
    told = f"Mennesker har godkendt eller sat {danish.number(kept)} af de {danish.number(len(counted))} koder"
    if refused:
        told += f" og afvist {danish.number(refused)} forslag"
    return f"{_MADE} {told}; resten og samlingen i synspunkter er maskinelle forslag. {_VERBATIM}"


def caution_of_several(materials: Iterable[Material]) -> str:
    """The warning of a paper on several runs; it gives no numbers, which would be of different material."""
    if all(caution(material) == CAUTION for material in materials):
        return CAUTION
    told = "Mennesker har taget stilling til en del af temaerne og holdningerne; resten og samlingen i synspunkter"
    return f"{_MADE} {told} er maskinelle forslag. {_VERBATIM}"
