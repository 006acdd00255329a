"""One rule of a policy file, read from its node: its kind with options, or a combinator, and the keys all share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, Self, get_args

from compliance.policies.conditions import Condition
from compliance.policies.kinds import kind, names
from compliance.policies.model import Rule
from compliance.policies.options import check_amounts
from compliance.policies.web import WebAddress  # noqa: TC001 - a record's annotation
from compliance.records import Date, FieldError, Refused, about, fields_of, load, load_value
from compliance.recordwords import is_blank
from compliance.report import Evidence, Level
from compliance.values import dataclass, field
from compliance.yamldoc import Document, Mapping, Node, Scalar, Sequence, suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping as ReadOnly

PROSE = frozenset({
    "clause", "message", "help", "ask", "review", "credit", "text", "includes", "spelled", "format", "anchor",
    "anchor contains",
})  # fmt: skip
"""Keys whose values are words in which a number sign may be meant."""
Grade = Literal["publisher", "relayed", "summary"]
COMBINATORS = {"any of": "one of these rules must be met", "all of": "all of these rules must be met"}
STRUCTURES = {**COMBINATORS, "exclude": "items that the policy does not cover; decided before all else"}


class LevelWord(str):
    """How much a publisher means it. What reads as a prohibition must not be taken for its opposite."""

    __slots__ = ()
    SCHEMA: ClassVar = {"enum": list(get_args(Level))}
    EXPECTED: ClassVar = f"one of {', '.join(get_args(Level))}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a level; raises ``ValueError``."""
        if text in get_args(Level):
            return cls(text)
        words = set("".join(c if c.isalpha() else " " for c in text.casefold()).split())
        wrong = f"'{text}' is not {cls.EXPECTED}"
        if not words.isdisjoint(_PROHIBITING):
            raise ValueError(f"{wrong}: a prohibition is a rule of its own, as 'repost: forbidden' or 'edits: none'")
        if not words.isdisjoint(_ALLOWING):
            raise ValueError(f"{wrong}: what may be done need not be: leave the rule out")
        near = suggestion(text, get_args(Level))
        raise ValueError(f"{wrong} ({near})" if near else wrong)


_PROHIBITING: Final = frozenset(
    {"not", "no", "never", "mustn", "mustnt", "shouldn", "cannot", "forbidden", "prohibited"}
)
_ALLOWING: Final = frozenset({"may", "can", "could", "optional", "allowed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseEvidence:
    """Where a clause was read, as far as that differs from the policy's ``terms``."""

    url: WebAddress | None = field(default=None, metadata=about("the address of the page"))
    read: Date | None = field(default=None, metadata=about("the day on which the page was read"))
    grade: Grade | None = field(default=None, metadata=about("how near to the publisher: its page, relayed, a summary"))


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchKeys:
    """What may stand beside the kind of a rule that is a branch of another."""

    clause: str = field(
        default="", metadata=about("the demand in plain words; verbatim are only strings that the publisher requires")
    )
    evidence: ClauseEvidence = field(
        default=ClauseEvidence(), metadata=about("where the clause was read, where that differs from 'terms'")
    )
    when: Condition | None = field(default=None, metadata=about("the rule applies only under these conditions"))
    unless: Condition | None = field(default=None, metadata=about("the rule does not apply under these conditions"))
    message: str = field(default="", metadata=about("what the report says instead of the kind's own words"))
    help: str = field(default="", metadata=about("the remedy that the report gives instead of the kind's own"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedKeys(BranchKeys):
    """What may stand beside the kind of any rule of a policy."""

    name: str = field(default="", metadata=about("a name of its own; a rule of the same name overrides it"))
    level: LevelWord = field(
        default=LevelWord("must"), metadata=about("must, or should where the publisher only asks kindly")
    )
    since: Date | None = field(default=None, metadata=about("in force from this day on", key="from"))
    until: Date | None = field(default=None, metadata=about("in force up to and including this day", key="to"))

    def __post_init__(self) -> None:
        """The days must be in order."""
        if self.since and self.until and self.until < self.since:
            raise FieldError("to", f"'to' {self.until} is before 'from' {self.since}: the rule would never hold")


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """One item of ``rules``; ``rule.evidence`` holds only what the item itself states."""

    rule: Rule
    node: Node

    SCHEMA: ClassVar = {"$ref": "#/$defs/rule"}
    EXPECTED: ClassVar = "a rule"

    @classmethod
    def from_node(cls, node: Node, document: Document) -> RuleEntry:
        """Read a rule; raises `Refused` after its faults have been added to the document."""
        return cls(_rule(node, document, SharedKeys), node)


def _rule(node: Node, document: Document, shared: type[BranchKeys]) -> Rule:
    if isinstance(node, Scalar) and node.tag == "text":
        empty = Scalar(node.line, node.column, "", "nothing", None)
        node = Mapping(node.line, node.column, ((node, empty),))
    if not isinstance(node, Mapping):
        document.fault(node, "expected a rule, as in '- hyperlink: article'")
        raise Refused
    keys = fields_of(shared)
    kinds = [(k, v) for k, v in node.pairs if k.text not in keys]
    _check_prose(node, document)
    rest = Mapping(node.line, node.column, tuple((k, v) for k, v in node.pairs if k.text in keys))
    common = load(shared, rest, document)
    if shared is BranchKeys and any(k.text == "exclude" for k, _ in kinds):
        document.fault(node, "'exclude' is decided before all else and is no branch", "write it as a rule of its own")
    demand = _demand(_the_kind(kinds, node, document, keys), document)
    if common is None:
        raise Refused
    return Rule(place=f"{document.path}:{node.line}", **demand, **_shared(common, demand["kind"]))


def _check_prose(node: Mapping, document: Document) -> None:
    """A ` #` within words that are not in quotes cuts them off; whoever writes a comment there can write it above."""
    for key, value in node.pairs:
        for item in value.items if isinstance(value, Sequence) else (value,):
            if isinstance(item, Mapping):
                _check_prose(item, document)
            elif key.text in PROSE and document.is_cut(item):
                document.fault(item, "this text ends before the '#'", "put it in quotes, or the comment above it")


def _shared(common: BranchKeys, kind_name: str) -> dict[str, Any]:
    shared = {name: getattr(common, name) for name in ("clause", "when", "unless", "message", "help")}
    stated = common.evidence
    shared["evidence"] = Evidence(stated.url or "", stated.read or "", stated.grade or "")
    shared["name"] = kind_name
    if isinstance(common, SharedKeys):
        shared |= {"level": common.level, "since": common.since or "", "until": common.until or ""}
        shared["name"] = common.name or kind_name
    return shared


def _the_kind(
    pairs: list[tuple[Scalar, Node]], node: Mapping, document: Document, keys: ReadOnly[str, object]
) -> tuple[Scalar, Node]:
    """The one pair that names a kind or a combinator; everything else is a fault."""
    known = [(k, v) for k, v in pairs if k.text in STRUCTURES or kind(k.text) is not None]
    for key, _ in pairs:
        if key.text not in STRUCTURES and kind(key.text) is None:
            _unknown(key, known, document, keys)
    if not pairs:
        document.fault(node, "the rule names no kind", f"one of: {', '.join((*names(), *STRUCTURES))}")
    if len(known) > 1:
        found = "' and '".join(k.text for k, _ in known)
        document.fault(known[1][0], f"a rule has one kind, found '{found}'", "begin another rule with '- '")
    if len(known) != 1 or len(pairs) != 1:
        for pair in known:
            _checked(pair, document)
        raise Refused
    return known[0]


def _unknown(key: Scalar, known: list[tuple[Scalar, Node]], document: Document, keys: ReadOnly[str, object]) -> None:
    if not known:
        hint = suggestion(key.text, (*names(), *STRUCTURES, *keys))
        document.fault(key, f"unknown rule kind '{key.text}'", hint or f"known: {', '.join((*names(), *STRUCTURES))}")
        return
    owner = kind(known[0][0].text)
    if owner is not None and key.text in fields_of(owner.options):
        document.fault(key, f"'{key.text}' is an option of '{owner.name}'", f"write it under '{owner.name}:'")
        return
    if key.text in fields_of(SharedKeys):
        document.fault(key, f"'{key.text}' belongs to the whole rule, not to a branch of it")
        return
    hint = suggestion(key.text, (*keys, *names(), *STRUCTURES))
    document.fault(key, f"unknown key '{key.text}'", hint or f"known beside the kind: {', '.join(keys)}")


def _checked(pair: tuple[Scalar, Node], document: Document) -> None:
    """Add the faults inside a kind whose rule is faulty already."""
    try:
        _demand(pair, document)
    except Refused:
        return


def _demand(pair: tuple[Scalar, Node], document: Document) -> dict[str, Any]:
    key, node = pair
    if key.text in COMBINATORS:
        return {"kind": key.text, "branches": _branches(key, node, document)}
    if key.text == "exclude":
        return {"kind": key.text, "conditions": _conditions(key, node, document)}
    found = kind(key.text)
    options = load(found.options, node, document, short=found.short) if found else None
    if options is None:
        raise Refused
    check_amounts(options, node, document)
    return {"kind": key.text, "options": options}


def _conditions(key: Scalar, node: Node, document: Document) -> tuple[Condition, ...]:
    if is_blank(node):
        document.fault(key, "'exclude' is empty", "as in: exclude: {section: opinion}")
        raise Refused
    conditions: tuple[Condition, ...] | None = load_value(tuple[Condition, ...], node, document)
    if conditions is None:
        raise Refused
    return conditions


def _branches(key: Scalar, node: Node, document: Document) -> tuple[Rule, ...]:
    items = node.items if isinstance(node, Sequence) else ()
    if len(items) < 2:
        document.fault(key, f"'{key.text}' needs a list of two rules or more")
    rules = []
    for item in items:
        try:
            rules.append(_rule(item, document, BranchKeys))
        except Refused:
            continue
    if len(items) < 2 or len(rules) < len(items):
        raise Refused
    return tuple(rules)
