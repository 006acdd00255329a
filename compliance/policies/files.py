"""The shape of a policy file: its keys, as records."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from compliance.policies.inflections import Inflected  # noqa: TC001 - a record's annotation
from compliance.policies.patterns import AddressPattern, Domain  # noqa: TC001 - a record's annotation
from compliance.policies.rules import Grade, RuleEntry  # noqa: TC001 - a record's annotation
from compliance.policies.web import WebAddress  # noqa: TC001 - a record's annotation
from compliance.records import Date, FieldError, about
from compliance.values import dataclass, field

if TYPE_CHECKING:
    from compliance.yamldoc import Document, Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Where the publisher's terms were read, and when."""

    url: WebAddress = field(metadata=about("the address of the page with the terms"))
    read: Date = field(metadata=about("the day on which it was read"))
    grade: Grade = field(
        metadata=about("publisher: read on its own page; relayed: its words elsewhere; summary: others' words")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionEntry:
    """Terms that differ for some of a publisher's addresses."""

    name: str = field(metadata=about("what the edition is called"))
    addresses: tuple[AddressPattern, ...] = field(metadata=about("the articles it applies to, as in: example.org/au"))
    terms: Terms | None = field(default=None, metadata=about("where its terms were read, where that differs"))
    without: tuple[str, ...] = field(default=(), metadata=about("names of rules that do not hold here"))
    rules: tuple[RuleEntry, ...] = field(
        default=(), metadata=about("rules that hold here: added, or instead of those of the same name")
    )


class SampleNode:
    """A case of ``tests``, left as it is until it is wanted: `compliance.policies.samples` reads it."""

    SCHEMA: ClassVar = {"$ref": "#/$defs/test"}

    @classmethod
    def from_node(cls, node: Node, _: Document) -> Node:
        """The node itself."""
        return node


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFile:
    """One publisher's terms of reuse, or a licence that such terms build upon."""

    publisher: str = field(default="", metadata=about("the publisher's name, as the report says it"))
    licence: str = field(default="", metadata=about("the licence's name, in place of 'publisher'"))
    id: str = field(default="", metadata=about("the file's name without '.yaml'; need not be given"))
    also_known_as: tuple[Inflected, ...] = field(
        default=(),
        metadata=about("its other names; (a|y|u) are endings that a word of them may have", key="also known as"),
    )
    domains: tuple[Domain, ...] = field(default=(), metadata=about("the domains that are the publisher's"))
    terms: Terms = field(metadata=about("where the terms were read, and when"))
    since: Date | None = field(default=None, metadata=about("the terms are in force from this day on", key="from"))
    until: Date | None = field(default=None, metadata=about("the terms were in force up to this day", key="to"))
    overrides: bool = field(
        default=False, metadata=about("true: stands in place of the bundled policy of the same name")
    )
    extends: tuple[str, ...] = field(default=(), metadata=about("ids of policies whose rules hold here too"))
    without: tuple[str, ...] = field(default=(), metadata=about("names of extended rules that do not hold here"))
    rules: tuple[RuleEntry, ...] = field(default=(), metadata=about("what the publisher demands"))
    editions: tuple[EditionEntry, ...] = field(default=(), metadata=about("terms that differ for some addresses"))
    tests: tuple[SampleNode, ...] = field(
        default=(), metadata=about("cases: drafts, and what the check must say of them")
    )

    def __post_init__(self) -> None:
        """The days must be in order."""
        if self.since and self.until and self.until < self.since:
            raise FieldError("to", f"'to' {self.until} is before 'from' {self.since}")
