from __future__ import annotations

from hoering import codebook
from hoering.codes import codes_frame, read_codes
from hoering.report import Labels


def test_labels_questions_and_duties_come_back_from_the_table() -> None:
    book = codebook.load("beskaeftigelse")
    again = read_codes(codes_frame(book))
    assert Labels.of(again) == Labels.of(book)
    assert again.stamp == book.stamp
    assert (again.private, again.authority) == (book.private, book.authority)
    assert again.tracks == book.tracks
    assert again.groups == book.groups
    assert [(c.id, c.label, c.definition, c.parent, c.tracks) for c in again.codes()] == [
        (c.id, c.label, c.definition, c.parent, c.tracks) for c in book.codes()
    ]


def test_the_table_holds_no_patterns() -> None:
    assert not any(code.patterns() for code in read_codes(codes_frame(codebook.load("beskaeftigelse"))).codes())
