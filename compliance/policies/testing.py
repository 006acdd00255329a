"""Runs a policy's own cases, and the boundary cases that its caps imply, and tells which rules no case makes fail.

A policy is tested alone: what other policies say of the same draft plays no part. A licence, which has no domains, is
tested as the terms of an imaginary publisher at ``licensed.example``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.checks.parts.athand import can_compare
from compliance.drafts.reading import read
from compliance.facts import Facts, Site
from compliance.policies.boundaries import Boundary, boundaries
from compliance.policies.evaluate import worst_of
from compliance.policies.library import Library
from compliance.policies.samples import SampleSource, load_samples
from compliance.reuse.model import Source
from compliance.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from compliance.drafts.model import Draft
    from compliance.policies.model import Policy, Rule
    from compliance.policies.samples import Sample
    from compliance.report import DraftReport, Outcome, Verdict
    from compliance.yamldoc import Document

    Check = Callable[[Draft, Library, Sequence[Source], Facts, Site], DraftReport]

LICENSED = "licensed.example"
ALONE = Site(verbatim="ignore")
"""A site that asks for nothing which the policy does not."""


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One case: its name, its place as ``rules/x.yaml:40``, and what came out otherwise than expected."""

    name: str
    place: str
    derived: bool
    failures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PolicyTest:
    """All cases of a policy, and the places and names of the rules that none of its cases shows unmet.

    ``left_out`` counts the cases with an article's text left unrun because texts cannot be compared here.
    """

    policy: Policy
    cases: tuple[CaseResult, ...]
    never_unmet: tuple[tuple[str, str], ...]
    left_out: int = 0

    @property
    def passed(self) -> bool:
        """Whether every case came out as expected."""
        return not any(case.failures for case in self.cases)


def run_tests(policy: Policy, document: Document, check: Check) -> PolicyTest:
    """Run a policy's cases (their nodes are those of ``document``). Raises `YamlFaults` for cases that are faulty."""
    samples = load_samples(policy, document)
    document.check()
    bench = _Bench(policy if policy.domains else replace(policy, domains=(LICENSED,)), check)
    comparing = can_compare()
    decidable = [(s, n) for s, n in samples if comparing or all(known.text is None for known in s.source)]
    own = [bench.sample(sample, f"{policy.path}:{node.line}") for sample, node in decidable]
    derived = [
        bench.boundary(b) for b in boundaries(bench.policy) if comparing or all(s.text is None for s in b.sources)
    ]
    unmet = {o.place for o in bench.outcomes if o.verdict in ("fail", "review")}
    silent = tuple((rule.place, rule.name) for rule in policy.rules if rule.place not in unmet and not rule.only_allows)
    return PolicyTest(policy, (*own, *derived), silent if comparing else (), len(samples) - len(decidable))


class _Bench:
    """Checks drafts under one policy, and remembers all outcomes."""

    def __init__(self, policy: Policy, check: Check) -> None:
        self.policy = policy
        self._check = check
        self._library = Library.of(policy)
        self.outcomes: list[Outcome] = []

    def sample(self, sample: Sample, place: str) -> CaseResult:
        """Run a case of the file."""
        sources = [_source(s) for s in sample.source]
        facts = Facts(**{name: getattr(sample.facts, name) for name in Facts.__slots__})
        report = self._report(read(sample.draft, "draft", kind=sample.kind), sources, facts)
        failures = list(self._failures(sample, report))
        return CaseResult(sample.name or "a case", place, derived=False, failures=tuple(failures))

    def boundary(self, case: Boundary) -> CaseResult:
        """Run a case that a cap implies."""
        report = self._report(read(case.draft, "draft", kind="markdown"), case.sources, case.facts)
        found = [o for o in _all(_outcomes(report)) if o.place == case.rule.place]
        verdict = worst_of(o.verdict for o in found)
        failures = () if verdict == case.expected else (_otherwise(case.rule.name, case.expected, verdict, found),)
        return CaseResult(case.name, case.rule.place, derived=True, failures=failures)

    def _report(self, draft: Draft, sources: Sequence[Source], facts: Facts) -> DraftReport:
        """Check a draft; without a date of its own it is of the last day on which the terms are in force."""
        facts = replace(facts, date=facts.date or self.policy.until)
        report = self._check(draft, self._library, sources, facts, ALONE)
        self.outcomes += _all(_outcomes(report))
        return report

    def _failures(self, sample: Sample, report: DraftReport) -> Iterator[str]:
        for name, expected in sample.expect.items():
            places = {rule.place for rule in self._rules() if name in (rule.name, rule.kind)}
            found = [o for o in _outcomes(report) if o.place in places]
            verdict = worst_of(o.verdict for o in found)
            if verdict != expected:
                yield _otherwise(name, expected, verdict, found)
        if sample.verdict is not None and sample.verdict != report.verdict:
            told = [o for o in _outcomes(report) if o.verdict == report.verdict]
            yield _otherwise("the draft", sample.verdict, report.verdict, told)

    def _rules(self) -> tuple[Rule, ...]:
        return (*self.policy.rules, *(rule for edition in self.policy.editions for rule in edition.rules))


def _source(known: SampleSource) -> Source:
    return Source(**{name: getattr(known, name) for name in SampleSource.__slots__})


def _outcomes(report: DraftReport) -> list[Outcome]:
    return [outcome for reuse in report.reuses for outcome in reuse.outcomes]


def _all(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """The outcomes and those of their branches."""
    return [o for outcome in outcomes for o in (outcome, *_all(outcome.parts))]


def _otherwise(name: str, expected: Verdict, verdict: Verdict, found: list[Outcome]) -> str:
    words = "; ".join(dict.fromkeys(o.finding.message for o in found if o.verdict == verdict and o.finding.message))
    return f"{name}: expected {expected}, came out {verdict}" + (f" ({words})" if words else "")
