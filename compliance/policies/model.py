"""A publisher's terms as values: policies, their rules, and the conditions under which a rule applies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from compliance.report import Evidence, Level
from compliance.reuse.model import Publisher
from compliance.values import dataclass, replace

if TYPE_CHECKING:
    from compliance.checks.parts.wording import Template
    from compliance.policies.conditions import Condition
    from compliance.policies.patterns import AddressPattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One demand of a policy.

    ``kind`` is a rule kind with its ``options``, or ``any of`` and ``all of`` with ``branches``, or ``exclude`` with
    ``conditions``, any one of which puts an item outside the policy. ``name`` is its own in the policy (`naming`);
    a rule of the same name overrides it. ``place`` is ``rules/x.yaml:12``. ``since`` and ``until`` are ISO
    dates, inclusive.
    """

    kind: str
    place: str
    options: object = None
    branches: tuple[Rule, ...] = ()
    conditions: tuple[Condition, ...] = ()
    name: str = ""
    level: Level = "must"
    clause: str = ""
    evidence: Evidence = Evidence()
    message: str = ""
    help: str = ""
    when: Condition | None = None
    unless: Condition | None = None
    since: str = ""
    until: str = ""

    @property
    def asks_permission(self) -> bool:
        """Whether the rule itself speaks of a permission (or a fee, paid for one) that would lift it."""
        if self.kind in ("permission", "exclude"):
            return True
        return not {"permission", "fee"}.isdisjoint(self._words)

    @property
    def only_allows(self) -> bool:
        """Whether the rule says that something is allowed, so that nothing can fail it."""
        return (self.kind, getattr(self.options, "is_", "")) in (("repost", "allowed"), ("headline", "free"))

    @property
    def wordings(self) -> tuple[Template, ...]:
        """The wordings of credits that the rule or one of its branches asks for."""
        own: tuple[Template, ...] = getattr(self.options, "text", ()) if self.kind == "credit" else ()
        return (*own, *(wording for branch in self.branches for wording in branch.wordings))

    @property
    def _words(self) -> set[str]:
        """The options that are plain words."""
        values = (getattr(self.options, name, None) for name in getattr(self.options, "__slots__", ()))
        return {value for value in values if isinstance(value, str)}


@dataclass(frozen=True, slots=True)
class Edition:
    """A publisher's other text of terms, for the sources whose address fits one of the patterns."""

    name: str
    addresses: tuple[AddressPattern, ...]
    terms: Evidence
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One publisher's terms, or a licence that publishers' terms build upon (it has no domains).

    ``names`` are all names the publisher goes by, the first as the report says it, and ``inflected`` other forms of
    them. ``since`` and ``until`` bound the dates (ISO 8601, inclusive) on which the terms are in force.
    """

    id: str
    names: tuple[str, ...]
    path: str
    terms: Evidence
    domains: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    editions: tuple[Edition, ...] = ()
    licence: bool = False
    bases: tuple[str, ...] = ()
    overrides: bool = False
    since: str = ""
    until: str = ""
    inflected: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The publisher's name."""
        return self.names[0]

    @property
    def publisher(self) -> Publisher:
        """What the linker needs to know of the publisher."""
        return Publisher(self.id, (*self.names, *self.inflected), self.domains)

    @property
    def wordings(self) -> tuple[Template, ...]:
        """The wordings of credits that its rules ask for."""
        return tuple(wording for rule in self.rules for wording in rule.wordings)

    def for_source(self, url: str) -> Policy:
        """The policy with the terms and rules of the edition that this address belongs to."""
        for edition in self.editions:
            if any(pattern.matches(url) for pattern in edition.addresses):
                return replace(self, terms=edition.terms, rules=edition.rules)
        return self


class _Lasting(Protocol):
    """Terms or a rule in force from a day to a day; either may be open."""

    @property
    def since(self) -> str: ...
    @property
    def until(self) -> str: ...


def overlap(a: _Lasting, b: _Lasting) -> bool:
    """Whether there is a day on which both are in force."""
    return (not a.since or not b.until or a.since <= b.until) and (not b.since or not a.until or b.since <= a.until)


def merged(base: tuple[Rule, ...], own: tuple[Rule, ...], without: tuple[str, ...] = ()) -> tuple[Rule, ...]:
    """The rules of a base that are neither left out nor overridden by one of the same name, then one's own."""
    gone = {*without, *(rule.name for rule in own)}
    return (*(rule for rule in base if rule.name not in gone), *own)
