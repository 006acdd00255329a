"""The one verb: a draft, policies, articles and the editor's facts in; what is met and what is not, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compliance.counting import characters
from compliance.declarations import declared, misnamed_waivers
from compliance.facts import Facts, Site
from compliance.report import EXTRA, DraftReport, Finding, LinkPlace, Outcome, PassagePlace, Problem, ReuseReport, worst
from compliance.reuse.linker import find
from compliance.reuse.model import Publisher
from compliance.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compliance.checks.case import Case
    from compliance.declarations import Declared
    from compliance.drafts.model import Draft, Link
    from compliance.policies.library import Library
    from compliance.policies.model import Policy
    from compliance.report import Level, OwnRule, Verdict
    from compliance.reuse.model import Found, Passage, Reuse, Source

NO_FACTS = Facts()
ANY_SITE = Site()
COMPARING = ("numpy", "rapidfuzz")
"""What the extra brings that texts are compared with."""
UNKNOWN: dict[str, Verdict] = {"review": "review", "ignore": "not-applicable", "fail": "fail"}


def check(
    draft: Draft,
    policies: Library,
    sources: Sequence[Source] = (),
    facts: Facts = NO_FACTS,
    site: Site = ANY_SITE,
) -> DraftReport:
    """Tell for each rule on each reuse in a draft whether it is met, not met, or not decided and why.

    Pure: the same values give the same report. A rule that lacks an input ends in ``review``, never in ``pass``.
    What a draft copies from known articles that nothing can be compared with is not seen: then it cannot pass.
    """
    declarations = declared(draft.front_matter)
    articles = _apart(sources, draft, policies, site)
    found = find(
        draft,
        publishers=policies.publishers,
        sources=articles,
        own_domains=site.own_domains,
        declarations=declarations.reuses,
        source_keys=site.source_keys,
    )
    found, unread = _with_copies(found, draft, policies, articles, site)
    links = {id(link): _link(link) for link in draft.links}
    judge = _Judge(found, policies, declarations, _dated(facts, draft, found), site, links)
    reuses = tuple(judge.reuse(reuse) for reuse in found.reuses)
    mistaken = (*declarations.problems, *misnamed_waivers(declarations, judge.rules))
    problems = (*draft.problems, *unread, *sorted(mistaken, key=lambda problem: problem.start or 0))
    verdict = worst(tuple(outcome for reuse in reuses for outcome in reuse.outcomes))
    if verdict == "pass" and (problems or found.unattributed):
        verdict = "review"
    report = DraftReport(
        path=draft.path,
        verdict=verdict,
        text=draft.text,
        reuses=reuses,
        unattributed=tuple(_passage(p) for p in found.unattributed),
        problems=problems,
    )
    return not_compared(report, sum(source.is_absent for source in sources))


def not_compared(report: DraftReport, number: int) -> DraftReport:
    """The report of a draft that may copy from so many known articles unseen: in the same words for all drafts."""
    if not number:
        return report
    one = number == 1
    words = f"not compared with {number:,} known article{'' if one else 's'}, whose text{' is' if one else 's are'}"
    problem = Problem("sources", f"{words} not at hand", help="compliance source fetch")
    others = tuple(p for p in report.problems if not (p.kind == problem.kind and p.help == problem.help))
    verdict: Verdict = "review" if report.verdict == "pass" else report.verdict
    return replace(report, verdict=verdict, problems=(*others, problem))


def _dated(facts: Facts, draft: Draft, found: Found) -> Facts:
    """The facts with the draft's own day of publication, where no other is asked for and some terms may turn on it."""
    if facts.date or not any(reuse.publisher for reuse in found.reuses):
        return facts
    from compliance.publication import day_of_publication  # a draft that quotes no known publisher does without

    return replace(facts, date=day_of_publication(draft))


def _apart(sources: Sequence[Source], draft: Draft, policies: Library, site: Site) -> Sequence[Source]:
    """The sources, the copies apart that stand on other publishers' sites and that the draft means."""
    if not any(source.also for source in sources):
        return sources
    from compliance.reuse.elsewhere import with_named_copies

    return with_named_copies(sources, draft, policies.publishers, site.own_domains)


def _with_copies(
    found: Found, draft: Draft, policies: Library, sources: Sequence[Source], site: Site
) -> tuple[Found, tuple[Problem, ...]]:
    """What was found, and what stands in articles of which texts or fingerprints are at hand.

    A problem if nothing can compare them.
    """
    texts, traces = any(source.text for source in sources), any(source.trace for source in sources)
    if not texts and not traces:
        return found, ()
    own = site.own_domains
    try:
        if texts:
            from compliance.reuse.copies.charging import with_copies

            found = with_copies(found, draft, publishers=policies.publishers, sources=sources, own_domains=own)
        if traces:
            from compliance.reuse.copies.traces import with_traces

            found = with_traces(found, draft, publishers=policies.publishers, sources=sources, own_domains=own)
    except ModuleNotFoundError as error:
        if error.name not in COMPARING:
            raise
        message = "this draft was not compared with the articles at hand: an extra is missing"
        return found, (Problem("sources", message, help=EXTRA),)
    return found, ()


@dataclass(frozen=True, slots=True)
class _Judge:
    found: Found
    policies: Library
    declarations: Declared
    facts: Facts
    site: Site
    links: dict[int, LinkPlace]
    """The places of the draft's links, by the identity of these: all reuses of one site have them in common."""

    def reuse(self, reuse: Reuse) -> ReuseReport:
        """Everything found and decided about one source."""
        policy = self._policy(reuse)
        outcomes = self._outcomes(policy, reuse)
        rivals = tuple(self._beside(rival, outcomes) for rival in reuse.rivals)
        return ReuseReport(
            publisher=policy.id if policy else None,
            name=policy.name if policy else reuse.domain,
            domain=reuse.domain,
            policy=policy.path if policy else None,
            mode=reuse.mode,
            url=reuse.source.url,
            tied_by=reuse.tied_by,
            certainty=reuse.certainty,
            links=tuple(self.links[id(link)] for link in reuse.links),
            passages=tuple(_passage(p) for p in reuse.passages),
            outcomes=outcomes + self.declarations.waived(reuse.source.url, rivals),
        )

    def rules(self, url: str) -> set[str]:
        """The names and kinds of the rules that hold for an article, whether they apply or not."""
        policy = self.policies.find(url, self.facts.date)
        rules = policy.for_source(url).rules if policy else ()
        return {rule.name for rule in rules} | {rule.kind for rule in rules}

    def _policy(self, reuse: Reuse) -> Policy | None:
        return self.policies.find(reuse.source.url or f"//{reuse.domain}", self.facts.date)

    def _beside(self, rival: Reuse, outcomes: tuple[Outcome, ...]) -> Outcome:
        """That the same words stand in another article; a question, if its terms are met less well than these."""
        others = self._outcomes(self._policy(rival), rival)
        start, end = rival.passages[0].start, rival.passages[-1].end
        words = f"the same words stand in {rival.source.url}, too"
        ranks: dict[Verdict, int] = {"fail": 2, "review": 1}
        verdict = worst(others)
        if ranks.get(verdict, 0) <= ranks.get(worst(outcomes), 0):
            return _own("source", "must", Finding("not-applicable", words, start=start, end=end))
        worse = next(o for o in others if o.verdict == verdict and not o.is_warning)
        words += f", under whose terms this is {'not met' if verdict == 'fail' else 'a question'}:"
        words += f" {worse.title}: {worse.finding.message}"
        help_ = "link the article that the words are from"
        return _own("source", "must", Finding("review", words, help_, start=start, end=end))

    def _outcomes(self, policy: Policy | None, reuse: Reuse) -> tuple[Outcome, ...]:
        outcomes = _under(policy, self._case(policy, reuse)) if policy else _without_policy(reuse, self.site)
        if _may_be_misquoted(reuse) and not any(o.rule == "verbatim" for o in _with_parts(outcomes)):
            outcomes += _verbatim(self._case(policy, reuse), self.site)
        if reuse.certainty == "doubtful":
            outcomes = tuple(map(_doubted, outcomes))
        return self.declarations.waived(reuse.source.url, outcomes)

    def _case(self, policy: Policy | None, reuse: Reuse) -> Case:
        from compliance.checks.case import Case  # a draft that quotes no known publisher does without

        publisher = policy.publisher if policy else Publisher("", (reuse.domain,), (reuse.domain,))
        return Case(reuse, self.found, publisher, self.declarations.facts_of(reuse.source.url, self.facts))


def _under(policy: Policy, case: Case) -> tuple[Outcome, ...]:
    from compliance.policies.evaluate import evaluate  # as above

    return evaluate(policy, case)


def _doubted(outcome: Outcome) -> Outcome:
    """The outcome where it is a guess that the words are from that source: nothing is held against the draft."""
    finding = outcome.finding
    if finding.verdict != "fail":
        return outcome
    message = f"it is not certain that these words are from there. If so: {finding.message}"
    return replace(outcome, finding=replace(finding, verdict="review", message=message))


def _without_policy(reuse: Reuse, site: Site) -> tuple[Outcome, ...]:
    """What a reuse of a site without a policy in force comes to; a mere mention of it is nothing to decide."""
    if reuse.mode == "mention":
        return ()
    verdict, words = UNKNOWN[site.unknown_publishers], f"no policy is known for {reuse.domain}"
    if reuse.publisher:  # it has terms, only none for this day: that is not to be ignored
        words = f"no policy for {reuse.domain} is in force on the day of publication"
        verdict = "fail" if verdict == "fail" else "review"
    finding = Finding(
        verdict,
        f"{words}, so its terms were not checked",
        f"read the terms of {reuse.domain}; to have them checked, write them down in a policy",
        start=reuse.passages[0].start if reuse.passages else None,
        end=reuse.passages[0].end if reuse.passages else None,
    )
    return (_own("policy", "must", finding),)


def _own(rule: OwnRule, level: Level, finding: Finding) -> Outcome:
    return Outcome(rule, level, finding, name=rule)


def _with_parts(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    for outcome in outcomes:
        yield outcome
        yield from _with_parts(outcome.parts)


def _may_be_misquoted(reuse: Reuse) -> bool:
    """Whether a reuse is to be held against its article, which is known."""
    known = bool(reuse.source.text) or reuse.source.recorded
    return known and reuse.mode != "mention"


def _verbatim(case: Case, site: Site) -> tuple[Outcome, ...]:
    """Whether quotations have their article's words, which no policy need ask for."""
    if site.verbatim == "ignore":
        return ()
    from compliance.checks import verbatim

    findings = verbatim.check(verbatim.Options(), case)
    told = ("fail", "review", "pass") if case.publisher.id else ("fail", "review")
    return tuple(_own("verbatim", site.verbatim, f) for f in findings if f.verdict in told)


def _link(link: Link) -> LinkPlace:
    return LinkPlace(link.address, link.start, link.end, link.active, not link.closed_by, link.inactive_because)


def _passage(passage: Passage) -> PassagePlace:
    return PassagePlace(passage.start, passage.end, characters(passage.text), passage.how)
