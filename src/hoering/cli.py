"""The command `hoering`: what a person types, and what the screen answers, in Danish."""

from __future__ import annotations

import gettext
import os
from importlib import resources

import click

from hoering import __version__
from hoering.later import Later, LaterGroup


@click.group(
    cls=LaterGroup,
    options_metavar="[TILVALG]",
    subcommand_metavar="KOMMANDO",
    help="Fra rå høringsinput til temarapport – på egen maskine.",
)
@click.version_option(__version__, prog_name="hoering", help="Vis versionen.")
def app() -> None:
    """The group of commands."""


# Where each command is, and what the list of commands says of it.
for _command in (
    Later("codebook", "hoering.codebook_commands:codebook_commands", "Se en kodebog efter, og få den forklaret."),
    Later("compare", "hoering.compare_commands:compare_command", "Stil færdige kørsler side om side."),
    Later("coverage", "hoering.coverage_commands:coverage_command", "Hold synspunkterne op mod et udkast."),
    Later("eval", "hoering.eval_commands:eval_command", "Hold en kørsels kodninger op mod et menneskes."),
    Later("item", "hoering.memo_commands:item_command", "Skriv skelettet til en sagsfremstilling."),
    Later("learn", "hoering.learning_commands:learn_command", "Lær af jeres beslutninger om kodningerne."),
    Later("memo", "hoering.memo_commands:memo_command", "Skriv høringsnotatet af en færdig kørsel."),
    Later("report", "hoering.report_commands:report_command", "Skriv temarapporten af en færdig kørsel igen."),
    Later("run", "hoering.run_commands:run_command", "Læs en mappe, kod den, og skriv tabeller og temarapport."),
    Later("topics", "hoering.topic_commands:topics_command", "Vis afsnittenes emner, og bestem over dem."),
):
    app.add_command(_command)


def _speak_danish() -> None:
    """Let click answer in Danish; it asks gettext, and gettext asks the environment for the language."""
    os.environ["LANGUAGE"] = "da"
    gettext.bindtextdomain("messages", str(resources.files("hoering") / "locale"))


def main() -> None:
    """Entry point of the console command."""
    _speak_danish()
    app()
