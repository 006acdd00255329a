"""A policy put to a reuse: exclusions, circumstances, branches and levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from compliance.facts import Facts
from compliance.reuse.model import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from compliance.report import Outcome

    Judged = Callable[..., tuple[Outcome, ...]]

ARTICLE = "https://herald.example/2024/05/06/rain-falls-on-the-plain"
PASS, FAIL, REVIEW, APART = "repost: forbidden", "repost: required", "review: Is it so?", "byline: all"


def verdicts(outcomes: tuple[Outcome, ...]) -> list[str]:
    return [outcome.verdict for outcome in outcomes]


def test_each_rule_has_an_outcome_with_its_clause_evidence_and_place(judged: Judged) -> None:
    [outcome] = judged("  - repost: required\n    clause: whole or not at all\n    level: should\n")
    assert (outcome.rule, outcome.level, outcome.verdict) == ("repost", "should", "fail")
    assert (outcome.clause, outcome.place) == ("whole or not at all", "rules/p1.yaml:5")
    assert (outcome.evidence.url, outcome.evidence.read) == ("https://herald.example/terms", "2024-05-06")


def test_a_clause_may_have_evidence_of_its_own(judged: Judged) -> None:
    [outcome] = judged("  - repost: required\n    evidence: {read: 2020-02-02, grade: relayed}\n")
    evidence = outcome.evidence
    assert (evidence.url, evidence.read, evidence.grade) == ("https://herald.example/terms", "2020-02-02", "relayed")


def test_the_policys_words_stand_in_place_of_the_kinds_where_a_rule_is_not_met(judged: Judged) -> None:
    own = "\n    message: Whole stories only.\n    help: Take all of it.\n"
    failed, passed = judged(f"  - {FAIL}{own}  - {PASS}{own}")
    assert (failed.finding.message, failed.finding.help) == ("Whole stories only.", "Take all of it.")
    assert passed.finding.message != "Whole stories only."


def test_a_mere_mention_takes_nothing(judged: Judged) -> None:
    draft = f"Read [this]({ARTICLE}) when it rains.\n"
    rules = f"  - {FAIL}\n  - {REVIEW}\n    when: {{mode: mention}}\n"
    assert verdicts(judged(rules, draft)) == ["not-applicable", "review"]


@pytest.mark.parametrize(
    ("how", "branches", "expected"),
    [
        ("any of", [FAIL, PASS], "pass"),
        ("any of", [FAIL, REVIEW], "review"),
        ("any of", [REVIEW, PASS], "pass"),
        ("any of", [FAIL, FAIL], "fail"),
        ("all of", [PASS, PASS], "pass"),
        ("all of", [PASS, REVIEW], "review"),
        ("all of", [REVIEW, FAIL], "fail"),
    ],
)
def test_branches_are_combined(how: str, branches: list[str], expected: str, judged: Judged) -> None:
    [outcome] = judged(f"  - {how}:\n" + "".join(f"      - {branch}\n" for branch in branches))
    assert outcome.verdict == expected
    assert outcome.rule == how
    assert len(outcome.parts) == 2


def test_a_branch_that_does_not_apply_plays_no_part(judged: Judged) -> None:
    off = "\n        when: {mode: repost}\n"
    rules = f"  - any of:\n      - {PASS}{off}      - {FAIL}\n  - all of:\n      - {PASS}\n      - {FAIL}{off}"
    assert verdicts(judged(rules)) == ["fail", "pass"]
    nothing = f"  - any of:\n      - {PASS}{off}      - {FAIL}{off}"
    assert verdicts(judged(nothing)) == ["not-applicable"]


def test_branches_nest(judged: Judged) -> None:
    rules = f"  - any of:\n      - all of:\n          - {PASS}\n          - {FAIL}\n      - {REVIEW}\n"
    assert verdicts(judged(rules)) == ["review"]


def test_the_failure_of_all_ways_names_each(judged: Judged) -> None:
    rules = f"  - any of:\n      - {FAIL}\n        message: no link\n      - {FAIL}\n        message: no badge\n"
    [outcome] = judged(rules)
    assert outcome.finding.message == "none of 2 ways is met: no link; no badge"


def test_the_failure_of_the_only_open_way_is_its_own(judged: Judged) -> None:
    off = "\n        when: {mode: repost}\n"
    one = f"      - {FAIL}\n        message: no link\n      - {FAIL}{off}"
    assert judged(f"  - any of:\n{one}")[0].finding.message == "no link"
    [outcome] = judged(f"  - any of:\n{one}      - {FAIL}\n        message: no badge\n")
    assert outcome.finding.message == "none of 2 ways is met: no link; no badge"


def test_a_remedy_that_branches_share_is_told_once(judged: Judged) -> None:
    rules = "  - all of:\n      - review: Is it free?\n      - review: Is it whole?\n"
    [outcome] = judged(rules)
    assert outcome.finding.message == "Is it free? Is it whole?"
    assert outcome.finding.help.count("look") == 1


def test_of_open_ways_each_is_an_alternative(judged: Judged) -> None:
    rules = "  - any of:\n      - review: Is it free?\n      - review: Is it whole?\n        help: count the words\n"
    [outcome] = judged(rules)
    assert outcome.finding.message == "Is it free? Or: Is it whole?"
    assert outcome.finding.help.endswith(" Or: count the words")


def test_each_place_at_which_a_rule_is_not_met_is_told(judged: Judged) -> None:
    draft = f"As [The Herald]({ARTICLE}) writes:\n\n> Rain fell on the plain.\n\nAnd it adds:\n\n> Nobody slept.\n"
    outcomes = judged("  - extract: {max: 5 characters, per: quotation}\n", draft)
    assert verdicts(outcomes) == ["fail", "fail"]
    assert len({o.finding.start for o in outcomes}) == 2


def test_of_places_that_meet_a_rule_the_nearest_to_the_limit_is_told(judged: Judged) -> None:
    draft = f"As [The Herald]({ARTICLE}) writes:\n\n> Nobody slept.\n\nAnd it adds:\n\n> Rain fell on the plain.\n"
    [outcome] = judged("  - extract: {max: 500 characters, per: quotation}\n", draft)
    assert outcome.finding.measured == len("Rain fell on the plain.")


class TestWhen:
    """`when` and `unless`."""

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [(Facts(medium="print"), "not-applicable"), (Facts(medium="online"), "fail"), (Facts(), "review")],
    )
    def test_a_fact_decides_whether_a_rule_applies(self, facts: Facts, expected: str, judged: Judged) -> None:
        assert verdicts(judged(f"  - {FAIL}\n    when: {{medium: online}}\n", facts=facts)) == [expected]

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [(Facts(medium="print"), "fail"), (Facts(medium="online"), "not-applicable"), (Facts(), "review")],
    )
    def test_unless_is_the_reverse(self, facts: Facts, expected: str, judged: Judged) -> None:
        assert verdicts(judged(f"  - {FAIL}\n    unless: {{medium: online}}\n", facts=facts)) == [expected]

    def test_an_undeclared_fact_is_asked_for(self, judged: Judged) -> None:
        [outcome] = judged(f"  - {FAIL}\n    when: {{commercial: true}}\n")
        assert outcome.finding.message.startswith(
            "Does the draft earn money, by sale or advertising? (declare 'commercial')"
        )

    def test_what_is_met_either_way_needs_no_fact(self, judged: Judged) -> None:
        assert verdicts(judged(f"  - {PASS}\n    when: {{commercial: true}}\n")) == ["pass"]

    def test_one_circumstance_that_does_not_hold_is_enough(self, judged: Judged) -> None:
        rules = f"  - {FAIL}\n    when: {{commercial: true, mode: repost}}\n"
        assert verdicts(judged(rules)) == ["not-applicable"]

    def test_a_question_is_never_answered_by_the_program(self, judged: Judged) -> None:
        rules = f"  - {FAIL}\n    when: {{ask: Is it a parish newsletter?}}\n"
        [outcome] = judged(rules)
        assert outcome.verdict == "review"
        assert outcome.finding.message.startswith("Is it a parish newsletter? If so: ")

    @pytest.mark.parametrize(
        ("key", "start"),
        [
            ("when: {commercial: false}", "Does the draft earn no money, neither by sale nor by advertising?"),
            ("unless: {edited: false}", "Was the text left unchanged? (declare 'edited') If not: "),
            ("unless: {translated: true}", "Was the text translated? (declare 'translated') If not: "),
        ],
    )
    def test_a_question_asks_for_what_the_condition_says(self, key: str, start: str, judged: Judged) -> None:
        [outcome] = judged(f"  - {FAIL}\n    {key}\n")
        assert outcome.finding.message.startswith(start)

    def test_many_like_names_are_not_all_told(self, judged: Judged) -> None:
        [outcome] = judged("  - exclude: {source mentions: [Ab, Bc, Cd, De, Ef]}\n")
        assert "'Ab' or 'Bc' or 'Cd' or 2 like names?" in outcome.finding.message

    def test_a_way_that_may_not_be_open_does_not_meet_a_rule(self, judged: Judged) -> None:
        """In `any of`, what is met under an undeclared circumstance is a question and no pass."""
        rules = f"  - any of:\n      - {FAIL}\n      - {PASS}\n        when: {{medium: print}}\n"
        assert verdicts(judged(rules)) == ["review"]
        assert verdicts(judged(rules, facts=Facts(medium="print"))) == ["pass"]
        assert verdicts(judged(rules, facts=Facts(medium="online"))) == ["fail"]

    @pytest.mark.parametrize(
        ("date", "expected"),
        [
            ("2019-12-31", "not-applicable"),
            ("2020-01-01", "fail"),
            ("2021-12-31", "fail"),
            ("2022-01-01", "not-applicable"),
            ("", "review"),
        ],
    )
    def test_a_rule_is_in_force_on_its_days(self, date: str, expected: str, judged: Judged) -> None:
        rules = f"  - {FAIL}\n    from: 2020-01-01\n    to: 2021-12-31\n"
        assert verdicts(judged(rules, facts=Facts(date=date))) == [expected]

    def test_without_a_date_a_rule_that_another_follows_is_over(self, judged: Judged) -> None:
        rules = f"  - {FAIL}\n    to: 2019-12-31\n  - {PASS}\n    from: 2020-01-01\n"
        assert verdicts(judged(rules)) == ["not-applicable", "pass"]


class TestExclude:
    """`exclude` is decided before all else."""

    def test_an_excluded_item_gets_no_other_outcome(self, judged: Judged) -> None:
        [outcome] = judged(f"  - {PASS}\n  - exclude: {{source mentions: Reuters}}\n    clause: not the agencies\n")
        assert (outcome.rule, outcome.verdict, outcome.clause) == ("exclude", "fail", "not the agencies")
        assert "mentions 'Reuters'" in outcome.finding.message

    def test_what_cannot_be_seen_is_asked(self, judged: Judged) -> None:
        outcomes = judged(f"  - {PASS}\n  - exclude: {{source mentions: Interfax}}\n")
        assert verdicts(outcomes) == ["review", "pass"]
        assert "Does the article mention 'Interfax'?" in outcomes[0].finding.message

    def test_with_the_articles_text_it_is_decided(self, judged: Judged) -> None:
        sources = [Source(ARTICLE, text="Rain fell on the plain, says Reuters. Nobody slept.")]
        rules = f"  - {PASS}\n  - exclude: [{{source mentions: Interfax}}, {{address: herald.example/opinion}}]\n"
        assert verdicts(judged(rules, sources=sources)) == ["pass", "pass"]

    def test_where_the_publisher_only_asks_kindly_the_other_rules_count(self, judged: Judged) -> None:
        rules = f"  - {FAIL}\n  - exclude: {{source mentions: Reuters}}\n    level: should\n"
        assert verdicts(judged(rules)) == ["fail", "fail"]


def test_an_edition_is_chosen_by_the_articles_address(judged: Judged) -> None:
    editions = (
        "editions:\n  - name: Old\n    addresses: herald.example/2024\n    without: [byline]\n"
        "    terms: {url: https://herald.example/old, read: 2024-01-01, grade: summary}\n"
        f"    rules:\n      - {REVIEW}\n      - {FAIL}\n"
    )
    outcomes = judged(f"  - {PASS}\n  - byline: all\n", more=editions)
    assert [(o.rule, o.verdict, o.evidence.grade) for o in outcomes] == [
        ("review", "review", "summary"),
        ("repost", "fail", "summary"),
    ]
