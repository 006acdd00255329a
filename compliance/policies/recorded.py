"""Recorded permissions set beside the policies: a misspelt one would lift nothing, and nobody would be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.addresses import host, registrable_domain
from compliance.policies.kinds import kind, names
from compliance.policies.rules import STRUCTURES
from compliance.yamldoc import Document, Mapping, Node, Scalar, Sequence, YamlFaults, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compliance.policies.library import Entry, Library
    from compliance.policies.model import Policy


def check_permissions(documents: Iterable[Document], library: Library) -> None:
    """Raise `YamlFaults` where files of permissions name a publisher, an article or a rule that cannot be meant."""
    found = []
    for document in documents:
        told = Document(document.path, document.root, lines=document.lines)
        for permission in _items(_value(document.root, "permissions")):
            _check(permission, told, library)
        found += told.shown_faults()
    if found:
        raise YamlFaults(found)


def _check(permission: Node, document: Document, library: Library) -> None:
    publisher, source = _value(permission, "publisher"), _value(permission, "source")
    entries = _entries(publisher.text, library) if isinstance(publisher, Scalar) else []
    if isinstance(publisher, Scalar) and not entries and not _is_site(publisher.text):
        document.fault(
            publisher, f"'{publisher.text}' is neither a policy's id nor a domain", _meant(publisher, library)
        )
    if isinstance(source, Scalar) and not host(source.text):
        document.fault(source, f"'{source.text}' is no article's address", "as in https://example.org/2024/story")
    rules: tuple[str, ...] | None = None
    for item in _items(_value(permission, "covers")):
        if isinstance(item, Scalar) and item.text not in STRUCTURES and kind(item.text) is None:
            rules = rules or tuple(name for entry in entries for name in _rule_names(library.policy(entry.id)))
            if item.text not in rules:
                known = (*names(), *STRUCTURES, *rules)
                hint = suggestion(item.text, known) or f"known: {', '.join(dict.fromkeys(known))}"
                document.fault(item, f"no rule is called '{item.text}'", hint)


def _entries(publisher: str, library: Library) -> list[Entry]:
    """The policies that a permission is for, all versions of a publisher's terms among them."""
    return [
        entry
        for entry in library.entries
        if publisher == entry.id or publisher in (*entry.domains, *map(registrable_domain, entry.domains))
    ]


def _is_site(name: str) -> bool:
    """Whether a name is that of a whole site, as reuses of it have it; it may be one without a policy."""
    return "." in name and registrable_domain(name) == name


def _meant(publisher: Scalar, library: Library) -> str:
    called = publisher.text.casefold()
    for entry in library.entries:
        if called in (name.casefold() for name in entry.names):
            return f"did you mean '{entry.id}'?"
    site = registrable_domain(host(publisher.text) or host(f"//{publisher.text}"))
    if "." in site:
        return f"write {site}"
    return suggestion(publisher.text, library.ids) or "`compliance policy list` names the policies there are"


def _rule_names(policy: Policy) -> Iterable[str]:
    return [rule.name for rules in (policy.rules, *(e.rules for e in policy.editions)) for rule in rules]


def _value(node: Node | None, key: str) -> Node | None:
    return node.get(key) if isinstance(node, Mapping) else None


def _items(node: Node | None) -> tuple[Node, ...]:
    if node is None:
        return ()
    return node.items if isinstance(node, Sequence) else (node,)
