from __future__ import annotations

import pytest

from hoering.report.telling import stands_alone


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("Vi foreslår:", False),
        ("Dem vil vi gerne gøre noget for sammen med jer.", False),
        ("Hende var [Person 3] glad for.", False),
        ("Telefontiden er for kort.", True),
        ("Brevene gør mig bange.", True),
    ],
)
def test_what_stands_alone(sentence: str, alone: bool) -> None:
    assert stands_alone(sentence) is alone
