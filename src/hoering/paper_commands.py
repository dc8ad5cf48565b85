"""What the commands that write papers share: which formats are wanted, and what is told when they are written."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from hoering.report import Papers


def formats_in(wanted: str, known: Collection[str]) -> list[str]:
    """The formats of a list as it is typed, each once.

    Raises:
        click.BadParameter: one is not known, or there is none.

    >>> formats_in("Word, html,word", ["word", "html"])
    ['word', 'html']
    """
    names = list(dict.fromkeys(part.strip().lower() for part in wanted.split(",") if part.strip()))
    if not names or any(name not in known for name in names):
        raise click.BadParameter(f"kan være {', '.join(known)}.", param_hint="--format")
    return names


def summary(written: Sequence[Path], made: Papers, console: Console) -> None:
    """Tell what was written, which styles the template lacks, and what was not printed and why."""
    if written:
        console.print("[bold]Skrevet:[/]")
    for path in written:
        console.print(f"  {escape(str(path))}", soft_wrap=True)
    if made.lacking:
        console.print(
            f"[bold]Skabelonen mangler typografier:[/] {escape(', '.join(made.lacking))}. "
            "Hoerings egne er brugt i stedet; »hoering report --gem-skabelon FIL.docx« gemmer dem, så de kan kopieres.",
            soft_wrap=True,
        )
    if made.problems:
        console.print("[bold]Ikke trykt:[/]")
    for problem in made.problems:
        console.print(f"  - {escape(problem.item)}: {escape(problem.reason)}", soft_wrap=True)
