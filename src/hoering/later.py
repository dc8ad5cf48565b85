"""Commands that are imported when they are used: help and typing errors must not wait for language models."""

from __future__ import annotations

import gettext
from importlib import import_module

import click


class Later(click.Command):
    """Stands for a command until it is used.

    Args:
        name: what a person types.
        place: where the command is, ``"module:attribute"``.
        told: what the list of commands says of it, one line.
    """

    def __init__(self, name: str, place: str, told: str) -> None:
        super().__init__(name, short_help=told)
        self.place = place

    def load(self) -> click.Command:
        """The command itself."""
        module, _, attribute = self.place.partition(":")
        found = getattr(import_module(module), attribute)
        if not isinstance(found, click.Command):
            raise TypeError(f"{self.place} is no command")
        return found


class LaterGroup(click.Group):
    """A group whose commands may be `Later`."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported now."""
        found = super().get_command(ctx, cmd_name)
        return found.load() if isinstance(found, Later) else found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, for which none is imported."""
        width = formatter.width - 6 - max((len(name) for name in self.commands), default=0)
        rows = [(name, self.commands[name].get_short_help_str(width)) for name in self.list_commands(ctx)]
        if rows:
            with formatter.section(_commands()):
                formatter.write_dl(rows)


def _commands() -> str:
    """The heading in the language click speaks (see `hoering.cli`)."""
    return gettext.gettext("Commands")
