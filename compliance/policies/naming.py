"""The names of a list of rules: no two that hold on the same day share one, so that a report can tell them apart.

A rule without a name bears that of its kind; where that is taken, a number is added (``extract 2``). Rules that follow
each other by ``from`` and ``to`` are one rule with one name.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from compliance.policies.model import overlap
from compliance.values import replace
from compliance.yamldoc import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compliance.policies.model import Rule
    from compliance.policies.rules import RuleEntry
    from compliance.yamldoc import Document, Node


def named(entries: Sequence[RuleEntry], document: Document) -> tuple[Rule, ...]:
    """The rules of these entries, each with its name; a name that is given twice is a fault."""
    stated = {n: node for n, entry in enumerate(entries) if (node := _name(entry.node))}
    rules: dict[int, Rule] = {}
    for number, node in stated.items():
        rule = entries[number].rule
        if other := _clash(rule.name, rule, rules.values()):
            first = f"the other is in line {other.place.rpartition(':')[2]}"
            document.fault(node, f"two rules are called '{rule.name}'", first)
        rules[number] = rule
    for number, entry in enumerate(entries):
        if number not in rules:
            rules[number] = replace(entry.rule, name=_free(entry.rule, rules.values()))
    return tuple(rules[number] for number in range(len(entries)))


def possible_names(nodes: Sequence[Node]) -> set[str]:
    """All names that rules may bear by what is written, for a list that could not be read to the end."""
    found = set[str]()
    for node in nodes:
        keys = [key.text for key, _ in node.pairs] if isinstance(node, Mapping) else []
        found |= {*keys, *(n.text for n in (node, _name(node)) if isinstance(n, Scalar))}
    return found | {f"{name} {n}" for name in found for n in range(2, len(nodes) + 1)}


def _free(rule: Rule, others: Iterable[Rule]) -> str:
    names = (rule.kind if number == 1 else f"{rule.kind} {number}" for number in count(1))
    return next(name for name in names if not _clash(name, rule, others))


def _clash(name: str, rule: Rule, others: Iterable[Rule]) -> Rule | None:
    return next((other for other in others if other.name == name and overlap(rule, other)), None)


def _name(node: Node) -> Node | None:
    return node.get("name") if isinstance(node, Mapping) else None
