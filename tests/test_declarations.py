"""What an editor declares in the front matter under ``reuse:`` reaches the verdicts, and its mistakes are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from compliance.checking import check
from compliance.drafts.reading import read
from compliance.policies.library import Library
from compliance.policies.packing import PolicySource, pack

if TYPE_CHECKING:
    from compliance.report import DraftReport, Outcome

ARTICLE = "https://herald.example/2024/05/06/rain-falls-on-the-plain"
POLICY = b"""\
publisher: The Herald
domains: [herald.example]
terms: {url: https://herald.example/terms, read: 2024-05-06, grade: publisher}
rules:
  - extract: {max: 20 characters, beyond: permission}
  - byline: all
  - review: Is it on paper too?
    name: paper
    when: {commercial: true}
"""
QUOTING = f"As [The Herald]({ARTICLE}) writes:\n\n> Rain fell on the plain all night long.\n"


def checked(declaration: str) -> DraftReport:
    """The report on a draft that quotes too much, with this front matter."""
    library = Library.unpacked(pack([PolicySource("herald", "rules/herald.yaml", POLICY, "rules")]))
    return check(read(f"---\n{declaration}\n---\n{QUOTING}", "draft.md"), library)


def outcomes(report: DraftReport) -> dict[str, Outcome]:
    """The outcomes of the only reuse by the rules' names."""
    assert len(report.reuses) == 1
    return {o.name: o for o in report.reuses[0].outcomes}


def test_without_a_declaration_the_rule_is_not_met() -> None:
    assert outcomes(checked("title: x"))["extract"].verdict == "fail"


@pytest.mark.parametrize("entry", ["reuse: {{source: '{0}', {1}}}", "reuse:\n  - source: {0}\n    {1}"])
def test_a_permission_for_the_article_waives_what_a_permission_can_lift(entry: str) -> None:
    outcome = outcomes(checked(entry.format(ARTICLE, "permission: letter 14")))["extract"]
    assert (outcome.verdict, outcome.waiver) == ("waived", "letter 14")


def test_a_permission_for_another_article_waives_nothing() -> None:
    report = checked("reuse: {source: 'https://herald.example/2024/05/07/other-story', permission: letter 14}")
    verdicts = {r.url: {o.name: o.verdict for o in r.outcomes} for r in report.reuses}
    assert verdicts[ARTICLE]["extract"] == "fail"


def test_a_declared_mention_does_not_lift_the_terms_of_a_quotation() -> None:
    assert outcomes(checked(f"reuse: {{source: '{ARTICLE}', mode: mention}}"))["extract"].verdict == "fail"


def test_authors_in_one_text_are_each_asked_for() -> None:
    entry = f"reuse: {{source: '{ARTICLE}', authors: 'Jane Roe, Li Wei'}}\nauthor: Jane Roe"
    outcome = outcomes(checked(entry))["byline"]
    assert (outcome.verdict, "Li Wei" in outcome.finding.message) == ("fail", True)


def test_authors_decide_a_byline() -> None:
    assert outcomes(checked(f"reuse: {{source: '{ARTICLE}', authors: Jane Roe}}"))["byline"].verdict == "fail"


@pytest.mark.parametrize("published", ["2024-05-06", "2024-05-06T10:00:00Z", "'2024-05-06 10:00'"])
def test_a_day_may_have_its_time(published: str) -> None:
    assert checked(f"reuse: {{source: '{ARTICLE}', published: {published}}}").problems == ()


def test_a_fact_of_the_reuse_decides_a_condition() -> None:
    assert outcomes(checked(f"reuse: {{source: '{ARTICLE}', commercial: false}}"))["paper"].verdict == "not-applicable"


@pytest.mark.parametrize("rule", ["paper", "review"])
def test_a_waiver_answers_a_question_by_the_rules_name_or_kind(rule: str) -> None:
    declaration = f"reuse: {{source: '{ARTICLE}', commercial: true, waive: {{{rule}: we asked the printer}}}}"
    outcome = outcomes(checked(declaration))["paper"]
    assert (outcome.verdict, outcome.waiver) == ("waived", "we asked the printer")


@pytest.mark.parametrize(
    ("declaration", "message"),
    [
        ("reuse: a story", "names its 'source'"),
        ("reuse: {mode: repost}", "has no 'source'"),
        ("reuse: {source: The Herald of May, permission: letter 14}", "'source' is the article's address"),
        (f"reuse: {{source: '{ARTICLE}', published: 06.05.2024}}", "'published' is a day"),
        (f"reuse: {{source: '{ARTICLE}', published: '2024'}}", "'published' is a day"),
        (f"reuse: {{source: '{ARTICLE}', mod: repost}}", "did you mean 'mode'?"),
        (f"reuse: {{source: '{ARTICLE}', permission: 'none'}}", "where the written permission is filed"),
        (f"reuse: {{source: '{ARTICLE}', permission: Requested}}", "where the written permission is filed"),
        (f"reuse: {{source: '{ARTICLE}', mode: reprint}}", "'mode' is one of"),
        (f"reuse: {{source: '{ARTICLE}', paywall: perhaps}}", "true or false"),
        (f"reuse: {{source: '{ARTICLE}', authors: {{a: b}}}}", "'authors' is a list of texts"),
        (f"reuse: {{source: '{ARTICLE}', waive: extract}}", "each with a reason"),
        (f"reuse: {{source: '{ARTICLE}', waive: {{extract: ''}}}}", "each with a reason"),
        (f"reuse: {{source: '{ARTICLE}', waive: {{extrac: agreed}}}}", "did you mean 'extract'?"),
        (f"reuse: {{source: '{ARTICLE}', waive: {{verbatm: agreed}}}}", "did you mean 'verbatim'?"),
        (f"Reuse: {{source: '{ARTICLE}', waive: {{extract: agreed}}}}", "did you mean 'reuse'?"),
        (f"REUSE:\n  - source: {ARTICLE}", "did you mean 'reuse'?"),
        (f"re-use: {{source: '{ARTICLE}'}}", "did you mean 'reuse'?"),
    ],
)
def test_a_mistake_is_a_problem_of_the_draft_and_nothing_passes(declaration: str, message: str) -> None:
    report = checked(declaration)
    assert [message in p.message for p in report.problems] == [True]
    assert report.verdict != "pass"


def test_a_mistake_is_told_at_its_place() -> None:
    report = checked(f"reuse:\n  - source: {ARTICLE}\n    mode: reprint")
    assert report.problems[0].start == report.text.index("reprint")


def test_mistakes_are_told_in_the_order_of_their_places() -> None:
    report = checked(f"reuse:\n  - source: {ARTICLE}\n    mode: reprint\n    permision: letter\nRE_USE: no")
    starts = [report.text.index(word) for word in ("reprint", "letter", "no\n---")]
    assert [problem.start for problem in report.problems] == starts
    report = checked(f"reuse:\n  - source: {ARTICLE}\n    waive: {{extrac: agreed}}\nReuse: no")
    starts = [report.text.index(word) for word in ("agreed", "no\n---")]
    assert [problem.start for problem in report.problems] == starts


@pytest.mark.parametrize("rule", ["verbatim", "policy", "source", "paper"])
@pytest.mark.parametrize("source", [ARTICLE, "https://globe.example/2024/05/06/snow-falls"])
def test_a_waiver_may_name_what_gave_no_outcome(rule: str, source: str) -> None:
    """A rule that does not apply today, or one of the checker's own, whether or not a policy or a text is at hand."""
    problems = checked(f"reuse: {{source: '{source}', commercial: false, waive: {{{rule}: agreed}}}}").problems
    assert bool(problems) == (rule == "paper" and source != ARTICLE)


def test_a_draft_may_have_other_keys_of_its_own() -> None:
    assert checked("used: true\nreusable: true").problems == ()
