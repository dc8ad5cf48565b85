from __future__ import annotations

from typing import Any

import pytest

from hoering.notebook import progress


class Line:
    """Stands for the place on the page that is written over."""

    def __init__(self) -> None:
        self.shown: list[str] = []

    def update(self, page: Any) -> None:
        self.shown.append(page.data)


def test_a_stage_tells_how_far_it_is_and_when_it_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    line, clock = Line(), iter([10.0, 10.0, 10.1, 11.0, 11.0])
    begun: list[str] = []

    def display(page: Any, display_id: bool) -> Line:
        begun.append(page.data)
        return line

    monkeypatch.setattr(progress, "display", display)
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    with progress.told("Læser <filer>", 3) as advance:
        for _ in range(3):
            advance(1)
    assert "Læser &lt;filer&gt;" in begun[0]
    assert "0 af 3" in begun[0]
    # The second step came a tenth of a second after the first, too soon to be shown.
    assert [next(n for n in "123" if f"{n} af 3" in page) for page in line.shown] == ["1", "3", "3"]
    assert ["✓" in page for page in line.shown] == [False, False, True]


def test_nothing_to_do_is_done() -> None:
    assert "width: 100%" in progress._line("Læser", 0, 0)
