"""The positions of the example consultation: nothing lost, numbers that agree, quotations that are exact."""

from __future__ import annotations

import re

import pandas as pd
import pytest

import hoering


@pytest.fixture(scope="module", name="tables")
def _tables(example_run: hoering.RunResult) -> tuple[pd.DataFrame, pd.DataFrame]:
    return example_run.table("positions"), example_run.table("position_members")


Tables = tuple[pd.DataFrame, pd.DataFrame]


def test_every_concern_is_there_once_under_each_of_its_themes(tables: Tables, example_run: hoering.RunResult) -> None:
    positions, members = tables
    claims = members[members["basis"] == "claim"].merge(positions[["position_id", "theme", "stance"]], on="position_id")
    concerns = example_run.table("concerns")
    wanted = [
        (row.concern_id, theme, row.stance)
        for row in concerns.itertuples()
        for theme in (row.target_theme, *filter(None, row.other_themes.split("; ")))
    ]
    found = list(claims[["concern_id", "theme", "stance"]].itertuples(index=False, name=None))
    assert sorted(found) == sorted(wanted)


def test_numbers_can_be_counted_again_from_the_members(tables: Tables) -> None:
    positions, members = tables
    for row in positions.itertuples():
        own = members[members["position_id"] == row.position_id]
        assert row.source_numbers == ", ".join(map(str, sorted(set(own["number"]))))
        assert row.claims == (own["basis"] == "claim").sum()
        assert row.joined == ", ".join(map(str, sorted(own.loc[own["basis"] == "joins", "number"])))
        assert row.senders == sum(int(part.split(": ")[1]) for part in row.sender_types.split("; "))
        assert 1 <= row.texts <= row.senders <= own["number"].nunique()


def test_what_a_title_quotes_stands_in_a_member(tables: Tables) -> None:
    positions, members = tables
    quotes = members.groupby("position_id")["quote"].agg("\n".join)
    quoted = [
        (row.position_id, found[1]) for row in positions.itertuples() if (found := re.search("»(.+)«", row.title))
    ]
    assert quoted
    assert all(words in quotes[position] for position, words in quoted)


def test_who_agrees_with_another_is_counted(tables: Tables) -> None:
    positions, _ = tables
    shifting = positions[positions["title"] == "Kritik af skift af sagsbehandler eller kontaktperson"]
    (row,) = shifting[shifting["theme"] == "moedet_med_jobcentret"].itertuples()
    assert row.joined == "15"
    assert row.senders >= 8
