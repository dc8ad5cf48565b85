"""New documents beside a finished run; the whole of it is tried in `test_topic_commands`."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from hoering.assigning import assign_new, without_formulas
from hoering.errors import HoeringError


def test_no_cell_of_a_table_is_a_formula() -> None:
    frame = pd.DataFrame({"tekst": ["=1+1", "@her", "+45", "-3", "en = to"], "nr": [-1, 0, 1, 2, 3]})

    made = without_formulas(frame)

    assert made["tekst"].tolist() == ["'=1+1", "'@her", "'+45", "'-3", "en = to"]
    assert made["nr"].tolist() == [-1, 0, 1, 2, 3]
    assert frame["tekst"][0] == "=1+1"


def test_without_a_finished_run_nothing_is_read(tmp_path: Path) -> None:
    with pytest.raises(HoeringError):
        assign_new(tmp_path / "nye", tmp_path)
    assert not list(tmp_path.iterdir())
