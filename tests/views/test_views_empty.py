from __future__ import annotations

from hoering import views
from hoering.codebook import Codebook
from hoering.tables import records_frame, themes_frame


def test_nothing_in_nothing_out(book: Codebook) -> None:
    documents, codings, removals = (records_frame(name, []) for name in ("documents", "codings", "removals"))
    spoken = views.sentences(codings, documents, book)
    made = [
        views.statuses(documents),
        views.source_register(documents, book),
        views.removals_by_reason(removals),
        views.removals_by_document(documents, removals),
        views.theme_table(themes_frame([])),
        views.coding_table(codings, documents, book),
        spoken,
        views.by_theme(spoken),
        views.stances_by(views.by_theme(spoken), "Tema", book),
        views.sender_types(documents, book),
        views.who_wants_what(codings, documents, book),
        views.by_question(codings, documents, book),
        views.coder_table(codings),
        views.coding_sheet(codings),
    ]
    for frame in made:
        assert frame.empty
        assert len(frame.columns) > 1
        assert "table" in views.show(frame).to_html()
