from __future__ import annotations

from dataclasses import replace

import pandas as pd

from hoering.material import Material
from hoering.report.caution import CAUTION, caution, caution_of_several


def decided(material: Material, yes: int, removed: int) -> Material:
    """The run after people have said yes to the first codings, and no to suggestions that are gone."""
    codings = material.table("codings").copy()
    codings.loc[codings.index[:yes], "coder"] = "human:Anne"
    decisions = pd.DataFrame({"effect": ["bekræftet"] * yes + ["fjernet"] * removed}, dtype="str")
    return replace(material, frames={**material.frames, "codings": codings, "decisions": decisions})


def test_where_nobody_has_decided_all_are_suggestions(material: Material) -> None:
    assert caution(material) == CAUTION
    assert caution(decided(material, 0, 0)) == CAUTION


def test_what_people_have_decided_is_counted(material: Material) -> None:
    total = len(material.table("codings"))
    text = caution(decided(material, 4, 2))
    assert f"Mennesker har godkendt eller sat 4 af de {total} koder og afvist 2 forslag; resten" in text
    assert "ikke er godkendt" not in text


def test_codes_of_topics_are_not_among_those_to_decide_on(material: Material) -> None:
    codings = material.table("codings")
    topic = codings.head(1).assign(kind="topic", coder="topic:nmf")
    more = replace(decided(material, 1, 0), frames={**decided(material, 1, 0).frames})
    frames = {**more.frames, "codings": pd.concat([more.table("codings"), topic], ignore_index=True)}
    assert f"1 af de {len(codings)} koder;" in caution(replace(more, frames=frames))


def test_several_runs_are_warned_of_together(material: Material) -> None:
    assert caution_of_several([material, material]) == CAUTION
    assert "Mennesker har taget stilling til en del" in caution_of_several([material, decided(material, 1, 0)])
