"""``compliance config``: make, show and explain settings."""

from __future__ import annotations

import os

import typer

from compliance.cli.commands import plain_app
from compliance.cli.trouble import RequestError

TEMPLATE = """\
# Settings of the republication check for the drafts in this folder and below it.
# What may stand here: compliance config schema

own_domains: []            # your own sites, which are no sources: [example.org]
# policies: policies       # a folder of your own policies; they go before the bundled ones
# permissions: permissions.yaml
# unknown_publishers: review   # what a reuse of a site without a policy comes to: review, ignore or fail
# exclude: ["archive/*"]
facts: {}                  # what no draft shows: {medium: newsletter, commercial: false, paywall: false}
"""

app = plain_app(no_args_is_help=True, help="Make, show and explain settings.")


@app.command("init")
def init() -> None:
    """Write a commented compliance.yaml into the current folder; an existing one is left alone."""
    path = "compliance.yaml"
    try:
        with open(path, "x", encoding="utf-8") as file:
            file.write(TEMPLATE)
    except FileExistsError:
        raise RequestError(f"{path}: is there already; edit it, or remove it first") from None
    except OSError as error:
        raise RequestError(f"{path}: cannot be written: {error.strerror}") from None
    typer.echo(f"{path} written")


@app.command("show")
def show(folder: str = typer.Argument(".", help="The folder whose settings are shown.")) -> None:
    """Show the settings that govern the drafts in a folder, after `extends`, as JSON."""
    import json
    from dataclasses import asdict

    from compliance.settings import settings_for

    typer.echo(json.dumps(asdict(settings_for(folder)), indent=2, ensure_ascii=False))


@app.command("why")
def why(file: str = typer.Argument(..., help="A draft.")) -> None:
    """Say which files govern a draft: its settings, what they extend, and its policies."""
    from compliance.settings import NAMES, settings_for

    settings = settings_for(os.path.dirname(file) or ".")
    if not settings.files:
        typer.echo(f"{file}: no {', '.join(NAMES)} here or above: the defaults hold")
    for number, path in enumerate(settings.files):
        typer.echo(f"{file}: settings from {path}" if number == 0 else f"  which extends {path}")
    for folder in settings.policies:
        typer.echo(f"  policies from {folder}, before the bundled ones")
    for folder, glob in settings.exclude:
        typer.echo(f"  leaves out {glob} below {folder or '.'}")


@app.command("schema")
def print_schema() -> None:
    """Print the JSON Schema of compliance.yaml, for editors that complete and check it."""
    import json

    from compliance.recordpages import schema
    from compliance.settings.file import SettingsRecord

    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Settings of the republication check"}
    typer.echo(json.dumps({**head, **schema(SettingsRecord)}, indent=2, ensure_ascii=False))
