"""What a policy says of one reuse: an outcome for each of its rules.

Exclusions come first: an item that the policy does not cover gets no other outcome. Then each rule, if it applies; a
rule whose conditions nothing decides is a ``review`` with the open question, unless it is met either way. A recorded
permission turns what it covers to ``waived``.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from compliance.policies.conditions import Answer, Condition, holds
from compliance.policies.kinds import kind
from compliance.policies.permits import permitted
from compliance.report import Finding, Outcome, Verdict, followed
from compliance.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compliance.checks.case import Case
    from compliance.policies.model import Policy, Rule

ORDER: tuple[Verdict, ...] = ("fail", "review", "pass", "waived", "not-applicable")
"""From worst to best."""
TAKEN = Condition(mode=("quotation", "excerpt", "repost"))


def evaluate(policy: Policy, case: Case) -> tuple[Outcome, ...]:
    """The outcomes of a policy on one reuse, in the order of its rules, exclusions first.

    A rule gives one outcome, or one for each place at which it is not met.
    """
    policy = policy.for_source(case.reuse.source.url)
    judge = _Judge(policy, replace(case, wordings=policy.wordings))
    excluded = [o for rule in policy.rules if rule.kind == "exclude" for o in judge.outcomes(rule)]
    if any(o.verdict == "fail" and o.level == "must" for o in excluded):
        return tuple(excluded)
    return (*excluded, *(o for rule in policy.rules if rule.kind != "exclude" for o in judge.outcomes(rule)))


def worst_of(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst verdict; ``not-applicable`` of none."""
    return min(verdicts, key=ORDER.index, default="not-applicable")


@dataclass(frozen=True, slots=True)
class _Judge:
    policy: Policy
    case: Case

    def outcomes(self, rule: Rule) -> tuple[Outcome, ...]:
        """The outcomes of a rule of the policy or of a branch."""
        applies = self._applies(rule)
        if applies.holds is False:
            return (_outcome(rule, Finding("not-applicable", f"does not apply: {applies.words}")),)
        decided = tuple(permitted(o, rule, self.policy, self.case.facts, self.case.reuse) for o in self._decided(rule))
        return decided if applies.holds else tuple(_open(o, applies.words) for o in decided)

    def _decided(self, rule: Rule) -> tuple[Outcome, ...]:
        if rule.branches:
            return (self._combined(rule),)
        if rule.kind == "exclude":
            return (_outcome(rule, _excluded(rule.conditions, self.case)),)
        found = kind(rule.kind)
        findings = tuple(found.check(rule.options, self.case)) if found else ()
        return tuple(_outcome(rule, f) for f in _telling(findings))

    def _combined(self, rule: Rule) -> Outcome:
        outcomes_of = self._way if rule.kind == "any of" else self.outcomes
        branches = [outcomes_of(branch) for branch in rule.branches]
        parts = tuple(o for outcomes in branches for o in outcomes)
        verdicts = [worst_of(o.verdict for o in outcomes) for outcomes in branches]
        finding = (_any_of if rule.kind == "any of" else _all_of)(verdicts, branches)
        return replace(_outcome(rule, finding), parts=parts)

    def _way(self, branch: Rule) -> tuple[Outcome, ...]:
        """The outcomes of one of several ways; one that may not be open to this draft does not meet the rule."""
        outcomes, applies = self.outcomes(branch), self._applies(branch)
        met = ("pass", "waived") if applies.holds is None else ()
        return tuple(_asked(o, applies.words) if o.verdict in met else o for o in outcomes)

    def _applies(self, rule: Rule) -> Answer:
        """Whether a rule applies: its dates, then its circumstances."""
        date = self.case.facts.date
        if (date and date < rule.since) or (rule.until and self._is_over(rule, date)):
            return Answer(holds=False, words="not in force on the day of publication")
        return _in_circumstances(rule, self.case)

    def _is_over(self, rule: Rule, date: str) -> bool:
        """Whether a rule that ends has ended; without a date, whether a later rule of its kind follows it."""
        if date:
            return date > rule.until
        return any(later.kind == rule.kind and later.since > rule.until for later in self.policy.rules)


def _in_circumstances(rule: Rule, case: Case) -> Answer:
    """Whether a rule applies by ``when`` and ``unless``. A mere mention takes nothing: few rules apply to it."""
    conditions = [rule.when] if rule.when else []
    if case.reuse.mode == "mention" and not (rule.when and rule.when.mode):
        conditions.append(TAKEN)
    answers = [(holds(condition, case), "If so:") for condition in conditions]
    if rule.until and not case.facts.date:
        answers.append(
            (Answer(None, f"Is the draft published after {rule.until}? (state the draft's 'date')"), "If not:")
        )
    if rule.unless:
        answer = holds(rule.unless, case)
        answers.append((Answer(None if answer.holds is None else not answer.holds, answer.words), "If not:"))
    if told := [a.words for a, _ in answers if a.holds is False]:
        return Answer(holds=False, words="; ".join(told))
    if told := [f"{a.words} {then}" for a, then in answers if a.holds is None]:
        return Answer(holds=None, words=" ".join(told))
    return Answer(holds=True)


def _outcome(rule: Rule, finding: Finding) -> Outcome:
    if finding.verdict in ("fail", "review"):
        finding = replace(finding, message=rule.message or finding.message, help=rule.help or finding.help)
    return Outcome(rule.kind, rule.level, finding, rule.clause, rule.evidence, rule.place, rule.name)


def _open(outcome: Outcome, question: str) -> Outcome:
    """The outcome of a rule that may or may not apply: what is met stays met, the rest is a question."""
    return _asked(outcome, question) if outcome.verdict in ("fail", "review") else outcome


def _asked(outcome: Outcome, question: str) -> Outcome:
    finding = outcome.finding
    return replace(outcome, finding=replace(finding, verdict="review", message=f"{question} {finding.message}"))


def _telling(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """All findings that are not met, else the one that came nearest to its limit."""
    if bad := tuple(f for f in findings if f.verdict in ("fail", "review")):
        return bad
    best = [f for f in findings if f.verdict != "not-applicable"] or findings
    return (
        (max(best, key=lambda f: f.measured or 0),)
        if best
        else (Finding("not-applicable", "nothing here falls under it"),)
    )


def _excluded(conditions: tuple[Condition, ...], case: Case) -> Finding:
    answers = [holds(condition, case) for condition in conditions]
    for answer in answers:
        if answer.holds:
            return Finding(
                "fail", f"the terms do not cover this item: {answer.words}", "ask the publisher, or leave it out"
            )
    if questions := [a.words for a in answers if a.holds is None]:
        return Finding("review", f"the terms do not cover every item. {' '.join(questions)}")
    return Finding("pass", "not among the items that the terms leave out")


def _any_of(verdicts: list[Verdict], branches: list[tuple[Outcome, ...]]) -> Finding:
    for met in ("pass", "waived"):
        if met in verdicts:
            return _from(met, [branches[verdicts.index(met)]], "; ", "; ")
    if "review" in verdicts:
        return _from("review", branches, " Or: ", " Or: ")
    failed = [b for v, b in zip(verdicts, branches, strict=True) if v == "fail"]
    if not failed:
        return Finding("not-applicable", "none of the ways applies")
    finding = _from("fail", failed, "; ", " Or: ")
    if len(failed) == 1:
        return finding
    return replace(finding, message=f"none of {len(failed)} ways is met: {finding.message}")


def _all_of(verdicts: list[Verdict], branches: list[tuple[Outcome, ...]]) -> Finding:
    return _from(worst_of(verdicts), branches, "; ", "; ")


def _from(verdict: Verdict, branches: list[tuple[Outcome, ...]], between: str, remedies: str) -> Finding:
    """One finding for all that have this verdict; place and figures are those of the first that has a place.

    ``between`` stands between what they say, ``remedies`` between their helps.
    """
    findings = [o.finding for outcomes in branches for o in outcomes if o.verdict == verdict]
    first = next((f for f in findings if f.start is not None), next(iter(findings), Finding(verdict, "")))
    message, help_ = _joined((f.message for f in findings), between), _joined((f.help for f in findings), remedies)
    return replace(first, message=message, help=help_)


def _joined(texts: Iterable[str], between: str) -> str:
    """The texts, each once; what ends a sentence needs no semicolon."""
    told = list(dict.fromkeys(filter(None, texts)))
    return reduce(lambda text, more: followed(text, ";", more), told, "") if between == "; " else between.join(told)
