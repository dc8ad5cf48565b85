"""The last gate before print: a quotation that cannot be found again in its text is not printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from hoering.records import Problem, Quotation, SafeText, Theme

STAGE = "rapport"


def verified(quotations: Iterable[Quotation], texts: Mapping[str, SafeText]) -> tuple[list[Quotation], list[Problem]]:
    """Quotations that stand word for word where they say, and a problem for each of the others.

    ``texts`` maps source ids to their readable texts. The problems name source and place, never words.
    """
    kept: list[Quotation] = []
    problems: list[Problem] = []
    for quotation in quotations:
        reason = _fault(quotation, texts.get(quotation.source))
        if reason:
            problems.append(_problem(quotation, reason))
        else:
            kept.append(quotation)
    return kept, problems


def verified_themes(themes: Sequence[Theme], texts: Mapping[str, SafeText]) -> tuple[list[Theme], list[Problem]]:
    """Themes with only their verified quotations, counts untouched; a sentence's problem comes once."""
    kept: list[Theme] = []
    problems: dict[Problem, None] = {}
    for theme in themes:
        good, bad = verified(theme.quotations, texts)
        kept.append(replace(theme, quotations=tuple(good)))
        problems |= dict.fromkeys(bad)
    return kept, list(problems)


def _fault(quotation: Quotation, text: SafeText | None) -> str:
    """Why a quotation may not be printed; empty if it may."""
    if text is None:
        return "henvendelsens tekst findes ikke"
    if not 0 <= quotation.start < quotation.end or not quotation.text:
        return "stedet er tomt"
    if text.view.quote(quotation.start, quotation.end) != quotation.text:
        return "ordlyden stemmer ikke med teksten"
    if text.page_of(quotation.start) != quotation.page:
        return "sidetallet stemmer ikke med teksten"
    return ""


def _problem(quotation: Quotation, reason: str) -> Problem:
    place = f"s. {quotation.page}, tegn {quotation.start}–{quotation.end}"
    return Problem(
        stage=STAGE,
        item=quotation.source,
        reason=f"Et citat i henvendelse {quotation.number} ({place}) er udeladt: {reason}.",
    )
