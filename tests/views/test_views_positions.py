from __future__ import annotations

import pandas as pd

from hoering import views
from hoering.codebook import Codebook


def row(theme: str, senders: int, types: str) -> dict[str, object]:
    return {
        "theme": theme, "stance": "kritik", "title": f"Kritik af {theme}", "senders": senders,
        "sender_types": types, "source_numbers": "1, 2",
    }  # fmt: skip


def test_positions_come_by_senders_with_the_names_people_know(book: Codebook) -> None:
    found = pd.DataFrame([row("cykel", 1, "journalist: 1"), row("bus", 3, "borgere: 2; foreninger: 1")])
    shown = views.position_table(found, book)
    assert shown["Tema"].tolist() == ["Bus og tog", "Cykler"]
    assert shown["Hvem"].tolist() == ["Borgere: 2; Foreninger: 1", "Journalist: 1"]
    assert shown["Holdning"].tolist() == ["Kritik og bekymring"] * 2
    assert shown["Afsendere"].tolist() == [3, 1]
