"""The policies that govern drafts in the current folder, for the commands that speak of policies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.cli.trouble import RequestError

if TYPE_CHECKING:
    from compliance.policies.library import Library


def library_here() -> Library:
    """The policies that govern drafts in the current folder."""
    from compliance.policies.opening import open_library
    from compliance.settings import settings_for

    return open_library(settings_for(".").policies)


def explain_publisher(topic: str) -> str:
    """The terms of a policy's id, a publisher's name, a domain or an address, in plain words."""
    from compliance.policies.explain import explain_policy
    from compliance.policies.kinds import names
    from compliance.policies.structures import PAGES
    from compliance.yamldoc import suggestion

    library = library_here()
    if topic in library.ids:
        return explain_policy(library.policy(topic))
    if policy := library.find(topic if "/" in topic else f"//{topic}"):
        return explain_policy(policy)
    for entry in library.entries:
        if topic.casefold() in (name.casefold() for name in entry.names):
            return explain_policy(library.policy(entry.id))
    near = suggestion(topic, (*names(), *PAGES, *library.ids)) or "compliance policy list names the policies there are"
    raise RequestError(f"'{topic}' is neither a rule nor a publisher with a policy ({near})")
