"""Promises are told from descriptions and reservations, with and without "vil" and "skal"."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from hoering.coverage.promise import PROMISES, PromiseModel, load, save, shipped_promise
from hoering.errors import HoeringError

# None of these sentences was learned from.
PROMISED = [
    "Vi vil ansætte tre medarbejdere, der kun hjælper de mindste firmaer.",
    "Alle nye borgere får en samtale inden for ti hverdage.",
    "Prøven betales af kommunen, når en mester har lovet at ansætte.",
    "Der oprettes et hold for syge, som mødes to gange om ugen.",
    "Svar gives senest tre dage efter, at der er spurgt.",
]
NOT = [
    "Vi vil undersøge, om der er behov for flere medarbejdere.",
    "Kommunen havde sidste år 412 sygemeldte.",
    "Reglerne om prøver fastsættes af ministeriet.",
    "Der findes i forvejen et hold for syge i nabokommunen.",
    "Så vidt muligt gives der svar inden for rimelig tid.",
]


def test_promises_are_told_from_what_only_describes_or_reserves() -> None:
    promised, other = shipped_promise().probabilities(PROMISED), shipped_promise().probabilities(NOT)
    assert promised.min() > other.max() + 0.1
    assert other.max() < PROMISES < np.median(promised)


def test_each_sequence_counts_as_it_is_weighed() -> None:
    model = PromiseModel(("vil", "måske"), np.ones(2, np.float32), np.array([2.0, -2.0], np.float32), 0.0)
    yes, no, both, neither = model.probabilities(["Vi vil det.", "Måske.", "Vi vil måske.", ""])
    assert yes > 0.85
    assert no == pytest.approx(1 - yes)
    assert both == neither == 0.5


def test_it_is_stored_whole_and_in_the_same_bytes(tmp_path: Path) -> None:
    model = shipped_promise()
    for name in ("a.npz", "b.npz"):
        save(model, tmp_path / name)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    again = load(tmp_path / "a.npz")
    assert again.terms == model.terms
    assert again.probabilities(PROMISED) == pytest.approx(model.probabilities(PROMISED))


@pytest.mark.parametrize("data", [b"", b"ikke en model", None])
def test_a_damaged_or_missing_file_is_told(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "promise.npz"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(HoeringError, match=r"Modellen af løfter \(promise\.npz\) er beskadiget"):
        load(path)
