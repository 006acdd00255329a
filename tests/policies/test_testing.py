"""A policy's own cases, and those that its caps imply."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance import counting
from compliance.checking import check
from compliance.policies import sampletext
from compliance.policies.library import Library
from compliance.policies.packing import PolicySource, pack
from compliance.policies.testing import PolicyTest, run_tests
from compliance.yamldoc import YamlFaults
from compliance.yamlreading import read

if TYPE_CHECKING:
    from compliance.policies.testing import Check

HEAD = """\
publisher: The Herald
domains: [herald.example]
terms: {url: https://herald.example/terms, read: 2024-05-06, grade: publisher}
"""
ARTICLE = "https://herald.example/2024/05/06/rain-falls-on-the-plain"


def run(text: str, checking: Check = check) -> PolicyTest:
    data = text.encode()
    policy = Library.unpacked(pack([PolicySource("herald", "rules/herald.yaml", data, "rules")])).policy("herald")
    return run_tests(policy, read(data, "rules/herald.yaml"), checking)


def cases(rules: str, tests: str = "") -> list[tuple[str, ...]]:
    return [case.failures for case in run(f"{HEAD}rules:\n{rules}{tests}").cases]


def case(expect: str, more: str = "") -> str:
    return (
        f"tests:\n  - draft: |\n      As [The Herald]({ARTICLE}) writes:\n\n      > Rain fell on the plain.\n"
        f"    expect: {expect}\n{more}"
    )


def test_a_case_that_comes_out_as_expected_passes() -> None:
    assert cases("  - hyperlink: article\n", case("{hyperlink: pass}", "    verdict: pass\n")) == [()]


def test_a_case_that_does_not_says_what_came_out_and_why() -> None:
    [(rule, draft)] = cases("  - hyperlink: home\n", case("{hyperlink: pass}", "    verdict: review\n"))
    assert rule.startswith("hyperlink: expected pass, came out fail (")
    assert draft.startswith("the draft: expected review, came out fail (")


def test_a_rule_is_meant_by_name_or_kind() -> None:
    rules = "  - credit: Globe\n    name: first\n  - byline: all\n    when: {mode: repost}\n"
    assert cases(rules, case("{first: fail, credit: fail, byline: not-applicable}")) == [()]


def test_facts_and_sources_are_given_to_the_check() -> None:
    rules = "  - byline: all\n    when: {medium: print}\n    from: 2024-01-01\n"
    known = "    facts: {medium: print, date: 2024-02-01}\n    source: {url: ARTICLE, authors: [Jane Roe]}\n"
    assert cases(rules, case("{byline: fail}", known.replace("ARTICLE", ARTICLE))) == [()]


def test_a_licence_is_tested_as_the_terms_of_an_imaginary_publisher() -> None:
    text = HEAD.replace("publisher: The", "licence: The").replace("domains: [herald.example]\n", "")
    tests = case("{hyperlink: pass}").replace("herald.example", "licensed.example")
    assert run(f"{text}rules:\n  - hyperlink: article\n{tests}").passed


def test_terms_of_the_past_are_tested_on_their_last_day() -> None:
    assert cases("  - hyperlink: home\n", f"to: 2001-01-01\n{case('{hyperlink: fail}')}") == [()]


def test_rules_that_no_case_shows_unmet_are_named() -> None:
    rules = "  - hyperlink: article\n  - extract: 5 words\n  - repost: allowed\n"
    result = run(f"{HEAD}rules:\n{rules}{case('{hyperlink: pass}')}")
    assert result.never_unmet == (("rules/herald.yaml:5", "hyperlink"),)


def test_faulty_cases_are_refused() -> None:
    with pytest.raises(YamlFaults):
        run(f"{HEAD}rules:\n  - byline: all\ntests:\n  - draft: x\n")


CAPS = [
    "500 characters", "{max: 12 words, per: quotation}", "{less than: 3 sentences, per: draft}", "2 paragraphs",
    "4 lines", "0 lines", "{max: 500 characters, spaces: exclude}", "{max: 500 characters, spaces: unstated}",
    "{less than: 500 characters}", "25 percent", "{max: 10 percent, spaces: exclude}",
    "{max: 1 percent, spaces: unstated}",
    "50 verses", "{less than: 4 stanzas, per: draft}", "{max: 0 complete books, per: draft}",
    "{less than: 12.5 percent, of: draft, per: draft}", "{max: 25 percent, of: draft, per: draft, spaces: exclude}",
    "{max: 25 percent, of: draft, per: draft, spaces: unstated}",
]  # fmt: skip


@pytest.mark.parametrize("cap", CAPS)
def test_every_cap_is_tried_at_its_limit_and_beyond(cap: str) -> None:
    result = run(f"{HEAD}rules:\n  - extract: {cap}\n")
    assert [c.derived for c in result.cases] == ([True] if cap.startswith("0") else [True, True])
    assert result.passed
    assert result.never_unmet == ()


@pytest.mark.parametrize(
    "rule",
    [
        "  - extract: 9 words\n    when: {medium: print, commercial: true, section: opinion, mode: excerpt}\n",
        "  - extract: 9 words\n    when: {address: herald.example/*/poems, language: uk, label: poem}\n",
        "  - extract: 9 words\n    unless: {medium: print, commercial: true, language: en}\n",
        "  - any of:\n      - extract: 9 words\n        when: {translated: true}\n      - byline: all\n",
        "  - permission: {over: 9 words}\n",
        "  - extract: 9 words\n    from: 2020-01-01\n    to: 2021-01-01\n",
    ],
)
def test_caps_are_tried_in_the_circumstances_in_which_they_apply(rule: str) -> None:
    result = run(f"{HEAD}rules:\n{rule}")
    assert len(result.cases) == 2
    assert result.passed


def test_caps_of_an_edition_are_tried_on_its_addresses() -> None:
    edition = "editions:\n  - {name: Au, addresses: herald.example/au, rules: [extract: 9 words]}\n"
    assert run(f"{HEAD}{edition}rules:\n  - extract: 5 words\n").passed
    assert len(run(f"{HEAD}{edition}rules:\n  - extract: 5 words\n").cases) == 4


@pytest.mark.parametrize(
    "rule", ["extract: 5 images", "extract: unstated", "extract: 9 words\n    when: {ask: Is it so?}"]
)
def test_what_cannot_be_tried_is_not(rule: str) -> None:
    assert cases(f"  - {rule}\n") == []


def test_a_check_that_is_one_off_is_found_out() -> None:
    def lenient(*arguments: object) -> object:
        report = check(*arguments)  # type: ignore[arg-type]
        return _with_every_fail_passed(report)

    result = run(f"{HEAD}rules:\n  - extract: 9 words\n", lenient)  # type: ignore[arg-type]
    assert [bool(c.failures) for c in result.cases] == [False, True]


def _with_every_fail_passed(report: object) -> object:
    from dataclasses import replace

    reuses = [
        replace(r, outcomes=tuple(replace(o, finding=replace(o.finding, verdict="pass")) for o in r.outcomes))
        for r in report.reuses  # type: ignore[attr-defined]
    ]
    return replace(report, reuses=tuple(reuses))  # type: ignore[type-var]


@given(st.integers(1, 3000), st.booleans(), st.booleans())
@settings(max_examples=50)
def test_made_up_text_has_exactly_the_characters_asked_for(number: int, spaced: bool, other: bool) -> None:  # noqa: FBT001
    text = sampletext.text("characters", number, spaced=spaced, other=other)
    assert counting.characters(text) == len(text) == number
    assert spaced or counting.characters(text, spaces=False) == number


@given(st.integers(1, 60))
@settings(max_examples=20)
def test_made_up_text_has_exactly_the_units_asked_for(number: int) -> None:
    assert counting.words(sampletext.text("words", number)) == number
    assert counting.sentences(sampletext.text("sentences", number)) == number
    assert counting.paragraphs(sampletext.text("paragraphs", number)) == number
    assert counting.lines(sampletext.text("lines", number).replace("\\\n", "\n")) == number


def test_cases_with_a_text_are_left_out_where_texts_cannot_be_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be run is neither passed nor failed, and is counted."""
    from compliance.checking import check
    from compliance.policies.selecting import choose, test_results

    chosen = choose((), ())
    wanted = [file for file in chosen.files if file.id == "undark"]
    monkeypatch.setattr("compliance.policies.testing.can_compare", lambda: False)
    (result,) = test_results(type(chosen)(tuple(wanted), chosen.folders), check)
    assert result.passed
    assert result.left_out > 0
