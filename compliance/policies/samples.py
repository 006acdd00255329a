"""The cases in a policy file: drafts, and what the check must say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from compliance.facts import Facts, Permission
from compliance.records import Date, about, load
from compliance.recordwords import is_blank
from compliance.report import Verdict  # noqa: TC001 - a record's annotation
from compliance.values import dataclass, field
from compliance.yamldoc import Document, Mapping, Node, Sequence, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compliance.policies.model import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSource:
    """What is known of the article that a sample draft takes from."""

    url: str = field(metadata=about("the article's address"))
    title: str = field(default="", metadata=about("its headline"))
    authors: tuple[str, ...] = field(default=(), metadata=about("its authors"))
    published: Date = field(default=Date(), metadata=about("the day it was published"))
    labels: tuple[str, ...] | None = field(default=None, metadata=about("what its page is tagged with", empty=True))
    text: str | None = field(default=None, metadata=about("its text"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePermission(Permission):
    """A written permission that a sample draft has."""

    expires: Date = field(default=Date(), metadata=about("the last day it holds"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleFacts(Facts):
    """What is declared of a sample draft."""

    date: Date = field(default=Date(), metadata=about("the day of publication"))
    permissions: tuple[SamplePermission, ...] = field(default=(), metadata=about("written permissions"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A case of a policy: a draft, and what the check must say of it."""

    draft: str = field(metadata=about("the draft's text", empty=True))
    name: str = field(default="", metadata=about("what the case shows"))
    kind: Literal["markdown", "html", "text"] = field(default="markdown", metadata=about("how the draft is written"))
    facts: SampleFacts = field(default=SampleFacts(), metadata=about("what is declared of the draft"))
    source: tuple[SampleSource, ...] = field(default=(), metadata=about("what is known of the articles"))
    expect: dict[str, Verdict] = field(default_factory=dict, metadata=about("verdicts by the names of the rules"))
    verdict: Verdict | None = field(default=None, metadata=about("the verdict on the whole draft"))

    def __post_init__(self) -> None:
        """A case that expects nothing proves nothing."""
        if not self.expect and self.verdict is None:
            raise ValueError("the case expects nothing: give 'expect' or 'verdict'")


def load_samples(policy: Policy | None, document: Document) -> tuple[tuple[Sample, Node], ...]:
    """A file's cases with their nodes; the faults are added to the document.

    Where the policy could be made, rules that it does not have are faults too.
    """
    tests = document.root.get("tests") if isinstance(document.root, Mapping) else None
    nodes = () if tests is None or is_blank(tests) else tests.items if isinstance(tests, Sequence) else (tests,)
    if policy is not None:
        _check_expected(nodes, _names(policy), document)
    loaded = ((load(Sample, node, document), node) for node in nodes)
    return tuple((sample, node) for sample, node in loaded if sample is not None)


def _names(policy: Policy) -> tuple[str, ...]:
    rules = (*policy.rules, *(rule for edition in policy.editions for rule in edition.rules))
    return tuple(dict.fromkeys(name for rule in rules for name in (rule.name, rule.kind)))


def _check_expected(nodes: Iterable[Node], known: tuple[str, ...], document: Document) -> None:
    for node in nodes:
        expect = node.get("expect") if isinstance(node, Mapping) else None
        for key, _ in expect.pairs if isinstance(expect, Mapping) else ():
            if key.text not in known:
                hint = suggestion(key.text, known) or f"known: {', '.join(known)}"
                document.fault(key, f"no rule is called '{key.text}'", hint)
