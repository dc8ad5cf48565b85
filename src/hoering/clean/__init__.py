"""Cleaning: one rule, one function. What a rule takes out or mends is an edit with a reason.

Removals look at the raw document, repairs at the text that the removals left. To add a rule, write a
function of the same shape and name it below; the order is the order of authority.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from hoering.clean import addresses, glued, letters, markdown, marked, pages, press, transcripts, typography
from hoering.edits import Edit, View, add
from hoering.sensitive import RawDocument

REMOVALS: tuple[Callable[[RawDocument], Iterable[Edit]], ...] = (
    press.navigation,
    pages.marked_furniture,
    marked.marked_parts,
    pages.running_lines,
    pages.page_numbers,
    pages.contents_lines,
    press.date_stamp,
    press.dateline,
    press.byline,
    press.caption,
    press.site_lines,
    press.published,
    press.genre,
    letters.mail_header,
    letters.form_fields,
    transcripts.legend,
    transcripts.time_codes,
    letters.letterhead,
    letters.subject,
    letters.greeting,
    letters.closing,
    addresses.address_blocks,
    addresses.hidden_mails,
    letters.contact_lines,
    letters.disclaimers,
    letters.bare_signature,
    transcripts.sounds,
    markdown.markdown_marks,
    marked.broken_paragraphs,
)

REPAIRS: tuple[Callable[[View], Iterable[Edit]], ...] = (
    typography.odd_characters,
    typography.broken_lines,
    typography.line_end_hyphens,
    typography.glued_stops,
    glued.glued_words,
    typography.wordless_lines,
)


def clean(document: RawDocument, given: Iterable[Edit] = ()) -> list[Edit]:
    """All cleaning edits of a document, in order of place, none overlapping.

    Args:
        document: the document, or one letter of several in it.
        given: edits that are decided already and win over all rules.
    """
    edits = add([], given)
    for removal in REMOVALS:
        edits = add(edits, removal(document))
    for repair in REPAIRS:
        edits = add(edits, repair(View.of(document.text, edits)))
    return edits


def seen_in_whole(document: RawDocument) -> list[Edit]:
    """Edits that only the whole document tells and none of the letters in it: what comes back from page to page, and
    the questions a form asks in every answer."""
    edits: list[Edit] = []
    for removal in (pages.marked_furniture, pages.running_lines, pages.page_numbers, letters.form_fields):
        edits = add(edits, removal(document))
    return edits
