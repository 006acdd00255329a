"""``compliance explain``: a rule's manual page, or a publisher's terms in plain words."""

from __future__ import annotations

import typer

from compliance.cli.commands import plain_app

app = plain_app()


@app.command("explain")
def explain(
    topic: str = typer.Argument(..., metavar="RULE|PUBLISHER", help="A rule kind, a policy's id, a name or a domain."),
) -> None:
    """Print a rule's manual page, or a publisher's terms in plain words."""
    from compliance.cli.library import explain_publisher
    from compliance.policies.explain import explain_kind, explain_structure
    from compliance.policies.kinds import kind
    from compliance.policies.structures import PAGES

    if topic in PAGES:
        typer.echo(explain_structure(topic))
    else:
        found = kind(topic)
        typer.echo(explain_kind(found) if found else explain_publisher(topic))
