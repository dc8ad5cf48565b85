"""What hoering promises to the outside."""

from __future__ import annotations

import dataclasses
import inspect
from importlib import metadata, resources

import pytest

import hoering
from hoering import errors, records


def test_public_names() -> None:
    assert set(hoering.__all__) == {"HoeringError", "RunResult", "__version__", "run"}
    assert all(hasattr(hoering, name) for name in hoering.__all__)


def test_version_is_that_of_the_distribution() -> None:
    assert hoering.__version__ == metadata.version("hoering")


def test_package_is_typed() -> None:
    assert (resources.files("hoering") / "py.typed").is_file()


def test_every_error_is_a_hoering_error_and_stands_in_the_drawn_tree() -> None:
    classes = [c for _, c in inspect.getmembers(errors, inspect.isclass)]
    assert all(issubclass(c, hoering.HoeringError) for c in classes)
    assert all(c.__name__ in (errors.__doc__ or "") for c in classes)


@pytest.mark.parametrize("name", ["Problem", "Source", "Segment", "Coding", "Removal", "Quotation", "Theme"])
def test_records_are_frozen_keyword_only_and_slotted(name: str) -> None:
    record = getattr(records, name)
    assert record.__dataclass_params__.frozen
    assert all(f.kw_only for f in dataclasses.fields(record))
    assert "__dict__" not in dir(record)


REQUIRED = {
    "documents": {"document", "source", "kind", "sender", "sender_type", "date", "sha256", "status", "reason"},
    "codings": {
        "coding_id", "document", "page", "start", "end", "quote", "kind", "code", "score", "why", "coder",
        "sender", "sender_type",
    },
    "removals": {"document", "start", "end", "reason"},
}  # fmt: skip


@pytest.mark.parametrize("table", sorted(REQUIRED))
def test_promised_columns_stay(table: str) -> None:
    from hoering.tables import records_frame

    assert set(records_frame(table, []).columns) >= REQUIRED[table]
