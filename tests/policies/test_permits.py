"""Recorded permissions lift what they cover."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from compliance.facts import Facts, Permission

if TYPE_CHECKING:
    from collections.abc import Callable

    from compliance.report import Outcome

    Judged = Callable[..., tuple[Outcome, ...]]

ARTICLE = "https://herald.example/2024/05/06/rain-falls-on-the-plain"
CAP = "  - extract: 5 characters\n"


def facts(date: str = "2024-06-01", **stated: Any) -> Facts:
    permission = Permission(**{"publisher": "p1", "reference": "letter 7", **stated})
    return Facts(date=date, permissions=(permission,))


def test_a_permission_waives_what_asks_for_one_and_is_named(judged: Judged) -> None:
    [outcome] = judged(CAP, facts=facts())
    assert outcome.verdict == "waived"
    assert outcome.waiver == "letter 7"
    assert outcome.finding.message.endswith("(permitted: letter 7)")


def test_it_may_name_the_publisher_by_domain(judged: Judged) -> None:
    assert judged(CAP, facts=facts(publisher="herald.example"))[0].verdict == "waived"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"publisher": "globe.example"}, "fail"),
        ({"source": f"{ARTICLE}?utm_source=mail"}, "waived"),
        ({"source": "https://herald.example/2024/05/07/another-story"}, "fail"),
        ({"covers": ("extract",)}, "waived"),
        ({"covers": ("credit",)}, "fail"),
        ({"expires": "2024-06-01"}, "waived"),
        ({"expires": "2024-05-31"}, "fail"),
    ],
)
def test_it_holds_for_what_it_says(stated: dict[str, Any], expected: str, judged: Judged) -> None:
    assert judged(CAP, facts=facts(**stated))[0].verdict == expected


def test_an_expired_one_is_named(judged: Judged) -> None:
    [outcome] = judged(CAP, facts=facts(expires="2024-05-31"))
    assert outcome.finding.help.startswith("the permission letter 7 expired on 2024-05-31: renew it. Or: cut ")
    assert outcome.waiver == ""


def test_without_a_date_it_is_not_known_whether_it_has_expired(judged: Judged) -> None:
    [outcome] = judged(CAP, facts=facts(date="", expires="2024-05-31"))
    assert outcome.verdict == "review"
    assert "too many. Is the permission letter 7 still in force" in outcome.finding.message
    [asked] = judged("  - review: Are all named?\n", facts=facts(date="", expires="2024-05-31", covers=("review",)))
    assert asked.finding.message.startswith("Are all named? Is the permission letter 7 still in force")


def test_what_no_permission_is_asked_for_it_lifts_only_by_name(judged: Judged) -> None:
    assert judged("  - repost: required\n", facts=facts())[0].verdict == "fail"
    assert judged("  - repost: required\n", facts=facts(covers=("repost",)))[0].verdict == "waived"
    assert judged("  - extract: {max: 5 characters, beyond: forbidden}\n", facts=facts())[0].verdict == "fail"


def test_it_lifts_a_branch(judged: Judged) -> None:
    rules = "  - all of:\n      - extract: 5 characters\n      - repost: forbidden\n"
    [outcome] = judged(rules, facts=facts())
    assert [part.verdict for part in outcome.parts] == ["waived", "pass"]
    assert outcome.verdict == "pass"


def test_it_lifts_an_exclusion_and_then_the_other_rules_count(judged: Judged) -> None:
    rules = "  - exclude: {source mentions: Reuters}\n  - repost: required\n"
    assert [o.verdict for o in judged(rules, facts=facts())] == ["waived", "fail"]
