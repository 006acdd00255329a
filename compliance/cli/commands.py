"""The command line, declared once: one module a command, imported when its command is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from compliance import __version__

if TYPE_CHECKING:
    from typer._click.core import Command, Context

COMMANDS = {
    "check": "Check drafts against the publishers' terms.",
    "explain": "A rule's manual page, or a publisher's terms in plain words.",
    "compare": "Find what of a source stands in a draft, and where.",
    "source": "Keep what is known of the articles that drafts quote.",
    "policy": "List, show, check and test policies.",
    "config": "Make, show and explain settings.",
}
"""Each command's name, which is also its module's, and its line in ``compliance --help``."""


class LazyGroup(TyperGroup):
    """A group whose commands are imported only when one of them is asked for."""

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order in which they are shown."""
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002 - click's signature
        """The command of this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = typer.main.get_command(import_module(f"compliance.cli.{cmd_name}").app)
        command.name = cmd_name
        command.short_help = COMMANDS[cmd_name]
        return command


def plain_app(**options: Any) -> typer.Typer:
    """A typer application that prints plainly: no rich, no completion installer, its own errors left to ``invoke``."""
    return typer.Typer(
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
        **options,
    )


app = plain_app(cls=LazyGroup, no_args_is_help=True)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"compliance {__version__}")
        raise typer.Exit


@app.callback()
def compliance(
    version: bool = typer.Option(
        False, "--version", callback=_print_version, is_eager=True, help="Print the version and stop."
    ),
) -> None:
    """Checks quotations and reposts in a draft against the publishers' stated reuse terms.

    Exit codes: 0 all met or waived, 1 a rule is not met, 2 wrong request, 3 something could not be checked, 4 a bug.
    """


def invoke(argv: list[str]) -> int:
    """Run one command line and return its exit code."""
    command = typer.main.get_command(app)
    # typer has no options whose value may be left out: --changed alone stands for --changed=HEAD.
    argv = ["--changed=HEAD" if word == "--changed" else word for word in argv]
    try:
        command.main(argv, prog_name="compliance", standalone_mode=True)
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):
            raise stop.__context__ from None  # for typer that is a 1, which is a rule that is not met
        return stop.code if isinstance(stop.code, int) else 4 if stop.code else 0
    return 0
