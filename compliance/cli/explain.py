"""``compliance explain``: a rule's manual page, or a publisher's terms in plain words."""

from __future__ import annotations

import typer

from compliance.cli.commands import plain_app
from compliance.cli.trouble import RequestError

app = plain_app()


@app.command("explain")
def explain(
    topic: str = typer.Argument(..., metavar="RULE|PUBLISHER", help="A rule kind, a policy's id, a name or a domain."),
) -> None:
    """Print a rule's manual page, or a publisher's terms in plain words."""
    from compliance.policies.explain import explain_kind
    from compliance.policies.kinds import kind

    found = kind(topic)
    typer.echo(explain_kind(found) if found else explain_publisher(topic))


def explain_publisher(topic: str) -> str:
    """The terms of a policy's id, a publisher's name, a domain or an address, in plain words."""
    from compliance.cli.policy import library_here
    from compliance.policies.explain import explain_policy
    from compliance.policies.kinds import names
    from compliance.yamldoc import suggestion

    library = library_here()
    if topic in library.ids:
        return explain_policy(library.policy(topic))
    if policy := library.find(topic if "/" in topic else f"//{topic}"):
        return explain_policy(policy)
    for entry in library.entries:
        if topic.casefold() in (name.casefold() for name in entry.names):
            return explain_policy(library.policy(entry.id))
    near = suggestion(topic, (*names(), *library.ids)) or "compliance policy list names the policies there are"
    raise RequestError(f"'{topic}' is neither a rule nor a publisher with a policy ({near})")
