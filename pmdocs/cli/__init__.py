"""The command line: one file for each command."""

from __future__ import annotations

import gc
import importlib
import io
import os
import sys
from typing import Any

import click

from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import PmdocsError

_COMMANDS = (
    "build",
    "check",
    "criteria",
    "diff",
    "evidence",
    "explain",
    "format",
    "init",
    "kinds",
    "list",
    "new",
    "rename",
    "renumber",
    "review",
    "schema",
    "show",
)


class _Commands(click.Group):
    """Imports a command's file when the command is called, not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        # Not `list(…)`: that name is the module of a command here.
        return [*_COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"pmdocs.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in _COMMANDS:
            hint = did_you_mean(args[0], _COMMANDS) or f"the commands are {', '.join(_COMMANDS)}"
            raise PmdocsError(f"there is no command `{args[0]}`", hint)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PmdocsError as error:
            click.echo(f"pmdocs: {error.message}", err=True)
            if error.hint:
                click.echo(f"  {error.hint}", err=True)
            sys.exit(2)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pmdocs")
def main() -> None:
    """Product management as code: check, show and grow a product's documents."""
    for stream in (sys.stdout, sys.stderr):
        # Some terminals cannot write every sign, which is no reason to stop.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def run() -> None:
    """Start the program: a process that lives for one command only.

    It ends in a moment, so that looking for garbage would only take time, as
    would looking for plugins of pydantic, which have no business here.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    main(prog_name="pmdocs")
