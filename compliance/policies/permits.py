"""Written permissions: what a recorded one lifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.addresses import registrable_domain, same_article
from compliance.report import followed
from compliance.values import replace

if TYPE_CHECKING:
    from compliance.facts import Facts, Permission
    from compliance.policies.model import Policy, Rule
    from compliance.report import Outcome
    from compliance.reuse.model import Reuse


def permitted(outcome: Outcome, rule: Rule, policy: Policy, facts: Facts, reuse: Reuse) -> Outcome:
    """The outcome, ``waived`` where a permission in force covers the rule; an expired one is only named."""
    if outcome.verdict not in ("fail", "review"):
        return outcome
    covering = [p for p in facts.permissions if _is_for(p, policy, reuse) and _covers(p, rule)]
    in_force = [p for p in covering if _state(p, facts.date) == "in force"]
    for permission in (*in_force, *covering):
        return _with(outcome, permission, _state(permission, facts.date))
    return outcome


def _with(outcome: Outcome, permission: Permission, state: str) -> Outcome:
    finding, reference = outcome.finding, permission.reference
    if state == "in force":
        words = f"{finding.message} (permitted: {reference})"
        return replace(outcome, finding=replace(finding, verdict="waived", message=words, help=""), waiver=reference)
    if state == "open":
        question = (
            f"Is the permission {reference} still in force (until {permission.expires})? (state the draft's 'date')"
        )
        words = followed(finding.message, ".", question)
        return replace(outcome, finding=replace(finding, verdict="review", message=words))
    help_ = f"the permission {reference} expired on {permission.expires}: renew it"
    help_ += f". Or: {finding.help}" if finding.help else ""
    return replace(outcome, finding=replace(finding, help=help_))


def _is_for(permission: Permission, policy: Policy, reuse: Reuse) -> bool:
    domains = {reuse.domain, *policy.domains, *map(registrable_domain, policy.domains)}
    if permission.publisher != policy.id and permission.publisher not in domains:
        return False
    return not permission.source or same_article(permission.source, reuse.source.url)


def _covers(permission: Permission, rule: Rule) -> bool:
    if permission.covers:
        return rule.kind in permission.covers or rule.name in permission.covers
    return rule.asks_permission


def _state(permission: Permission, date: str) -> str:
    if not permission.expires:
        return "in force"
    if not date:
        return "open"
    return "in force" if date <= permission.expires else "expired"
